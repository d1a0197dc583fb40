"""Chinese numerals as printed in numbering: 十二, 二十, 一百零三, 〇, 廿, 一二三, １２ ↔ integers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""Numbers from 1 on as one character: marks of lists and of footnotes."""
BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
BRACKETED_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Roman numbers from 1 on, as far as numbering goes."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The ten stems: they letter a list, as a b c do."""

HIGHEST = 9999
"""The highest number that ``to_han`` prints."""

HAN_NUMBER = "[零〇一二三四五六七八九十百千廿卅两]+"
"""A pattern that matches all that ``to_int`` reads (and more), for use inside larger patterns."""

HAN_YEAR = "[〇○零一二三四五六七八九]{4}"
"""A pattern that matches a year in Chinese digits; ○ is what many type for 〇."""

_D = "[一二三四五六七八九两]"
_READ_OUT = re.compile(rf"(?:({_D})千)?[零〇]?(?:({_D}?)百)?[零〇]?(?:({_D}?十|廿|卅))?[零〇]?({_D})?")
"""千, 百, 十 and ones, each at most once and in this order."""
_TENS = {"十": 1, "廿": 2, "卅": 3}


def nth(series: Sequence[str], number: int) -> str:
    """The sign of a number in a series that counts from 1; the last one of what is beyond it.

    >>> nth(CIRCLED, 3), nth(ROMAN, 99)
    ('③', 'XII')
    """
    return series[min(number, len(series)) - 1]


def letter_number(printed: str) -> int:
    """1 for a and A, 27 for AA; 0 for what is no letter.

    >>> letter_number("C"), letter_number("aa"), letter_number("甲")
    (3, 27, 0)
    """
    return sum(_letter(char) * 26**place for place, char in enumerate(reversed(printed)))


def _letter(char: str) -> int:
    return ord(char.lower()) - ord("a") + 1 if char.isascii() and char.isalpha() else 0


def to_int(text: str) -> int:
    """The value of a numeral in Chinese or Arabic digits of either width.

    >>> [to_int(t) for t in ("十二", "二十", "一百零三", "廿一", "二〇二四", "１２")]
    [12, 20, 103, 21, 2024, 12]

    Raises ValueError for anything else.
    """
    text = unicodedata.normalize("NFKC", text)
    if text.isdecimal():
        return int(text)
    if text and set(text) <= DIGITS.keys():
        return int("".join(str(DIGITS[char]) for char in text))
    match = _READ_OUT.fullmatch(text)
    if not text or match is None or text[-1] in "零〇":
        raise ValueError(f"not a numeral: {text!r}")
    thousands, hundreds, tens, ones = match.groups()
    return (
        1000 * DIGITS.get(thousands or "", 0)
        + 100 * (DIGITS.get(hundreds, 1) if hundreds is not None else 0)
        + 10 * (_TENS.get(tens) or DIGITS[tens[0]] if tens else 0)
        + DIGITS.get(ones or "", 0)
    )


def to_han(number: int) -> str:
    """The numeral as official texts print it, for numbers from 0 to 9999.

    >>> [to_han(n) for n in (3, 10, 12, 20, 103, 110)]
    ['三', '十', '十二', '二十', '一百零三', '一百一十']
    """
    if not 0 <= number <= HIGHEST:
        raise ValueError(f"out of range: {number}")
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    written = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += digits[digit] + name
        elif written and not written.endswith("零") and number % unit:
            written += "零"
    return written.removeprefix("一") if 10 <= number < 20 else written
