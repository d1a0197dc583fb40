"""Where a footnote is referred to from: the sentence or head that its mark stood in.

The mark itself is no part of the text; of Word files, web pages and Markdown it is known where it stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from ..model.records import BlockKind, Kind, Outline


def references(parsed: Outline) -> Mapping[str, tuple[str, ...]]:
    """The anchor of a sentence or head → the anchors of the footnotes that belong to it."""
    blocks = [block for block in parsed.raw.blocks if block.kind is BlockKind.FOOTNOTE and block.reference[0]]
    if not blocks:
        return {}
    lines = {block.reference[0] for block in blocks}
    notes: dict[int, str] = {}
    starts: dict[int, list[tuple[int, str]]] = {}
    for unit in parsed.walk():
        if unit.kind is Kind.FOOTNOTE:
            notes[unit.line] = unit.anchor
        for span in unit.passage.spans if unit.passage.text else ():
            if span.line in lines:
                starts.setdefault(span.line, []).append((span.column, unit.anchor))
    found: dict[str, list[str]] = {}
    for block in blocks:
        line, column = block.reference
        pieces = sorted(starts.get(line, ()))
        if pieces and block.first in notes:
            # A mark behind a full stop belongs to the sentence that ends there.
            anchor = pieces[max(bisect_left(pieces, (column, "")) - 1, 0)][1]
            found.setdefault(anchor, []).append(notes[block.first])
    return {anchor: tuple(anchors) for anchor, anchors in found.items()}
