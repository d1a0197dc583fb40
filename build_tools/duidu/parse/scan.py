"""RawText → lines with their roles: chrome, title, adoption note, marked line, paragraph, signature, date.

Only the zone before the text and the one after it are searched for chrome; a line in between is never dropped,
unless a person says so in document.yml (``lines: {5: drop}``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.markers import BULLETS, is_doubtful, read_marker
from ..model.passage import Passage, Span
from ..model.reading import CONTENTS, MOST_LINES
from ..model.records import Block, BlockKind, Line, RawText, Role
from ..text.controls import INVISIBLE
from ..text.fold import fold
from ..text.sentences import is_complete
from .back import back_lines, below_date, body_end, page_end, promulgated_above
from .body import body_lines, is_preamble
from .chrome import COLLECTION, PERSON, chrome_rule
from .contents import contents_lines
from .endnotes import note_lines, notes_begin
from .foot import foot_from, foot_lines
from .forms import STANDARD_NUMBER, form_of
from .front import front_lines
from .hints import NO_HINTS, Hints
from .organs import ENDS
from .provision_numbers import PROVISION_NUMBER, provision_numbers
from .surroundings import outside_lines, outside_text
from .texts import Opening, Start, further_texts
from .unwrap import logical_lines

_ADDRESSED = re.compile(
    rf"(?:.*(?:[{ENDS}室办省市县区旗州乡镇村街行团社军校司站所]|委员|主任|办公室|公司|中心|单位|部门|代表|同志们?|朋友们?|先生们|女士们|来宾|企业|机构|组织|学校)"
    r"(?:\([^()]{1,20}\))?):"
)
"""Who a text speaks to, folded: 各省、自治区、直辖市人民政府：, 你局：, 同志们："""
_INTRODUCES = re.compile(r"如下|下列|以下|为了|根据|决定|要求|包括|是:")
"""What ends in a colon and speaks to nobody."""
_OF_THE_TEXT = {Role.HEAD, Role.MARKED, Role.PARAGRAPH, Role.CLOSING, Role.HEADING, Role.PREAMBLE}
_OF_THE_FRONT = {Role.ADOPTED, Role.OCCASION}
_TIME = re.compile(r"(?:会议|會議)?(?:时间|時間):.+")
_MEETING = re.compile(r"(?:会议|會議)?(?:地点|地點|主席|主持|主持人|出席|出席人员|参加|参加人员|参会人员|列席|列席人员):.+")
"""What minutes of a meeting begin with, folded: it is text, unlike the line in which a site says when it published."""
_PARTY = re.compile(r"(?:合同|协议)(?:编号|号):.*|(?:[^:]{0,12}\()?[甲乙丙丁]方\)?(?:\([^()]{1,10}\))?:.*")
"""What a contract begins with, folded."""
TOO_LONG = "超出一份文件的行数"
LONGEST_TITLE_LINE = 80
_DECORATED = re.compile(rf"\s*(?P<list>[{BULLETS}]|-(?=\s))\s*|\s*(?P<label>【(?:题注|章名|条文|正文)】)\s*")
"""What a page or a collection of laws prints before a mark or a note: • 一、……, - 第 1 條, 【章名】 第一章."""
LIST = "列表符号"
UNSEEN = "看不见的字符"
"""All that stands in a line: a website's zero-width space."""
MOST_HISTORY = 20
"""In so many lines a note of adoption in brackets is closed again, among so many first lines of a text it is looked for."""
LONGEST_ADDRESSEE = 120
_STANDARD = re.compile(STANDARD_NUMBER)
_PART = re.compile(r"第\d{1,2}部分:")
"""Which part of a standard this is belongs to its title: 绿地养护 / 第1部分：通则."""
LATEST_PART = 8


def scan(raw: RawText, hints: Hints = NO_HINTS) -> tuple[Line, ...]:
    """Every non-blank line of the text with its role, in order."""
    whole = raw.lines
    beyond = _beyond(whole)
    raw = replace(raw, lines=raw.lines[:beyond])
    outside = outside_text(raw, hints.roles)
    blocks = {number: block for block in raw.blocks for number in range(block.first, min(block.last, beyond) + 1) if number not in outside}
    apart = outside.keys() | {number for number, block in blocks.items() if block.kind is not BlockKind.BOX}
    inside = ["" if number in apart else line for number, line in enumerate(raw.lines, 1)] if apart else raw.lines
    found = [
        *(
            replace(line, block=blocks[line.passage.line]) if line.passage.line in blocks else line
            for line in _scan_inside(inside, apart, hints, last_block=max(blocks, default=0))
        ),
        *outside_lines(raw.lines, outside),
        *_block_lines(raw.lines, {number: block for number, block in blocks.items() if block.kind is not BlockKind.BOX}),
    ]
    found.sort(key=lambda line: (line.passage.line, line.passage.column))
    if beyond < len(whole):
        rest = tuple(Span(number, 1, line) for number, line in enumerate(whole[beyond:], beyond + 1) if line.strip())
        found.append(Line(Role.DROP, Passage(rest), why=TOO_LONG))
    return tuple(found)


