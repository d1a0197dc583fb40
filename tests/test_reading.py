"""Reading in a browser: counterparts, terms and notes by mouse, keyboard and touch; layers; access for everyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browsing import KINDS, SMALL_KINDS, some_now
from tests.test_frame import paper

READING = "suining-2024/2/"
AXE_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
AXE_OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""Those of the rules whose answer depends on the colours."""


def test_a_counterpart_opens_to_the_other_text_and_leads_there(page: Page, address: str) -> None:
    page.goto(address + READING)
    counterpart = page.locator("[id='link-sichuan-2024-h2-k2-p2-t4-h2-k2-p4-t3']")
    assert not counterpart.locator("blockquote").is_visible()
    counterpart.locator("summary").click()
    assert "大力发展低空经济和商业航天" in counterpart.locator("blockquote").inner_text()
    counterpart.get_by_role("link", name="原处").click()
    assert page.url == f"{address}sichuan-2024/2/#h2-k2-p4-t3"


def test_a_comparison_row_has_an_address(page: Page, address: str) -> None:
    row = "row-h2-k2-p2-t4-h2-k2-p4-t3"
    page.goto(f"{address}compare/suining-2024/sichuan-2024/by-suining-2024/#{row}")
    expect(page.locator(f"[id='{row}']")).to_be_in_viewport()


def test_the_matrix_leads_to_the_pairs(page: Page, address: str) -> None:
    page.goto(f"{address}compare/suining-2024/sichuan-2024/")
    page.get_by_role("link", name="遂宁市委决定二（二）与四川省委决定二（二）").click()
    assert "/by-suining-2024/2/?cell=h2-k2.h2-k2#row-h2-k2" in page.url
    expect(page.locator(".pairs tr[data-c]:visible")).to_have_count(27)


def test_a_gloss_opens_by_mouse_and_stays_while_it_is_hovered(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.clock.install()
    page.goto(address + READING)
    term = page.locator("a.term").first
    term.scroll_into_view_if_needed()
    term.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    tip.hover()
    page.clock.run_for(5000)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.close()


def test_a_gloss_opens_by_keyboard_and_closes_with_escape(page: Page, address: str) -> None:
    page.goto(address + READING)
    term = page.locator("a.term").first
    term.focus()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")


def test_a_gloss_opens_by_touch_and_the_second_touch_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + READING)
    term = page.locator("a.term").first
    term.scroll_into_view_if_needed()
    term.tap()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    term.tap()
    page.wait_for_url("**/glossary/#term-*")
    context.close()


def test_without_javascript_a_term_is_a_plain_link_and_the_list_explains_it(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + READING)
    page.locator("details.glosses summary").click()
    assert page.locator("details.glosses li").first.is_visible()
    page.locator("a.term").first.click()
    assert "/glossary/#term-" in page.url
    context.close()


def test_a_note_is_beside_its_sentence_and_its_sign_opens_it_there(page: Page, address: str) -> None:
    page.goto(address + READING)
    sign = page.locator("a.ref").first
    target = str(sign.get_attribute("href"))
    sign.click()
    assert page.url == address + READING
    expect(page.locator(f"details{target}")).to_have_attribute("open", "")
    expect(page.locator(f"details{target}")).to_be_in_viewport()


def test_layers_are_switched_remembered_and_set_by_the_address(page: Page, address: str) -> None:
    page.goto(address + READING)
    page.get_by_label("对照").uncheck()
    assert not page.locator("details.cp").first.is_visible()
    assert page.locator("details.annot").first.is_visible()
    assert page.url.endswith("?layers=terms,notes")
    page.goto(address + "sichuan-2024/2/")
    assert not page.get_by_label("对照").is_checked()
    page.goto(address + READING + "?layers=")
    assert not page.locator("details.annot").first.is_visible()
    assert not page.locator("details.cp").first.is_visible()
    page.goto(address + READING + "?layers=links,terms,notes")
    assert page.locator("details.cp").first.is_visible()


def test_the_glossary_filters(page: Page, address: str) -> None:
    page.goto(address + "glossary/")
    page.get_by_role("searchbox", name="筛选").fill("智改")
    expect(page.get_by_role("status")).to_contain_text("项")
    assert page.locator("[id='term-zhigaishuzhuan']").is_visible()
    assert page.locator(".entry:visible").count() < 10


def test_after_another_filter_only_letters_with_entries_stand_in_the_glossary(page: Page, address: str) -> None:
    page.goto(address + "glossary/")
    for words in ("qqqqqq", "智改数转"):
        page.get_by_role("searchbox", name="筛选").fill(words)
    entries = page.locator(".entry:visible")
    letters = entries.evaluate_all(
        """all => [...new Set(all.map((entry) => {
            let before = entry;
            while (!before.matches("h2")) before = before.previousElementSibling;
            return before.id;
        }))]"""
    )
    assert letters
    assert page.locator("h2[id^=initial-]:visible").evaluate_all("all => all.map((letter) => letter.id)") == letters


def test_a_table_sorts_without_loss(page: Page, address: str) -> None:
    page.goto(address + "glossary/concordance/")
    rows = page.locator(".sortable tbody tr")
    count = rows.count()
    page.get_by_role("button", name="合计").click()
    numbers = [int(text) for text in page.locator(".sortable tbody td:nth-child(4)").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert rows.count() == count


@pytest.fixture
def checked(browser: Browser) -> Iterator[Page]:
    """A page in which the checker runs: where the policy refuses its script, that is said in the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_an_accessibility_checker_finds_nothing_and_in_the_dark_the_colours_do_as_well(checked: Page, small_address: str) -> None:
    for kind in SMALL_KINDS:
        in_both_schemes(checked, small_address + kind)


@pytest.mark.parametrize("kind", some_now(KINDS, ("sichuan-2024/",)))
def test_on_the_pages_of_the_decisions_it_finds_nothing_either(checked: Page, address: str, kind: str) -> None:
    in_both_schemes(checked, address + kind)


def in_both_schemes(page: Page, address: str) -> None:
    colours(page, "light")
    page.goto(address)
    assert violations(page, AXE_RULES) == [], address
    light = paper(page)
    colours(page, "dark")
    assert paper(page) != light
    assert violations(page, AXE_OF_COLOURS) == [], address


def colours(page: Page, scheme: Literal["light", "dark"]) -> None:
    """As if the reader's system changed over; what fades has faded, and what that sets fading too. (To wait for it may take for ever: what a
    page does not draw just now does not go on.)
    """
    page.emulate_media(color_scheme=scheme)
    page.evaluate(
        "for (let left, times = 0; (left = document.getAnimations()).length && times < 20; times++) left.forEach((one) => one.finish())"
    )


def violations(page: Page, rules: Mapping[str, object]) -> list[str]:
    found = Axe().run(page, options=dict(rules)).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in found]
