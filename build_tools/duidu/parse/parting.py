"""Units that were run together in one line are parted again, where a mark counts on; elsewhere nothing is guessed.

一、……。（一）甲。……。（二）乙。…… are three lines run together; in 分为（一）甲、（二）乙 no stop precedes the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from ..model.markers import is_doubtful, read_marker
from ..model.passage import Passage
from ..model.records import Kind, Marker
from ..text.sentences import split_sentences
from .chrome import chrome_rule
from .closing import is_signer
from .forms import OFFICIAL_NUMBER, TITLE_ENDINGS
from .items import items_run_together
from .organs import SIGNS

_BEHIND_A_STOP = {
    Kind.BOX,
    Kind.PART,
    Kind.CHAPTER,
    Kind.DIVISION,
    Kind.ARTICLE,
    Kind.SECTION,
    Kind.ITEM,
    Kind.SUBITEM,
    Kind.SUBSUBITEM,
    Kind.CIRCLE,
}
_BEHIND_A_HEAD = (Kind.BOX, Kind.PART, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.SECTION, Kind.ITEM)
"""From the highest down: 第一章总则第一条　为了……, 一、提高认识（一）重大意义。…… – a head has no stop to part at."""
_ADOPTED = re.compile(r"[（(](?:\d{4})?年[^（）()]{4,60}(?:通过|批准|公布)[^（）()]{0,10}[)）]")
LATEST_ADOPTED = 120
"""An adoption note stands behind the title, not later than this many characters from its beginning."""
_HEAD = re.compile(r"[^，,。；;：:！？!?]{2,40}")

_GAP = re.compile(r"(?<=[。：；！？”）])　{2,}(?=\S)|(?<=[^\s\d])\s{8,}(?=\S)")
"""Paragraphs or signatures that were run together keep the space that stood before them."""
_SPACE = re.compile(r"(?<=\S)　{2,}(?=\S)")
FEWEST_GAPS = 3
_DATE_AND_NOTE = re.compile(r"(?<=日)(?=[（(][^（()）]{3,40}[)）]$)")
_NUMBERED_TITLE = re.compile(rf"(?P<number>[\u4e00-\u9fff]{{1,10}}{OFFICIAL_NUMBER})(?=各|.{{0,3}}$|\s)")
_ADDRESSEE = re.compile(r"各[^。；：！？]{2,110}[：:](?=\S)")
_SIGNED = re.compile(rf"(?<=[。！])[\u3400-\u9fff、 　]{{1,30}}{SIGNS}\s*(?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)$")
LONGEST_SIGNED = 60
LATEST_NUMBER = 160
FURTHEST_AHEAD = 4000
"""A second mark is looked for in so many characters."""
WINDOW = 200
"""So much of a text says whether a mark stands at its beginning."""

Seen = dict[Kind, int]


def part_run_together(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, parted at every adoption note, and at marks that count on from those before."""
    seen: Seen = {}
    text_began = False
    for passage, following in zip_longest(whole := list(passages), whole[1:]):
        text = passage.text
        if chrome_rule(text) or is_signer(text):  # the space in these is a gap that stands for something
            yield passage
            continue
        boxed = (mark := read_marker(text)) and mark.kind is Kind.BOX
        ends = _cuts(text, {} if boxed else seen)  # a box that was run into one line has numbers of its own
        ends |= items_run_together(text, following.text if following else "") | _signed_in_line(text)
        if not text_began:
            ends |= _around_number(text)
            ends |= {start + found.end() for start in sorted(ends) if (found := _ADDRESSEE.match(text[start : start + WINDOW].lstrip()))}
            text_began = len(text) > WINDOW or "。" in text
        bounds = [*sorted(end for end in ends if end < len(text)), len(text)]
        yield from (part for part in passage.split(bounds) if part.text)


def _around_number(text: str) -> set[int]:
    """Before and behind a document's number that follows the title in one line: ……的决定国发〔2005〕39号各省……"""
    found = _NUMBERED_TITLE.search(text[:LATEST_NUMBER])
    labelled = found is not None and not {":", "："}.isdisjoint(text[: found.start()])  # 发文字号：某教函〔2024〕45号
    if not found or labelled or len(found["number"]) == len(text):
        return set()
    starts = (start for start in range(found.start(), found.end("number")) if not start or text[:start].endswith(TITLE_ENDINGS))
    begin = next(starts, None)
    return {begin, found.end("number")} if begin is not None else set()


