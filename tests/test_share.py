"""Sharing in a browser: what every entry of the menu puts on the clipboard, by mouse, keyboard and touch; copying a selection."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from duidu.prove.extract import official_units
from tests import browser as browsers
from tests.browsing import Tab, serve, some_now
from tests.builds import build_site, office, write_levels
from tests.projects import DOCUMENTS, ROOT
from tests.test_reading import AXE_OF_COLOURS, AXE_RULES, colours, violations

pytestmark = pytest.mark.skipif(not browsers.wanted(), reason="BROWSER=none：没有运行浏览器测试")
TITLE = "中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定"
READING = "sichuan-2024/2/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def units(built: Path) -> dict[str, dict[str, str]]:
    """All units by id, as the data files have them."""
    files = [built / "site/data" / document / "units.json" for document in DOCUMENTS]
    return {unit["id"]: unit for file in files for unit in json.loads(file.read_text())}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, permissions=CLIPBOARD)
    yield made
    made.close()


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
    for form in forms:
        desk.goto(f"{address}{READING}")
        number(desk, re.sub(r"-t\d+$", "", anchor))
        if sentence := re.search(r"-t(\d+)$", anchor):
            desk.get_by_role("menuitem", name=f"第{sentence[1]}句", exact=True).click()
        copied = choose(desk, form)
        desk.goto(address)
        box = desk.locator(".md-search__input")
        box.fill(copied)
        first = desk.locator(".md-search-result__list a").first
        expect(first, form).to_have_attribute("href", re.compile(rf"sichuan-2024/.*#{anchor}$"))
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


@pytest.mark.parametrize("width", some_now((360, 1280), (360,)))
def test_an_accessibility_checker_finds_nothing_in_the_open_menu(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(address + READING)
    for step in ("open", "copied"):
        colours(page, "light")
        if step == "open":
            number(page, "h2-k1-p2")
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


def test_the_scripts_are_light() -> None:
    for name in ("share.js", "share-menu.js", "landing.js", "share.css"):
        assert len(gzip.compress((ROOT / "overrides/assets" / name).read_bytes(), 9)) <= 6.5 * 1024, name


def test_the_text_in_the_page_is_untouched_by_sharing(desk: Page, address: str) -> None:
    desk.goto(address + READING)
    before = list(official_units(desk.request.get(address + READING).text()))
    desk.locator("[id='h2-k1-p2-t2']").hover()
    number(desk, "h2-k1-p2")
    assert list(official_units(desk.content())) == before


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
