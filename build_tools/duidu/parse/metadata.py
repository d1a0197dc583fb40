"""A parsed text → what it says of itself: date of adoption, issuer, place, level; and what is doubtful about it.

Only what is sure is recognised: the value, and the line that says so. What is not is left for a person to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ..model.passage import Passage, Span
from ..model.records import Kind, Outline, Unit
from ..text.excerpt import shortened
from ..text.fold import fold
from ..text.pinyin import syllables
from ..text.typography import display
from .closing import is_signer
from .dates import DATE, dates_of, parsed_date
from .forms import EDITIONS, HONG_KONG_NUMBER, STANDARD_NUMBER, TITLE_ENDINGS
from .organs import CAPITALS, ENDS, bare, level_of, owner_of, place_of, places

NOTHING: Mapping[str, str] = MappingProxyType({})
LONGEST_SHORT_TITLE = 20

_HELD = re.compile(
    r"(?:会议|會議)?(?:时间|時間):|.{0,4}\d{4}年\d{1,2}月\d{1,2}日[^。]{0,60}(?:主持|召开|召開|举行|舉行)|[〇零一二三四五六七八九\d]{4}年.{1,8}日通過。$"
)
"""What says when a meeting was held, or a law of Macau passed."""
_ENACTS = re.compile(r"(立法會|行政長官|[\u3400-\u9fff]{2,8}司司長)(?:根據|行使|經)")
"""Who makes laws, regulations and orders in Macau says so first: 立法會根據《澳門特別行政區基本法》……."""
MACAU = "澳門特別行政區"
_ENACTED = re.compile(r"由(?:香港特別行政區)?(立法[會局]|行政長官(?:會同行政會議)?|[\u3400-\u9fff]{2,10}局局長)[^。]{0,30}?(?:制定|訂立)")
"""Who has made an ordinance of Hong Kong or what is made under it: 由立法會制定."""
_CHAPTER = re.compile(rf"\(?{HONG_KONG_NUMBER}\)?")
HONG_KONG = "香港特別行政區"
_PARTY = re.compile(
    r"(?:甲方|发包[人方]|采购[人方]|出租[人方]|转让[人方]|委托[人方]|用人单位|出让[人方])(?:\([^()]{1,12}\))?:([^_:;,。]{3,40})"
)
"""Who offers a contract, folded."""
_ISSUED = re.compile(r"(.+?)(?:关于|印发|转发|批转)")
_ORDERED = re.compile(r"(.+?)(?:令|公告|通告)")
"""An order is called by who gives it: 中华人民共和国交通运输部令."""
_MINUTES = re.compile(r"(.+?(?:政府|委员会|[委会厅局院]|公司))(?:党组)?(?:第.{1,8}次)?(?:常务|全体|办公|专题|扩大)?会议纪要")
"""So are minutes: 石州市人民政府常务会议纪要."""
_OFFICER = re.compile(r"[\u3400-\u9fff]{0,12}(?:[部局厅省市州县区行署院]\s*长|主\s*[席任]|总\s*理|检察长)\s*[\u3400-\u9fff·]{2,4}")
_ORGAN = re.compile(rf".*(?:[{ENDS}]|中央|党组|办公室)")
_SESSION = re.compile(r"(?:中国共产党|中共)?(.{2,24}?)第?[一二三四五六七八九十]+届(人民代表大会常务委员会|人民代表大会|委员会|人大常委会)?")
_PROMULGATED = re.compile(r"日([\u3400-\u9fff]{2,24}?)(?:发布|印发|公布)\)?$")
"""Who has published a rule that its meeting approved: （2023年5月6日……会议审议批准　2023年5月10日中共某市委发布）."""
_NATION = re.compile(r"(?:^|届|日)(全国人民代表大会(?:常务委员会)?|国务院)(?:第|令|常务|通过|公布|$)")
_NUMBERED = re.compile(STANDARD_NUMBER)
_EDITION = re.compile(rf"[(（](?:{EDITIONS})[)）]$")
_CUT = {"中国共产党": "", "中共": "", "人民代表大会常务委员会": "人大常委会", "人民政府": "政府"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A value, and the line that says so (0 where it follows from another value, or stands beside the text: ``source``)."""

    value: str
    line: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """For a person to look at: the line, the words, and the value that settles it where a person gives it, "" if none does."""

    line: int
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a text says of itself; None where it is not sure."""

    title: Finding | None
    date: Finding | None
    issuer: Finding | None
    place: Finding | None
    level: Finding | None
    short_title: Finding | None
    doubts: tuple[Doubt, ...]


BESIDE = "文件所附的信息"
"""Where a value stands that is beside the text: in a site's table of data, in front matter."""


