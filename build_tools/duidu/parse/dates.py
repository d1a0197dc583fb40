"""The dates that a text says, in the ways official texts write them, as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from ..text.fold import fold
from ..text.numerals import HAN_NUMBER, HAN_YEAR, to_int

DATE = re.compile(rf"((?:民國|民国)(?:\d{{1,3}}|{HAN_NUMBER})|\d{{4}}|{HAN_YEAR})年({HAN_NUMBER}|\d{{1,2}})月({HAN_NUMBER}|\d{{1,2}})日")
_PUBLISHED = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})发布")
"""As standards have it on their cover; the other date there is that of 实施."""
_VERSION = re.compile(r"版本日期:?(\d{1,2})\.(\d{1,2})\.(\d{4})")
"""As Hong Kong's database of laws writes it: the day comes first."""
_REPUBLIC = re.compile("民[國国]")
BEFORE_THE_REPUBLIC = 1911
"""民國 1 is 1912."""


def parsed_date(text: str) -> str:
    """ISO date of 2024年5月13日 or 二〇二四年五月十三日 in the text, "" where there is none."""
    return next(iter(dates_of(text)), "")


def dates_of(text: str) -> Iterator[str]:
    """ISO dates in the text; those that no calendar has are left out."""
    folded = fold(text)
    for pattern, read in ((DATE, _spelt_out), (_VERSION, _day_first), (_PUBLISHED, _iso)):
        for match in pattern.finditer(folded):
            with suppress(ValueError):
                yield read(match).isoformat()


def _spelt_out(match: re.Match[str]) -> date:
    year, month, day = (to_int(_REPUBLIC.sub("", part.replace("○", "〇"))) for part in match.groups())
    return date(year + (BEFORE_THE_REPUBLIC if _REPUBLIC.match(match[1]) else 0), month, day)


def _day_first(match: re.Match[str]) -> date:
    return date(int(match[3]), int(match[2]), int(match[1]))


def _iso(match: re.Match[str]) -> date:
    return date.fromisoformat(match[1])
