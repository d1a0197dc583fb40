"""Paragraphs of an article that stand among its items: where the items count on below, they belong to the item above.

（四）在海关监管区……。 / 在海关监管区以外，……。 / （五）在调查案件时……。 An unmarked paragraph behind the last item is the next 款.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.records import Kind, Line, Role
from .ranks import RANKS

_LOWEST = 99
_LISTED = {Kind.SECTION, Kind.ITEM, Kind.SUBITEM}


@dataclass(slots=True)
class _List:
    """A list of an article: how far it has counted, and the paragraphs since."""

    kind: Kind
    last: int = 0
    pending: list[int] = field(default_factory=list)


def among_items(lines: Iterable[Line]) -> frozenset[int]:
    """The positions of the unmarked paragraphs of articles behind which the list above them goes on."""
    found: set[int] = set()
    lists: list[_List] = []
    in_article = False
    for at, line in enumerate(lines):
        mark = line.marker
        if line.opens or (mark and RANKS.get(mark.kind, _LOWEST) <= RANKS[Kind.ARTICLE]):
            in_article = mark is not None and mark.kind is Kind.ARTICLE
            lists = []
        elif in_article and mark is None and line.role is Role.PARAGRAPH:
            for above in lists:
                above.pending.append(at)
        elif in_article and mark and mark.kind in _LISTED and mark.numbers:
            place = next((place for place, above in enumerate(lists) if RANKS[above.kind] >= RANKS[mark.kind]), len(lists))
            own = lists[place] if place < len(lists) and lists[place].kind is mark.kind else _List(mark.kind)
            lists = [*lists[:place], own]
            if mark.numbers[-1] == own.last + 1:
                found.update(own.pending)
            own.last, own.pending = mark.numbers[-1], []
    return frozenset(found)
