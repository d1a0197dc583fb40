"""The frame of every page in a browser: menu, light and dark, skip link, what is left without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAPER = {"light": "rgb(251, 248, 241)", "dark": "rgb(23, 21, 18)"}


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_on_a_phone_the_menu_opens_and_leads_on_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(address)
    page.locator(".site-menu summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".site-menu nav")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_systems_setting_holds_until_the_reader_chooses(browser: Browser, address: str, scheme: str) -> None:
    other = "dark" if scheme == "light" else "light"
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    assert paper(page) == PAPER[scheme]
    page.locator("#scheme").click()
    assert paper(page) == PAPER[other]
    page.goto(f"{address}glossary/")
    assert paper(page) == PAPER[other]
    page.locator("#scheme").click()
    assert paper(page) == PAPER[scheme]
    page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
    assert paper(page) == PAPER[other], "the choice was given back to the system"
    context.close()


def test_print_is_light_in_the_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}suining-2024/2/")
    page.locator("#scheme").click()
    page.locator("#scheme").click()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.sentence')).color") in ("rgb(0, 0, 0)", "rgb(33, 28, 23)")
    context.close()


def test_the_first_tab_skips_to_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}suining-2024/2/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/suining-2024/2/#h2")


@pytest.mark.parametrize("kind", ["", "suining-2024/2/", "glossary/", "compare/suining-2024/sichuan-2024/by-suining-2024/"])
def test_without_scripts_everything_is_there_but_what_would_not_work(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + kind)
    expect(page.locator("h1")).to_be_visible()
    for needs_scripts in (".md-search", "#scheme", ".ask", ".filter"):
        for element in page.locator(needs_scripts).all():
            expect(element).not_to_be_visible()
    for fold in page.locator(".aids details").all()[:3]:
        fold.locator("summary").click()
        expect(fold.locator("> :not(summary)").first).to_be_visible()
    context.close()


def test_the_policy_allows_the_one_inline_script_and_no_other(built: Path) -> None:
    site = built / "site"
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', (site / "404.html").read_text())
    assert policy
    assert "unsafe-inline'" not in policy[1].split("script-src")[1].split(";")[0]
    for page in site.rglob("*.html"):
        scripts = re.findall(r"<script(?![^>]*(?:src=|application/(?:ld\+)?json))[^>]*>(.*?)</script>", page.read_text(), re.DOTALL)
        assert len(scripts) == (1 if page.name == "404.html" else 0), page
        for script in scripts:
            assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy[1]


def test_an_error_is_reported_with_its_place_and_address(browser: Browser, built: Path, address: str) -> None:
    page = browser.new_page()
    page.route(
        "**/suining-2024/2/",
        lambda route: route.fulfill(
            body=(built / "site/suining-2024/2/index.html")
            .read_text()
            .replace("</head>", '<meta name="report" content="https://example.org/new?title={title}&amp;body={url}"></head>'),
            content_type="text/html",
        ),
    )
    page.goto(f"{address}suining-2024/2/")
    page.locator("#h2-k1-p1 .num").click()
    link = page.get_by_role("menuitem", name="报告这里有错").get_attribute("href")
    assert link
    assert "%E9%81%82%E5%AE%81" in link
    assert "full%2F%23h2-k1-p1" in link
    page.close()
