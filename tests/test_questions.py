"""How people ask: a file beside the text that no page shows; the search finds by it what the texts say in other words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from duidu.project.conversion.convert import convert
from duidu.render.search.files import SEARCH
from duidu.render.search.questions import words
from tests.cases import CASES
from tests.projects import ROOT, Project
from tests.search_answers import Asking, in_node, written

CASES_OF_WORDS = json.loads((CASES / "scripts/question_words.json").read_text(encoding="utf-8"))
COUNCIL = "city#h2-k1-p1-t1"
"""成立市领导小组。"""
UPPER = "province#h2-k1-p1-t1"


def write(project: Project, questions: Mapping[str, Sequence[str]], document: str = "city") -> Path:
    file = project.root / "source" / document / "questions.yml"
    file.write_text("# 问法\n" + yaml.safe_dump(dict(questions), allow_unicode=True), encoding="utf-8")
    return file


def files(project: Project) -> Mapping[PurePosixPath, str]:
    return {page.path: page.text for page in convert(project.root).files}


@pytest.fixture
def answer(two: Project, tmp_path: Path) -> Any:
    def answered(query: str) -> Any:
        folder = tmp_path / "search"
        folder.mkdir()
        ask = Asking(written(files(two).items(), folder))
        found = ask(query)
        ask.close()
        return found

    return answered


@pytest.mark.parametrize("case", CASES_OF_WORDS, ids=lambda case: case["why"])
def test_a_question_is_compared_by_the_same_words_in_python_and_in_the_browser(case: dict[str, Any]) -> None:
    """The same cases are read by scripts/tests/questions.test.js."""
    assert list(words(case["text"])) == case["words"]


@in_node
def test_a_sentence_is_found_by_what_people_ask(two: Project, answer: Any) -> None:
    write(two, {"h2-k1-p1-t1": ["谁来牵头统管", "老大是谁"]})
    found = answer("哪个牵头统管")
    assert found["hits"][0] == COUNCIL
    assert found["near"] < len(found["hits"])


@in_node
def test_who_asks_for_the_one_is_answered_by_its_counterpart_behind_it(two: Project, answer: Any) -> None:
    write(two, {"h2-k1-p1-t1": ["谁来牵头统管"]})
    write(two, {"h2-k1-p1-t1": ["牵头"], "h1-p1-t1": ["牵头"]}, "province")
    assert answer("谁来牵头统管")["hits"][:2] == [COUNCIL, UPPER]


@in_node
def test_a_counterpart_of_which_nobody_asks_is_not_brought_in(two: Project, answer: Any) -> None:
    write(two, {"h2-k1-p1-t1": ["谁来牵头统管"]})
    assert answer("谁来牵头统管")["hits"] == [COUNCIL]


@in_node
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("牵牛花怎么种", "一个字相同不算"),
        ('"哪个牵头管"', "引号里的要逐字在原文里"),
    ],
)
def test_what_is_not_asked_is_not_found_by_it(two: Project, answer: Any, query: str, why: str) -> None:
    write(two, {"h2-k1-p1-t1": ["哪个牵头管"]})
    found = answer(query)
    assert COUNCIL not in found["hits"], why


@in_node
def test_what_is_asked_of_another_level_is_only_near(two: Project, answer: Any) -> None:
    write(two, {"h2-k2-p1-t1": ["泼水耍几天"]})
    found = answer("省里 泼水耍几天")
    assert found["near"] == len(found["hits"]) == 1


@in_node
def test_a_part_of_it_is_only_near(two: Project, answer: Any) -> None:
    write(two, {"h2-k1-p1-t1": ["牵头的单位", "水表坏了"]})
    found = answer("水表读数怎么看不懂呢牵头")
    assert found["near"] == len(found["hits"])


@in_node
def test_what_the_text_says_itself_comes_first(two: Project, answer: Any) -> None:
    write(two, {"h1-p1-t1": ["领导小组"]})
    assert answer("领导小组")["hits"][0] in {COUNCIL, UPPER}


def test_no_page_shows_it(two: Project) -> None:
    before = files(two)
    write(two, {"h2-k1-p1-t1": ["哪个牵头管"]})
    changed = {path for path, text in files(two).items() if before.get(path) != text}
    assert changed
    assert all(path.is_relative_to(SEARCH) for path in changed)


@in_node
@pytest.mark.parametrize("query", ["哪个牵头管", "领导小组", "kanbing", "wind power"])
def test_a_site_without_questions_asks_for_no_file_of_them(answer: Any, query: str) -> None:
    """A browser would ask in vain with every query, and say so in its console."""
    assert answer(query)["absent"] == []


def test_what_nothing_replaces_takes_its_questions_with_it(two: Project) -> None:
    file = write(two, {"h2-k2-p1-t1": ["泼水节几号"], "h1-p1-t1": ["重要不"]})
    two.edit("city", "(二)本市特色。办好某节。\n", "")
    retired = two.run("retire", "city", "h2-k2")
    assert (retired.status, "问法　h2-k2-p1-t1 已删" in retired.out) == (0, True)
    assert yaml.safe_load(file.read_text(encoding="utf-8")) == {"h1-p1-t1": ["重要不"]}


def test_without_questions_there_is_no_file_for_them(two: Project) -> None:
    names = {path.name for path in files(two) if path.is_relative_to(SEARCH)}
    assert "q0.js" not in names
    assert "facing.js" not in names


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ({"h9-p1-t1": ["哪个管"]}, "ANC003 city 里没有 h9-p1-t1"),
        ({"h2-k1-p1-t1": ["管"]}, "DOC003"),
        ({"h2-k1-p1-t1": []}, "DOC003"),
    ],
)
def test_a_fault_in_it_has_its_place(two: Project, questions: Mapping[str, Sequence[str]], expected: str) -> None:
    write(two, questions)
    result = two.run("build")
    assert result.status == 1
    assert result.err.startswith("source/city/questions.yml:")
    assert expected in result.err


def test_it_goes_with_an_address_that_was_replaced(two: Project) -> None:
    write(two, {"h2-k2-p1-t1": ["泼水节几号"]})
    two.edit("city", "(二)本市特色。办好某节。\n", "")
    refused = two.run("build").err
    assert "questions.yml" not in refused
    assert two.run("retire", "city", "h2-k2", "--by", "h2-k1").status == 0
    assert two.run("accept", "city").status == 0
    built = two.run("build")
    assert (built.status, "questions.yml" in built.err) == (0, False)
    converted = convert(two.root)
    (city,) = [document for document in converted.documents if document.id == "city"]
    assert converted.layers.questions.at(city, "h2-k1") == ["泼水节几号"]


def test_every_sentence_of_the_decisions_has_questions() -> None:
    converted = convert(ROOT)
    for document in converted.documents:
        without = [
            unit.anchor
            for unit in document.outline.walk()
            if unit.kind.value == "sentence" and not converted.layers.questions.at(document, unit.anchor)
        ]
        assert not without
