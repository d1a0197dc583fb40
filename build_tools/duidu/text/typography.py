"""Displayed text: the source with the full-width punctuation restored that NFKC took from it.

Brackets as pairs, full-width if there is Chinese inside; , : ; full-width if there is Chinese or a closing quote
on either side. Digits and Latin letters keep theirs: 1+21+N, 5G, 2024/6/5 16:00. Character for character, so that
positions stay, and reversible: fold(displayed) = fold(source).

>>> display("(2024年5月13日通过)打造“观音湖”赛事IP,推动保税物流中心(B型)建设")
'（2024年5月13日通过）打造“观音湖”赛事IP，推动保税物流中心（B型）建设'
"""

from __future__ import annotations

import re

from .sentences import pairs_of

WIDE = str.maketrans(",:;()", "，：；（）")
_CHINESE = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CLOSING_QUOTES = "”’」』》〉"


def display(text: str) -> str:
    """The text as shown, of the same length."""
    chars = list(text)
    for opener, closer in pairs_of(text).items():
        if text[opener] in "(（" and _CHINESE.search(text, opener, closer):
            chars[opener], chars[closer] = "（", "）"
    for position, char in enumerate(text):
        if char in ",:;" and any(_is_chinese(side) for side in (chars[position - 1 : position], chars[position + 1 : position + 2])):
            chars[position] = char.translate(WIDE)
    return "".join(chars)


def _is_chinese(neighbour: list[str]) -> bool:
    """A Han character, a closing quote, or a bracket that is full-width because there is Chinese inside."""
    return bool(neighbour) and (bool(_CHINESE.match(neighbour[0])) or neighbour[0] in _CLOSING_QUOTES or neighbour[0] in "（）")
