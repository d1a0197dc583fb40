"""Tables in plain text: lines parted by TAB, as an office program copies a table.

What else has a TAB is left alone: marks and indents that Word writes with one (一、⇥总体要求), contents with pages,
labels of a metadata table (索引号：⇥…), a signature beside a date, and whatever stands before the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.markers import read_marker
from ..model.records import Block, BlockKind
from ..text.sentences import is_complete

FEWEST_ROWS = 2
_COUNTED = {"序号", "序號", "编号", "編號"}
_NO_ROW = re.compile(
    r"\s*[（(]?[\da-zA-Z〇零一二三四五六七八九十百甲乙丙丁壹贰叁肆伍]{0,4}[、.．)）]\s*\t|[^\t]*[:：]\s*(?:\t|$)|.*\d日\s*$|\s*第[^\t]{1,5}[编編章节節条條款项項部篇]\s*\t"
)

_PAGED = re.compile(r"(?P<entry>[^\t]*)\t(?P<leader>[.…·\s]*)\d+\s*$")
_UNNUMBERED = re.compile(r"前言|引言|序言?|附[录錄件则則][A-Z]?.*|总则|總則|结语|后记|参考文献|目[录次錄]")


def tabbed_tables(lines: Sequence[str]) -> tuple[Block, ...]:
    """The tables among the lines of a plain text."""
    return tuple(Block(BlockKind.TABLE, first, last) for first, last in _runs(lines) if last - first + 1 >= FEWEST_ROWS)


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line, from 1, of the runs of rows with equally many cells.

    The first row has all its cells filled, or is a caption across the columns of one that has. Before the text begins
    only a table with a column of running numbers is one.
    """
    began, first, wide = False, 0, 0
    rows = [_cells(line) for line in lines]
    for number, (line, cells, below) in enumerate(zip((*lines, ""), (*rows, []), (*rows[1:], [], []), strict=True), 1):
        if first and len(cells) != wide:
            yield first, number - 1
            first = 0
        heads = _full(cells) or (len(cells) == len(below) and bool(cells) and bool(cells[0].strip()) and _full(below))
        if not first and heads and (began or cells[0].strip() in _COUNTED):
            first, wide = number, len(cells)
        began = began or ("\t" not in line and is_complete(line))


def _cells(line: str) -> list[str]:
    return line.split("\t") if "\t" in line and not _NO_ROW.match(line) and not _is_entry(line) else []


def _is_entry(line: str) -> bool:
    """Whether a line is one of contents with its page: behind dots, or behind a head that is numbered or called as heads are."""
    found = _PAGED.match(line)
    if not found:
        return False
    entry = "".join(found["entry"].split())
    return (
        any(dot in found["leader"] for dot in ".…·")
        or read_marker(found["entry"].strip()) is not None
        or bool(_UNNUMBERED.fullmatch(entry))
    )


def _full(cells: Sequence[str]) -> bool:
    return bool(cells) and all(cell.strip() for cell in cells)
