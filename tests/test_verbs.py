"""duidu site: built beside the old site, checked, and only then switched into place; what a killed run leaves is put right."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from duidu.commands import cli
from duidu.model.faults import CallError
from duidu.project.refusals import reason
from duidu.site.building import replace
from tests.interrupting import killed_at, steps
from tests.projects import Project
from tests.test_without_network import DENYING

PATIENCE = 120


def fill(text: str, *, good: bool = True) -> object:
    def build(new: Path) -> bool:
        new.mkdir()
        (new / "index.html").write_text(text)
        return good

    return build


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("旧")
    return folder


def shown(site: Path) -> str:
    return (site / "index.html").read_text()


def test_the_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    assert replace(site, fill("新"))  # type: ignore[arg-type]
    assert (shown(site), names(site.parent)) == ("新", ["site"])


def test_a_site_that_does_not_pass_leaves_the_old_one(site: Path) -> None:
    assert not replace(site, fill("新", good=False))  # type: ignore[arg-type]
    assert (shown(site), names(site.parent)) == ("旧", ["site"])


@pytest.mark.parametrize("error", [KeyboardInterrupt, CallError])
def test_an_interruption_leaves_the_old_one(site: Path, error: type[BaseException]) -> None:
    def stopped(new: Path) -> bool:
        new.mkdir()
        raise error

    with pytest.raises(error):
        replace(site, stopped)
    assert (shown(site), names(site.parent)) == ("旧", ["site"])


def test_leftovers_of_a_killed_run_go(site: Path) -> None:
    for name in (".site.new", ".site.old"):
        (site.parent / name / "sub").mkdir(parents=True)
    assert replace(site, fill("新"))  # type: ignore[arg-type]
    assert (shown(site), names(site.parent)) == ("新", ["site"])


def test_a_run_killed_between_the_two_renames_is_put_right_even_by_one_that_fails(site: Path) -> None:
    site.rename(site.parent / ".site.old")
    assert not replace(site, fill("新", good=False))  # type: ignore[arg-type]
    assert (shown(site), names(site.parent)) == ("旧", ["site"])


@pytest.mark.parametrize("exchanging", [True, False])
def test_killed_at_any_step_the_old_or_the_new_is_there_after_the_next_run(site: Path, tmp_path: Path, *, exchanging: bool) -> None:
    """Where two folders can be exchanged there is one at any moment, even before the next run."""

    def build() -> int:
        if not exchanging:
            sys.platform = "another"
        return 0 if replace(site, fill("新")) else 1  # type: ignore[arg-type]

    said = tmp_path.with_suffix(".said")
    for step in range(len(steps(build, said))):
        shutil.rmtree(site, ignore_errors=True)
        fill("旧")(site)  # type: ignore[operator]
        assert killed_at(step, build, said) == -signal.SIGKILL
        assert site.exists() or not exchanging
        assert not site.exists() or shown(site) in ("旧", "新")
        assert not replace(site, fill("更新", good=False))  # type: ignore[arg-type]
        assert shown(site) in ("旧", "新")
        assert names(site.parent) == ["site"]


def run_site(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "duidu", "site"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "SITE_URL": ""},
    )


def test_faults_keep_the_old_site_and_ctrl_c_ends_quietly_and_a_good_run_lists_every_file(
    pair: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", DENYING)  # all of it without the network
    running = run_site(pair.root)
    new = pair.root / ".site.new"
    deadline = time.monotonic() + PATIENCE
    while not new.exists() and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert not [name for name in names(pair.root) if "site" in name]

    assert pair.run("site").status == 0
    site = pair.root / "site"
    listed = json.loads((site / "data/manifest.json").read_text())["files"]
    found = {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in site.rglob("*") if path.is_file()}
    del found["data/manifest.json"]
    assert listed == found

    index = pair.root / "docs/index.md"
    index.with_name("broken.md").write_text("[去](nowhere.md)\n")
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    result = pair.run("site")
    assert result.status == 1
    assert "原来的网站没有动" in result.out
    index.with_name("broken.md").unlink()
    pair.edit("tongjiang", "中共桐江市委", "中共某市委", count=1)
    result = pair.run("site")
    assert result.status == 1
    assert "SRC003" in result.err
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_without_a_mkdocs_yml_the_call_is_wrong(small: Project) -> None:
    (small.root / "mkdocs.yml").unlink()
    result = small.run("site")
    assert (result.status, result.err.strip()) == (2, "找不到 mkdocs.yml。请在项目的文件夹里运行，或用 --root 指明它。")


@pytest.mark.parametrize("number", cli.UNWRITABLE, ids=errno.errorcode.get)
def test_why_words_cannot_be_written_is_said_in_chinese(number: int) -> None:
    assert re.fullmatch("[\u4e00-\u9fff]+", reason(OSError(number, os.strerror(number))))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("call", [("explain", "OUT012"), ("--help",)], ids=" ".join)
def test_where_its_words_lead_to_a_full_disk_it_says_so_in_a_line(call: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "duidu", *call], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "要说的话写不出来：磁盘满了。做完的是完整的，没有做完的没有留下。\n")
