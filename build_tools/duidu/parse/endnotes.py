"""Notes below signature and date: [1] ……, ①……, 注：1.…… / 2.…… They are footnotes of the text, and none of its last provision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model.passage import Passage
from ..model.records import Kind, Line, Marker, Role
from ..text.numerals import CIRCLED
from .forms import form_of

_LABEL = re.compile(r"(?:[备備附]?[注註]|[注註][释釋])\s*[：:]?")
_HEAD = re.compile(r"[注註](?:[释釋])?\s*[：:]")
_NOTE = re.compile(
    rf"(?:[\[［〔【](?P<n>\d{{1,3}})[\]］〕】]|(?P<circle>[{CIRCLED}])|(?P<label>[备備附]?[注註][释釋]?\s?(?P<l>\d{{0,2}})\s?[：:](?:\s?(?P<c>\d{{1,2}})[.．、])?))\s*(?=\S)"
)
_COUNTED = re.compile(r"(?:(?P<n>\d{1,2})[.．、](?!\d)|[（(](?P<c>\d{1,2})[）)])\s*(?=\S)")
"""Further notes below 注：1.……"""
MOST_NOTES = 500


def notes_begin(passages: Sequence[Passage]) -> int:
    """Where the notes at the end of a text begin: right below its date, or with a line 注释：. The number of lines where there are none."""
    end = len(passages)
    start = end
    while start and end - start <= MOST_NOTES and form_of(passages[start - 1].text) is not Role.DATE:
        start -= 1
        if _HEAD.fullmatch(passages[start].text):
            break
    if not start or start == end or end - start > MOST_NOTES:
        return end
    labelled = False
    for passage in passages[start:]:
        found = _NOTE.match(passage.text)
        if not (found or (labelled and _COUNTED.match(passage.text)) or (passage is passages[start] and _LABEL.fullmatch(passage.text))):
            return end
        labelled = labelled or not found or bool(found["label"])
    return start


def note_lines(passages: Sequence[Passage]) -> list[Line]:
    """The notes as footnotes, each with its mark; a label alone above them is a line of its own. They have numbers if all count from 1."""
    labelled = bool(passages) and not _NOTE.match(passages[0].text)
    label = [Line(Role.CLOSING, passages[0])] if labelled else []
    notes = passages[labelled:]
    marks = [_mark(passage.text) for passage in notes]
    counted = [mark.numbers for mark in marks] == [(number,) for number in range(1, len(marks) + 1)]
    return label + [
        Line(Role.FOOTNOTE, passage, mark if counted else replace(mark, numbers=())) for passage, mark in zip(notes, marks, strict=True)
    ]


def _mark(text: str) -> Marker:
    found = _NOTE.match(text) or _COUNTED.match(text)
    assert found is not None  # notes_begin has seen it
    groups = found.groupdict()
    number = groups.get("n") or groups.get("c") or groups.get("l") or ""
    circle = groups.get("circle")
    numbers = (CIRCLED.index(circle) + 1,) if circle else (int(number),) if number else ()
    return Marker(Kind.FOOTNOTE, found.group().strip(), numbers)
