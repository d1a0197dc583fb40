"""What parts of the search depend on, said to whoever keeps results from run to run."""

from __future__ import annotations

from collections.abc import Callable

Keep = Callable[[str, Callable[[], str]], str]
"""Given all that a text depends on, and how it is made: that text, kept or made anew."""


def anew(_: str, make: Callable[[], str]) -> str:
    """For those who keep nothing."""
    return make()
