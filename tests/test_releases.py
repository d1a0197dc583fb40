"""Releases beside each other: switched by one rename, rolled back by one, nothing that an open tab still asks for goes missing."""

from __future__ import annotations

import json
import os
import signal
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from duidu.model.faults import CallError
from duidu.site.releases import KEPT, back, current, names, release
from tests.interrupting import killed_at, steps, with_small_files


def site(place: Path, number: int) -> Path:
    """A small site: a page and a script that change with each release, search data by version, one file that never changes."""
    script = f"assets/edition.{number:08x}.js"
    files = {
        "index.html": f"<script src={script}></script>",
        script: f"第{number}版",
        "about.html": "不变",
        "search/manifest.js": f'__edition_search("manifest",{{"version":"{number:08x}"}})',
        "search/t0.js": f'__edition_search("t0",[{number}])',
    }
    folder = place / f"site{number}"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "data").mkdir()
    (folder / "data/manifest.json").write_text(
        json.dumps({"files": {path: sha256(text.encode()).hexdigest() for path, text in files.items()}})
    )
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Path:
    folder = tmp_path / "srv"
    release(folder, site(tmp_path, 1))
    return folder


def test_the_new_one_is_shown_and_the_old_one_stays(server: Path, tmp_path: Path) -> None:
    first = current(server)
    second = release(server, site(tmp_path, 2))
    assert names(server) == [first, second]
    assert current(server) == second
    assert "00000002" in (server / "current/index.html").read_text()


def test_a_tab_that_is_open_finds_its_scripts_and_its_search(server: Path, tmp_path: Path) -> None:
    release(server, site(tmp_path, 2))
    release(server, site(tmp_path, 3))
    for number in (1, 2):
        assert (server / f"current/assets/edition.{number:08x}.js").read_text() == f"第{number}版"
        assert (server / f"current/search/{number:08x}/t0.js").read_text() == f'__edition_search("t0",[{number}])'
    assert (server / "current/search/t0.js").read_text() == '__edition_search("t0",[3])'


def test_what_stays_the_same_keeps_its_time(server: Path, tmp_path: Path) -> None:
    os.utime(server / "current/about.html", (1_000_000, 1_000_000))
    release(server, site(tmp_path, 2))
    assert (server / "current/about.html").stat().st_mtime == 1_000_000
    assert (server / "current/index.html").stat().st_mtime > 1_000_000


def test_the_same_site_is_no_new_release(server: Path, tmp_path: Path) -> None:
    assert release(server, tmp_path / "site1") == current(server)
    assert len(names(server)) == 1


def test_back_and_forth(server: Path, tmp_path: Path) -> None:
    first = current(server)
    release(server, site(tmp_path, 2))
    assert back(server) == first == current(server)
    with pytest.raises(CallError, match="没有更早"):
        back(server)
    assert release(server, tmp_path / "site2") > first
    assert "00000002" in (server / "current/index.html").read_text()


def test_so_many_stay(server: Path, tmp_path: Path) -> None:
    for number in range(2, KEPT + 5):
        release(server, site(tmp_path, number))
    assert len(names(server)) == KEPT + 1
    scripts = sorted(path.name for path in (server / "current/assets").iterdir())
    assert len(scripts) == KEPT + 1


def test_a_site_that_is_not_as_it_was_built_is_not_shown(server: Path, tmp_path: Path) -> None:
    before = current(server)
    broken = site(tmp_path, 2)
    (broken / "about.html").write_text("半")
    with pytest.raises(CallError, match="与清单不符"):
        release(server, broken)
    assert (current(server), names(server)) == (before, [before])


def test_killed_at_any_step_a_whole_release_is_shown(tmp_path: Path) -> None:
    old, new = site(tmp_path, 1), site(tmp_path, 2)

    def released(server: Path) -> int:
        release(server, new)
        return 0

    counted = tmp_path / "counted"
    release(counted, old)
    for step in range(len(steps(partial(released, counted), tmp_path / "said"))):
        server = tmp_path / f"srv{step}"
        release(server, old)
        assert killed_at(step, partial(released, server), tmp_path / "said") == -signal.SIGKILL
        shown = server / "current"
        for path, digest in json.loads((shown / "data/manifest.json").read_text())["files"].items():
            assert sha256((shown / path).read_bytes()).hexdigest() == digest
        released(server)
        assert "00000002" in (server / "current/index.html").read_text()
        assert list(server.rglob(".*")) == []


def test_on_a_full_disk_the_old_one_stays(server: Path, tmp_path: Path) -> None:
    new = site(tmp_path, 2)

    def refused() -> int:
        try:
            release(server, new)
        except CallError as error:
            return 2 if "网上的没有变" in str(error) else 1
        return 0

    before = current(server)
    assert with_small_files(10, refused, tmp_path / "said") == 2
    assert (current(server), names(server)) == (before, [before])
