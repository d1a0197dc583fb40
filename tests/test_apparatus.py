"""The section page with its apparatus: sentences and their rows tied together, in the margin of a desk and in the sheet of a phone."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import settled
from tests.html import parsed, values

READING = "suining-2024/2/"
SENTENCE = "h2-k1-p1-t4"


def unit(page: Page, anchor: str) -> Locator:
    return page.locator(f"[id='{anchor}']")


def rows(page: Page, anchor: str) -> Locator:
    return page.locator(f".row[data-s~='{anchor}']")


def marked(page: Page, name: str) -> set[str]:
    return set(page.locator(f".sentence.{name}").evaluate_all("all => all.map((one) => one.id)"))


# --- what stands in the page


def test_every_row_stands_once_under_its_paragraph_and_says_whose_it_is(built: Path) -> None:
    page = parsed(built / "site" / READING / "index.html")
    units = set(values(page, "[id]", "id"))
    rows = page.css("details.aids > .rows > .row")
    assert len(rows) > 100
    for box in page.css("details.aids"):
        block = str(box.attributes["id"]).removeprefix("aids-")
        owners = {owner for said in values(box, ".row", "data-s") for owner in said.split()}
        assert owners <= units
        assert {owner for owner in owners if owner != block and not owner.startswith(f"{block}-t")} == set()
    assert all(row.attributes.get("data-s") for row in rows)
    named = [row.attributes["id"] for row in rows if row.attributes.get("id")]
    assert len(named) == len(set(named))


def test_a_section_page_is_light(built: Path) -> None:
    site = built / "site"
    page = site / READING / "index.html"
    html = page.read_text(encoding="utf-8")
    scripts = [site / re.sub(r"^(?:\.\./)+", "", path) for path in re.findall(r'<script src="([^"]+)"', html)]
    sheets = [site / re.sub(r"^(?:\.\./)+", "", path) for path in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)]

    def sent(files: list[Path]) -> int:
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)

    assert sent(scripts) <= 13 * 1024
    assert sent(sorted((site / "assets").glob("*.js"))) <= 40_000  # all there is ever, search engine and own file's check too
    assert sent([page, *scripts, *sheets]) <= 65_000


# --- a sentence and its rows


def test_pointing_at_a_sentence_marks_its_rows_and_at_a_row_its_sentence(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    unit(desk, "h2-k1-p1-t1").hover(position={"x": 60, "y": 8})
    expect(rows(desk, "h2-k1-p1-t1").first).to_have_class(re.compile(r"\bon\b"))
    assert marked(desk, "on") == {"h2-k1-p1-t1"}
    rows(desk, SENTENCE).first.hover()
    assert marked(desk, "on") == {SENTENCE}
    desk.locator("h1").hover()
    desk.mouse.move(2, 2)
    assert marked(desk, "on") == set()


def test_focus_marks_like_the_pointer_and_arrows_walk_the_sentences(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    desk.keyboard.press("Tab")
    unit(desk, "h2-k1-p1-t1").focus()
    desk.keyboard.press("ArrowRight")
    expect(unit(desk, "h2-k1-p1-t2")).to_be_focused()
    assert marked(desk, "on") == {"h2-k1-p1-t2"}
    stops = desk.locator("[id='h2-k1-p1'] .sentence[tabindex='0']")
    expect(stops).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1440])
def test_an_arrival_marks_the_sentence_and_its_rows_with_two_clear_lines_above(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}{READING}#{SENTENCE}")
    expect(unit(page, SENTENCE)).to_have_class(re.compile(r"\bat\b"))
    expect(rows(page, SENTENCE).first).to_have_class(re.compile(r"\bat\b"))
    line, clear = page.evaluate(
        """id => {
            const at = document.getElementById(id).getClientRects()[0], end = document.querySelector(".md-header").getBoundingClientRect().bottom;
            return [parseFloat(getComputedStyle(document.getElementById(id).parentElement).lineHeight), at.top - end];
        }""",
        SENTENCE,
    )
    assert clear >= 2 * line - 6
    page.close()


def test_numbers_of_sentences_come_by_a_switch_that_the_address_keeps(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    content = "id => getComputedStyle(document.getElementById(id), '::before').content"
    assert desk.evaluate(content, SENTENCE) == "none"
    desk.get_by_label("句号序").check()
    assert desk.url.endswith("?layers=links,terms,notes,numbers")
    assert "counter" in desk.evaluate(content, SENTENCE)
    desk.reload()
    assert desk.get_by_label("句号序").is_checked()
    desk.get_by_label("句号序").uncheck()
    assert "layers" not in desk.url


# --- the margin


def test_the_margin_makes_no_holes_and_its_blocks_never_overlap(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    settled(desk)
    gap, over, late = desk.evaluate(
        """() => {
            const boxes = (all) => all.map((one) => one.getBoundingClientRect());
            const text = boxes([...document.querySelectorAll("article > :is(h1, h2, h3, p)")]);
            const all = [...document.querySelectorAll("article > .aids")].filter((one) => one.offsetHeight);
            const aids = boxes(all), between = (list) => list.slice(1).map((box, i) => box.top - list[i].bottom);
            const start = all.map((one) => one.getBoundingClientRect().top
                - document.getElementById(one.id.slice(5)).getBoundingClientRect().top);
            return [Math.max(...between(text)), Math.min(...between(aids)), Math.max(...start)];
        }"""
    )
    assert gap <= 60
    assert over >= 0
    assert late <= 120


def test_opening_a_row_moves_no_text_and_a_visible_note_does_not_jump(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    tops = "() => [...document.querySelectorAll('article > p')].map((one) => one.getBoundingClientRect().top + scrollY)"
    settled(desk)
    before = desk.evaluate(tops)
    row = rows(desk, SENTENCE).first
    row.locator("summary").click()
    expect(row).to_have_attribute("open", "")
    settled(desk)
    assert desk.evaluate(tops) == pytest.approx(before, abs=1)  # a tenth of a pixel may come of the row's own rounding
    sign = desk.locator("[id='h2-k1-p1'] a.ref").first
    sign.scroll_into_view_if_needed()
    at, url = desk.evaluate("scrollY"), desk.url
    sign.click()
    note = desk.locator(f"details{sign.get_attribute('href')}")
    expect(note).to_have_attribute("open", "")
    expect(note).to_have_class(re.compile(r"\bat\b"))
    assert (desk.evaluate("scrollY"), desk.url) == (at, url)
    desk.keyboard.press("Escape")
    assert marked(desk, "at") == set()


def test_by_keys_from_a_sentence_to_its_rows_and_back(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    unit(desk, SENTENCE).focus()
    desk.keyboard.press("Enter")
    expect(rows(desk, SENTENCE).first.locator("summary")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(unit(desk, SENTENCE)).to_be_focused()
    assert marked(desk, "at") == set()


def test_a_desk_has_no_bar_at_its_foot_and_a_narrowed_window_has(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    bar = desk.locator("#reading-bar")
    expect(bar).to_be_attached()
    expect(bar).to_be_hidden()
    desk.set_viewport_size({"width": 768, "height": 900})
    expect(bar).to_be_visible()


# --- without scripts, and sharing


@pytest.mark.parametrize("width", [360, 1440])
def test_without_scripts_the_rows_open_by_themselves(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + READING)
    if width == 360:
        page.locator("[id='aids-h2-k1-p1'] > summary").click()
    row = rows(page, "h2-k1-p1-t1").first
    row.locator("summary").click()
    expect(row.locator("blockquote")).to_be_visible()
    context.close()


def test_the_landing_page_leads_to_the_first_part(page: Page, address: str) -> None:
    page.goto(f"{address}suining-2024/")
    page.locator(".turn").get_by_role("link").click()
    page.wait_for_url("**/suining-2024/1/")
