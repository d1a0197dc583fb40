"""A small corpus of three levels in invented places: 云岭 province, 桐江 city, 松溪 county; a fourth, for the centre, to be put above."""

from __future__ import annotations

from tests.projects import Project

CENTRAL = """中央关于加快清洁水源建设的意见
(2023年12月1日通过)
为了做好水源建设,提出如下意见。
一、提高认识
保护水源是各地共同的责任。全国各地要认真对待,认真办好。
二、抓好建设
(一)加强领导。成立领导小组,统筹推进水源保护。定期研究。
(二)加强保障。设立专项资金,完善水价政策。
"""
PROVINCE = """中共云岭省委关于加快清洁水源建设的决定
(2024年1月2日通过)
为了做好水源建设,作出如下决定。
一、提高认识
保护水源是各地共同的责任。全省各级要认真对待,认真办好。
二、抓好建设
(一)加强领导。成立省领导小组,统筹推进水源保护。支持省城建设示范水厂。
(二)加强保障。健全投入机制。设立十亿元专项资金,完善水价政策。到2027年建成水库30座。
"""
CITY = """中共桐江市委关于加快清洁水源建设的决定
(2024年3月4日通过)
为了做好水源建设,作出如下决定。
一、提高认识
保护水源是各地共同的责任。全市各级要认真对待,认真办好。
二、抓好建设
(一)加强领导。成立市领导小组,统筹推进水源保护。
(二)本市特色。办好桐江水节。到2027年建成水库3座。
"""
COUNTY = (
    CITY.replace("桐江市", "松溪县")
    .replace("全市", "全县")
    .replace("市领导", "县领导")
    .replace("本市特色。办好桐江水节", "本县特色。办好松溪水节")
)
LINKS = """\
links:
- {from: p1-t1, to: p1-t1, relation: same, evidence: [[做好水源建设, 做好水源建设]]}
- {from: h1, to: h1, relation: same}
- {from: h1-p1-t1, to: h1-p1-t1, relation: same}
- {from: h1-p1-t2, to: h1-p1-t2, relation: same}
- {from: h2, to: h2, relation: same}
- {from: h2-k1, to: h2-k1, relation: same}
- {from: h2-k1-p1-t1, to: h2-k1-p1-t1, relation: same}
- {from: h2-k2-p1-t2, to: h2-k2-p1-t3, relation: adapt, evidence: [[建成水库, 建成水库]]}
none:
  LOWER: {h2-k2: open, h2-k2-p1-t1: open}
  UPPER: {h2-k2: topic, h2-k1-p1-t2: other, h2-k2-p1-t1: topic, h2-k2-p1-t2: open}
"""
TARGET = """\
- {id: note-ID, unit: UNIT, quote: 建成水库, kind: 指标, certainty: certain, text: 水库的座数。,
   target: {subject: 建成水库, value: "N", unit: 座, deadline: "2027", region: 本地}}
"""
TERM = """\
- {id: shifanshuichang, term: 示范水厂, forms: [示范水厂, 水源保护], kind: 口号, definition: 供水达标、可供别处仿效的水厂。, english: model waterworks, certainty: common}
"""


def province_and_city(project: Project) -> None:
    """云岭 above 桐江: every sentence read, a target on either side."""
    project.add("yunling", PROVINCE, level="province", place="云岭", issuer="中共云岭省委", short_title="云岭省委决定")
    project.add(
        "tongjiang", CITY, implements=["yunling"], place="桐江", issuer="中共桐江市委", short_title="桐江市委决定", date="2024-03-04"
    )
    link(project, "tongjiang", "yunling")
    target(project, "yunling", "h2-k2-p1-t3", "30")
    target(project, "tongjiang", "h2-k2-p1-t2", "3")


def add_centre(project: Project) -> None:
    """A central document above 云岭, left unread."""
    project.add("zhongyang", CENTRAL, level="central", place="全国", issuer="中央", short_title="中央意见", date="2023-12-01")
    project.add(
        "yunling", PROVINCE, implements=["zhongyang"], level="province", place="云岭", issuer="中共云岭省委", short_title="云岭省委决定"
    )


def add_county(project: Project) -> None:
    """松溪 below 桐江, read."""
    project.add(
        "songxi",
        COUNTY,
        implements=["tongjiang"],
        level="county",
        place="松溪",
        issuer="中共松溪县委",
        short_title="松溪县委决定",
        date="2024-03-04",
    )
    file = project.root / "source/songxi/links/tongjiang.yml"
    file.parent.mkdir()
    ends = ["p1-t1", "h1", "h1-p1-t1", "h1-p1-t2", "h2", "h2-k1", "h2-k1-p1-t1", "h2-k2", "h2-k2-p1-t2"]
    rows = "".join(f"- {{from: {end}, to: {end}, relation: same}}\n" for end in ends)
    file.write_text(f"links:\n{rows}none:\n  songxi: {{h2-k2-p1-t1: open}}\n  tongjiang: {{h2-k2-p1-t1: other}}\n")


def link(project: Project, lower: str, upper: str) -> None:
    file = project.root / f"source/{lower}/links/{upper}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(LINKS.replace("LOWER", lower).replace("UPPER", upper))


def target(project: Project, document: str, unit: str, number: str) -> None:
    text = TARGET.replace("ID", document).replace("UNIT", unit).replace('"N"', f'"{number}"')
    (project.root / f"source/{document}/notes.yml").write_text(text)


def term(project: Project) -> None:
    (project.root / "source/glossary.yml").write_text(TERM, encoding="utf-8")
