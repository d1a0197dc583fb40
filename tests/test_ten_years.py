"""Ten years and more of one document: whatever happens to its text, every address ever published leads to the right place or says what happened."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from duidu.text.fold import fold
from tests.projects import Project
from tests.some import some

TEXT = """中共某市委关于加快水源建设的决定
(2014年1月2日某市委全体会议通过)
为了做好水源建设,作出如下决定。
一、提高认识
保护水源是各地共同的责任。各级各部门要认真对待,抓好落实。
水源保护关系千家万户,任何人不得污染水源。
二、抓好建设
(一)加强领导。成立领导小组,统筹推进水源保护。每年听取一次汇报。
(二)加强保障。设立专项资金。完善水价政策。
(三)加强监测。在主要河流设立监测站点,按月公布水质。
三、做好宣传
办好水源保护宣传周。学校开设节水课程。
"""
MONITORING = "(三)加强监测。在主要河流设立监测站点,按月公布水质。\n"
NOTICE = """中共某市委关于印发《中共某市委关于加快水源建设的决定》的通知
各区委:
现将《中共某市委关于加快水源建设的决定》印发给你们,请认真贯彻执行。
中共某市委
2022年5月6日
"""


@dataclass(frozen=True)
class Year:
    """What happens to the text, and what a person does about it besides ``accept``."""

    name: str
    edits: tuple[tuple[str, str], ...]
    retired: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    """Addresses that stay and whose words are others from now on."""
    gone: dict[str, str] = field(default_factory=dict)
    """Address → what replaced it, "-" for nothing."""
    restored: str = ""
    """The address whose third column is emptied, as the build asks for (ANC005)."""


YEARS = (
    Year(
        "a paragraph is inserted",
        (("任何人不得污染水源。\n", "任何人不得污染水源。\n每一位居民都有权举报污染水源的行为。\n"),),
        new=frozenset({"h1-p2a", "h1-p2a-t1"}),
    ),
    Year(
        "a sentence is split",
        (("成立领导小组,统筹", "成立领导小组。统筹"),),
        new=frozenset({"h2-k1-p1-t0a"}),
        changed=frozenset({"h2-k1-p1", "h2-k1-p1-t1"}),
    ),
    Year(
        "two sentences are merged",
        (("专项资金。完善", "专项资金,完善"),),
        retired=(("h2-k2-p1-t1", "--by", "h2-k2-p1-t2"),),
        changed=frozenset({"h2-k2-p1", "h2-k2-p1-t2"}),
        gone={"h2-k2-p1-t1": "h2-k2-p1-t2"},
    ),
    Year("an item moves to another section", ((MONITORING, ""), ("节水课程。\n", "节水课程。\n" + MONITORING.replace("三", "一")))),
    Year(
        "a section comes between and the others are renumbered",
        (("二、抓好", "二、健全制度\n实行取水许可制度,规范取水行为。\n三、抓好"), ("三、做好宣传", "四、做好宣传")),
        new=frozenset({"h1a", "h1a-p1", "h1a-p1-t1"}),
    ),
    Year(
        "a sentence is deleted",
        (("每年听取一次汇报。", ""),),
        retired=(("h2-k1-p1-t2",),),
        changed=frozenset({"h2-k1-p1"}),
        gone={"h2-k1-p1-t2": "-"},
    ),
    Year(
        "a paragraph is replaced by another",
        (("每一位居民都有权举报污染水源的行为。", "设立热线电话,受理群众来信来访。"),),
        retired=(("h1-p2a", "--by", "h1-p2b"),),
        new=frozenset({"h1-p2b", "h1-p2b-t1"}),
        gone={"h1-p2a": "h1-p2b", "h1-p2a-t1": "h1-p2b"},
    ),
    Year(
        "it becomes an annex of a notice that issues it",
        (("中共某市委关于加快水源建设的决定\n(", NOTICE + "中共某市委关于加快水源建设的决定\n("),),
        title=NOTICE.partition("\n")[0],
        new=frozenset({"titlea", "addresseea", "p0a", "p0a-t1", "signaturea", "datea", "w2"}),
    ),
    Year("half-width marks become full-width ones", ((",", "，"), ("(", "（"), (")", "）"), (":", "："))),
    Year(
        "the deleted sentence comes back",
        (("统筹推进水源保护。", "统筹推进水源保护。每年听取一次汇报。"),),
        changed=frozenset({"h2-k1-p1"}),
        restored="h2-k1-p1-t2",
    ),
    Year(
        "it is split: a section becomes an annex with a title of its own",
        (("四、做好宣传", "附件\n水源保护宣传工作安排\n一、做好宣传"),),
        new=frozenset({"x1"}),
    ),
)


GONE = {anchor: by for year in YEARS for anchor, by in year.gone.items()}
for _year in YEARS:
    GONE.pop(_year.restored, None)


def rows(project: Project) -> dict[str, tuple[str, str]]:
    """Address → the words it stands for, and what replaced it."""
    lines = (project.root / "source/mou/anchors.tsv").read_text().splitlines()
    return {anchor: (words, by) for anchor, words, by in (line.split("\t") for line in lines)}


def lived(project: Project, year: Year) -> None:
    file = project.root / "source/mou/text.txt"
    text = file.read_text()
    for old, new in year.edits:
        assert old in text, (year.name, old)
        text = text.replace(old, new)
    file.write_text(text)
    if year.title:
        settings = project.root / "source/mou/document.yml"
        settings.write_text(re.sub(r"^title: .*", f"title: {year.title}", settings.read_text(), count=1, flags=re.MULTILINE))
    if year.restored:
        assert "ANC005" in project.run("accept", "mou").err
        registry = project.root / "source/mou/anchors.tsv"
        registry.write_text(re.sub(rf"^({year.restored}\t.*\t).*", r"\1", registry.read_text(), flags=re.MULTILINE))
    for call in year.retired:
        assert project.run("retire", "mou", *call).status == 0
    accepted = project.run("accept", "mou")
    assert (accepted.status, accepted.err) == (0, ""), year.name
    built = project.run("build")
    assert (built.status, built.err) == (0, ""), year.name


@dataclass(frozen=True)
class Past:
    """The project after ten years, and its addresses after each."""

    project: Project
    states: tuple[dict[str, tuple[str, str]], ...]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    project = Project(tmp_path_factory.mktemp("years"))
    project.add("mou", TEXT)
    assert project.run("build").status == 0
    states = [rows(project)]
    for year in YEARS:
        lived(project, year)
        states.append(rows(project))
    return Past(project, tuple(states))


def test_it_is_ten_years_and_one_more(past: Past) -> None:
    assert len(YEARS) == 11
    assert (len(past.states[0]), len(past.states[-1])) == (26, 42)


@pytest.mark.parametrize("number", range(len(YEARS)), ids=[year.name for year in YEARS])
def test_each_year_changes_the_addresses_it_should_and_no_others(past: Past, number: int) -> None:
    year, before, after = YEARS[number], past.states[number], past.states[number + 1]
    assert set(after) == set(before) | year.new  # none is ever taken away
    changed = {anchor for anchor in before if before[anchor][0] != after[anchor][0] and anchor not in year.gone}
    assert changed == year.changed
    assert {anchor: by for anchor, (_, by) in after.items() if by and not before.get(anchor, ("", ""))[1]} == year.gone


def test_every_address_ever_published_stands_on_the_full_page_once(past: Past) -> None:
    page = (past.project.root / "docs/mou/full.md").read_text()
    ids = re.findall(r'(?<= id=")[^"]+(?=")|(?<=\{#)[\w-]+|(?<=\{: #)[\w-]+', page)
    for anchor in some(past.states[-1]):
        assert ids.count(anchor) == 1, anchor


def test_an_address_whose_words_stand_leads_to_them(past: Past) -> None:
    units = json.loads((past.project.root / "docs/data/mou/units.json").read_text())
    today = {unit["anchor"]: fold(unit["text"]) for unit in units}
    reworded = frozenset().union(*(year.changed for year in YEARS))
    for anchor, (words, _) in some(past.states[0].items()):
        if anchor not in reworded and not past.states[-1][anchor][1]:
            assert today[anchor] == fold(words), anchor


def test_an_address_whose_words_are_gone_says_so_and_names_the_place(past: Past) -> None:
    page = (past.project.root / "docs/mou/full.md").read_text()
    for anchor, by in GONE.items():
        said = re.search(rf'<div class="aid retired" id="{anchor}" role="note">(.*?)</div>', page)
        assert said, anchor
        assert ("已不存在" in said[1]) if by == "-" else (f'href="#{by}"' in said[1]), anchor


def test_the_page_that_looks_addresses_up_knows_them_too(past: Past) -> None:
    jump = (past.project.root / "docs/search/g0.js").read_text()
    for anchor, by in GONE.items():
        if by != "-":
            assert f'"{anchor}": "{by}"' in jump or f'"{anchor}":"{by}"' in jump, anchor


@pytest.mark.parametrize("many", [1000, pytest.param(10_000, marks=pytest.mark.full)])
def test_many_old_addresses_cost_no_more_than_their_lines(past: Past, tmp_path: Path, many: int) -> None:
    """Pages grow by one note for each, on the page that it leads to and on the full page, and by nothing else that a reader loads;
    nothing is gone through once for each of them.
    """
    project = Project(tmp_path)
    project.add("mou", TEXT)
    assert project.run("build").status == 0
    registry = tmp_path / "source/mou/anchors.tsv"
    before = sizes(tmp_path)
    old = "".join(
        f"h{10 + n // 100}-k{1 + n % 100 // 10}-p{1 + n % 10}\t第{n}条旧的规定。\t{'h3-p1-t1' if n % 2 else '-'}\n" for n in range(many)
    )
    registry.write_text(registry.read_text() + old)
    assert project.run("build").status == 0
    grown = {path: size - before.get(path, 0) for path, size in sizes(tmp_path).items() if size - before.get(path, 0) > 100}
    assert grown.keys() == {"docs/mou/3.md", "docs/mou/full.md", "docs/search/g0.js"}
    assert sum(grown.values()) < 300 * many
    assert past.project.run("build", "--check").status == 0


def sizes(root: Path) -> dict[str, int]:
    return {str(file.relative_to(root)): file.stat().st_size for file in (root / "docs").rglob("*") if file.is_file()}
