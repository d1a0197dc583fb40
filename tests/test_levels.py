"""Three levels in invented places: what each page calls them, and that nothing is said of a pair that nobody has read."""

from __future__ import annotations

import json
import re

import pytest

from tests.levels import add_centre, add_county, province_and_city
from tests.projects import Project
from tests.some import some

RELATIONS = "同文|落实|呼应"
SAID_OF_READ = re.compile(rf"{RELATIONS}|仅见于|仅中央|仅省|段首语|专指他地|未见|已判读|占句|\d%|空白|没有对应")
"""What may only be said of a pair that somebody has read."""
WHAT_A_SITE_OF_SICHUAN_SAYS = re.compile(r"四川|遂宁|省市|本市新增|未见承接|人判读|人工")


@pytest.fixture
def chain(project: Project) -> Project:
    """云岭 › 桐江, read to the end, and a central document above that nobody has read."""
    province_and_city(project)
    add_centre(project)
    for document in ("yunling", "tongjiang"):
        assert project.run("confirm", document).status == 0
    result = project.run("build")
    assert (result.status, result.err) == (0, "")
    return project


def pages(project: Project, folder: str = "") -> dict[str, str]:
    """The generated pages below a folder of docs/, without front matter."""
    found = {str(path.relative_to(project.root / "docs")): path.read_text() for path in (project.root / "docs" / folder).rglob("*.md")}
    return {name: text for name, text in found.items() if not name.startswith("guide/")}


def editorial(page: str) -> str:
    """What the page says of the texts: without the official words it quotes."""
    return re.sub(r'<span class="t">.*?</span></td>|<blockquote>.*?</blockquote>|<p class="lead">.*?</p>', "", page)


def test_of_a_pair_that_nobody_read_no_page_says_more_than_that(chain: Project) -> None:
    found = pages(chain, "compare/yunling/zhongyang")
    assert found.keys() == {f"compare/yunling/zhongyang/{name}.md" for name in ("index", "by-yunling", "by-zhongyang", "lists")}
    for name, page in found.items():
        assert "未判读" in page, name
        assert SAID_OF_READ.findall(editorial(page)) == [], name
        assert "<svg" not in page, name
        assert 'class="rel same' not in page, name
        assert 'class="bar' not in page, name


def test_its_counterparts_beside_the_text_say_so_one_by_one(chain: Project) -> None:
    for page in pages(chain, "zhongyang").values():
        assert SAID_OF_READ.findall(editorial(page)) == []
    page = (chain.root / "docs/zhongyang/1.md").read_text()
    assert page.count('<b class="rel auto">自动匹配，未判读 ') == page.count('class="row cp"') > 0
    of_province = (chain.root / "docs/yunling/1.md").read_text()
    upwards = re.findall(r'id="link-zhongyang-.*?</summary>', of_province, re.DOTALL)
    assert upwards
    assert all('<b class="rel auto">自动匹配，未判读 ' in one for one in upwards)


def test_machines_are_told_only_what_was_read(chain: Project) -> None:
    landing = (chain.root / "docs/yunling/index.md").read_text()
    described = json.loads(landing.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert described["legislationApplies"][0]["legislationIdentifier"] == "zhongyang"
    assert "hasPart" not in described
    assert '"hasPart"' in (chain.root / "docs/tongjiang/index.md").read_text()


def test_the_picture_of_the_home_page_is_of_the_pair_that_was_read(chain: Project) -> None:
    home = (chain.root / "docs/index.md").read_text()
    assert '## 中共桐江市委怎样落实<span class="whole">云岭省委决定</span>' in home
    assert home.count('<figure class="flow"') == 1
    assert (
        '<svg viewBox="0 0 100 1000" preserveAspectRatio="none" role="img" aria-label="云岭省委决定与桐江市委决定各部分之间的对应">' in home
    )
    (row,) = (
        line for line in home.splitlines() if line.startswith('<tr><td><a href="compare/yunling/zhongyang/index.md">云岭省委决定</a>')
    )
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row)[:8] == ["中央意见", "未判读", "—", "—", "—", "—", "—", "—"]


def test_where_no_pair_was_read_the_home_page_has_no_picture_and_says_so(project: Project) -> None:
    province_and_city(project)
    (project.root / "source/tongjiang/links/yunling.yml").unlink()
    assert project.run("build").status == 0
    home = (project.root / "docs/index.md").read_text()
    assert "<svg" not in home
    assert "**这一对文件还没有判读。以下 " in home
    assert not re.search(r"怎样落实|仅省|仅市|同文|\d%", home)


def test_the_list_of_pairs_and_the_data_tell_read_from_unread(chain: Project) -> None:
    listing = (chain.root / "docs/compare/index.md").read_text()
    read, unread = (
        next(line for line in listing.splitlines() if f"({pair}/index.md)" in line) for pair in ("tongjiang/yunling", "yunling/zhongyang")
    )
    assert "同文 7 对，部分同文 0 对，落实 1 对，呼应 0 对；仅见于桐江市委决定 1 句，仅见于云岭省委决定 3 句" in re.sub(
        r"\[([^\]]*)\]\([^)]*\)", r"\1", read
    )
    assert re.search(r"：自动匹配 \d+ 处，未判读。", unread)
    assert not SAID_OF_READ.search(unread)
    coverage = json.loads((chain.root / "docs/data/yunling/zhongyang/coverage.json").read_text())
    assert set(coverage.values()) == {"unreviewed"}
    csv = (chain.root / "docs/data/yunling/zhongyang/links.csv").read_text("utf-8-sig")
    assert csv.count("自动匹配，未判读,") == csv.count("\n") - 1
    assert not re.search(r",(同文|部分同文|落实|呼应),", csv)


