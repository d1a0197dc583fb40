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
_ATTENDED = re.compile(r"(?:会议)?(?:出席|列席|参加|參加|请假|缺席|主持|主持人|记录|記錄)(?:人员|人員|领导|单位)?:.+")
"""What minutes end with, folded."""
_CONTACT = re.compile(r"\(?(?:业务)?联系(?:人|单位|电话|方式|地址)?(?:及(?:联系)?电话)?:[^。]{2,70}[。]?\)?")
_PROMULGATED = re.compile(r"[〇○零一二三四五六七八九十\d]{4}年.{1,3}月.{1,3}日(?:通過|通过|簽署|签署|制定|核准|批准)。|命令公[佈布]。")
"""What laws of Macau end with, folded: 二零二零年三月五日通過。…… 命令公佈。"""
_OFFICER = re.compile(r"[\u3400-\u9fff]{0,10}(?:主席|長官|长官|司長|议长|議長|院长|院長)\s*[\u3400-\u9fff]{2,4}")
_PARTY = r"[甲乙丙丁买卖買賣供需][方]|(?:出租|承租|发包|承包|出让|受让|转让|委托|受托|招标|投标|采购|供应|用人|借款|贷款|担保|抵押)[人方]|[^,。:;]{2,12}(?:单位|公司)"
_SIGNER = re.compile(
    rf"(?=.*(?:签|盖章|代表人|代理人|日期|年月日))(?:(?:{_PARTY}|法定代表人|负责人|(?:委托|授权)?代(?:理|表)人?|经办人|见证人|签[订约字署](?:日期|时间|地点)|日期)"
    r"(?:或授权代(?:表|理人)|或(?:其)?委托代理人)?(?:\([^()]{1,16}\))?:?(?:\([^()]{1,10}\)|[_/\d年月日]|[\u3400-\u9fff]{2,4}(?![^:]*:)){0,12})+"
)
"""What contracts end with, folded: 甲方（签章）：　　乙方（签章）：, 法定代表人（签字）：____"""
_SIGNED_ON = re.compile(r"(?:[\d_]{0,8}年[\d_]{0,6}月[\d_]{0,6}日){1,3}")
MOST_SIGNERS = 16
_ADDRESS = re.compile(r"(?:各位|同志们)[^,。:;]{0,8}[!:,]")
LONGEST_END = 80
LONGEST_SIGNER = 120
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
    while start - 1 > last and _ATTENDED.fullmatch(fold(texts[start - 1])):
        start -= 1
    while start - 1 > last and any(form.fullmatch(fold(texts[start - 1])) for form in _FORMS):
        start -= 1
    if start < end and _CALL.fullmatch(fold(texts[start])) and start - 1 > last and fold(texts[start - 1])[:SUBJECT] in fold(title):
        start -= 1
    if start == end and end - 1 > max(last, 0) and _ADDRESS.match(fold(texts[end - 1])):
        start -= 1
    return end if in_article else start


def signers_from(texts: Sequence[str]) -> int:
    """From which line on the parties of a contract sign: 甲方（签章）：　　乙方（签章）：. Past the last line where they don't."""
    start = end = len(texts)
    found = False
    for at in range(end - 1, max(end - 1 - MOST_SIGNERS, 0), -1):
        if is_signer(texts[at]):
            start, found = at, True
        elif not _SIGNED_ON.fullmatch(fold(texts[at])):
            break
    return start if found else end


def is_signer(text: str) -> bool:
    """Whether a line leaves room for a party to sign."""
    return len(text) <= LONGEST_SIGNER and _SIGNER.fullmatch(fold(text)) is not None


def promulgated_from(texts: Sequence[str]) -> int:
    """From which line on a law is promulgated: who passed and signed it and when, each name below its date."""
    start = len(texts)
    at = start - 1
    while at > 0 and (_OFFICER.fullmatch(texts[at]) or _PROMULGATED.fullmatch(fold(texts[at][:LONGEST_END]))):
        if not _OFFICER.fullmatch(texts[at]):
            start = at
        at -= 1
    return start


def contacts_from(texts: Sequence[str]) -> int:
    """From which line on the text says whom to ask: 联系人：刘某某　　电话：……. Past the last line where it does not."""
    start = len(texts)
    while start > 1 and _CONTACT.fullmatch(fold(texts[start - 1][:LONGEST_END])):
        start -= 1
    return start


def is_officer(text: str) -> bool:
    """Whether a line is an office and a name: 行政長官　賀某某."""
    return _OFFICER.fullmatch(text) is not None
