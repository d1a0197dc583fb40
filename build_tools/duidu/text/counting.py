"""A number → as a list prints it: the number formats of word processors (ECMA-376, 17.18.59) and of CSS counter styles.

>>> [printed(12, style) for style in ("decimal", "chineseCounting", "decimalEnclosedCircle", "lowerRoman", "upperLetter")]
['12', '十二', '⑫', 'xii', 'L']
>>> printed(101, "chineseCounting"), printed(101, "chineseCountingThousand"), printed(30, "decimalEnclosedCircle"), printed(28, "lowerLetter")
('一〇一', '一百零一', '30', 'bb')
"""

from __future__ import annotations

from collections.abc import Callable

from .numerals import BRACKETED, BRACKETED_HAN, CIRCLED, DOTTED, HIGHEST, STEMS, to_han

_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千零〇", "壹贰叁肆伍陆柒捌玖拾佰仟零零")
_FORMAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千零〇万", "壹貳參肆伍陸柒捌玖拾佰仟零零萬")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _han(number: int) -> str:
    return to_han(number) if number <= HIGHEST else str(number)


def _han_below_hundred(number: int) -> str:
    """Word's chineseCounting writes 100 and more digit by digit."""
    return _han(number) if number < 100 else _digits(number)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _from(characters: str) -> Callable[[int], str]:
    """One character a number; beyond the last one it is the plain number, as word processors print it."""
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed


def _letter(number: int) -> str:
    """a … z, then aa, bb, cc."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "chineseCounting": _han_below_hundred,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han_below_hundred,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": lambda number: _han(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: _han(number).translate(_FORMAL_TRADITIONAL),
    "ideographTraditional": _from(STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographZodiacTraditional": lambda number: STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "decimalEnclosedCircle": _from(CIRCLED),
    "decimalEnclosedCircleChinese": _from(CIRCLED),
    "decimalEnclosedParen": _from(BRACKETED),
    "decimalEnclosedFullstop": _from(DOTTED),
    "ideographEnclosedCircle": _from(BRACKETED_HAN),
    "ordinal": str,
    "cardinalText": str,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
}
"""By the name that Word's files give a number format."""


def printed(number: int, style: str) -> str:
    """The number as printed. An unknown style, and a number below one, is printed in figures."""
    if number < 1:
        return str(number) if style != "none" else ""
    return STYLES.get(style, str)(number)


CSS_STYLES = {
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
"""CSS counter style → number format, and the suffix that browsers print after it (CSS Counter Styles 3)."""
HTML_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
"""The type attribute of a list."""
