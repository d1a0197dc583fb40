"""What stands in all kinds of normative texts, and so says little when two of them share it: shipped as data/background.toml.

Rarity counted within a pair knows what that pair repeats (烟花爆竹 in every sentence); it takes 有下列情形之一的, which each of the
two has once, for a find. Counting over the whole corpus would make every pair depend on every document; this list depends on none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NUMBER = "[0-9.%〇零一二两三四五六七八九十百千万亿]+"
_DATED = rf"[0-9]+[0-9.%]*[年月日周个项条款倍万亿元]*|{_NUMBER}[年月日条款倍元]"
"""A date or a number: that two sentences share one makes them no counterparts."""


@dataclass(frozen=True, slots=True)
class Background:
    """Common pairs of characters, and stock phrases."""

    rates: Mapping[str, float]
    """Pair → the share of sentences it stands in; absent is rare."""
    stock: re.Pattern[str]
    """Finds stock phrases, numbers and dates in letters without marks."""


@cache
def background() -> Background:
    """The list that is shipped."""
    data = tomllib.loads((files("duidu") / "data" / "background.toml").read_text(encoding="utf-8"))
    rates = {pair: 2.0 ** -float(grade) for grade, pairs in data["rates"].items() for pair in pairs.split()}
    phrases = {_pattern(line) for lines in data["stock"].values() for line in lines.split()}
    return Background(rates, re.compile("|".join([*_by_first(sorted(phrases, key=lambda one: (-len(one), one))), _DATED])))


def _by_first(patterns: Iterable[str]) -> Iterator[str]:
    """Those that begin with the same character as one: nowhere in a text all of them are tried. Those that may begin with a digit stay."""
    grouped: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[0]
        grouped.setdefault("" if first in _NUMBER else first, []).append(pattern)
    for first, own in grouped.items():
        yield f"{first}(?:{'|'.join(pattern[1:] for pattern in own)})" if first else "|".join(own)


def _pattern(phrase: str) -> str:
    return "".join(_NUMBER if char == "…" else re.escape(char) for char in phrase if char == "…" or char.isalnum())
