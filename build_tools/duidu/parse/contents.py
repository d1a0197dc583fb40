"""A list of contents is no text: its lines stand again as heads further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.markers import read_marker
from ..model.passage import Passage
from ..text.fold import fold

_LABEL = re.compile(r"目[录次錄]|CONTENTS")
_LEADER = re.compile(r"[.．…·•\-—_\s]*\(?(?:\d{0,4}|[IVX]{1,5})\)?$")
LONGEST_ENTRY = 80
FEWEST_UNLABELLED = 3
MOST_BETWEEN = 4
"""Lines between the contents and the preamble: 前言, perhaps the title once more."""


def contents_lines(passages: Sequence[Passage]) -> set[int]:
    """The positions of the lines that are a list of contents, its label included."""
    found: set[int] = set()
    folded = [fold(passage.text[: LONGEST_ENTRY * 2]) for passage in passages]
    for at, text in enumerate(folded):
        if _LABEL.fullmatch(text) and at not in found:
            end = _end(folded, passages, at + 1)
            if end > at + 1:
                found.update(range(at, end))
    if not found:
        start = next((at for at, passage in enumerate(passages) if read_marker(passage.text)), len(folded))
        end = _end(folded, passages, start)
        if end - start >= FEWEST_UNLABELLED:
            found.update(range(start, end))
    return found


def _end(folded: Sequence[str], passages: Sequence[Passage], start: int) -> int:
    """Where the first entry stands again; ``start`` if it does not, or if what lies between is not all entries."""
    if start >= len(folded):
        return start
    first, line = _entry(folded[start]), passages[start].line
    if len(first) < 2:
        return start
    end = start + 1
    while end < len(folded):
        if passages[end].line != line and (folded[end] == first or (len(folded[end]) > 3 and first.startswith(folded[end]))):
            return end
        if "。" in folded[end] and (entries := _again(folded, passages, start, end)) - start >= FEWEST_UNLABELLED:
            return entries  # a preamble stands between the contents and the first head
        if "。" in folded[end] or (len(folded[end]) > LONGEST_ENTRY and passages[end].line != line):
            return start
        end += 1
    return start


def _again(folded: Sequence[str], passages: Sequence[Passage], start: int, end: int) -> int:
    """Up to where all lines from ``start`` stand again below, less their page; ``start`` if more than a preamble's head and title does not."""
    below = set(folded[end:])
    last = next((at for at in range(start, end) if _entry(folded[at]) not in below), end)
    left = passages[last:end]
    return last if len(left) <= MOST_BETWEEN and not any(read_marker(passage.text) for passage in left) else start


def _entry(folded: str) -> str:
    """The words of an entry without dots and page."""
    return _LEADER.sub("", folded) or folded
