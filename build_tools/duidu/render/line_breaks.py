"""Where a Chinese heading may be broken: between words, so that 新型工业化 is not parted over two lines (GB/T 9704: 词意完整).

So it is with what stands in a list or a table like a heading: the link that opens an entry, the head of a column.

BudouX finds the words; a single character goes with its neighbour, and a term of the glossary stays whole. The break opportunities
(UAX 14) are ``<wbr class="aid">``: no text, so that a heading still holds the official words and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import pairwise

from ..text.occurrences import occurrences
from ..text.word_pieces import word_pieces

BREAK = '<wbr class="aid">'
LONGEST_WHOLE = 8
"""A term longer than this may be broken: a line of a phone has no room for it."""
SHORTEST_APART = 4
"""A term as long as this is hardly a piece of another word by chance."""
_HEADS = re.compile(r'(<h([1-6])\b[^>]*\bid="[^"]*"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
"""With an id: those without are the theme's."""
_ENTRIES = re.compile(
    r"((?:<th\b[^>]*>|<(?:li|td)\b[^>]*>\s*(?=<span\b|<a\b))\s*(?:<span\b[^>]*>[^<]*</span>\s*)?(?:<a\b[^>]*>)?)([^<]*)(?=</(?:th|a)>)"
)
"""A head of a column; a link at the beginning of a list entry or cell, behind a seal if there is one."""
_ELEMENT = re.compile(r"(<(a|span)\b.*?</\2>)", re.DOTALL)
_WHOLE = '<span class="whole">'
"""A name (``names.whole_name``) that begins a line rather than being broken."""
_PIECE = re.compile(r"<[^>]*>|[^<>]+")
_HAN = re.compile(r"[㐀-鿿]")
_TRAILING = frozenset("的地得了等与和及性者率度、，。：；”）》")
"""A single character of these belongs to the word before it; any other to the one after it."""


def with_line_breaks(html: str, terms: Iterable[str] = ()) -> str:
    """A page whose headings, column heads and entries of lists have their break opportunities; what else it says is left alone.

    >>> with_line_breaks('<h2 id="h3-k1">推进区域协同联动发展。</h2>').replace(BREAK, "|")
    '<h2 id="h3-k1">推进|区域|协同|联动|发展。</h2>'
    """
    whole = tuple(sorted(term for term in terms if 1 < len(term) <= LONGEST_WHOLE))
    headed = _HEADS.sub(lambda found: found[1] + _with_breaks(found[3], whole) + found[4], html)
    return _ENTRIES.sub(lambda found: found[1] + _broken(found[2], whole), headed)


def _with_breaks(inner: str, whole: tuple[str, ...]) -> str:
    """The heading's own words; its number and the signs after it stay as they are."""
    parts = _ELEMENT.split(inner)
    own = [_PIECE.sub(lambda piece: _broken(piece[0], whole), part) for part in parts[::3]]
    others = [
        *(f"{BREAK}{part}" if before and part.startswith(_WHOLE) else part for before, part in zip(own, parts[1::3], strict=False)),
        "",
    ]
    return "".join(one + other for one, other in zip(own, others, strict=True))


def _broken(text: str, whole: tuple[str, ...]) -> str:
    """A tag, what holds no Chinese, and a text with an entity (``&lt;``) are left alone: no break may fall into them."""
    return BREAK.join(words(text, whole)) if _HAN.search(text) and not text.startswith("<") and "&" not in text else text


@cache
def words(text: str, whole: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The words of a text, in order and nothing lost. What stands in ``whole`` is one word; what is long enough begins and ends one too."""
    found = [(at, at + len(term)) for term in whole for at in occurrences(term, text)]
    inside = {at for start, end in found for at in range(start + 1, end)}
    edges = {edge for start, end in found if end - start >= SHORTEST_APART for edge in (start, end)}
    pieces: list[str] = []
    at = 0
    for word in _joined(_parted(word_pieces(text), edges)):
        if pieces and at in inside:
            pieces[-1] += word
        else:
            pieces.append(word)
        at += len(word)
    return tuple(pieces)


def _parted(pieces: Iterable[str], edges: Collection[int]) -> Iterator[str]:
    """Pieces that end at each edge as well."""
    at = 0
    for piece in pieces:
        cuts = [0, *(cut for cut in range(1, len(piece)) if at + cut in edges), len(piece)]
        yield from (piece[one:other] for one, other in pairwise(cuts))
        at += len(piece)


def _joined(pieces: Iterable[str]) -> list[str]:
    """Single characters with their neighbours; the last one with those before it."""
    joined = [""]
    for piece in pieces:
        if len(joined[-1]) > 1 and piece not in _TRAILING:
            joined.append("")
        joined[-1] += piece
    if len(joined) > 1 and len(joined[-1]) == 1:
        joined[-2:] = ["".join(joined[-2:])]
    return joined if joined[0] else []
