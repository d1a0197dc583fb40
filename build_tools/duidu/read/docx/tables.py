"""Tables of a Word file: their rows and cells, and which of them hold data and which only lay out the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...model.reading import MOST_COLUMNS
from .names import attribute, child, is_on, local, number, value
from .styles import Styles


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: so many columns it spans, so many are left free before it, and whether it only goes on from the row above."""

    element: Element
    wide: int = 1
    free: int = 0
    goes_on: bool = False


def rows_of(table: Element) -> list[list[Cell]]:
    """The cells row by row, without rows that a tracked change deleted."""
    rows = (row for row in _descended(table, "tr") if child(row, "trPr", "del") is None)
    return [list(_cells(row)) for row in rows]


def is_data(table: Element, rows: Sequence[Sequence[Cell]], styles: Styles) -> bool:
    """Whether the table holds data: it is framed, has a row of heads, or as many rows and columns as no layout has."""
    cells = [cell for row in rows for cell in row]
    if styles.is_framed(table) or any(is_on(row, "trPr", "tblHeader") for row in _descended(table, "tr")):
        return True
    nested = any(local(inner) == "tbl" for cell in cells for inner in cell.element.iter())
    return len(rows) > 2 and sum(cell.wide for cell in cells) >= 3 * len(rows) and not nested


def _cells(row: Element) -> Iterator[Cell]:
    free = number(value(row, "trPr", "gridBefore"))
    for element in _descended(row, "tc"):
        merge = child(element, "tcPr", "vMerge")
        goes_on = merge is not None and attribute(merge, "val", "continue") == "continue"
        wide = number(value(element, "tcPr", "gridSpan"), 1)
        yield Cell(element, min(max(wide, 1), MOST_COLUMNS), min(max(free, 0), MOST_COLUMNS), goes_on)
        free = 0


def _descended(parent: Element, name: str) -> Iterator[Element]:
    """Children of that name, also inside content controls and accepted insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _descended(element, name)
