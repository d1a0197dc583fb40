"""How things are called on the site: levels, dates, parts."""

from __future__ import annotations

import unicodedata

from ..anchors.document import Document
from ..model.records import Kind, Unit
from ..text.numerals import to_han
from .markdown import escape
from .wording import say


def seal(document: Document) -> str:
    """The sign of a level, told apart by character and form (filled, outlined), by hue last."""
    level = document.meta.level
    form = "upper" if level.upper else "lower"
    return f'<span class="seal {form}">{escape(level.seal)}</span>'


def whole_name(document: Document) -> str:
    """The short title where it stands in a heading, which is never broken inside it (``line_breaks`` leaves elements alone)."""
    return f'<span class="whole">{escape(document.meta.short_title)}</span>'


def name_of(document: Document, unit: Unit) -> str:
    """A head's words for contents and titles: of an issued text its title, of an article its caption without brackets."""
    if unit.kind is Kind.COMPONENT:
        return next((document.text(child.anchor) for child in unit.children if child.kind is Kind.TITLE), "")
    text = document.text(unit.anchor)
    return text.strip("（）【】〔〕[]") if unit.kind is Kind.ARTICLE else text


_LETTERS = {"Lo", "Lu", "Ll", "Nd", "Nl"}


def gap_after(marker: str) -> str:
    """第一章　总则, 3.1　术语, 附件2　名单; the marks of GB/T 9704 bring their own stop, and ① ㈠ ⒈ their own frame."""
    return "　" if marker and unicodedata.category(marker[-1]) in _LETTERS else ""


def numbered(document: Document, unit: Unit) -> str:
    """A head as it is called: its mark and words, without the stop of a run-in head. 第一章　总则; 二、抓好建设"""
    marker = document.marker(unit.anchor)
    return f"{marker}{gap_after(marker)}{name_of(document, unit)}".rstrip("。")


def chinese_date(iso: str) -> str:
    """2024-05-13 → 2024年5月13日"""
    year, month, day = iso.split("-")
    return say("name.date", year=year, month=int(month), day=int(day))


def dated(document: Document) -> str:
    """2024年5月13日通过, or 成文 where the text has no adoption note."""
    adopted = any(unit.kind is Kind.ADOPTED for unit in document.outline.units)
    return say("name.adopted" if adopted else "name.dated", date=chinese_date(document.meta.date))


def short_hash(document: Document) -> str:
    """The first 8 digits of the raw text's sha256."""
    return document.meta.sha256[:8]


def numbered_part(document: Document, number: int) -> str:
    """第二部分，共六部分; 第二章，共五章"""
    total = len(document.sections)
    return say("name.part", number=to_han(number), total="两" if total == 2 else to_han(total), part=part_word(document))


_NAMED = (Kind.PART, Kind.CHAPTER, Kind.DIVISION)


def part_word(document: Document) -> str:
    """What the sections of a document are called: 编, 章 or 节 where all are of that kind, else 部分."""
    kinds = {unit.kind for unit in document.sections}
    kind = kinds.pop() if len(kinds) == 1 else None
    return say(f"name.{kind}_word" if kind in _NAMED else "name.section_word")
