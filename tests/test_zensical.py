"""A second engine, Zensical, builds the same docs/, overrides/ and mkdocs.yml: nothing of the texts and no address is lost.

It runs no MkDocs hooks, so the converter is started first. What else it does not do stands in the last tests. Run by
``make test-hosts``: it is installed from the package index into an environment of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborNode

from duidu.prove.extract import official_units
from tests.browsing import serve
from tests.html import parsed, values
from tests.projects import copy_of_the_project
from tests.some import some
from tests.test_policy import foreign_in_html, inline_scripts, meta_policy

pytestmark = pytest.mark.hosts
RELEASE = "zensical<0.1"
INSTALL_TIMEOUT = 300


@pytest.fixture(scope="session")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The command, installed into an environment of its own."""
    folder = tmp_path_factory.mktemp("zensical")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
    install = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", RELEASE]
    try:
        done = subprocess.run(install, capture_output=True, text=True, check=False, timeout=INSTALL_TIMEOUT)
    except subprocess.TimeoutExpired:
        pytest.skip(f"装不上 {RELEASE}（超时）：第二种引擎没有测试")
    if done.returncode:
        pytest.skip(f"装不上 {RELEASE}：第二种引擎没有测试。{done.stderr.strip().splitlines()[-1:]}")
    return str(folder / "bin/zensical")


def built_by(zensical: str, root: Path, **environment: str) -> Path:
    """The converter, then the engine, as README says."""
    env = {name: value for name, value in os.environ.items() if name != "SITE_URL"} | environment
    for command in ([sys.executable, "-m", "duidu", "build"], [zensical, "build"]):
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def second(zensical: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    return built_by(zensical, copy_of_the_project(tmp_path_factory.mktemp("second")))


@pytest.fixture(scope="module")
def first(built: Path) -> Path:
    """The site as MkDocs builds it."""
    return built / "site"


def paths(site: Path, ending: str = "") -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and file.name.endswith(ending)}


def article(site: Path, path: str) -> LexborNode:
    (found,) = parsed(site / path).css("article")
    return found


def test_every_page_is_there(first: Path, second: Path) -> None:
    assert paths(first, ".html") == paths(second, ".html")


def test_official_texts_are_the_same_unit_for_unit(first: Path, second: Path) -> None:
    counted = 0
    for path in sorted(paths(first, ".html")):
        ours, theirs = (list(official_units((site / path).read_text())) for site in (first, second))
        assert ours == theirs, path
        counted += len(ours)
    assert counted > 900


def test_no_address_and_no_word_of_a_page_is_lost(first: Path, second: Path) -> None:
    for path in some(sorted(paths(first, ".html"))):
        ours, theirs = article(first, path), article(second, path)
        assert set(values(ours, "[id]", "id")) <= set(values(theirs, "[id]", "id")), path
        for script in (*ours.css("script"), *theirs.css("script")):  # data for scripts, the keys in another order
            script.decompose()
        assert "".join(ours.text().split()) == "".join(theirs.text().split()), path


def links(site: Path, path: str) -> Iterator[str]:
    for address in values(article(site, path), "a[href]", "href"):
        if not address.startswith(("https:", "http:", "mailto:")):
            yield urljoin("/" + path, re.sub(r"\?[^#]*", "", address))


def test_every_link_leads_to_a_page_and_an_id(second: Path) -> None:
    ids = {path: set(values(article(second, path), "[id]", "id")) for path in paths(second, ".html")}
    for path in some(sorted(ids.keys() - {"404.html"})):
        for link in links(second, path):
            target, anchor = (unquote(part) for part in urldefrag(link))
            file = target.lstrip("/") + ("index.html" if target.endswith("/") else "")
            assert (second / file).is_file(), f"{path} → {link}"
            assert not anchor or file not in ids or anchor in ids[file], f"{path} → {link}"


def test_data_search_and_pictures_are_the_same_to_the_byte(first: Path, second: Path) -> None:
    made = {path for path in paths(first) if path not in ("data/manifest.json", "robots.txt")}  # by the plugin, and Zensical runs none
    kept = {path for path in made if not path.endswith((".html", ".css")) and not re.match(r"assets/.*\.js$", path)}
    assert {Path(path).suffix for path in kept} >= {".json", ".js", ".csv", ".bib", ".ris", ".svg"}
    for path in kept:
        assert (second / path).read_bytes() == (first / path).read_bytes(), path


