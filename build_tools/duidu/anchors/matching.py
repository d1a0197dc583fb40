"""Which unit of a changed text is which unit of the published one.

Equal units are matched first: texts that stand once on each side, wherever they moved, then duplicates by their
neighbours and their order. Then similar ones between matched neighbours. What is left is new or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

SIMILAR = 0.5
"""From this likeness on, a changed unit counts as the same one. Two sentences of one paragraph that have
nothing to do with each other stay below 0.3, a sentence with one character mended is above 0.8."""


@dataclass(frozen=True, slots=True)
class Item:
    """A unit as far as matching goes: only units of one letter (``p``, ``t``, ``title``) can be the same."""

    letter: str
    folded: str


def match(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Positions in ``new`` → positions in ``old`` of the same units, both in reading order."""
    if list(old) == list(new):
        return {position: position for position in range(len(new))}
    found = _Matches(old, new)
    found.match_unique()
    found.match_duplicates()
    found.match_similar()
    return found.old_of


class _Matches:
    """The matches found so far, in both directions."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self.old, self.new = old, new
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}

    def add(self, old: int, new: int) -> None:
        self.old_of[new] = old
        self.new_of[old] = new

    def match_unique(self) -> None:
        for olds, news in self._equal_groups():
            if len(olds) == len(news) == 1:
                self.add(olds[0], news[0])

    def match_duplicates(self) -> None:
        for olds, news in self._equal_groups():
            pairs = sorted(product(olds, news), key=lambda pair: (-self._neighbours(*pair), pair))
            for trusted in (True, False):
                for old, new in pairs:
                    free = old not in self.new_of and new not in self.old_of
                    if free and (self._neighbours(old, new) > 0 or not trusted):
                        self.add(old, new)

    def match_similar(self) -> None:
        scored = sorted(
            ((likeness(self.old[old].folded, self.new[new].folded), -new, -old) for old, new in self._near_pairs()), reverse=True
        )
        for score, new, old in scored:
            if score >= SIMILAR and -old not in self.new_of and -new not in self.old_of:
                self.add(-old, -new)

    def _equal_groups(self) -> Iterator[tuple[list[int], list[int]]]:
        """Positions of equal units on both sides that are still without a match."""
        olds: defaultdict[Item, list[int]] = defaultdict(list)
        for position, item in enumerate(self.old):
            if position not in self.new_of:
                olds[item].append(position)
        news: defaultdict[Item, list[int]] = defaultdict(list)
        for position, item in enumerate(self.new):
            if position not in self.old_of:
                news[item].append(position)
        return ((olds[item], news[item]) for item in list(olds) if item in news)

    def _neighbours(self, old: int, new: int) -> int:
        """How many of the two neighbours are matched to each other."""
        before = old > 0 and new > 0 and self.new_of.get(old - 1) == new - 1
        after = old + 1 < len(self.old) and new + 1 < len(self.new) and self.new_of.get(old + 1) == new + 1
        return before + after

    def _near_pairs(self) -> Iterator[tuple[int, int]]:
        """Unmatched units of one letter that lie between the same matched units, seen from either neighbour."""
        for letter in dict.fromkeys(item.letter for item in self.old):
            olds = [position for position, item in enumerate(self.old) if item.letter == letter]
            news = [position for position, item in enumerate(self.new) if item.letter == letter]
            place = {position: index for index, position in enumerate(news)}
            for index, old in enumerate(olds):
                if old not in self.new_of:
                    candidates = self._gap(olds, news, place, index, -1) | self._gap(olds, news, place, index, +1)
                    yield from ((old, new) for new in sorted(candidates))

    def _gap(self, olds: list[int], news: list[int], place: dict[int, int], index: int, step: int) -> set[int]:
        """The unmatched new units next to where the nearest matched unit in direction ``step`` went."""
        index += step
        while 0 <= index < len(olds) and olds[index] not in self.new_of:
            index += step
        at = 0 if step < 0 else len(news) - 1
        if 0 <= index < len(olds):
            at = place[self.new_of[olds[index]]] - step
        gap: set[int] = set()
        while 0 <= at < len(news) and news[at] not in self.old_of:
            gap.add(news[at])
            at -= step
        return gap


def likeness(one: str, other: str) -> float:
    """0 to 1: how much of their pairs of characters two folded texts share.

    Half of it is Dice's coefficient, half the share of the shorter text, so that a part that was split off is
    still known by what it has in common with the whole.
    """
    first, second = _pairs(one), _pairs(other)
    if not first or not second:
        return float(one == other)
    shared = len(first & second)
    return shared / (len(first) + len(second)) + shared / min(len(first), len(second)) / 2


@cache
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[position : position + 2] for position in range(len(text) - 1))
