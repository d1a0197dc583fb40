"""What a file holds besides its first text: issued texts, annexes, parts with chapters, each with pages of its own."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import markdown
import pytest

from duidu.anchors.document import Document
from duidu.model.records import Block, BlockKind
from duidu.prove.compare import page_faults, prove_tree
from duidu.prove.extract import official_units
from duidu.prove.shape import shape_faults
from duidu.render.markdown import EXTENSIONS
from duidu.render.official import OfficialText, moved_blocks
from tests.projects import Project
from tests.small_texts import document_of, raw_of

ISSUED = """某市政府关于印发《某市节水方案》的通知
各县人民政府：
现将《某市节水方案》印发给你们，请认真执行。
某市政府
2024年1月2日
某市节水方案
为了节水，制定本方案。
一、总体要求
坚持节水优先。各级都要节水。
二、保障措施
（一）加强领导。成立小组，统筹推进。
附件1
分工表
一、水务局牵头。
附件2：节水指标
用水下降一成。
"""

LAW = """某国刑法
1979年7月1日某国代表大会通过
第一编　总则
第一章　任务
第一条　为了惩罚犯罪，制定本法。
第二条　有下列情形的，从重处罚：
（一）累犯；
（二）首要分子。
前款规定不适用于过失犯罪。
第二章　犯罪
第三条（故意）明知故犯的，是故意犯罪。
第二编　分则
第一章　罪名
第四条　犯罪的，处罚金。
附则
第五条　本法自公布之日起施行。
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    (tmp_path / "source").mkdir()
    (tmp_path / "source/glossary.yml").write_text("[]\n")
    return project


def pages(project: Project, document: str) -> list[str]:
    return sorted(path.stem for path in (project.root / "docs" / document).glob("*.md"))


def units(project: Project, document: str) -> dict[str, dict[str, str]]:
    found = json.loads((project.root / "docs/data" / document / "units.json").read_text())
    return {unit["anchor"]: unit for unit in found}


def test_an_issued_text_and_each_annex_have_pages_contents_and_search(project: Project) -> None:
    project.add("mou-2024", ISSUED)
    assert project.run("build").status == 0
    assert pages(project, "mou-2024") == ["full", "index", "w2", "w2-h1", "w2-h2", "x1", "x2"]
    found = units(project, "mou-2024")
    assert found["w2-h2-k1-p1-t1"]["url"] == "mou-2024/w2-h2/#w2-h2-k1-p1-t1"
    assert found["x1-h1-t1"]["url"] == "mou-2024/x1/#x1-h1-t1"
    assert found["p1-t1"]["url"] == "mou-2024/#p1-t1"
    landing = (project.root / "docs/mou-2024/index.md").read_text()
    assert '<a href="w2.md">某市节水方案</a>' in landing
    assert '<a href="w2.md">某市节水方案</a>\n<ul>\n<li><a href="w2-h1.md">一、总体要求</a>' in landing
    assert '<li><a href="x1.md">附件1　分工表</a>' in landing
    assert "成立小组" in "".join(file.read_text() for file in (project.root / "docs/search").rglob("*.js"))


def test_a_law_in_parts_has_a_page_a_chapter_and_its_articles_have_provisions(project: Project) -> None:
    project.add("fa-1979", LAW)
    assert project.run("build").status == 0
    assert pages(project, "fa-1979") == ["e1", "full", "index", "v1", "v1-c1", "v1-c2", "v2", "v2-c1"]
    found = units(project, "fa-1979")
    assert found["a2-p1-k2"]["url"] == "fa-1979/v1-c1/#a2-p1-k2"
    assert found["a5-p1-t1"]["url"] == "fa-1979/e1/#a5-p1-t1"
    chapter = (project.root / "docs/fa-1979/v1-c1.md").read_text()
    assert "第二条第一款第（二）项" in chapter
    assert "第一条第一款" not in chapter, "an article with one 款 is cited without it"
    assert "第三条　故意" in (project.root / "docs/fa-1979/v1-c2.md").read_text()


TABLED = (
    "某县补贴办法\n第一条　标准如下：\n类别\t标准\n水稻\t100元\n\t80<元>\n（一）按季发放；\n另行调整。\n"
    "第二条　如图。\n\n专栏1　重点\n（一）造纸。改造。\n第三条　施行。\n1. 指两季。"
)
BLOCKS = (
    Block(BlockKind.TABLE, 3, 5),
    Block(BlockKind.FIGURE, 9, 9),
    Block(BlockKind.BOX, 10, 11),
    Block(BlockKind.FOOTNOTE, 13, 13, "1", (12, 8)),
)


def tabled() -> Document:
    return document_of(raw_of(TABLED, BLOCKS))


def test_articles_below_numbered_sections_have_not_moved_from_the_pages_that_bear_their_numbers() -> None:
    text = "某法院关于适用某法的解释\n一、一般\n第一条　甲。\n第二条　乙。\n二、附则\n第三条　丙。\n第四条　丁。"
    document = document_of(raw_of(text))
    assert document.page("a2") == "1"
    assert list(moved_blocks(document, "2")) == []


def test_tables_boxes_figures_and_footnotes_are_shown_proved_and_of_a_shape_that_is_allowed() -> None:
    document = tabled()
    text = OfficialText(document, frozenset(document.units))
    shown = "\n\n".join(block for unit in document.outline.units for block in text.blocks(unit, 1) if block)
    html = markdown.markdown(shown, extensions=list(EXTENSIONS))
    found = list(official_units(html, container=None))
    assert not list(page_faults(PurePosixPath("full.md"), document, list(document.units), found, "PRV001"))
    assert not list(shape_faults(html, container=None))
    assert not list(prove_tree(document))
    assert '<tr id="a1-p1-g1-r3"><td></td><td>80&lt;元&gt;</td></tr>' in html
    assert "此处原文是图片" in html
    assert '施行。</span><a class="aid fnref" href="#f1">注1</a>' in html


@pytest.mark.parametrize(
    ("anchor", "citation"),
    [
        ("a1-p1-g1-r2", "第一条第一款表1第2行"),
        ("a1-p1-k1-t1", "第一条第一款第（一）项第1句"),
        ("a1-p2-t1", "第一条第二款第1句"),
        ("a2-p1-t1", "第二条第1句"),
        ("a2-p1-i1", "第二条图1"),
        ("f1", "脚注1"),
    ],
)
def test_rows_provisions_and_notes_are_cited(anchor: str, citation: str) -> None:
    assert tabled().citation(anchor) == citation
