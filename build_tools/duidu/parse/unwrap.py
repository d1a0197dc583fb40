"""Physical lines → logical ones: blank lines go, hard wraps are joined, run-together units are parted.

Copies of such texts on other sites have been seen with every paragraph wrapped at a fixed width, with all
paragraphs of a section in one line, and with the whole page in one line; the text is the same.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from ..model.markers import is_doubtful, read_marker
from ..model.passage import Passage, Span
from ..model.records import Kind
from ..text.sentences import is_complete
from .forms import form_of
from .parting import part_run_together

WRAP_WIDTH = range(16, 81)
"""Widths at which texts are wrapped by hand or by a mail program, in characters."""
WRAPPED_SHARE = 0.6
"""From this share of unfinished lines near one width on, a text counts as hard-wrapped at that width …"""
LONGER_SHARE = 0.1
"""… if no more than this share of all lines (a title, say) is longer …"""
FEWEST_WRAPPED = 5
"""… and if there are enough of them not to be a coincidence."""
SLACK = 3
"""By so much a full line may be shorter: no line begins with a stop, no figure is broken."""

LONGEST_MARK = 16

Measure = Callable[[str], int]


def logical_lines(lines: Sequence[str], apart: Collection[int] = ()) -> list[Passage]:
    """The lines of a raw text as passages without white space at their ends, in order.

    ``apart`` are the lines (blank here) that something else than running text stands in: none is joined across them.
    """
    walls = sorted(apart)
    passages = [Passage((Span(number, 1, line),))[:] for number, line in enumerate(lines, 1) if line.strip()]
    measures: tuple[Measure, ...] = (len, _columns)
    wrapped = next(((width, measure) for measure in measures if (width := _wrap_width(passages, measure))), None)
    if wrapped:
        passages = list(_join_wrapped(passages, *wrapped, walls))
    return list(_with_their_marks(part_run_together(passages), walls))


def _walled_off(before: Passage, after: Passage, walls: Sequence[int]) -> bool:
    return bisect_left(walls, before.spans[-1].line) < bisect_left(walls, after.line)


def _with_their_marks(passages: Iterable[Passage], walls: Sequence[int]) -> Iterator[Passage]:
    """A number that stands alone in its line goes with the text in the next one: 第 1 條 / 直轄市政府……"""
    mark: Passage | None = None
    for passage in passages:
        if mark and (read_marker(passage.text) or not _stays(mark.text, passage.text) or _walled_off(mark, passage, walls)):
            yield mark
            mark = None
        whole = Passage.join((mark, passage)) if mark else passage
        mark = None
        if _is_bare_mark(whole.text):
            mark = whole
        else:
            yield whole
    if mark:
        yield mark


def _stays(mark: str, text: str) -> bool:
    """Whether the mark is the same before its text: 1.1 and 1米 must not become 1.11."""
    found = read_marker(mark + text[:LONGEST_MARK])
    return found is not None and found.text == mark


def _is_bare_mark(text: str) -> bool:
    if len(text) > LONGEST_MARK or form_of(text):
        return False  # 第999章 is the number of an ordinance, and no mark of what stands below it
    marker = read_marker(text)
    return marker is not None and marker.kind not in (Kind.ANNEX, Kind.POINT) and marker.text == text


def _columns(text: str) -> int:
    """The width in full-width characters: two digits or Latin letters take the place of one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text) // 2


def _wrap_width(passages: Sequence[Passage], measure: Measure) -> int | None:
    """The width the text is wrapped at, if it is: the lines that go on in the next one are then nearly all as wide."""
    widths = [measure(passage.text) for passage in passages]
    goes_on = [
        width
        for width, (passage, following) in zip(widths, pairwise(passages), strict=False)
        if not is_complete(passage.text) and not read_marker(following.text)
    ]
    for width in sorted(set(goes_on) & set(WRAP_WIDTH), reverse=True):
        full = sum(width - SLACK <= other <= width for other in goes_on)
        longer = sum(other > width for other in widths)
        if full >= max(FEWEST_WRAPPED, WRAPPED_SHARE * len(goes_on)) and longer <= LONGER_SHARE * len(widths):
            return width
    return None


def _join_wrapped(passages: Sequence[Passage], width: int, measure: Measure, walls: Sequence[int]) -> Iterator[Passage]:
    """A full line goes on in the next one, unless something says that a paragraph begins there."""
    gaps = [after.line - before.line > 1 for before, after in pairwise(passages)]
    spaced = sum(gaps) > len(gaps) * (1 - LONGER_SHARE)
    hanging = all(passage.column > 1 for passage in passages)
    pending: tuple[Passage, ...] = ()
    for passage in passages:
        if pending:
            last = pending[-1]
            slack = 0 if is_complete(last.text) else SLACK
            full = width - slack <= measure(last.text) <= width
            parted = (passage.line - last.line > 1 and not spaced) or (passage.column > 1 and not hanging)
            if not full or parted or _walled_off(last, passage, walls) or _opens_paragraph(passage.text, last.text):
                yield Passage.join(pending)
                pending = ()
        pending += (passage,)
    if pending:
        yield Passage.join(pending)


def _opens_paragraph(text: str, before: str) -> bool:
    marker = read_marker(text)
    return bool(form_of(text)) or (marker is not None and (is_complete(before) or not is_doubtful(marker, text)))
