"""Curated links: what is wrong with a file, what becomes of links when a text changes, and totals that add up."""

from __future__ import annotations

import json

import pytest
import yaml

from duidu.layers.evidence import is_balanced, is_cut
from duidu.project.conversion.convert import convert
from duidu.text.fold import fold
from tests.linked import HIGHER, LINKS, LOWER, only_pair, write_links
from tests.projects import Project


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("from: h1-p1-t1,", "from: h1-p1-t9,"), "3:10: ANC003 city 里没有 h1-p1-t9。最接近的是 h1-p1-t"),
        (("to: h2-k1-p1-t1", "to: h2-k4-p1-t1"), "8:27: ANC003 province 里没有 h2-k4-p1-t1。最接近的是 h2-k"),
        (("from: h2, to: h2", "from: h1, to: h1"), "6:3: LNK001 h1 → h1 与第 5 行重复"),
        (("relation: adapt", "relation: adopt"), "的 relation 的值 'adopt' 不在可用的值里。是不是 adapt？"),
        (("[[某事很重要, 某事很重要]]", "[[某事很要紧, 某事很重要]]"), "LNK002 佐证“某事很要紧”不在 city#h1-p1-t1 里"),
        (("[[某事很重要, 某事很重要]]", "[[某事很重要, 某事要紧]]"), "LNK002 佐证“某事要紧”不在 province#h1-p1-t1 里"),
        (("city: {h2-k2:", "city: {h2-k1:"), "10:10: LNK003 h2-k1 既有对应又列在 none 里"),
        (("city: {h2-k2:", "city: {h2-k3:"), "10:10: ANC003 city 里没有 h2-k3"),
        (("city: {h2-k2: open", "city: {h2-k2: topic"), "10:17: LNK008 city 是下级文件，它的 h2-k2 不能写 topic。改写 open"),
        (("city: {h2-k2: open", "city: {h2-k2: opne"), "的值 'opne' 不在可用的值里。是不是 open？可用的有 topic、other、open"),
        (("city: {h2-k2: open, h2-k2-p1-t1: open}", "city: [h2-k2, h2-k2-p1-t1]"), "none.city 的类型不对"),
        (("{from: h2-k2, to: h2-k2}", "{from: h2-k1, to: h2-k1}"), "13:3: LNK009 h2-k1 → h2-k1 既在 links 里又在 rejected 里"),
        (("{from: h2-k2, to: h2-k2}", "{from: h2-k9, to: h2-k2}"), "13:10: ANC003 city 里没有 h2-k9"),
        (("  city:", "  county:"), "LNK005 none 里的 county 不是这两份文件之一"),
        (("from: h2-k1-p1-t1,", "from: h2-k1-p1,"), "LNK005 city 的 h2-k1-p1 不是句子也不是标题。改用其中的一句，如 h2-k1-p1-t1"),
        (("from: h1-p1-t2,", "form: h1-p1-t2,"), "DOC004 不认识的字段 form。是不是 from？"),
    ],
)
def test_a_fault_in_a_link_file_has_its_place(two: Project, change: tuple[str, str], expected: str) -> None:
    before = two.snapshot()
    file = write_links(two, LINKS.replace(*change))
    result = two.run("build")
    assert result.status == 1
    assert expected in result.err
    assert all(
        line.startswith("source/city/links/province.yml:") for line in result.err.splitlines() if "警告" not in line and line[0] != "共"
    )
    before["source/city/links/province.yml"] = file.read_bytes()
    assert two.snapshot() == before


