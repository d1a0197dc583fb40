"""Queries in a real browser through the theme's own box."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from duidu.render.search.folding import fold
from tests.browsing import in_view, serve, settled, some_now, watched
from tests.builds import build_site, office
from tests.projects import SMALL
from tests.searching import HITS, INPUT, ask, ids, in_a_browser, opened, sentences, status

BAD = [
    "", "   ", "、。“”", ".*+?^${}()|[]\\", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "😀🀄", "\ud83d", "\udc00低空",
    "低空" * 5000, "__proto__", "constructor", "'\"`", "%E4%BD%8E", "1", "a", "\u202e低空\u0000", "()(（【", "-", "第第第段段", "#", "h1-", "〇〇〇",
]  # fmt: skip


@pytest.fixture
def found(page: Page, address: str) -> Page:
    """The home page with the search opened."""
    return opened(page, address)


@in_a_browser
@pytest.mark.parametrize("number", [20, pytest.param(200, marks=pytest.mark.full)])
def test_pieces_of_sentences_find_them(found: Page, number: int) -> None:
    chance = random.Random(5)
    for identity, text in chance.sample(sentences(), number):
        folded = fold(text)
        if len(folded) < 10:
            continue
        start = chance.randrange(len(folded) - 9)
        piece = folded[start : start + chance.randint(4, 10)]
        wanted = [one for one, other in sentences() if piece in fold(other)]
        hits = ask(found, piece)
        assert identity in hits, piece
        assert {*wanted[:50]} <= {*hits}, piece
        assert {*hits[: len(wanted)]} <= {*wanted}, piece


CITED = (
    ("四川省委决定二（一）第2段", "sichuan-2024#h2-k1-p2"),
    ("《中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定》第二部分第（一）条第2段", "sichuan-2024#h2-k1-p2"),
    ("遂宁市委决定二（二）第4段第2句", "suining-2024#h2-k2-p4-t2"),
    ("四川省委决定二（一）第1点", "sichuan-2024#h2-k1-d1"),
    ("遂宁市委决定 五", "suining-2024#h5"),
    ("h2-k1-p2", "sichuan-2024#h2-k1-p2"),
    ("suining-2024#h5-k1-p1-t4", "suining-2024#h5-k1-p1-t4"),
    ("https://example.org/site/suining-2024/2/#h2-k2-p4-t9", "suining-2024#h2-k2-p4-t9"),
    ("遂寧市委決定二（二）第４段", "suining-2024#h2-k2-p4"),
)


@in_a_browser
def test_a_citation_jumps(found: Page) -> None:
    assert {query: ask(found, query)[0] for query, _ in CITED} == dict(CITED)


@in_a_browser
def test_a_retired_address_leads_to_what_replaced_it_or_to_where_the_page_says_that_it_is_gone(page: Page, tmp_path: Path) -> None:
    project = office(tmp_path)
    project.add("mou-2024", SMALL)
    assert project.run("build").status == 0
    project.edit("mou-2024", "定期研究。", "")
    project.edit("mou-2024", "安排资金,完善政策。", "另行规定,不在此列。")
    registry = tmp_path / "source/mou-2024/anchors.tsv"
    rows = registry.read_text()
    rows = rows.replace("t2\t定期研究。\t", "t2\t定期研究。\th2-k1-p1-t1")
    rows = rows.replace("\t安排资金,完善政策。\t", "\t安排资金,完善政策。\t-")
    registry.write_text(rows)
    assert project.run("accept", "mou-2024").status == 0, registry.read_text()
    build_site(tmp_path)
    for base in serve(tmp_path / "site"):
        page.goto(base)
        page.click(INPUT)
        for typed in ("mou-2024#h2-k1-p1-t2", f"{base}mou-2024/2/#h2-k1-p1-t2", "mou-2024/full/#H2-K1-P1-T2"):
            assert ask(page, typed) == ["mou-2024#h2-k1-p1-t1"], typed
            assert "h2-k1-p1-t2 是旧地址，所指的文字改在这里" in status(page)
        assert ask(page, "mou-2024#h2-k2-p1-t1")[0] == "mou-2024#h2-k2-p1-t1"
        assert "所指的文字已不存在" in status(page)
        page.keyboard.press("Enter")
        page.wait_for_url("**/mou-2024/2/#h2-k2-p1-t1")
        expect(page.locator("[id='h2-k2-p1-t1'].retired")).to_contain_text("所指的文字已不存在")
        page.click(INPUT)
        assert ask(page, "mou-2024#h2-k1-p1-t1") == ["mou-2024#h2-k1-p1-t1"], "a live address is left alone"
        assert "旧地址" not in status(page)


@in_a_browser
def test_ranking(found: Page) -> None:
    assert ask(found, "深入推进城乡融合发展")[:2] == ["sichuan-2024#h3-k2", "suining-2024#h3-k2"]
    assert {hit.partition("#")[0] for hit in ask(found, "遂宁 低空经济")} == {"suining-2024"}
    assert ask(found, "suining 低空经济") == ask(found, "遂宁 低空经济")
    strict = ask(found, "“银发经济”")
    assert all("银发经济" in fold(dict(sentences())[hit]) for hit in strict)
    assert ask(found, "銀髮經濟")[: len(strict)] == strict


@in_a_browser
def test_what_was_tried_is_said(found: Page) -> None:
    ask(found, "营商换境")
    assert "没有“营商换境”，找的是“营商环境”" in status(found)
    assert ask(found, "qqqqqq") == []
    assert "没有找到" in status(found)
    assert ask(found, "低空 唢呐")
    assert "最接近" in status(found)


@in_a_browser
def test_an_english_word_that_has_a_term_shows_it_and_does_not_say_that_nothing_was_found(found: Page) -> None:
    for query in ("total factor productivity", "low-altitude economy"):
        ask(found, query)
        assert found.locator(".search-asides__list a").count() > 0, query
        assert "没有找到" not in status(found), query


@in_a_browser
def test_terms_and_notes_have_a_list_of_their_own(found: Page, address: str) -> None:
    ask(found, "五良融合")
    aside = found.locator(".search-asides__list a").first
    assert "术语" in aside.inner_text()
    assert str(aside.get_attribute("href")).startswith(f"{address}glossary/#term-")
    assert found.locator(f"{HITS}[href*=glossary]").count() == 0


@in_a_browser
def test_bad_input_does_no_harm(found: Page) -> None:
    typed = """text => {
        const input = document.querySelector(".md-search__input");
        delete document.querySelector(".md-search").dataset.answered;
        input.value = JSON.parse(text);
        input.dispatchEvent(new Event("input"));
    }"""
    for number, query in enumerate(BAD):
        found.evaluate(typed, json.dumps(query))
        expect(found.locator(".md-search")).to_have_attribute("data-answered", re.compile("^="))
        expect(found.locator(".md-search-result__meta")).not_to_be_empty()
        assert found.locator(".md-search-result script, .md-search-result img").count() == 0, number
        assert ask(found, "低空经济")[:1] == ["sichuan-2024#h2-k2-p4-t3"], number


@in_a_browser
def test_keys_and_address(page: Page, address: str) -> None:
    page.goto(f"{address}suining-2024/2/")
    page.keyboard.press("s")
    expect(page.locator(INPUT)).to_be_focused()
    ask(page, "稀土")
    assert "?q=" in page.url
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(HITS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(HITS).first).not_to_be_visible()
    assert "?q=" not in page.url
    page.keyboard.press("f")
    ask(page, "IP")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suining-2024/4/#h4-k4-p1-t8")
    assert in_view(page, "h4-k4-p1-t8")


FIRST = ["楼市", "看病", "低空经济", "dkjj", "銀髮經濟", "suining baijiu", "营商换境", "三十九个县", "氢", "什么是新质生产力"]


@in_a_browser
@pytest.mark.parametrize("query", some_now(FIRST, ("楼市", "dkjj", "营商换境")))
def test_the_first_query_is_answered_like_every_later_one(browser: Browser, address: str, query: str) -> None:
    """Nothing that was asked before a file came may be remembered as standing nowhere."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}suining-2024/2/")
    page.keyboard.press("/")
    first = ask(page, query)
    ask(page, "发展")
    assert first == ask(page, query) != []
    context.close()


