"""Lines of a fixed form around the text: adoption note, document number, date. Each form has a sample line.

Figures are sometimes lost in copies, with their brackets (年月日…通过): the form is recognised without them, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..model.records import SHORTEST_TITLE, Role
from ..text.fold import fold
from ..text.numerals import CIRCLED, HAN_YEAR

TITLE_ENDINGS = (
    "决定", "决议", "意见", "通知", "通报", "公报", "公告", "通告", "报告", "批复", "函", "纪要", "办法",
    "规定", "条例", "细则", "规则", "准则", "方案", "规划", "计划", "纲要", "要点", "措施", "建议", "法",
    "命令", "令", "议案", "章程", "预案", "名单", "目录", "清单", "标准", "规程", "规范", "指南", "指引", "制度", "守则", "通则",
    "导则", "总则", "术语", "公约", "民约", "条约", "协定", "宣言", "声明", "倡议书", "解释", "说明", "讲话", "大纲", "体系", "安排", "合同", "协议", "协议书", "规例", "解读", "须知", "责任书", "职责", "流程", "程序", "名录", "汇编",
    "決定", "決議", "意見", "通報", "公報", "報告", "批復", "紀要", "辦法", "規定", "條例", "細則", "規則", "準則", "規劃", "計劃", "計畫",
    "綱要", "要點", "建議", "議案", "預案", "名單", "目錄", "標準", "規程", "規範", "通則", "公約", "條約", "協定", "解釋", "規例", "紀錄", "協議", "合約",
)  # fmt: skip
"""The kinds of document of GB/T 9704—2012 and of legislation; a title ends in one of them."""


EDITIONS = r"试行|试用|暂行|修订|(?:修订)?草案|(?:草案)?征求意见稿|送审稿|讨论稿|报批稿|审议稿|节选|摘要|\d{4}年?(?:版|本|修订|修正)"
"""What stands in brackets behind a title, as a pattern."""
_BEHIND_A_TITLE = re.compile(rf"(?:\(({EDITIONS})\))?(?:\[\d{{1,2}}\]|[{CIRCLED}*])?$")


def reads_like_title(folded: str, fewest: int = SHORTEST_TITLE) -> bool:
    """Whether a folded line of ``fewest`` characters ends as titles end: ……办法, ……方案(试行), 《……条例》, ……公报[1]."""
    return len(folded) >= fewest and _BEHIND_A_TITLE.sub("", folded).rstrip("》").endswith(TITLE_ENDINGS)


@dataclass(frozen=True, slots=True)
class FixedLine:
    """``pattern`` must match the whole folded line."""

    role: Role
    sample: str
    pattern: re.Pattern[str]


LONGEST_FORM = 1500
"""No line of a fixed form is longer."""


def _form(role: Role, sample: str, pattern: str) -> FixedLine:
    return FixedLine(role, sample, re.compile(pattern))


OFFICIAL_NUMBER = r"[〔\[(（]\d{4}[〕\])）]第?\d{1,5}号"
"""The number of an official document behind the word of its office, 川委发〔2024〕5号, as a pattern, folded or not."""
MACAU_NUMBER = r"第\d{1,4}/(?:[A-Z]{1,3}/)?\d{2,4}[號号]"
"""That of a law of Macau: 第5/2020號法律."""
HONG_KONG_NUMBER = r"第\d{1,4}[A-Z]{0,2}章"
"""That of an ordinance of Hong Kong, which is a chapter of its laws."""
_ORDINAL = r"第(?:[〇零一二三四五六七八九十百]{1,6}|\d{1,5})"
_YEAR = rf"(?:\d{{4}}|{HAN_YEAR})"
_PASSED = "(?:通过|批准|公布|发布|印发|施行|修订|修正)"

STANDARD_NUMBER = r"(?:代替|替代)?(?P<code>GB|DB|HJ|SL|JGJ|CJJ|[A-Z]{1,4}\d{0,6})(?:/?[TZ])?\d+(?:[.-]\d+)*[-—–]+\d{4}"
"""The number of a standard, folded; its code says whose it is: GB the country's, DB51 a province's, HJ a ministry's (GB/T 1.1—2020)."""

