"""On which pages a text is read: one for each headed division, each issued text, each annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.records import FRAME, TEXTS, Kind, Unit

LANDING = "index"
FULL = "full"
"""The names of the two pages that every document has."""

_DIVISIONS = {Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.SECTION, Kind.HEADING, Kind.DECIMAL, Kind.ITEM, Kind.SUBITEM, Kind.SUBSUBITEM}
_UNCOUNTED = {Kind.POINT, Kind.FOOTNOTE, Kind.BOX}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One reading page: what it shows, and what below that has a page of its own."""

    name: str
    """The last step of its address."""
    head: Unit
    apart: frozenset[str] = frozenset()
    """Anchors of the units below ``head`` that stand on pages of their own."""

    def walk(self) -> Iterator[Unit]:
        """The units that stand on the page, in reading order."""
        yield from self._below(self.head)

    def _below(self, unit: Unit) -> Iterator[Unit]:
        yield unit
        for child in unit.children:
            if child.anchor not in self.apart:
                yield from self._below(child)


def sections_of(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The headed units of one kind at the top of the first text; empty where it has none, or has several kinds of them."""
    own = [unit for unit in units if unit.kind not in TEXTS]
    heads = [unit for unit in own if unit.is_head and unit.kind is not Kind.PREAMBLE]
    marked = [unit for unit in own if (unit.marker or unit.kind is Kind.HEADING) and unit.kind not in _UNCOUNTED]
    numbers = [unit.marker.numbers for unit in heads if unit.marker]
    one_kind = len({unit.kind for unit in marked}) == 1 and len(set(numbers)) == len(heads) == len(marked)
    return tuple(heads) if one_kind and heads[0].kind is not Kind.ARTICLE and not _in_parts(heads[0]) else ()


def leaves_of(units: Sequence[Unit], sections: Sequence[Unit]) -> Iterator[Leaf]:
    """The reading pages besides the landing page, in reading order: sections by their number, all others by their anchor."""
    named = {section.anchor: str(section.marker.numbers[-1]) for section in sections if section.marker}
    mixed = not sections and _is_divided([unit for unit in units if unit.kind not in TEXTS])
    for unit in units:
        if unit.anchor in named:
            yield Leaf(named[unit.anchor], unit)
        elif unit.kind is Kind.ANNEX:
            yield Leaf(unit.anchor, unit)
        elif unit.kind is Kind.COMPONENT or (mixed and _is_division(unit)):
            yield from _parted(unit)


def pages_of(units: Sequence[Unit], leaves: Sequence[Leaf]) -> Mapping[str, str]:
    """Anchor → the page that the unit is read on: where there are other pages, the landing page for all that is on none of them;
    else for what stands before the text, and the full text for this and its signature."""
    pages: dict[str, str] = {}
    begun = False
    for top in units:
        begun = begun or top.kind not in FRAME
        page = LANDING if leaves or not begun else FULL
        pages.update((unit.anchor, page) for unit in top.walk())
    pages.update((unit.anchor, leaf.name) for leaf in leaves for unit in leaf.walk())
    return pages


def _parted(unit: Unit) -> Iterator[Leaf]:
    """An issued text with its divisions, a part with its chapters."""
    parted = unit.kind is Kind.COMPONENT or _in_parts(unit)
    below = [child for child in unit.children if _is_division(child)] if parted else []
    yield Leaf(unit.anchor, unit, frozenset(child.anchor for child in below))
    for child in below:
        yield from _parted(child)


def _in_parts(unit: Unit) -> bool:
    return unit.kind is Kind.PART and any(child.kind is Kind.CHAPTER and child.is_head for child in unit.children)


def _is_division(unit: Unit) -> bool:
    return unit.is_head and unit.kind in _DIVISIONS


def _is_divided(units: Sequence[Unit]) -> bool:
    """Whether all marked units at the top are heads of divisions, be they of several kinds: 第一编, 附则."""
    marked = [unit for unit in units if unit.marker and unit.kind not in _UNCOUNTED]
    return (bool(marked) and all(_is_division(unit) for unit in marked)) or any(unit.kind is Kind.HEADING for unit in units)
