"""Lines → tree: depth follows from the kinds of mark alone, with a stack.

The order of marks is fixed (GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）; 编 章 节 条 stand above them), levels may be
skipped. The texts of a file (a notice, what it issues, its annexes) are trees of their own. The unmarked paragraphs of
an article are its 款, and what is numbered below belongs to the 款 that introduces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ..model.passage import Passage
from ..model.records import FRAME, Block, BlockKind, Dropped, Kind, Line, Marker, Outline, RawText, Role
from .alike import treat_alike
from .boxes import BoxShape, goes_on_in_box
from .gaps import gapped_kinds
from .heads import caption_of, goes_on_in_list, head_of, run_in_name
from .interrupted import among_items
from .nodes import Node, paragraph, plain
from .ranks import RANKS, Ranks, depth_of, ranks_of

_PLAIN = {Role(kind.value): kind for kind in FRAME}
"""Roles whose line is one unit as it stands."""
_CLOSE = {Role.SIGNATURE, Role.DATE}
"""After these no earlier head goes on."""
_PROVISION = (RANKS[Kind.ARTICLE], 1)
"""The depth of a 款: below its article, above all that is numbered in it."""
_ADDRESSES = re.compile(r"(?:各位(?:代表|委员|领导|同志|来宾|专家|同仁)|同志们|朋友们|女士们|全国的?同胞们)[^，。：；！]{0,12}[！!，,：:]")
_ABOVE_NOTHING = 99
"""A preamble ends where the highest of the text's marks begins."""


def outline(raw: RawText, lines: Iterable[Line]) -> Outline:
    """The tree of a scanned text. Anchors are empty still."""
    found = list(lines)
    tops: list[Node] = []
    text = _Text(tops, _ranks(found, 0))
    dropped: list[Dropped] = []
    tail = _tails(found)
    among = among_items(found)
    for place, line in enumerate(found):
        if line.role is Role.DROP:
            dropped.append(Dropped(line.passage, line.why))
            continue
        if line.opens:
            text = _further(tops, line, _ranks(found, place + 1))
        if line.marker and line.marker.kind is Kind.ANNEX:
            text = _annex(tops, line, line.marker, _ranks(found, place + 1))
        elif line.block is not None and line.block.kind is not BlockKind.BOX:
            text.in_block(line, line.block, last=tail[place])
        else:
            text.add(line, found[place + 1 : place + 2], last=tail[place], among=place in among)
    treat_alike(tops)
    return Outline(raw, tuple(node.freeze() for node in tops), tuple(dropped))


def _begins_text(line: Line) -> bool:
    return line.opens or (line.marker is not None and line.marker.kind is Kind.ANNEX)


def _ranks(lines: Sequence[Line], start: int) -> Ranks:
    """The ranks in the text that has its first line at ``start``."""
    own = list(takewhile(lambda line: not _begins_text(line), islice(lines, start, None)))
    ranks = ranks_of(line.marker for line in own if line.marker and line.block is None)
    return replace(ranks, gapped=gapped_kinds(own))


def _tails(lines: Sequence[Line]) -> list[bool]:
    """Of each line whether only footnotes and the frame follow in its text: these belong to no head."""
    tails = [False] * len(lines)
    ending = True
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        ends = line.role in (Role.FOOTNOTE, Role.DROP, *_CLOSE) or (line.block is not None and line.block.kind is BlockKind.FOOTNOTE)
        ending = ending and ends
        tails[place] = ending
        if _begins_text(line):
            ending = True
    return tails


def _further(tops: list[Node], line: Line, ranks: Ranks) -> _Text:
    component = Node(Kind.COMPONENT, line.passage[:0], line=line.passage.line, column=line.passage.column)
    tops.append(component)
    return _Text(component.children, ranks)


