"""An outline printed back: with this every source character is accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.model.records import Outline


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
