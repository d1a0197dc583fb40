"""How things are called on the site: levels, dates, parts."""

from __future__ import annotations

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


def name_of(document: Document, unit: Unit) -> str:
    """A head's words for contents and titles: of an issued text its title, of an article its caption without brackets."""
    if unit.kind is Kind.COMPONENT:
        return next((document.text(child.anchor) for child in unit.children if child.kind is Kind.TITLE), "")
    text = document.text(unit.anchor)
    return text.strip("（）【】〔〕[]") if unit.kind is Kind.ARTICLE else text


def chinese_date(iso: str) -> str:
    """2024-05-13 → 2024年5月13日"""
    year, month, day = iso.split("-")
    return say("name.date", year=year, month=int(month), day=int(day))


def dated(document: Document) -> str:
    """2024年5月13日通过, or 成文 where the text has no adoption note."""
    adopted = any(unit.kind == "adopted" for unit in document.outline.units)
    return say("name.adopted" if adopted else "name.dated", date=chinese_date(document.meta.date))


def short_hash(document: Document) -> str:
    """The first 8 digits of the raw text's sha256."""
    return document.meta.sha256[:8]


def part_of(document: Document, number: int) -> str:
    """第二部分，共六部分"""
    total = len(document.sections)
    return say("name.part", number=to_han(number), total="两" if total == 2 else to_han(total))
