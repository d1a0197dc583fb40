"""Tables in plain text: lines parted by TAB, as an office program copies a table.

What else has a TAB is left alone: marks and indents that Word writes with one (一、⇥总体要求), contents with pages,
labels of a metadata table (索引号：⇥…), a signature beside a date, and whatever stands before the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.records import Block, BlockKind
from ..text.sentences import is_complete

FEWEST_ROWS = 2
_NO_ROW = re.compile(r"\s*[^\t]{0,6}[、.．)）]\s*\t|[^\t]*[:：]\s*(?:\t|$)|[^\t]*\t[.…·\s]*\d+\s*$|.*\d日\s*$|\s*第[^\t]{1,6}\t")


def tabbed_tables(lines: Sequence[str]) -> tuple[Block, ...]:
    """The tables among the lines of a plain text."""
    return tuple(Block(BlockKind.TABLE, first, last) for first, last in _runs(lines) if last - first + 1 >= FEWEST_ROWS)


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line, from 1, of the runs of rows with equally many cells; the first has all its cells filled."""
    began, first, wide = False, 0, 0
    for number, line in enumerate((*lines, ""), 1):
        cells = line.split("\t") if "\t" in line and not _NO_ROW.match(line) else []
        if first and len(cells) != wide:
            yield first, number - 1
            first = 0
        if not first and began and cells and all(cell.strip() for cell in cells):
            first, wide = number, len(cells)
        began = began or ("\t" not in line and is_complete(line))
