"""A judged workbook (.xlsx) → its rows, every cell with its place. What the words in it mean is not decided here."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..model.faults import Fault
from ..model.relation import NONE_NAMES, RELATION_NAMES
from ..text.formulas import unguarded

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "lower": {
        "lower_place": "本文件位置",
        "lower_text": "本文件原文",
        "proposed": "建议",
        "score": "把握",
        "upper_text": "上级原文",
        "upper_place": "上级位置",
        "answer": "判定",
        "note": "备注",
        "evidence": "依据",
        "lower_address": "本文件地址",
        "upper_address": "上级地址",
        "check": "校验",
        "sample": "抽样",
    },
    "upper": {
        "upper_place": "上级位置",
        "upper_text": "上级原文",
        "answer": "判定",
        "proposals": "建议",
        "lower_address": "本文件地址",
        "upper_address": "上级地址",
        "check": "校验",
    },
}
"""The heads of the columns of both kinds of sheet; a column is known by its head, wherever it stands."""
NO, ONLY = "不对应", "仅见于"
ANSWERS = (*RELATION_NAMES.values(), NO, ONLY)
UPPER_ANSWERS = tuple(NONE_NAMES.values())
_NEEDED = {COLUMNS["upper"][key] for key in ("answer", "lower_address", "upper_address", "check")}

MOST = 200_000_000
"""Bytes that a workbook may have when unpacked: a judged pair of two long documents has two million."""


def fingerprints(one: str, other: str) -> str:
    """Both texts' fingerprints, 8 digits each, in a form that no spreadsheet takes for a number or a date."""
    return f"指纹 {one[:8] or '无'} {other[:8] or '无'}"


@dataclass(frozen=True, slots=True)
class Filled:
    """A row as it was filled in: cells as text by the keys of ``COLUMNS``, without white space at the ends."""

    form: str
    """``lower`` or ``upper``."""
    path: PurePosixPath
    sheet: str
    row: int
    order: int
    """Counted through all sheets, for the order of faults."""
    cells: Mapping[str, str]
    letters: Mapping[str, str]
    """Where the columns stand: ``answer`` → ``G``."""
    formulas: frozenset[str]
    """The keys of cells that hold a formula."""

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    def place(self, key: str) -> str:
        """``对四川省委决定!G12``"""
        return f"{self.sheet}!{self.letters.get(key, 'A')}{self.row}"

    def fault(self, key: str, code: str, message: str, remedy: str, *, warning: bool = False) -> Fault:
        """A fault at a cell."""
        return Fault(self.path, self.order, 1, code, message, remedy, warning, self.place(key))


def read_workbook(file: Path) -> tuple[list[Filled], list[Fault]]:
    """All rows of all sheets that have the heads of a review; other sheets are let be. A file without any is a fault."""
    shown = PurePosixPath(file.name)
    wrong = "不是 .xlsx 文件，或已损坏"
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST:
                return [], [_unreadable(shown, "解开后过大")]
        from openpyxl import load_workbook  # noqa: PLC0415  (takes a third of a second to load)

        book = load_workbook(file)
    except FileNotFoundError:
        return [], [_unreadable(shown, "找不到这个文件")]
    except Exception:  # openpyxl raises whatever its parsers do: KeyError, ValueError, ParseError …
        return [], [_unreadable(shown, wrong)]
    rows: list[Filled] = []
    for sheet in book.worksheets:
        rows.extend(_rows(shown, sheet, len(rows)))
    return rows, [] if rows else [_unreadable(shown, "里面没有 duidu review 生成的工作表")]


def _unreadable(shown: PurePosixPath, said: str) -> Fault:
    remedy = "用 duidu review 生成的表格，填好后存为 .xlsx；各栏的名称不要改"
    return Fault(shown, 1, 1, "REV008", said, remedy)


def _rows(shown: PurePosixPath, sheet: Worksheet, before: int) -> Iterator[Filled]:
    lines = sheet.iter_rows()
    heads: dict[int, str] = {}
    for line in lines:
        words = {place: str(cell.value).strip() for place, cell in enumerate(line) if cell.value is not None}
        if set(words.values()) >= _NEEDED:
            heads = words
            break
    form = "lower" if COLUMNS["lower"]["lower_text"] in heads.values() else "upper"
    keys = {head: key for key, head in COLUMNS[form].items()}
    columns = {place: keys[head] for place, head in heads.items() if head in keys}
    for line in lines if columns else ():
        found = {columns[place]: cell for place, cell in enumerate(line) if place in columns}
        cells = {key: _text(cell.value) for key, cell in found.items()}
        if any(cells.values()):
            letters = {key: str(getattr(cell, "column_letter", "A")) for key, cell in found.items()}
            formulas = frozenset(key for key, cell in found.items() if cell.data_type == "f")
            before += 1
            yield Filled(form, shown, sheet.title, line[0].row or 0, before, cells, letters, formulas)


def _text(value: object) -> str:
    text = "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
    return unguarded(text)


def pairs_of_words(text: str) -> Sequence[tuple[str, str]]:
    """What stands in the column 依据: ``甲＝乙`` a line, one word for both where they are the same."""
    found = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        one, parted, other = line.partition("＝")
        found.append((one.strip(), other.strip()) if parted else (line, line))
    return found
