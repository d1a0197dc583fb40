"""Physical lines → logical ones: blank lines go, hard wraps are joined, run-together units are parted.

Copies of such texts on other sites have been seen with every paragraph wrapped at a fixed width, with all
paragraphs of a section in one line, and with the whole page in one line; the text is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Kind, Marker, Passage, Span
from .markers import read_marker
from .sentences import is_complete, split_sentences

WRAP_WIDTH = range(16, 81)
"""Widths at which texts are wrapped by hand or by a mail program, in characters."""
WRAPPED_SHARE = 0.6
"""From this share of lines ending without a stop on, near one common width, a text counts as hard-wrapped."""


def logical_lines(lines: Sequence[str]) -> list[Passage]:
    """The lines of a raw text as passages without white space at their ends, in order."""
    passages = [Passage((Span(number, 1, line),))[:] for number, line in enumerate(lines, 1) if line.strip()]
    width = _wrap_width(passages)
    if width:
        passages = list(_join_wrapped(passages, width))
    return [part for passage in passages for part in _part_units(passage)]


def _wrap_width(passages: Sequence[Passage]) -> int | None:
    """The width the text is wrapped at, if it is: most unfinished lines are then nearly as long as the longest."""
    unfinished = [len(p.text) for p, _ in pairwise(passages) if not is_complete(p.text)]
    if len(passages) < 8 or not unfinished:
        return None
    width = max(len(p.text) for p in passages)
    full = [length for length in unfinished if length >= width - 3]
    return width if width in WRAP_WIDTH and len(full) >= WRAPPED_SHARE * len(unfinished) and len(full) > 4 else None


def _join_wrapped(passages: Sequence[Passage], width: int) -> Iterator[Passage]:
    """A full line goes on in the next one, unless that opens with a mark."""
    pending: tuple[Passage, ...] = ()
    for passage in passages:
        if pending and (len(pending[-1].text) < width - 3 or read_marker(passage.text)):
            yield Passage.join(pending)
            pending = ()
        pending += (passage,)
    if pending:
        yield Passage.join(pending)


_OPENS = {Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION, Kind.ITEM}
_ADOPTED = re.compile(r"[（(]\d{4}年[^（）()]{4,60}(?:通过|批准|公布)[^（）()]{0,10}[)）]")


def _part_units(passage: Passage) -> Iterator[Passage]:
    """Part a line at every adoption note in it, and before a mark that follows a stop and counts on.

    一、……。（一）甲。……。（二）乙。…… are three lines run together; in 分为（一）甲、（二）乙 no stop precedes.
    """
    text = passage.text
    cuts = {0}
    adopted = _ADOPTED.search(text)
    if adopted and adopted.end() < len(text) and 0 < adopted.start() <= 120:
        cuts |= {adopted.start(), adopted.end()}
    seen = {marker.kind: marker.numbers[-1] for marker in [read_marker(text)] if marker and marker.numbers}
    for start, _ in split_sentences(text):
        marker = read_marker(text[start:].lstrip())
        if start and marker and _counts_on(marker, seen):
            cuts.add(start)
            seen[marker.kind] = marker.numbers[-1]
    ends = sorted(cuts) + [len(text)]
    yield from (passage[start:end] for start, end in pairwise(ends))


def _counts_on(marker: Marker, seen: dict[Kind, int]) -> bool:
    return marker.kind in _OPENS and marker.numbers[-1] in (1, seen.get(marker.kind, 0) + 1)
