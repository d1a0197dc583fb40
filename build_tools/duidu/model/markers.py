"""The number or dash at the head of a line: one pattern per style of numbering.

To add a style, add a ``Style`` to ``STYLES`` (and, if it is a new kind of unit, a letter in ``model.anchor`` and a rank in
``parse.ranks``: CONTRIBUTING.md); GB/T 9704—2012, 7.3.3 names the order 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..text.numerals import BRACKETED, BRACKETED_HAN, CIRCLED, DOTTED, HAN_NUMBER, ROMAN, ROMAN_SIGNS, STEMS, letter_number, to_han, to_int
from .records import Kind, Marker

SYMBOL_BULLETS = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a7": "▪"}
"""What Symbol and Wingdings print, for a list or in the text, by the codes that these fonts are known by."""
BULLETS = "•●‣▪■◾◆❖◇□▶►➢➤➔✓✔☑" + "".join(SYMBOL_BULLETS)
"""Signs before the points of a list; the last ones stand there where their font is lost."""
BULLET = BULLETS[0]
"""The one that a reader writes for a list whose sign the file does not say."""
_SERIES = (CIRCLED, BRACKETED_HAN, BRACKETED, DOTTED, ROMAN_SIGNS, STEMS)
"""Numbers that are one character; each counts from 1."""
FORMAL = "壹贰貳叁參参肆伍陆陸柒捌玖拾"
"""Digits as accounts and Taiwan's offices write them: 壹、 stands above 一、."""
_PLAIN = str.maketrans(FORMAL, "一二二三三三四五六六七八九十")
MOST_DECIMALS = 8
"""1.1.1… with more numbers than this is no mark."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of numbering: the kind of unit it opens and how it looks; group ``n`` is the number, ``b`` its 之N."""

    kind: Kind
    sample: str
    pattern: re.Pattern[str]
    as_printed: bool = False
    """Whether its marks are cited as they are printed: see ``Marker``."""


def _style(kind: Kind, sample: str, pattern: str, *, as_printed: bool = False) -> Style:
    return Style(kind, sample, re.compile(pattern), as_printed)


_N = rf"\s?(?P<n>{HAN_NUMBER}|\d+)"
_B = rf"之(?P<b>{HAN_NUMBER}|\d+)"


def _ordinal(word: str, follows: str, branch: str = "") -> str:
    return rf"第{_N}{branch}\s?{word}(?:{_B})?(?=\s|$|{follows})"


# Without a space behind it 第一章 must stand before a bare heading (第一节课要讲安全。 is no division), and 第一条 must
# not be referred to (第三条规定的, 第三条第二款, 第三条至第五条).
_HEADING = r"[^\s的第规所、，,。；;：:！？]{1,30}(?:$|\s|第)"
_PROVISION = r"[^的第规規所、，,。；;至和及或與与]"
_ROMANS = "|".join(sorted(ROMAN, key=len, reverse=True))
ANNEX = "附(?:件|录|錄|表|图|圖)"
"""What an annex may be called, as a pattern; 附 alone is short for 附件."""
_LETTERED = r"[A-ZＡ-Ｚ]"
"""Annexes of standards have capitals for numbers: 附录A, and A.1, A.1.1 in it (GB/T 1.1—2020)."""

