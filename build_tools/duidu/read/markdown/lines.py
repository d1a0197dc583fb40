"""A Markdown file while it is read: what each of its lines shows, what lies among them, and the reading that comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model.reading import Reading, Remark, Writer
from ...model.records import Block, BlockKind


@dataclass(slots=True)
class MarkdownLines:
    """The file while it is read: what each of its lines shows (several pieces where HTML breaks it), and what lies among them."""

    source: Sequence[str]
    pieces: list[list[str]]
    outside: dict[int, str] = field(default_factory=dict)
    tables: list[tuple[int, int]] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    footnotes: dict[str, tuple[int, int]] = field(default_factory=dict)
    references: dict[str, tuple[int, int]] = field(default_factory=dict)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    """Those of the first level: the title, if there is one only."""

    def written(self) -> Reading:
        """The lines, with tables, pictures and footnotes as blocks; lines that are left out stay as they are in the file."""
        writer = Writer()
        places: list[tuple[int, int]] = []
        for pieces in self.pieces:
            first = writer.next
            for piece in pieces:
                writer.line(piece)
            places.append((first, writer.next - 1))
        outside = {places[number - 1][0]: why for number, why in self.outside.items()}
        for number in self.outside:
            writer.lines[places[number - 1][0] - 1] = self.source[number - 1]
        blocks = [Block(BlockKind.TABLE, places[first][0], places[last][1]) for first, last in self.tables]
        remarks = [Remark(places[number][0], places[number][1], words) for number, words in self.remarks]
        for number in dict.fromkeys(self.figures):
            if not any(first <= number <= last for first, last in self.tables):
                if self._alone(number):
                    blocks.append(Block(BlockKind.FIGURE, *places[number]))
                remarks.append(Remark(*places[number], "这里有一张图，图里的字没有收入"))
        for label, (first, last) in self.footnotes.items():
            line, column = self.references.get(label, (-1, 0))
            blocks.append(
                Block(BlockKind.FOOTNOTE, places[first][0], places[last][1], label, (places[line][0] if line >= 0 else 0, column))
            )
        return Reading(tuple(writer.lines), outside, tuple(sorted(blocks, key=lambda block: block.first)), tuple(remarks), self.said)

    def _alone(self, number: int) -> bool:
        """Whether a picture has its line for itself, with nothing but its own words beside it."""
        return bool(re.fullmatch(r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*|<[^>]*>\s*)+", self.source[number]))
