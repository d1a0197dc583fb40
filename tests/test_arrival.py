"""What a reader sees who follows a link to a sentence, and the mark that shares it: neither lies on the text."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browsing import first_line

READING = "suining-2024/2/"
SENTENCE = "h2-k1-p1-t4"
FRAME = "node => getComputedStyle(node).outlineStyle"


def test_an_arrival_is_marked_and_not_framed_until_keys_are_used(desk: Page, address: str) -> None:
    desk.goto(f"{address}{READING}#{SENTENCE}")
    arrived = desk.locator(f"[id='{SENTENCE}']")
    expect(arrived).to_have_class(re.compile(r"\bat\b"))
    assert arrived.evaluate(FRAME) == "none"
    expect(desk.locator("#share-dot")).to_be_hidden()
    arrived.focus()
    desk.keyboard.press("ArrowRight")
    following = desk.locator(f"[id='{SENTENCE[:-1]}5']")
    expect(following).to_be_focused()
    assert following.evaluate(FRAME) == "solid"
    desk.keyboard.press("ArrowLeft")
    assert arrived.evaluate(FRAME) == "solid"


def test_the_mark_fits_between_two_lines(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    desk.mouse.move(*first_line(desk, SENTENCE))
    mark = desk.locator("#share-dot")
    expect(mark).to_be_visible()
    free, size, above = desk.evaluate(
        """id => {
            const sentence = document.getElementById(id), style = getComputedStyle(sentence);
            const last = [...sentence.getClientRects()].at(-1), mark = document.getElementById("share-dot").getBoundingClientRect();
            const glyph = parseFloat(style.fontSize), middle = (last.top + last.bottom) / 2;
            return [parseFloat(style.lineHeight) - glyph, mark.height, mark.top - (middle + glyph / 2)];
        }""",
        SENTENCE,
    )
    assert size <= free
    assert 0 <= above <= free - size


def test_without_a_margin_the_mark_is_a_bar_at_the_foot_for_what_is_selected(narrow: Page, address: str) -> None:
    narrow.goto(address + READING)
    narrow.mouse.move(*first_line(narrow, SENTENCE))
    expect(narrow.locator(f"[id='{SENTENCE}']")).to_have_class(re.compile(r"\bon\b"))
    narrow.evaluate("id => getSelection().selectAllChildren(document.getElementById(id))", SENTENCE)
    bar = narrow.get_by_role("button", name="分享：二（一）第1段第4句")
    expect(bar).to_have_text("引用与分享")
    box = bar.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 360, 740)
    assert box["height"] >= 44
    bar.click()
    expect(narrow.get_by_role("menuitem", name="复制链接", exact=True)).to_be_visible()


def test_the_quiet_line_says_how_many_rows_are_the_sentences_own(narrow: Page, address: str) -> None:
    narrow.goto(f"{address}{READING}#{SENTENCE}")
    line = narrow.locator("[id='aids-h2-k1-p1']>summary")
    expect(line).to_have_attribute("data-here", "本句 2")
    assert line.evaluate("node => getComputedStyle(node, '::before').content") == '"本句 2"'
    assert line.evaluate("node => getComputedStyle(node, '::before').display") != "none"
