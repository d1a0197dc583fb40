"""Lists whose numbers have no dot, as standards print them (GB 50xxx): 3.0.1 ……符合下列规定： / 1　水压应…… / 2　水质应……"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.markers import is_doubtful
from ..model.records import Kind, Marker
from ..text.fold import fold

_BARE = re.compile(r"(?P<n>[1-9]\d?)[ 　\t]+(?=[㐀-鿿“《‘「（(])")
_BELOW = {Kind.SUBSUBITEM, Kind.CIRCLE, Kind.LETTER, Kind.ROMAN, Kind.POINT}
"""What an item of such a list may have below it."""
_EXPLAINS = re.compile(r"(?:本(?:规范|标准|规程))?用词说明")
"""A head that such a list stands below without a colon."""


def with_bare_numbers(texts: Sequence[str], marks: Sequence[Marker | None]) -> list[Marker | None]:
    """The marks, with those of such lists: they begin at 1 below a line that ends in a colon or as the text's first line, and count on at least to 2."""
    settled = list(marks)
    run: list[int] = []
    introduced = False
    chapter = 0
    for at, text in enumerate(texts):
        match = _BARE.match(text)
        number = int(match["n"]) if match else 0
        mark = marks[at]
        own = match is not None and (mark is None or mark.text == match["n"])
        if mark and mark.kind is Kind.DECIMAL and len(mark.numbers) > 1:
            chapter = mark.numbers[0]
        if (
            own
            and number == len(run) + 1
            and (run or introduced or (not at and mark is None))
            and not (number > chapter and _heads_decimals(number, marks, at))
        ):
            run.append(at)
        elif own or (mark and mark.kind not in _BELOW):
            _settle(settled, run)
            run = []
        introduced = fold(text[-2:]).endswith((":", "：")) or _EXPLAINS.fullmatch(fold(text[:20])) is not None
    _settle(settled, run)
    return settled


def _settle(settled: list[Marker | None], run: Sequence[int]) -> None:
    if len(run) > 1:
        for number, at in enumerate(run, 1):
            settled[at] = Marker(Kind.SUBITEM, str(number), (number,))


def with_figures_behind(texts: Sequence[str], marks: Sequence[Marker | None]) -> list[Marker | None]:
    """The marks; 1.300总吨…… is 1. and a figure where 2. is the next mark of its kind, or 1. the last before 2.300总吨……."""
    settled = list(marks)
    last = 0
    for at, mark in enumerate(marks):
        if mark and mark.kind is Kind.SUBITEM:
            last = mark.numbers[0]
        elif mark and mark.kind is Kind.DECIMAL and len(mark.numbers) == 2 and is_doubtful(mark, texts[at]):
            number = mark.numbers[0]
            behind = next(
                (other.numbers[0] for other in marks[at + 1 : at + 1 + _FIGURES_AHEAD] if other and other.kind is Kind.SUBITEM), 0
            )
            if (number == 1 and behind == 2) or (number > 1 and number == last + 1):
                settled[at] = Marker(Kind.SUBITEM, _figure_mark(texts[at]), (number,))
                last = number
    return settled


def _figure_mark(text: str) -> str:
    """The printed 1. of 1.300总吨."""
    found = re.match(r"\d{1,3}[.．]", text)
    return found[0] if found else ""


_FIGURES_AHEAD = 10
_LOOK_AHEAD = 3


def _heads_decimals(number: int, marks: Sequence[Marker | None], at: int) -> bool:
    """Whether it is a head, 4　供水: below it comes 4.1 or 4.0.1."""
    below = next((mark for mark in marks[at + 1 : at + 1 + _LOOK_AHEAD] if mark), None)
    return below is not None and below.kind is Kind.DECIMAL and len(below.numbers) > 1 and below.numbers[0] == number
