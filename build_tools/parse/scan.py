"""RawText → lines with their roles: chrome, title, adoption note, marked line, paragraph, signature, date.

Only the zone before the text and the one after it are searched for chrome; a line in between is never dropped,
unless a person says so in document.yml (``lines: {5: drop}``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ..fold import fold
from ..model import Line, Passage, RawText, Role
from .chrome import COLUMN, HEADING, PERSON, chrome_rule, crumbs_of
from .markers import read_marker
from .sentences import is_complete
from .unwrap import logical_lines

TITLE_ENDINGS = tuple(
    "决定 决议 意见 通知 通报 公报 公告 通告 报告 批复 函 纪要 办法 规定 条例 细则 规则 准则 方案 规划 计划 纲要 要点 措施 建议 法".split()
)
"""The kinds of document of GB/T 9704—2012 and of legislation; a title ends in one of them."""

_ADOPTED = re.compile(r"[（(][^（）()]*\d{4}年[^（）()]*(通过|批准|公布|发布|印发|施行)[^（）()]*[)）]")
_NUMBER = re.compile(r"\S{1,14}[〔\[（(]\d{4}[〕\])）]\s?第?\d{1,5}号")
_DATE = re.compile(r"(\d{4}|[二〇零一三四五六七八九]{4})年.{1,3}月.{1,3}日")
_ADDRESSED = re.compile(r"各|党委|政府|部门|单位|委员会")
LONGEST_TITLE_LINE = 80


@dataclass(frozen=True, slots=True)
class Hints:
    """What document.yml knows of the text: its title, and the lines whose role a person has settled."""

    title: str = ""
    roles: Mapping[int, Role] = field(default_factory=dict)


def scan(raw: RawText, hints: Hints = Hints()) -> tuple[Line, ...]:
    """Every non-blank line of the text with its role, in order."""
    passages = logical_lines(raw.lines)
    start = _body_start(passages, hints)
    stop = _body_stop(passages, start, hints)
    front = _front(passages[:start], hints)
    if any(line.role is Role.TITLE for line in front) and start < stop and _is_addressee(passages[start].text):
        front.append(Line(Role.ADDRESSEE, passages[start]))
        start += 1
    found = front + _body(passages[start:stop]) + _back(passages[stop:])
    return tuple(_overruled(line, hints) for line in found)


def _body_start(passages: Sequence[Passage], hints: Hints) -> int:
    """The first line that is part of the text: marked, or a whole sentence, or too long for a title."""
    for index, passage in enumerate(passages):
        text = passage.text
        if chrome_rule(text) or _ADOPTED.fullmatch(text) or passage.line in hints.roles:
            continue
        if fold(text) == fold(hints.title):
            continue
        if read_marker(text) or is_complete(text) or len(text) > LONGEST_TITLE_LINE:
            return index
    return len(passages)


def _body_stop(passages: Sequence[Passage], start: int, hints: Hints) -> int:
    """One past the last line of the text; what follows is signature, date or chrome."""
    stop = len(passages)
    while stop > start and chrome_rule(passages[stop - 1].text) and passages[stop - 1].line not in hints.roles:
        stop -= 1
    if stop > start + 1 and _DATE.fullmatch(fold(passages[stop - 1].text)):
        stop -= 1
        while stop > start + 1 and _is_signature(passages[stop - 1].text):
            stop -= 1
    return stop


def _is_signature(text: str) -> bool:
    return len(text) <= 40 and not is_complete(text) and read_marker(text) is None


def _is_addressee(text: str) -> bool:
    return fold(text).endswith(":") and read_marker(text) is None and len(text) <= 120 and bool(_ADDRESSED.search(text))


def _front(passages: Sequence[Passage], hints: Hints) -> list[Line]:
    """The lines before the text. Exactly one run of neighbouring lines is the title."""
    crumbs = crumbs_of([passage.text for passage in passages])
    lines = [_front_line(passage, crumbs, hints) for passage in passages]
    runs = [list(run) for unknown, run in groupby(lines, lambda line: line.role is Role.UNKNOWN) if unknown]
    said = [line for line in lines if line.role is Role.TITLE]
    title = said or _title_run(runs, hints.title)
    heading = fold("".join(line.passage.text for line in title))
    repeated = [run for run in runs if run is not title and fold("".join(line.passage.text for line in run)) == heading]
    named: list[Line] = []
    for line in lines:
        if title and line is title[0]:
            named.append(Line(Role.TITLE, Passage.join(tuple(part.passage for part in title))))
        elif any(line in run for run in repeated):
            named.append(Line(Role.DROP, line.passage, why=HEADING))
        elif line not in title:
            named.append(line)
    return named


def _front_line(passage: Passage, crumbs: frozenset[str], hints: Hints) -> Line:
    text = passage.text
    if passage.line in hints.roles:
        return Line(hints.roles[passage.line], passage, why=PERSON)
    if rule := chrome_rule(text):
        return Line(Role.DROP, passage, why=rule)
    if fold(text) in crumbs:
        return Line(Role.DROP, passage, why=COLUMN)
    if _ADOPTED.fullmatch(text):
        return Line(Role.ADOPTED, passage)
    if _NUMBER.fullmatch(fold(text)):
        return Line(Role.NUMBER, passage)
    return Line(Role.UNKNOWN, passage)


def _title_run(runs: Sequence[list[Line]], declared: str) -> list[Line]:
    """The run that is the title: the declared one, else the last one that reads like a title."""
    texts = [fold("".join(line.passage.text for line in run)) for run in runs]
    for wanted in (lambda text: text == fold(declared), _reads_like_title):
        matching = [run for run, text in zip(runs, texts, strict=True) if wanted(text)]
        if matching:
            return matching[-1]
    return []


def _reads_like_title(folded: str) -> bool:
    text = re.sub(r"\((试行|暂行|修订|草案|征求意见稿|节选|摘要)\)$", "", folded)
    return len(text) >= 5 and (text.endswith(TITLE_ENDINGS) or "关于" in text)


def _body(passages: Sequence[Passage]) -> list[Line]:
    lines: list[Line] = []
    for passage in passages:
        marker = read_marker(passage.text)
        lines.append(Line(Role.MARKED if marker else Role.PARAGRAPH, passage, marker))
    return lines


def _back(passages: Sequence[Passage]) -> list[Line]:
    return [_back_line(passage) for passage in passages]


def _back_line(passage: Passage) -> Line:
    if rule := chrome_rule(passage.text):
        return Line(Role.DROP, passage, why=rule)
    if _DATE.fullmatch(fold(passage.text)):
        return Line(Role.DATE, passage)
    return Line(Role.SIGNATURE, passage)


def _overruled(line: Line, hints: Hints) -> Line:
    role = hints.roles.get(line.passage.line)
    if role is None or role is line.role:
        return line
    marker = read_marker(line.passage.text) if role in (Role.HEAD, Role.MARKED) else None
    return Line(role, line.passage, marker, PERSON if role is Role.DROP else "")
