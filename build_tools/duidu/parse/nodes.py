"""Nodes of a tree that is being built, and how deep each kind of mark stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.markers import FORMAL
from ..model.passage import Passage
from ..model.records import Kind, Marker, Unit
from ..text.sentences import split_sentences

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


@dataclass(slots=True)
class Node:
    """A unit while its children are still being collected."""

    kind: Kind
    passage: Passage
    marker: Marker | None = None
    line: int = 0
    column: int = 0
    depth: tuple[float, int] = (-1, 0)
    children: list[Node] = field(default_factory=list)
    line_text: Passage | None = None
    """The whole marked line, where head or paragraph is not settled by a person."""

    @property
    def text(self) -> str:
        """All text that it has so far, that of all below it included."""
        return self.passage.text + "".join(child.text for child in self.children)

    def freeze(self) -> Unit:
        """The finished unit with all below it."""
        children = tuple(child.freeze() for child in self.children)
        return Unit(self.kind, self.passage, self.marker, children, "", self.line, self.column)


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


def plain(kind: Kind, passage: Passage) -> Node:
    """A unit that is its line as it stands."""
    return Node(kind, passage, line=passage.line, column=passage.column)


def paragraph(kind: Kind, passage: Passage, marker: Marker | None = None) -> Node:
    """A unit whose text stands in its sentences."""
    text = passage[len(marker.text) :] if marker else passage[:]
    node = Node(kind, text[:0], marker, passage.line, passage.column)
    ends = [end for _, end in split_sentences(text.text)]
    node.children = [plain(Kind.SENTENCE, sentence) for sentence in text.split([0, *ends])]
    return node