@pytest.mark.parametrize(
    ("sentence", "words", "fault"),
    [
        ("打响“某品牌”。", "某品牌”", "unbalanced"),
        ("打响“某品牌”。", "打响“某", "unbalanced"),
        ("打响“某品牌”。", "打响“某品牌”", None),
        ("打响“某品牌”。", "某品牌", None),
        ("打响“某品牌”“某产品”。", "某品牌”“某产品", "unbalanced"),
        ("落实《某规划》(2024年)。", "规划》", "unbalanced"),
        ("落实《某规划》（2024年）。", "《某规划》(2024年)", None),
        ("引进McDonald’s餐厅。", "McDonald’s", None),
        ("研发投入增长6.5%。", "增长6", "cut"),
        ("研发投入增长6.5%。", "增长6.5", "cut"),
        ("研发投入增长6.5%。", "增长6.5%", None),
        ("推进“1+21+N”体系。", "21+N", "cut"),
        ("建设5G网络。", "G网络", "cut"),
        ("建设5G网络。", "5G", None),
        ("建设5G，AI也要建设。", "建设5G", None),
        ("投入1,200万元。", "200万元", "cut"),
        ("到2027年，较2022年翻番。", "2022年翻番", None),
        ("设10所，再设0所。", "0所", None),  # 后一处没有断
    ],
)
def test_evidence_has_whole_quotations_numbers_and_words(sentence: str, words: str, fault: str | None) -> None:
    assert (not is_balanced(fold(words))) == (fault == "unbalanced")
    assert is_cut(fold(words), fold(sentence)) == (fault == "cut")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("某品牌”", "LNK010 佐证“某品牌””里的引号、书名号或括号不成对"),
        ("增长6", "LNK010 佐证“增长6”在一个数或外文词的中间断开"),
        ("增长6.5%", None),
    ],
)
def test_evidence_that_is_cut_is_a_fault_at_its_place(two: Project, words: str, fault: str | None) -> None:
    two.edit("city", "抓好落实。", "抓好落实,打响“某品牌”,增长6.5%。")
    assert two.run("accept", "city").status == 0
    write_links(two, LINKS.replace("relation: same, note: 级别不同。", f'relation: same, evidence: [["{words}", 抓好落实]]'))
    result = two.run("build")
    assert result.status == (1 if fault else 0)
    assert (fault is None) == ("LNK010" not in result.err)
    if fault:
        assert f"source/city/links/province.yml:4:62: {fault}" in result.err


def test_a_same_link_without_a_clause_in_common_is_a_warning(project: Project) -> None:
    same = ["成立市领导小组。", "抓紧成立市领导小组，统一指挥。", "统一指挥，成立市领导小组；定期会商。"]
    not_same = ["设立领导小组。", "市领导小组要定期会商。", "成立市里的领导小组。"]
    project.add("province", HIGHER, level="province", short_title="某省委决定", place="某省")
    project.add("city", f"某市委关于加快某事的决定\n一、抓好落实\n{''.join(same + not_same)}\n", implements=["province"])
    rows = [f"- {{from: h1-p1-t{number}, to: h2-k1-p1-t1, relation: same}}\n" for number in range(1, 7)]
    write_links(project, f"links:\n{''.join(rows)}- {{from: h1-p1-t4, to: h2-k2-p1-t1, relation: echo}}\n")
    assert project.run("confirm", "city").status == 0
    result = project.run("build")
    assert result.status == 0
    warned = [line for line in result.err.splitlines() if "LNK011" in line]
    assert len(warned) == len(not_same)
    for number, line in zip((4, 5, 6), warned, strict=True):
        assert f"LNK011 警告：h1-p1-t{number} → h2-k1-p1-t1 写的是 same" in line


def test_a_link_file_for_a_document_that_is_not_implemented(two: Project) -> None:
    write_links(two, LINKS, target="provinse")
    assert "source/city/links/provinse.yml:1:1: LNK004 本文件没有落实 provinse。是不是 province.yml？" in two.run("build").err


def test_an_end_that_was_replaced_is_named(two: Project) -> None:
    two.edit("province", "全省各级要认真对待,抓好落实。", "")
    registry = two.root / "source/province/anchors.tsv"
    registry.write_text(registry.read_text().replace("t2\t全省各级要认真对待,抓好落实。\t", "t2\t全省各级要认真对待,抓好落实。\th1-p1-t1"))
    assert two.run("accept", "province").status == 0
    assert "ANC003 province 里没有 h1-p1-t2。它现在是 h1-p1-t1" in two.run("build").err


def test_a_pair_that_was_not_read_to_the_end_is_a_warning(two: Project) -> None:
    write_links(two, LINKS.replace("  city: {h2-k2: open, h2-k2-p1-t1: open}\n", ""))
    assert two.run("confirm", "city").status == 0
    result = two.run("build")
    assert result.status == 0
    assert "LNK007 警告：city 还有 2 处没有判读：h2-k2、h2-k2-p1-t1" in result.err


