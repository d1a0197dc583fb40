"""Points whose sign is a common character: · 甲 / · 乙, - 甲 / - 乙. One alone is prose, a name (·马克) or a site's line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.records import Kind, Marker

_SIGN = re.compile(r"(?P<sign>[·‧∙*+＊]|[-－–](?=[ 　\t]))[ 　\t]*(?=[㐀-鿿“《（(\d])(?!\d{1,4}\s*[-－–])")


def with_plain_bullets(texts: Sequence[str], marks: Sequence[Marker | None]) -> list[Marker | None]:
    """The marks, with those of such points where two lines or more in succession have the same sign."""
    settled = list(marks)
    run: list[int] = []
    sign = ""
    for at, text in enumerate(texts):
        found = _SIGN.match(text) if marks[at] is None else None
        if found is None or found["sign"] != sign:
            _settle(settled, run, sign)
            run, sign = [], found["sign"] if found else ""
        if found:
            run.append(at)
    _settle(settled, run, sign)
    return settled


def _settle(settled: list[Marker | None], run: Sequence[int], sign: str) -> None:
    if len(run) > 1:
        for at in run:
            settled[at] = Marker(Kind.POINT, sign)