@in_a_browser
def test_an_address_with_a_query_opens_its_answer(page: Page, address: str) -> None:
    page.goto(f"{address}glossary/?q=耐心资本")
    expect(page.locator(HITS)).to_have_count(1)
    expect(page.locator(HITS).first).to_be_visible()
    settled(page)
    expect(page.locator(HITS).first).to_be_visible()
    page.locator(HITS).first.click()
    page.wait_for_url("**/sichuan-2024/2/#h2-k3-p1-t6")


@in_a_browser
def test_filters_count(found: Page) -> None:
    total = len(ask(found, "养殖")) or len(ask(found, "产业"))
    assert total
    ask(found, "氢")
    every = ids(found)
    found.get_by_label("文件").select_option(label=f"遂宁市委决定（{sum(one.startswith('suining') for one in every)}）")
    assert ids(found) == [one for one in every if one.startswith("suining")]


@in_a_browser
def test_nothing_is_loaded_before_the_search_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"/search/|/search-.*js", url)] == []
    page.locator(INPUT).click()
    expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    assert [url for url in asked if "/search/" in url]


@in_a_browser
@pytest.mark.parametrize("lost", some_now(("t10", "names", "sounds", "d0", "manifest"), ("t10", "sounds", "manifest")))
def test_a_file_that_does_not_load_is_said_and_the_rest_works(browser: Browser, address: str, lost: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def abort(route: Route) -> None:
        route.abort()

    page.route(f"**/search/{lost}.js*", abort)
    page.goto(address)
    page.keyboard.press("/")
    for query in ("低空经济", "底空经济", "锂电"):
        ask(page, query)
    assert errors == []
    assert "没能载入" in status(page) or lost in ("sounds", "d0")
    if lost != "manifest":
        assert any(ask(page, query) for query in ("低空经济", "生猪", "稀土"))
    page.unroute(f"**/search/{lost}.js*")
    assert "sichuan-2024#h2-k2-p4-t3" in ask(page, "低空经济")
    assert "没能载入" not in status(page)
    page.close()


@in_a_browser
def test_it_works_from_a_folder(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    wrong = watched(page)
    page.goto((built / "site/sichuan-2024/2/index.html").as_uri())
    page.locator(INPUT).click()
    hits = ask(page, "耐心资本")
    assert hits
    page.locator(HITS).first.click()
    page.wait_for_url("**/sichuan-2024/2/index.html#h2-k3-p1-t6")
    assert [one for one in wrong if not one.startswith("file:")] == []
    page.close()


@in_a_browser
def test_on_a_phone_it_fills_the_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator(INPUT)).to_be_focused()
    ask(page, "养老")
    inner = "document.querySelector('.md-search__inner').getBoundingClientRect()"
    page.wait_for_function(f"() => {inner}.width === 360 && {inner}.height === 780")
    page.locator(HITS).first.tap()
    page.wait_for_url("**/#h4*")
    context.close()
