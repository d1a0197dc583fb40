"""The sounds of Chinese characters. Their tables take half a second to load: only who asks for a sound waits for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Style = Literal["NORMAL", "TONE", "FIRST_LETTER"]
Others = Literal["default", "ignore"] | Callable[[str], str]
"""What becomes of a stretch that is no Chinese: it stays as it is, is left out, or is what the function makes of it."""


def syllables(text: str, style: Style = "NORMAL", others: Others = "default") -> list[str]:
    """A sound for each character.

    >>> syllables("绵阳"), syllables("绵阳", "TONE"), syllables("绵阳5号", "FIRST_LETTER", "ignore")
    (['mian', 'yang'], ['mián', 'yáng'], ['m', 'y', 'h'])
    """
    from pypinyin import Style as Styles  # noqa: PLC0415
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return lazy_pinyin(text, style=Styles.__members__[style], errors=others)
