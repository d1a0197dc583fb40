"""What comes after the last provision and belongs to none: 本决定自公布之日起施行, the call at the end, a report's last address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.records import Kind, Marker
from ..text.fold import fold

_ACTS = "决定|决议|通知|公告|通告|命令|批复|令|意见|解释"
_FORMS = (
    re.compile(rf"本(?:{_ACTS})自.{{2,20}}(?:施行|执行|生效|实施)(?:,[^。]{{2,30}})?。"),
    re.compile(rf"《.+》(?:根据|依照|按照)本(?:{_ACTS}).*(?:公布|施行|修改|修正)。"),
    re.compile(r"(?:此外,?)?(?:对|将)[^。]{0,40}(?:顺序|序号|文字)[^。]{0,12}(?:调整|修改)[^。]{0,20}。"),
    re.compile(r"(?:特此|现予)(?:通知|公告|通告|公布|函复|批复|报告|通报|函告|决定|函达)。"),
    re.compile(r"(?:最后,?)?(?:再次)?感谢[^。!]{2,40}(?:关心|支持|监督|理解)[^。!]{0,20}[。!]"),
    re.compile(
        r"(?:[^。!]{4,80}。){0,2}(?:全党|全国|全省|全市|全县|全州|全区|全军|各级党|让我们|各位代表).{10,300}(?:奋斗|贡献|篇章|胜利|前进)[。!]"
    ),
)
_CALL = _FORMS[-1]
_ADDRESS = re.compile(r"(?:各位|同志们)[^,。:;]{0,8}[!:,]")
LONGEST_END = 80
SUBJECT = 5
"""A paragraph that begins with so many characters of the title takes up its subject once more, before the call at the end."""


def ends_the_act(text: str) -> bool:
    """Whether the line is the last provision of a decision: 本决定自公布之日起施行。 What stands below it is appended."""
    return len(text) <= LONGEST_END and _FORMS[0].fullmatch(fold(text)) is not None


def closing_from(texts: Sequence[str], marks: Sequence[Marker | None], title: str) -> int:
    """From which line on the text closes. Only what stands under a list, not an article's last 款, is looked at."""
    end = len(texts)
    last = next((at for at in range(end - 1, -1, -1) if marks[at]), -1)
    in_article = next((mark.kind is Kind.ARTICLE for mark in reversed(marks) if mark and mark.kind in (Kind.ARTICLE, Kind.SECTION)), False)
    start = end
    while start - 1 > last and any(form.fullmatch(fold(texts[start - 1])) for form in _FORMS):
        start -= 1
    if start < end and _CALL.fullmatch(fold(texts[start])) and start - 1 > last and fold(texts[start - 1])[:SUBJECT] in fold(title):
        start -= 1
    if start == end and end - 1 > max(last, 0) and _ADDRESS.match(fold(texts[end - 1])):
        start -= 1
    return end if in_article else start
