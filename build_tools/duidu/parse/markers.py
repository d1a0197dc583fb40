"""The number or dash at the head of a line: one pattern per style of numbering.

To add a style, add a ``Style`` to ``STYLES`` (and, if it is a new kind of unit, a letter in ``anchors.natural``
and a rank in ``parse.outline``); GB/T 9704—2012, 7.3.3 names the order 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.records import Kind, Marker
from ..text.numerals import HAN_NUMBER, to_han, to_int

CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of numbering: the kind of unit it opens and how it looks; group ``n`` is the number, ``b`` its 之N."""

    kind: Kind
    sample: str
    pattern: re.Pattern[str]


def _style(kind: Kind, sample: str, pattern: str) -> Style:
    return Style(kind, sample, re.compile(pattern))


def _ordinal(word: str, follows: str) -> str:
    return rf"第\s?(?P<n>{HAN_NUMBER}|\d+)\s?{word}(?:之(?P<b>{HAN_NUMBER}|\d+))?(?=\s|$|{follows})"


# Without a space behind it 第一章 must stand before a bare heading (第一节课要讲安全。 is no division), and 第一条 must
# not be referred to (第三条规定的, 第三条第二款, 第三条至第五条).
_HEADING = r"[^\s的第规所、，,。；;：:！？]{1,30}(?:$|\s|第)"
_PROVISION = r"[^的第规所、，,。；;至和]"

STYLES = (
    _style(Kind.PART, "第一编", _ordinal("编", _HEADING)),
    _style(Kind.CHAPTER, "第一章", _ordinal("章", _HEADING)),
    _style(Kind.DIVISION, "第一节", _ordinal("节", _HEADING)),
    _style(Kind.ARTICLE, "第一条", _ordinal("条", _PROVISION)),
    _style(Kind.SECTION, "一、", rf"(?P<n>{HAN_NUMBER})、"),
    _style(Kind.ITEM, "（一）", rf"[（(](?P<n>{HAN_NUMBER})[）)]、?"),
    _style(Kind.DECIMAL, "1.1", r"(?P<n>\d{1,2}(?:[.．]\d{1,2})+)[.．]?(?![\d.．%％])"),
    _style(Kind.SUBITEM, "1.", r"(?P<n>\d{1,2})[.．、](?:(?=\d{4}年)|(?!\d))"),
    _style(Kind.SUBSUBITEM, "（1）", r"[（(](?P<n>\d{1,2})[）)]、?"),
    _style(Kind.CIRCLE, "①", rf"(?P<n>[{CIRCLES}])"),
    _style(Kind.LETTER, "a.", r"(?P<n>[a-z])[.．)）](?=\s|$|[㐀-鿿])"),
    _style(Kind.POINT, "——", r"(?:——|──|--|－－)(?![-—─－>])"),
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
            try:
                branch = to_int(groups["b"]) if groups.get("b") else None
                return Marker(style.kind, match.group().strip(), _numbers(groups.get("n")), branch)
            except ValueError:  # 十十、 has the look of a number and is none
                return None
    return None


def _numbers(printed: str | None) -> tuple[int, ...]:
    if printed is None:
        return ()
    if printed in CIRCLES:
        return (CIRCLES.index(printed) + 1,)
    if printed.isascii() and printed.isalpha():
        return (ord(printed) - ord("a") + 1,)
    return tuple(to_int(part) for part in re.split("[.．]", printed))


def is_doubtful(marker: Marker, text: str) -> bool:
    """Whether what looks like a mark may be prose: 三、四线城市, 1.5倍, 第一条经验是. Then the numbers around it decide.

    >>> [is_doubtful(read_marker(t), t) for t in ("三、四线城市", "三、加强领导", "1.5倍", "1.5 目标", "第一条经验是", "第一条　为了")]
    [True, False, True, False, True, False]
    """
    rest = text[len(marker.text) :]
    if marker.kind is Kind.SECTION:
        return marker.numbers[0] < 10 and rest.startswith(to_han(marker.numbers[0] + 1))
    return marker.kind in (Kind.DECIMAL, Kind.ARTICLE) and bool(rest) and not rest[0].isspace()
