"""A long list in parts that a page or file has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def packed(items: Iterable[T], size: Callable[[T], float], room: float) -> Iterator[list[T]]:
    """The items in order, as many to a part as there is room for; one that is larger alone has a part to itself.

    >>> list(packed(["aa", "b", "cccc", "d"], len, 3))
    [['aa', 'b'], ['cccc'], ['d']]
    """
    part: list[T] = []
    used = 0.0
    for item in items:
        own = size(item)
        if part and used + own > room:
            yield part
            part, used = [], 0.0
        part.append(item)
        used += own
    if part:
        yield part
