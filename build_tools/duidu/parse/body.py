"""The running text of one of the texts of a file: which of its lines are marked, which are heads without a mark, which close it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..model.passage import Passage
from ..model.records import Kind, Line, Marker, Role
from ..text.fold import fold
from ..text.sentences import is_complete
from .chrome import editors_rule
from .closing import closing_from, contacts_from, is_officer, promulgated_from
from .numbering import settled_markers
from .quoting import quoted_lines

_PREAMBLE = re.compile(r"序言?|前言|引言|导言|弁言|導言")
_UNMARKED_HEAD = re.compile(r"附则|附則|总则|總則|结语|結語|结束语")
_APPENDED = re.compile(r"(?:有关|部分)?(?:名词|术语|词语)(?:解释|注释|说明)|参考文献|(?:本(?:规范|标准|规程))?用词说明|引用标准名录")
"""What is appended below the last line of a report or standard."""
_DIVIDED = {Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.SECTION, Kind.DECIMAL}
LONGEST_HEADING = 25
FOOTNOTES = {Kind.CIRCLE}


def is_preamble(text: str) -> bool:
    """Whether the line heads a preamble: 序　言."""
    return len(text) < 8 and _PREAMBLE.fullmatch(fold(text)) is not None


def is_appended(text: str) -> bool:
    """Whether the line heads what is appended below the closing of a text: 名词解释."""
    return len(text) < 10 and _APPENDED.fullmatch(fold(text)) is not None


def body_lines(passages: Sequence[Passage], listed: Collection[int], title: str) -> list[Line]:
    """The lines with their roles. ``listed`` are the positions of those that only name annexes."""
    texts = [passage.text for passage in passages]
    quoted = quoted_lines(texts)
    free = [at for at in range(len(texts)) if at not in quoted and at not in listed]
    marks: list[Marker | None] = [None] * len(texts)
    for at, mark in zip(free, settled_markers([texts[at] for at in free], [passages[at].spans[0].text for at in free]), strict=True):
        marks[at] = mark
    notes = _footnotes(texts, marks)
    appended = min(notes.start, next((at for at, text in enumerate(texts) if at and is_appended(text)), len(texts)))
    closing = min(closing_from(texts[:appended], marks[:appended], title), promulgated_from(texts[:appended]))
    naming = closing
    while naming - 1 in listed:
        naming -= 1
    if naming < len(texts) and (asked := contacts_from(texts[:naming])) < naming:
        closing = asked
    headings = _headings(texts, marks, quoted)
    lines: list[Line] = []
    for at, passage in enumerate(passages):
        mark = marks[at]
        if at in notes:
            lines.append(Line(Role.FOOTNOTE, passage, mark))
        elif rule := editors_rule(passage.text):
            lines.append(Line(Role.DROP, passage, why=rule))
        elif closing <= at < appended and is_officer(passage.text):
            lines.append(Line(Role.SIGNATURE, passage))
        elif at in listed or closing <= at < appended:
            lines.append(Line(Role.CLOSING, passage))
        elif mark:
            lines.append(Line(Role.MARKED, passage, mark))
        else:
            lines.append(Line(headings.get(at, Role.PARAGRAPH), passage))
    return lines


def _headings(texts: Sequence[str], marks: Sequence[Marker | None], quoted: Collection[int]) -> dict[int, Role]:
    """Heads without a mark: 序言, 附则, and in a text without any numbered division every short line before text."""
    found: dict[int, Role] = {}
    divided = any(mark and mark.kind in _DIVIDED for mark in marks)
    before_marks = True
    for at, text in enumerate(texts):
        if marks[at]:
            before_marks = before_marks and marks[at] is None
        elif len(text) <= LONGEST_HEADING and at not in quoted:
            if before_marks and is_preamble(text):
                found[at] = Role.PREAMBLE
            elif (at and (is_appended(text) or (divided and _UNMARKED_HEAD.fullmatch(fold(text))))) or (
                not divided and _reads_like_heading(text) and _is_text(texts, marks, at + 1) and (at == 0 or _is_text(texts, marks, at - 1))
            ):
                found[at] = Role.HEADING
    return found


def _reads_like_heading(text: str) -> bool:
    return len(text) > 2 and not re.search(r"^\d+\s|[，,。；;：:！!？?“”《》（）()、]", text)


def _is_text(texts: Sequence[str], marks: Sequence[Marker | None], at: int) -> bool:
    if not 0 <= at < len(texts):
        return False
    mark = marks[at]
    return is_complete(texts[at]) and (mark is None or mark.kind is Kind.POINT)


def _footnotes(texts: Sequence[str], marks: Sequence[Marker | None]) -> range:
    """Circled numbers at the end that are referred to in the text, or one alone after a finished sentence."""
    start = len(texts)
    while start and (mark := marks[start - 1]) and mark.kind in FOOTNOTES:
        start -= 1
    count = len(texts) - start
    if not count or not start or not is_complete(texts[start - 1]) or fold(texts[start - 1]).endswith((":", ";")):
        return range(len(texts), len(texts))
    above = "".join(texts[:start])
    referred = all(mark and mark.text in above for mark in marks[start:])
    return range(start, len(texts)) if referred or count == 1 else range(len(texts), len(texts))
