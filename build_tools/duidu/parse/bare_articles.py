"""Articles without a space behind their number whose text begins as a reference would: 第六十二条第一次会议由……

Such a line is an article only where the articles around it leave its number out: 第六十一条 above, 第六十三条 below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.records import Kind, Marker
from ..text.numerals import HAN_NUMBER, to_int

_ARTICLE = re.compile(rf"第\s?(?P<n>{HAN_NUMBER}|\d{{1,4}})\s?[条條](?!之)")
LONGEST_NUMBER = 16


def with_bare_articles(texts: Sequence[str], marks: Sequence[Marker | None]) -> list[Marker | None]:
    """The marks, with those of such articles."""
    settled = list(marks)
    places: list[tuple[int, int, bool]] = []
    for at, mark in enumerate(marks):
        if mark and mark.kind is Kind.ARTICLE:
            places.append((at, mark.numbers[0], True))
        elif number := _number(texts[at], mark):
            places.append((at, number, False))
    last = 0
    for place, (at, number, sure) in enumerate(places):
        if sure:
            last = number
        elif number == last + 1 and place + 1 < len(places) and places[place + 1][1] == number + 1:
            found = _ARTICLE.match(texts[at])
            settled[at] = Marker(Kind.ARTICLE, found[0] if found else "", (number,))
            last = number
    return settled


def _number(text: str, mark: Marker | None) -> int:
    """The number that a line without a mark begins with as an article would; 0 for any other."""
    found = _ARTICLE.match(text[:LONGEST_NUMBER]) if mark is None and text[:1] == "第" else None
    try:
        return to_int(found["n"]) if found else 0
    except ValueError:
        return 0
