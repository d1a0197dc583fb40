"""Word's automatic numbers, as printed (ECMA-376, 17.9): they stand in no paragraph's text and are counted here.

Numbers count per abstract list, which several lists share; a list of its own start begins anew where it is first used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...model.markers import BULLET, BULLETS, SYMBOL_BULLETS
from ...text.counting import printed
from .names import attribute, child, children, is_on, local, number, value
from .styles import Styles

LEVELS = 9
_CLOSED = re.compile(r"[、，。．.:：)）\]】〕》]\s*$|^\W+$")
"""After such a mark nothing has to part number and text; 第一条 and 1.1 want a space."""


_DASHES = re.compile("[—–―－-]{2,}|[—―－]")
"""The bullet that is a mark of the text as it stands: —— before a point."""
_SIGNS = SYMBOL_BULLETS | {chr(ord(code) - 0xF000): sign for code, sign in SYMBOL_BULLETS.items()}
"""What Symbol and Wingdings print: for their codes, and for the letters that stand for these."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and prints."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (from 1) whose numbers start this one anew; 0: none; None: all above."""
    legal: bool = False
    parted: bool = True
    """Whether a tab or space stands between number and text."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its levels, the level of each style that brings one, the numbers it starts at itself, and how far its abstract list has counted."""

    levels: Mapping[int, ListLevel]
    by_style: Mapping[str, int]
    starts: Mapping[int, int]
    counts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._abstract = {attribute(entry, "abstractNumId"): entry for entry in children(part, "abstractNum")}
        self._entries = {attribute(entry, "numId"): entry for entry in children(part, "num")}
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, properties: Element | None) -> str:
        """The number that is printed before a paragraph of these properties, counted on; "" for none."""
        list_id, level_id, style = self._numbered(properties)
        if list_id in ("", "0") or list_id not in self._entries:
            return ""
        numbered = self._list(list_id)
        depth = numbered.by_style.get(style, 0) if level_id is None else level_id
        level = numbered.levels.get(depth)
        if level is None:
            return ""
        _count(numbered, depth)
        shown = _shown(numbered, depth)
        bullet = shown.strip() in BULLETS
        return f"{shown.strip()} " if shown.strip() and (bullet or (level.parted and not _CLOSED.search(shown))) else shown.strip()

    def _numbered(self, properties: Element | None) -> tuple[str, int | None, str]:
        """List, level and the style that says so: the paragraph's own first, then those of its style and of the styles below that."""
        own, depth = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        if own:
            return own, number(depth), value(properties, "pStyle")
        for name, style in self._styles.chain(value(properties, "pStyle"), "paragraph"):
            inherited = child(style, "pPr", "numPr")
            if found := value(inherited, "numId"):
                depth = depth or value(inherited, "ilvl")
                return found, number(depth) if depth else None, name
        return "", None, ""

    def _list(self, list_id: str) -> _List:
        if list_id not in self._lists:
            entry = self._entries[list_id]
            abstract_id = self._abstract_id(value(entry, "abstractNumId"))
            found = {number(attribute(level, "ilvl")): level for level in children(self._abstract.get(abstract_id), "lvl")}
            starts: dict[int, int] = {}
            for override in children(entry, "lvlOverride"):
                depth = number(attribute(override, "ilvl"))
                if (level := child(override, "lvl")) is not None:
                    found[depth] = level
                if start := value(override, "startOverride"):
                    starts[depth] = number(start)
            by_style = {value(level, "pStyle"): depth for depth, level in found.items() if value(level, "pStyle")}
            levels = {depth: _level(level) for depth, level in found.items() if 0 <= depth < LEVELS}
            self._lists[list_id] = _List(levels, by_style, starts, self._counts.setdefault(abstract_id, {}))
        return self._lists[list_id]

    def _abstract_id(self, abstract_id: str) -> str:
        """The abstract list, or the one that the list style which it refers to is made of."""
        for _ in range(LEVELS):
            styles = self._styles.chain(value(self._abstract.get(abstract_id), "numStyleLink"))
            linked = next((value(style, "pPr", "numPr", "numId") for _, style in styles), "")
            if linked not in self._entries:
                return abstract_id
            abstract_id = value(self._entries[linked], "abstractNumId")
        return abstract_id


def _count(numbered: _List, depth: int) -> None:
    levels, counts = numbered.levels, numbered.counts
    if depth in numbered.starts and depth not in numbered.begun:
        counts[depth] = numbered.starts[depth]
    else:
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
    numbered.begun.add(depth)
    for upper in range(depth):
        # A level that was passed over is printed, and counted on, as if it had begun.
        if upper in levels:
            counts.setdefault(upper, levels[upper].start)
    for lower in [other for other in counts if other > depth]:
        restart = levels[lower].restart if lower in levels else None
        if restart is None or (restart and depth < restart):
            del counts[lower]


def _shown(numbered: _List, depth: int) -> str:
    level = numbered.levels[depth]
    if level.style == "bullet":
        return level.text if _DASHES.fullmatch(level.text) else _bullet(level.text)

    def figure(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        other = numbered.levels.get(above)
        if other is None:
            return ""
        style = "decimal" if level.legal and other.style != "decimalZero" else other.style
        return printed(numbered.counts.get(above, other.start), style)

    return re.sub("%([1-9])", figure, level.text)


def _bullet(text: str) -> str:
    """The sign printed before a point; "" where the list prints none."""
    sign = _SIGNS.get(text.strip(), text.strip())
    return (sign if sign in BULLETS else BULLET) if sign else ""


def _level(element: Element) -> ListLevel:
    restart = value(element, "lvlRestart")
    return ListLevel(
        number(value(element, "start"), 1) if child(element, "start") is not None else 0,
        _style(element),
        value(element, "lvlText"),
        number(restart) if restart else None,
        is_on(element, "isLgl"),
        value(element, "suff", default="tab") != "nothing",
    )


def _style(element: Element) -> str:
    """The number format; of one that only newer programs know, what older ones are to print."""
    for inner in element:
        if local(inner) == "numFmt":
            return attribute(inner, "val", "decimal")
        if local(inner) == "AlternateContent":
            fallback = child(inner, "Fallback", "numFmt")
            custom = child(inner, "Choice", "numFmt")
            return "decimalZero" if attribute(custom, "format").startswith("01") else attribute(fallback, "val", "decimal")
    return "decimal"
