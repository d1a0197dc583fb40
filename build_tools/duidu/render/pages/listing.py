"""Long lists: sorted by pinyin, with letters, a field that filters them, and links that fill it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ...text.pinyin import syllables
from ..markdown import attribute, hyperlink
from ..wording import say

KEY = "filter"
"""In an address: the word by which its list is filtered (scripts/page/list_filter.js)."""


def pinyin_key(text: str) -> str:
    """Sorts by the pinyin of a text, digits and Latin first."""
    return " ".join(syllables(text)).lower()


def initial(text: str) -> str:
    """A–Z, or # for what begins with a digit or a sign."""
    first = "".join(syllables(text.lstrip("“‘《"), "FIRST_LETTER"))[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def letter_id(letter: str) -> str:
    """How a letter is written in an id."""
    return "0" if letter == "#" else letter.lower()


def filter_field(rows: str, hint: str) -> str:
    """Filters the page's ``rows`` (a CSS selector), and hides the second-level headings that are left with none.

    Works with assets/edition.js and is hidden without it; it stands in the page so that nothing moves when the script comes.
    """
    return (
        f'<div class="filter" data-rows="{attribute(rows)}"><label>{say("list.filter")} '
        f'<input type="search" placeholder="{attribute(hint)}"></label> <span role="status"></span></div>'
    )


def filter_links(counts: Iterable[tuple[str, int]]) -> str:
    """2023（12）　2024（83）: each opens the page filtered by a word."""
    return "　".join(hyperlink(say("list.counted", name=word, count=count), f"?{KEY}={quote(word)}") for word, count in counts)
