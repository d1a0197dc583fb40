"""The coverage of a pair in sum: how much of each document is taken up in which way, and how much is not; item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..anchors.document import Document
from ..model.records import Kind
from ..text.fold import fold
from .alignment import NONE, Alignment, Closeness, Coverage, compared_units

CATEGORIES = (*(closeness.value for closeness in Closeness), *(state.value for state in NONE), Coverage.UNREVIEWED.value)
"""Every sentence and head is counted in exactly one of these: its closest relation, or why it has none."""


@dataclass(frozen=True, slots=True)
class CoverageSummary:
    """Counts by category for one document of a pair."""

    sentences: Mapping[str, int]
    heads: Mapping[str, int]
    characters: Mapping[str, int]
    """Of the folded text of sentences and heads."""

    @property
    def read(self) -> int:
        """The sentences that a person has read: what shares are shares of."""
        return sum(self.sentences.values()) - self.sentences[Coverage.UNREVIEWED.value]

    @property
    def none(self) -> int:
        """The sentences without counterpart, of any kind."""
        return sum(self.sentences[state.value] for state in NONE)


def category(pair: Alignment, document: Document, anchor: str) -> str:
    """One of ``CATEGORIES``."""
    closest = pair.closest(document, anchor)
    return closest.closeness.value if closest else pair.state(document, anchor).value


def summary_of(pair: Alignment, document: Document) -> CoverageSummary:
    """The summary of one of the two documents; each count has every category."""
    counts: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    sentences, heads, characters = counts
    for anchor in compared_units(document):
        name = category(pair, document, anchor)
        (sentences if document.units[anchor].kind is Kind.SENTENCE else heads)[name] += 1
        characters[name] += len(fold(document.text(anchor)))
    full = [{name: count[name] for name in CATEGORIES} for count in counts]
    return CoverageSummary(*full)


def without_counterpart(pair: Alignment, document: Document, kind: Coverage) -> tuple[list[str], list[str]]:
    """The sentences, and the heads, without counterpart of one kind of none."""
    anchors = [anchor for anchor in compared_units(document) if pair.state(document, anchor) is kind]
    sentences = [anchor for anchor in anchors if document.units[anchor].kind is Kind.SENTENCE]
    return sentences, [anchor for anchor in anchors if anchor not in sentences]


def none_kinds(pair: Alignment, document: Document) -> tuple[Coverage, ...]:
    """The kinds of none that a document may have: the implementing one has only what is its own."""
    return (Coverage.OPEN,) if document is pair.implementing else NONE


def items(document: Document) -> list[str]:
    """The rows and columns of the matrix: heads that have no head below them, in order; the document itself ("") for what stands under none."""
    heads = [anchor for anchor, item in document.items.items() if anchor == item]
    outside = any(document.items[anchor] == "" for anchor in compared_units(document))
    return ([""] if outside else []) + heads


def item_of(document: Document, anchor: str) -> str:
    """The item of ``items`` a unit belongs to; a section's own head, which has items below, belongs to none of them: it has ""."""
    return document.items.get(anchor, "")


def matrix(pair: Alignment) -> Mapping[tuple[str, str], int]:
    """Number of links per item of the implementing and item of the implemented document: of those that were read, if any was."""
    return Counter((item_of(pair.implementing, link.source), item_of(pair.implemented, link.target)) for link in pair.counted)
