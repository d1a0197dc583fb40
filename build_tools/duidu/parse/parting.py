"""Units that were run together in one line are parted again, where a mark counts on; elsewhere nothing is guessed.

一、……。（一）甲。……。（二）乙。…… are three lines run together; in 分为（一）甲、（二）乙 no stop precedes the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..model.records import Kind, Marker, Passage
from ..text.sentences import split_sentences
from .markers import is_doubtful, read_marker

_BEHIND_A_STOP = {Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.SECTION, Kind.ITEM, Kind.SUBITEM, Kind.SUBSUBITEM, Kind.CIRCLE}
_BEHIND_A_HEAD = (Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.SECTION, Kind.ITEM)
"""From the highest down: 第一章总则第一条　为了……, 一、提高认识（一）重大意义。…… – a head has no stop to part at."""
_ADOPTED = re.compile(r"[（(](?:\d{4})?年[^（）()]{4,60}(?:通过|批准|公布)[^（）()]{0,10}[)）]")
LATEST_ADOPTED = 120
"""An adoption note stands behind the title, not later than this many characters from its beginning."""
_HEAD = re.compile(r"[^，,。；;：:！？!?]{2,40}")

Seen = dict[Kind, int]


def part_run_together(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, parted at every adoption note, and at marks that count on from those before."""
    seen: Seen = {}
    for passage in passages:
        ends = [*sorted(_cuts(passage.text, seen)), len(passage.text)]
        yield from (passage[start:end] for start, end in pairwise(ends))


def _cuts(text: str, seen: Seen) -> set[int]:
    cuts = {0, *_around_adoption(text), *_at_points(text)}
    for start in sorted(cuts | {start for start, _ in split_sentences(text)}):
        marker = _mark_at(text, start)
        if marker and (start == 0 or _counts_on(marker, text, start, seen)):
            cuts |= {start, *_ends_of_heads(text, start, marker, seen)}
    return cuts


def _ends_of_heads(text: str, start: int, marker: Marker, seen: Seen) -> Iterator[int]:
    """Where lower marks that count on end a head: 第二章　组织第一节　一般规定第五条　……"""
    found: tuple[int, Marker] | None = (start, marker)
    while found:
        start, marker = found
        seen[marker.kind] = marker.numbers[-1]
        found = _lower_mark(text, start, marker, seen)
        if found:
            yield found[0]


def _mark_at(text: str, start: int) -> Marker | None:
    marker = read_marker(text[start:].lstrip())
    return marker if marker and marker.kind in _BEHIND_A_STOP else None


def _counts_on(marker: Marker, text: str, start: int, seen: Seen) -> bool:
    """A doubtful first number (第一条经验是) is believed only if the second follows in the same line."""
    number = marker.numbers[-1]
    if number == seen.get(marker.kind, 0) + 1 or (marker.branch and number == seen.get(marker.kind)):
        return number > 1 or not is_doubtful(marker, text[start:].lstrip()) or _followed(marker, text, start)
    return number == 1 and not is_doubtful(marker, text[start:].lstrip())


def _followed(marker: Marker, text: str, start: int) -> bool:
    marks = (_mark_at(text, later) for later, _ in split_sentences(text) if later > start)
    return any(mark and mark.kind is marker.kind and mark.numbers[-1] == marker.numbers[-1] + 1 for mark in marks)


def _lower_mark(text: str, start: int, marker: Marker, seen: Seen) -> tuple[int, Marker] | None:
    """The first mark that counts on in the head that begins at ``start``, before any punctuation."""
    if marker.kind not in _BEHIND_A_HEAD:
        return None
    begin = text.index(marker.text, start) + len(marker.text)
    head = _HEAD.match(text, begin)
    lower = _BEHIND_A_HEAD[_BEHIND_A_HEAD.index(marker.kind) + 1 :]
    for end in range(begin + 2, head.end() + 1 if head else 0):
        found = _mark_at(text, end)
        if found and found.kind in lower and not text[end].isspace() and _counts_on(found, text, end, seen):
            return end, found
    return None


def _around_adoption(text: str) -> set[int]:
    adopted = _ADOPTED.search(text)
    if adopted and 0 < adopted.start() <= LATEST_ADOPTED and adopted.end() < len(text):
        return {adopted.start(), adopted.end()}
    return set()


def _at_points(text: str) -> set[int]:
    """A dash behind a stop opens a point if it does so twice, or if the line is itself a point; once it may be a signature."""
    points = {start for start, _ in split_sentences(text) if (mark := read_marker(text[start:].lstrip())) and mark.kind is Kind.POINT}
    return points if len(points) > 1 else set()