def _beyond(lines: Sequence[str]) -> int:
    """How many lines are taken in: with all the laws of a country in one file nobody reads any of them."""
    if len(lines) <= MOST_LINES:
        return len(lines)
    filled = 0
    for at, line in enumerate(lines):
        filled += bool(line.strip())
        if filled > MOST_LINES:
            return at
    return len(lines)


def _block_lines(lines: Sequence[str], blocks: Mapping[int, Block]) -> Iterator[Line]:
    """Rows keep the tabs that part their cells; a figure may have no words."""
    for number, block in blocks.items():
        line = lines[number - 1]
        passage = Passage((Span(number, 1, line),))
        if line.strip() or block.kind is BlockKind.FIGURE:
            yield Line(Role.BLOCK, passage if block.kind is BlockKind.TABLE else passage[:], block=block)


def _scan_inside(lines: Sequence[str], apart: Collection[int], hints: Hints, *, last_block: int) -> Iterator[Line]:
    lines, decoration = _undecorated(lines, apart)
    passages = logical_lines(lines, apart)
    listed = contents_lines(passages)
    found = [*decoration, *(Line(Role.DROP, passages[at], why=CONTENTS) for at in sorted(listed))]
    passages, front, start = _with_front([passage for at, passage in enumerate(passages) if at not in listed], hints)
    title = next((line.passage.text for line in front if line.role is Role.TITLE), hints.title)
    found += front
    if title and start < len(passages) and _is_addressee(passages[start].text):
        found.append(Line(Role.ADDRESSEE, passages[start]))
        start += 1
    if title and start < len(passages) and (above := promulgated_above(passages, start, title)):
        found += [Line(Role.PARAGRAPH, passages[start]), *back_lines(passages[start + 1 : start + above])]
        start += above
    foot = foot_from(passages, start)
    found += foot_lines(passages[foot:])
    passages = passages[:foot]
    end = page_end(passages, start, hints)
    starts = further_texts(passages[:end], start, title, last_block)
    naming = {one.at for one in starts if one.what is Opening.LISTED}
    begins = [one for one in starts if one.what is not Opening.LISTED]
    bounds = [*(one.at for one in begins), end]
    ends = [
        page_end(passages, at, hints, bound) for at, bound in zip([start, *(one.at + one.title for one in begins)], bounds, strict=True)
    ]
    issues = bool(begins) and begins[0].what is Opening.ISSUED
    found += _running(passages, range(start, ends[0]), naming, title, issues=issues)
    for one, stop in zip(begins, ends[1:], strict=True):
        found += _further(passages, one, stop, naming)
    found += [line for end, bound in zip(ends, bounds, strict=True) for line in back_lines(passages[end:bound])]
    found += back_lines(passages[end:])
    return (_overruled(line, hints) for line in found)


def _undecorated(lines: Sequence[str], apart: Collection[int]) -> tuple[list[str], list[Line]]:
    """The lines with space in place of what only decorates a mark or a note of adoption, and that as dropped lines."""
    bare, dropped = list(lines), []
    for number, line in enumerate(lines, 1):
        if line.strip() and number not in apart and not INVISIBLE.sub("", line).strip():
            dropped.append(Line(Role.DROP, Passage((Span(number, 1, line),))[:], why=UNSEEN))
            bare[number - 1] = ""
            continue
        found = _DECORATED.match(line) if number not in apart else None
        rest = line[found.end() : found.end() + LONGEST_TITLE_LINE].strip() if found else ""
        if found and (found["label"] or _is_decorated(rest)):
            why = COLLECTION if found["label"] else LIST
            dropped.append(Line(Role.DROP, Passage((Span(number, 1, line[: found.end()]),))[:], why=why))
            bare[number - 1] = " " * found.end() + line[found.end() :]
    for number, end in provision_numbers(bare, apart).items():
        dropped.append(Line(Role.DROP, Passage((Span(number, 1, bare[number - 1][:end]),))[:], why=PROVISION_NUMBER))
        bare[number - 1] = " " * end + bare[number - 1][end:]
    return bare, dropped


def _is_decorated(rest: str) -> bool:
    """Whether what stands behind a bullet has a mark of its own, or is a line of the page or of a fixed form: • 发文字号：……"""
    mark = read_marker(rest)
    return (mark is not None and not is_doubtful(mark, rest)) or (mark is None and bool(chrome_rule(rest) or form_of(rest)))


