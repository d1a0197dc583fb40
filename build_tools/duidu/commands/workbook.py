"""The workbook in which a person judges the pairs of a document: an .xlsx with a sheet of directions first.

Every row carries the addresses of its units and the fingerprints of their texts, so that rows may be sorted, filtered, moved to another
sheet or left out; what the sheets are called does not matter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment as CellAlignment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ..layers.alignment import Alignment
from ..layers.review import ReviewRow
from ..model.relation import NONE_NAMES, RELATION_NAMES
from ..read.links import Evidence
from ..read.workbook import ANSWERS, COLUMNS, NO, ONLY, UPPER_ANSWERS, fingerprints
from ..text.formulas import FORMULA, guarded
from ..text.text_diff import Stretch, compare

LOWER_WIDTHS = (14, 46, 9, 7, 46, 14, 11, 28, 30, 24, 24, 20, 7)
UPPER_WIDTHS = (14, 60, 22, 28, 24, 24, 20)
_HEAD = PatternFill("solid", fgColor="FFEFE6D8")
_ASKED = PatternFill("solid", fgColor="FFFFF8E1")
_GREY = Font(color="FF8A8A8A", size=9)
_SHARED = InlineFont(b=True, color=Color("FFB23A2E"))
_TOP = CellAlignment(wrap_text=True, vertical="top")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")

DIRECTIONS = (
    "这份表格用来判读《{lower}》怎样落实上级文件。照下面做，不用写代码。",
    "1. 打开“对……”工作表。每一行左边是本文件的一句，右边是上级文件的一句，红字是两句里相同或相当的词语；“建议”和“把握”是程序猜的，可能不对。",
    "2. 在“判定”栏点一下，从单子里选一项：",
    "　　同文：两句逐字相同（换了地名、层级不算），或有一个分句相同。",
    "　　落实：同一件事，或其中一部分，改写过或换成本地的做法。",
    "　　呼应：同一个领域，说的是另一个对象。",
    "　　不对应：这一条建议不取。以后不再提。",
    "　　仅见于：查过上级文件，这一句没有对应，表里给它的建议也都不取。",
    "3. 没有建议的行，“上级原文”是空的。若没有对应，选“仅见于”；若您知道它对应哪一句，在“上级位置”栏写上那一处（如 二（二）第2段第3句），再选同文、落实或呼应。",
    "4. “备注”写要紧的差别，可以不写。“依据”是两句里相同或相当的词语，一行一对，相同的写一遍，不同的写作 本文件的词语＝上级文件的词语；可以改，须逐字出自原文。",
    "5. “仅见于……”工作表列的是上级文件里还没有人承接的句子和标题。确实没有对应的，选一种：段首语（由其下各句承接）、专指他地或上级事项、其他。前一张表里已经连上的，这里不要选。",
    "6. 拿不准的留空。可以分几次做，可以几个人各做一份，可以排序、筛选、删去不做的行。灰色的栏是程序用的，不要改。",
    "7. 存盘（仍存为 .xlsx），交给管网站的人，或自己运行：duidu review {document} --read 这个文件。有写错的地方会按单元格列出来，改好再来一次。",
)
SAMPLE_DIRECTION = (
    "这是抽样：程序有把握的建议里抽出来的，用来估计它在这一对文件上有多准。每一行都请判定；判完读回，网站上就写出抽了几条、对了几条。"
)


@dataclass(frozen=True, slots=True)
class PairRows:
    """The rows of one pair."""

    pair: Alignment
    rows: Sequence[ReviewRow]
    unclaimed: Sequence[tuple[str, str]]
    proposed: Mapping[str, int]
    """How many of the rows propose each unit of the implemented document."""


def review_workbook(sheets: Sequence[PairRows], *, sample: bool = False) -> bytes:
    """The bytes of the .xlsx."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _directions(first, sheets[0].pair, sample=sample)
    for one in sheets:
        name = one.pair.implemented.meta.short_title
        _lower(_sheet(book, f"对{name}", "lower", LOWER_WIDTHS), one)
        if one.unclaimed:
            _upper(_sheet(book, f"仅见于{name}", "upper", UPPER_WIDTHS), one)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _directions(sheet: Worksheet, pair: Alignment, *, sample: bool) -> None:
    sheet.title = "说明"
    sheet.column_dimensions["A"].width = 100
    meta = pair.implementing.meta
    for line in (*((SAMPLE_DIRECTION,) if sample else ()), *DIRECTIONS):
        sheet.append([line.format(lower=meta.short_title, document=meta.id)])
        sheet.cell(sheet.max_row, 1).alignment = _TOP


