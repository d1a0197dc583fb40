"""One build, served for real at a root and under a sub-path by python, nginx and caddy, the latter two as they are shipped.

Run by ``make test-hosts``, which installs the servers where it can; what is missing is named among the skipped tests.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from duidu.prove.served import served_faults
from tests.browsing import watched
from tests.builds import Builds
from tests.html import pages
from tests.servers import PACKAGES, WITH_CONFIGURATION, is_installed, serving
from tests.test_policy import HEADERS, meta_policy, policy, shipped_headers
from tests.test_publishing import commands, compression

pytestmark = pytest.mark.hosts

PREFIXES = ("/", "/a/b/")
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".map": "application/json; charset=utf-8", ".svg": "image/svg+xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".bib": "application/x-bibtex; charset=utf-8", ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".xml": "text/xml; charset=utf-8",
    ".pdf": "application/pdf", ".zip": "application/zip",
}  # fmt: skip
"""What a browser or a program must be told of every kind of file that the site holds."""
NOT_TEXT = {".png", ".pdf", ".zip"}
FINGERPRINT = re.compile(r"[.-][0-9a-f]{8}(\.min)?\.(css|js)$")
FOREVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
TITLE = "《中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定》"


@dataclass(frozen=True)
class Host:
    server: str
    prefix: str
    base: str
    site: Path

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path below the site's address; redirects are not followed."""
        connection = HTTPConnection(urlsplit(self.base).netloc, timeout=20)
        connection.request("GET", self.prefix + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        answer = Answer(response.status, {name.title(): value for name, value in response.getheaders()}, response.read())
        connection.close()
        return answer


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str | None:
        return self.headers.get("Content-Type")


def require(server: str) -> None:
    if not is_installed(server):
        pytest.skip(f"没有 {server}：它的配置样本没有测试（apt-get install {PACKAGES[server]}）")


def one_host(request: pytest.FixtureRequest, site: Path, scratch: Path) -> Iterator[Host]:
    server, prefix = request.param
    require(server)
    with serving(server, site, prefix, scratch) as base:
        yield Host(server, prefix, base, site)


def pairs(servers: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(server, prefix) for server in servers for prefix in PREFIXES]


@pytest.fixture(scope="module", params=pairs(WITH_CONFIGURATION), ids=" ".join)
def host(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """nginx and caddy with the shipped configuration."""
    yield from one_host(request, built / "site", tmp_path_factory.mktemp("host"))


def files(site: Path) -> list[str]:
    """All files of the site but the one that only Cloudflare and Netlify read."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name != "_headers")


def test_every_file_comes_whole_with_its_type_and_charset(host: Host) -> None:
    for name in files(host.site):
        path = name.removesuffix("index.html")  # a page has one address, the folder's
        answer = host.get(path)
        assert answer.status == 200, path
        assert answer.kind == TYPES[Path(name).suffix], path
        assert answer.body == (host.site / name).read_bytes(), path


def test_the_watch_has_nothing_to_say(host: Host) -> None:
    """``check --site ADDRESS``, which a timer runs."""
    assert [str(fault) for fault in served_faults(host.base, host.site)] == []


def test_text_is_compressed_for_who_can_read_it_and_pictures_are_not(host: Host) -> None:
    large = {
        Path(path).suffix: path for path in files(host.site) if (host.site / path).stat().st_size > 1000 and Path(path).name != "index.html"
    }
    assert {".html", ".css", ".js", ".json", ".csv"} <= large.keys()
    for suffix, path in large.items():
        answer = host.get(path, Accept_Encoding="gzip")
        plain = (host.site / path).read_bytes()
        if suffix in NOT_TEXT:
            assert "Content-Encoding" not in answer.headers, path
        else:
            assert answer.headers["Content-Encoding"] == "gzip", path
            assert "Accept-Encoding" in answer.headers["Vary"], path
            assert gzip.decompress(answer.body) == plain, path
            assert len(answer.body) < len(plain) * 0.7, path
        assert "Content-Encoding" not in host.get(path).headers, path


def test_what_carries_a_fingerprint_is_kept_and_the_rest_is_asked_for_again(host: Host) -> None:
    kept = {path for path in files(host.site) if FINGERPRINT.search(path)}
    assert kept
    for path in files(host.site):
        wanted = FOREVER if path in kept else ASK_AGAIN
        assert host.get(path).headers["Cache-Control"] == wanted, path
    assert host.get("search/manifest.js").headers["Cache-Control"] == ASK_AGAIN
    assert host.get("search/t0.js?0a1b2c3d").headers["Cache-Control"] == FOREVER
    assert host.get("search/t0.js").headers["Cache-Control"] == ASK_AGAIN
    assert host.get("sichuan-2024/2/?q=0a1b2c3d").headers["Cache-Control"] == ASK_AGAIN


def test_what_has_not_changed_is_not_sent_again(host: Host) -> None:
    first = host.get("sichuan-2024/2/")
    again = host.get("sichuan-2024/2/", If_None_Match=first.headers["Etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["", "sichuan-2024/2/", "assets/logo.svg", "data/terms.json", "no/such/page"])
def test_every_answer_carries_the_security_headers(host: Host, path: str) -> None:
    wanted = shipped_headers()["_headers"]
    answer = host.get(path)
    assert {name: answer.headers.get(name.title()) for name in HEADERS} == {name: wanted[name] for name in HEADERS}
    assert "caddy" not in answer.headers.get("Server", "").lower()
    assert not re.search(r"\d", answer.headers.get("Server", ""))


@pytest.mark.parametrize(
    "path", ["nothing", "sichuan-2024/9/a/b/", "assets/main.0a1b2c3d.min.css", "data/nothing.json", "search/t999.js?0a1b2c3d", "data/"]
)
def test_what_is_not_there_is_answered_by_the_sites_own_page(host: Host, path: str) -> None:
    answer = host.get(path)
    assert answer.status == 404
    assert answer.kind == TYPES[".html"]
    assert answer.body == (host.site / "404.html").read_bytes()
    assert answer.headers["Cache-Control"] == ASK_AGAIN


def test_an_address_without_its_last_stroke_leads_to_the_page_on_the_same_host(host: Host) -> None:
    answer = host.get("sichuan-2024/2")
    assert answer.status in (301, 308)
    assert answer.headers["Location"] == f"{host.prefix}sichuan-2024/2/"


@pytest.mark.parametrize("server", WITH_CONFIGURATION)
@pytest.mark.parametrize("name", ["offline.zip", "data/sichuan-2024/text.pdf", "sitemap.xml"])
def test_what_an_operator_adds_has_its_type_as_well(server: str, name: str, built: Path, tmp_path: Path) -> None:
    require(server)
    site = shutil.copytree(built / "site", tmp_path / "site")
    (site / name).write_bytes(b"0123456789" * 200)
    with serving(server, site, "/", tmp_path) as base:
        answer = Host(server, "/", base, site).get(name, Accept_Encoding="gzip")
        assert answer.kind == TYPES[Path(name).suffix]
        assert ("Content-Encoding" in answer.headers) == (Path(name).suffix not in NOT_TEXT)


@pytest.mark.parametrize("server", WITH_CONFIGURATION)
def test_files_compressed_beforehand_by_the_pages_command_are_sent_as_they_are(server: str, built: Path, tmp_path: Path) -> None:
    require(server)
    site = shutil.copytree(built / "site", tmp_path / "site")
    subprocess.run(["bash", "-c", compression()], cwd=tmp_path, check=True)
    beforehand = [path.removesuffix(".gz") for path in files(site) if path.endswith(".gz")]
    assert {Path(path).suffix for path in beforehand} >= {".html", ".css", ".js", ".json", ".csv"}
    with serving(server, site, "/", tmp_path) as base:
        host = Host(server, "/", base, site)
        for path in beforehand:
            answer = host.get(path.removesuffix("index.html"), Accept_Encoding="gzip")
            assert answer.body == (site / f"{path}.gz").read_bytes(), path
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.kind == TYPES[Path(path).suffix], path
            assert host.get(path.removesuffix("index.html")).body == (site / path).read_bytes()


@pytest.mark.skipif(shutil.which("curl") is None, reason="没有 curl：“部署”页的检查命令没有测试")
def test_the_pages_own_checks_say_that_all_is_well(host: Host) -> None:
    given = [line for line in commands() if line.startswith(("site=", "curl "))]
    script = "\n".join([f"site={host.base}", *given[1:]])
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    *head, status, size = done.stdout.split("\n")[:-1]
    first = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head)}
    assert "200" in head[0]
    assert first["content-type"] == "text/html; charset=utf-8"
    assert first["cache-control"] == "no-cache"
    assert first["content-security-policy"].startswith("default-src 'none'")
    assert status == "404"
    assert 10_000 < int(size) < 40_000


def page_for_what_is_not_there(host: Host, browser: Browser) -> list[str]:
    """Open it deep below the site, follow it to the document and to a sentence; what the console said, but for the 404 itself."""
    page = browser.new_page()
    wrong = watched(page)
    page.goto(f"{host.base}sichuan-2024/9/a/b/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    sheets = "[...document.querySelectorAll('link[rel=stylesheet]')].map((link) => [link.href, link.sheet?.cssRules.length ?? 0])"
    page.wait_for_function(f"() => {sheets}.every(([, rules]) => rules)")
    assert all(href.startswith(host.base) for href, _ in page.evaluate(sheets))
    page.get_by_role("link", name=TITLE).click()
    assert page.url == f"{host.base}sichuan-2024/"
    page.goto(f"{host.base}sichuan-2024/9/#h2-k1-p2-t1")
    page.wait_for_url("**/full/**")
    assert page.url == f"{host.base}sichuan-2024/full/#h2-k1-p2-t1"
    page.close()
    return [one for one in wrong if "404 (Not Found)" not in one]


def test_the_page_for_what_is_not_there_leads_to_the_document(host: Host, browser: Browser) -> None:
    """Under a sub-path that the build was not told, it first looks for its files at the root, in vain, and then mends itself."""
    vain = f"from 'http://{urlsplit(host.base).netloc}/assets/"
    wrong = page_for_what_is_not_there(host, browser)
    assert [one for one in wrong if host.prefix == "/" or vain not in one] == []


def test_the_page_for_what_is_not_there_is_whole_where_nothing_in_the_address_is_of_the_site(host: Host, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{host.base}no/such/page/")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    expect(page.get_by_role("link", name="返回首页")).to_have_js_property("href", host.base)
    page.close()


@pytest.mark.parametrize("server", WITH_CONFIGURATION)
def test_where_the_build_knows_its_address_that_page_needs_no_mending(
    server: str, browser: Browser, builds: Builds, tmp_path: Path
) -> None:
    require(server)
    root = builds.corpus(SITE_URL="https://texts.example/a/b/")
    with serving(server, root / "site", "/a/b/", tmp_path) as base:
        assert page_for_what_is_not_there(Host(server, "/a/b/", base, root / "site"), browser) == []


def test_each_answer_is_held_to_the_policy_of_its_page_and_no_other(host: Host) -> None:
    _, page = next(pages(host.site))
    header = policy(host.get("").headers["Content-Security-Policy"])
    assert {name: sources for name, sources in header.items() if name != "frame-ancestors"} == policy(meta_policy(page))
