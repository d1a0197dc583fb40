"""Where words stand in a text."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every place between ``start`` and ``end`` where the words begin and end there too; they may overlap.

    >>> list(occurrences("甲甲", "甲甲甲乙甲甲"))
    [0, 1, 4]
    """
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)