STYLES = (
    _style(Kind.PART, "第一编", _ordinal("分?[编編]", _HEADING)),
    _style(Kind.PART, "第一篇", _ordinal("篇", _HEADING), as_printed=True),
    _style(Kind.PART, "第一部分　总则", rf"第{_N}部分\s?(?:[:：]|(?=\s|$))", as_printed=True),
    _style(Kind.CHAPTER, "第一章", _ordinal("章", _HEADING)),
    _style(Kind.CHAPTER, "【第一章】", rf"[【\[〔]第{_N}\s?章[】\]〕]"),
    _style(
        Kind.PART,
        "第1部",
        rf"第\s?(?P<n>\d{{1,3}}|{_ROMANS}|{HAN_NUMBER})(?P<c>[A-Z])?部(?=\s|$|[—－-]|(?<=[\dIVXA-Z]部)(?![分門门隊队])[^\s的第規规所、，。；：！？]{{1,30}}(?:$|\s))",
        as_printed=True,
    ),
    _style(
        Kind.DIVISION, "第1分部", rf"第{_N}(?P<c>[A-Z])?分部(?=\s|$|[—－-]|[^\s的第規规所、，。；：！？]{{1,30}}(?:$|\s))", as_printed=True
    ),
    _style(Kind.DIVISION, "第一节", _ordinal("[节節]", _HEADING)),
    _style(Kind.ARTICLE, "第一条", _ordinal("[条條]", _PROVISION, r"(?:[-－—]\s?(?P<c>\d+))?")),
    _style(Kind.ARTICLE, "【第一条】", rf"[【\[〔]第{_N}\s?[条條](?:{_B})?[】\]〕]"),
    _style(Kind.SECTION, "一、", rf"(?P<n>{HAN_NUMBER})、"),
    _style(Kind.SECTION, "壹、", rf"(?P<n>[{FORMAL}]{{1,3}})、", as_printed=True),
    _style(Kind.ITEM, "（一）", rf"[（(]\s?(?P<n>{HAN_NUMBER})\s?[）)]、?"),
    _style(Kind.ITEM, "㈠", rf"(?P<n>[{BRACKETED_HAN}])、?"),
    _style(Kind.DECIMAL, "1.1", rf"(?P<n>\d{{1,3}}(?:[.．]\d{{1,3}}){{1,{MOST_DECIMALS - 1}}})[.．]?(?![\d.．%％的])"),
    _style(Kind.DECIMAL, "A.1", rf"(?P<n>{_LETTERED}(?:[.．]\d{{1,3}}){{1,{MOST_DECIMALS - 1}}})[.．]?(?![\d.．%％的])", as_printed=True),
    _style(Kind.SUBITEM, "1.", r"(?P<n>\d{1,3})[.．、](?:(?=\d{4}年)|(?!\d))"),
    _style(Kind.SUBITEM, "3A. 甲", r"(?P<n>\d{1,3})(?P<c>[A-Z]{1,2})[.．](?=\s)", as_printed=True),
    _style(Kind.SUBITEM, "⒈", rf"(?P<n>[{DOTTED}])"),
    _style(Kind.SUBSUBITEM, "（1）", r"[（(]\s?(?P<n>\d{1,3})\s?[）)]、?"),
    _style(Kind.SUBSUBITEM, "(2A)", r"[（(](?P<n>\d{1,3})(?P<c>[A-Z]{1,2})[）)]", as_printed=True),
    _style(Kind.SUBSUBITEM, "1）", r"(?P<n>\d{1,2})[）)]、?(?=\s|$|[㐀-鿿“《])"),
    _style(Kind.SUBSUBITEM, "⑴", rf"(?P<n>[{BRACKETED}])、?"),
    _style(Kind.CIRCLE, "①", rf"(?P<n>[{CIRCLED}])"),
    _style(Kind.ROMAN, "Ⅰ.甲", rf"(?P<n>[{ROMAN_SIGNS}])[.．、]?(?=\s|[㐀-鿿])(?!类|級|级|型|期|度|区|區)"),
    _style(Kind.ROMAN, "II.甲", rf"(?P<n>{_ROMANS})[.．、](?=\s|[㐀-鿿])"),
    _style(Kind.ROMAN, "(ii)", r"[（(](?P<n>i{1,3}|iv|vi{0,3}|ix|x)[）)]"),
    _style(Kind.LETTER, "(a)", r"[（(](?P<n>[a-zａ-ｚ])[）)]"),
    _style(Kind.LETTER, "(aa)", r"[（(](?P<n>[a-z])(?P<c>[a-z])[）)]", as_printed=True),
    _style(Kind.LETTER, "甲、", rf"(?P<n>[{STEMS}])、", as_printed=True),
    _style(Kind.LETTER, "（甲）", rf"[（(]\s?(?P<n>[{STEMS}])\s?[）)]、?", as_printed=True),
    _style(Kind.LETTER, "a.", r"(?P<n>[a-zａ-ｚ])[.．、)）](?=\s|$|[㐀-鿿])"),
    _style(Kind.DECIMAL, "1　总则", r"(?P<n>\d{1,2})(?=[^\S\n]+[㐀-鿿][^。，,；;：:！？]{0,39}$)"),
    _style(Kind.POINT, "——", r"(?:——|――|──|--|－－|⸺)(?![-—―─－>])"),
    _style(Kind.POINT, "●甲", rf"[{BULLETS}](?=\s*\S)"),
    _style(Kind.BOX, "专栏1", rf"[专專][栏欄]\s?(?P<n>\d{{1,3}}|{HAN_NUMBER})(?:\s?[:：]|(?=\s|$))"),
    _style(Kind.ANNEX, "附件1", rf"{ANNEX}\s?(?P<n>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[:：.．、]?(?=\s|$)"),
    _style(Kind.ANNEX, "附件一：", rf"{ANNEX}\s?(?P<n>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?[:：]"),
    _style(Kind.ANNEX, "附录A", rf"附[录錄]\s?(?P<n>{_LETTERED})\s?(?:[:：]|(?=$|[\s（(]))", as_printed=True),
    _style(Kind.ANNEX, "附件", rf"(?:{ANNEX}|附)\s?(?:[:：]|(?=$))"),
    _style(Kind.ANNEX, "附件　名单", rf"{ANNEX}[ 　\t]+"),
)
"""Earlier ones first; the sample of a style is read by it, and begins with the mark."""


