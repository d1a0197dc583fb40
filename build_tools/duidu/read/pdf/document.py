"""A PDF with a text layer → its lines: printed lines joined to paragraphs, tables read from their rules, page furniture left out by name.

One column is read. What the page does not say for sure is read as it most likely is, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...model.reading import LARGEST, NEEDS_TEXT, Reading, Refused, Writer, prints_a_title
from .characters import REGIONAL, is_traditional, plain
from .furniture import furniture
from .glyphs import THICKEST_RULE, Area, PrintedPage, pages
from .lines import PrintedLine, printed_lines
from .measure import Measure
from .notes import NOTE, PageNotes
from .sideways import single_in_lines
from .table_lines import write_table
from .tables import NEAR, Table, joined, tables

FEWEST_CHARACTERS = 10
"""A page with fewer has no text layer worth the name."""
LARGEST_ICON = 48.0
SHORTEST_RULE = 50.0
LONGEST_RULE = 0.45
TWO_COLUMNS = 0.4
"""A page where so many lines have a wide gap at one place has two columns."""
COVERS = 0.7
"""A picture over so much of a page is the page, scanned."""

SMALL_PRINT = 0.88
"""Print of so much of the text's size is that of notes."""
CONTINUED = "续表"
_CONTINUED = re.compile(r"[（(]?续\s*(?:上)?表\s*[\dA-Z.．—-]{0,8}[）)]?|表\s*[\dA-Z.．—-]{1,8}[^。]{0,40}[（(]续[）)]")
_SCAN = "PDF 里没有文字，是扫描件或图片"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on a page, in order: a line, a table or a picture."""

    top: float
    page: int
    row: PrintedLine | None = None
    table: Table | None = None
    picture: Area | None = None
    why: str = ""
    note: bool = False
    """Whether it is small print at the foot of its page, below a mark of a note."""
    under_rule: bool = False
    """Whether it stands below the short line that office programs draw above the notes of a page."""


def read_pdf(data: bytes) -> Reading:
    """The lines of a PDF. Raises Refused for one that is locked, broken or without text."""
    printed = by_region(list(pages(data)))
    if sum(len(page.glyphs) for page in printed) < FEWEST_CHARACTERS * max(1, len(printed)) / 2:
        if sum(page.unmapped for page in printed):
            raise Refused("PDF 里的字体没有说明每个字是什么字，读不出来", NEEDS_TEXT)
        raise Refused(_SCAN, NEEDS_TEXT)
    writer = Writer()
    pieces = [_pieces(number, page) for number, page in enumerate(printed)]
    lines = [[piece.row for piece in page if piece.row] for page in pieces]
    aside = furniture(lines, [page.height for page in printed])
    measure = Measure(lines, aside)
    _write(writer, _with_notes(_without_furniture(pieces, aside), measure), measure)
    if words := _largest(lines[0] if lines else [], measure):
        writer.said[LARGEST] = words
    for number, page in enumerate(printed):
        _page_remarks(writer, number + 1, page, lines[number])
    return writer.reading()


def by_region(printed: list[PrintedPage]) -> list[PrintedPage]:
    """The pages, with the radicals that look otherwise in Taiwan as the whole text has them."""
    doubtful = [page for page in printed if any(glyph.text in REGIONAL for glyph in page.glyphs)]
    traditional = bool(doubtful) and is_traditional(glyph.text for page in printed for glyph in page.glyphs)
    for page in doubtful:
        page.glyphs = [replace(glyph, text=plain(glyph.text, traditional=traditional)) for glyph in page.glyphs]
        page.sideways = [replace(glyph, text=plain(glyph.text, traditional=traditional)) for glyph in page.sideways]
    return printed


def _largest(first_page: Sequence[PrintedLine], measure: Measure) -> str:
    """The words of the first neighbouring lines of one size that are larger than the text."""
    for size, run in groupby(first_page, lambda line: round(line.size)):
        words = joined([line.text for line in run])
        if prints_a_title(size, measure.size, words):
            return words
    return ""


def _pieces(number: int, page: PrintedPage) -> list[_Piece]:
    found = tables(page.rules, [*page.glyphs, *page.sideways])
    inside = {id(glyph) for table in found for glyph in table.glyphs}
    in_lines = single_in_lines([glyph for glyph in page.sideways if id(glyph) not in inside], page.glyphs)
    taken = {id(glyph) for glyph in in_lines}
    read = [glyph for glyph in page.sideways if id(glyph) in inside or id(glyph) in taken]
    page.turned += len(page.sideways) - len(read)
    page.sideways = read
    pieces = [_Piece(table.area.top, number, table=table) for table in found]
    foot = _foot(page, found)
    text = printed_lines(glyph for glyph in (*page.glyphs, *in_lines) if id(glyph) not in inside)
    pieces += [_Piece(row.top, number, row=row, under_rule=row.top > foot) for row in text]
    pieces += [_Piece(area.top, number, picture=area) for area in page.pictures if _shows_something(area, page)]
    return sorted(pieces, key=lambda piece: piece.top)


def _foot(page: PrintedPage, found: Sequence[Table]) -> float:
    """Where the line above the notes of the page is, if there is one: short, and no part of a table."""
    return max(
        (
            rule.top
            for rule in page.rules
            if SHORTEST_RULE < rule.right - rule.left < LONGEST_RULE * page.width
            and rule.bottom - rule.top <= THICKEST_RULE
            and not any(table.area.top - NEAR <= rule.top <= table.area.bottom + NEAR for table in found)
        ),
        default=page.height,
    )


def _shows_something(area: Area, page: PrintedPage) -> bool:
    """Whether a picture is more than an icon; one that covers a page shows what the text layer says, where there is one."""
    wide, high = area.right - area.left, area.bottom - area.top
    scanned = len(page.glyphs) < FEWEST_CHARACTERS
    return min(wide, high) > LARGEST_ICON and (scanned or wide * high < COVERS * page.width * page.height)


def _without_furniture(pieces: Sequence[Sequence[_Piece]], aside: Mapping[tuple[int, int], str]) -> list[_Piece]:
    """All pieces in order; each line that is page furniture carries the rule's name."""
    found: list[_Piece] = []
    for number, page in enumerate(pieces):
        position = 0
        for piece in page:
            if piece.row is not None:
                found.append(replace(piece, why=aside.get((number, position), "")))
                position += 1
            else:
                found.append(piece)
    return found