def test_figures_without_a_partner_say_whether_somebody_looked(chain: Project) -> None:
    page = (chain.root / "docs/figures.md").read_text()
    assert '<th scope="col">期限</th><th scope="col">中央</th><th scope="col">省</th><th scope="col">市</th>' in page
    (row,) = (line for line in page.splitlines() if line.startswith("<tr markdown"))
    assert '<td class="void" data-level="中央">未判读</td>' in row
    assert re.search("30座.*3座", row)
    assert "未见</td>" not in row


def test_of_a_pair_that_was_read_in_part_shares_are_of_what_was_read(project: Project) -> None:
    province_and_city(project)
    file = project.root / "source/tongjiang/links/yunling.yml"
    file.write_text(file.read_text().replace("- {from: h1-p1-t2, to: h1-p1-t2, relation: same}\n", "").replace("h2-k2-p1-t2: open}", "}"))
    assert project.run("build").status == 0
    page = (project.root / "docs/compare/tongjiang/yunling/index.md").read_text()
    assert "**判读了一部分：未判读 3 处**" in page
    assert "其中已判读 6 句，占比只就这些计算" in page
    assert re.search(r"\| 未判读 \| 2 \| — \| 0 \| \d+ \| — \|", page)
    assert 'colophon: "部分已判读，以正式文本为准"' in page
    assert '<rect class="unreviewed"' in page


@pytest.fixture
def lower_chain(project: Project) -> Project:
    """云岭 › 桐江 › 松溪, all read."""
    province_and_city(project)
    add_county(project)
    for document in ("tongjiang", "songxi", "yunling"):
        assert project.run("confirm", document).status == 0
    result = project.run("build")
    assert (result.status, result.err) == (0, "")
    return project


def test_three_levels_below_each_other_are_called_by_their_own_names(lower_chain: Project) -> None:
    lists = (lower_chain.root / "docs/compare/songxi/tongjiang/lists.md").read_text()
    assert '<a href="#list-none-songxi">仅县</a><a href="#list-none-tongjiang">仅市</a>' in lists
    assert re.search(r'<h2 id="list-none-tongjiang">.*仅见于<span class="whole">桐江市委决定</span>（1 句）</h2>', lists)
    middle = (lower_chain.root / "docs/tongjiang/2.md").read_text()
    assert (
        '<b class="rel upper">仅市（专指他地或上级事项）</b> 第<a href="../compare/songxi/tongjiang/by-tongjiang.md#row-tongjiang-h2-k2-p1-t1">1</a>句'
        in middle
    ), "seen from the county"
    assert (
        '<b class="rel lower">仅市</b> 第<a href="../compare/tongjiang/yunling/by-tongjiang.md#row-tongjiang-h2-k2-p1-t1">1</a>句' in middle
    ), "seen from the province"
    for word in ("仅省", "仅县"):
        assert word not in middle


@pytest.mark.parametrize("which", ["chain", "lower_chain"])
def test_no_page_speaks_of_another_corpus(which: str, request: pytest.FixtureRequest) -> None:
    project: Project = request.getfixturevalue(which)
    for name, page in some(pages(project).items()):
        assert not WHAT_A_SITE_OF_SICHUAN_SAYS.search(page), name


def test_levels_of_ones_own(project: Project) -> None:
    province_and_city(project)
    add_county(project)
    corpus = project.root / "source/corpus.yml"
    corpus.write_text(
        corpus.read_text() + "levels: [{id: province, name: 自治区, seal: 区}, {id: city, name: 盟}, {id: county, name: 旗}]\n"
    )
    assert project.run("build").status == 0
    home = (project.root / "docs/index.md").read_text()
    assert '<span class="seal upper">区</span>' in home
    assert '<span class="seal upper">盟</span>' in home
    assert '<span class="seal lower">旗</span>' in home
    assert "[仅旗 1](compare/songxi/tongjiang/lists.md#list-none-songxi)" in home
    assert "[仅盟 1（段首语 0、专指他地或上级事项 1、其他 0）](compare/songxi/tongjiang/lists.md#list-none-tongjiang)" in home
    corpus.write_text(corpus.read_text().replace("id: county", "id: banner"))
    result = project.run("build")
    assert "source/songxi/document.yml:5:8: DOC003 level 的值 'county' 不在可用的值里" in result.err
    assert "可用的有 province、city、banner" in result.err


def test_a_level_declared_twice_is_a_fault(project: Project) -> None:
    province_and_city(project)
    corpus = project.root / "source/corpus.yml"
    corpus.write_text(corpus.read_text() + "levels: [{id: province, name: 省}, {id: city, name: 市}, {id: city, name: 县}]\n")
    assert "DOC003 层级 city 写了两次" in project.run("build").err
