"""A PDF's tables → their lines: one row a line; a table that goes on over the page is one, and so is a row that the page's end cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.markers import read_marker
from ...model.reading import Writer
from ...model.records import Block, BlockKind, Kind
from ...text.sentences import is_complete
from .lines import PrintedLine, printed_lines
from .measure import INDENT, Measure
from .tables import Table, joined

REPEATED = "重复的表头"
HIGHEST_HEAD = 3
"""A table's head has no more rows than this, which are printed again on its next page."""


def write_table(writer: Writer, table: Table, above: Table | None, page: int) -> None:
    """Write a table or a framed text of a page (from 1); ``above`` is the table that closed the page before, if it did."""
    cells = [list(row) for row in table.cells]
    if _is_box(table):
        _write_box(writer, table, above)
        return
    goes_on = above is not None and len(above.cells[0]) == len(cells[0])
    if above is not None and goes_on:
        _without_head(writer, cells, above)
        if writer.blocks and _splits_row(above.cells[-1], cells[0]):
            cut = writer.blocks[-1].last - 1
            writer.lines[cut] = "\t".join(map(_joined_cells, writer.lines[cut].split("\t"), cells.pop(0)))
    writer.table(cells)
    if not any(cell.strip() for row in cells for cell in row):
        return
    if goes_on and len(writer.blocks) > 1:
        last, earlier = writer.blocks.pop(), writer.blocks.pop()
        writer.blocks.append(replace(earlier, last=last.last, spans=earlier.spans + last.spans))
    writer.remark(f"第 {page} 页的表格由画出的线认出，核对各格", writer.blocks[-1].first, writer.blocks[-1].last)


def _without_head(writer: Writer, cells: list[list[str]], above: Table) -> None:
    """The rows of the head that the page repeats are written, and are none of the text."""
    for row in above.cells[:HIGHEST_HEAD]:
        if len(cells) < 2 or cells[0] != list(row):
            break
        writer.outside[writer.line("\t".join(cells.pop(0)))] = REPEATED


def _splits_row(last: Sequence[str], first: Sequence[str]) -> bool:
    """Whether the page's end cuts a row: what the next page begins with only goes on in cells that had not ended, and not in the first."""
    going_on = [(before, after) for before, after in zip(last, first, strict=True) if after.strip()]
    return bool(going_on) and not first[0].strip() and all(before.strip() and not is_complete(before) for before, _ in going_on)


def _joined_cells(before: str, after: str) -> str:
    return joined([before, " ".join(after.split())]) if after.strip() else before


def _is_box(table: Table) -> bool:
    return len(table.cells) == 1 and len(table.cells[0]) == 1


def _write_box(writer: Writer, table: Table, above: Table | None) -> None:
    """A framed text; one that the end of the page cut goes on, unless it has a name of its own."""
    lines = printed_lines(table.glyphs)
    measure = _measure(table, lines)
    texts = list(_box(lines, measure))
    mark = read_marker(texts[0]) if texts else None
    cut = above is not None and _is_box(above) and bool(writer.blocks) and writer.blocks[-1].kind is BlockKind.BOX
    if above is not None and cut and not (mark and mark.kind is Kind.BOX):
        before = writer.blocks.pop()
        last = printed_lines(above.glyphs)
        if last and lines and _measure(above, last).goes_on(last[-1], lines[0], new_page=True):
            writer.lines[before.last - 1] = joined([writer.lines[before.last - 1], texts.pop(0)])
        first = before.first
    else:
        first = writer.next
    for text in texts:
        writer.line(text)
    writer.blocks.append(Block(BlockKind.BOX, first, writer.next - 1))


def _measure(table: Table, lines: Sequence[PrintedLine]) -> Measure:
    """How a framed text is set: of a few lines none may be full, but the frame says how wide they could be."""
    measure = Measure([lines], {})
    measure.right = max(measure.right, table.area.right - INDENT * measure.size)
    return measure


def _box(lines: Sequence[PrintedLine], measure: Measure) -> Iterator[str]:
    """The paragraphs of a framed text."""
    paragraph: list[PrintedLine] = []
    for row in lines:
        if paragraph and not measure.goes_on(paragraph[-1], row, new_page=False):
            yield joined([line.text for line in paragraph])
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield joined([line.text for line in paragraph])
