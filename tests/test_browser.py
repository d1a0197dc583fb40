"""The built site in a real browser, served over HTTP: addresses open where they point, nothing foreign is asked for."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as browsers
from tests.conftest import build_site
from tests.projects import SMALL, Project, copy_of_the_project
from tests.test_escaping import HOSTILE

pytestmark = pytest.mark.skipif(not browsers.wanted(), reason="BROWSER=none：没有运行浏览器测试")
KINDS = ("", "sichuan-2024/", "sichuan-2024/2/", "suining-2024/full/", "about/texts/")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = browsers.installed()
    assert found, "没有浏览器；先运行 python -m tests.browser，或用 BROWSER=none"
    with sync_playwright() as playwright:
        path = None if found == browsers.PLAYWRIGHT_OWN else found
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Keep the test output clean."""


def serve(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    yield from serve(built / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on an error in the console or a request to another host."""
    wrong: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    opened.on("request", lambda request: None if "//127.0.0.1:" in request.url or request.url.startswith("data:") else wrong.append(request.url))
    yield opened
    opened.close()
    assert wrong == []


def in_view(page: Page, anchor: str) -> bool:
    """Whether the unit's first line lies in the window, below the header."""
    box = page.locator(f"[id='{anchor}']").bounding_box()
    header = page.locator(".md-header").bounding_box()
    viewport = page.viewport_size
    assert box
    assert header
    assert viewport
    return header["y"] + header["height"] <= box["y"] + 1 and box["y"] < viewport["height"]


@pytest.mark.parametrize(
    "path", ["suining-2024/2/#h2-k2-p4-t9", "sichuan-2024/2/#h2-k1-d1-t2", "sichuan-2024/full/#h5-k3-p1-t9", "suining-2024/6/#h6-p2-t1"]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_address_of_a_sentence_opens_with_it_in_view_and_marked(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    anchor = path.partition("#")[2]
    page.wait_for_function("location.hash && document.querySelector(':target')")
    assert in_view(page, anchor)
    colour = "id => getComputedStyle(document.getElementById(id)).backgroundColor"
    assert page.evaluate(colour, anchor) not in ("rgba(0, 0, 0, 0)", page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_an_old_address_shows_a_remark_where_it_leads(browser: Browser, page: Page, tmp_path: Path) -> None:
    project = Project(copy_of_the_project(tmp_path))
    for name in ("sichuan-2024", "suining-2024"):
        for file in (tmp_path / "source" / name).rglob("*"):
            if file.is_file():
                file.unlink()
    project.add("mou-2024", SMALL + "(三)多余的一条。以后要删。\n" + "此段很长，用来占地方。\n" * 30)
    assert project.run("build").status == 0
    project.edit("mou-2024", "定期研究。", "")
    registry = tmp_path / "source/mou-2024/anchors.tsv"
    registry.write_text(registry.read_text().replace("t2\t定期研究。\t", "t2\t定期研究。\th2-k2-p1-t1"))
    assert project.run("accept", "mou-2024").status == 0
    build_site(tmp_path)
    for base in serve(tmp_path / "site"):
        page.goto(f"{base}mou-2024/2/#h2-k1-p1-t2")
        remark = page.locator(".retired:target")
        assert remark.is_visible()
        assert "您打开的是旧地址 h2-k1-p1-t2" in remark.inner_text()
        assert in_view(page, "h2-k1-p1-t2")
        remark.locator("a").click()
        assert page.url.endswith("#h2-k2-p1-t1")
        assert page.locator(".retired:target").count() == 0
        assert page.locator(".retired").evaluate("element => element.offsetHeight") == 1


def test_hostile_text_runs_nothing(page: Page, project: Project, tmp_path: Path) -> None:
    copy_of_the_project(tmp_path)
    project.add("hostile-2024", "关于某事的决定\n一、甲<img src=x onerror=alert(1)>\n" + "".join(f"{line} 某事。\n" for line in HOSTILE))
    build_site(tmp_path)
    for base in serve(tmp_path / "site"):
        for path in ("hostile-2024/", "hostile-2024/1/", "hostile-2024/full/"):
            page.goto(base + path)
            page.wait_for_load_state("networkidle")
            page.keyboard.press("/")
            page.locator(".md-search__input").fill("某事")
            page.locator(".md-search-result__list a").first.wait_for()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(page: Page, address: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + kind)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_previous_next_and_contents_lead_on(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="四川省委决定", exact=True).click()
    page.get_by_role("link", name="二、以创新为主导加快发展新质生产力").click()
    page.get_by_role("navigation", name="前后各部分").get_by_role("link", name="三、").click()
    page.locator("details.contents").get_by_role("link", name="推动优势地区领先发展").click()
    assert page.url == f"{address}sichuan-2024/3/#h3-k1-p2"
    assert in_view(page, "h3-k1-p2")


def test_everything_can_be_read_and_followed_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{address}suining-2024/2/#h2-k2-p4-t9")
    assert page.locator("[id='h2-k2-p4-t9']").is_visible()
    page.locator("details.contents summary").click()
    page.locator("details.contents").get_by_role("link", name="三、").click()
    assert page.url == f"{address}suining-2024/3/"
    context.close()
