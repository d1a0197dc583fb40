"""The number or dash at the head of a line: one pattern per style of numbering.

To add a style, add a ``Style`` to ``STYLES`` (and, if it is a new kind of unit, a letter in ``anchors.natural``
and a rank in ``parse.outline``); GB/T 9704—2012, 7.3.3 names the order 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Kind, Marker
from .numerals import HAN_NUMBER, to_int

CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of numbering: the kind of unit it opens and how it looks; group ``n`` is the number, ``b`` its 之N."""

    kind: Kind
    sample: str
    pattern: re.Pattern[str]


def _style(kind: Kind, sample: str, pattern: str) -> Style:
    return Style(kind, sample, re.compile(pattern))


_ORDINAL = rf"第(?P<n>{HAN_NUMBER}|\d+)"
_BRANCH = rf"(?:之(?P<b>{HAN_NUMBER}|\d+))?"

STYLES = (
    _style(Kind.PART, "第一编", _ORDINAL + r"编(?=\s|[^的\s])"),
    _style(Kind.CHAPTER, "第一章", _ORDINAL + r"章" + _BRANCH + r"(?=[\s　]|[^的第规所、，,。])"),
    _style(Kind.DIVISION, "第一节", _ORDINAL + r"节" + _BRANCH + r"(?=[\s　]|[^的第规所、，,。])"),
    _style(Kind.ARTICLE, "第一条", _ORDINAL + r"条" + _BRANCH + r"(?=[\s　]|[^的第规所、，,。至和])"),
    _style(Kind.SECTION, "一、", rf"(?P<n>{HAN_NUMBER})、"),
    _style(Kind.ITEM, "（一）", rf"[（(](?P<n>{HAN_NUMBER})[）)]、?"),
    _style(Kind.DECIMAL, "1.1", r"(?P<n>\d{1,2}(?:[.．]\d{1,2})+)[.．]?(?=[\s　]|[^\d\s.．%％万亿个元米])"),
    _style(Kind.SUBITEM, "1.", r"(?P<n>\d{1,2})[.．、](?!\d)"),
    _style(Kind.SUBSUBITEM, "（1）", r"[（(](?P<n>\d{1,2})[）)]、?"),
    _style(Kind.CIRCLE, "①", rf"(?P<n>[{CIRCLES}])"),
    _style(Kind.LETTER, "a.", r"(?P<n>[a-z])[.．)）](?=[\s　]|[㐀-鿿])"),
    _style(Kind.POINT, "——", r"(?:——|──|--|－－)(?!>)"),
    _style(Kind.ANNEX, "附件", r"附件(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：.．、]?(?=\s|$)"),
)


def read_marker(text: str) -> Marker | None:
    """The marker ``text`` opens with, or None.

    >>> read_marker("（一）重大意义。")
    Marker(kind=<Kind.ITEM: 'item'>, text='（一）', numbers=(1,), branch=None)
    >>> read_marker("一体推进云、端、网") is None
    True
    """
    for style in STYLES:
        if match := style.pattern.match(text):
            groups = match.groupdict()
            branch = groups.get("b")
            return Marker(style.kind, match.group().strip(), _numbers(groups.get("n")), to_int(branch) if branch else None)
    return None


def _numbers(printed: str | None) -> tuple[int, ...]:
    if printed is None:
        return ()
    if printed in CIRCLES:
        return (CIRCLES.index(printed) + 1,)
    if printed.isascii() and printed.isalpha():
        return (ord(printed) - ord("a") + 1,)
    return tuple(to_int(part) for part in re.split("[.．]", printed))
