"""make offline: one zip, unpacked anywhere and opened from the disk, does everything that the site does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from duidu.site.offline import START, packed
from tests.browsing import in_view
from tests.builds import write_levels
from tests.some import some

SITE_ADDRESS = "https://example.org/yunling/"
"""A folder may have the name of a document."""
QUERY = "健全投入机制"


def make_offline(root: Path, **environment: str) -> Path:
    """``duidu offline``; the zip."""
    env = {**os.environ, **environment}
    done = subprocess.run([sys.executable, "-m", "duidu", "offline"], cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (file,) = (root / "dist").iterdir()
    return file


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("offline")
    write_levels(root)
    (root / "dist").mkdir()
    (root / "dist/旧名-离线版.zip").write_bytes(b"")
    return make_offline(root, SITE_URL=SITE_ADDRESS, SITE_OFFLINE="offline.zip")


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has after unpacking, under a path with spaces and Chinese characters."""
    target = tmp_path_factory.mktemp("u") / "我的 U 盘 #1" / "省、市 决定"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(target)
    (top,) = target.iterdir()
    return top


LEFT = "net::ERR_ABORTED"
"""Of a page that leads on at once: what it had begun to load is given up."""


@pytest.fixture
def disk(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on an error in the console, or on a request for anything but a file or what stands in the page."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.extend([message.text] if message.type == "error" else []))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.extend([] if request.url.startswith(("file:", "data:", "blob:")) else [request.url]))
    page.on("requestfailed", lambda request: wrong.extend([] if request.failure == LEFT else [f"{request.url}: {request.failure}"]))
    yield page
    context.close()
    assert wrong == []


def pages_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_on_top_lies_one_file_to_open_and_one_folder(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["site", START]
    assert "site/index.html" in (folder / START).read_text(encoding="utf-8")


def test_every_link_of_every_page_leads_to_a_file_and_an_id_inside_the_folder(folder: Path) -> None:
    pages = {path: LexborHTMLParser(path.read_text(encoding="utf-8")) for path in pages_of(folder)}
    ids = {path: {str(tag.attributes["id"]) for tag in page.css("[id]")} for path, page in pages.items()}
    wrong: list[str] = []
    count = 0
    for path, page in pages.items():
        tags = page.css("[href]:not([rel=canonical]), [src], [action], [poster]")
        for value in {str(tag.attributes[name]) for tag in tags for name in ("href", "src", "action", "poster") if name in tag.attributes}:
            address = urlsplit(value)
            if address.scheme:
                continue
            target = Path(os.path.normpath(path.parent / unquote(address.path))) if address.path else path
            count += 1
            fits = target.is_file() and target.is_relative_to(folder) and not address.netloc
            if not fits or (target in ids and address.fragment and unquote(address.fragment) not in ids[target]):
                wrong.append(f"{path.relative_to(folder)}: {value}")
    assert wrong == []
    assert count > 400


def test_pages_load_nothing_but_files(folder: Path) -> None:
    for path in some(pages_of(folder)):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        tags = page.css("script[src], img[src], link[rel=stylesheet], link[rel=icon]")
        loaded = [tag.attributes.get("src") or tag.attributes["href"] or "" for tag in tags]
        assert loaded
        assert [one for one in loaded if urlsplit(one).scheme or one.startswith("//")] == []


def test_every_page_opens_without_an_error(disk: Page, folder: Path) -> None:
    for path in pages_of(folder):
        disk.goto(path.as_uri())
        expect(disk.locator("h1").first).to_be_attached()


def test_the_start_file_leads_to_the_home_page(disk: Page, folder: Path) -> None:
    disk.goto((folder / START).as_uri())
    disk.wait_for_url((folder / "site/index.html").as_uri())
    disk.locator("article a[href*='yunling']").first.click()
    disk.wait_for_url("**/yunling/*.html*")


def test_a_search_leads_to_the_sentence(disk: Page, folder: Path) -> None:
    disk.goto((folder / "site/about/texts.html").as_uri())
    disk.keyboard.press("/")
    disk.locator(".md-search__input").fill(QUERY)
    hit = disk.locator(".md-search-result__list a").first
    expect(hit).to_contain_text(QUERY)
    hit.click()
    disk.wait_for_url("**/yunling/2.html*#*")
    anchor = urlsplit(disk.url).fragment
    assert QUERY in disk.locator(f"[id='{anchor}']").inner_text()
    assert in_view(disk, anchor)


def test_a_term_shows_what_it_means_and_leads_to_the_glossary(disk: Page, folder: Path) -> None:
    disk.goto((folder / "site/yunling/2.html").as_uri())
    term = disk.locator("a.term").first
    term.scroll_into_view_if_needed()
    term.hover()
    tip = disk.locator("#gloss-tip")
    expect(tip).to_be_visible()
    assert len(tip.inner_text()) > 10
    tip.locator("a").click()
    disk.wait_for_url("**/glossary/index.html#term-*")


def test_the_comparison_leads_to_the_sentence(disk: Page, folder: Path) -> None:
    disk.goto((folder / "site/compare/tongjiang/yunling/by-tongjiang.html").as_uri())
    link = disk.locator("article a[href*='yunling/'][href*='.html#h']").first
    anchor = urlsplit(str(link.get_attribute("href"))).fragment
    link.click()
    disk.wait_for_url(f"**/*.html#{anchor}")
    assert in_view(disk, anchor)


def test_an_anchor_of_another_page_is_found_there(disk: Page, folder: Path) -> None:
    disk.goto((folder / "site/yunling/1.html").as_uri() + "#h2-k1-p1-t1")
    disk.wait_for_url("**/yunling/2.html#h2-k1-p1-t1")


def test_the_other_colours_are_kept_from_page_to_page(disk: Page, folder: Path) -> None:
    disk.goto((folder / "site/index.html").as_uri())
    light = disk.evaluate("getComputedStyle(document.body).backgroundColor")
    disk.locator("#scheme").click()
    dark = disk.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    disk.goto((folder / "site/yunling/2.html").as_uri())
    assert disk.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize(
    ("page", "anchor", "here", "lasting"),
    [
        ("yunling/2.html", "h2-k1-p1-t1", "yunling/2/", "yunling/full/"),
        ("yunling/index.html", "p1-t1", "yunling/", "yunling/full/"),
    ],
)
def test_addresses_to_pass_on_are_those_of_the_site(disk: Page, folder: Path, page: str, anchor: str, here: str, lasting: str) -> None:
    disk.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    disk.goto((folder / "site" / page).as_uri() + f"#{anchor}")
    for name, address in (("复制链接", f"yunling/?at={anchor}"), ("复制全文页链接（适合引用）", lasting)):
        disk.locator(f"[id='{anchor}']").hover()
        disk.locator("#share-dot").click()
        disk.get_by_role("menuitem", name=name, exact=True).click()
        assert disk.evaluate("window.copied") == f"{SITE_ADDRESS}{address}#{anchor}"
    canonical = disk.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == SITE_ADDRESS + here


def test_a_copy_on_a_disk_names_no_zip_that_is_not_beside_it(folder: Path) -> None:
    assert all("offline.zip" not in page.read_text() for page in some((folder / "site").rglob("*.html")))


def test_the_same_site_makes_the_same_zip() -> None:
    files = {"b.html": b"b", "index.html": b'<link rel="icon" href="i.svg">', "404.html": b"x"}
    one = packed("站：一", files, 86400 * 365 * 50)
    assert one == packed("站：一", dict(reversed(files.items())), 86400 * 365 * 50)
    with zipfile.ZipFile(BytesIO(one)) as opened:
        assert opened.namelist() == [f"站：一/{name}" for name in (START, "site/b.html", "site/index.html")]
        assert {info.date_time[:3] for info in opened.infolist()} == {(2019, 12, 20)}


def test_a_name_that_a_disk_does_not_take_is_mended() -> None:
    with zipfile.ZipFile(BytesIO(packed('a/b: "c"?', {"index.html": b""}, 0))) as opened:
        assert {name.partition("/")[0] for name in opened.namelist()} == {"a b c"}


def test_data_are_in_the_zip_as_well(folder: Path) -> None:
    documents = json.loads((folder / "site/data/documents.json").read_text(encoding="utf-8"))
    assert all((folder / "site" / document["id"] / "index.html").is_file() for document in some(documents))
