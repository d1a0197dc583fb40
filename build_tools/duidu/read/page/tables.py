"""Tables of data, told from tables that only lay out a page; and the tables in which government sites list a text's data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...model.reading import ABOVE, LEFT, MOST_COLUMNS
from ...text.fold import fold
from .tree import Element

LONGEST_CELL = 600
"""A cell with more words than this holds a page, not a datum."""
FEWEST_LABELS = 3
"""So many labels of a text's data make a table one of those."""

LABELS: Mapping[str, str] = {
    "标题": "title", "名称": "title", "信息名称": "title", "文件名称": "title", "公文名称": "title",
    "发文字号": "number", "文号": "number", "文件编号": "number", "公文文号": "number",
    "发文机关": "issuer", "发布机构": "issuer", "制发机关": "issuer", "发文机构": "issuer", "发文单位": "issuer", "发布机关": "issuer", "制定机关": "issuer",
    "成文日期": "date", "生成日期": "date", "发文日期": "date", "成文时间": "date", "公布日期": "date",
    "索引号": "", "信息索引号": "", "主题分类": "", "主题词": "", "发布日期": "", "发布时间": "", "公开日期": "", "公开方式": "", "公开范围": "", "公开时限": "", "有效性": "",
    "信息分类": "", "组配分类": "", "体裁分类": "", "公文种类": "", "内容概述": "", "关键词": "", "效力状态": "", "生效日期": "", "失效日期": "", "废止日期": "", "分类": "",
    "服务对象": "", "信息来源": "", "时效性": "", "文件类型": "", "公开类别": "", "施行日期": "", "统一编号": "", "是否有效": "", "时效": "", "效力级别": "",
}  # fmt: skip
"""How such tables call what they say of a text, and what it is here ("" for nothing we ask)."""
_LABEL = re.compile(r"\s*([一-鿿][一-鿿\s　]{1,9}[一-鿿])\s*[：:]?\s*")
_LABELLED = re.compile(r"\s*([一-鿿][一-鿿\s　]{1,9}[一-鿿])\s*[：:](.*)", re.DOTALL)
_FURTHER = re.compile(rf"\s(?=(?:{'|'.join(LABELS)})[：:])")
"""Where in one line a further label follows: 发文机关：国务院　成文日期：…"""

_BORDERED = re.compile(r"border(?:-\w+)*\s*:(?!\s*(?:none|0(?:px|pt|em)?\s*(?:;|$|none)|medium none))", re.IGNORECASE)


def label_of(text: str) -> str | None:
    """The label that a whole cell is, folded; None for any other cell."""
    match = _LABEL.fullmatch(text)
    label = fold(match[1]) if match else ""
    return label if label in LABELS else None


def labelled(text: str) -> tuple[str, str] | None:
    """Label and value of a line like 发文字号：某政发〔2024〕1号."""
    match = _LABELLED.fullmatch(text)
    return (fold(match[1]), _FURTHER.split(match[2].strip(), maxsplit=1)[0].strip()) if match and fold(match[1]) in LABELS else None


def said_in(rows: Sequence[Sequence[str]]) -> Mapping[str, str] | None:
    """What a table says of the text, if it is one of those that do nothing else."""
    cells = [cell for row in rows for cell in row if cell.strip()]
    pairs: dict[str, str] = {}
    labels = 0
    for before, cell in zip([*cells, ""], [*cells[1:], ""], strict=False):
        if label := label_of(before):
            labels += 1
            if label_of(cell) is None and LABELS[label]:
                pairs.setdefault(LABELS[label], cell.strip())
        elif pair := labelled(before):
            labels += 1
            if LABELS[pair[0]] and pair[1]:
                pairs.setdefault(LABELS[pair[0]], pair[1])
    return pairs if labels >= FEWEST_LABELS and labels * 3 >= len(cells) else None


def is_data(table: Element) -> bool:
    """Whether the table is one of data: two rows and two columns at least, a frame or heads, and no cell that holds a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    nodes: list[Element] = []
    for node in _within(table):
        if node is not table and node.tag in ("table", "form", "h1", "script"):
            return False
        nodes.append(node)
    rows = [node for node in nodes if node.tag == "tr"]
    cells = [node for node in nodes if node.tag in ("td", "th")]
    words = [len(cell.words().strip()) for cell in cells]
    filled = [sum(1 for cell in row.children if cell.tag in ("td", "th")) for row in rows]
    if sum(count > 1 for count in filled) < 2 or max(words, default=0) > LONGEST_CELL:
        return False
    if sum(label_of(cell.words(60)) is not None or labelled(cell.words(60)) is not None for cell in cells) >= FEWEST_LABELS:
        return True
    framed = any(node.tag in ("th", "caption") for node in nodes) or any(_framed(node) for node in (table, *cells))
    return framed or (len(rows) > 2 and len(cells) >= 3 * len(rows))


def _framed(node: Element) -> bool:
    border = node.get("border").strip()
    return (
        (border not in ("", "0", "none") and node.tag == "table")
        or bool(_BORDERED.search(node.get("style")))
        or "MsoTableGrid" in node.get("class")
    )


def _within(node: Element) -> Iterator[Element]:
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(current.children))


def rows_of(table: Element, text_of: Callable[[Element], str]) -> tuple[str, list[list[str]]]:
    """The caption and the cells of a table, row by row; a cell over several rows or columns stands in the first, the others are ``ABOVE`` or ``LEFT``."""
    caption = ""
    rows: list[list[str]] = []
    open_cells: dict[int, int] = {}
    for node in _within(table):
        if node.tag == "caption":
            caption = text_of(node)
        if node.tag != "tr":
            continue
        row: list[str] = []
        for cell in node.children:
            if cell.tag not in ("td", "th"):
                continue
            _past_open(row, open_cells)
            wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            for column in range(len(row), len(row) + wide):
                if high > 1:
                    open_cells[column] = high
            row.extend([text_of(cell), *[LEFT] * (wide - 1)])
        _past_open(row, open_cells)
        rows.append(row)
        open_cells = {column: left - 1 for column, left in open_cells.items() if left > 1}
    return caption, rows


def _past_open(row: list[str], open_cells: Mapping[int, int]) -> None:
    """Empty cells where one of an earlier row reaches down; one that begins in this row has not been counted down yet."""
    while len(row) in open_cells and len(row) < MOST_COLUMNS:
        row.append(ABOVE)


def _span(text: str) -> int:
    return min(max(int(text), 1), MOST_COLUMNS) if text.strip().isdecimal() else 1
