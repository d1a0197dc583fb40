"""In a browser: the page of an annex that has nothing but a table, whose mark stands in the margin like that of any other text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import browser as browsers
from tests.browsing import serve
from tests.builds import Builds, office

pytestmark = pytest.mark.skipif(not browsers.wanted(), reason="BROWSER=none：没有运行浏览器测试")

NOTICE = """云岭省水利厅关于做好引水工作的通知
各市水利局：
请按附件1分工抓好落实，附件2供参考。
云岭省水利厅
2024年1月2日
附件1
任务分工表
序号\t任务\t单位
1\t修建水库\t工程处
2\t改造灌区\t灌溉处
附件2
工作说明
各市要及时上报。
"""


@pytest.fixture(scope="module")
def annexes(builds: Builds) -> Path:
    """The site of a notice with two annexes, one of which is only a table."""
    return builds.site("annexes", lambda root: office(root).add("mou-2024", NOTICE, title="云岭省水利厅关于做好引水工作的通知"))


INK = """mark => {
    const words = document.createRange();
    words.selectNodeContents(mark);
    const ink = words.getBoundingClientRect();
    return [ink.left, ink.right];
}"""
"""Where the printed mark begins and ends in the window."""


EDGE = 8
"""Pixels between the edge of the window and what stands next to it."""
WITH_CONTENTS = 1220
"""From this width on a text has its contents beside it."""


def of_the_mark(page: Page, address: str) -> tuple[float, float]:
    page.goto(address)
    left, right = page.locator("h1 > .marker").evaluate(INK)
    return left, right


@pytest.mark.parametrize("width", [740, 800, 1280, 1600])
def test_the_mark_of_an_annex_with_only_a_table_stands_in_the_margin(page: Page, annexes: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in serve(annexes / "site"):
        beside_text = of_the_mark(page, f"{address}mou-2024/x2/")
        assert page.locator("article .sentence").count()
        left, right = of_the_mark(page, f"{address}mou-2024/x1/")
        assert page.locator("article .sentence").count() == 0
        assert left >= EDGE
        assert right == pytest.approx(page.locator("article table").evaluate("table => table.getBoundingClientRect().left"), abs=1)
        assert width >= WITH_CONTENTS or right == pytest.approx(beside_text[1], abs=1)


def test_on_a_phone_nothing_of_it_sticks_out(narrow: Page, annexes: Path) -> None:
    for address in serve(annexes / "site"):
        narrow.goto(f"{address}mou-2024/x1/")
        assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
        mark = narrow.locator("h1 > .marker").bounding_box()
        assert mark
        assert mark["x"] >= 0
