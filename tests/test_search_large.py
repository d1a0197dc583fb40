"""The search of a large site in a browser: the same answers, and little is loaded for them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from duidu.read.synonyms import general_synonyms, merged, read_traditional
from duidu.render.search.files import search_files
from duidu.render.search.folding import fold
from tests.bench import corpus
from tests.browsing import serve
from tests.projects import converted
from tests.searching import HITS, INPUT, ask, in_a_browser, status


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, built: Path) -> tuple[Path, Mapping[str, str]]:
    """The built site with the search of a corpus that is not loaded as a whole, and its sentences: address → text."""
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(built / "site", site, ignore=shutil.ignore_patterns("search"))
    (site / "search").mkdir()
    generated = tuple(corpus.documents(10))
    for path, text in search_files(
        generated, converted().layers, merged(converted().corpus.synonyms.words, general_synonyms()), read_traditional()
    ):
        (site / "search" / path.name).write_text(text, encoding="utf-8")
    texts = {
        document.url(unit.anchor): document.text(unit.anchor)
        for document in generated
        for unit in document.units.values()
        if unit.kind == "sentence"
    }
    return site, texts


@in_a_browser
def test_on_a_large_site_pieces_find_their_sentence_and_little_is_loaded(page: Page, large: tuple[Path, Mapping[str, str]]) -> None:
    site, texts = large
    chance = random.Random(3)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    for base in serve(site):
        page.goto(base)
        page.click(INPUT)
        ask(page, "发展")
        for url, text in chance.sample(sorted(texts.items()), 25):
            loaded.clear()
            start = chance.randrange(len(text) - 12)
            piece = text[start : start + chance.randint(6, 12)]
            wanted = {base + one for one, other in texts.items() if fold(piece) in fold(other)}
            ask(page, f"“{piece}”")
            hits = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
            assert {*hits[: len(wanted)]} <= wanted, piece
            assert base + url in hits or len(wanted) > len(hits), piece
            assert len([one for one in loaded if "/t" in one]) <= 10, "texts"
            assert len([one for one in loaded if "/p" in one]) <= 6, "the index"


@in_a_browser
def test_on_a_large_site_jumps_filters_and_words_apart_work(page: Page, large: tuple[Path, Mapping[str, str]]) -> None:
    site, texts = large
    for base in serve(site):
        page.goto(base)
        page.click(INPUT)
        ask(page, "d5-2024#h3-k2-p1-t2")
        assert page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)") == [f"{base}d5-2024/3/#h3-k2-p1-t2"]
        ask(page, "发展")
        assert "约" in status(page)
        page.get_by_label("文件", exact=True).select_option(index=3)
        expect(page.get_by_label("部分", exact=True)).to_be_visible()
        assert page.locator(HITS).count() > 0
        first, second = texts["d7-2024/2/#h2-k1-p1-t1"], texts["d7-2024/2/#h2-k1-p1-t2"]
        ask(page, f"“{first[2:12]}” “{second[2:12]}”")
        hits = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
        assert {f"{base}d7-2024/2/#h2-k1-p1-t1", f"{base}d7-2024/2/#h2-k1-p1-t2"} <= {*hits}


def facet(page: Page, name: str) -> Locator:
    """A filter above the hits."""
    return page.get_by_label(name, exact=True)


def shown(page: Page, base: str) -> set[str]:
    """The documents of the hits."""
    return {link.removeprefix(base).partition("/")[0] for link in page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")}


def only(page: Page, documents: set[str]) -> None:
    """Waits until no hit is of another document."""
    others = "".join(f":not([href*='{one}/'])" for one in documents)
    expect(page.locator(HITS).and_(page.locator(others))).to_have_count(0)


@in_a_browser
def test_filters_by_level_place_and_year_work_by_keyboard(page: Page, large: tuple[Path, Mapping[str, str]]) -> None:
    """Three levels, several places and years: each filter leaves what it says, the others count what is left, and the focus stays."""
    site, _ = large
    for base in serve(site):
        page.goto(base)
        page.keyboard.press("/")
        ask(page, "推进")
        levels = facet(page, "层级").locator("option").all_inner_texts()
        assert len(levels) == 1 + 3, levels
        for _ in range(20):
            page.keyboard.press("Tab")
            if facet(page, "层级").evaluate("one => one === document.activeElement"):
                break
        expect(facet(page, "层级")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(facet(page, "层级")).not_to_have_value("")
        expect(facet(page, "层级")).to_be_focused()
        kept = facet(page, "层级").input_value()
        of_level = {one.id for one in corpus.documents(10) if one.meta.level.id == kept}
        only(page, of_level)
        assert shown(page, base)
        page.keyboard.press("Tab")
        expect(facet(page, "地方")).to_be_focused()
        page.keyboard.press("Tab")
        expect(facet(page, "年份")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(facet(page, "年份")).not_to_have_value("")
        year = facet(page, "年份").input_value()
        only(page, {one.id for one in corpus.documents(10) if one.meta.date.startswith(year)} & of_level)
        assert shown(page, base)
        page.keyboard.press("Home")
        expect(facet(page, "年份")).to_have_value("")


@in_a_browser
def test_filters_work_on_a_phone(browser: Browser, large: tuple[Path, Mapping[str, str]]) -> None:
    site, _ = large
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for base in serve(site):
        page.goto(base)
        page.locator("label.md-header__button[for=__search]").tap()
        ask(page, "推进")
        for name in ("层级", "地方", "年份"):
            box = facet(page, name).bounding_box()
            assert box, name
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 360, name
            assert box["height"] >= 24, name
        place = next(one.meta.place for one in corpus.documents(10) if one.meta.level.id == "city")
        facet(page, "地方").select_option(place)
        wanted = {one.id for one in corpus.documents(10) if one.meta.place == place}
        only(page, wanted)
        assert shown(page, base) == wanted
    context.close()
