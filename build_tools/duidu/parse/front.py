"""The lines before the text: chrome, title, adoption note, document number. What is none of these is unknown.

A title may be broken over lines and may stand twice (once as the page's heading). It is the declared one, or begins
with the line that has 关于 in it – or with the issuers' names above that line – and ends as titles end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise, takewhile

from ..model.passage import Passage
from ..model.records import SHORTEST_TITLE, Line, Role
from ..text.fold import fold
from ..text.numerals import HAN_YEAR
from .chrome import COLLECTION, COLUMN, HEADING, IMPRINT, INFORMATION, PERSON, SOURCE, chrome_rule, crumbs_of
from .forms import MACAU_NUMBER, STANDARD_NUMBER, form_of, reads_like_title
from .hints import Hints
from .organs import BODIES, ENDS
from .repeated_title import bare_heading, folded_text, once, repeats

_ORGAN = re.compile(rf"(中共|中国|中华).*|.*[{ENDS}室办省市州县区旗国]")
_FORMS = {Role.ADOPTED, Role.NUMBER, Role.OCCASION, Role.ISSUER}
_DATED = re.compile(r"\(.*\)|.*(?:施行|实施|发布)|版本日期.*")
"""Of the dates before the text those that say what they are; whether a bare one is the document's a person has to say."""
_SPEAKER = re.compile(r"[^\d，。；：:、“”（）()]{2,20}")
_ORGAN_NAME = rf"[\u4e00-\u9fff（）()]{{2,30}}(?:[{ENDS}室办省市县区行团联厂縣區會廳處團聯廠]|{BODIES})(?:文件|(?:会议)?纪要)?"
_LETTERHEAD = re.compile(rf"{_ORGAN_NAME}(?:\s+{_ORGAN_NAME}){{0,5}}")
_SPACED = re.compile(r"\S(?:\s+\S)+")
_MASTHEAD = re.compile(r"(?:[^\d,。]{0,8}会议)?纪要|文件")
"""What the head of a letter says below the issuer: 会 议 纪 要."""
_AUTHORITY = rf"[\u4e00-\u9fff（）()]{{2,30}}[{ENDS}室办]"
_ISSUES = re.compile(rf"{_AUTHORITY}(?:\s+{_AUTHORITY}){{0,5}}(?:\s*发布)?")
"""Who issues may stand below the title, too; who reprints (某市融媒体中心) stands there as well."""
_NAME = re.compile(r"(?=.*[\u3400-\u9fff]{3})[^。;:,，!?？]{3,40}")
_DATED_ORGAN = re.compile(rf"{_ORGAN_NAME}[ \t　]{{2,}}(?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)")
_PROCLAIMS = re.compile(r"(?!.*关于).{2,24}(?:公告|通告|令)")
"""What stands above the words of a proclamation: 中华人民共和国最高人民法院公告."""
_STANDARD = re.compile(STANDARD_NUMBER)
_HAN = re.compile("[\u3400-\u9fff]")
_LAW_NUMBER = re.compile(rf"{MACAU_NUMBER}.{{2,10}}")
"""Laws of Macau have their title below their number, and it need not end as titles end."""
_LABEL = re.compile(r"(?:法[規规]名[稱称]|文件名称|名\s*[稱称]|标\s*题)\s*[：:]\s*(?=\S|$)")
_GOES_ON = re.compile(rf"[和及与與暨]|第[一二三四五六七八九十]{{1,3}}[个個]|{HAN_YEAR}年远景")
"""What a further line of a title begins with: ……国民经济和社会发展 / 第十四个五年规划 / 和二〇三五年远景目标纲要."""
MOST_TITLE_LINES = 8
SHORTEST_ISSUER = 4
SHORTEST_HEADING = 12
_BYLINE = re.compile("记者|通讯员|讯员|报道|供稿")
_LABELLED = {IMPRINT, INFORMATION, COLLECTION}
LONGEST_RUN = 60
"""Among so many unknown lines before the text the title is looked for."""


def front_lines(passages: Sequence[Passage], hints: Hints) -> list[Line]:
    """The lines before the text. Exactly one run of neighbouring lines is the title."""
    crumbs = crumbs_of([passage.text for passage in passages])
    lines = list(_with_values([_line(part, crumbs, hints) for passage in passages for part in _named(passage)]))
    runs = [list(run) for unknown, run in groupby(lines, lambda line: line.role is Role.UNKNOWN) if unknown]
    told = (
        [line for line in lines if line.role is Role.TITLE]
        or ([] if hints.title else _twice(lines))
        or _title_among([run[-LONGEST_RUN:] for run in runs], hints.title)
    )
    numbered = _below_number(lines)
    named = numbered if {id(line) for line in told} < {id(line) for line in numbered} else told
    title = _as_headed(named or numbered or _only_line(runs), lines)
    heading = _site_heading(lines, title)
    parts = {id(line) for line in title}
    repeated = {id(line) for run in runs for line in repeats([line for line in run if id(line) not in parts], title)}
    settled: list[Line] = []
    for line in lines:
        if title and line is title[0]:
            settled.append(Line(Role.TITLE, Passage.join(tuple(part.passage for part in title))))
        elif id(line) in repeated or line is heading:
            settled.append(Line(Role.DROP, line.passage, why=HEADING))
        elif id(line) not in parts:
            settled.append(line)
    return list(_with_speaker(settled))


