"""Where the provisions of each section go: between the sections of two documents, how many of either have their counterpart there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..anchors.document import Document
from .alignment import NONE, Alignment, Coverage, compared_units


@dataclass(frozen=True, slots=True)
class Side:
    """One document of a pair. Only what stands in sections is counted; every sentence and head once, at its closest counterpart."""

    document: Document
    sizes: Mapping[str, int]
    """Section → sentences and heads in it."""
    going: Mapping[tuple[str, str], int]
    """Section, section of the other document → how many have their counterpart there; in the order of both."""
    staying: Mapping[tuple[str, Coverage], int]
    """Section, state → how many have no counterpart, by kind of none, and how many nobody has read."""


def flow(pair: Alignment) -> tuple[Side, Side]:
    """The implemented document's side, and the implementing one's. What goes between two sections in one way only counts 0 in the other."""
    upper, lower = _going(pair, pair.implemented), _going(pair, pair.implementing)
    keys = [
        (one.anchor, other.anchor)
        for one in pair.implemented.sections
        for other in pair.implementing.sections
        if upper[one.anchor, other.anchor] or lower[other.anchor, one.anchor]
    ]
    back = sorted((key[::-1] for key in keys), key=lambda key: [unit.anchor for unit in pair.implementing.sections].index(key[0]))
    return _side(pair, pair.implemented, upper, keys), _side(pair, pair.implementing, lower, back)


def _side(pair: Alignment, document: Document, going: Counter[tuple[str, str]], keys: Sequence[tuple[str, str]]) -> Side:
    sections = _sections(document)
    sizes = Counter(sections[anchor] for anchor in compared_units(document) if anchor in sections)
    staying = Counter((sections[a], pair.state(document, a)) for a in compared_units(document) if a in sections)
    without = {
        (section, state): staying[section, state] for section in sizes for state in (*NONE, Coverage.UNREVIEWED) if staying[section, state]
    }
    return Side(document, sizes, {key: going[key] for key in keys}, without)


def _going(pair: Alignment, document: Document) -> Counter[tuple[str, str]]:
    sections, others = _sections(document), _sections(pair.other(document))
    found = ((anchor, pair.closest(document, anchor)) for anchor in compared_units(document) if anchor in sections)
    closest = ((anchor, pair.ends(link, document)[1]) for anchor, link in found if link)
    return Counter((sections[anchor], others[counterpart]) for anchor, counterpart in closest if counterpart in others)


def _sections(document: Document) -> Mapping[str, str]:
    """Every unit that stands in a section → the section."""
    return {unit.anchor: section.anchor for section in document.sections for unit in section.walk()}
