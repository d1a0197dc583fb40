"""On a phone: rows in a sheet, the line under a paragraph, the bar at the foot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Tab, first_line, settled
from tests.test_apparatus import READING, SENTENCE, rows, unit


@pytest.fixture(scope="module")
def phone_tab(browser: Browser) -> Iterator[Tab]:
    made = Tab(browser, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield made
    made.context.close()


@pytest.fixture
def phone(phone_tab: Tab) -> Iterator[Page]:
    yield from phone_tab.lent()


def tap(page: Page, anchor: str) -> None:
    page.touchscreen.tap(*first_line(page, anchor))


# --- the phone


def test_on_paper_the_rows_of_the_sheet_stand_in_the_text(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    tap(phone, SENTENCE)
    own = phone.locator("[id='aids-h2-k1-p1'] .row")
    inside = phone.locator("dialog[open] .row[data-s]")
    count = inside.count()
    assert count
    assert own.count() == 0
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(inside).to_have_count(0)
    expect(own).to_have_count(count)
    assert own.evaluate_all("all => all.every((one) => !one.hidden)")
    assert phone.locator(f"[id='aids-h2-k1-p1'] details.cp[open][data-s='{SENTENCE}']").count()
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(inside).to_have_count(count)
    expect(phone.locator("dialog[open] details.row[data-s]:visible:not([open])")).to_have_count(0)


def test_a_tap_on_a_sentence_opens_its_rows_in_a_sheet_and_back_closes_it(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    count, every = rows(phone, SENTENCE).count(), phone.locator("[id='aids-h2-k1-p1'] .row").count()
    tap(phone, SENTENCE)
    sheet = phone.locator("dialog[open]")
    expect(sheet).to_be_visible()
    expect(sheet.locator(".row[data-s]:visible")).to_have_count(count)
    expect(sheet.locator("details.row:visible:not([open])")).to_have_count(0)
    top = sheet.bounding_box()
    first = unit(phone, SENTENCE).evaluate("one => one.getClientRects()[0].top")
    assert top
    assert 0 < first < top["y"] - 20
    phone.go_back()
    expect(sheet).to_have_count(0)
    assert phone.url == address + READING
    expect(phone.locator("[id='aids-h2-k1-p1'] > .rows > .row")).to_have_count(every)
    expect(phone.locator("[id='aids-h2-k1-p1'] details.cp[open]")).to_have_count(0)
    phone.go_forward()
    expect(sheet).to_be_visible()


@pytest.mark.parametrize("way", ["×", "Escape", "outside"])
def test_the_sheet_closes_and_leaves_the_history_as_it_was(phone: Page, address: str, way: str) -> None:
    phone.goto(address + READING)
    length = phone.evaluate("history.length")
    tap(phone, SENTENCE)
    sheet = phone.locator("dialog[open]")
    expect(sheet).to_be_visible()
    if way == "×":
        phone.get_by_role("button", name="关闭", exact=True).tap()
    elif way == "Escape":
        phone.keyboard.press("Escape")
    else:
        phone.touchscreen.tap(180, 70)
    expect(sheet).to_have_count(0)
    phone.wait_for_function("() => !history.state?.sheet")
    assert phone.evaluate("history.length") <= length + 1


def test_the_line_under_a_paragraph_opens_all_its_rows_closed_and_a_sign_opens_its_note(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    phone.locator("[id='aids-h2-k1-p1'] > summary").tap()
    sheet = phone.locator("dialog[open]")
    expect(sheet.locator("details.cp:visible")).to_have_count(8)
    expect(sheet.locator("details.cp[open]")).to_have_count(0)
    phone.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    sign = phone.locator("[id='h2-k1-p1'] a.ref").first
    target = str(sign.get_attribute("href"))
    sign.tap()
    expect(sheet.locator(f"details{target}")).to_have_attribute("open", "")
    assert sheet.locator("details.row[open]").count() == 1


def test_neighbouring_sentences_are_one_step_away_without_new_history(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    tap(phone, SENTENCE)
    phone.get_by_role("button", name="下一句").tap()
    expect(phone.locator("#sheet-title")).to_have_text("二（一）第1段第5句")
    phone.go_back()
    expect(phone.locator("dialog[open]")).to_have_count(0)


def test_the_page_of_a_phone_is_hardly_longer_with_its_layers(phone: Page, address: str) -> None:
    heights = []
    for layers in ("", "links,terms,notes,numbers"):
        phone.goto(f"{address}{READING}?layers={layers}")
        settled(phone)
        heights.append(phone.evaluate("document.documentElement.scrollHeight"))
    assert heights[1] <= 1.2 * heights[0]


def test_the_bar_says_where_one_is_and_goes_while_scrolling_down(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    bar = phone.get_by_role("navigation", name="阅读", exact=True)
    expect(bar).to_be_in_viewport()
    phone.evaluate("scrollTo(0, 1500)")
    expect(bar).to_have_class("off")
    phone.evaluate("scrollTo(0, 1300)")
    expect(bar).not_to_have_class("off")
    expect(bar).to_contain_text("二（一）")
    bar.get_by_role("button").tap()
    expect(phone.locator("dialog[open] a").first).to_be_visible()
    phone.keyboard.press("Escape")
    assert [link.get_attribute("aria-label") for link in bar.get_by_role("link").all()][1].startswith("下一部分：三、")  # type: ignore[union-attr]


@pytest.mark.parametrize("page", ["", "2/", "full/"])
def test_the_bar_has_the_contents_of_every_page_of_a_text(phone: Page, address: str, page: str) -> None:
    phone.goto(f"{address}sichuan-2024/{page}")
    phone.locator("#reading-bar button").tap()
    phone.locator("dialog[open] a", has_text="四、").tap()
    expect(phone.locator("h1, h2").filter(has_text="提升人民群众生活品质").first).to_be_in_viewport()


def test_the_share_sheet_of_a_phone_quotes_the_sentence_and_keeps_it_in_view(phone: Page, address: str) -> None:
    phone.goto(address + READING)
    tap(phone, SENTENCE)
    phone.get_by_role("button", name="引用与分享").tap()
    share = phone.locator("#share")
    expect(share).to_be_visible()
    expect(share.locator(".quote")).to_contain_text("聚焦电子信息产业")
    box = share.bounding_box()
    assert box
    assert unit(phone, SENTENCE).evaluate("one => one.getClientRects()[0].bottom") < box["y"]
