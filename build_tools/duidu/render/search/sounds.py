"""Pinyin for searching: of words, and which characters sound alike. The texts' own characters and the 3,755 common ones of GB 2312."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from .folding import fold
from .keeping import Keep, anew

_COMMON = range(0xB0, 0xD8)


def syllables(text: str) -> str:
    """The syllables of a word without tones, a space between them; letters and digits stay: ``5 g quan lian jie``."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  (its tables take a third of a second to load)

    return " ".join(lazy_pinyin(fold(text), style=Style.NORMAL, errors=" ".join))


def common_characters() -> str:
    """The characters of GB 2312's first level."""
    cells = (bytes((row, cell)) for row in _COMMON for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


class Sounds:
    """The syllables of words, looked up many at a time: what is kept needs no dictionary."""

    def __init__(self, keep: Keep = anew) -> None:
        self._keep = keep
        self._known: dict[str, str] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Look up the words that are not known yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        said = json.dumps(["syllables", new], ensure_ascii=False)
        found = json.loads(self._keep(said, lambda: json.dumps([syllables(text) for text in new], ensure_ascii=False)))
        self._known.update(zip(new, found, strict=True))

    def __getitem__(self, text: str) -> str:
        return self._known[text]

    def alike(self, characters: Iterable[str]) -> dict[str, str]:
        """Syllable → the characters read so, those of the texts and the common ones."""
        every = "".join(sorted({*characters, *common_characters()}))
        found: dict[str, str] = json.loads(self._keep(f"alike {every}", lambda: json.dumps(alike(every), ensure_ascii=False)))
        return found


def initials(syllables: str) -> str:
    """The first letters of syllables."""
    return "".join(syllable[:1] for syllable in syllables.split())


def alike(characters: str) -> dict[str, str]:
    """Syllable → those of the characters that are read so, in their order."""
    found: dict[str, list[str]] = {}
    for char in characters:
        if sound := _sound(char):
            found.setdefault(sound, []).append(char)
    return {sound: "".join(chars) for sound, chars in sorted(found.items())}


@cache
def _sound(char: str) -> str:
    """The syllable that a character is read as when it stands alone, without its tone; empty for what has none."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    return "".join(lazy_pinyin(char, style=Style.NORMAL, errors="ignore"))
