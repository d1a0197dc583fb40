"""The frame of everything printed: one HTML file with its styles, a title page, contents, and a colophon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

import markdown

from ..line_breaks import with_line_breaks
from ..markdown import EXTENSIONS, SIZES
from ..wording import say


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the press prints. ``html`` is complete: it asks for no other file. ``date`` (ISO) is the one the PDF bears."""

    name: str
    """Of the file, without its ending."""
    title: str
    author: str
    html: str
    date: str


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: the words, the id they lead to, how deep."""

    words: str
    anchor: str
    depth: int


def as_html(body: str) -> str:
    """The site's Markdown → HTML."""
    return with_line_breaks(markdown.markdown(body, extensions=list(EXTENSIONS)))


def whole(title: str, left: str, right: str, body: Iterable[str], sections: Iterable[ContentsLine] = ()) -> str:
    """The HTML file. ``left`` and ``right`` are the running titles; each of ``sections`` has one of its own on its pages."""
    rules = [_running("", left, right), *(_running(entry.anchor, f"{left}　{entry.words}", right) for entry in sections)]
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f"<style>{_style()}\n{''.join(rules)}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _style() -> str:
    return files(__package__).joinpath("paper.css").read_text(encoding="utf-8") + SIZES


def _running(page: str, left: str, right: str) -> str:
    return f"@page {page}{{@top-left{{content:{_css(left)}}}@top-right{{content:{_css(right)}}}}}\n"


def _css(text: str) -> str:
    """A CSS string that cannot end the style element either."""
    return '"' + "".join(char if char.isalnum() or char in " 　·、，（）" else f"\\{ord(char):x} " for char in text) + '"'


def contents(entries: Sequence[ContentsLine]) -> str:
    """Words and page; the press writes the numbers in when it knows them."""
    lines = "".join(
        f'<li class="depth{entry.depth}"><a href="#{entry.anchor}">{escape(entry.words)}</a><span class="leader"></span>'
        f'<span class="folio" data-for="{entry.anchor}"></span></li>'
        for entry in entries
    )
    return f'<nav class="contents"><h2 id="contents">{say("print.contents")}</h2><ul>{lines}</ul></nav>'


def colophon(rows: Sequence[tuple[str, str]], remarks: Iterable[str] = ()) -> str:
    """Where all of it comes from, and how it can be checked."""
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    said = "".join(f"<p>{escape(remark)}</p>" for remark in remarks if remark)
    return f'<section class="colophon"><h2 id="colophon">{say("print.colophon")}</h2><dl>{lines}</dl>{said}</section>'
