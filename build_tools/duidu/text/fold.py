"""Folded text: what is compared, hashed and matched, so that full and half width never make a difference.

>>> fold("（2024年5月13日 通过）")
'(2024年5月13日通过)'
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)  # a unit's text is folded by its address, its hash and every comparison
def fold(text: str) -> str:
    """NFKC without white space; normalised once more, since what a space kept apart may combine."""
    once = unicodedata.normalize("NFKC", text)
    joined = "".join(once.split())
    # Most lines have no space, and normalising is most of the work of reading a large text.
    return once if joined == once else unicodedata.normalize("NFKC", joined)


def fingerprint(text: str) -> str:
    """sha256 of the folded text in UTF-8, 64 hexadecimal digits; the first 8 serve where it is to be short."""
    return hashlib.sha256(fold(text).encode()).hexdigest()
