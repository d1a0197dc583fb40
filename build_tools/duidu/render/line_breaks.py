"""Where a Chinese heading may be broken: between words, so that 新型工业化 is not parted over two lines (GB/T 9704: 词意完整).

BudouX finds the words; a single character goes with its neighbour, and a term of the glossary stays whole. The break opportunities
(UAX 14) are ``<wbr class="aid">``: no text, so that a heading still holds the official words and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..model.anchor import ANCHOR
from ..text.occurrences import occurrences
from ..text.word_pieces import word_pieces

BREAK = '<wbr class="aid">'
LONGEST_WHOLE = 8
"""A term longer than this may be broken: a line of a phone has no room for it."""
_IDS = rf"{ANCHOR.pattern}|compare|lists|taken-up|(?:group|list|part|by|place)-[^\"]*"
"""Of units, and of the heads above rows and lists, which mostly quote them."""
_HEADS = re.compile(rf'(<h([1-6])\b[^>]*\bid="(?:{_IDS})"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
_ELEMENT = re.compile(r"(<(a|span)\b.*?</\2>)", re.DOTALL)
_TEXT = re.compile(r"[^<>]+")
_TRAILING = frozenset("的地得了等与和及、，。：；”）》")
"""A single character of these belongs to the word before it; any other to the one after it."""


def with_line_breaks(html: str, terms: Iterable[str] = ()) -> str:
    """The official headings of a page, and those above rows and lists, with their break opportunities; what else the site says is left alone.

    >>> with_line_breaks('<h2 id="h3-k1">推进区域协同联动发展。</h2>').replace(BREAK, "|")
    '<h2 id="h3-k1">推进|区域|协同|联动|发展。</h2>'
    """
    whole = tuple(sorted(term for term in terms if 1 < len(term) <= LONGEST_WHOLE))
    return _HEADS.sub(lambda found: found[1] + _with_breaks(found[3], whole) + found[4], html)


def _with_breaks(inner: str, whole: tuple[str, ...]) -> str:
    """The heading's own words; its number and the signs after it stay as they are."""
    parts = _ELEMENT.split(inner)
    own = [_TEXT.sub(lambda text: _broken(text[0], whole), part) for part in parts[::3]]
    others = [*parts[1::3], ""]
    return "".join(one + other for one, other in zip(own, others, strict=True))


def _broken(text: str, whole: tuple[str, ...]) -> str:
    """A text with an entity (``&lt;``) is left alone: no break may fall into it."""
    return text if "&" in text else BREAK.join(words(text, whole))


@cache
def words(text: str, whole: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The words of a text, in order and nothing lost. What stands in ``whole`` is one word."""
    inside = {at + i for term in whole for at in occurrences(term, text) for i in range(1, len(term))}
    pieces: list[str] = []
    at = 0
    for word in _joined(word_pieces(text)):
        if pieces and at in inside:
            pieces[-1] += word
        else:
            pieces.append(word)
        at += len(word)
    return tuple(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    """Single characters with their neighbours."""
    word = ""
    for piece in pieces:
        if len(word) > 1 and piece not in _TRAILING:
            yield word
            word = ""
        word += piece
    if word:
        yield word