@lru_cache(maxsize=1 << 16)
def read_marker(text: str) -> Marker | None:
    """The marker ``text`` opens with, or None.

    >>> read_marker("（一）重大意义。")
    Marker(kind=<Kind.ITEM: 'item'>, text='（一）', numbers=(1,), branch=None, as_printed=False)
    >>> read_marker("第 3-1 條")
    Marker(kind=<Kind.ARTICLE: 'article'>, text='第 3-1 條', numbers=(3,), branch=1, as_printed=False)
    >>> read_marker("一体推进云、端、网") is None
    True
    """
    if text[:1] not in _FIRST:
        return None
    for style in STYLES:
        if match := style.pattern.match(text):
            groups = match.groupdict()
            branch = groups.get("b") or groups.get("c")
            try:
                number = _numbers(groups.get("n"), style.kind)
                return Marker(style.kind, match.group().strip(), number, _branch(branch) if branch else None, style.as_printed)
            except ValueError:  # 十十、 has the look of a number and is none
                return None
    return None


_FIRST = frozenset(BULLETS + "第【[〔（(附专專—―─⸺-－0123456789０１２３４５６７８９" + "零〇一二三四五六七八九十百千廿卅两" + FORMAL + "".join(_SERIES)
                   + "".join(map(chr, range(ord("A"), ord("Z") + 1))) + "".join(map(chr, range(ord("Ａ"), ord("Ｚ") + 1)))
                   + "".join(map(chr, range(ord("a"), ord("z") + 1))) + "".join(map(chr, range(ord("ａ"), ord("ｚ") + 1))))  # fmt: skip
"""What a marker may begin with; most lines of a text begin with something else."""


def _numbers(printed: str | None, kind: Kind) -> tuple[int, ...]:
    if printed is None:
        return ()
    for series in _SERIES:
        if printed in series:
            return (series.index(printed) + 1,)
    if (roman := printed.upper()) in ROMAN and (len(printed) > 1 or kind in (Kind.ROMAN, Kind.PART)):
        return (ROMAN.index(roman) + 1,)
    plain = unicodedata.normalize("NFKC", printed).translate(_PLAIN)
    return tuple(letter_number(part) or to_int(part) for part in plain.split("."))


def _branch(printed: str) -> int:
    """1 for 之一, and for the A of 3A."""
    return letter_number(printed) if printed.isascii() and printed.isalpha() else to_int(printed)


def annex_word(marker: Marker) -> str:
    """What an annex calls itself: 附件, 附录, 附."""
    found = re.match(f"{ANNEX}?", marker.text)
    return found[0] if found else ""


def is_doubtful(marker: Marker, text: str) -> bool:
    """Whether what looks like a mark may be prose: 三、四线城市, 1.5倍, 第一条经验是, 甲、乙双方. Then the numbers around it decide.

    >>> [is_doubtful(read_marker(t), t) for t in ("三、四线城市", "三、加强领导", "1.5倍", "1.5 目标", "第一条经验是", "第一条　为了")]
    [True, False, True, False, True, False]
    """
    rest = text[len(marker.text) :]
    if marker.kind is Kind.SECTION:
        return marker.numbers[0] < 10 and rest.startswith(to_han(marker.numbers[0] + 1))
    if marker.kind is Kind.LETTER and marker.text.strip("（( ")[0] in STEMS:
        return True
    if (marker.kind is Kind.DECIMAL and len(marker.numbers) == 1) or (marker.kind is Kind.SUBITEM and marker.numbers[0] > 99):
        return True
    return (
        marker.kind in (Kind.DECIMAL, Kind.ARTICLE, Kind.ROMAN) and bool(rest) and not rest[0].isspace() and marker.text[0] not in "【[〔"
    )
