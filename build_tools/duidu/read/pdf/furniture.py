"""What a PDF's pages print around the text: page numbers and running heads. Each rule has a name and leaves a line out only on what several pages show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...text.fold import fold
from .lines import PrintedLine

PAGE_NUMBER = "页码"
RUNNING_HEAD = "书眉"

EDGE = 3
"""So many lines at either end of a page may be none of the text."""
MARGIN = 0.12
"""So much of a page's height, at either end, is where running heads stand."""
FEWEST_PAGES = 3
SHARE = 0.5
"""A running head stands on so many of the pages (left and right pages may have their own, hence not on all)."""
SAME_HEIGHT = 4.0

_NUMBER = re.compile(r"(?P<dash>[-—–―─·•\s]*)第?(?P<number>\d{1,4})页?(?:[/,，]?共?\d{1,4}页?)?[-—–―─·•\s]*")
_ROMAN = re.compile(r"[-—\s]*[ivxIVX]{1,6}[-—\s]*")


def furniture(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> Mapping[tuple[int, int], str]:
    """Page and position of every line that is none of the text, and the rule that says so."""
    return _running_heads(pages, heights) | _page_numbers(pages, heights)


def _edge(page: Sequence[PrintedLine]) -> list[int]:
    return sorted({*range(min(EDGE, len(page))), *range(max(len(page) - EDGE, 0), len(page))})


def _page_numbers(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> dict[tuple[int, int], str]:
    """A figure in dashes (— 3 —) or 第3页 at the foot, or bare figures at one height that count on from page to page."""
    found: dict[tuple[int, int], str] = {}
    bare: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for position in _edge(page):
            row = page[position]
            last = position >= len(page) - 1 or row.top > (1 - MARGIN) * heights[number]
            match = _NUMBER.fullmatch(fold(row.text)) if last or row.bottom < MARGIN * heights[number] else None
            if match and (match["dash"] or "页" in row.text):
                found[number, position] = PAGE_NUMBER
            elif match:
                bare[int(match["number"]) - number].append((number, position))
            elif _ROMAN.fullmatch(row.text) and row.top > (1 - MARGIN) * heights[number]:
                found[number, position] = PAGE_NUMBER
    for places in bare.values():
        if len({number for number, _ in places}) >= min(FEWEST_PAGES, max(2, len(pages))):
            found |= dict.fromkeys(places, PAGE_NUMBER)
    return found


def _running_heads(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> dict[tuple[int, int], str]:
    """The same words, figures aside, at the same height of several pages."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for position in _edge(page):
            row = page[position]
            if row.bottom < MARGIN * heights[number] or row.top > (1 - MARGIN) * heights[number]:
                words = re.sub(r"\d+", "0", fold(row.text))
                places[words, round(row.top / SAME_HEIGHT)].append((number, position))
    needed = max(FEWEST_PAGES, SHARE * len(pages) / 2)
    return {place: RUNNING_HEAD for found in places.values() if len({number for number, _ in found}) >= needed for place in found}
