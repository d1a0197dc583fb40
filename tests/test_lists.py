"""Pages that list what the corpus has stay small however many documents there are: cut, counted, and linked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from duidu.project.conversion.convert import convert
from tests.projects import SMALL, Project

TERM = (
    "- {id: tongchou, term: 统筹推进, forms: [统筹推进], kind: 口号, definition: 一并推进的意思。, english: together, certainty: common}\n"
)
LINK = re.compile(r'(?:href="|\]\()([^"#)]*\.md)')


@pytest.fixture
def three(three: Project) -> Project:
    """With a term."""
    (three.root / "source/glossary.yml").write_text(TERM, encoding="utf-8")
    return three


def pages(project: Project) -> Mapping[str, str]:
    """The Markdown pages by their paths below docs/, every link among them leading to one of them or to a page written by hand."""
    made = {str(file.path).removeprefix("docs/"): file.text for file in convert(project.root).files if file.path.suffix == ".md"}
    for name, text in made.items():
        for link in LINK.findall(text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
            assert target in made or target.startswith("about/"), f"{name} → {link}"
    return made


def test_few_places_of_terms_stand_in_the_glossary(three: Project) -> None:
    found = pages(three)
    assert not [name for name in found if name.startswith("glossary/tongchou")]
    assert found["glossary/index.md"].count("<li>") == 3
    assert "甲县决定</th>" in found["glossary/concordance.md"]


def test_many_places_have_pages_of_the_term(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.pages.glossary_places.SPREAD", 2)
    monkeypatch.setattr("duidu.render.pages.glossary_places.TOGETHER", 2)
    found = pages(three)
    assert "<li>" not in found["glossary/index.md"]
    assert "见于 3 份文件，3 句" in found["glossary/index.md"]
    assert [found[f"glossary/{name}.md"].count("<li>") for name in ("tongchou", "tongchou/2")] == [2, 1]
    assert "../../yi-2024/2.md#h2-k1-p1-t1" in found["glossary/tongchou/2.md"]


def test_with_many_documents_occurrences_are_counted_by_level(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.pages.glossary_lists.SIDE_BY_SIDE", 2)
    row = re.search(r"<tr><td>.*", pages(three)["glossary/concordance.md"])
    assert row
    assert re.findall(r'<td align="right">(\d+)', row[0]) == ["1", "2", "3"]


def test_many_texts_have_pages_of_their_own(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.pages.about.TOGETHER", 2)
    found = pages(three)
    assert "某市委决定" not in found["about/texts.md"].partition("<ul>")[0]
    assert "{#about-yi-2024}" in found["about/texts/1.md"] + found["about/texts/2.md"]


def test_of_many_pairs_the_home_page_says_how_many(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.pages.home.PAIRS", 1)
    assert "共 2 对文件，其中 0 对有人判读过" in pages(three)["index.md"]


def test_beside_a_unit_that_many_carry_out_stand_few(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.apparatus.counterparts.FEW", 1)
    page = pages(three)["shi-2024/2.md"]
    assert 'class="row cp" id="link-jia-2024-h2-k1-p1-t1-' in page
    assert 'class="row cp" id="link-yi-2024-h2-k1-p1-t1-' not in page


def test_many_documents_are_filtered_and_stand_by_pinyin_in_their_level(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'class="filter"' not in pages(three)["index.md"]
    monkeypatch.setattr("duidu.render.pages.home.MANY", 1)
    monkeypatch.setattr("duidu.render.pages.home.FILTERED", 1)
    three.add("bing-2023", SMALL.replace("某市", "阿坝县"), short_title="阿坝县决定", place="阿坝县", level="county", date="2023-07-01")
    page = pages(three)["index.md"]
    assert 'class="filter" data-rows=".many li"' in page
    assert "[2023（1）](" in page or '<a href="?filter=2023">2023（1）</a>' in page
    assert re.findall(r"<i>(\w*)</i>", page) == ["A", "J", "Y"]
    assert re.findall(r"\[(\w+)\]\(\w+-\d+/index\.md\)", page) == ["某市委决定", "阿坝县决定", "甲县决定", "乙县决定"]


def test_pairs_stand_under_their_upper_document_where_there_are_several(three: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.render.pages.comparison_index.FILTERED", 1)
    three.add("bing-2024", SMALL.replace("某市", "丙县"), short_title="丙县决定", place="丙县", level="county", implements=["jia-2024"])
    page = pages(three)["compare/index.md"]
    assert re.findall(r"\{#upper-([\w-]+) ", page) == ["shi-2024", "jia-2024"]
    assert 'data-rows=".pairs-of li"' in page


def test_no_heading_of_a_page_of_lists_skips_a_level(three: Project) -> None:
    for name, text in pages(three).items():
        if name.startswith("compare/") and "/lists" in name:
            levels = [int(level or len(marks)) for level, marks in re.findall(r"^(?:<h(\d) |(#+) )", text, re.M)]
            assert len(levels) > 2
            assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
