"""How far a box (专栏) reaches whose form is lost: in plain text it is lines like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.records import BlockKind, Kind, Line, Marker, Role
from .nodes import Node
from .ranks import depth_of

FURTHEST = 200
"""So many siblings back a number is looked for that a mark may count on from."""


def goes_on_in_box(line: Line, box: Node, outside: Node, ranks: Mapping[Kind, float]) -> bool:
    """Whether a line below a box is still in it. ``outside`` is what the box stands below.

    Below a box that has its text in its own line only numbers go on that count on from there (注：1. …… / 2. ……); below one
    that is only named there, all up to a head, or to a number that counts on from before the box. A table ends it.
    """
    mark = line.marker
    if line.block is not None:
        return line.block.kind is BlockKind.TABLE and not box.children
    if line.role not in (Role.MARKED, Role.PARAGRAPH) or (mark and mark.kind in (Kind.BOX, Kind.ANNEX)):
        return False
    if mark is None or not mark.numbers:
        tabled = any(child.kind is Kind.TABLE for child in box.children)
        return line.passage.text.startswith("注") if tabled else not _has_text(box)
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
    return any(child.line == box.line for child in box.children)


def _last_number(siblings: Sequence[Node], kind: Kind) -> int:
    """The number of the last of a kind, 0 where there is none."""
    last = next((node.marker for node in siblings[: -FURTHEST - 1 : -1] if node.kind is kind and node.marker), None)
    return last.numbers[-1] if last and last.numbers else 0
