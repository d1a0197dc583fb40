"""The rows of a pair: what stands beside what, in the order of either document, and on which page.

A sentence of the implemented document that several rows in a run share stands once, over all of them. A pair whose rows a phone
shows in forty screens has one page an order, a longer one a page for each part of the document that orders them:

```
compare/suining-2024/sichuan-2024/by-suining-2024.md      all rows, or the parts with their counts
compare/suining-2024/sichuan-2024/by-suining-2024/2.md    the rows of 二
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from math import ceil
from weakref import WeakKeyDictionary

from ...anchors.document import FULL, LANDING, Document
from ...layers.alignment import NONE, Alignment, Link, compared_units
from .relations import form_of, order_name, pair_folder

SCREENS = 40
"""So many screens of a phone a page may have."""
ROOM = SCREENS * 740 * 0.8
"""The same in px of a phone 360 px wide and 740 high, less what stands above the rows; heights are reckoned somewhat low."""
_LINE, _LABEL, _NOTE, _PADDING = 28, 26, 23, 14
"""Heights in px: a line of text, the line of places, a line of a note, what is around a row."""
_UPPER, _LOWER, _NOTED = 20, 19, 23
"""Characters to a line."""
FRONT, WHOLE = "front", "whole"
"""The part of what stands before the first section; the one of a document without parts."""


@dataclass(frozen=True, slots=True)
class Row:
    """One link, or one unit that has none."""

    lower: str
    """Anchor in the implementing document, "" for what is only in the implemented one."""
    upper: str
    found: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of the units under one head, in runs that share their upper unit. What nobody has read is one run without rows."""

    head: str
    """"" before the first head."""
    runs: tuple[tuple[Row, ...], ...]
    units: tuple[str, ...]
    continued: bool = False
    """Whether its first rows stand on the page before."""


@dataclass(frozen=True, slots=True)
class RowPart:
    """What stands on one page."""

    part: str
    """``2``, ``front``; "" for the page that has all rows."""
    number: int
    """Which page of the part it is, from 1."""
    groups: tuple[Group, ...]

    @property
    def name(self) -> str:
        """The last step of its address: ``2``, ``2-2``."""
        return self.part if self.number == 1 else f"{self.part}-{self.number}"

    @property
    def rows(self) -> Iterator[Row]:
        """All rows of the page."""
        return chain.from_iterable(chain.from_iterable(group.runs) for group in self.groups)

    @property
    def units(self) -> Iterator[str]:
        """The units that order them."""
        return chain.from_iterable(group.units for group in self.groups)


@dataclass(frozen=True, slots=True)
class Order:
    """The rows of a pair in the order of one of its documents. Holds on to neither."""

    folder: str
    """Its address below docs/."""
    parts: tuple[RowPart, ...]
    pages: Mapping[str, str]
    """Unit → name of the part that has its rows."""

    @property
    def is_whole(self) -> bool:
        """Whether one page has all rows."""
        return not self.parts[0].name

    def address(self, name: str) -> str:
        """The page of a part, below docs/."""
        return f"{self.folder}/{name}.md" if name else f"{self.folder}.md"

    def address_of(self, anchor: str) -> str:
        """The page that has the rows of a unit."""
        return self.address(self.pages[anchor])


_KNOWN: WeakKeyDictionary[Alignment, dict[str, Order]] = WeakKeyDictionary()


def order_of(pair: Alignment, document: Document) -> Order:
    """The rows in the order of a document, made once a pair."""
    known = _KNOWN.setdefault(pair, {})
    if document.id not in known:
        parts = _Cutter(pair, document).parts()
        pages = {unit: part.name for part in parts for unit in part.units}
        known[document.id] = Order(f"{pair_folder(pair)}/{order_name(document)}", parts, pages)
    return known[document.id]


def row_address(pair: Alignment, document: Document, anchor: str) -> str:
    """The page below docs/ that has the rows of a unit, in the order of its document."""
    return order_of(pair, document).address_of(anchor)


def state_of_row(pair: Alignment, row: Row) -> str:
    """What a row shows, as filters call it: a relation's form, ``lower`` and ``upper`` for what is only there, ``auto``, ``unread``."""
    if row.found:
        return form_of(row.found)
    document, anchor = (pair.implementing, row.lower) if row.lower else (pair.implemented, row.upper)
    if pair.state(document, anchor) not in NONE:
        return "unread"
    return "lower" if row.lower else "upper"


def part_of(document: Document, anchor: str) -> str:
    """The part of a document that a unit belongs to, named like the page where it is read."""
    page = document.page(anchor)
    return {LANDING: FRONT, FULL: WHOLE}.get(page, page)


