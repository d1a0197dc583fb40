"""How the kinds of mark stand to each other in one text: in the order of the standard, unless the text itself shows another.

一、 stands below 第一条 in laws (第二条 二、), and above it in interpretations of the courts and in old regulations: there 一、
comes first, 第一条 to 第五条 come below it, and then goes 二、 on. So it is with 1. above （一）, with a） above 1）.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.records import Kind, Marker
from .nodes import RANKS

_Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ranks:
    """How deep the kinds of mark stand in one text; ``top`` is the rank of its highest kind, that of 一、 where it has none."""

    of: Mapping[Kind, float]
    top: float


def ranks_of(marks: Iterable[Marker]) -> Ranks:
    """The ranks in the text that has these marks in order.

    A kind stands above one that is usually above it where its list begins first and goes on across marks of the other,
    some of which follow each other: 一、 第一条 第二条 二、. (编 章 节 are above all: 第十四条 第一节 第十五条 are no such list.)
    """
    first: dict[Kind, int] = {}
    lists: set[tuple[Kind, Kind]] = set()
    last: dict[Kind, _Number] = {}
    since: dict[Kind, set[Kind]] = {}
    goes_on: Counter[tuple[Kind, Kind]] = Counter()
    for place, mark in enumerate(mark for mark in marks if mark.kind in RANKS and mark.numbers):
        kind, number = mark.kind, _number(mark)
        if kind in last:
            for above in since[kind]:
                if RANKS[Kind.ARTICLE] <= RANKS[above] < RANKS[kind]:
                    goes_on[kind, above] += 1 if number > last[kind] else -1
            lists.update((below, kind) for below in first if below not in since[kind])
        first.setdefault(kind, place)
        last[kind], since[kind] = number, set()
        for others in since.values():
            others.add(kind)
        since[kind].discard(kind)
    ranks = dict(RANKS)
    top = min((RANKS[kind] for kind in first), default=RANKS[Kind.SECTION])
    for (kind, above), evidence in sorted(goes_on.items(), key=lambda item: RANKS[item[0][1]], reverse=True):
        if evidence > 0 and first[kind] < first[above] and (kind, above) in lists:
            ranks[kind] = min(ranks[kind], ranks[above] - 0.5 + RANKS[kind] / 100)
    return Ranks(ranks, top)


def _number(mark: Marker) -> _Number:
    """What counts on from mark to mark: all of 2.1, which goes on from 1.3."""
    return mark.numbers if mark.kind is Kind.DECIMAL else mark.numbers[-1:]
