"""Lines → tree: depth follows from the kinds of mark alone, with a stack.

The order of marks is fixed (GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）; 编 章 节 条 stand above them), levels may be
skipped. A marked line is a head if it has no final stop, or if its first sentence is short and text follows in the
same line: （一）重大意义。高质量发展是…… gives the head 重大意义。 and a first paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model.records import Dropped, Kind, Line, Marker, Outline, Passage, RawText, Role, Unit
from ..text.fold import fold
from ..text.sentences import is_complete, split_sentences

RANKS = {
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
}
RUN_IN_LIMIT = 30
"""The longest first sentence, in characters, that is taken for a run-in head."""

_PLAIN = {
    Role.TITLE: Kind.TITLE,
    Role.ADOPTED: Kind.ADOPTED,
    Role.NUMBER: Kind.NUMBER,
    Role.ADDRESSEE: Kind.ADDRESSEE,
    Role.SIGNATURE: Kind.SIGNATURE,
    Role.DATE: Kind.DATE,
}
"""Roles whose line is one unit as it stands."""


@dataclass(slots=True)
class _Node:
    """A unit while its children are still being collected."""

    kind: Kind
    passage: Passage
    marker: Marker | None = None
    line: int = 0
    column: int = 0
    depth: tuple[int, int] = (-1, 0)
    children: list[_Node] = field(default_factory=list)

    def freeze(self) -> Unit:
        children = tuple(child.freeze() for child in self.children)
        return Unit(self.kind, self.passage, self.marker, children, "", self.line, self.column)


def outline(raw: RawText, lines: Iterable[Line]) -> Outline:
    """The tree of a scanned text. Anchors are empty still."""
    top: list[_Node] = []
    stack: list[_Node] = []
    dropped: list[Dropped] = []
    for line in lines:
        if line.role is Role.DROP:
            dropped.append(Dropped(line.passage, line.why))
        elif line.role in _PLAIN:
            top.append(_node(_PLAIN[line.role], line.passage))
        elif line.role is Role.CLOSING:
            stack.clear()
            top.append(_paragraph(Kind.PARAGRAPH, line.passage))
        elif line.marker is None:
            (stack[-1].children if stack else top).append(_paragraph(Kind.PARAGRAPH, line.passage))
        elif line.marker.kind is Kind.POINT:
            (stack[-1].children if stack else top).append(_paragraph(Kind.POINT, line.passage, line.marker))
        else:
            node = _marked(line, line.marker)
            while stack and stack[-1].depth >= node.depth:
                stack.pop()
            (stack[-1].children if stack else top).append(node)
            stack.append(node)
    return Outline(raw, tuple(node.freeze() for node in top), tuple(dropped))


def _depth(marker: Marker) -> tuple[int, int]:
    """The rank of a mark; decimals rank by how many numbers they have (1.1 above 1.1.1)."""
    return RANKS[marker.kind], len(marker.numbers) if marker.kind is Kind.DECIMAL else 0


def _node(kind: Kind, passage: Passage) -> _Node:
    return _Node(kind, passage, line=passage.line, column=passage.column)


def _paragraph(kind: Kind, passage: Passage, marker: Marker | None = None) -> _Node:
    """A unit whose text stands in its sentences."""
    text = passage[len(marker.text) :] if marker else passage[:]
    node = _Node(kind, text[:0], marker, passage.line, passage.column)
    node.children = [_node(Kind.SENTENCE, text[start:end]) for start, end in split_sentences(text.text)]
    return node


def _marked(line: Line, marker: Marker) -> _Node:
    text = line.passage[len(marker.text) :]
    head = _head_of(text, line.role, marker)
    if head is None:
        node = _paragraph(marker.kind, line.passage, marker)
    else:
        node = _Node(marker.kind, head, marker, line.passage.line, line.passage.column)
        rest = text[len(head.text) :]
        if rest.text:
            node.children = [_paragraph(Kind.PARAGRAPH, rest)]
    node.depth = _depth(marker)
    return node


def _head_of(text: Passage, role: Role, marker: Marker) -> Passage | None:
    """The part of a marked line that is its head, or None for a numbered paragraph.

    The text of an article (第三条　本办法适用于……。……) is a provision however short its first sentence.
    """
    if role is Role.HEAD or not is_complete(text.text):
        sentences = split_sentences(text.text)
        if role is Role.HEAD or len(sentences) < 2:
            return text
    if marker.kind is Kind.ARTICLE:
        return None
    sentences = split_sentences(text.text)
    start, end = sentences[0]
    if len(sentences) > 1 and len(fold(text.text[start:end])) <= RUN_IN_LIMIT:
        return text[start:end]
    return None


def source_order(parsed: Outline) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of every printed piece, each source character once, dropped lines in their places."""
    pieces: list[tuple[int, int, str]] = []
    for unit in parsed.walk():
        if unit.marker is not None:
            pieces.append((unit.line, unit.column, unit.marker.text))
        pieces.extend((span.line, span.column, span.text) for span in unit.passage.spans)
    for dropped in parsed.dropped:
        pieces.extend((span.line, span.column, span.text) for span in dropped.passage.spans)
    return iter(sorted(piece for piece in pieces if piece[2]))
