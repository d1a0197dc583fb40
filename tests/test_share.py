"""Sharing in a browser: what every entry of the menu puts on the clipboard, by mouse, keyboard and touch; copying a selection."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from duidu.prove.extract import official_units
from tests.browsing import Tab, some_now
from tests.projects import DOCUMENTS, ROOT
from tests.searching import ask

TITLE = "中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定"
READING = "sichuan-2024/2/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def units(built: Path) -> dict[str, dict[str, str]]:
    """All units by id, as the data files have them."""
    files = [built / "site/data" / document / "units.json" for document in DOCUMENTS]
    return {unit["id"]: unit for file in files for unit in json.loads(file.read_text())}


@pytest.fixture(scope="module")
def desk_tab(browser: Browser) -> Iterator[Tab]:
    made = Tab(browser, viewport={"width": 1280, "height": 800}, permissions=CLIPBOARD)
    yield made
    made.context.close()


@pytest.fixture
def desk(desk_tab: Tab) -> Iterator[Page]:
    """A page on a desk that may read the clipboard."""
    yield from desk_tab.lent()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def number(page: Page, anchor: str) -> None:
    page.locator(f"[id='{anchor}'] > .num").click()
    expect(page.get_by_role("menu")).to_be_visible()


def choose(page: Page, name: str) -> str:
    page.get_by_role("menuitem", name=name, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("已复制")
    expect(page.get_by_role("menu")).to_be_hidden()
    return clipboard(page)


def today() -> tuple[str, str]:
    now = date.today()
    return now.isoformat(), f"{now.year}年{now.month}月{now.day}日"


@pytest.mark.parametrize("anchor", ["h2-k1-p2", "h2-k1-d1-t2", "h2-k1"])
def test_every_entry_copies_what_it_says(desk: Page, address: str, units: dict[str, dict[str, str]], anchor: str) -> None:
    desk.goto(f"{address}{READING}?layers=links,terms,notes#h2")
    place = {"h2-k1-p2": "二（一）第2段", "h2-k1-d1-t2": "二（一）第1点第2句", "h2-k1": "二（一）"}[anchor]
    unit = units[f"sichuan-2024#{anchor}"]
    text, short = unit["text"], unit["sha256"][:8]
    link = f"{address}sichuan-2024/full/#{anchor}"
    iso, day = today()
    tail = f"文本指纹 {short}，{day}查阅：{link}"
    wanted = {
        "复制链接": f"{address}sichuan-2024/?at={anchor}#{anchor}",
        "复制全文页链接（适合引用）": link,
        "复制原文": text,
        "公文式": f"《{TITLE}》（2024年5月13日通过）{place}。转录文本，文本指纹{short}，{day}查阅：{link}",
        "GB/T 7714—2025": f"中共四川省委. {TITLE}[EB/OL]. （2024-05-13）[{iso}]. {link}. （引自{place}；转录文本，文本指纹{short}）",
        "GB/T 7714—2015": f"中共四川省委. {TITLE}[EB/OL]. (2024-05-13)[{iso}]. {link}. （引自{place}；转录文本，文本指纹{short}）",
        "Markdown": f"> {text}\n>\n> ——[《{TITLE}》{place}]({link})，2024年5月13日通过；转录文本，文本指纹 `{short}`，{day}查阅",
        "纯文本": f"{text}\n——《{TITLE}》（2024年5月13日通过）{place}。转录文本，{tail}",
    }
    for name, copied in wanted.items():
        if anchor == "h2-k1":
            desk.locator("[id='h2-k1'] > .headerlink").click(force=True)
        else:
            number(desk, re.sub(r"-t\d+$", "", anchor))
        if sentence := re.search(r"-t(\d+)$", anchor):
            desk.get_by_role("menuitem", name=f"第{sentence[1]}句", exact=True).click()
        assert choose(desk, name) == copied
        expect(desk.get_by_role("status")).to_contain_text(place)


@pytest.mark.parametrize("anchor", some_now(("h2-k1-p2", "h2-k1-d1-t2"), ("h2-k1-d1-t2",)))
def test_everything_that_can_be_copied_leads_back_to_its_unit_when_searched(desk: Page, address: str, anchor: str) -> None:
    forms = ["复制链接", "复制全文页链接（适合引用）", "公文式", "GB/T 7714—2025", "GB/T 7714—2015", "Markdown", "纯文本"]
    copied: dict[str, str] = {}
    desk.goto(f"{address}{READING}")
    for form in forms:
        number(desk, re.sub(r"-t\d+$", "", anchor))
        if sentence := re.search(r"-t(\d+)$", anchor):
            desk.get_by_role("menuitem", name=f"第{sentence[1]}句", exact=True).click()
        copied[form] = choose(desk, form)
    desk.goto(address)
    for form, text in copied.items():
        hits = ask(desk, text)
        assert hits[:1] == [f"sichuan-2024#{anchor}"], form
        assert desk.locator(".md-search-result__list a").count() <= 10, form


def test_the_hash_is_that_of_the_data_in_every_seventh_paragraph(desk: Page, address: str, units: dict[str, dict[str, str]]) -> None:
    for path, document in ((READING, "sichuan-2024"), ("suining-2024/full/", "suining-2024")):
        desk.goto(address + path)
        for paragraph in desk.locator("article p:has(> .num)").all()[::7]:
            anchor = str(paragraph.get_attribute("id"))
            number(desk, anchor)
            assert units[f"{document}#{anchor}"]["sha256"][:8] in choose(desk, "公文式")


def test_keys_move_in_the_menu_and_escape_returns(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    trigger = desk.locator("[id='h2-k1-p2'] > .num")
    expect(trigger).to_have_role("button")
    expect(trigger).to_have_accessible_name("分享：二（一）第2段")
    trigger.focus()
    desk.keyboard.press("Enter")
    expect(trigger).to_have_attribute("aria-expanded", "true")
    menu = desk.get_by_role("menu", name="四川省委决定二（一）第2段")
    items = menu.get_by_role("menuitem")
    expect(items.first).to_be_focused()
    desk.keyboard.press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    desk.keyboard.press("End")
    expect(items.last).to_be_focused()
    desk.keyboard.press("ArrowDown")
    expect(items.first).to_be_focused()
    desk.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    desk.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(trigger).to_be_focused()
    expect(trigger).to_have_attribute("aria-expanded", "false")
    desk.keyboard.press("Space")
    desk.get_by_role("menuitem", name="第2句", exact=True).press("Enter")
    expect(desk.get_by_role("menu", name="四川省委决定二（一）第2段第2句")).to_be_visible()
    desk.keyboard.press("Enter")
    assert clipboard(desk) == f"{address}sichuan-2024/?at=h2-k1-p2-t2#h2-k1-p2-t2"
    expect(trigger).to_be_focused()


def test_a_mark_appears_at_the_hovered_sentence_and_outside_of_it(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    dot = desk.locator("#share-dot")
    assert not dot.is_visible()
    desk.locator("[id='h2-k1-p2-t2']").hover()
    expect(dot).to_be_visible()
    assert desk.locator("article #share-dot").count() == 0
    dot.click()
    assert choose(desk, "复制链接") == f"{address}sichuan-2024/?at=h2-k1-p2-t2#h2-k1-p2-t2"
    expect(dot).to_be_focused()


def test_a_selection_brings_the_mark_and_copies_clean(desk: Page, address: str, units: dict[str, dict[str, str]]) -> None:
    desk.goto(address + "suining-2024/2/")
    select = """([from, to]) => getSelection().setBaseAndExtent(document.getElementById(from), 0, document.getElementById(to),
        document.getElementById(to).childNodes.length)"""
    desk.evaluate(select, ["h2-k2-p2-t1", "h2-k2-p4-t2"])
    expect(desk.locator("#share-dot")).to_be_visible()
    desk.keyboard.press("Control+c")
    sentences = [unit for name, unit in units.items() if re.fullmatch(r"suining-2024#h2-k2-p[23]", name)]
    last = [units[f"suining-2024#h2-k2-p4-t{n}"]["text"] for n in (1, 2)]
    assert clipboard(desk) == "\n".join([*(unit["text"] for unit in sentences), "".join(last)])
    desk.evaluate(select, ["h2-k3", "h2-k3-p1"])
    desk.keyboard.press("Control+c")
    head, text = units["suining-2024#h2-k3"], units["suining-2024#h2-k3-p1"]["text"]
    assert clipboard(desk) == f"{head['marker']}{head['text']}\n{text}"


def test_a_counterpart_can_be_copied_as_ever(desk: Page, address: str) -> None:
    desk.goto(address + "suining-2024/2/")
    counterpart = desk.locator("[id='link-sichuan-2024-h2-k2-p2-t4-h2-k2-p4-t3']")
    counterpart.locator("summary").click()
    counterpart.locator("blockquote").evaluate("element => getSelection().selectAllChildren(element)")
    desk.keyboard.press("Control+c")
    assert "大力发展低空经济和商业航天" in clipboard(desk)


def test_the_scripts_are_light() -> None:
    for name in ("share.js", "share-menu.js", "landing.js", "share.css"):
        assert len(gzip.compress((ROOT / "overrides/assets" / name).read_bytes(), 9)) <= 6.5 * 1024, name


def test_the_text_in_the_page_is_untouched_by_sharing(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    before = list(official_units(desk.request.get(address + READING).text()))
    desk.locator("[id='h2-k1-p2-t2']").hover()
    number(desk, "h2-k1-p2")
    assert list(official_units(desk.content())) == before


def test_without_javascript_numbers_are_links_and_are_not_copied(browser: Browser, address: str, units: dict[str, dict[str, str]]) -> None:
    context = browser.new_context(java_script_enabled=False, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(address + "sichuan-2024/full/")
    page.locator("[id='h2-k1-p2-t1']").click(click_count=3)
    page.keyboard.press("Control+c")
    page.locator("[id='h2-k1-p2'] > .num").click()
    assert page.url.endswith("#h2-k1-p2")
    reader = context.browser.new_context(permissions=CLIPBOARD).new_page() if context.browser else page
    reader.goto(address)
    assert clipboard(reader).strip() == units["sichuan-2024#h2-k1-p2"]["text"]
    reader.context.close()
    context.close()
