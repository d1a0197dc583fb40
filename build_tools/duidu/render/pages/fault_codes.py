"""The guide's page on faults: every code, what it means and what to do, so that it is never older than the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...model.fault_codes import CODES
from ..markdown import escape, page_text
from ..page import Page

_GROUPS = {
    "SRC": "原文文件",
    "OUT": "结构",
    "ANC": "地址",
    "DOC": "document.yml 和 corpus.yml",
    "LNK": "对应",
    "REV": "判读的表格",
    "TRM": "术语",
    "NOT": "注释",
    "SYN": "近义词",
    "PRV": "核对",
}
_INTRODUCTION = """\
# 问题代码 {#guide-faults}

运行 build 时列出的每一个问题占一行，先后是文件、行、列、代码、哪里不对、怎么办。按行号打开那个文件，照最后一句改；改完再运行一次。\
写着“警告”的只是提醒，不妨碍生成网站。在终端里用 `duidu explain 代码` 看到的，就是下面的说明。"""


def fault_page() -> Page:
    """docs/guide/faults.md."""
    meta = {"title": "问题代码", "description": "每一种问题是什么意思，怎么办", "hide": ["navigation"]}
    return Page(PurePosixPath("docs/guide/faults.md"), page_text(meta, [_INTRODUCTION, *_groups()]))


def _groups() -> Iterator[str]:
    for prefix, name in _GROUPS.items():
        rows = [
            f'| <span id="fault-{code.lower()}">{code}</span> | {escape(known.meaning)} | {escape(known.explanation)} |'
            for code, known in sorted(CODES.items())
            if code.startswith(prefix)
        ]
        yield f"## {name} {{#faults-{prefix.lower()}}}"
        yield "| 代码 | 含义 | 怎么办 |\n|---|---|---|\n" + "\n".join(rows)
