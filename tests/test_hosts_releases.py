"""Releases under real servers: a tab open during the switch, a rollback, a half-copied release that nobody gets to see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from duidu.site.releases import back, release
from tests.servers import WITH_CONFIGURATION, serving
from tests.test_hosts import Host, pairs, require
from tests.test_releases import site

pytestmark = pytest.mark.hosts


@pytest.fixture(params=pairs(WITH_CONFIGURATION), ids=" ".join)
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Host]:
    """The first release, served."""
    server, prefix = request.param
    require(server)
    folder = tmp_path / "srv"
    release(folder, site(tmp_path, 1))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with serving(server, folder / "current", prefix, scratch) as base:
        yield Host(server, prefix, base, folder)


def test_a_tab_open_during_the_switch_goes_on_with_what_it_has(host: Host, tmp_path: Path) -> None:
    script, data = "assets/edition.00000001.js", "search/t0.js?00000001"
    before = {path: host.get(path).body for path in (script, data)}
    release(host.site, site(tmp_path, 2))
    assert b"00000002" in host.get("").body
    for path, body in before.items():
        answer = host.get(path)
        assert (answer.status, answer.body) == (200, body), path
        assert "immutable" in answer.headers["Cache-Control"]
    assert host.get("search/t0.js?00000002").body == b'__edition_search("t0",[2])'
    assert host.get("search/t0.js?deadbeef").body == b'__edition_search("t0",[2])'


def test_a_rollback_is_seen_at_once(host: Host, tmp_path: Path) -> None:
    release(host.site, site(tmp_path, 2))
    back(host.site)
    assert b"00000001" in host.get("").body


def test_the_same_bytes_are_the_same_answer_and_are_not_sent_again(host: Host, tmp_path: Path) -> None:
    before = host.get("about.html")
    release(host.site, site(tmp_path, 2))
    after = host.get("about.html")
    for name in ("Etag", "Last-Modified"):
        assert before.headers[name] == after.headers[name]
    assert host.get("about.html", If_None_Match=before.headers["Etag"]).status == 304


def test_a_half_copied_release_is_never_served(host: Host, tmp_path: Path) -> None:
    half = host.site / "releases/.new"
    half.mkdir()
    (half / "index.html").write_text("半")
    assert b"00000001" in host.get("").body
    assert host.get("../releases/.new/index.html").status in (400, 404)
    release(host.site, site(tmp_path, 2))
    assert b"00000002" in host.get("").body
    assert not half.exists()


def test_the_address_without_its_last_stroke_leads_to_the_site(host: Host) -> None:
    if host.prefix == "/":
        pytest.skip("only below a path")
    bare = Host(host.server, host.prefix.rstrip("/"), host.base, host.site).get("")
    assert bare.status == 301
    assert bare.headers["Location"].endswith("/a/b/")