def _with_notes(pieces: Sequence[_Piece], measure: Measure) -> list[_Piece]:
    """The same pieces; the small print at the foot of a page, from a line with a note's mark on, is known for its notes."""
    found = list(pieces)
    below: int | None = None
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        if piece.why:
            continue
        if below != piece.page and below is not None and below > piece.page:
            below = None
        small = measure.set_in_lines and piece.row is not None and _is_small(piece, measure)
        if below is None and small:
            first = at
            while first and found[first - 1].page == piece.page and _is_small(found[first - 1], measure):
                first -= 1
            if (row := found[first].row) is not None and NOTE.match(row.text):
                found[first : at + 1] = [replace(part, note=not part.why) for part in found[first : at + 1]]
        below = piece.page
    return found


def _is_small(piece: _Piece, measure: Measure) -> bool:
    return bool(piece.why) or (piece.row is not None and (piece.under_rule or piece.row.size < SMALL_PRINT * measure.size))


class _Running:
    """The paragraph that is being joined, and what stands beside it: page furniture and the notes of its pages."""

    def __init__(self, writer: Writer, notes: PageNotes) -> None:
        self.rows: list[PrintedLine] = []
        self.aside: list[_Piece] = []
        self.page = -1
        self._writer = writer
        self._notes = notes

    def end(self, next_page: int | None) -> None:
        """Writes the paragraph, then the furniture; where a page is behind it, that page's notes too."""
        if self.rows:
            self._notes.write_referring(self._writer, joined([row.text for row in self.rows]), self.page)
        self.rows = []
        if next_page != self.page:
            self._notes.write_rest(self._writer, next_page)
        for piece in self.aside:
            if piece.row is not None:
                self._writer.outside[self._writer.line(piece.row.text)] = piece.why
        self.aside = []


def _write(writer: Writer, pieces: Sequence[_Piece], measure: Measure) -> None:
    running = _Running(writer, PageNotes([(piece.page, piece.row) for piece in pieces if piece.note and piece.row is not None]))
    previous: _Piece | None = None
    for piece in pieces:
        if piece.why:
            running.aside.append(piece)
        elif _says_continued(piece, previous):
            running.aside.append(replace(piece, why=CONTINUED))
        elif not piece.note:
            row = piece.row
            if not (row and running.rows and measure.goes_on(running.rows[-1], row, new_page=piece.page != running.page)):
                running.end(piece.page)
            if row is None:
                _whole(writer, piece, previous)
            else:
                running.rows.append(row)
            running.page = piece.page
            previous = piece
    running.end(None)


def _says_continued(piece: _Piece, previous: _Piece | None) -> bool:
    """Whether a line only says that the table of the page before goes on: 续表1, 表1（续）."""
    below_table = previous is not None and previous.table is not None and previous.page == piece.page - 1
    return below_table and piece.row is not None and _CONTINUED.fullmatch(piece.row.text.strip()) is not None


def _whole(writer: Writer, piece: _Piece, previous: _Piece | None) -> None:
    """A table or a picture. A table that opens a page goes on the one that closed the page before."""
    if piece.table is None:
        line = writer.figure()
        writer.remark(f"这里（第 {piece.page + 1} 页）有一张图，图里的字没有收入", line)
    else:
        above = previous.table if previous is not None and previous.page == piece.page - 1 else None
        write_table(writer, piece.table, above, piece.page + 1)


def _page_remarks(writer: Writer, number: int, page: PrintedPage, lines: Sequence[PrintedLine]) -> None:
    """What is doubtful about a page."""
    scanned = any((area.right - area.left) * (area.bottom - area.top) >= COVERS * page.width * page.height for area in page.pictures)
    if scanned and len(page.glyphs) < FEWEST_CHARACTERS:
        writer.remark(f"第 {number} 页是扫描的图片，没有文字，没有收入")
    elif scanned:
        writer.remark(f"第 {number} 页的文字是从扫描的图片识别出来的，可能有错字，须核对")
    if page.sideways:
        writer.remark(f"第 {number} 页有 {len(page.sideways)} 个字横过来印，按排印的次序收入，须核对")
    if page.turned:
        writer.remark(f"第 {number} 页有 {page.turned} 个字横着或竖着排，没有收入")
    if page.unmapped:
        writer.remark(f"第 {number} 页有 {page.unmapped} 个字，文件没有说明是什么字，没有收入")
    gaps = [row.widest_gap for row in lines if row.widest_gap[0] > 1.5]
    crossing = [gap for gap in gaps if gap[1] < 0.58 * page.width and gap[2] > 0.42 * page.width]
    if len(lines) >= 10 and len(crossing) >= TWO_COLUMNS * len(lines):
        writer.remark(f"第 {number} 页像是分两栏排的，各行的次序可能不对，须核对")
