"""The built site in a real browser, served over HTTP: addresses open where they point, nothing foreign is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import KINDS, in_view, serve, some_now
from tests.builds import build_site, office
from tests.projects import SMALL
from tests.test_escaping import HOSTILE


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("suining-2024/2/#h2-k2-p4-t9", 360),
        ("sichuan-2024/2/#h2-k1-d1-t2", 1280),
        ("sichuan-2024/full/#h5-k3-p1-t9", 360),
        ("suining-2024/6/#h6-p2-t1", 1280),
    ],
)
def test_the_address_of_a_sentence_opens_with_it_in_view_and_marked(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    anchor = path.partition("#")[2]
    page.wait_for_selector(":target", state="attached")
    assert in_view(page, anchor)
    colour = "id => getComputedStyle(document.getElementById(id)).backgroundColor"
    assert page.evaluate(colour, anchor) not in ("rgba(0, 0, 0, 0)", page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_an_old_address_shows_a_remark_where_it_leads(page: Page, tmp_path: Path) -> None:
    project = office(tmp_path)
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


def test_hostile_text_runs_nothing(page: Page, tmp_path: Path) -> None:
    project = office(tmp_path)
    project.add("hostile-2024", "关于某事的决定\n一、甲<img src=x onerror=alert(1)>\n" + "".join(f"{line} 某事。\n" for line in HOSTILE))
    build_site(tmp_path)
    for base in serve(tmp_path / "site"):
        for path in ("hostile-2024/", "hostile-2024/1/", "hostile-2024/full/"):
            page.goto(base + path)
            page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("kind", some_now(KINDS, (*KINDS[:4], *KINDS[5:8], "glossary/", "figures/")))
def test_no_page_scrolls_sideways(page: Page, address: str, kind: str) -> None:
    page.goto(address + kind)
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


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


@pytest.mark.parametrize(
    ("layers", "hidden"),
    [("", ".aids, .glosses, .ref"), ("terms", ".aids, .ref"), ("notes", ".cp, .none, .glosses"), ("links", ".annot, .ref, .glosses")],
)
def test_what_is_printed_is_what_is_seen(page: Page, address: str, layers: str, hidden: str) -> None:
    page.goto(f"{address}suining-2024/2/?layers={layers}")
    page.emulate_media(media="print")
    shown = "names => [...document.querySelectorAll(names)].filter((one) => one.getClientRects().length).length"
    assert page.evaluate(shown, hidden) == 0
    assert page.evaluate(shown, ".sentence") > 50
