"""Releases beside each other: switched by one rename, rolled back by one, nothing that an open tab still asks for goes missing."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
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


def is_whole(shown: Path) -> bool:
    listed = json.loads((shown / "data/manifest.json").read_text())["files"]
    return all(sha256((shown / path).read_bytes()).hexdigest() == digest for path, digest in listed.items())


def killed_while_releasing(place: Path, new: Path, earlier: int = 1, after: str = "") -> Iterator[Path]:
    """Folders in which the release of a site was killed, each at another step: at all, or from the first on that says ``after``."""

    def released(server: Path) -> int:
        release(server, new)
        return 0

    before = place / "before"
    for number in range(1, earlier + 1):
        release(before, site(place, number))
    counted = shutil.copytree(before, place / "counted", symlinks=True)
    taken = steps(partial(released, counted), place / "said")
    for step in range(next(number for number, one in enumerate(taken) if after in one), len(taken)):
        server = shutil.copytree(before, place / f"srv{step}", symlinks=True)
        assert killed_at(step, partial(released, server), place / "said") == -signal.SIGKILL, taken[step]
        yield server


def test_killed_at_any_step_a_whole_release_is_shown_and_the_next_run_makes_no_second_one(tmp_path: Path) -> None:
    new = site(tmp_path, 2)
    for server in killed_while_releasing(tmp_path, new):
        assert is_whole(server / "current")
        release(server, new)
        assert "00000002" in (server / "current/index.html").read_text()
        assert len(names(server)) == 2
        assert list(server.rglob(".*")) == []


def test_killed_and_then_another_site_every_release_was_shown_and_is_gone_back_to(tmp_path: Path) -> None:
    new, other = site(tmp_path, 2), site(tmp_path, 3)
    for server in killed_while_releasing(tmp_path, new):
        known = names(server)
        release(server, other)
        assert json.loads((server / "current/data/changes.json").read_text())["since"] == known[-1]
        assert back(server) == known[-1]
        assert list(server.rglob(".*")) == []


def test_killed_while_the_oldest_is_removed_nothing_half_removed_is_a_release(tmp_path: Path) -> None:
    for server in killed_while_releasing(tmp_path, site(tmp_path, KEPT + 2), KEPT + 1, after="current"):
        assert all(is_whole(server / "releases" / name) for name in names(server))
        release(server, tmp_path / f"site{KEPT + 2}")
        assert list(server.rglob(".*")) == []


def test_a_way_back_that_was_killed_is_gone_once(tmp_path: Path) -> None:
    sites = [site(tmp_path, number) for number in (1, 2, 3)]
    gone = 0
    for step in range(20):
        server = tmp_path / f"srv{step}"
        made = [release(server, one) for one in sites]
        if killed_at(step, lambda server=server: len(back(server)) * 0, tmp_path / "said") == 0:  # type: ignore[misc]
            break
        if current(server) == made[1]:  # killed when it had been done
            continue
        assert back(server) == made[1]
        gone += 1
    assert 3 < gone < 20


def test_a_release_that_is_not_whole_is_not_gone_back_to_and_nothing_is_taken_from_it(server: Path, tmp_path: Path) -> None:
    first = current(server)
    second = release(server, site(tmp_path, 2))
    third = release(server, site(tmp_path, 3))
    broken = server / "releases" / second / "assets/edition.00000002.js"
    broken.unlink()
    broken.write_text("第")
    assert release(server, site(tmp_path, 4)) > third
    assert not (server / "current/assets/edition.00000002.js").exists()
    assert [back(server), back(server)] == [third, first]
    release(server, site(tmp_path, 5))
    for name in names(server)[:-1]:
        (server / "releases" / name / "data/manifest.json").unlink()
    with pytest.raises(CallError, match="没有更早的、完整的一版"):
        back(server)


def test_what_changed_is_told_against_the_last_whole_release(server: Path, tmp_path: Path) -> None:
    first = current(server)
    second = release(server, site(tmp_path, 2))
    (server / "releases" / second / "about.html").unlink()
    release(server, site(tmp_path, 3))
    assert json.loads((server / "current/data/changes.json").read_text())["since"] == first


def test_the_ten_thousandth_comes_after_the_one_before(server: Path, tmp_path: Path) -> None:
    first = current(server)
    (server / "releases" / first).rename(server / "releases" / first.replace("0001", "9999"))
    (server / "current").unlink()
    (server / "current").symlink_to(f"releases/{first.replace('0001', '9999')}")
    ten = release(server, site(tmp_path, 2))
    assert ten.startswith("10000-")
    assert release(server, site(tmp_path, 3)).startswith("10001-")
    assert back(server) == ten


def test_a_current_that_leads_elsewhere_is_no_release(server: Path, tmp_path: Path) -> None:
    (server / "current").unlink()
    (server / "current").symlink_to(tmp_path / "site1")
    assert release(server, tmp_path / "site1") == names(server)[-1] == current(server)


def test_a_disk_without_links_has_copies_of_the_same_time(server: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    os.utime(server / "current/about.html", (1_000_000, 1_000_000))
    release(server, site(tmp_path, 2))
    assert (server / "current/about.html").stat().st_mtime == 1_000_000


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
