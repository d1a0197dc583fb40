"""Sharing by touch, where the clipboard is closed, from a copy on a disk, in a law."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browsing import serve
from tests.builds import build_site, office, write_levels
from tests.test_reading import AXE_OF_COLOURS, AXE_RULES, colours, violations
from tests.test_share import CLIPBOARD, READING, choose, clipboard, number


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, permissions=CLIPBOARD)
    yield made
    made.close()


def test_by_touch(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(address + READING)
    # A tap on the sentence opens the sheet with its rows; sharing starts from the number.
    page.locator("[id='h2-k1-p2'] > .num").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("menuitem", name="第1句", exact=True).tap()
    menu = page.get_by_role("menu")
    expect(menu).to_be_visible()
    for box in (item.bounding_box() for item in menu.get_by_role("menuitem").all()):
        assert box
        assert box["height"] >= 36
        assert box["x"] + box["width"] <= 360
    page.get_by_role("menuitem", name="复制链接", exact=True).tap()
    expect(page.get_by_role("status")).to_contain_text("已复制")
    assert clipboard(page) == f"{address}sichuan-2024/?at=h2-k1-p2-t1#h2-k1-p2-t1"
    page.locator("[id='h2-k1-p2'] > .num").tap()
    expect(menu).to_be_visible()
    page.touchscreen.tap(180, 20)
    expect(menu).to_be_hidden()
    context.close()


def test_where_the_clipboard_is_closed_the_old_way_serves(context: BrowserContext, address: str) -> None:
    desk = context.new_page()
    desk.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    desk.goto(address + READING)
    number(desk, "h2-k1-p2")
    desk.get_by_role("menuitem", name="复制链接", exact=True).click()
    expect(desk.get_by_role("status")).to_contain_text("已复制")
    other = context.new_page()
    other.goto(address)
    assert clipboard(other) == f"{address}sichuan-2024/?at=h2-k1-p2#h2-k1-p2"


@pytest.mark.parametrize("width", [360, 1280])
def test_an_accessibility_checker_finds_nothing_in_the_open_menu(browser: Browser, small_address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(small_address + "yunling/2/")
    for step in ("open", "copied"):
        colours(page, "light")
        if step == "open":
            number(page, "h2-k1-p1")
        else:
            choose(page, "复制链接")
        assert violations(page, AXE_RULES) == [], step
        colours(page, "dark")
        assert violations(page, AXE_OF_COLOURS) == [], step
    context.close()


@pytest.mark.parametrize("site", ["", "https://texts.example/a/"])
def test_from_a_copy_on_a_disk(context: BrowserContext, tmp_path: Path, site: str) -> None:
    write_levels(tmp_path)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("use_directory_urls: false\n")
    build_site(tmp_path, SITE_URL=site)
    units = {unit["anchor"]: unit for unit in json.loads((tmp_path / "site/data/yunling/units.json").read_text())}
    page = context.new_page()
    page.goto(f"{(tmp_path / 'site/yunling/1.html').as_uri()}#h2-k2-p1")
    page.wait_for_url("**/2.html#h2-k2-p1")
    page.goto((tmp_path / "site/yunling/2.html").as_uri())
    number(page, "h2-k2-p1")
    cited = choose(page, "公文式")
    assert units["h2-k2-p1"]["sha256"][:8] in cited
    assert cited.endswith(f"{site}yunling/full/#h2-k2-p1" if site else "查阅：离线版")
    number(page, "h2-k2-p1")
    link = page.get_by_role("menuitem", name="复制链接")
    if site:
        assert choose(page, "复制链接") == f"{site}yunling/?at=h2-k2-p1#h2-k2-p1"
    else:
        expect(page.get_by_role("menuitem", name="复制原文")).to_be_visible()
        assert link.count() == 0


def test_the_articles_of_a_law_have_the_menu_as_well(context: BrowserContext, tmp_path: Path) -> None:
    text = (
        "某市关于《某条例》的实施办法\n第一章 总则\n第一条 为了规范某事，制定本办法。本办法适用于本市。\n第二条 某事应当依法进行，不得损害公共利益。\n"
        "第二章 附则\n第三条 本办法自公布之日起施行。\n"
    )
    project = office(tmp_path)
    project.add("banfa-2024", text, issuer="某市人民政府")
    result = project.run("build")
    assert result.status == 0, result.err
    build_site(tmp_path)
    page = context.new_page()
    for base in serve(tmp_path / "site"):
        page.goto(f"{base}banfa-2024/full/")
        number(page, "a1-p1")
        page.get_by_role("menuitem", name="第2句", exact=True).click()
        cited = choose(page, "公文式")
        assert cited.startswith("某市人民政府《某市关于〈某条例〉的实施办法》（2024年1月2日成文）第一条第2句。")
        assert cited.endswith(f"{base}banfa-2024/full/#a1-p1-t2")
        page.goto(f"{base}banfa-2024/#a3")
        page.wait_for_selector(":target", state="attached")
        assert page.url.endswith("#a3")
        page.locator("[id='a3-p1-t1'], [id='a3-t1'], [id='a3']").last.click(click_count=3)
        page.keyboard.press("Control+c")
        assert clipboard(page).endswith("本办法自公布之日起施行。")
