"""What queries find, in node: the query sets, and what an answer says of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import converted
from tests.search_answers import Asking, in_node, written
from tests.search_sets import mean, measure, queries_in
from tests.searching import sentences

QUERIES = sorted((Path(__file__).parent / "search").glob("queries*.yml"))

pytestmark = in_node


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    asking = Asking(written(((page.path, page.text) for page in converted().files), tmp_path_factory.mktemp("search")))
    yield asking
    asking.close()


@pytest.mark.parametrize("queries", QUERIES, ids=lambda file: file.stem)
def test_the_query_sets(ask: Asking, record_property: Callable[[str, object], None], queries: Path) -> None:
    """The sets were written by people who did not write the search; each says how it did before anybody had seen it."""
    figures = measure(ask, queries_in(queries))
    record_property("figure", f"{queries.stem} {figures}")
    assert figures.lowest() >= 0.97, figures.missed
    assert mean(figures.ranks) >= 0.9
    assert len(figures.noisy) <= 2, figures.noisy


def test_no_word_is_dropped_in_silence(ask: Asking) -> None:
    assert ask("低空 唢呐")["missing"] == ["唢呐"]
    assert ask("四川 低空 唢呐")["near"] == len(ask("四川 低空 唢呐")["hits"]) > 0
    assert "怎么" in ask("现在怎么看病")["idle"]
    assert ask("低空经济")["missing"] == ask("低空经济")["idle"] == []


@pytest.mark.parametrize(
    ("query", "only"),
    [
        ("遂宁 白酒", "suining-2024"),
        ("市里 低空", "suining-2024"),
        ("省里的禁渔", "sichuan-2024"),
        ("全省 低保", "sichuan-2024"),
        ("suining 低空经济", "suining-2024"),
        ("遂宁市委决定 禁渔", "suining-2024"),
        ("禁渔 不含遂宁", "sichuan-2024"),
        ("禁渔 -遂宁", "sichuan-2024"),
    ],
)
def test_a_place_a_level_a_document_narrow(ask: Asking, query: str, only: str) -> None:
    assert {hit.partition("#")[0] for hit in ask(query)["hits"]} == {only}


def test_a_relation_narrows(ask: Asking) -> None:
    """The lists of the comparison and the search tell the same."""
    pair = converted().layers.links.alignments[0]
    found = ask("仅省 人工智能")["hits"]
    assert found
    for hit in found:
        document, _, anchor = hit.partition("#")
        assert document == pair.implemented.id
        assert pair.state(pair.implemented, anchor).value.startswith("none-")


def test_where_the_narrower_place_has_nothing_the_rest_is_only_near(ask: Asking) -> None:
    found = ask("同文 禁渔")
    assert found["hits"]
    assert found["near"] == len(found["hits"])


def test_what_is_excluded_is_not_there(ask: Asking) -> None:
    texts = dict(sentences())
    hits = ask("氢 不含走廊")["hits"]
    assert hits
    assert not any("走廊" in texts[hit] for hit in hits)
    assert any("走廊" in texts[hit] for hit in ask("氢")["hits"])
    assert ask("氢 不含走廊")["without"] == ["走廊"]


def test_after_a_correction_nothing_else_is_added(ask: Asking) -> None:
    found = ask("营商换境")
    assert found["tried"] == [["营商换境", "营商环境"]]
    assert {*found["hits"]} == {*ask("“营商环境”")["hits"]}


@pytest.mark.parametrize("query", ["唢呐", "核酸检测", "彩票", "车辆年检", "qqqqqq"])
def test_what_the_texts_do_not_speak_of_finds_nothing(ask: Asking, query: str) -> None:
    assert ask(query)["hits"] == []


@pytest.mark.parametrize("query", ["足球", "口罩", "光刻机", "水果", "乐山大佛"])
def test_what_the_texts_name_only_the_kind_of_is_near_and_said_to_be_missing(ask: Asking, query: str) -> None:
    found = ask(query)
    assert found["near"] == len(found["hits"]) > 0
    assert found["missing"] == [query]
    assert found["tried"] == [], "it is known, no slip"


def test_a_kind_is_one_word_of_a_longer_query(ask: Asking) -> None:
    """电视 in 电视机 is no television station."""
    texts = dict(sentences())
    assert any("以旧换新" in texts[hit] for hit in ask("电视机 旧的换新的")["hits"][:3])


def test_a_slip_beside_a_place_is_corrected(ask: Asking) -> None:
    found = ask("遂宁锂店")
    assert ["锂店", "锂电"] in found["tried"]
    assert {hit.partition("#")[0] for hit in found["hits"]} == {"suining-2024"}


@pytest.mark.parametrize("query", ["创业贷款", "民营企业融资难"])
def test_words_that_are_all_known_are_not_corrected(ask: Asking, query: str) -> None:
    assert ask("企业贷款"), "names of other queries are at hand"
    assert ask(query)["tried"] == []


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("留学签证", ["签证", "留学"]),
        ("高速公路收费", ["收费"]),
        ("公积金贷款", ["公积金"]),
        ("出口退税", []),
        ("网红带货", ["网红", "带货"]),
        ("绿色金融", []),
    ],
)
def test_a_part_of_what_is_asked_is_only_near_and_the_rest_is_named(ask: Asking, query: str, missing: list[str]) -> None:
    found = ask(query)
    assert found["near"] == len(found["hits"])
    assert found["missing"] == missing


@pytest.mark.parametrize(("query", "there"), [("捷運", "轨道交通"), ("網路安全", "网络安全"), ("國中", "基础教育")])
def test_what_a_thing_is_called_in_taiwan_finds_it(ask: Asking, query: str, there: str) -> None:
    texts, found = dict(sentences()), ask(query)
    assert len(found["hits"]) > found["near"]
    assert there in texts[found["hits"][0]], texts[found["hits"][0]]


@pytest.mark.parametrize(
    ("query", "group", "url"),
    [
        ("怎样打印", "site_pages", "about/use/#about-print"),
        ("对照总览", "site_pages", "compare/suining-2024/sichuan-2024/"),
        ("仅见于遂宁", "site_pages", "compare/suining-2024/sichuan-2024/lists/#list-none-suining-2024"),
        ("五良融合", "terms", "glossary/#term-"),
    ],
)
def test_pages_lists_terms_stand_in_groups_of_their_own(ask: Asking, query: str, group: str, url: str) -> None:
    found = ask(query)["groups"][group]
    assert found["urls"][0].startswith(url) or group != "terms", found
    assert any(one.startswith(url) for one in found["urls"][:3]), found
    assert found["count"] >= len(found["urls"])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("sxd", "sichuan-2024#h4-k3-p1-t2"),
        ("ChatGPT", "sichuan-2024#h2-k1-d1-t2"),
        ("minimum wages", "suining-2024#h4-k1-p1-t2"),
        ("銀髮經濟", "suining-2024#h4-k2-p1-t6"),
        ("C919", "sichuan-2024#h2-k1-d2-t4"),
        ("党四川省第", "sichuan-2024#adopted"),
    ],
)
def test_the_best_answer_is_first(ask: Asking, query: str, first: str) -> None:
    assert ask(query)["hits"][0] == first
