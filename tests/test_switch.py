"""What the tool writes is old or new, never a mixture: whenever it is killed or stopped, on a full disk, without rights, two at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

import pytest

from duidu.model.faults import CallError
from duidu.project.lock import HOME, alone, for_children
from duidu.project.stopping import clear_away
from duidu.project.switch import switch, working, workplace
from tests.interrupting import as_nobody, forked, killed_at, steps, with_small_files

OLD = {"source/a.yml": "旧", "docs/x.md": "旧", "docs/gone/y.md": "旧", "docs/stays.md": "不动"}
NEW = {"source/a.yml": "新", "docs/x.md": "新", "docs/new/deep/z.md": "新", "docs/stays.md": "不动"}
PATIENCE = 60


def lay(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "project", OLD)


def tree(root: Path) -> dict[str, str]:
    """Every file, ours and hidden ones too; an empty folder would be one too many."""
    empty = {f"{path.relative_to(root)}/": "" for path in root.rglob("*") if path.is_dir() and not any(path.iterdir())}
    return empty | {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}


def changed(root: Path) -> int:
    written = {PurePosixPath(path): text.encode() for path, text in NEW.items() if OLD.get(path) != text}
    switch(root, written, [PurePosixPath("docs/gone/y.md")])
    return 0


def settled(root: Path) -> int:
    """The next run, whatever it is for."""
    with working(root, "next"):
        return 0


def test_all_is_written_and_removed_and_nothing_is_left(root: Path) -> None:
    changed(root)
    assert tree(root) == NEW


def test_killed_at_any_step_it_is_the_old_or_after_the_next_run_the_new(root: Path, tmp_path: Path) -> None:
    taken = steps(partial(changed, root), tmp_path / "said")
    counts = next(number for number, step in enumerate(taken) if step.startswith("os.rename") and step.endswith("/new"))
    assert len(taken) > 15
    for step in range(len(taken)):
        project = lay(tmp_path / str(step), OLD)
        assert killed_at(step, partial(changed, project), tmp_path / "said") == -signal.SIGKILL
        if step <= counts:
            assert {path: text for path, text in tree(project).items() if not path.startswith(HOME)} == OLD
        settled(project)
        assert tree(project) == (OLD if step <= counts else NEW), taken[step]


def test_the_run_that_finishes_it_may_be_killed_too(tmp_path: Path) -> None:
    for step in range(40):
        project = lay(tmp_path / str(step), OLD)
        killed_at(11, partial(changed, project), tmp_path / "said")
        assert (project / HOME / "switch").exists()
        killed = killed_at(step, partial(settled, project), tmp_path / "said") != 0
        settled(project)
        assert tree(project) == NEW
        if not killed:
            break
    assert 5 < step < 40


def test_stopped_at_any_step_it_is_whole_at_once(root: Path, tmp_path: Path) -> None:
    taken = steps(partial(changed, root), tmp_path / "said")
    for step in range(len(taken)):
        project = lay(tmp_path / str(step), OLD)
        killed_at(step, partial(changed, project), tmp_path / "said", signal.SIGINT)
        whole = {path: text for path, text in tree(project).items() if path.rstrip("/") not in (HOME, f"{HOME}/lock")}
        assert whole in (OLD, NEW), taken[step]
        settled(project)
        assert tree(project) == whole


def refused(root: Path) -> int:
    """2 if it says that nothing has changed."""
    try:
        return changed(root)
    except CallError as error:
        print(error)
        return 2 if "什么也没有改" in str(error) else 1


@pytest.mark.parametrize("most", [0, 1, 20])
def test_on_a_full_disk_nothing_changes(root: Path, tmp_path: Path, most: int) -> None:
    assert with_small_files(most, partial(refused, root), tmp_path / "said") == 2
    assert tree(root) == OLD


def test_what_takes_no_file_is_found_before_anything_changes(root: Path) -> None:
    for path, what in ((PurePosixPath("docs/gone"), "文件夹"), (PurePosixPath("docs/x.md/y.md"), "文件"), (PurePosixPath("../z"), "权限")):
        with pytest.raises(CallError, match=what):
            switch(root, {PurePosixPath("docs/stays.md"): "新".encode(), path: b""})
        assert tree(root) == OLD


def test_a_folder_that_leads_out_of_the_project_is_not_written_into(root: Path, tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"z.md": "别处的"})
    (root / "docs/new").symlink_to(outside)
    with pytest.raises(CallError, match="通到项目以外的链接。什么也没有改"):
        switch(root, {PurePosixPath("docs/x.md"): b"", PurePosixPath("docs/new/z.md"): b""})
    assert (tree(outside), (root / "docs/x.md").read_text()) == ({"z.md": "别处的"}, "旧")


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A project that anybody may look at, outside the folders of pytest."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield lay(Path(place) / "project", OLD)


def test_where_nothing_may_be_written_nothing_changes(open_to_all: Path, tmp_path: Path) -> None:
    assert as_nobody(partial(refused, open_to_all), tmp_path / "said") == 2
    assert "没有写的权限" in (tmp_path / "said").read_text()
    assert tree(open_to_all) == OLD


def test_one_folder_that_may_not_be_written_to_is_found_before_the_others_change(open_to_all: Path, tmp_path: Path) -> None:
    for folder in (open_to_all, *(path for path in open_to_all.rglob("*") if path.is_dir())):
        folder.chmod(0o755 if folder.name == "gone" else 0o777)
    assert as_nobody(partial(refused, open_to_all), tmp_path / "said") == 2
    assert "docs/gone/y.md" in (tmp_path / "said").read_text()
    assert tree(open_to_all) == OLD


def test_a_project_that_is_read_only_can_be_read(open_to_all: Path, tmp_path: Path) -> None:
    assert as_nobody(partial(settled, open_to_all), tmp_path / "said") == 0


def test_a_plan_that_leads_out_of_the_project_is_not_carried_out(root: Path, tmp_path: Path) -> None:
    lay(root, {f"{HOME}/switch/plan.json": '{"written": {"../outside": "0"}, "removed": []}', f"{HOME}/switch/0": "x"})
    with pytest.raises(CallError):
        settled(root)
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("plan", ["", "{", "[]", '{"written": [1], "removed": 2}', '{"written": {"docs/x.md": "0"}}'])
def test_a_plan_that_the_power_cut_short_is_none(root: Path, plan: str) -> None:
    lay(root, {f"{HOME}/switch/plan.json": plan, f"{HOME}/switch/0": "x"})
    settled(root)
    assert tree(root) == OLD


@pytest.mark.parametrize(
    "plan", ['{"written": {"docs/x.md": "../../../outside"}, "removed": []}', '{"written": {".git/hooks/x": "0"}, "removed": []}']
)
def test_a_plan_that_came_with_a_repository_takes_no_file_from_elsewhere_and_gives_git_none(root: Path, tmp_path: Path, plan: str) -> None:
    lay(tmp_path, {"outside": "这台电脑上的"})
    lay(root, {f"{HOME}/switch/plan.json": plan, f"{HOME}/switch/0": "x"})
    with pytest.raises(CallError):
        settled(root)
    assert (tmp_path / "outside").read_text() == "这台电脑上的"
    assert not (root / ".git").exists()
    assert (root / "docs/x.md").read_text() == "旧"


def test_a_home_that_is_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"lock": "别处的"})
    (root / HOME).symlink_to(outside)
    with pytest.raises(CallError, match="是一个链接"):
        changed(root)
    assert tree(outside) == {"lock": "别处的"}


def test_what_is_needed_only_meanwhile_goes_and_so_does_what_a_killed_run_left_of_it(root: Path, tmp_path: Path) -> None:
    def ended() -> int:
        with workplace(root) as place:
            (place / "much").write_text("x")
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert forked(ended, tmp_path / "said") == -signal.SIGKILL
    assert (root / HOME / "work/much").exists()
    settled(root)
    assert tree(root) == OLD


WAITS = "import sys; from pathlib import Path; from duidu.project.lock import alone\nwith alone(Path(sys.argv[1]), 'duidu build'): print('轮到了')"


def second(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WAITS, str(root)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_who_comes_second_is_told_who_is_there_and_since_when_and_waits(root: Path) -> None:
    with alone(root, "duidu site"):
        waiting = second(root)
        assert waiting.stderr
        said = waiting.stderr.readline()
        assert f"duidu site（root，进程 {os.getpid()}，自 20" in said.replace(os.environ.get("USER", "root"), "root")
        assert said.endswith("起）正在这里写，等它结束……\n")
        assert waiting.poll() is None
    assert waiting.communicate(timeout=PATIENCE)[0].strip() == "轮到了"
    assert tree(root) == OLD


def test_what_a_killed_command_left_running_keeps_others_out(root: Path, tmp_path: Path) -> None:
    """MkDocs goes on for a while after ``duidu site`` was killed: who comes then waits for it."""
    ready, end = tmp_path / "ready", tmp_path / "end"

    def killed() -> int:
        with alone(root, "duidu site"):
            locked = for_children(root)
            script = (
                "import pathlib, sys, time; ready, end = map(pathlib.Path, sys.argv[1:]); ready.touch(); "
                "any(end.exists() or time.sleep(.02) for _ in range(3000))"
            )
            subprocess.Popen([sys.executable, "-c", script, str(ready), str(end)], env={**os.environ, **locked.pop("env")}, **locked)
            while not ready.exists():
                pass
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert forked(killed, tmp_path / "said") == -signal.SIGKILL
    waiting = second(root)
    assert waiting.stderr
    assert "等它结束" in waiting.stderr.readline()
    assert waiting.poll() is None
    end.touch()
    assert waiting.communicate(timeout=PATIENCE)[0].strip() == "轮到了"


def test_a_process_that_a_command_starts_works_under_its_lock(root: Path) -> None:
    with alone(root, "duidu site"):
        locked = for_children(root)
        done = subprocess.run(
            [sys.executable, "-c", WAITS, str(root)],
            env={**os.environ, **locked.pop("env")},
            capture_output=True,
            text=True,
            **locked,
            check=True,
        )
    assert (done.stdout.strip(), done.stderr) == ("轮到了", "")


def test_ctrl_c_ends_with_a_line(root: Path) -> None:
    with alone(root, "duidu site"):
        command = [sys.executable, "-m", "duidu", "--root", str(root), "build"]
        waiting = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert waiting.stderr
        assert "等它结束" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=PATIENCE)
    assert (waiting.returncode, err.strip()) == (130, "已停下。做完的是完整的，没有做完的没有留下。")


def test_stopped_while_it_tidies_up_it_tidies_up_first(tmp_path: Path) -> None:
    """A folder of many files goes whole or not at all: nothing half removed is left of a command that says that nothing is."""
    place = tmp_path / "place"

    def removed() -> int:
        try:
            clear_away(place)
        except KeyboardInterrupt:
            return 0
        return 1

    for step in range(4):
        lay(place, {"a": "", "b/c": "", "b/d": ""})
        assert killed_at(step, removed, tmp_path / "said", signal.SIGINT) == 0
        assert not place.exists(), step
