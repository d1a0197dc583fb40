"""What a PDF's characters stand for: programs write the code of whatever shares a glyph with the character that was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ...model.markers import SYMBOL_BULLETS
from ...text.radicals import RADICALS

_DOWNWARDS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
"""The forms that signs have in text set downwards."""
_PRINTED = RADICALS | _DOWNWARDS | {"―": "—", "〜": "～", "⸺": "——", "⸻": "———", "∕": "／"}
"""Programs write the radical's code into a PDF, 人民 as ⼈⺠; besides, signs that fonts for Chinese draw with the glyph of another."""
REGIONAL = {"⼾": ("户", "戶"), "⾭": ("青", "靑")}
"""Radicals that look like one character in the mainland and like another in Taiwan."""
_TRADITIONAL = frozenset("國會為與對關個時發條規實應務機構標準縣區號辦點處權責")
_SIMPLIFIED = frozenset("国会为与对关个时发条规实应务机构标准县区号办点处权责")


def plain(char: str, *, traditional: bool = False) -> str:
    """What a radical, a shared glyph or a symbol font's code stands for; any other character as it is."""
    if char in REGIONAL:
        return REGIONAL[char][traditional]
    return unicodedata.normalize("NFKC", char) if "\u2f00" <= char <= "\u2fd5" else _PRINTED.get(char) or SYMBOL_BULLETS.get(char, char)


def is_traditional(texts: Iterable[str]) -> bool:
    """Whether the characters are those of Taiwan, Hong Kong or Macau."""
    balance = sum((char in _TRADITIONAL) - (char in _SIMPLIFIED) for text in texts for char in text)
    return balance > 0
