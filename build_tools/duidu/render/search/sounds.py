"""Pinyin for searching: of words, and which characters sound alike. The texts' own characters and the 3,755 common ones of GB 2312."""

from __future__ import annotations

from collections.abc import Iterable

from .folding import fold

_COMMON = range(0xB0, 0xD8)


def syllables(text: str) -> str:
    """The syllables of a word without tones, a space between them; letters and digits stay: ``5 g quan lian jie``."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  (its tables take a third of a second to load)

    return " ".join(lazy_pinyin(fold(text), style=Style.NORMAL, errors=" ".join))


def common_characters() -> str:
    """The characters of GB 2312's first level."""
    cells = (bytes((row, cell)) for row in _COMMON for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def alike(characters: Iterable[str]) -> dict[str, str]:
    """Syllable → the characters read so, those of the texts and the common ones."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    found: dict[str, list[str]] = {}
    for char in sorted({*characters, *common_characters()}):
        sound = "".join(lazy_pinyin(char, style=Style.NORMAL, errors="ignore"))
        if sound:
            found.setdefault(sound, []).append(char)
    return {sound: "".join(chars) for sound, chars in sorted(found.items())}