FORMS = (
    _form(Role.ADOPTED, "（2024年5月13日中国共产党四川省第十二届委员会第五次全体会议通过）", rf"\((?=[^()]*年)[^()]*{_PASSED}[^()]*\)"),
    _form(Role.DATE, "2018年12月1日　施行", r"\d{4}年\d{1,2}月\d{1,2}日起?(?:施行|实施)"),
    _form(
        Role.OCCASION,
        "——2024年1月10日在某县第十八届人民代表大会第四次会议上",
        r"(?:——|—|--|──)?\(?\d{4}年\d{1,2}月\d{1,2}日在[^。，]{4,60}(?:会上|会议上|上|会)\)?",
    ),
    _form(Role.ADOPTED, "年月日中国共产党四川省第十二届委员会第五次全体会议通过", rf"\d{{0,4}}年\d{{0,2}}月\d{{0,2}}日[^()。《]*{_PASSED}"),
    _form(
        Role.ADOPTED,
        "1999年12月25日 第九届全国人民代表大会常务委员会第十三次会议通过的《某法修正案（二）》修正",
        rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日[^。《]*{_PASSED}(?:的?《[^》]*》(?:第[^。]{{1,6}}次)?(?:修正|修订|修改)?)+",
    ),
    _form(Role.ADOPTED, "根据1999年12月25日《某修正案》修正", r"根据\d{4}年[^。]{4,120}(?:修正|修订|修正案)"),
    _form(
        Role.ADOPTED,
        "中華民國九十二年二月六日總統華總一義字第09200019670號令制定公布全文 41 條",
        r"(?:[(（]?(?:中華)?民國|(?:修正|公發?布|發布|制定|公布)日期:(?:中華)?民國).{1,4}年.{1,3}月.{1,3}日.{0,120}",
    ),
    _form(
        Role.NUMBER,
        "某市人民政府令第305号",
        rf"[^\s,。;:《》]{{2,30}}(?:令|公告|通告)\(?(?:\d{{4}}年)?{_ORDINAL}号\)?",
    ),
    _form(Role.NUMBER, "(第999章)", rf"\({HONG_KONG_NUMBER}\)|第(?:\d{{3,4}}[A-Z]{{0,2}}|\d{{1,2}}[A-Z]{{1,2}})章"),
    _form(Role.DATE, "版本日期：1.7.2021", r"版本日期:?\d{1,2}\.\d{1,2}\.\d{4}"),
    _form(
        Role.NUMBER,
        "（2024年第二十八次）",
        rf"\(?(?:\d{{4}}年)?(?:度)?{_ORDINAL}(?:次(?:会议|會議)?|期)\)?",
    ),
    _form(Role.NUMBER, "第5/2020號法律", rf"{MACAU_NUMBER}[\u3400-\u9fff]{{2,10}}"),
    _form(Role.NUMBER, "2023年第8号", r"\(?\d{4}年(?:度)?第\d{1,5}号\)?"),
    _form(Role.NUMBER, "GB/T 12345—2023", STANDARD_NUMBER),
    _form(
        Role.ISSUER,
        "中华人民共和国国家标准",
        r"中华人民共和国(?:国家(?:[^\s,。]{2,8})?|[^\s,。]{2,12}行业)标准(?:化指导性技术文件)?|[^\s,。]{2,10}地方标准",
    ),
    _form(Role.DATE, "2023-05-23 发布", r"\d{4}-\d{2}-(?:\d{2}|[X×]{2})(?:发布(?:\d{4}-\d{2}-(?:\d{2}|[X×]{2})实施)?|实施)"),
    _form(Role.NUMBER, "第六十六号", rf"\(?{_ORDINAL}号\)?"),
    _form(Role.NUMBER, "川委发〔2024〕5号", rf"[^\s,。]{{0,14}}{OFFICIAL_NUMBER}"),
    _form(
        Role.DATE,
        "（2024年2月18日）",
        rf"\({_YEAR}年[\d〇零一二三四五六七八九十]{{1,3}}月(?:[\d〇零一二三四五六七八九十]{{1,3}}日)?\)",
    ),
    _form(Role.DATE, "2024年5月13日", rf"{_YEAR}?年.{{0,3}}月.{{0,3}}日"),
    _form(Role.DATE, "签订日期：2023年6月20日", r"(?:签订|签署|签约)(?:日期|时间):[\d_]{0,8}年[\d_]{0,6}月[\d_]{0,6}日"),
    _form(Role.DATE, "二〇二三年三月", rf"{_YEAR}年[\d一二三四五六七八九十]{{1,2}}月"),
)


@lru_cache(maxsize=1 << 15)
def form_of(text: str) -> Role | None:
    """The role of a line of fixed form, or None."""
    if len(text) > LONGEST_FORM:
        return None
    folded = fold(text)
    return next((form.role for form in FORMS if form.pattern.fullmatch(folded)), None)