def _twice(lines: Sequence[Line]) -> list[Line]:
    """What reads like a title, stood above as the page's heading in as many lines, and has the note of adoption below it."""
    said: Counter[str] = Counter()
    for at, (line, below) in enumerate(pairwise(lines)):
        text = fold(line.passage.text)
        said[text] += line.role is Role.UNKNOWN
        if said[text] > 1 and line.role is Role.UNKNOWN and below.role is Role.ADOPTED and reads_like_title(text):
            start = at
            while start and lines[start - 1].role is Role.UNKNOWN and said[fold(lines[start - 1].passage.text)] > 1:
                start -= 1
            return list(lines[start : at + 1])
    return []


def _as_headed(title: list[Line], lines: Sequence[Line]) -> list[Line]:
    """The title without what stands above it, if the page's heading says so: in between may stand who issues, or the title once more."""
    begin = next((at for at, line in enumerate(lines) if title and line is title[0]), 0)
    said = [fold(line.passage.text) for line in lines[:begin] if line.role is Role.UNKNOWN]
    if folded_text(title) in "".join(said):
        return title  # the heading is broken as the title is
    above = set(said)
    for cut in range(len(title) - 1, 0, -1):
        own = folded_text(title[cut:])
        if len(own) >= SHORTEST_TITLE and (own in above or own in {fold(line.passage.text) for line in title[:cut]}):
            return title[cut:]
    return title


def _named(passage: Passage) -> list[Passage]:
    """The label of a collection of laws and the title behind it (法規名稱：水資源管理條例); who issues minutes, and when."""
    found = _LABEL.match(passage.text) or _DATED_ORGAN.fullmatch(passage.text)
    if found and found.re is _DATED_ORGAN:
        return passage.split([0, found.start("date"), len(passage.text)])
    return [passage[: found.end()], passage[found.end() :]] if found and found.end() < len(passage.text) else [passage]


def _only_line(runs: Sequence[list[Line]]) -> list[Line]:
    """Where nothing ends as titles end, the one line before the text that is nothing else: 中国的节水行动."""
    unknown = [line for run in runs for line in run]
    alone = [line for line in unknown if not _ISSUES.fullmatch(line.passage.text)]
    return alone if len(alone) == 1 and alone[0] is unknown[0] and _NAME.fullmatch(fold(alone[0].passage.text)) else []


def _below_number(lines: Sequence[Line]) -> list[Line]:
    """What stands below the number of a standard, or of a law of Macau: neither title need end as titles end."""
    for at, line in enumerate(lines):
        number = fold(line.passage.text)
        if line.role is Role.NUMBER and (_STANDARD.fullmatch(number) or _LAW_NUMBER.fullmatch(number)):
            below = dropwhile(lambda other: other.role is Role.NUMBER, lines[at:])
            named = list(takewhile(lambda other: other.role is Role.UNKNOWN and _HAN.search(other.passage.text) is not None, below))
            return named[: 1 if _LAW_NUMBER.fullmatch(number) else MOST_TITLE_LINES]
    return []


def _site_heading(lines: Sequence[Line], title: Sequence[Line]) -> Line | None:
    """The line right above the site's line of source and time, where the text has its title further down: it is the page's heading."""
    begin = next((at for at, line in enumerate(lines) if title and line is title[0]), 0)
    for line, below in pairwise(lines[:begin]):
        if line.role is Role.UNKNOWN and below.role is Role.DROP and below.why == SOURCE:
            text = fold(line.passage.text)
            named = reads_like_title(text) or len(text) >= SHORTEST_HEADING
            return line if named and not _BYLINE.search(text) else None
    return None


def _with_values(lines: Sequence[Line]) -> Iterator[Line]:
    """What stands in the line below a label of the imprint (主题词：) is left out by the same rule."""
    label: Line | None = None
    for line in lines:
        below = label is not None and line.role is Role.UNKNOWN and 0 < line.passage.line - label.passage.line <= _furthest(label)
        named = _LETTERHEAD.fullmatch(line.passage.text) if label is not None and label.why == IMPRINT else None
        is_value = label is not None and below and not named and (label.why == IMPRINT or not reads_like_title(fold(line.passage.text)))
        if label is not None and below and _LABEL.fullmatch(label.passage.text):
            own = replace(line, role=Role.TITLE)
        else:
            own = replace(line, role=Role.DROP, why=label.why) if label is not None and is_value else line
        yield own
        label = own if own.role is Role.DROP and own.why in _LABELLED and fold(own.passage.text).endswith(":") else None


