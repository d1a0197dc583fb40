"""Where Chinese words end: BudouX, whose answer at a place depends on three characters at either side."""

from __future__ import annotations

from functools import cache

import budoux

REACH = 3
"""How many characters at either side of a place decide."""


def word_pieces(text: str) -> list[str]:
    """The text in its words, in order and nothing lost."""
    return _parser().parse(text)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_simplified_chinese_parser()
