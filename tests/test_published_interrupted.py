"""What is published is old or new: site, offline edition, releases and books, killed anywhere, on a full or read-only disk, two at once.

Each verb starts MkDocs or a browser, so that all of it belongs to ``make test-full``; the switches themselves are tried at every step in
``test_verbs``, ``test_switch`` and ``test_releases``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from duidu.commands.cli import main
from duidu.model.faults import CallError
from duidu.project.lock import HOME
from duidu.render.pdf.press import press
from tests.builds import office
from tests.interrupting import forked, killed_at, read_only, steps, with_small_files
from tests.projects import SMALL

pytestmark = pytest.mark.full

VERBS = {
    "site": ("site",),
    "offline": ("offline",),
    "publish": ("publish", "--releases", "srv"),
    "pdf": ("pdf",),
}
WHOLE = ("docs", "source", "site", "dist", "srv/current")
"""Each of these is switched at one point."""
TRIED = 6
"""So many steps of each verb, evenly from its first to its last."""


def run(root: Path, verb: str) -> int:
    os.chdir(root)
    return main(VERBS[verb])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published with all its editions, and has another provenance since, which all editions show."""
    place = tmp_path_factory.mktemp("published")
    root = place / "project"
    root.mkdir()
    project = office(root)
    project.add("mou-2024", SMALL)
    for verb in VERBS:
        assert forked(partial(run, root, verb), place / "said") == 0, (place / "said").read_text()
    settings = root / "source/mou-2024/document.yml"
    settings.write_text(settings.read_text().replace("found: 测试", "found: 市政府网站"))
    return root


@pytest.fixture(params=VERBS)
def verb(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def copied(root: Path, place: Path) -> Path:
    return shutil.copytree(root, place, symlinks=True)


def state(root: Path) -> dict[str, str]:
    """Of each part a hash of all its files, but for what the next run finishes or removes."""
    return {part: _hash(root / part) for part in WHOLE}


def _hash(folder: Path) -> str:
    folder = folder.resolve()
    files = sorted(file for file in folder.rglob("*") if file.is_file() and HOME not in file.relative_to(folder).parts)
    return sha256(b"".join(f"{file.relative_to(folder)}\0".encode() + sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def leftovers(root: Path) -> list[str]:
    """Whatever is hidden, besides what is kept and what a new project begins with."""
    known = {".duidu", ".gitignore", ".gitattributes", ".schemas", ".github"}
    return [str(path.relative_to(root)) for path in root.rglob(".*") if not known & set(path.relative_to(root).parts)]


def uninterrupted(published: Path, verb: str, place: Path) -> tuple[list[str], dict[str, str]]:
    """The steps that the verb takes where nothing comes between, and what it makes."""
    whole = copied(published, place / "whole")
    return steps(partial(run, whole, verb), place / "said"), state(whole)


def tried(taken: Sequence[str]) -> range:
    return range(0, len(taken), max(1, len(taken) // TRIED))


def test_killed_anywhere_each_part_is_old_or_new_and_the_next_run_ends_it(published: Path, verb: str, tmp_path: Path) -> None:
    said = tmp_path / "said"
    before = state(published)
    taken, after = uninterrupted(published, verb, tmp_path)
    assert after != before
    for step in tried(taken):
        root = copied(published, tmp_path / "killed")
        assert killed_at(step, partial(run, root, verb), said) == -signal.SIGKILL, taken[step]
        for part, found in state(root).items():
            if part not in ("docs", "source"):  # a switch that counts already is finished by the next run
                assert found in (before[part], after[part]), (part, step, taken[step])
        assert forked(partial(run, root, verb), said) == 0, said.read_text()
        assert state(root) == after, (step, taken[step])
        assert leftovers(root) == [], (step, taken[step])
        shutil.rmtree(root)


def test_stopped_by_ctrl_c_it_says_a_line_and_each_part_is_old_or_new(published: Path, verb: str, tmp_path: Path) -> None:
    said = tmp_path / "said"
    before = state(published)
    taken, after = uninterrupted(published, verb, tmp_path)
    for step in tried(taken):
        root = copied(published, tmp_path / "stopped")
        assert killed_at(step, partial(run, root, verb), said, signal.SIGINT) in (0, 130), said.read_text()
        assert "Traceback" not in said.read_text()
        assert all(found in (before[part], after[part]) for part, found in state(root).items()), taken[step]
        assert leftovers(root) == []
        shutil.rmtree(root)


def test_on_a_full_disk_it_says_so_and_nothing_changes(published: Path, verb: str, tmp_path: Path) -> None:
    root = copied(published, tmp_path / "project")
    before = state(root)
    assert with_small_files(600, partial(run, root, verb), tmp_path / "said") in (1, 2)
    said = (tmp_path / "said").read_text()
    assert "Traceback" not in said
    assert "写不进" in said or "没有找到" in said, said
    assert state(root) == before
    assert leftovers(root) == []


def test_on_a_disk_that_is_read_only_it_says_so_and_nothing_changes(published: Path, verb: str, tmp_path: Path) -> None:
    before = state(published)
    assert read_only(published, partial(run, published, verb), tmp_path / "said") in (1, 2)
    said = (tmp_path / "said").read_text()
    assert "Traceback" not in said
    assert "磁盘是只读的" in said, said
    assert state(published) == before


def test_two_at_once_wait_for_each_other(published: Path, verb: str, tmp_path: Path) -> None:
    root, alone = copied(published, tmp_path / "project"), copied(published, tmp_path / "alone")
    assert forked(partial(run, alone, verb), tmp_path / "said") == 0
    command = [sys.executable, "-m", "duidu", *VERBS[verb]]
    both = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert state(root) == state(alone)
    assert leftovers(root) == []


def test_a_browser_that_ends_while_it_prints_is_said_in_a_line(tmp_path: Path) -> None:
    """As for want of memory, or where it cannot write what it prints."""

    def printing() -> int:
        try:
            with press() as browser:
                browser.close()
                browser.new_page()
        except CallError as error:
            print(error)
            return 2
        return 0

    assert forked(printing, tmp_path / "said") == 2
    assert (tmp_path / "said").read_text().startswith("浏览器没有印成：")
