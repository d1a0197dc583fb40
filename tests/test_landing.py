"""Landing in a browser: where an address leads that is old, wrong, on another page or inside something closed; the 404 page."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from tests.browsing import in_view
from tests.builds import Builds, build_site, office
from tests.projects import SMALL


@pytest.mark.parametrize(
    ("asked", "path", "anchor"),
    [
        ("sichuan-2024/2/#h3-k1-p2-t1", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/#h6-p2-t1", "sichuan-2024/6/", "h6-p2-t1"),
        ("sichuan-2024/4/#p1-t1", "sichuan-2024/", "p1-t1"),
        ("sichuan-2024/4/#title", "sichuan-2024/", "title"),
        ("sichuan-2024/2/#H2-K1-P2%E3%80%82", "sichuan-2024/2/", "h2-k1-p2"),
        ("sichuan-2024/2/index.html?layers=#h3-k1", "sichuan-2024/3/", "h3-k1"),
        ("sichuan-2024/?at=h3-k1-p2-t1#h3-k1-p2-t1", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=h3-k1-p2-t1", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=h3-k1-p2-t1%23h3-k1-p2-t1", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=H3-K1-P2-T1%E3%80%82", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=h3-k1-p2-t1&from=timeline#h3-k1-p2-t1", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=h3-k1-p2-t1#h3-k1-p2-t1?from=timeline", "sichuan-2024/3/", "h3-k1-p2-t1"),
        ("sichuan-2024/?at=h3-k1-p2-t1#wechat_redirect", "sichuan-2024/3/", "h3-k1-p2-t1"),
    ],
)
def test_an_anchor_of_another_page_opens_there(page: Page, address: str, asked: str, path: str, anchor: str) -> None:
    page.goto(address + asked)
    page.wait_for_selector(":target", state="attached")
    assert page.url.replace("index.html", "") == f"{address}{path}#{anchor}"
    assert in_view(page, anchor)
    assert page.get_by_role("status").inner_text() == ""


@pytest.mark.parametrize("page_of", ["", "2/", "full/"])
def test_a_shared_address_marks_the_unit_on_every_page_that_has_it(page: Page, address: str, page_of: str) -> None:
    anchor = "p1-t1" if not page_of else "h2-k1-p1-t1"
    page.goto(f"{address}sichuan-2024/{page_of}?at={anchor}")
    page.wait_for_selector(f"[id='{anchor}']:target", state="attached")
    assert page.url.startswith(f"{address}sichuan-2024/{page_of}")
    assert in_view(page, anchor)


@pytest.mark.parametrize(
    ("asked", "ended", "said"),
    [
        ("sichuan-2024/2/#h2-k1-p9-t3", "sichuan-2024/2/#h2-k1", "没有“h2-k1-p9-t3”这个地址，这里是离它最近的上一级：二（一）。"),
        ("sichuan-2024/2/#h2-k1-p2-t99", "sichuan-2024/2/#h2-k1-p2", "没有“h2-k1-p2-t99”这个地址，这里是离它最近的上一级：二（一）第2段。"),
        ("sichuan-2024/2/#h3-k9", "sichuan-2024/3/#h3", "没有“h3-k9”这个地址，这里是离它最近的上一级：三。"),
        ("sichuan-2024/full/#h2-k1-p9", "sichuan-2024/full/#h2-k1", "没有“h2-k1-p9”这个地址，这里是离它最近的上一级：二（一）。"),
        ("sichuan-2024/2/#a7-p1", "sichuan-2024/full/#a7-p1", "没有“a7-p1”这个地址，这里是页首。"),
        ("sichuan-2024/2/#note-gone", "sichuan-2024/2/#note-gone", "没有“note-gone”这个地址，这里是页首。"),
        ("sichuan-2024/2/#%E0%A4%A", "sichuan-2024/2/#%E0%A4%A", "没有“%E0%A4%A”这个地址，这里是页首。"),
        ("sichuan-2024/2/#<img src=x onerror=alert(1)>", None, "这个地址，这里是页首。"),
        ("sichuan-2024/2/#constructor", None, "没有“constructor”这个地址，这里是页首。"),
    ],
)
def test_an_unknown_anchor_falls_back_and_says_so(page: Page, address: str, asked: str, ended: str | None, said: str) -> None:
    page.goto(address + asked)
    status = page.get_by_role("status")
    expect(status).to_contain_text(said)
    expect(status).to_be_in_viewport()
    if ended:
        assert page.url == address + ended
        if "-" in ended.partition("#")[2] and page.locator(":target").count():
            assert in_view(page, ended.partition("#")[2])
    page.keyboard.press("Escape")
    expect(status).to_be_empty()


def test_an_anchor_within_a_page_that_is_opened_lands_as_well(page: Page, address: str) -> None:
    page.goto(f"{address}sichuan-2024/2/")
    page.evaluate("location.hash = 'h2-k3-p9'")
    expect(page.get_by_role("status")).to_contain_text("二（三）")
    assert in_view(page, "h2-k3")


def test_what_is_closed_opens(page: Page, address: str) -> None:
    link = "link-sichuan-2024-h2-k2-p2-t4-h2-k2-p4-t3"
    page.goto(f"{address}suining-2024/2/#{link}")
    expect(page.locator(f"[id='{link}'] blockquote")).to_be_visible()
    assert in_view(page, link)
    assert page.get_by_role("status").inner_text() == ""


def test_without_javascript_an_address_opens_at_its_unit(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    for path, anchor in (("sichuan-2024/full/", "h5-k3-p1-t9"), ("sichuan-2024/2/", "h2-k1-d1-t2")):
        page.goto(f"{address}{path}#{anchor}")
        assert in_view(page, anchor)
    context.close()


def test_a_unit_that_moved_to_another_section_is_found_by_its_address(page: Page, tmp_path: Path) -> None:
    project = office(tmp_path)
    moved = "各级各部门要认真对待,抓好落实,建立台账,逐项销号。"
    project.add("mou-2024", SMALL.replace("某事很重要。各级", "某事很重要。\n各级").replace("各级各部门要认真对待,抓好落实。", moved))
    assert project.run("build").status == 0
    project.edit("mou-2024", moved + "\n", "")
    project.edit("mou-2024", "(一)加强领导。", moved + "\n(一)加强领导。")
    registry = tmp_path / "source/mou-2024/anchors.tsv"
    assert project.run("accept", "mou-2024").status == 0, registry.read_text()
    build_site(tmp_path)
    full = BeautifulSoup((tmp_path / "site/mou-2024/full/index.html").read_text(), "html.parser")
    assert full.find(id="h1-p2")
    for base in serving(tmp_path / "site"):
        page.goto(f"{base}mou-2024/1/#h1-p2")
        page.wait_for_selector(":target", state="attached")
        assert page.url == f"{base}mou-2024/2/#h1-p2"
        assert "各级各部门" in page.locator(":target").inner_text()


class Missing(http.server.SimpleHTTPRequestHandler):
    """A host that serves the site below a folder and 404.html for everything else."""

    def __init__(self, prefix: str, *args: Any, **options: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix)) if path.startswith(f"{self.prefix}/") else "/nowhere"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((Path(self.directory) / "404.html").read_bytes())

    def log_message(self, *args: Any) -> None:
        """Keep the test output clean."""


def serving(site: Path, prefix: str = "/texts") -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Missing, prefix, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}/"
    server.shutdown()
    server.server_close()


def test_with_an_address_other_sites_know_what_a_page_is(builds: Builds, levels: Path) -> None:
    root = builds.levels(SITE_URL="https://texts.example/a/")
    for path, kind in (("yunling/2/", "article"), ("yunling/full/", "article"), ("", "website"), ("glossary/", "website")):
        page = BeautifulSoup((root / f"site/{path}index.html").read_text(), "html.parser")
        found = {str(meta["property"]): str(meta["content"]) for meta in page.select("meta[property]")}
        assert found["og:type"] == kind
        assert found["og:url"] == f"https://texts.example/a/{path}"
        assert (root / "site" / found["og:image"].removeprefix("https://texts.example/a/")).is_file()
        assert page.title
        assert found["og:title"] in page.title.get_text()
        description = page.find("meta", attrs={"name": "description"})
        assert description
        assert found["og:description"] == description["content"] != ""
    assert "og:" not in (levels / "site/yunling/2/index.html").read_text()
    assert "https://texts.example/a/yunling/full/" in (root / "site/data/yunling/cite.bib").read_text()
