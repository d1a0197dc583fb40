"""Chinese numerals as printed in numbering: 十二, 二十, 一百零三, 〇, 廿, 一二三, １２ ↔ integers."""

from __future__ import annotations

import unicodedata

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"廿": 20, "卅": 30}
UNITS = {"十": 10, "百": 100, "千": 1000}

HAN_NUMBER = "[零〇一二三四五六七八九十百千廿卅两]+"
"""A pattern that matches what ``to_int`` reads, for use inside larger patterns."""


def to_int(text: str) -> int:
    """The value of a numeral in Chinese or Arabic digits of either width.

    >>> [to_int(t) for t in ("十二", "二十", "一百零三", "廿一", "二〇二四", "１２")]
    [12, 20, 103, 21, 2024, 12]

    Raises ValueError for anything else.
    """
    text = unicodedata.normalize("NFKC", text)
    if text.isdecimal():
        return int(text)
    if not text or set(text) - DIGITS.keys() - TENS.keys() - UNITS.keys():
        raise ValueError(f"not a numeral: {text!r}")
    if set(text) <= DIGITS.keys():
        return int("".join(str(DIGITS[char]) for char in text))
    total, pending = 0, 0
    for char in text:
        if char in TENS:
            total += TENS[char]
        elif char in DIGITS:
            pending = DIGITS[char]
        else:
            total += (pending or 1) * UNITS[char]
            pending = 0
    return total + pending


def to_han(number: int) -> str:
    """The numeral as official texts print it, for numbers from 0 to 9999.

    >>> [to_han(n) for n in (3, 10, 12, 20, 103, 110)]
    ['三', '十', '十二', '二十', '一百零三', '一百一十']
    """
    if not 0 <= number <= 9999:
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
