"""The numbers that a browser prints before the items of a list; they stand in no text of the page."""

from __future__ import annotations

import re

from ...model.markers import BULLET
from ...text.counting import CSS_STYLES, HTML_TYPES, printed
from .tree import Element

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([+-]?\d{1,6})")


class Counters:
    """How far each list of a page has counted."""

    def __init__(self, *, bullets: bool = False) -> None:
        """``bullets``: whether lists without numbers are the text's own, as in what a word processor has written, and none of the page's."""
        self._next: dict[int, int] = {}
        self._bullets = bullets

    def mark(self, item: Element) -> str:
        """The number printed before a list item, counted on; "" for lists that print none, and for bullets that only lay out a page."""
        holder = item.parent
        if holder is None or holder.tag != "ol":
            return f"{BULLET} " if self._bullets and holder is not None and holder.tag == "ul" and _style(holder) != "none" else ""
        step = -1 if "reversed" in holder.attributes else 1
        first = sum(child.tag == "li" for child in holder.children) if step < 0 else 1
        count = _number(item.get("value"), self._next.get(holder.index, _number(holder.get("start"), first)))
        self._next[holder.index] = count + step
        style = _style(item) or _style(holder) or "decimal"
        if style not in CSS_STYLES:
            return ""
        form, suffix = CSS_STYLES[style]
        return printed(count, form) + (f"{suffix} " if suffix == "." else suffix)


def _style(element: Element) -> str:
    if said := _STYLE.findall(element.get("style")):
        words = said[-1].lower().replace("!important", "").split()
        return next((word for word in words if word in CSS_STYLES), words[0] if words else "")
    kind = element.get("type").strip()
    return HTML_TYPES.get(kind, "none" if kind.lower() in ("none", "disc", "circle", "square") else "")


def _number(text: str, default: int) -> int:
    match = _NUMBER.match(text)
    return int(match[1]) if match else default
