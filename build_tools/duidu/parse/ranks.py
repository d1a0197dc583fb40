"""How the kinds of mark stand to each other in one text: in the order of the standard, unless the text itself shows another.

一、 stands below 第一条 in laws (第二条 二、), and above it in interpretations of the courts and in old regulations: there 一、
comes first, 第一条 to 第五条 come below it, and then goes 二、 on. So it is with 1. above （一）, with a） above 1）.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.markers import FORMAL
from ..model.records import Kind, Marker

_Number = tuple[int, ...]

RANKS: Mapping[Kind, float] = {
    Kind.ANNEX: 0,
    Kind.PART: 1,
    Kind.CHAPTER: 2,
    Kind.DIVISION: 3,
    Kind.ARTICLE: 4,
    Kind.SECTION: 5,
    Kind.ITEM: 6,
    Kind.SUBITEM: 7,
    Kind.DECIMAL: 8,
    Kind.SUBSUBITEM: 9,
    Kind.CIRCLE: 10,
    Kind.LETTER: 11,
    Kind.ROMAN: 12,
}
"""How deep the kinds of mark stand: GB/T 9704—2012, 7.3.3, and 《立法技术规范（试行）（一）》 for 编 to 条."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """How deep the kinds of mark stand in one text; ``top`` is the rank of its highest kind, that of 一、 where it has none."""

    of: Mapping[Kind, float]
    top: float
    gapped: frozenset[Kind] = frozenset()
    """The kinds whose heads only a space parts from their text."""


def ranks_of(marks: Iterable[Marker]) -> Ranks:
    """The ranks in the text that has these marks in order.

    A kind stands above one that is usually above it where its list begins first and goes on across marks of the other,
    some of which follow each other: 一、 第一条 第二条 二、. (编 章 节 are above all: 第十四条 第一节 第十五条 are no such list.)
    """
    first: dict[Kind, int] = {}
    lists: set[tuple[Kind, Kind]] = set()
    last: dict[Kind, _Number] = {}
    since: dict[Kind, set[Kind]] = {}
    before: Marker | None = None
    half = False
    goes_on: Counter[tuple[Kind, Kind]] = Counter()
    for place, mark in enumerate(mark for mark in marks if mark.kind in RANKS and mark.numbers):
        kind, number = mark.kind, _number(mark)
        half = half or (kind is Kind.SUBSUBITEM and kind not in first and before is not None and _is_half(before, mark))
        before = mark
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
    if half:
        ranks[Kind.LETTER] = min(ranks[Kind.LETTER], ranks[Kind.SUBSUBITEM] - 0.5)
    return Ranks(ranks, top)


def _is_half(before: Marker, mark: Marker) -> bool:
    """Whether a list 1） begins right below a letter, a）: so standards have them (GB/T 1.1—2020, 7.5)."""
    return before.kind is Kind.LETTER and before.text[0] not in "（(" and mark.text[0] not in "（(" and mark.numbers == (1,)


def _number(mark: Marker) -> _Number:
    """What counts on from mark to mark: all of 2.1, which goes on from 1.3."""
    return mark.numbers if mark.kind is Kind.DECIMAL else mark.numbers[-1:]


def depth_of(marker: Marker, ranks: Mapping[Kind, float] = RANKS) -> tuple[float, int]:
    """The rank of a mark; decimals rank by how many numbers they have (1.1 above 1.1.1), 第一分编 below 第一编, 一、 below 壹、, （甲） below 甲、."""
    rank = ranks.get(marker.kind, ranks[Kind.SECTION])
    if marker.kind is Kind.DECIMAL:
        return rank, len(marker.numbers)
    if marker.kind is Kind.SECTION:
        return rank, int(marker.text[0] not in FORMAL)
    if marker.kind is Kind.LETTER:
        return rank, int(marker.text[0] in "（(")
    return rank, int(marker.kind is Kind.PART and "分编" in marker.text)
