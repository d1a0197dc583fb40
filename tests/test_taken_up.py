"""/taken-up/: one provision of an upper document and all who carry it out, from two implementing documents on."""

from __future__ import annotations

import csv
import re
import shutil

import pytest

from duidu.render.apparatus import counterparts
from duidu.render.pages import taken_up, taken_up_places, taken_up_whole
from tests.levels import CITY, link, province_and_city
from tests.projects import Project

FOLDER = "docs/taken-up/yunling"


def add_town(project: Project, name: str, place: str, *, read: bool) -> None:
    """Another city below 云岭."""
    text = CITY.replace("桐江", place)
    project.add(name, text, implements=["yunling"], place=place, issuer=f"中共{place}市委", short_title=f"{place}市委决定")
    if read:
        link(project, name, "yunling")


@pytest.fixture
def three(project: Project) -> Project:
    """云岭 above 桐江 and 白河, which were read, and 青川, which was not."""
    province_and_city(project)
    add_town(project, "baihe", "白河", read=True)
    add_town(project, "qingchuan", "青川", read=False)
    assert project.run("build").status == 0
    return project


def build_anew(project: Project) -> None:
    """Nothing is taken from the build before: the test has changed the tool."""
    shutil.rmtree(project.root / ".duidu", ignore_errors=True)
    assert project.run("build").status == 0


def page(project: Project, name: str) -> str:
    return (project.root / f"{FOLDER}/{name}.md").read_text()


def test_with_one_implementing_document_there_are_none(project: Project) -> None:
    province_and_city(project)
    assert project.run("build").status == 0
    assert not (project.root / "docs/taken-up").exists()
    assert "taken-up/yunling" not in "".join(path.read_text() for path in (project.root / "docs").rglob("*.md"))


def test_every_headed_provision_has_a_page_and_the_document_a_matrix(three: Project) -> None:
    names = {str(path.relative_to(three.root / FOLDER)) for path in (three.root / FOLDER).rglob("*.md")}
    assert names == {"index.md", "h1.md", "h2.md", "h2-k1.md", "h2-k2.md"}


def test_a_page_has_the_words_of_every_place_marked_against_the_provision(three: Project) -> None:
    text = page(three, "h2-k1")
    assert re.findall(r'class="taker" id="(place-\w+)"', text) == ["place-baihe", "place-qingchuan", "place-tongjiang"]
    own = text[text.index('id="place-tongjiang"') :]
    assert "成立<span" in own or "<mark>" in own
    assert '<a href="../../tongjiang/2.md#h2-k1-p1-t1">二（一）第1段第1句</a>' in own
    assert "仅省（专指他地或上级事项）：第1段第2句。" in own


def test_what_nobody_has_read_is_said_to_be_so_and_gets_no_closeness(three: Project) -> None:
    text = page(three, "h2-k1")
    unread = text[text.index('id="place-qingchuan"') : text.index('id="place-tongjiang"')]
    assert "自动匹配，未判读" in unread
    assert not re.search(r"同文|落实</b>|仅省|data-k", unread)
    order = text[text.index("{#closest}") :]
    assert re.findall(r">(\w+)市委决定</a>", order) == ["白河", "桐江", "青川"]
    assert "接近度" not in next(line for line in order.splitlines() if "青川" in line)


def test_the_closest_place_leads_the_second_list(three: Project) -> None:
    file = three.root / "source/baihe/links/yunling.yml"
    file.write_text(file.read_text().replace("from: h2-k1, to: h2-k1, relation: same", "from: h2-k1, to: h2-k1, relation: echo"))
    assert three.run("build").status == 0
    text = page(three, "h2-k1")
    order = text[text.index("{#closest}") :]
    assert re.findall(r">(\w+)市委决定</a>", order) == ["桐江", "白河", "青川"]
    assert [int(score) for score in re.findall(r'data-k="(\d+)"', text)] == [42, 67], "in the corpus's order, with what scripts sort by"


def marks(project: Project, name: str, place: str) -> list[str]:
    """The marks of a place in the table of a provision, in the order of its sentences."""
    text = page(project, name)
    table = text[text.index('<table class="takers"') : text.index("{#places}")]
    row = next(line for line in table.splitlines() if f">{place}</a>" in line)
    return re.findall(r"<td>(?:<b[^>]*>)?(.)", row)


def test_the_table_of_a_provision_has_a_mark_for_every_sentence_and_place(three: Project) -> None:
    assert marks(three, "h2-k1", "桐江") == ["同", "同", "仅"]  # 省领导小组 and 市领导小组 differ by the level alone
    assert marks(three, "h2-k2", "桐江") == ["仅", "仅", "仅", "落"]
    assert set(marks(three, "h2-k2", "青川")) <= {"?", "·"}


def test_where_nobody_has_read_anything_nothing_is_counted(project: Project) -> None:
    province_and_city(project)
    (project.root / "source/tongjiang/links/yunling.yml").unlink()
    add_town(project, "baihe", "白河", read=False)
    assert project.run("build").status == 0
    listed = page(project, "index").partition("{#provisions}")[2]
    assert listed.count("未判读") == 4
    assert "有同文、部分同文或落实" not in listed


def test_the_matrix_counts_what_was_read_and_leads_to_the_place(three: Project) -> None:
    row = next(line for line in page(three, "index").splitlines() if "tongjiang/yunling" in line and "<tr" in line)
    assert re.search(r'<a href="h2-k1\.md#place-tongjiang"[^>]*>2</a>', row)
    unread = next(line for line in page(three, "index").splitlines() if "qingchuan/yunling" in line and "<tr" in line)
    assert re.search(r'<a href="h1\.md#place-qingchuan"[^>]*>\(\d\)</a>', unread)