def _with_whole_histories(passages: list[Passage], hints: Hints) -> list[Passage]:
    """A note of adoption and amendments that goes over several lines within one pair of brackets is one."""
    for at, passage in enumerate(passages[:MOST_HISTORY]):
        text = fold(passage.text[:LONGEST_TITLE_LINE])
        if text.startswith("(") and "年" in text and ")" not in text and passage.line not in hints.roles:
            for end in range(at + 2, min(at + 2 + MOST_HISTORY, len(passages) + 1)):
                whole = Passage.join(tuple(passages[at:end]))
                if form_of(whole.text) is Role.ADOPTED:
                    return [*passages[:at], whole, *passages[end:]]
                if passages[end - 1].text.endswith(("）", ")")):
                    break
    return passages


def _further(passages: Sequence[Passage], one: Start, stop: int, naming: Collection[int]) -> list[Line]:
    """A further text: its title, the lines of fixed form below it, its running text."""
    title = Passage.join(tuple(passages[one.at : one.at + one.title]))
    mark = read_marker(passages[one.at].text)
    opening = Line(Role.TITLE, title, opens=True) if one.what is Opening.ISSUED else Line(Role.MARKED, title, mark)
    lines = [opening]
    at = one.at + one.title
    while at < stop and (form := form_of(passages[at].text)) and form not in (Role.DATE,):
        lines.append(Line(form, passages[at]))
        at += 1
    if one.what is Opening.ISSUED and at < stop and _is_addressee(passages[at].text):
        lines.append(Line(Role.ADDRESSEE, passages[at]))
        at += 1
    return lines + _running(passages, range(at, stop), naming, title.text)


def _running(passages: Sequence[Passage], places: range, naming: Collection[int], title: str, *, issues: bool = False) -> list[Line]:
    """The running text of one of the texts, with signature and date. ``issues``: what it issues follows right below."""
    part = passages[places.start : places.stop]
    notes = notes_begin(part)
    below = below_date(part[:notes]) if issues else notes
    stop = body_end(part[:below])
    listed = {at - places.start for at in naming if places.start <= at < places.stop}
    added = [Line(Role.CLOSING, passage) for passage in part[below:notes]]
    return body_lines(part[:stop], listed, title) + back_lines(part[stop:below]) + added + note_lines(part[notes:])


def _with_front(passages: list[Passage], hints: Hints) -> tuple[list[Passage], list[Line], int]:
    """The passages, the lines before the text, and where among the passages it begins. A declared title that none of these lines is, is parted
    from the text in the same line: the whole page may stand in one.
    """
    passages = _with_whole_histories(passages, hints)
    start = _body_start(passages, hints)
    front = front_lines(passages[:start], hints)
    if start == len(passages) or not hints.title or any(line.role is Role.TITLE for line in front):
        return passages, front, start
    first, title = passages[start], fold(hints.title)
    ends = range(1, min(len(first.text), 2 * len(hints.title)))
    end = next((end for end in ends if fold(first.text[:end]) == title), 0)
    if not end:
        return passages, front, start
    parts = (part for part in (first[:end], first[end:]) if part.text)
    passages = _with_whole_histories([*passages[:start], *parts, *passages[start + 1 :]], hints)
    start = _body_start(passages, hints)
    return passages, front_lines(passages[:start], hints), start


def _body_start(passages: Sequence[Passage], hints: Hints) -> int:
    """The first line that is part of the text: marked, or a whole sentence, or too long for a title."""
    for index, passage in enumerate(passages):
        text = passage.text
        said = hints.roles.get(passage.line)
        if not said and _MEETING.fullmatch(fold(text[:LONGEST_TITLE_LINE])):
            timed = index > 0 and _TIME.fullmatch(fold(passages[index - 1].text[:LONGEST_TITLE_LINE]))
            return index - 1 if timed else index
        if said in _OF_THE_TEXT or (not said and index and _PARTY.fullmatch(fold(text[:LONGEST_TITLE_LINE]))):
            return index
        if said or chrome_rule(text) or form_of(text) in _OF_THE_FRONT or form_of(text) is Role.NUMBER:
            continue
        if fold(text) == fold(hints.title):
            continue
        if (
            0 < index <= LATEST_PART
            and _PART.match(fold(text))
            and any(_STANDARD.fullmatch(fold(above.text)) for above in passages[:index])
        ):
            continue
        if read_marker(text) or is_preamble(text) or is_complete(text) or len(text) > LONGEST_TITLE_LINE:
            return index
    return len(passages)


def _is_addressee(text: str) -> bool:
    short = len(text) <= LONGEST_ADDRESSEE and read_marker(text) is None
    folded = fold(text)
    return short and folded.endswith(":") and bool(_ADDRESSED.fullmatch(folded)) and not _INTRODUCES.search(folded) and "。" not in folded


def _overruled(line: Line, hints: Hints) -> Line:
    role = hints.roles.get(line.passage.line)
    if role is None or role is line.role:
        return line
    marker = read_marker(line.passage.text) if role in (Role.HEAD, Role.MARKED) else None
    return Line(role, line.passage, marker, PERSON if role is Role.DROP else "")
