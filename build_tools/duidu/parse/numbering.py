"""Numbers across the text: marks that are borne out by their neighbours, siblings, kinds that count through the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model.markers import is_doubtful, read_marker
from ..model.records import TEXTS, Kind, Marker, Outline, Unit
from ..text.numerals import letter_number
from .bare_articles import with_bare_articles
from .bare_numbers import with_bare_numbers, with_figures_behind
from .plain_bullets import with_plain_bullets
from .ranks import depth_of

_Series = tuple[Kind, tuple[int, ...], int]
_Counted = tuple[int, int]
"""A number and its 之N: 3A goes on from 3."""


def settled_markers(texts: Sequence[str], firsts: Sequence[str] = ()) -> list[Marker | None]:
    """The mark of each line; a doubtful one only if the numbers around it bear it out.

    三、四线城市 is numbering after 二、 or before 四、 – unless another 三、 stands there, about which there is no doubt –
    and prose under 五、. ``firsts`` are the first printed lines of the texts: a mark alone in its line is none of a sentence.
    """
    marks = with_bare_numbers(texts, _lettered([read_marker(text) for text in texts]))
    marks = with_bare_articles(texts, with_plain_bullets(texts, with_figures_behind(texts, marks)))
    sure = [mark is not None and not is_doubtful(mark, text) for mark, text in zip(marks, texts, strict=True)]
    for at, first in enumerate(firsts):
        mark = marks[at]
        sure[at] |= mark is not None and len(mark.numbers) > 1 and first.strip() == mark.text != texts[at]
    series: dict[_Series, list[int]] = {}
    for at, mark in enumerate(marks):
        if mark:
            series.setdefault(_series(mark), []).append(at)
    return [
        mark if mark is None or sure[at] or _borne_out(at, mark, marks, sure, series[_series(mark)]) else None
        for at, mark in enumerate(marks)
    ]


def _lettered(marks: Sequence[Marker | None]) -> list[Marker | None]:
    """（i） behind （h） is a letter, elsewhere the Roman one; so are （v） behind （u） and （x） behind （w）."""
    settled: list[Marker | None] = []
    last = 0
    for mark in marks:
        own = mark
        if mark and mark.kind is Kind.ROMAN and len(bare := mark.text.strip("（）()")) == 1 and bare.isascii() and bare.islower():
            number = letter_number(bare)
            own = replace(mark, kind=Kind.LETTER, numbers=(number,)) if number == last + 1 else mark
        if own and own.kind is Kind.LETTER:
            last = own.numbers[-1]
        settled.append(own)
    return settled


LOOK_AHEAD = 20
"""1　总则 is a head if 1.1 comes within so many lines; so many marks of a series are looked at before and behind."""


def _borne_out(at: int, mark: Marker, marks: Sequence[Marker | None], sure: Sequence[bool], places: Sequence[int]) -> bool:
    def nearest(others: Sequence[int]) -> tuple[int, bool]:
        """Number and certainty of the next mark of the same series; 第二条之一 says nothing about 第三条."""
        found = ((other.numbers[-1], sure[place]) for place in others if (other := marks[place]) and (mark.branch or not other.branch))
        return next(found, (-1, False))

    here = bisect_left(places, at)
    number = mark.numbers[-1]
    before = nearest(places[max(here - LOOK_AHEAD, 0) : here][::-1])
    behind = nearest(places[here + 1 : here + 1 + LOOK_AHEAD])
    if mark.branch is None and (number, True) in (before, behind):
        return False
    if before[0] == (number if mark.branch else number - 1) or behind[0] == number + 1:
        return True
    below = next((other for other in marks[at + 1 : at + LOOK_AHEAD] if other), None)
    return mark.kind is Kind.DECIMAL and below is not None and below.kind is Kind.DECIMAL and below.numbers == (*mark.numbers, 1)


def _series(marker: Marker) -> _Series:
    """Marks of one series count on: 1.1 1.2 1.3; 甲、 is none of （甲） （乙）."""
    return marker.kind, marker.numbers[:-1], depth_of(marker)[1]


def running_kinds(parsed: Outline) -> frozenset[Kind]:
    """The kinds whose numbers run through the document: under every further parent they go on where they stood."""
    sequences: dict[Kind, list[list[list[_Counted]]]] = {}
    for scope in scopes(parsed):
        found: dict[Kind, list[list[_Counted]]] = {}
        for siblings in sibling_groups(scope):
            for kind in {unit.kind for unit in siblings if unit.marker and unit.marker.numbers}:
                marks = [unit.marker for unit in siblings if unit.kind is kind and unit.marker and unit.marker.numbers]
                numbers = [(mark.numbers[-1], mark.branch or 0) for mark in marks]
                found.setdefault(kind, []).append(numbers)
        for kind, groups in found.items():
            sequences.setdefault(kind, []).append(groups)
    return frozenset(kind for kind, per_scope in sequences.items() if kind not in _NEVER and _run(kind, per_scope))


_NEVER = {Kind.ANNEX, Kind.DECIMAL}
"""1.1 carries its parent's number already."""


def _run(kind: Kind, per_scope: Sequence[list[list[_Counted]]]) -> bool:
    """Articles run unless they restart everywhere; other kinds only if they never do."""
    steps = [after[0] > before[-1] for groups in per_scope for before, after in pairwise(groups)]
    if kind is Kind.ARTICLE:
        return not steps or any(steps)
    return bool(steps) and all(steps)


def scopes(parsed: Outline) -> Iterator[tuple[Unit, ...]]:
    """The first text, then each further one, and each annex: numbers run through one of them, never from one to the next."""
    yield tuple(unit for unit in parsed.units if unit.kind not in TEXTS)
    yield from ((unit,) for unit in parsed.units if unit.kind in TEXTS)


def sibling_groups(units: tuple[Unit, ...]) -> Iterator[tuple[Unit, ...]]:
    """``units``, and all units below one parent, for every parent, in reading order."""
    yield units
    for unit in units:
        if unit.children:
            yield from sibling_groups(unit.children)
