"""What a test goes through one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def some(things: Iterable[Thing]) -> list[Thing]:
    """The things, of which there is one at least: a test that goes through none says nothing, whatever it asserts of each."""
    found = list(things)
    assert found, "没有一个可查的"
    return found