def _signed_in_line(text: str) -> set[int]:
    """Before who signs, and before the date, where both were run into the last paragraph: ……施行。某部2019年7月26日."""
    found = _SIGNED.search(text[-LONGEST_SIGNED:])
    offset = max(len(text) - LONGEST_SIGNED, 0)
    return {offset + found.start(), offset + found.start("date")} if found else set()


def _cuts(text: str, seen: Seen) -> set[int]:
    starts = [start for start, _ in split_sentences(text)]
    cuts = {0, *_around_adoption(text), *_at_points(text, starts)}
    gaps = [found.start() for found in _GAP.finditer(text)]
    if len(gaps) >= FEWEST_GAPS:  # then paragraphs are parted by them, heads too: 二、抓好落实　　各地……
        gaps += [found.start() for found in _SPACE.finditer(text)]
    cuts |= {start for start in (*gaps, *(found.start() for found in _DATE_AND_NOTE.finditer(text))) if start}
    for start in sorted(cuts.union(starts)):
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
    behind = text[start : start + WINDOW].lstrip()
    marker = read_marker(behind)
    if start and marker and marker.kind is Kind.CIRCLE and behind.rstrip() == marker.text:
        return None  # the reference to a footnote, behind the stop of the last sentence
    boxed = marker and marker.kind is Kind.BOX and start == 0
    return marker if marker and (marker.kind in _BEHIND_A_STOP or boxed) else None


def _counts_on(marker: Marker, text: str, start: int, seen: Seen) -> bool:
    """A doubtful first number (第一条经验是) is believed only if the second follows in the same line."""
    number = marker.numbers[-1]
    if number == seen.get(marker.kind, 0) + 1 or (marker.branch and number == seen.get(marker.kind)):
        return number > 1 or not is_doubtful(marker, text[start : start + WINDOW].lstrip()) or _followed(marker, text, start)
    return number == 1 and not is_doubtful(marker, text[start : start + WINDOW].lstrip())


def _followed(marker: Marker, text: str, start: int) -> bool:
    ahead = text[start : start + FURTHEST_AHEAD]
    marks = (_mark_at(ahead, later) for later, _ in split_sentences(ahead) if later)
    return any(mark and mark.kind is marker.kind and mark.numbers[-1] == marker.numbers[-1] + 1 for mark in marks)


def _lower_mark(text: str, start: int, marker: Marker, seen: Seen) -> tuple[int, Marker] | None:
    """The first mark that counts on in the head that begins at ``start``, before any punctuation."""
    if marker.kind not in _BEHIND_A_HEAD:
        return None
    begin = text.index(marker.text, start) + len(marker.text)
    head = _HEAD.match(text, begin)  # 40 characters at most
    lower = _BEHIND_A_HEAD[_BEHIND_A_HEAD.index(marker.kind) + 1 :]
    for end in range(begin + 2, head.end() + 1 if head else 0):
        found = _mark_at(text, end)
        if (
            found
            and found.kind in lower
            and not text[end].isspace()
            and _counts_on(found, text, end, seen)
            and _ends_a_head(text, end, found, marker)
        ):
            return end, found
    return None


def _ends_a_head(text: str, end: int, found: Marker, above: Marker) -> bool:
    """Whether a mark without a stop before it is none of the words around it: 集中统一、分工协作, 第五十三条第（一）项, 第二、三产业.

    一、, and （一） in an article, which has no head to end, count for nothing unless the next number follows behind a stop.
    """
    if found.kind not in (Kind.SECTION, Kind.ITEM):
        return True
    inside = (
        text[end - 1] in "第之" or is_doubtful(found, text[end : end + WINDOW]) or text[end + len(found.text) :].startswith(("项", "項"))
    )
    sure = found.numbers[-1] > 1 or (found.kind is Kind.ITEM and above.kind is not Kind.ARTICLE)
    return not inside and (sure or _followed(found, text, end))


def _around_adoption(text: str) -> set[int]:
    adopted = _ADOPTED.search(text)
    if adopted and 0 < adopted.start() <= LATEST_ADOPTED and adopted.end() < len(text):
        return {adopted.start(), adopted.end()}
    return set()


def _at_points(text: str, starts: Iterable[int]) -> set[int]:
    """A dash behind a stop opens a point if it does so twice, or if the line is itself a point; once it may be a signature."""
    points = {start for start in starts if (mark := read_marker(text[start : start + WINDOW].lstrip())) and mark.kind is Kind.POINT}
    return points if len(points) > 1 else set()