def part_top(document: Document, part: str) -> str:
    """The unit that a part is called by; "" for what stands before the first, and for all of a document without parts."""
    return next((leaf.head.anchor for leaf in document.leaves if leaf.name == part), "")


class _Cutter:
    """Puts the rows together and cuts them into pages."""

    def __init__(self, pair: Alignment, document: Document) -> None:
        self.pair = pair
        self.document = document

    def parts(self) -> tuple[RowPart, ...]:
        """The pages; one without a name where one is enough."""
        groups = list(self._groups())
        if sum(map(self._height, groups)) <= ROOM:
            return (RowPart("", 1, tuple(groups)),)
        parts: dict[str, list[Group]] = {}
        for group in groups:
            parts.setdefault(part_of(self.document, group.units[0]), []).append(group)
        return tuple(chain.from_iterable(self._pages(name, own) for name, own in parts.items()))

    def _pages(self, name: str, groups: Sequence[Group]) -> Iterator[RowPart]:
        """The pages of one part, about as long as each other: a further one starts with a head, or within what no page holds."""
        left = [(group, self._height(group)) for group in chain.from_iterable(map(self._cut, groups))]
        number = 1
        while left:
            rest = sum(height for _, height in left)
            aim = rest / ceil(rest / ROOM)
            count, used = 1, left[0][1]
            for _, height in left[1:]:
                if used + height > ROOM or abs(aim - used) < abs(aim - used - height):
                    break
                count, used = count + 1, used + height
            yield RowPart(name, number, tuple(group for group, _ in left[:count]))
            left, number = left[count:], number + 1

    def _cut(self, group: Group) -> Iterator[Group]:
        """A group that no page holds, as several."""
        if self._height(group) <= ROOM:
            yield group
            return
        held: list[str] = []
        continued = False
        for unit in group.units:
            if held and self._height(self._group(group.head, [*held, unit])) > ROOM:
                yield self._group(group.head, held, continued=continued)
                held, continued = [], True
            held.append(unit)
        yield self._group(group.head, held, continued=continued)

    def _groups(self) -> Iterator[Group]:
        """The compared units in order, by the head that they stand under; each head opens its own group."""
        head = ""
        units: list[str] = []
        for anchor in compared_units(self.document):
            if self.document.units[anchor].is_head:
                if units:
                    yield self._group(head, units)
                head, units = anchor, []
            units.append(anchor)
        if units:
            yield self._group(head, units)

    def _group(self, head: str, units: Sequence[str], *, continued: bool = False) -> Group:
        rows = list(self._rows(units))
        runs: list[tuple[Row, ...]] = []
        for _, run in groupby(enumerate(rows), key=lambda one: self._run_of(*one)):
            runs.append(tuple(row for _, row in run))
        return Group(head, tuple(runs), tuple(units), continued)

    def _run_of(self, position: int, row: Row) -> tuple[str, int]:
        """Rows in a row that share their upper unit are a run, and so are those that nobody has read."""
        if not row.found and state_of_row(self.pair, row) == "unread":
            return "unread", 0
        return (row.upper, 0) if row.upper else ("", position)

    def _rows(self, units: Sequence[str]) -> Iterator[Row]:
        """In the order of the units; the links of one so that they share a run with its neighbours where they can."""
        last = ""
        for unit, after in zip(units, [*units[1:], ""], strict=True):
            found = list(self.pair.links_of(self.document, unit))
            if not found:
                yield Row(unit, "") if self.document is self.pair.implementing else Row("", unit)
                last = ""
                continue
            if self.document is self.pair.implementing:
                following = {link.target for link in self.pair.links_of(self.document, after)}
                found.sort(key=lambda link: 0 if link.target == last else 2 if link.target in following else 1)
            yield from (Row(link.source, link.target, link) for link in found)
            last = found[-1].target

    def _height(self, group: Group) -> float:
        """What a phone needs for a group, about."""
        height = 0.0
        last = ""
        for run in group.runs:
            if not run[0].found and state_of_row(self.pair, run[0]) == "unread":
                height += _LABEL * (1 + len(run) // 2)
                continue
            height += _LABEL + self._lines(self.pair.implemented, run[0].upper, _UPPER) if run[0].upper else 0
            for row in run:
                lines = self._lines(self.pair.implementing, row.lower, _LOWER)
                height += _PADDING + _LABEL + (min(lines, 2 * _LINE) if row.lower == last else lines)
                height += _NOTE * -(-len(row.found.note) // _NOTED) if row.found else 0
                last = row.lower
        return height + 2 * _LABEL

    def _lines(self, document: Document, anchor: str, width: int) -> float:
        return _LINE * -(-len(document.text(anchor)) // width) if anchor else 0