def _furthest(label: Line) -> int:
    """A value stands in the line below its label; in a list with bullets there is a blank line between."""
    return 2 if label.passage.text[0] in "•·" else 1


def _with_speaker(lines: Sequence[Line]) -> Iterator[Line]:
    """Who speaks stands below the occasion, who issues above the title."""
    before: Role | None = None
    issued: Line | None = None
    titled = next((at for at, line in enumerate(lines) if line.role is Role.TITLE), -1)
    for at, line in enumerate(lines):
        text = line.passage.text
        own = line
        below = titled >= 0 and at > titled
        spaced = not below and _SPACED.fullmatch(text) is not None
        if line.role is Role.UNKNOWN and (_ISSUES if below else _LETTERHEAD).fullmatch(fold(text) if spaced else text):
            issued, before = line, Role.ISSUER
            yield from (Line(Role.ISSUER, passage) for passage in ([line.passage] if spaced else _apart(line.passage)))
            continue
        if issued and line.role is Role.UNKNOWN and not below:
            dated = form_of(text) is Role.DATE and line.passage.line == issued.passage.line
            if dated or _MASTHEAD.fullmatch(fold(text)):
                own = replace(line, role=Role.DATE if dated else Role.ISSUER)
        if own.role is Role.UNKNOWN and (before is Role.OCCASION or (below and before is Role.DATE)) and _SPEAKER.fullmatch(text):
            own = replace(line, role=Role.SPEAKER)
        if below and own.role is Role.UNKNOWN and before is Role.ISSUER and form_of(text) is Role.DATE:
            own = replace(line, role=Role.DATE)
        if below and own.role is Role.UNKNOWN and before is Role.ISSUER and fold(text) == "发布":
            own = replace(line, role=Role.ISSUER)
        if below and own.role is Role.UNKNOWN and _PROCLAIMS.fullmatch(fold(text)):
            own = replace(line, role=Role.ISSUER)
        before = own.role
        yield own


def _apart(passage: Passage) -> list[Passage]:
    """Several issuers in one line are parted by space."""
    cuts = [gap.end() for gap in re.finditer(r"\s+(?!发布$)", passage.text)]
    return passage.split([0, *cuts, len(passage.text)])


def _line(passage: Passage, crumbs: frozenset[str], hints: Hints) -> Line:
    text = passage.text
    if passage.line in hints.roles:
        return Line(hints.roles[passage.line], passage, why=PERSON)
    if _LABEL.fullmatch(text):
        return Line(Role.DROP, passage, why=COLLECTION)
    if rule := chrome_rule(text):
        return Line(Role.DROP, passage, why=rule)
    if fold(text) in crumbs:
        return Line(Role.DROP, passage, why=COLUMN)
    form = form_of(text)
    dated = form is Role.DATE and _DATED.fullmatch(fold(text))
    return Line(form if form and (form in _FORMS or dated) else Role.UNKNOWN, passage)


def _title_among(runs: Sequence[list[Line]], declared: str) -> list[Line]:
    """The declared title, else the last that reads like one: a page's heading comes before the text's."""
    for run in reversed(runs):
        for part in _stretches(run):
            if declared and folded_text(part) == fold(declared):
                return part
    found = [title for run in reversed(runs) if (title := _title_in(run))]
    if len(found) > 1 and len(found[0]) == 1 and _PROCLAIMS.fullmatch(folded_text(found[0])) and "关于" in folded_text(found[1]):
        return found[1]
    return found[0] if found else []


def _title_in(run: list[Line]) -> list[Line]:
    texts = [fold(line.passage.text) for line in run]
    about = _about(texts)
    ends = [index for index, text in enumerate(texts) if reads_like_title(text) and index >= (about or 0)]
    if about is None and not ends:
        return []
    start, end = (ends[-1] if about is None else about), (ends[-1] if ends else len(run) - 1)
    if about is None or texts[about].index("关于") < SHORTEST_ISSUER:
        while start and _ORGAN.fullmatch(texts[start - 1]):
            start -= 1
    while start and _GOES_ON.match(texts[start]):
        start -= 1
    return once(run[start : end + 1])


def _about(texts: Sequence[str]) -> int | None:
    """The line a title with 关于 in it begins with. One that has the whole title, and its number, may be the page's heading: then a later one."""
    places = [index for index, text in enumerate(texts) if "关于" in text]
    for before, after in pairwise(places):
        heading = bare_heading(texts[before])
        if not (reads_like_title(heading) and heading in "".join(texts[after:])):
            return before
    return places[-1] if places else None


def _stretches(run: list[Line]) -> Iterator[list[Line]]:
    return (run[start:end] for start in range(len(run)) for end in range(start + 1, min(start + MOST_TITLE_LINES, len(run)) + 1))
