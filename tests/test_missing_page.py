"""The page for what is not there: it leads to the document, below any path, and never to another host."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from duidu.model.fault_codes import CODES
from duidu.read.corpus_checks import OF_THE_SITE, RESERVED
from tests.browsing import evaluated, opened_together
from tests.builds import Builds
from tests.projects import DOCUMENTS
from tests.test_landing import serving

TITLE = "中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定"


def test_the_page_for_what_is_not_there_leads_to_the_document(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    for base in serving(built / "site"):
        page.goto(f"{base}sichuan-2024/9/a/b/")
        page.get_by_role("link", name=f"《{TITLE}》").click()
        assert page.url == f"{base}sichuan-2024/"
        page.goto(f"{base}sichuan-2024/9/#h2-k1-p2-t1")
        page.wait_for_url("**/full/**")
        assert page.url == f"{base}sichuan-2024/full/#h2-k1-p2-t1"
        page.goto(f"{base}nothing/")
        expect(page.locator("#not-found")).to_be_hidden()
        expect(page.get_by_role("heading", name="页面不存在")).to_be_visible()
    page.close()


@pytest.mark.parametrize("prefix", ["", "/texts"])
def test_its_styles_and_scripts_load_below_any_path(browser: Browser, levels: Path, prefix: str) -> None:
    """The site knows no address: only the path that was asked for says where it lies. Each script runs once."""
    page = browser.new_page()
    loaded: list[str] = []
    page.on("response", lambda answer: loaded.append(answer.url) if answer.ok else None)
    for base in serving(levels / "site", prefix):
        page.goto(f"{base}yunling/9/a/b/", wait_until="networkidle")
        asked = page.evaluate("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((one) => one.href ?? one.src)")
        there = [address for address in asked if address in loaded]
        assert all(address.startswith(f"{base}assets/") for address in there)
        assert {Path(address).name for address in there} == {Path(address).name for address in asked}
        assert len(there) == len(set(there))
        page.keyboard.press("/")
        expect(page.locator(".md-search__input")).to_be_focused()
    page.close()


@pytest.mark.parametrize("lost", ["nosuch", "no/such/deep/page/", "x.html", "1/2/3/4/5/6/7/8/9/"])
@pytest.mark.parametrize("prefix", ["", "/texts", "/a/b"])
def test_it_is_whole_below_any_path_that_names_nothing_of_the_site(browser: Browser, levels: Path, prefix: str, lost: str) -> None:
    """Then only the folder in which its style sheet is found says where it lies."""
    page = browser.new_page()
    for base in serving(levels / "site", prefix):
        page.goto(base + lost)
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        home = page.get_by_role("link", name="返回首页")
        expect(home).to_have_js_property("href", base)
        assert page.locator("link[rel=stylesheet]").count() == 1
        page.keyboard.press("/")
        expect(page.locator(".md-search__input")).to_be_focused()
    page.close()


def test_that_page_keeps_to_a_folder_that_is_named_like_one_of_the_sites_own(browser: Browser, builds: Builds) -> None:
    root = builds.levels(SITE_URL="https://texts.example/data/")
    page = browser.new_page()
    for base in serving(root / "site", "/data"):
        page.goto(f"{base}nothing/")
        assert page.get_by_role("link", name="返回首页").evaluate("link => link.href") == base
        page.goto(f"{base}yunling/9/a/b/")
        page.get_by_role("link", name="《中共云岭省委关于加快清洁水源建设的决定》").click()
        assert page.url == f"{base}yunling/"
    page.close()


ELSEWHERE = [
    "//evil.example/",
    "///evil.example/",
    "/\\\\evil.example/",
    "/\\evil.example/",
    "/%5Cevil.example/",
    "/%2F%2Fevil.example/",
    "/.//evil.example/",
]
"""How a path may begin that a browser could read as the name of another host."""


REST = ("yunling/9/", "yunling/9/#h1", "data/x/", "yunling/%23h1")
LOST = [(before, REST[number % len(REST)]) for number, before in enumerate(ELSEWHERE)]
"""Every beginning once, every rest at least once."""
EVERY_LOST = [(before, rest) for before in ELSEWHERE for rest in REST]


@pytest.mark.parametrize("lost", [LOST, pytest.param(EVERY_LOST, marks=pytest.mark.full)], ids=["some", "every"])
@pytest.mark.parametrize(
    ("site_url", "prefix"),
    [
        ("", "/a"),
        ("https://texts.example/a/", ""),
        pytest.param("", "", marks=pytest.mark.full),
        pytest.param("https://texts.example/a/", "/a", marks=pytest.mark.full),
    ],
)
def test_no_path_leads_to_another_host(
    browser: Browser, builds: Builds, site_url: str, prefix: str, lost: Sequence[tuple[str, str]]
) -> None:
    root = builds.levels(SITE_URL=site_url) if site_url else builds.levels()
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    for base in serving(root / "site", prefix):
        origin = base.removesuffix(f"{prefix}/")
        for address, page in opened_together(context, (f"{origin}{before}{rest}" for before, rest in lost)):
            targets = "[...document.querySelectorAll('[href],[src]')].map((one) => new URL(one.href ?? one.src, location).origin)"
            shown = set(evaluated(page, targets)) - {site_url.removesuffix("/a/")}
            assert (page.url.startswith(f"{origin}/"), shown) == (True, {origin}), (address, page.url)
        assert {url for url in asked if not url.startswith(f"{origin}/")} == set()
        assert len(asked) > len(lost)
    context.close()


@pytest.mark.parametrize(
    "lost",
    [
        "sichuan-2024/2/%23h2-k1-p2-t1",
        "sichuan-2024/%3Fat=h2-k1-p2-t1",
        "sichuan-2024/%3Fat=h2-k1-p2-t1%23h2-k1-p2-t1",
        "sichuan-2024/9/#H2-K1-P2-T1",
    ],
)
def test_a_unit_that_was_encoded_into_the_path_is_found(browser: Browser, built: Path, lost: str) -> None:
    page = browser.new_page()
    for base in serving(built / "site"):
        page.goto(base + lost)
        page.wait_for_url("**/full/**")
        assert page.url == f"{base}sichuan-2024/full/#h2-k1-p2-t1"
    page.close()


def test_where_there_is_no_javascript_the_page_lists_all_documents(built: Path) -> None:
    page = BeautifulSoup((built / "site/404.html").read_text(), "html.parser")
    assert [a.get_text() for a in page.select("article li a[data-document=sichuan-2024]")] == [TITLE]


def test_the_page_for_what_is_not_there_knows_every_folder_of_the_site_and_no_document_can_be_one(built: Path) -> None:
    page = BeautifulSoup((built / "site/404.html").read_text(), "html.parser")
    data = page.find("script", id="site")
    assert data
    folders = {path.name for path in (built / "site").iterdir() if path.is_dir()}
    assert set(json.loads(data.get_text())["names"]) == folders
    assert folders - set(DOCUMENTS) <= OF_THE_SITE <= RESERVED
    assert all(name in CODES["DOC008"].explanation for name in OF_THE_SITE)