def recognise(parsed: Outline, given_issuer: str = "", said: Mapping[str, str] = NOTHING, supplied: str = "") -> Recognised:
    """Read title, adoption note, signature and date of a parsed text.

    An issuer that a person gave says place and level as well; it has line 0. ``said`` is what the file says beside the
    text, ``supplied`` a title that stands nowhere in it.
    """
    title, adopted, signature, dated = (parsed.first(kind) for kind in (Kind.TITLE, Kind.ADOPTED, Kind.SIGNATURE, Kind.DATE))
    if title is None and supplied:
        title = Unit(Kind.TITLE, Passage((Span(0, 1, supplied),)))
    given = Finding(given_issuer, 0) if given_issuer else None
    issuer = (
        given
        or _issuer(title, adopted, signature)
        or _beside(said, "issuer")
        or _enacting(parsed)
        or _enacted(parsed)
        or _letterhead(parsed)
        or _party(parsed)
    )
    named = issuer.value if issuer else title.text if title else ""
    where = issuer.line if issuer else title.line if title else 0
    place, level = place_of(named), level_of(named)
    if not (place and level) and (standard := _standard(parsed)):
        where, (place, level) = standard[0], ((place or standard[1]), (level or standard[2]))
    return Recognised(
        Finding(display(closed_up(title.text)), title.line) if title else None,
        _date(adopted) or _date(dated) or _date_beside(said) or _date_in(parsed) or _date_of_what_is_issued(parsed),
        issuer,
        Finding(place, where) if place else None,
        Finding(level, where) if level else None,
        _short_title(title, issuer),
        tuple(sorted(_doubts(adopted, dated, signature, issuer, named, where))),
    )


def closed_up(title: str) -> str:
    """A title without the white space that only spaces out its characters: 通　知; that between two issuers stays.

    >>> closed_up("中共某省委 某省人民政府关于某事的通　　知")
    '中共某省委 某省人民政府关于某事的通知'
    """
    words = title.split()
    closed = words[0] if words else ""
    for before, word in pairwise(words):
        closed += word if 1 in (len(before), len(word)) else f" {word}"
    return closed


LONGEST_INITIALS = 12


def proposed_id(place: str, day: str, title: str = "") -> str:
    """``mianyang-2024`` for 绵阳 and 2024-07-01; with the initials of the title where there is no place, without a year where there is no date.

    >>> proposed_id("", "", "中华人民共和国刑法"), proposed_id("绵阳", "", "某办法"), proposed_id("", "", "")
    ('zhrmghgxf', 'mianyang', '')
    """
    sounds = "".join(syllables(place, others="ignore")).replace("ü", "v")
    sounds = sounds or "".join(syllables(title, "FIRST_LETTER", "ignore"))[:LONGEST_INITIALS].lower()
    sounds = "".join(char for char in sounds if char.isascii() and char.isalnum())
    return f"{sounds}-{day[:4]}" if sounds and day else sounds


def _date(unit: Unit | None) -> Finding | None:
    found = parsed_date(unit.text) if unit else ""
    return Finding(found, unit.line) if unit and found else None