def _sheet(book: Workbook, title: str, form: str, widths: Sequence[int]) -> Worksheet:
    """A sheet with its heads. What a title may not hold is left out; at most 31 characters, and no title twice."""
    plain = base = _FORBIDDEN.sub("", title)[:28]
    number = 1
    while plain in book.sheetnames:
        number += 1
        plain = f"{base}{number}"
    sheet: Worksheet = book.create_sheet(plain)
    sheet.append(list(COLUMNS[form].values()))
    for place, (key, width) in enumerate(zip(COLUMNS[form], widths, strict=True), 1):
        cell = sheet.cell(1, place)
        cell.fill, cell.font, cell.alignment = _HEAD, Font(bold=True), _TOP
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].hidden = key in ("check", "sample")
    sheet.freeze_panes = "A2"
    return sheet


def _lower(sheet: Worksheet, one: PairRows) -> None:
    for row in one.rows:
        _fill(sheet, "lower", _lower_cells(one.pair, row))
    _finish(sheet, "lower", ANSWERS)


def _lower_cells(pair: Alignment, row: ReviewRow) -> dict[str, object]:
    lower, upper = pair.implementing, pair.implemented
    cells: dict[str, object] = {
        "lower_place": lower.citation(row.source),
        "lower_text": lower.marker(row.source) + lower.text(row.source),
        "proposed": RELATION_NAMES.get(row.relation, "" if row.target else "无建议"),
        "answer": {**RELATION_NAMES, "rejected": NO, "none": ONLY, "": ""}[row.judged],
        "note": row.note,
        "evidence": evidence_text(row.evidence),
        "lower_address": f"{lower.id}#{row.source}",
        "upper_address": f"{upper.id}#{row.target}",
        "check": fingerprints(lower.fingerprint(row.source), upper.fingerprint(row.target) if row.target else ""),
        "sample": str(row.sample) if row.sample else "",
    }
    if row.score is not None:
        cells["score"] = round(row.score, 2)
    if row.target:
        here, there = compare(lower.text(row.source), upper.text(row.target), row.evidence)
        cells["lower_text"] = _rich(lower.marker(row.source), here)
        cells["upper_text"] = _rich(upper.marker(row.target), there)
        cells["upper_place"] = upper.citation(row.target)
    return cells


def _upper(sheet: Worksheet, one: PairRows) -> None:
    upper = one.pair.implemented
    for anchor, kind in one.unclaimed:
        count = one.proposed.get(anchor, 0)
        cells: dict[str, object] = {
            "upper_place": upper.citation(anchor),
            "upper_text": upper.marker(anchor) + upper.text(anchor),
            "answer": NONE_NAMES.get(kind, ""),
            "proposals": f"前表有建议 {count} 处" if count else "无建议",
            "lower_address": f"{one.pair.implementing.id}#",
            "upper_address": f"{upper.id}#{anchor}",
            "check": fingerprints("", upper.fingerprint(anchor)),
        }
        _fill(sheet, "upper", cells)
    _finish(sheet, "upper", UPPER_ANSWERS)


def evidence_text(evidence: Evidence) -> str:
    """One pair of words a line; the same words once."""
    return "\n".join(one if one == other else f"{one}＝{other}" for one, other in evidence)


def _rich(marker: str, stretches: Iterable[Stretch]) -> CellRichText | str:
    """The text with shared and answering words set off; plain where a spreadsheet would take it for a formula."""
    pieces = [marker] if marker else []
    blocks = [TextBlock(_SHARED, s.text) if s.kind in ("shared", "answering") else s.text for s in stretches]
    text = "".join([*pieces, *(str(block) for block in blocks)])
    return text if text.startswith(FORMULA) else CellRichText([*pieces, *blocks])


def _fill(sheet: Worksheet, form: str, cells: Mapping[str, object]) -> None:
    row = sheet.max_row + 1
    for place, key in enumerate(COLUMNS[form], 1):
        cell = sheet.cell(row, place)
        assert isinstance(cell, Cell)
        _set(cell, cells.get(key, ""))
        cell.alignment = _TOP
        if key in ("answer", "note", "evidence"):
            cell.fill = _ASKED
        if key.endswith("_address") or key in ("check", "sample"):
            cell.font = _GREY


def _set(cell: Cell, value: object) -> None:
    """A number, or text that nothing takes for a formula: one is written with an apostrophe before it."""
    if isinstance(value, str):
        if not value:
            return
        cell.number_format = "@"
        cell.value = guarded(value)
        cell.data_type = "s"
    else:
        cell.value = value  # type: ignore[assignment]


def _finish(sheet: Worksheet, form: str, answers: Sequence[str]) -> None:
    last = max(sheet.max_row, 2)
    letter = get_column_letter(list(COLUMNS[form]).index("answer") + 1)
    allowed = DataValidation(type="list", formula1=f'"{",".join(answers)}"', allow_blank=True, showErrorMessage=True)
    allowed.errorTitle, allowed.error = "判定", "请从单子里选一项：" + "、".join(answers)
    sheet.add_data_validation(allowed)
    allowed.add(f"{letter}2:{letter}{last}")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS[form]))}{last}"
