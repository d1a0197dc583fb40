"""Nodes of a tree that is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.passage import Passage
from ..model.records import Kind, Marker, Unit
from ..text.sentences import split_sentences


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
