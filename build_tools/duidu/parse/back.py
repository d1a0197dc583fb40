"""What stands below the last line of a text: signature, date, notes on whom to ask; and below that what a website put there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.markers import read_marker
from ..model.passage import Passage
from ..model.records import Line, Role
from ..text.fold import fold
from ..text.sentences import is_complete
from .chrome import chrome_rule
from .closing import is_signer, signers_from
from .forms import form_of
from .hints import Hints

_NOTE = re.compile(
    r"[（(](?!\d{4}年)[^（()）]{4,80}(?:[（(][^（()）]{1,20}[)）][^（()）]{0,40})*[)）]|"
    r"(?:联系(?:人|单位|电话|方式|地址)?|电话|传真|邮编|地址|承办(?:人|单位))(?:及电话)?[：:].{1,60}"
)
MOST_NOTES = 4
"""So many notes may stand below the date: （联系人：……；联系电话：……）."""
_PROMULGATES = re.compile(r"^《(?P<name>.+?)》(?=已|业).+现(?:予|将).*(?:公布|发布|公告)")
MOST_ADDED = 3
"""So many sentences a notice adds below its date, above what it issues."""
LONGEST_SIGNATURE = 40


def page_end(passages: Sequence[Passage], start: int, hints: Hints, end: int | None = None) -> int:
    """One past the last line before ``end`` that is not chrome."""
    end = len(passages) if end is None else end
    while end > start and chrome_rule(passages[end - 1].text) and passages[end - 1].line not in hints.roles:
        end -= 1
    return end


def body_end(passages: Sequence[Passage]) -> int:
    """One past the last line of the text; what follows is signature and date."""
    stop = signers_from([passage.text for passage in passages])
    if stop < len(passages):
        return stop
    while stop > 2 and len(passages) - stop < MOST_NOTES and _NOTE.fullmatch(passages[stop - 1].text):
        stop -= 1
    if stop == len(passages) or form_of(passages[stop - 1].text) is not Role.DATE:
        stop = len(passages)
    if stop > 1 and form_of(passages[stop - 1].text) is Role.DATE:
        stop -= 1
        while stop > 1 and _is_signature(passages[stop - 1].text):
            stop -= 1
    return stop


def below_date(passages: Sequence[Passage]) -> int:
    """Where a few whole sentences begin that a notice adds below its signature and date; the number of lines where there are none."""
    end = len(passages)
    for at in range(end - 1, max(end - 2 - MOST_ADDED, 0), -1):
        text = passages[at].text
        if form_of(text) is Role.DATE:
            return at + 1 if _is_signature(passages[at - 1].text) else end
        if read_marker(text) or not is_complete(text):
            return end
    return end


def promulgated_above(passages: Sequence[Passage], start: int, title: str) -> int:
    """How many lines above the text itself say that it is promulgated, by whom and when; 0 where none do.

    《某解释》已于……通过，现予公布。 / 最高人民法院 / 2023年5月10日 / 为正确审理……: what is promulgated has no title of its own here.
    """
    found = _PROMULGATES.search(fold(passages[start].text))
    if not found or not fold(title).endswith(found["name"]):
        return 0
    end = start + 1
    while end < len(passages) and end - start <= MOST_NOTES and _is_signature(passages[end].text) and form_of(passages[end].text) is None:
        end += 1
    dated = end > start + 1 and end + 1 < len(passages) and form_of(passages[end].text) is Role.DATE
    goes_on = dated and (is_complete(passages[end + 1].text) or read_marker(passages[end + 1].text) is not None)
    return end + 1 - start if goes_on else 0


def _is_signature(text: str) -> bool:
    short = len(text) <= LONGEST_SIGNATURE and ":" not in fold(text) and "\t" not in text.strip()
    return short and not is_complete(text) and read_marker(text) is None


def back_lines(passages: Sequence[Passage]) -> list[Line]:
    """The lines below the text with their roles: signature, date, notes, chrome."""
    return [_back_line(passage) for passage in passages]


def _back_line(passage: Passage) -> Line:
    if rule := chrome_rule(passage.text):
        return Line(Role.DROP, passage, why=rule)
    if _NOTE.fullmatch(passage.text):
        return Line(Role.CLOSING, passage)
    dated = form_of(passage.text) is Role.DATE and not (is_signer(passage.text) and "方" in passage.text)
    return Line(Role.DATE if dated else Role.SIGNATURE, passage)
