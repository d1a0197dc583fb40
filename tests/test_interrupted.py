"""Every verb that writes, killed at every step, on a full disk, twice at once: the project is as before, or after the next run as it was to be."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from duidu.commands.cli import VERBS, command, main
from duidu.project.kept import FOLDER
from duidu.project.lock import HOME
from duidu.project.switch import working
from tests.interrupting import forked, killed_at, steps, with_small_files
from tests.levels import CITY, province_and_city
from tests.projects import Project

for one in VERBS:
    command(one)  # loaded here: a child that loads it would also write what Python keeps of a module, steps that no second child takes
NEW = CITY.replace("桐江", "青石").replace("办好", "搞好")


@dataclass(frozen=True)
class Verb:
    """A project in which a verb has something to write, and the call."""

    name: str
    folder: Path
    call: tuple[str, ...]

    def copy(self, place: Path) -> Path:
        shutil.copytree(self.folder, place)
        return place

    def run(self, root: Path) -> int:
        os.chdir(root)
        return main(self.call)


def _unbuilt(root: Path) -> tuple[str, ...]:
    assert not (root / "docs").exists()
    return ("build",)


def _accept(root: Path) -> tuple[str, ...]:
    Project(root).edit("tongjiang", "办好桐江水节", "办好桐江水节和水市")
    return ("accept", "tongjiang")


def _retire(root: Path) -> tuple[str, ...]:
    Project(root).edit("tongjiang", "到2027年建成水库3座。", "")
    return ("retire", "tongjiang", "h2-k2-p1-t2")


def _confirm(root: Path) -> tuple[str, ...]:
    Project(root).edit("tongjiang", "建成水库3座", "建成水库4座")
    assert main(["--root", str(root), "accept", "tongjiang"]) == 0
    return ("confirm", "tongjiang")


def _add(root: Path) -> tuple[str, ...]:
    (root / "来文.txt").write_text(NEW)
    return ("add", "来文.txt", "--id", "qingshi", "--found", "测试", "--short-title", "青石市委决定")


def _review(root: Path) -> tuple[str, ...]:
    (root / "source/tongjiang/links/yunling.yml").write_text("links:\n- {from: h1, to: h1, relation: same}\n")
    file = root / "表.xlsx"
    assert main(["--root", str(root), "review", "tongjiang", "--to", str(file)]) == 0
    book = load_workbook(file, rich_text=True)
    sheet = book.worksheets[1]
    answer = next(cell.column for cell in sheet[1] if cell.value == "判定")
    for row in range(2, 9):
        sheet.cell(row, answer, "仅见于")
    book.save(file)
    return ("review", "tongjiang", "--read", "表.xlsx")


PREPARED: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "build": _unbuilt,
    "accept": _accept,
    "retire": _retire,
    "confirm": _confirm,
    "add": _add,
    "review --read": _review,
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents and their links, not built yet."""
    root = tmp_path_factory.mktemp("base")
    province_and_city(Project(root))
    return root


@pytest.fixture(scope="module", params=PREPARED)
def verb(request: pytest.FixtureRequest, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Verb:
    name: str = request.param
    folder = tmp_path_factory.mktemp("verb") / "project"
    shutil.copytree(base, folder)
    if name != "build":
        assert main(["--root", str(folder), "build"]) == 0
    return Verb(name, folder, PREPARED[name](folder))


def everything(root: Path) -> dict[str, bytes]:
    """All but results that are kept, which may be there or not."""
    found = {path.relative_to(root): path for path in root.rglob("*") if path.is_file()}
    return {str(path): file.read_bytes() for path, file in found.items() if not path.is_relative_to(FOLDER)}


def next_run(root: Path) -> None:
    with working(root, "next"):
        pass


def attack(verb: Verb, place: Path, *, every: bool) -> int:
    """Kill the verb at every step, or where it begins to count and half-way after; how many steps it has."""
    before = everything(verb.folder)
    said = place / "said"
    whole = verb.copy(place / "whole")
    taken = steps(partial(verb.run, whole), said)
    after = everything(whole)
    assert after != before
    counts = next(number for number, step in enumerate(taken) if step.startswith("os.rename") and step.endswith(f"{HOME}/new"))
    tried = range(len(taken)) if every else (counts, counts + 1, (counts + len(taken)) // 2)
    for step in tried:
        root = verb.copy(place / "killed")
        assert killed_at(step, partial(verb.run, root), said) == -signal.SIGKILL, taken[step]
        next_run(root)
        assert everything(root) == (before if step <= counts else after), (verb.name, step, taken[step])
        shutil.rmtree(root)
    return len(taken)


def test_killed_it_is_as_before_or_as_it_was_to_be(verb: Verb, tmp_path: Path) -> None:
    assert attack(verb, tmp_path, every=False) > 10


@pytest.mark.full
def test_killed_at_every_step_it_is_as_before_or_as_it_was_to_be(verb: Verb, tmp_path: Path) -> None:
    print(verb.name, attack(verb, tmp_path, every=True))


def test_on_a_full_disk_it_says_so_and_nothing_changes(verb: Verb, tmp_path: Path) -> None:
    root = verb.copy(tmp_path / "project")
    before = everything(root)
    assert with_small_files(450, partial(verb.run, root), tmp_path / "said") == 2
    said = (tmp_path / "said").read_text()
    assert "超过了文件大小的限制。什么也没有改。" in said
    assert "已" not in said
    assert everything(root) == before


@pytest.mark.full
def test_two_at_once_wait_for_each_other(verb: Verb, tmp_path: Path) -> None:
    """The second finds what the first made and has nothing left to do, or says why it cannot do it again."""
    root = verb.copy(tmp_path / "project")
    said = tmp_path / "said"
    alone = verb.copy(tmp_path / "alone")
    assert forked(partial(verb.run, alone), said) == 0

    def both() -> int:
        child = os.fork()
        status = verb.run(root)
        if not child:
            os._exit(status)
        return status * os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert forked(both, said) == 0
    assert everything(root) == everything(alone)
