"""What a PDF's characters stand for: programs write the code of whatever shares a glyph with the character that was meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ...model.markers import SYMBOL_BULLETS

_RADICALS = dict(
    zip(
        "⺁⺅⺆⺇⺈⺉⺊⺌⺍⺎⺐⺒⺓⺔⺕⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺬⺭⺮⺯⺰⺲⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂亻冂几刀刂卜小小兀尢巳幺彑彐忄扌攵旡月歺母民氵氺灬爫爫丬犭王疋示礻竹糹纟罒网羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
"""Fonts draw a radical and the character that looks like it with one glyph, and programs write the radical's code into a
PDF: 人民 as ⼈⺠. These are the radicals of the supplement by Unicode's EquivalentUnifiedIdeograph; NFKC knows the others."""
_DOWNWARDS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
"""The forms that signs have in text set downwards."""
_PRINTED = _RADICALS | _DOWNWARDS | {"―": "—", "〜": "～", "⸺": "——", "⸻": "———", "∕": "／"}
"""These, and signs that fonts for Chinese draw with the glyph of another."""
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
