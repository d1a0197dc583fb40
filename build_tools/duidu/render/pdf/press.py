"""HTML → PDF, by Chromium: it justifies Chinese, closes up punctuation and spaces figures from characters, and writes tags and bookmarks.

WeasyPrint has footnotes of its own but leaves Chinese lines ragged, since it widens only spaces. Each file is printed twice: the first
time to learn from the bookmarks on which page every head stands.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ...model.faults import CallError
from .browser import installed
from .sheet import Sheets

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = ["--disable-gpu", "--no-first-run", "--font-render-hinting=none"]
"""Without hinting, so that lines on the screen, where pages are filled, are as wide as on paper."""
NO_TOOLS = "生成 PDF 要用 playwright 和 pypdf，这个环境里没有。请用 make pdf，它会装好。"
NO_BROWSER = "没有找到 Chromium 一类的浏览器，不能生成 PDF。请安装 chromium、chrome 或 edge，或运行 python -m playwright install chromium。"
NOT_PRINTED = "浏览器没有印成：{}。多半是磁盘满了或内存不够；排除之后再运行一次。什么也没有改。"
NO_FONT = "这台机器没有中文字体，印出来只有方框。请安装一种宋体和一种黑体；Debian、Ubuntu 上是 fonts-noto-cjk。"
HEADS = "h1, h2, h3, h4, h5, h6"


@contextmanager
def press() -> Iterator[Browser]:
    """A running browser. Raises CallError where there is none, or no Chinese font, or it ends or gives up while it prints."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415  (only those who print need it)
    except ImportError:
        raise CallError(NO_TOOLS) from None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        except Error:
            raise CallError(NO_BROWSER) from None
        try:
            _need_chinese(browser)
            yield browser
        except Error as error:
            raise CallError(NOT_PRINTED.format(error.message.splitlines()[0])) from None
        finally:
            browser.close()


def _need_chinese(browser: Browser) -> None:
    """Without a Chinese font different characters have the same picture, an empty box."""
    page = browser.new_page()
    drawn = page.evaluate(
        """() => ["国", "们", "决"].map(char => {
            const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
            pen.font = "40px serif";
            pen.fillText(char, 20, 60);
            return canvas.toDataURL();
        })"""
    )
    page.close()
    if len(set(drawn)) < len(drawn):
        raise CallError(NO_FONT)


def printed(browser: Browser, sheets: Sheets) -> bytes:
    """The PDF: tagged, with bookmarks, titled, and the same to the byte whenever it is made by the same browser and fonts."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415
    except ImportError:
        raise CallError(NO_TOOLS) from None
    page = browser.new_page()
    try:
        page.emulate_media(media="print")
        page.set_content(sheets.html, wait_until="load")
        page.evaluate(files(__package__).joinpath("pager.js").read_text(encoding="utf-8"))
        heads = page.evaluate(f"Array.from(document.querySelectorAll({json.dumps(HEADS)}), head => head.id)")
        pages = _pages_of_heads(PdfReader(io.BytesIO(_pdf(page))))
        _write_folios(page, dict(zip(heads, pages, strict=True)))
        return _finished(_pdf(page), sheets)
    finally:
        page.close()


def _pdf(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _pages_of_heads(reader: Any) -> list[int]:
    """The page of every bookmark, in order; Chromium makes one of every head."""

    def walk(level: Any) -> Iterator[int]:
        for mark in level:
            if isinstance(mark, list):
                yield from walk(mark)
            else:
                yield reader.get_destination_page_number(mark) + 1

    return list(walk(reader.outline))


def _write_folios(page: Page, pages: Mapping[str, int]) -> None:
    page.evaluate(
        'pages => { for (const folio of document.querySelectorAll(".folio")) folio.textContent = pages[folio.dataset.for]; }', dict(pages)
    )


def _finished(pdf: bytes, sheets: Sheets) -> bytes:
    """With the document's own date in place of the clock's, its issuer as author, and characters that can be searched."""
    from pypdf import PdfWriter  # noqa: PLC0415

    from .to_unicode import make_legible  # noqa: PLC0415

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    stamp = f"D:{sheets.date.replace('-', '')}000000Z"
    writer.metadata = {"/Title": sheets.title, "/Author": sheets.author, "/CreationDate": stamp, "/ModDate": stamp}
    make_legible(writer, sheets.html)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