def _beside(said: Mapping[str, str], key: str) -> Finding | None:
    return Finding(said[key], 0, BESIDE) if said.get(key) else None


def _date_beside(said: Mapping[str, str]) -> Finding | None:
    words = said.get("date", "")
    iso = re.match(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words)
    found = parsed_date(f"{iso[1]}年{iso[2]}月{iso[3]}日" if iso else words)
    return Finding(found, 0, BESIDE) if found else None


def _date_in(parsed: Outline) -> Finding | None:
    """The first date in a line of its own before the text, as statutes have it: 1979年7月1日 第五届全国人民代表大会第二次会议通过."""
    for unit in parsed.units:
        held = unit.kind is Kind.PARAGRAPH and _HELD.match(fold(unit.text))
        if (held or unit.kind in (Kind.ADOPTED, Kind.DATE, Kind.OCCASION)) and (found := parsed_date(unit.text)):
            return Finding(found, unit.line)
    return None


def _issuer(title: Unit | None, adopted: Unit | None, signature: Unit | None) -> Finding | None:
    """Who the title names before 关于; else who the adoption note says has passed it; else who signed."""
    if (
        title
        and (match := _ISSUED.match(title.text) or _ORDERED.fullmatch(title.text) or _MINUTES.fullmatch(title.text))
        and _ORGAN.fullmatch(fold(match[1]))
    ):
        return Finding(match[1].strip(), title.line)
    if adopted and (organ := _session(adopted.text)):
        return Finding(organ, adopted.line)
    if adopted and (named := _PROMULGATED.search(fold(adopted.text))) and _ORGAN.fullmatch(named[1]):
        return Finding(named[1], adopted.line)
    if signature and _ORGAN.fullmatch(fold(signature.text)):
        return Finding(display(signature.text), signature.line)
    return None


def _letterhead(parsed: Outline) -> Finding | None:
    """Who stands above or below the title: 石州市人民政府 / 会议纪要."""
    named = ((fold(unit.text).removesuffix("文件").removesuffix("发布"), unit.line) for unit in parsed.units if unit.kind is Kind.ISSUER)
    return next((Finding(name, line) for name, line in named if _ORGAN.fullmatch(name)), None)


def _enacting(parsed: Outline) -> Finding | None:
    """The organ of Macau that says in its first paragraph that it makes the law."""
    first = next((unit for unit in parsed.units if unit.kind is Kind.PARAGRAPH), None)
    found = _ENACTS.match(fold(first.text)) if first else None
    named = any(MACAU in unit.text for unit in parsed.units if unit.kind in (Kind.PARAGRAPH, Kind.ISSUER, Kind.TITLE))
    return Finding(MACAU + found[1], first.line) if first and found and named else None


def _enacted(parsed: Outline) -> Finding | None:
    """The organ of Hong Kong that made an ordinance, where a line says so and its number is that of a chapter of the laws."""
    if not any(unit.kind is Kind.NUMBER and _CHAPTER.fullmatch(fold(unit.text)) for unit in parsed.units):
        return None
    lines = ((_ENACTED.search(fold(unit.text)), unit.line) for unit in parsed.walk() if unit.kind in (Kind.PARAGRAPH, Kind.ADOPTED))
    return next((Finding(HONG_KONG + found[1], line) for found, line in lines if found), None)


def _standard(parsed: Outline) -> tuple[int, str, str] | None:
    """Whose a standard is: the line that says so, place and level. Its cover names them, or its number does."""
    for unit in parsed.units:
        if unit.kind is Kind.ISSUER and fold(unit.text).endswith("标准") and level_of(fold(unit.text)):
            return unit.line, place_of(fold(unit.text)), level_of(fold(unit.text))
        if unit.kind is Kind.NUMBER and (number := _NUMBERED.fullmatch(fold(unit.text))) and any(owner_of(number["code"])):
            return unit.line, *owner_of(number["code"])
    return None