def test_the_kinds_of_none_are_apart_in_data_lists_counts_and_picture(two: Project) -> None:
    coverage = json.loads((two.root / "docs/data/city/province/coverage.json").read_text())
    assert (coverage["province#h2-k2"], coverage["province#h2-k2-p1-t1"]) == ("none-topic", "none-other")
    assert coverage["city#h2-k2-p1-t1"] == "none-open"
    lists = (two.root / "docs/compare/city/province/lists.md").read_text()
    assert '<h3 id="list-none-province-topic">段首语（0 句）</h3>' in lists
    assert '<h3 id="list-none-province-other">专指他地或上级事项（1 句）</h3>' in lists
    assert '<h3 id="list-none-province-open">其他（0 句）</h3>' in lists
    overview = (two.root / "docs/compare/city/province/index.md").read_text()
    assert "| [仅省（专指他地或上级事项）](lists.md#list-none-province-other) | 1 |" in overview
    assert '<rect class="other"' in overview
    assert "<title>某省二：仅省（专指他地或上级事项） 1 处</title>" in overview
    assert '<b class="rel upper">仅省（专指他地或上级事项）</b> 第<a href="' in (two.root / "docs/province/2.md").read_text()
    assert '<b class="rel lower">仅市</b> 第<a href="' in (two.root / "docs/city/2.md").read_text()


def test_the_same_is_told_apart_as_a_whole_or_a_clause_by_the_texts_alone(two: Project) -> None:
    extent = {
        link["from"].partition("#")[2]: link["extent"] for link in json.loads((two.root / "docs/data/city/province/links.json").read_text())
    }
    assert extent["h1-p1-t2"] == "whole"  # 全市各级……、全省各级……
    assert extent["h2-k1-p1-t1"] is None  # adapt
    write_links(two, LINKS.replace("relation: adapt", "relation: same"))
    assert [link.closeness for link in only_pair(two).links if link.source == "h2-k1-p1-t1"] == ["same-whole"]
    two.edit("city", "成立市领导小组", "抓紧成立市领导小组")
    two.run("accept", "city")
    assert [link.closeness for link in only_pair(two).links if link.source == "h2-k1-p1-t1"] == ["same-part"]


def test_what_a_person_refused_is_not_proposed_again(two: Project) -> None:
    unread = LINKS.partition("none:")[0].replace("- {from: h1-p1-t2, to: h1-p1-t2, relation: same, note: 级别不同。}\n", "")
    write_links(two, unread)
    assert ("h1-p1-t2", "h1-p1-t2") in {(link.source, link.target) for link in only_pair(two).automatic}
    assert "from: h1-p1-t2, to: h1-p1-t2," in two.run("align", "city").out
    write_links(two, unread + "rejected:\n- {from: h1-p1-t2, to: h1-p1-t2}\n")
    assert ("h1-p1-t2", "h1-p1-t2") not in {(link.source, link.target) for link in only_pair(two).automatic}
    assert "from: h1-p1-t2, to: h1-p1-t2," not in two.run("align", "city").out


def test_a_document_that_nobody_read_gets_automatic_links_and_its_own_pages(two: Project) -> None:
    two.add("town", LOWER.replace("某市", "某县"), implements=["province"], level="county", short_title="某县委决定", place="某县")
    result = two.run("build")
    assert result.status == 0, result.err
    pair = next(pair for pair in convert(two.root).layers.links.alignments if pair.implementing.id == "town")
    assert {link.basis for link in pair.links} == {"automatic"}
    assert ("h1-p1-t2", "h1-p1-t2") in {(link.source, link.target) for link in pair.links}
    page = (two.root / "docs/compare/town/province/by-town.md").read_text()
    assert '<b class="rel auto">自动匹配，未判读 ' in page
    assert (two.root / "docs/compare/city/province/index.md").exists()
    higher = (two.root / "docs/province/1.md").read_text()
    assert ">某市 一第1段第1句<" in higher
    assert ">某县 一第1段第1句<" in higher


def test_a_document_may_implement_two(two: Project) -> None:
    two.add("town", LOWER.replace("某市", "某县"), implements=["province", "city"], level="county", short_title="某县委决定", place="某县")
    assert two.run("build").status == 0
    made = {str(path.relative_to(two.root / "docs/compare")) for path in (two.root / "docs/compare").rglob("*.md")}
    assert {"town/province/index.md", "town/city/index.md", "city/province/index.md", "index.md"} <= made
    assert len(made) == 1 + 3 * 4


def test_align_proposes_entries_and_json_and_never_writes(two: Project) -> None:
    before = two.snapshot()
    printed = two.run("align", "city")
    assert printed.status == 0
    entries = yaml.safe_load(printed.out)
    assert {"from", "to", "relation", "evidence"} == entries[0].keys()
    found = json.loads(two.run("align", "city", "--json").out)
    assert found[0].keys() == {"from", "to", "relation", "score", "evidence"}
    assert found[0]["from"].startswith("city#")
    assert two.snapshot() == before
    assert two.run("align", "province").status == 2
