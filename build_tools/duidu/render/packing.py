"""A long list in parts that a page or file has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


def parted(items: Sequence[T], most: int) -> list[Sequence[T]]:
    """The items in order, so many to a part."""
    return [items[start : start + most] for start in range(0, len(items), most)]


def page_names(count: int, first: str, further: str = "") -> list[str]:
    """What the pages of one thing are called: the first by its own name, the others by another, or the same, with their number.

    >>> page_names(3, "closest"), page_names(2, "index", "all")
    (['closest', 'closest-2', 'closest-3'], ['index', 'all-2'])
    """
    return [first, *(f"{further or first}-{number}" for number in range(2, count + 1))]