def test_the_policy_holds_there_as_well(first: Path, second: Path) -> None:
    for path in some(paths(second, ".html")):
        ours, theirs = (parsed(site / path) for site in (first, second))
        assert meta_policy(theirs) == meta_policy(ours), path
        assert inline_scripts(theirs) == inline_scripts(ours), path
        assert foreign_in_html((second / path).read_text()) == [], path


def test_a_reader_searches_and_a_term_is_explained(second: Path, page: Page) -> None:
    for base in serve(second):
        page.goto(f"{base}sichuan-2024/2/")
        page.locator("a.term").first.focus()
        expect(page.get_by_role("tooltip")).to_be_visible()
        page.keyboard.press("Escape")
        page.goto(f"{base}suining-2024/")
        page.keyboard.press("/")
        page.locator(".md-search__input").fill("耐心资本")
        page.locator(".md-search-result__list a[href]").first.click()
        page.wait_for_url("**/sichuan-2024/2/#h2-k3-p1-t6")
        expect(page.locator("#h2-k3-p1-t6")).to_be_in_viewport()


def test_with_an_address_there_are_canonical_links_and_a_sitemap(zensical: str, tmp_path: Path) -> None:
    site = built_by(zensical, copy_of_the_project(tmp_path), SITE_URL="https://texts.example/a/")
    page = parsed(site / "sichuan-2024/2/index.html")
    assert values(page, "link[rel=canonical]", "href") == ["https://texts.example/a/sichuan-2024/2/"]
    assert values(page, "meta[property='og:url']", "content") == ["https://texts.example/a/sichuan-2024/2/"]
    locations = [str(location.text) for location in ElementTree.fromstring((site / "sitemap.xml").read_text()).iterfind("{*}url/{*}loc")]
    assert len(locations) == len(paths(site, "index.html"))
    assert "https://texts.example/a/sichuan-2024/2/" in locations


def test_missing_the_converter_is_not_started_by_the_engine(zensical: str, tmp_path: Path) -> None:
    """So faults in the sources are found by the converter's own exit status, before."""
    root = copy_of_the_project(tmp_path)
    done = subprocess.run([zensical, "build"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert not (root / "site/data").exists()


def test_missing_the_list_of_sister_pages_beside_a_hand_written_page(first: Path, second: Path) -> None:
    """Its pages know no parent; the pages are still reached from the header."""
    sisters = [parsed(site / "about/method/index.html").css("nav.sisters a") for site in (first, second)]
    assert sisters[0]
    assert sisters[1] == []


def test_missing_fingerprints_joining_and_minifying(first: Path, second: Path) -> None:
    """Scripts and styles come as they are written, under their plain names: a server must let browsers ask for them again."""
    fingerprint = re.compile(r"\.[0-9a-f]{8}(?=\.js$)")
    ours = {path for path in paths(first, ".js") if path.startswith("assets/")}
    assert all(fingerprint.search(path) for path in some(ours))
    for path in ours:
        plain = second / fingerprint.sub("", path)
        written = [plain] if plain.is_file() else sorted(plain.with_suffix("").iterdir())  # a folder of parts is joined by the hooks
        assert sum(file.stat().st_size for file in written) > (first / path).stat().st_size


def test_missing_the_layout_of_the_search_box(first: Path, second: Path) -> None:
    """It comes from Material's stylesheet; the box works, but looks plain."""
    ours, theirs = ("".join(file.read_text() for file in (site / "assets").rglob("*.css")) for site in (first, second))
    layout = ".md-search__form{position:relative"
    assert layout in ours
    assert layout not in theirs


def test_missing_the_engines_own_scripts_and_index_are_left_in_the_site_unused(second: Path) -> None:
    """No hook takes them out; no page loads them."""
    unused = {path for path in paths(second) if path.startswith("assets/javascripts/")}
    assert unused
    assert (second / "search.json").exists()
    for path in paths(second, ".html"):
        text = (second / path).read_text()
        assert [name for name in unused if Path(name).name in text] == [], path


def test_missing_without_an_address_its_canonical_links_claim_a_root(second: Path) -> None:
    """MkDocs leaves them out; here a site below a sub-path needs SITE_URL."""
    page = parsed(second / "sichuan-2024/2/index.html")
    assert values(page, "link[rel=canonical]", "href") == ["/sichuan-2024/2/"]
    assert page.css("meta[property^='og:']") == []
