"""What a file's form shows outside its text, and which of it is the text's all the same.

A reader knows where a line stands, not what it says: the signature often stands behind the element that holds the text
(中共某县委 / 2024年6月28日), and so may a sentence of which only a person can say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from ..model.markers import read_marker
from ..model.passage import Passage, Span
from ..model.reading import BEHIND, SITE_DATA
from ..model.records import BlockKind, Line, RawText, Role
from .chrome import DOWNLOADS, OUTSIDE, SOURCE, chrome_rule
from .forms import form_of

_DOWNLOAD = re.compile(rf"\.(?:{DOWNLOADS})\s*(?:[(（][^（()）]{{0,20}}[)）])?\s*$", re.IGNORECASE)
"""A file that a page offers behind the text: 附件：某办法.docx"""
SIGNED_WITHIN = 3
"""A date among so many lines behind the text's element is the text's, and so is the signature before it."""


def outside_text(raw: RawText, said: Container[int]) -> Mapping[int, str]:
    """Line → where it stands, for the lines that are none of the text. Of those in ``said`` a person says what they are."""
    outside = {number: where for number, where in raw.outside.items() if number not in said and number <= len(raw.lines)}
    rows = {number for block in raw.blocks if block.kind is BlockKind.TABLE for number in range(block.first, block.last + 1)}
    signed = _signed(raw.lines, [number for number, where in outside.items() if where == BEHIND])
    return {
        number: where
        for number, where in outside.items()
        # The line with source and time is left to its rule: it closes the page's heading.
        if number not in signed and not (where == SITE_DATA and number not in rows and chrome_rule(raw.lines[number - 1]) == SOURCE)
    }


def _signed(lines: Sequence[str], behind: Sequence[int]) -> Sequence[int]:
    """The lines behind the text up to its date, none where there is no date."""
    near = behind[:SIGNED_WITHIN]
    dated = (at for at, number in enumerate(near) if form_of(lines[number - 1]) is Role.DATE)
    return near[: next(dated, -1) + 1]


def outside_lines(lines: Sequence[str], outside: Mapping[int, str]) -> Iterator[Line]:
    """These lines with their roles: dropped, but for a whole sentence or numbered line behind the text. What that is, a person has to say."""
    for number, where in outside.items():
        text = lines[number - 1]
        passage = Passage((Span(number, 1, text),))[:]
        unsure = where == BEHIND and ("。" in text or read_marker(text) is not None) and not _DOWNLOAD.search(text)
        yield Line(Role.UNKNOWN, passage, why=OUTSIDE) if unsure else Line(Role.DROP, passage, why=where)