def test_the_table_has_every_sentence_by_every_document(three: Project) -> None:
    with (three.root / "docs/data/yunling/taken-up.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["下级文件"] for row in rows if row["上级句段"] == "yunling#h2-k1-p1-t2"} == {"桐江市委决定", "白河市委决定", "青川市委决定"}
    found = {row["下级文件"]: row["关系"] for row in rows if row["上级句段"] == "yunling#h1"}
    assert found == {"桐江市委决定": "同文", "白河市委决定": "同文", "青川市委决定": "自动匹配，未判读"}


@pytest.mark.parametrize("name", ["yunling/index", "yunling/2", "compare/index", "compare/tongjiang/yunling/index"])
def test_it_is_reached_from_the_document_the_provision_and_the_comparison(three: Project, name: str) -> None:
    assert "taken-up/yunling/" in (three.root / f"docs/{name}.md").read_text()


def test_places_that_do_not_fit_stand_on_further_pages(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_up_places, "ROOM", 100)
    monkeypatch.setattr(taken_up_whole, "ROOM", 100)
    build_anew(three)
    names = {str(path.relative_to(three.root / FOLDER)) for path in (three.root / FOLDER).rglob("h2-k1*.md")}
    assert names == {"h2-k1.md"}
    assert {path.name for path in (three.root / FOLDER / "h2-k1").iterdir()} == {"2.md", "3.md"}
    assert 'id="place-qingchuan"' in page(three, "h2-k1/2")
    assert '"../../../tongjiang/2.md#h2-k1-p1-t1"' in page(three, "h2-k1/3")
    assert "h2-k1/2.md#place-qingchuan" in page(three, "h2-k1")
    assert re.findall(r'<nav class="parts" aria-label="([^"]+)"', page(three, "h2-k1")) == ["各页", "各页（页末）"]
    first = page(three, "h2-k1")
    assert first.count('<th scope="row">') < page(three, "h2-k1").count("市委决定"), "the table has the places of its own page alone"
    assert {path.name for path in (three.root / FOLDER).glob("all-*.md")} == {"all-2.md", "all-3.md"}, "so has the matrix of all provisions"


def test_a_page_is_no_longer_than_a_phone_shows_in_forty_screens(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_up_places, "HEIGHT", 500)
    build_anew(three)
    assert {path.name for path in (three.root / FOLDER / "h2-k1").iterdir()} == {"2.md", "3.md"}


def test_a_place_shows_few_rows_and_folds_the_others(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_up_places, "FEW", 1)
    build_anew(three)
    own = page(three, "h1").partition('id="place-tongjiang"')[2]
    shown, folded = own.split('<details class="rest"><summary>其余 2 处</summary>')
    assert re.findall(r'data-u="([\w-]+)"', shown) == ["h1"]
    assert re.findall(r'<tr data-r="\w+" data-u="([\w-]+)"', folded) == ["h1-p1-t1", "h1-p1-t2"]


def test_a_single_row_is_not_folded(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_up_places, "FEW", 2)
    build_anew(three)
    assert "<details" not in page(three, "h1").partition('id="place-tongjiang"')[2]


def test_a_reading_page_shows_few_counterparts_and_counts_the_others(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterparts, "FEW", 2)
    build_anew(three)
    text = (three.root / "docs/yunling/1.md").read_text()
    block = text[text.index("{: #h1-p1 }") :]
    assert block.count('<details class="row cp"') == 2
    assert re.search(r'另有 \d+ 条对应，见<a href="\.\./taken-up/yunling/h1\.md">谁在落实</a>', block)
    assert "另有" not in (three.root / "docs/tongjiang/1.md").read_text()


def test_the_closest_counterparts_stand_beside_the_text(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterparts, "FEW", 1)
    file = three.root / "source/baihe/links/yunling.yml"
    file.write_text(file.read_text().replace("from: h2-k1, to: h2-k1, relation: same", "from: h2-k1, to: h2-k1, relation: echo"))
    build_anew(three)
    text = (three.root / "docs/yunling/2.md").read_text()
    block = text[text.index('id="aids-h2-k1"') :]
    assert re.findall(r'id="link-(\w+)-h2-k1-h2-k1"', block) == ["tongjiang"], "not 白河, which comes first in the corpus"


def test_a_long_list_by_closeness_has_pages_of_its_own(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_up, "LISTED", 2)
    monkeypatch.setattr(taken_up, "LINES", 2)
    build_anew(three)
    assert "{#closest}" not in page(three, "h2-k1")
    assert 'href="h2-k1/closest.md"' in page(three, "h2-k1")
    assert page(three, "h2-k1/closest").count("<li>") == 2
    assert '<ol class="closest" start="3">' in page(three, "h2-k1/closest-2")


def test_order_and_filter_are_links(three: Project) -> None:
    tools = page(three, "h2-k1").partition('<nav class="chips"')[2].partition("</nav>")[0]
    assert 'href="#places" class="chip sort" data-s=""' in tools
    assert 'href="#closest" class="chip sort" data-s="closeness"' in tools
    assert 'href="?show=same" class="chip" data-r="same"' in tools


def test_the_search_knows_the_pages_by_name(three: Project) -> None:
    files = "".join(file.read_text() for file in (three.root / "docs/search").iterdir())
    assert files.count('["云岭省委决定二（一）：谁在落实","加强领导。","taken-up/yunling/h2-k1/"]') == 1