def _annex(tops: list[Node], line: Line, marker: Marker, ranks: Ranks) -> _Text:
    """An annex: its mark, and what is left of the line as its title."""
    title = line.passage[len(marker.text) :]
    annex = Node(Kind.ANNEX, title, marker, line.passage.line, line.passage.column)
    tops.append(annex)
    return _Text(annex.children, ranks)


class _Text:
    """One of the texts of a file, while its lines come in."""

    def __init__(self, top: list[Node], ranks: Ranks) -> None:
        self.top = top
        self.ranks = ranks
        self.stack: list[Node] = []
        self.block: tuple[Block, Node] | None = None
        self.box: Block | None = None
        self.shape = BoxShape(0)
        self.highest = RANKS[Kind.SECTION]

    @property
    def below(self) -> list[Node]:
        """Where a line without a mark goes."""
        return self.stack[-1].children if self.stack else self.top

    def add(self, line: Line, following: Sequence[Line], *, last: bool, among: bool = False) -> None:
        """One line of running text; ``among``: without a mark among the items of an article."""
        self._leave_box(line)
        if line.block is not None and line.block is not self.box:
            self._box(line)
        elif line.role in _PLAIN:
            if line.role in _CLOSE:
                self.stack.clear()
            (self.top if not self.stack else self.below).append(plain(_PLAIN[line.role], line.passage))
        elif line.role in (Role.CLOSING, Role.UNKNOWN):
            self.stack.clear()
            self.top.append(paragraph(Kind.PARAGRAPH, line.passage))
        elif line.role is Role.FOOTNOTE:
            if last:
                self.stack.clear()
            self.below.append(paragraph(Kind.FOOTNOTE, line.passage, line.marker))
        elif line.role in (Role.HEADING, Role.PREAMBLE):
            self._push(self._heading(line))
        elif line.marker is None and among:
            self.below.append(paragraph(Kind.PARAGRAPH, line.passage))
        elif line.marker is None:
            self._paragraph(line.passage)
        else:
            self._marked(line, line.marker, following)

    def _marked(self, line: Line, marker: Marker, following: Sequence[Line]) -> None:
        """A line that opens with a number or a dash."""
        if marker.kind is Kind.POINT:
            self.below.append(paragraph(Kind.POINT, line.passage, marker))
        elif marker.kind is Kind.BOX and self._in_line_of_box(line):
            # A second box that was run into the same line: of the two only the first is known to be one.
            node = plain(Kind.HEADING, line.passage)
            node.depth = (RANKS[Kind.ANNEX], 0)
            self._push(node)
        elif marker.kind is Kind.BOX:
            self._box(line)
        elif marker.kind is Kind.ARTICLE:
            self._article(line, marker, following)
        else:
            self._push(_marked(line, marker, self.ranks))

    def in_block(self, line: Line, block: Block, *, last: bool) -> None:
        """One line of a table, figure or footnote that reading has found."""
        kind = block.kind
        if self.block is None or self.block[0] is not block:
            self._leave_box(line)
            if kind is BlockKind.FOOTNOTE and last:
                self.stack.clear()
            whole = kind is BlockKind.FOOTNOTE and block.first == block.last
            empty = Node(Kind(kind.value), line.passage[:0], line=line.passage.line, column=line.passage.column)
            node = paragraph(Kind.FOOTNOTE, line.passage) if whole else empty
            self.below.append(node)
            self.block = (block, node)
            if whole:
                return
        node = self.block[1]
        if kind is BlockKind.TABLE:
            node.children.append(plain(Kind.ROW, line.passage))
        elif kind is BlockKind.FIGURE:
            node.passage = Passage.join((node.passage, line.passage)) if node.passage.text else line.passage
        else:
            node.children.append(paragraph(Kind.PARAGRAPH, line.passage))

    def _push(self, node: Node) -> None:
        while self.stack and self.stack[-1].kind is not Kind.BOX and self.stack[-1].depth >= node.depth:
            self.stack.pop()
        self.below.append(node)
        self.stack.append(node)
        if node.marker:
            self.highest = min(self.highest, node.depth[0])

    def _heading(self, line: Line) -> Node:
        """Above whatever is numbered: on a level with the highest head so far."""
        kind = Kind(line.role.value)
        node = plain(kind, line.passage)
        node.depth = (self.ranks.top, _ABOVE_NOTHING) if kind is Kind.PREAMBLE else (self.highest, 0)
        return node

    def _paragraph(self, passage: Passage) -> None:
        """A 款 in an article; else what stands below the last head or item."""
        node = paragraph(Kind.PARAGRAPH, passage)
        in_article = any(above.kind is Kind.ARTICLE for above in self.stack)
        if in_article and not (self.stack[-1].depth == _PROVISION and goes_on_in_list(self.stack[-1], passage.text)):
            node.depth = _PROVISION
            self._push(node)
        else:
            if _ADDRESSES.match(passage.text):
                self._out_of_lists()
            self.below.append(node)

    def _out_of_lists(self) -> None:
        """Back to the head above the items: who speaks turns to the listeners again."""
        while self.stack and self.stack[-1].depth[0] > self.ranks.of[Kind.SECTION] and self.stack[-1].kind is not Kind.BOX:
            self.stack.pop()

    def _article(self, line: Line, marker: Marker, following: Sequence[Line]) -> None:
        text = line.passage[len(marker.text) :]
        single = marker.kind in self.ranks.gapped
        caption = text if line.role is Role.HEAD else caption_of(text, following, single=single)
        node = Node(Kind.ARTICLE, caption, marker, line.passage.line, line.passage.column, depth_of(marker, self.ranks.of))
        self._push(node)
        rest = text[len(caption.text) :]
        if rest.text:
            self._paragraph(rest)

    def _box(self, line: Line) -> None:
        """A box holds the lines that reading found in it; run into one line, what stands in the same line."""
        self.box = line.block
        if line.marker and line.marker.kind is Kind.BOX:
            node = _marked(line, line.marker, self.ranks)
        else:
            node = Node(Kind.BOX, line.passage[:0], line=line.passage.line, column=line.passage.column)
        self.below.append(node)
        self.stack.append(node)
        self.shape = BoxShape(line.passage.line)
        if node.marker is None:
            self.add(line, (), last=False)

    def _in_line_of_box(self, line: Line) -> bool:
        return any(node.kind is Kind.BOX and node.line == line.passage.line for node in self.stack)

    def _leave_box(self, line: Line) -> None:
        at = next((at for at, node in enumerate(self.stack) if node.kind is Kind.BOX), None)
        if at is None:
            return
        box = self.stack[at]
        outside = self.stack[at - 1] if at else Node(box.kind, box.passage[:0], depth=(self.highest, 0), children=self.top)
        same = box.line == line.passage.line
        lost = self.box is None and (same or goes_on_in_box(line, box, outside, self.ranks.of, self.shape))
        inside = lost or (self.box is not None and line.block is self.box)
        if lost and not same:
            self.shape.take(line.passage, line.marker)
        if not inside:
            del self.stack[at:]
            self.box = None


def _marked(line: Line, marker: Marker, ranks: Ranks) -> Node:
    text = line.passage[len(marker.text) :]
    named = text[: len(run_in_name(text, single=marker.kind in ranks.gapped))] if marker.kind is not Kind.BOX else text[:0]
    head = text if line.role is Role.HEAD else named if named.text else head_of(text)
    if head is None:
        node = paragraph(marker.kind, line.passage, marker)
    else:
        node = Node(marker.kind, head, marker, line.passage.line, line.passage.column)
        rest = text[len(head.text) :]
        if rest.text:
            node.children = [paragraph(Kind.PARAGRAPH, rest)]
    node.depth = depth_of(marker, ranks.of)
    node.line_text = None if line.role is Role.HEAD else line.passage
    return node
