"""RawText → lines with their roles: chrome, title, adoption note, marked line, paragraph, signature, date.

Only the zone before the text and the one after it are searched for chrome; a line in between is never dropped,
unless a person says so in document.yml (``lines: {5: drop}``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model.records import Kind, Line, Passage, RawText, Role, Span
from ..text.fold import fold
from ..text.sentences import is_complete
from .chrome import OUTSIDE, PERSON, chrome_rule
from .forms import form_of
from .front import front_lines
from .hints import NO_HINTS, Hints
from .markers import read_marker
from .numbering import settled_markers
from .unwrap import logical_lines

__all__ = ["Hints", "scan"]

_ADDRESSED = re.compile(r"各|党委|政府|部门|单位|委员会")
_OF_THE_TEXT = {Role.HEAD, Role.MARKED, Role.PARAGRAPH, Role.CLOSING}
LONGEST_TITLE_LINE = 80
LONGEST_SIGNATURE = 40
LONGEST_ADDRESSEE = 120


def scan(raw: RawText, hints: Hints = NO_HINTS) -> tuple[Line, ...]:
    """Every non-blank line of the text with its role, in order."""
    outside = {number: why for number, why in raw.outside.items() if number not in hints.roles}
    inside = ["" if number in outside else line for number, line in enumerate(raw.lines, 1)]
    found = [*_scan_inside(inside, hints), *_outside_lines(raw.lines, outside)]
    return tuple(sorted(found, key=lambda line: (line.passage.line, line.passage.column)))


def _outside_lines(lines: Sequence[str], outside: Mapping[int, str]) -> Iterator[Line]:
    """What the form of the file shows to stand outside the text; where it is not sure, a person has to say."""
    for number, why in outside.items():
        passage = Passage((Span(number, 1, lines[number - 1]),))[:]
        yield Line(Role.DROP, passage, why=why) if why else Line(Role.UNKNOWN, passage, why=OUTSIDE)


def _scan_inside(lines: Sequence[str], hints: Hints) -> tuple[Line, ...]:
    passages = _declared_title_apart(logical_lines(lines), hints)
    start = _body_start(passages, hints)
    found = front_lines(passages[:start], hints)
    if any(line.role is Role.TITLE for line in found) and start < len(passages) and _is_addressee(passages[start].text):
        found.append(Line(Role.ADDRESSEE, passages[start]))
        start += 1
    end = _page_end(passages, start, hints)
    annex = _first_annex(passages, start, end)
    for part in (passages[start:annex], passages[annex:end]):
        stop = _body_stop(part)
        found += _body(part[:stop]) + _back(part[stop:])
    found += _back(passages[end:])
    return tuple(_overruled(line, hints) for line in found)


def _declared_title_apart(passages: list[Passage], hints: Hints) -> list[Passage]:
    """Part the title that document.yml declares from the text in the same line (the whole page in one line)."""
    start, title = _body_start(passages, hints), fold(hints.title)
    found = any(line.role is Role.TITLE for line in front_lines(passages[:start], hints))
    if found or not title or start == len(passages):
        return passages
    first = passages[start]
    ends = range(1, min(len(first.text), 2 * len(hints.title)))
    end = next((end for end in ends if fold(first.text[:end]) == title), len(first.text))
    return [*passages[:start], *(part for part in (first[:end], first[end:]) if part.text), *passages[start + 1 :]]


def _body_start(passages: Sequence[Passage], hints: Hints) -> int:
    """The first line that is part of the text: marked, or a whole sentence, or too long for a title."""
    for index, passage in enumerate(passages):
        text = passage.text
        said = hints.roles.get(passage.line)
        if said in _OF_THE_TEXT:
            return index
        if said or chrome_rule(text) or form_of(text) is Role.ADOPTED:
            continue
        if fold(text) == fold(hints.title):
            continue
        if read_marker(text) or is_complete(text) or len(text) > LONGEST_TITLE_LINE:
            return index
    return len(passages)


def _first_annex(passages: Sequence[Passage], start: int, end: int) -> int:
    marks = ((index, read_marker(passages[index].text)) for index in range(start, end))
    return next((index for index, mark in marks if mark and mark.kind is Kind.ANNEX), end)


def _page_end(passages: Sequence[Passage], start: int, hints: Hints) -> int:
    """One past the last line that is not chrome."""
    end = len(passages)
    while end > start and chrome_rule(passages[end - 1].text) and passages[end - 1].line not in hints.roles:
        end -= 1
    return end


def _body_stop(passages: Sequence[Passage]) -> int:
    """One past the last line of the text (or of its annexes); what follows is signature and date."""
    stop = len(passages)
    if stop > 1 and form_of(passages[stop - 1].text) is Role.DATE:
        stop -= 1
        while stop > 1 and _is_signature(passages[stop - 1].text):
            stop -= 1
    return stop


def _is_signature(text: str) -> bool:
    short = len(text) <= LONGEST_SIGNATURE and ":" not in fold(text)
    return short and not is_complete(text) and read_marker(text) is None


def _is_addressee(text: str) -> bool:
    short = len(text) <= LONGEST_ADDRESSEE and read_marker(text) is None
    return short and fold(text).endswith(":") and bool(_ADDRESSED.search(text))


def _body(passages: Sequence[Passage]) -> list[Line]:
    marks = settled_markers([passage.text for passage in passages])
    return [Line(Role.MARKED if mark else Role.PARAGRAPH, passage, mark) for passage, mark in zip(passages, marks, strict=True)]


def _back(passages: Sequence[Passage]) -> list[Line]:
    return [_back_line(passage) for passage in passages]


def _back_line(passage: Passage) -> Line:
    if rule := chrome_rule(passage.text):
        return Line(Role.DROP, passage, why=rule)
    return Line(Role.DATE if form_of(passage.text) is Role.DATE else Role.SIGNATURE, passage)


def _overruled(line: Line, hints: Hints) -> Line:
    role = hints.roles.get(line.passage.line)
    if role is None or role is line.role:
        return line
    marker = read_marker(line.passage.text) if role in (Role.HEAD, Role.MARKED) else None
    return Line(role, line.passage, marker, PERSON if role is Role.DROP else "")
