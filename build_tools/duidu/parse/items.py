"""The items of an article that were run together behind semicolons: （三）甲；（四）乙； and in the next line （五）丙。

Only where the line is itself an item, or where the next line counts on: 分为（一）甲；（二）乙。 in a sentence is prose.
"""

from __future__ import annotations

import re

from ..model.markers import read_marker
from ..model.records import Kind
from ..text.sentences import pairs_of

_BEHIND = re.compile(r"[；;：:](?=\s?[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)])")
WINDOW = 16
"""A mark is not longer."""


def items_run_together(text: str, following: str) -> set[int]:
    """Where an item begins inside a line; empty where nothing bears it out."""
    places = [found.end() for found in _BEHIND.finditer(text)]
    if not places:
        return set()
    number = _item(text)
    quoted = _inside(text, places)
    cuts: list[int] = []
    for place in places:
        here = _item(text[place : place + WINDOW].lstrip())
        if here == number + 1 and place not in quoted and (text[place - 1] in "；;" or not number):
            cuts.append(place)
            number = here
    borne_out = _item(text) or _item(following[:WINDOW]) == number + 1 or (_is_article(text) and len(cuts) > 1)
    return set(cuts) if cuts and borne_out else set()


def _inside(text: str, places: list[int]) -> set[int]:
    """Those of the places that stand in quotation marks."""
    if "“" not in text:
        return set()
    quotes = sorted((opener, closer) for opener, closer in pairs_of(text).items() if text[opener] == "“")
    found: set[int] = set()
    end = at = 0
    for place in places:
        while at < len(quotes) and quotes[at][0] < place:
            end = max(end, quotes[at][1])
            at += 1
        if place < end:
            found.add(place)
    return found


def _item(text: str) -> int:
    """The number of the item that a line begins with; 0 where it begins with none."""
    mark = read_marker(text)
    return mark.numbers[0] if mark and mark.kind is Kind.ITEM else 0


def _is_article(text: str) -> bool:
    mark = read_marker(text)
    return mark is not None and mark.kind is Kind.ARTICLE
