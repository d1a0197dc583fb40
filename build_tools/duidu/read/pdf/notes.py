"""Footnotes at the foot of a PDF's pages: each is written behind the paragraph that refers to it, as Word files and web pages have them.

Its mark is no text, neither where the note stands nor where it is referred to. A mark that is not found there for sure is left where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model.reading import Writer
from ...model.records import Block, BlockKind
from ...text.raised import raised
from .lines import PrintedLine
from .tables import joined

NOTE = re.compile(r"\s*(?P<mark>[①-⑳]|[\[〔【]\d{1,3}[\]〕】]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,2}(?=\s)|注\d*(?=[：:])|注\d+|[*※])")
"""What a note begins with."""
_ITS_TEXT = re.compile(r"[：:\s]*")


@dataclass(frozen=True, slots=True)
class _Note:
    page: int
    mark: str
    text: str

    @property
    def referring(self) -> str:
        """How the text refers to it: a bare figure is raised there."""
        return raised(self.mark, "superscript") if self.mark.isdecimal() else self.mark


class PageNotes:
    """The notes of all pages that are still to be written."""

    def __init__(self, rows: Sequence[tuple[int, PrintedLine]]) -> None:
        self._left = list(_notes(rows))

    def write_referring(self, writer: Writer, text: str, page: int) -> None:
        """A paragraph that ends on this page, or begins on the one before, then the notes that it refers to."""
        found: list[tuple[int, _Note]] = []
        for note in [note for note in self._left if note.page in (page - 1, page)]:
            # At the head of a paragraph the same mark is a number.
            if note.referring and text.count(note.referring, 1) == 1:
                at = text.index(note.referring, 1)
                text = text[:at] + text[at + len(note.referring) :]
                found.append((at, note))
                self._left.remove(note)
        line = writer.line(text)
        for at, note in sorted(found, key=lambda one: one[0]):
            below = writer.line(note.text)
            writer.blocks.append(Block(BlockKind.FOOTNOTE, below, below, note.mark, (line, at + 1)))

    def write_rest(self, writer: Writer, page: int | None = None) -> None:
        """The notes of the pages before ``page`` (of all pages without one) that no paragraph refers to."""
        for note in [note for note in self._left if page is None or note.page < page]:
            self._left.remove(note)
            line = writer.line(f"{note.mark} {note.text}".strip())
            writer.blocks.append(Block(BlockKind.FOOTNOTE, line, line, note.mark))
            writer.remark("这一行是页下的脚注；它所注的地方没有认出", line)


def _notes(rows: Sequence[tuple[int, PrintedLine]]) -> Iterator[_Note]:
    starts = [at for at, (page, row) in enumerate(rows) if not at or page != rows[at - 1][0] or NOTE.match(row.text)]
    for start, end in pairwise([*starts, len(rows)]):
        text = joined([row.text for _, row in rows[start:end]])
        found = NOTE.match(text)
        below = _ITS_TEXT.match(text, found.end()) if found else None
        yield _Note(rows[start][0], found["mark"] if found else "", text[below.end() :] if below else text)
