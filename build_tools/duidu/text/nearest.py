"""The word that was meant, for messages that name the repair."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], alike: float = 0.4) -> str:
    """The known word that is most like another, "" where none is as much ``alike``, from 0 to 1.

    >>> nearest("sichaun-2024", ["suining-2024", "sichuan-2024"]), nearest("x", ["sichuan-2024"])
    ('sichuan-2024', '')
    """
    # Of two that are as like the first is named: it must be the same in every run.
    ordered = sorted(known) if isinstance(known, AbstractSet) else list(known)
    return next(iter(get_close_matches(word, ordered, 1, alike)), "")
