"""Siblings are treated alike: where most of a list are paragraphs, all are."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.records import Kind
from .nodes import Node, paragraph

_LISTED = {Kind.SECTION, Kind.ITEM, Kind.SUBITEM, Kind.SUBSUBITEM, Kind.CIRCLE, Kind.LETTER, Kind.ROMAN, Kind.DECIMAL}


def treat_alike(nodes: Sequence[Node]) -> None:
    """Turn run-in heads among a majority of numbered paragraphs into paragraphs, at every level."""
    lists: dict[Kind, list[Node]] = {}
    for node in nodes:
        if node.kind in _LISTED:
            lists.setdefault(node.kind, []).append(node)
        treat_alike(node.children)
    for siblings in lists.values():
        whole = sum(_is_paragraph(node) for node in siblings)
        if 2 * whole > len(siblings):
            for node in siblings:
                if not _is_paragraph(node):
                    _as_paragraph(node)


def _is_paragraph(node: Node) -> bool:
    return any(child.kind is Kind.SENTENCE for child in node.children)


def _as_paragraph(node: Node) -> None:
    """Only where text follows in the head's own line, or nothing is below it."""
    if node.line_text is None or node.marker is None:
        return
    run_in = bool(node.children) and node.children[0].line == node.line
    if run_in or not node.children:
        whole = paragraph(node.kind, node.line_text, node.marker)
        node.passage = whole.passage
        node.children = whole.children + node.children[1:]
