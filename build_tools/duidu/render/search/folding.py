"""Text as it is searched: NFKC, lower case, without white space, quotes and punctuation. ``build_tools/scripts/fold.js`` does the same.

Folded character by character, so that each folded character knows where it came from.

>>> fold("“五良”融合，１+21+N　")
'五良融合1+21+n'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache


@cache
def fold_char(char: str) -> str:
    """What is left of one character: mostly one, of punctuation none."""
    folded = unicodedata.normalize("NFKC", char).lower()
    return "".join(one for one in folded if unicodedata.category(one)[0] not in "PZC")


def fold(text: str) -> str:
    """The text as it is searched."""
    return _fold_word(text) if len(text) <= WORD else "".join(map(fold_char, text))


WORD = 12
"""Up to so many characters it may be a word, which comes again and again, and not only in one corpus."""


@lru_cache(maxsize=1 << 16)
def _fold_word(word: str) -> str:
    return "".join(map(fold_char, word))


END = "!"
"""Stands after the last character, so that every character begins a pair; no folded text has one of its own."""


def pairs(folded: str) -> Iterator[str]:
    """Every pair of neighbours, the last character with the end."""
    return (folded[start : start + 1] + (folded[start + 1 : start + 2] or END) for start in range(len(folded)))


def place_of(word: str) -> int:
    """In which file a folded word is, modulo how many there are; words in letters begin with few letters, so two of them say it."""
    return ord(word[0]) + (ord(word[1]) * 29 if word[:2].isascii() and len(word) > 1 else 0)
