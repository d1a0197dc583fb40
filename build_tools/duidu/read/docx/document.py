"""A Word file (.docx) → its lines: what a reader of the accepted text sees, with automatic numbers, tables and footnotes.

A paragraph is a line, and so is each part of one that is broken by hand. Deleted and hidden words are no text; that
there were any is reported, as are text boxes, pictures and comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ...model.reading import Reading, Refused, Writer
from ...model.records import Block, BlockKind
from .names import attribute, child, children, local, number, value
from .numbering import Numbering
from .package import Package
from .paragraphs import BREAK, SKIPPED, Paragraph, chosen, read_inline

_SAID = {
    "inserted": "{} 处修订插入的文字，按接受修订读入",
    "deleted": "{} 处修订删除的文字，按接受修订没有收入",
    "hidden": "{} 处隐藏的文字，没有收入",
    "comments": "{} 条批注，没有收入",
    "formulas": "{} 个公式，只收入了其中的字",
    "ruby": "{} 处注音，注音没有收入",
    "symbols": "{} 个符号字体里的字认不出来，没有收入",
}


def read_docx(data: bytes) -> Reading:
    """The lines of a Word file. Raises Refused."""
    try:
        package = Package(data)
        reader = _Reader(package)
        reader.blocks(child(package.part(package.main), "body") or ())
        reader.finish()
    except RecursionError:
        raise Refused("文件里的结构一层套一层，套得太深，Word 不会写出这样的文件", "在 Word 或 WPS 里打开、另存为新的 .docx") from None
    return reader.writer.reading()


class _Reader:
    """One pass over the body."""

    def __init__(self, package: Package) -> None:
        styles = package.related("styles")
        self.writer = Writer()
        self._numbering = Numbering(package.related("numbering"), styles)
        self._package = package
        self._notes = {
            kind: {attribute(note, "id"): note for note in children(package.related(f"{kind}s"), kind)} for kind in ("footnote", "endnote")
        }
        self._note_number: Counter[str] = Counter()
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
            elif name == "altChunk":
                self.writer.remark("文件里嵌着另一份文件，没有收入", self.writer.next)
            elif name == "AlternateContent":
                self.blocks(chosen(element))
            elif name not in SKIPPED and name != "sectPr":
                # Content controls, custom markup, accepted insertions: what they hold is text like any other.
                self.blocks(element)

    def finish(self) -> None:
        """What a person should know of the file as a whole."""
        if self._carried is not None:
            self._written("", self._carried)
        for what, words in _SAID.items():
            if found := self._seen.get(what):
                self.writer.remark(f"有 {words.format(len(found))}", min(found), max(found))
        for part in self._package.relations(self._package.main):
            if part.kind in ("header", "footer") and not part.external:
                words = "".join(_plain(self._package.part(part.target)))
                if len(re.findall("[㐀-鿿]", words)) >= 4:
                    self.writer.remark(f"页眉页脚没有收入：“{words.strip()[:30]}”")
            if part.kind in ("attachedTemplate", "subDocument", "frame", "oleObject") and part.external:
                self.writer.remark("文件引用了外面的模板或文件，没有打开")
        settings = next((part.target for part in self._package.relations(self._package.main) if part.kind == "settings"), "")
        if settings and any(part.external and part.kind == "attachedTemplate" for part in self._package.relations(settings)):
            self.writer.remark("文件引用了外面的模板，没有打开")

    def _report(self, found: Paragraph) -> None:
        for what in found.seen:
            self._seen.setdefault(what, []).append(self.writer.next)

    def _paragraph(self, element: Element) -> None:
        found = self._carried or Paragraph()
        read_inline(element, found)
        self._carried = found if child(element, "pPr", "rPr", "del") is not None else None
        if self._carried is None:
            self._written(self._numbering.mark(child(element, "pPr")) if found.text.strip() else "", found)

    def _read_paragraph(self, element: Element) -> Paragraph:
        found = Paragraph()
        read_inline(element, found)
        self._report(found)
        return found

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
        for words in found.figures:
            line = self.writer.figure(words)
            self.writer.remark("这里有一张图，图里的字没有收入", line)
        for box in found.boxes:
            self._box(box)
        for place, kind, identity in found.notes:
            start, line = max((entry for entry in starts if entry[0] <= place), default=(0, self.writer.next - 1))
            self._footnote(kind, identity, line, place - start + 1)

    def _box(self, content: Element) -> None:
        first = self.writer.next
        self.blocks(content)
        if self.writer.next > first and any(line.strip() for line in self.writer.lines[first - 1 :]):
            self.writer.blocks.append(Block(BlockKind.BOX, first, self.writer.next - 1))
            self.writer.remark("这几行在文本框里，位置是文本框所挂的段落之后；核对是不是正文", first, self.writer.next - 1)

    def _footnote(self, kind: str, identity: str, line: int, column: int) -> None:
        note = self._notes[kind].get(identity)
        if note is None or attribute(note, "type") in ("separator", "continuationSeparator"):
            return
        self._note_number[kind] += 1
        first = self.writer.next
        for paragraph in children(note, "p"):
            found = self._read_paragraph(paragraph)
            for piece in found.text.split(BREAK):
                if piece.strip():
                    self.writer.line(piece.strip())
        if self.writer.next > first:
            mark = str(self._note_number[kind])
            self.writer.blocks.append(Block(BlockKind.FOOTNOTE, first, self.writer.next - 1, mark, (line, column)))

    def _table(self, element: Element) -> None:
        rows = [list(self._cells(row)) for row in _rows(element)]
        if len(rows) == 1 and len(rows[0]) == 1:
            # A table of one cell is a frame around text, not a table.
            first = self.writer.next
            self.blocks(rows[0][0][0])
            if self.writer.next > first:
                self.writer.blocks.append(Block(BlockKind.BOX, first, self.writer.next - 1))
            return
        pending: list[tuple[Paragraph, int]] = []
        texts: list[list[str]] = []
        for row in rows:
            texts.append([])
            for cell, goes_on in row:
                parts = [] if goes_on else list(self._cell_texts(cell, pending))
                texts[-1].append(" ".join(parts))
                texts[-1].extend([""] * (max(number(value(cell, "tcPr", "gridSpan"), 1), 1) - 1))
        first = self.writer.next
        self.writer.table(texts)
        for found, _ in pending:
            for words in found.figures:
                self.writer.remark("表格里有一张图，图里的字没有收入", first, max(first, self.writer.next - 1))
                if words:
                    self.writer.figure(words)
            for _, kind, identity in found.notes:
                self._footnote(kind, identity, first, 1)

    def _cells(self, row: Element) -> Iterator[tuple[Element, bool]]:
        """The cells of a row, and whether each only goes on from the row above."""
        for cell in _descended(row, "tc"):
            merge = child(cell, "tcPr", "vMerge")
            yield cell, merge is not None and attribute(merge, "val", "continue") == "continue"

    def _cell_texts(self, cell: Element, pending: list[tuple[Paragraph, int]]) -> Iterator[str]:
        for element in cell:
            if local(element) == "p":
                found = self._read_paragraph(element)
                mark = self._numbering.mark(child(element, "pPr")) if found.text.strip() else ""
                yield mark + found.text.replace(BREAK, " ").strip()
                pending.append((found, 0))
            elif local(element) == "tbl":
                self.writer.remark("表格里还有表格，里面的文字接在这一格里", self.writer.next)
                for row in _rows(element):
                    for inner, _ in self._cells(row):
                        yield from self._cell_texts(inner, pending)
            elif local(element) not in SKIPPED and local(element) != "tcPr":
                yield from self._cell_texts(element, pending)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted by a tracked change."""
    return (row for row in _descended(table, "tr") if child(row, "trPr", "del") is None)


def _descended(parent: Element, name: str) -> Iterator[Element]:
    """Children of that name, also inside content controls and accepted insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _descended(element, name)


def _plain(part: Element | None) -> Iterator[str]:
    """The words of a header or footer; where its fields print a page number there are none."""
    return (element.text or "" for element in part.iter() if local(element) == "t") if part is not None else iter(())