def _party(parsed: Outline) -> Finding | None:
    """The party that offers a contract."""
    named = ((_PARTY.match(fold(unit.text)), unit.line) for unit in parsed.units if unit.kind is Kind.PARAGRAPH)
    return next((Finding(found[1], line) for found, line in named if found), None)


def _date_of_what_is_issued(parsed: Outline) -> Finding | None:
    """Where a report of the news stands above what is issued, that text's own: （2020年3月1日中共中央发布）."""
    issued = next((unit for unit in parsed.units if unit.kind is Kind.COMPONENT), None)
    noted = (unit for unit in (issued.children if issued else ()) if unit.kind in (Kind.ADOPTED, Kind.DATE))
    return next((found for unit in noted if (found := _date(unit))), None)


def _session(note: str) -> str:
    """中共四川省委 for (2024年…中国共产党四川省第十二届委员会第五次全体会议通过)."""
    text = DATE.sub("", fold(note)).strip("()")
    if nation := _NATION.search(text):
        return nation[1]
    match = _SESSION.match(text)
    if not match or not places(match[1]):
        return ""
    party = text.startswith(("中国共产党", "中共"))
    return f"中共{match[1].removesuffix('委')}委" if party else match[1] + (match[2] or "")


def _short_title(title: Unit | None, issuer: Finding | None) -> Finding | None:
    """遂宁市委决定: issuer and kind of document. A law is called by its title; a title too long for that is cut."""
    if not title:
        return None
    text = _EDITION.sub("", title.text)
    whole = display(closed_up(title.text))
    if (issuer is None or issuer.line != title.line) and 2 <= len(whole) <= LONGEST_SHORT_TITLE:
        return Finding(whole)
    kind = next((ending for ending in TITLE_ENDINGS if fold(text).endswith(ending)), "")
    if issuer is not None and kind:
        first = issuer.value.split()[0]
        above = "".join(places(bare(first))[:-1])
        short = _shortened(bare(first).removeprefix(above)) + kind
        if len(short) <= LONGEST_SHORT_TITLE:
            return Finding(short)
    return Finding(shortened(whole, LONGEST_SHORT_TITLE)) if len(whole) >= 2 else None


def _shortened(name: str) -> str:
    for long, short in _CUT.items():
        name = name.replace(long, short)
    return name


def _doubts(
    adopted: Unit | None, dated: Unit | None, signature: Unit | None, issuer: Finding | None, named: str, where: int
) -> Iterator[Doubt]:
    if adopted and len(set(dates_of(adopted.text))) > 1:
        yield Doubt(adopted.line, "通过说明里不止一个日期，取了第一个")
    if adopted and not parsed_date(adopted.text):
        yield Doubt(adopted.line, "通过说明里没有完整的年月日")
    if adopted and dated and parsed_date(dated.text) and parsed_date(adopted.text) not in ("", parsed_date(dated.text)):
        yield Doubt(dated.line, "落款的日期与通过的日期不同，取了通过的日期")
    signed = signature is not None and not _OFFICER.fullmatch(signature.text) and not is_signer(signature.text)
    if signature and signed and issuer and fold(bare(signature.text)) not in fold(issuer.value):
        yield Doubt(signature.line, f"署名“{display(signature.text)}”与题名里的发文机关不同")
    if issuer and len(issuer.value.split()) > 1:
        yield Doubt(issuer.line, "发文机关不止一个，层级、地名和简称都按第一个")
    steps = places(bare(named))
    if len(steps) == 1 and steps[0].endswith("市") and steps[0] not in CAPITALS:
        yield Doubt(where, f"“{steps[0]}”当作地级市；若是县级市，把 level 改为 county", "level")
    if adopted and issuer and (passed := place_of(_session(adopted.text))) and passed != place_of(issuer.value):
        yield Doubt(adopted.line, f"通过说明里的地名是“{passed}”，与题名里的不同")
