"""Word's automatic numbers, as printed (ECMA-376, 17.9): they stand in no paragraph's text and are counted here.

Numbers count per abstract list, which several lists share; a list of its own start begins anew where it is first used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...text.counting import printed
from .names import attribute, child, children, is_on, local, number, value

LEVELS = 9
_CLOSED = re.compile(r"[、，。．.:：)）\]】〕》]\s*$|^\W+$")
"""After such a mark nothing has to part number and text; 第一条 and 1.1 want a space."""


_DASHES = re.compile("[—–―－-]+")
"""The one bullet that is a mark of the text: —— before a point."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (from 1) whose numbers start this one anew; 0: none; None: all above."""
    legal: bool = False
    parted: bool = True
    """Whether a tab or space stands between number and text."""


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, part: Element | None, styles: Element | None) -> None:
        self._abstract = {attribute(entry, "abstractNumId"): entry for entry in children(part, "abstractNum")}
        self._lists = {attribute(entry, "numId"): entry for entry in children(part, "num")}
        self._styles = {attribute(entry, "styleId"): entry for entry in children(styles, "style")}
        self._levels: dict[str, tuple[Mapping[int, Level], Mapping[str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, properties: Element | None) -> str:
        """The number that is printed before a paragraph of these properties, counted on; "" for none."""
        list_id, level_id, style = self._numbered(properties)
        if list_id in ("", "0") or list_id not in self._lists:
            return ""
        levels, by_style = self._levels_of(list_id)
        depth = by_style.get(style, 0) if level_id is None else level_id
        level = levels.get(depth)
        if level is None:
            return ""
        self._count(list_id, depth, levels)
        shown = self._shown(list_id, depth, levels)
        return f"{shown} " if shown.strip() and level.parted and not _CLOSED.search(shown) else shown.strip()

    def _numbered(self, properties: Element | None) -> tuple[str, int | None, str]:
        """List, level and the style that says so: the paragraph's own first, then those of its style and of the styles below that."""
        style = value(properties, "pStyle")
        if child(properties, "numPr") is not None:
            own = value(properties, "numPr", "numId")
            depth = value(properties, "numPr", "ilvl")
            if own:
                return own, number(depth), style
        seen: set[str] = set()
        name = style or next(
            (key for key, entry in self._styles.items() if attribute(entry, "default") == "1" and attribute(entry, "type") == "paragraph"),
            "",
        )
        while name in self._styles and name not in seen:
            seen.add(name)
            inherited = child(self._styles[name], "pPr", "numPr")
            if found := value(inherited, "numId"):
                depth = value(inherited, "ilvl") or value(properties, "numPr", "ilvl")
                return found, number(depth) if depth else None, name
            name = value(self._styles[name], "basedOn")
        return "", None, ""

    def _levels_of(self, list_id: str) -> tuple[Mapping[int, Level], Mapping[str, int]]:
        if list_id not in self._levels:
            entry = self._lists[list_id]
            abstract = self._abstract_of(value(entry, "abstractNumId"))
            found = {number(attribute(level, "ilvl")): level for level in children(abstract, "lvl")}
            for override in children(entry, "lvlOverride"):
                if (level := child(override, "lvl")) is not None:
                    found[number(attribute(override, "ilvl"))] = level
            by_style = {value(level, "pStyle"): depth for depth, level in found.items() if value(level, "pStyle")}
            self._levels[list_id] = {depth: _level(level) for depth, level in found.items() if 0 <= depth < LEVELS}, by_style
        return self._levels[list_id]

    def _abstract_of(self, abstract_id: str) -> Element | None:
        """The abstract list, or the one that the list style which it refers to is made of."""
        for _ in range(LEVELS):
            abstract = self._abstract.get(abstract_id)
            linked = value(self._styles.get(value(abstract, "numStyleLink")), "pPr", "numPr", "numId")
            if abstract is None or linked not in self._lists:
                return abstract
            abstract_id = value(self._lists[linked], "abstractNumId")
        return None

    def _count(self, list_id: str, depth: int, levels: Mapping[int, Level]) -> None:
        counts = self._counts.setdefault(value(self._lists[list_id], "abstractNumId"), {})
        starts = {
            number(attribute(entry, "ilvl")): value(entry, "startOverride") for entry in children(self._lists[list_id], "lvlOverride")
        }
        if starts.get(depth) and (list_id, depth) not in self._begun:
            counts[depth] = number(starts[depth])
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        self._begun.add((list_id, depth))
        for lower in [other for other in counts if other > depth]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart and depth < restart):
                del counts[lower]

    def _shown(self, list_id: str, depth: int, levels: Mapping[int, Level]) -> str:
        counts = self._counts[value(self._lists[list_id], "abstractNumId")]
        level = levels[depth]
        if level.style == "bullet":
            return level.text if _DASHES.fullmatch(level.text) else ""

        def figure(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            other = levels.get(above)
            if other is None:
                return ""
            style = "decimal" if level.legal and other.style != "decimalZero" else other.style
            return printed(counts.get(above, other.start), style)

        return re.sub("%([1-9])", figure, level.text)


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
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
