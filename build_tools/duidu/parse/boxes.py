"""How far a box (专栏) reaches whose form is lost: in plain text it is lines like any other.

What such boxes hold is of one shape: in the plans of governments from 2011 on they are a list of projects, numbered
(1.……工程。……, 01　…… with its text in the next line) or named (……工程：……), each as long as the others, or running text.
So a line that fits the shape goes on in the box, one line too many below its last project does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from ..model.passage import Passage
from ..model.records import BlockKind, Kind, Line, Marker, Role, Unit
from ..text.sentences import is_complete
from .nodes import Node
from .ranks import depth_of

FURTHEST = 200
"""So many siblings back a number is looked for that a mark may count on from."""
LONGEST_NAME = 25
_NAME = re.compile(r"[^，,。；;：:！？\s]{2,24}(?P<stop>[。：:])(?=.)")
_REMARK = re.compile(r"注|资料来源|说明[：:]")
"""What stands below a table or a list and belongs to it."""


class _Begins(Enum):
    """How a line of a box begins: with a number, a dash, a name of one form or the other, or as running text."""

    NUMBER = "1."
    POINT = "——"
    NAMED_COLON = "……工程：……"
    NAMED_STOP = "……工程。……"
    NAME = "……工程"
    TEXT = ""


class BoxShape:
    """What the lines of a box have in common, while they come in: constant work a line."""

    def __init__(self, line: int) -> None:
        self._line = line
        self._first: _Begins | None = None
        self._below: list[int] = []
        """Of each project how many lines without a number or name stand below its first."""
        self._most = 0
        """The most of these below any project but the last."""
        self._columns: set[int] = set()
        self._gaps: list[bool] = []

    def take(self, passage: Passage, mark: Marker | None) -> None:
        """One more line of the box."""
        if self._first is not None or passage.line == self._line + 1:
            self._gaps.append(self._is_gap(passage.line))
        self._columns.add(passage.column)
        self._line = passage.spans[-1].line
        begins = _begins(passage.text, mark)
        if self._first is None:
            self._first = begins
        if begins is self._first and begins is not _Begins.TEXT:
            self._most = max(self._most, self._below[-1]) if self._below else 0
            self._below.append(0)
        elif self._below and not _REMARK.match(passage.text):
            self._below[-1] += 1

    def goes_on(self, passage: Passage, mark: Marker | None) -> bool:
        """Whether a line without a number is of this shape."""
        if self._first is None or _REMARK.match(passage.text):
            return True
        if self.is_parted_from(passage.line):
            return False
        if _begins(passage.text, mark) is self._first is not _Begins.TEXT:
            return True
        if self._columns.isdisjoint({passage.column}) and len(self._columns) == 1:
            return False
        return len(self._below) < 2 or self._below[-1] < self._most

    def is_parted_from(self, line: int) -> bool:
        """Whether a blank line stands before this one, and none within the box."""
        return self._is_gap(line) and bool(self._gaps) and not any(self._gaps)

    @property
    def is_even(self) -> bool:
        """Whether every project is as long as the others, so that nothing below the last need be anything else."""
        if not self._below:
            return False
        last = self._below[-1]
        return last == 0 or (len(self._below) > 1 and last == self._most == min(self._below))

    def _is_gap(self, line: int) -> bool:
        return line > self._line + 1


def _begins(text: str, mark: Marker | None) -> _Begins:
    if mark:
        return _Begins.NUMBER if mark.numbers else _Begins.POINT
    if named := _NAME.match(text):
        return _Begins.NAMED_STOP if named["stop"] == "。" else _Begins.NAMED_COLON
    return _Begins.TEXT if is_complete(text) or len(text) > LONGEST_NAME else _Begins.NAME


def end_is_seen(box: Unit, behind: Unit | None) -> bool:
    """Whether the text itself shows where a box ends; ``behind`` is the first unit in a line below it."""
    if behind is not None and behind.kind in (Kind.PARAGRAPH, Kind.POINT):
        return True  # it would be in the box if anything of the box's shape allowed it
    shape = BoxShape(box.line)
    last = box.line
    for unit in box.walk():
        if unit.kind in (Kind.TABLE, Kind.FIGURE):
            return True
        if unit.line > last and unit.kind is not Kind.FOOTNOTE:
            sentences = tuple(child.passage for child in unit.children if child.kind is Kind.SENTENCE)
            shape.take(Passage.join(sentences) if sentences else unit.passage, unit.marker)
            last = unit.line
    return shape.is_even or (behind is not None and shape.is_parted_from(behind.line))


def goes_on_in_box(line: Line, box: Node, outside: Node, ranks: Mapping[Kind, float], shape: BoxShape) -> bool:
    """Whether a line below a box is still in it. ``outside`` is what the box stands below, ``shape`` that of its lines so far.

    Below a box that has its text in its own line only numbers go on that count on from there (注：1. …… / 2. ……); below one
    that is only named there, all that fits its shape, up to a head, or to a number that counts on from before the box. A table ends it.
    """
    mark = line.marker
    if line.block is not None:
        return line.block.kind is BlockKind.TABLE and not box.children
    if line.role not in (Role.MARKED, Role.PARAGRAPH) or (mark and mark.kind in (Kind.BOX, Kind.ANNEX)):
        return False
    if mark is None or not mark.numbers:
        tabled = any(child.kind is Kind.TABLE for child in box.children[:FURTHEST])
        if tabled:
            return _REMARK.match(line.passage.text) is not None
        return not _has_text(box) and shape.goes_on(line.passage, mark)
    return depth_of(mark, ranks) >= outside.depth and _counts(mark, box, outside, ranks)


def _counts(mark: Marker, box: Node, outside: Node, ranks: Mapping[Kind, float]) -> bool:
    """Whether a number goes on in the box, or begins a list there rather than going on outside."""
    number = mark.numbers[-1]
    before = _last_number(box.children, mark.kind)
    if not before and _has_text(box) and any(f"{number - 1}{dot}" in box.text for dot in ".．、"):
        before = number - 1
    if before:
        return number == before + 1
    level = [outside] if depth_of(mark, ranks) == outside.depth else outside.children
    return not _has_text(box) and (number == 1 or number != _last_number(level, mark.kind) + 1)


def _has_text(box: Node) -> bool:
    """Whether a box has its text in its own line."""
    return any(child.line == box.line for child in box.children[:FURTHEST])


def _last_number(siblings: Sequence[Node], kind: Kind) -> int:
    """The number of the last of a kind, 0 where there is none."""
    last = next((node.marker for node in siblings[: -FURTHEST - 1 : -1] if node.kind is kind and node.marker), None)
    return last.numbers[-1] if last and last.numbers else 0
