"""Reading in a browser on real web servers: search, counterparts, comparison, light and dark, every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import KINDS, in_view, opened_together, watched
from tests.servers import WITH_CONFIGURATION
from tests.test_hosts import Host, one_host, pairs

pytestmark = pytest.mark.hosts


@pytest.fixture(scope="module", params=pairs(("python", *WITH_CONFIGURATION)), ids=" ".join)
def any_host(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """These and a server that has no configuration at all."""
    yield from one_host(request, built / "site", tmp_path_factory.mktemp("any-host"))


def test_a_reader_finds_a_sentence_by_searching(any_host: Host, page: Page) -> None:
    page.goto(any_host.base)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("耐心资本")
    hit = page.locator(".md-search-result__list a[href]").first
    expect(hit).to_be_visible()
    hit.click()
    page.wait_for_url("**/sichuan-2024/2/#h2-k3-p1-t6")
    assert page.url == f"{any_host.base}sichuan-2024/2/#h2-k3-p1-t6"
    assert in_view(page, "h2-k3-p1-t6")
    assert "耐心资本" in page.locator("#h2-k3-p1-t6").inner_text()


def test_a_section_explains_its_terms_and_leads_to_the_next(any_host: Host, page: Page) -> None:
    page.goto(f"{any_host.base}sichuan-2024/2/")
    page.locator("a.term").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")
    page.go_back()
    page.get_by_role("navigation", name="前后各部分").get_by_role("link", name="三、").click()
    page.wait_for_url("**/sichuan-2024/3/")
    assert page.url == f"{any_host.base}sichuan-2024/3/"


def test_a_comparison_leads_to_both_texts(any_host: Host, page: Page) -> None:
    page.goto(f"{any_host.base}compare/suining-2024/sichuan-2024/by-suining-2024/2/")
    for document in ("suining-2024", "sichuan-2024"):
        link = page.locator(f"article a[href*='{document}/'][href*='#h']").first
        target = str(link.evaluate("link => link.href"))
        assert target.startswith(f"{any_host.base}{document}/")
        answer = any_host.get(target.removeprefix(any_host.base).partition("#")[0])
        assert answer.status == 200
        assert f'id="{target.partition("#")[2]}"' in answer.body.decode()


def test_light_and_dark_are_switched_and_remembered_on_the_next_page(any_host: Host, page: Page) -> None:
    page.goto(any_host.base)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("#scheme").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(f"{any_host.base}sichuan-2024/2/")
    assert page.evaluate(paper) == dark


def test_a_page_of_every_kind_gets_all_it_asks_for(any_host: Host, browser: Browser) -> None:
    context = browser.new_context()
    wrong = watched(context)
    answers: list[tuple[int, str]] = []
    context.on("response", lambda answer: answers.append((answer.status, answer.url)))
    kinds = [any_host.base + kind for kind in KINDS]
    for kind, page in opened_together(context, kinds):
        assert page.evaluate("document.styleSheets.length") > 0, kind
    context.close()
    assert set(kinds) <= {url for _, url in answers}
    assert [one for one in answers if one[0] not in (200, 304) or not one[1].startswith(any_host.base)] == []
    assert wrong == []
