"""A Word file (.docx) → its lines: what a reader of the accepted text sees, with automatic numbers, tables and footnotes.

A paragraph is a line, and so is each part of one that is broken by hand. Deleted and hidden words are no text; that
there were any is reported, as are text boxes, pictures and comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from ...model.reading import ABOVE, CONTENTS, LARGEST, LEFT, Reading, Refused, Writer
from ...model.records import Block, BlockKind
from .drawings import chosen
from .fields import Field
from .largest import largest_print
from .names import child, children, is_on, local, value
from .notes import Footnotes
from .numbering import Numbering
from .package import Package
from .paragraphs import BREAK, SKIPPED, NoteReference, Paragraph, read_inline
from .remarks import remark_counted, remark_parts
from .styles import Styles
from .tables import Cell, is_data, rows_of
from .typed_notes import TypedNotes, raised_marks

FRAME_OF_ALL = 0.5
"""A frame around so much of the text frames the page, not a part of it."""


def read_docx(data: bytes) -> Reading:
    """The lines of a Word file. Raises Refused."""
    try:
        package = Package(data)
        body = child(package.part(package.main), "body")
        reader = _Reader(package, body)
        reader.blocks(body if body is not None else ())
        reader.finish()
        if words := largest_print(body, reader.styles):
            reader.writer.said[LARGEST] = words
    except RecursionError:
        raise Refused("文件里的结构一层套一层，套得太深，Word 不会写出这样的文件", "在 Word 或 WPS 里打开、另存为新的 .docx") from None
    return reader.writer.reading()


class _Reader:
    """One pass over the body."""

    def __init__(self, package: Package, body: Element | None) -> None:
        self.writer = Writer()
        self.styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self.styles)
        self._notes = Footnotes(package, body)
        self._typed = TypedNotes(body if body is not None else (), self.styles)
        self._package = package
        self._fields: list[Field] = []
        self._seen: dict[str, list[int]] = {}
        self._carried: Paragraph | None = None
        """A paragraph whose end a tracked change deleted: it goes on in the next one."""

    def blocks(self, parent: Iterable[Element]) -> None:
        """All paragraphs and tables below an element, in order."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "sdt":
                self._control(element)
            elif name == "altChunk":
                self.writer.remark("文件里嵌着另一份文件，没有收入", self.writer.next)
            elif name == "AlternateContent":
                self.blocks(chosen(element))
            elif name not in SKIPPED and name != "sectPr":
                # Custom markup, accepted insertions: what they hold is text like any other.
                self.blocks(element)

    def finish(self) -> None:
        """What is known only at the end: contents that end nowhere, a frame around everything, what a person should know of the whole."""
        if self._carried is not None:
            self._written("", self._carried)
        if any(one.is_contents for one in self._fields):
            # Of contents that end nowhere it is not known what still is of them.
            self.writer.outside = {number: why for number, why in self.writer.outside.items() if why != CONTENTS}
        self._without_frame_of_all()
        remark_counted(self.writer, self._seen)
        remark_parts(self.writer, self._package)

    def _without_frame_of_all(self) -> None:
        """A frame around the whole text is none around a part of it."""
        length = sum(map(len, self.writer.lines))
        self.writer.blocks = [
            block
            for block in self.writer.blocks
            if block.kind is not BlockKind.BOX or sum(map(len, self.writer.lines[block.first - 1 : block.last])) <= FRAME_OF_ALL * length
        ]

    def _control(self, element: Element) -> None:
        """A content control holds text like any other, but for one that nobody has filled in, and one around a table of contents."""
        if is_on(element, "sdtPr", "showingPlcHdr"):
            self._seen.setdefault("placeholders", []).append(self.writer.next)
            return
        first = self.writer.next
        self.blocks(element)
        if value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents":
            self.writer.outside.update(dict.fromkeys(range(first, self.writer.next), CONTENTS))

    def _read(self, element: Element, carried: Paragraph | None = None) -> Paragraph:
        """The paragraph, behind what is carried on from the one before it."""
        found = carried or Paragraph(self.styles, self._fields)
        read_inline(element, found)
        # An instruction that does not end in its paragraph is none.
        self._fields[:] = [one for one in self._fields if one.in_result]
        return found

    def _paragraph(self, element: Element) -> None:
        found = self._read(element, self._carried)
        self._carried = found if _goes_on(element) else None
        self._typed.passed(element)
        if self._carried is None:
            known = self._typed.claimed(element)
            if known:
                found.text = found.text.strip()[len(known[0]) :].lstrip()
                found.raised.clear()
            else:
                self._take_typed_marks(found)
            first = self.writer.next
            self._written(self._mark(element, found), found)
            if known:
                self.writer.blocks.append(Block(BlockKind.FOOTNOTE, first, first, *known))

    def _take_typed_marks(self, found: Paragraph) -> None:
        """Raised marks whose note is a paragraph further down are no text, like those of Word's own notes."""
        for start, end, mark in reversed(raised_marks(found.text, found.raised)):
            if not self._typed.has(mark):
                self.writer.remark(f"上标的“{mark}”没有找到它的注，照录在文字里", self.writer.next)
            elif found.text[:start].strip():
                found.text = found.text[:start] + found.text[end:]
                for note in found.notes:
                    note.place -= (end - start) if note.place >= end else 0
                found.notes.append(NoteReference(start, "", "", mark))
        found.notes.sort(key=lambda note: note.place)

    def _mark(self, element: Element, found: Paragraph) -> str:
        """Its automatic number. An empty paragraph is numbered like any other, unless all it does is end a section."""
        properties = child(element, "pPr")
        if found.text.strip():
            return self._numbering.mark(properties)
        if child(properties, "sectPr") is None and (mark := self._numbering.mark(properties)):
            self.writer.remark(f"这一段只有自动编号“{mark.strip()}”，没有文字，没有收入", self.writer.next)
        return ""

    def _written(self, mark: str, found: Paragraph) -> None:
        """The paragraph's lines, then its pictures, boxes and notes."""
        self._report(found)
        starts: list[tuple[int, int]] = []
        offset = 0
        for position, piece in enumerate(found.text.split(BREAK)):
            lead = mark if not position else ""
            if lead.endswith((".", "．")) and piece[:1].isdecimal():
                lead += " "
            if piece.strip() or not found.text.strip():
                starts.append((offset - len(lead), self.writer.line((lead + piece) if piece.strip() or lead else "")))
            offset += len(piece) + 1
        if found.is_contents:
            self.writer.outside.update({line: CONTENTS for _, line in starts if self.writer.lines[line - 1].strip()})
        self._hanging(found)
        for note in found.notes:
            start, line = max((entry for entry in starts if entry[0] <= note.place), default=(0, self.writer.next - 1))
            self._footnote(note, line, note.place - start + 1)

    def _report(self, found: Paragraph) -> None:
        for what in found.seen:
            self._seen.setdefault(what, []).append(self.writer.next)

    def _hanging(self, found: Paragraph) -> None:
        """What is drawn beside a paragraph."""
        for words in found.letterings:
            self.writer.remark("这一行是艺术字，位置是它所挂的段落之后；核对是不是正文", self.writer.line(words))
        for words in found.figures:
            self.writer.remark("这里有一张图，图里的字没有收入", self.writer.figure(words))
        for box in found.boxes:
            first = self.writer.next
            self._boxed(box)
            if any(line.strip() for line in self.writer.lines[first - 1 :]):
                self.writer.remark("这几行在文本框里，位置是文本框所挂的段落之后；核对是不是正文", first, self.writer.next - 1)

    def _boxed(self, content: Element) -> None:
        first = self.writer.next
        self.blocks(content)
        if any(line.strip() for line in self.writer.lines[first - 1 :]):
            self.writer.blocks.append(Block(BlockKind.BOX, first, self.writer.next - 1))

    def _footnote(self, note: NoteReference, line: int, column: int) -> None:
        if not note.kind:
            self._typed.claim(note.mark, (line, column))
            return
        known = self._notes.read(note)
        if known is None:
            return
        mark, content = known
        first = self.writer.next
        for paragraph in children(content, "p"):
            found = self._read(paragraph)
            self._report(found)
            for piece in found.text.split(BREAK):
                text = piece.strip()
                if note.mark and self.writer.next == first:
                    text = text.removeprefix(mark).lstrip()
                if text:
                    self.writer.line(text)
        if self.writer.next > first:
            self.writer.blocks.append(Block(BlockKind.FOOTNOTE, first, self.writer.next - 1, mark, (line, column)))

    def _table(self, element: Element) -> None:
        rows = rows_of(element)
        if all(len(row) <= 1 for row in rows):
            # A table of one column is a frame around text, not a table.
            framed = len(rows) == 1 or self.styles.is_framed(element)
            first = self.writer.next
            for row in rows:
                for cell in row:
                    self.blocks(cell.element)
            if framed and self.writer.next > first:
                self.writer.blocks.append(Block(BlockKind.BOX, first, self.writer.next - 1))
        elif not is_data(element, rows, self.styles):
            for row in rows:
                for cell in row:
                    self.blocks(cell.element)
        else:
            self._data(rows)

    def _data(self, rows: Sequence[Sequence[Cell]]) -> None:
        """A table of data: one row a line; pictures, boxes and notes of its cells behind it."""
        found: list[Paragraph] = []
        texts: list[list[str]] = []
        for row in rows:
            texts.append([])
            for cell in row:
                parts = [] if cell.goes_on else list(self._cell_texts(cell.element, found))
                own = [ABOVE] * cell.wide if cell.goes_on else [" ".join(part for part in parts if part), *[LEFT] * (cell.wide - 1)]
                texts[-1].extend([*[""] * cell.free, *own])
        first = self.writer.next
        self.writer.table(texts)
        for paragraph in found:
            for words in paragraph.figures:
                self.writer.remark("表格里有一张图，图里的字没有收入", first, max(first, self.writer.next - 1))
                if words:
                    self.writer.figure(words)
            paragraph.figures.clear()
            self._hanging(paragraph)
            for note in paragraph.notes:
                self._footnote(note, first, 1)

    def _cell_texts(self, parent: Iterable[Element], read: list[Paragraph]) -> Iterator[str]:
        carried: Paragraph | None = None
        for element in parent:
            name = local(element)
            if name == "p":
                found = self._read(element, carried)
                carried = found if _goes_on(element) else None
                if carried is None:
                    self._report(found)
                    # A cell of nothing but its number: the numbers of rows are often automatic.
                    yield self._numbering.mark(child(element, "pPr")) + found.text.replace(BREAK, " ").strip()
                    read.append(found)
            elif name == "tbl":
                self.writer.remark("表格里还有表格，里面的文字接在这一格里", self.writer.next)
                for row in rows_of(element):
                    for cell in row:
                        yield from self._cell_texts(cell.element, read)
            elif name not in SKIPPED and name != "tcPr":
                yield from self._cell_texts(element, read)


def _goes_on(paragraph: Element) -> bool:
    """Whether the paragraph's end is none: a tracked change deleted or moved it away, or it is hidden (a style separator)."""
    mark = child(paragraph, "pPr", "rPr")
    return any(child(mark, name) is not None for name in ("del", "moveFrom")) or is_on(mark, "vanish")
