"""Run-in heads that end in white space instead of a stop: 一、总体要求　坚持……。, 第一条 目的 为了……。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..model.records import Kind, Line, Marker, Role
from ..text.sentences import is_complete

_NAME = re.compile(
    r"(?P<name>(?=[\u3400-\u9fff“])[\u3400-\u9fff“”（）()、·0-9A-Za-z]{2,20}(?<=[\u3400-\u9fff”）)])(?<![和与及或在对为是由于将把从到、])(?<![^目]的))"
    r"(?P<gap>\s+)(?=[\u3400-\u9fff“《\d])(?![的等和与及或])"
)
_ANOTHER = re.compile(r"[\u3400-\u9fff]\s+[\u3400-\u9fff]")
_WIDE = re.compile(r"\u3000|\t|\s\s")
FEWEST = 2
"""So many lines of a kind show that a single space parts their heads from their text."""


def name_before_gap(text: str) -> str:
    """The words of a marked line before its only gap, "" if it is not of this form or has no text behind them.

    >>> name_before_gap("目的 为了加强管理，制定本办法。"), name_before_gap("县 水利局负责。"), name_before_gap("各 乡镇 要加强管理。")
    ('目的', '', '')
    """
    found = _NAME.match(text)
    if not found or not is_complete(text) or _ANOTHER.search(text, found.end()):
        return ""
    return found["name"]


def is_wide(text: str, name: str) -> bool:
    """Whether the gap behind the name is more than one space: nobody types that within a sentence."""
    return _WIDE.match(text, len(name)) is not None


def gapped_kinds(lines: Iterable[Line]) -> frozenset[Kind]:
    """The kinds most of whose lines with text have a name before a gap: there a single space is enough."""
    whole: Counter[Kind] = Counter()
    gapped: Counter[Kind] = Counter()
    for line in lines:
        if line.marker and line.role is Role.MARKED and is_complete(line.passage.text):
            whole[line.marker.kind] += 1
            gapped[line.marker.kind] += bool(name_before_gap(_behind(line.passage.text, line.marker)))
    return frozenset(kind for kind, count in gapped.items() if count >= FEWEST and 2 * count > whole[kind])


def _behind(text: str, marker: Marker) -> str:
    return text[len(marker.text) :].lstrip()
