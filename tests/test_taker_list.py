"""The places on a provision's page, in a browser: in order, by closeness, of one relation, of one place; the address keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import serve
from tests.builds import Builds, office
from tests.levels import province_and_city
from tests.test_taken_up import add_town


def write_three(root: Path) -> None:
    """云岭 above 桐江, of which nobody has read a link to it, and 白河, which was read."""
    project = office(root)
    province_and_city(project)
    (root / "source/tongjiang/links/yunling.yml").unlink()
    add_town(project, "baihe", "白河", read=True)
    add_town(project, "qingchuan", "青川", read=True)
    file = root / "source/baihe/links/yunling.yml"
    file.write_text(file.read_text().replace("from: h2-k1, to: h2-k1, relation: same", "from: h2-k1, to: h2-k1, relation: echo"))
    assert project.run("build").status == 0


@pytest.fixture(scope="module")
def where(builds: Builds) -> Iterator[str]:
    for served in serve(builds.site("takers", write_three) / "site"):
        yield f"{served}taken-up/yunling/h2-k1/"


def shown(page: Page) -> list[str]:
    return [str(name) for name in page.locator(".taker:visible").evaluate_all("all => all.map((one) => one.id.replace('place-', ''))")]


def test_places_are_ordered_by_place_or_by_closeness(page: Page, where: str) -> None:
    page.goto(where)
    tools = page.get_by_role("navigation", name="排序与筛选")
    by_place, by_closeness = (tools.get_by_role("link", name=name, exact=True) for name in ("按地方", "按接近度"))
    expect(by_place).to_have_attribute("aria-current", "true")
    assert shown(page) == ["baihe", "qingchuan", "tongjiang"]
    by_closeness.click()
    expect(by_closeness).to_have_attribute("aria-current", "true")
    assert shown(page) == ["qingchuan", "baihe", "tongjiang"]
    assert page.url == f"{where}?s=closeness"
    page.reload()
    assert shown(page) == ["qingchuan", "baihe", "tongjiang"]
    by_place.click()
    assert (page.url, shown(page)) == (where, ["baihe", "qingchuan", "tongjiang"])


def test_one_place_is_chosen_and_the_address_keeps_it_beside_the_others(page: Page, where: str) -> None:
    page.goto(f"{where}?s=closeness")
    choice = page.get_by_role("combobox", name="地方")
    choice.select_option(label="青川市委决定")
    expect(page.get_by_role("status").filter(has_text="只显示 1 份")).to_be_visible()
    assert (page.url, shown(page)) == (f"{where}?s=closeness&place=qingchuan", ["qingchuan"])
    page.reload()
    expect(choice).to_have_value("qingchuan")
    choice.select_option(label="地方：全部")
    assert (page.url, len(shown(page))) == (f"{where}?s=closeness", 3)


def test_the_address_of_another_place_gives_up_the_choice(page: Page, where: str) -> None:
    page.goto(f"{where}?place=qingchuan#place-baihe")
    expect(page.locator("#place-baihe")).to_be_visible()
    assert page.url == f"{where}#place-baihe"


def test_the_count_behind_a_sentence_makes_the_list_answer_that_sentence(page: Page, where: str) -> None:
    page.goto(where)
    count = page.locator(".took[data-u='h2-k1-p1-t1']")
    every = page.locator(".taker tr:visible").count()
    count.click()
    assert page.url == f"{where}?u=h2-k1-p1-t1"
    assert set(page.locator(".taker tr:visible").evaluate_all("all => all.map((one) => one.dataset.u)")) == {"h2-k1-p1-t1"}
    expect(count).to_have_attribute("aria-current", "true")
    page.reload()
    assert 0 < page.locator(".taker tr:visible").count() < every
    page.locator(".chips .chip", has_text="第1段第1句").click()
    assert (page.url, page.locator(".taker tr:visible").count()) == (where, every)


def test_the_way_to_all_places_lies_in_the_margin_like_a_row(page: Page, where: str) -> None:
    page.goto(where.replace("taken-up/yunling/h2-k1/", "yunling/2/"))
    boxes = page.locator(".aids").evaluate_all("all => all.map((one) => one.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])")
    assert len(boxes) > 2
    assert all(before[1] <= after[0] for before, after in pairwise(boxes))
    expect(page.locator(".aids > summary:not(:has(span))")).to_have_count(0)
    assert page.locator(".few").evaluate_all("all => all.every((one) => one.getBoundingClientRect().left > innerWidth / 2)")


@pytest.mark.parametrize("path", ["", "compare/", "taken-up/yunling/", "taken-up/yunling/h2-k1/", "yunling/2/", "about/data/"])
def test_pages_of_several_pairs_fit_a_phone(page: Page, where: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(where.replace("taken-up/yunling/h2-k1/", path))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("pair", ["tongjiang", "baihe"])
def test_no_relation_reaches_into_the_next_column(page: Page, where: str, pair: str, media: Literal["screen", "print"]) -> None:
    page.goto(where.replace("taken-up/yunling/h2-k1/", f"compare/{pair}/yunling/by-{pair}/"))
    page.emulate_media(media=media)
    ends = page.locator(".pairs tbody th").evaluate_all(
        "all => all.map((cell) => [cell.querySelector('.rel'), cell].map((one) => one.getBoundingClientRect().right))"
    )
    assert len(ends) > 5
    assert all(label < cell for label, cell in ends)


def test_without_scripts_the_table_leads_to_every_place(browser: Browser, where: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(where)
    table = page.locator("table.takers")
    for name in ("baihe", "qingchuan", "tongjiang"):
        expect(table.locator(f"a[href='#place-{name}']")).to_have_count(1)
    expect(page.get_by_role("combobox", name="地方")).to_have_count(0)
    page.close()
