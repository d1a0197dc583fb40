"""The page about the texts: where each comes from, what was left out and by which rule, hashes, punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ..markdown import escape, link, page_text
from ..names import seal
from ..page import Page

_INTRODUCTION = """\
# 文本说明 {#about-texts}

本站的正文逐字取自转录文本，不增一字，不改一字；疑有讹误之处也照录。**这些都是转录文本，以正式发布文本为准。**

## 标点怎样处理 {#about-punctuation}

转录时全角标点多被改成了半角。本站显示时恢复全角：\
括号成对处理，中间有汉字的恢复；逗号、冒号、分号，前后有汉字或右引号的恢复；数字与西文之间的一律不动（如 1+21+N、5G）。\
恢复只是显示上的，可以逐字还原，核对时全角与半角视为相同。

## 怎样保证一字不差 {#about-proof}

每次生成网页之前，程序把页面还原成文字，与原文逐字比对，如有不符即停止生成；网站建成以后，再从每个网页里把正文取出来核对一遍。\
下列“正文字数”是折叠空白和全半角之后的字数，“正文指纹”是这些字的 sha256，任何人都可以照样算出来。"""


def texts_page(documents: Sequence[Document], proofs: Sequence[tuple[int, str]]) -> Page:
    """``proofs`` has, per document, the number of characters compared and their sha256."""
    body = [_INTRODUCTION]
    for document, proof in zip(documents, proofs, strict=True):
        body.extend(_document(document, *proof))
    meta = {"title": "文本说明", "description": "各份文本的来源、校验、删去的网页外壳与标点处理", "hide": ["navigation"]}
    return Page(PurePosixPath("docs/about/texts.md"), page_text(meta, body))


def _document(document: Document, characters: int, sha256: str) -> Iterator[str]:
    meta = document.meta
    yield f"## {seal(document)} {link(meta.short_title, f'../{document.id}/index.md')} {{#about-{document.id}}}"
    yield f"{escape(meta.title)}"
    rows = [
        ("取得自", meta.found),
        *([("说明", meta.remark)] if meta.remark else []),
        ("原文文件", f"source/{meta.id}/{meta.file}，编码 {meta.encoding}"),
        ("原文 sha256", meta.sha256),
        ("正文字数", str(characters)),
        ("正文指纹", sha256),
    ]
    yield "| 项目 | 内容 |\n|---|---|\n" + "\n".join(f"| {name} | {escape(value)} |" for name, value in rows)
    yield from _dropped(document)


def _dropped(document: Document) -> Iterator[str]:
    if not document.dropped:
        yield "原文没有网页附带文字，一行也没有删。"
        return
    yield f"未收入的网页附带文字，共 {len(document.dropped)} 行："
    rows = (f"| {line.passage.line} | {escape(line.passage.text)} | {line.why} |" for line in document.dropped)
    yield "| 行 | 原文 | 理由 |\n|---|---|---|\n" + "\n".join(rows)
