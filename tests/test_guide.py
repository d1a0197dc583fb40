"""The editors' guide, followed to the letter: its commands run in order in a copy of the project, its edits made, its output compared."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from duidu.commands.cli import VERBS, main
from duidu.model.fault_codes import CODES
from tests.projects import ROOT, copy_of_the_project

GUIDE = ROOT / "docs/guide"
PAGES = ("index.md", "add.md", "links.md", "words.md", "change.md")
"""In the order in which a reader goes through them: each goes on where the one before stopped."""
FROM_NOTHING = "new.md"
"""Begins in an empty folder."""
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NEW = re.compile(r"新建 `([^`]+)`[^。\n]*，写入\s*\Z")
_APPEND = re.compile(r"在 `([^`]+)` 的末尾加上\s*\Z")
_OLD = re.compile(r"把 `([^`]+)` 里的\s*\Z")
_CELLS = re.compile(r"在 `([^`]+)` 的“([^”]+)”里填\s*\Z")
_TO = re.compile(r"\A\s*改成\s*\Z")


@dataclass(frozen=True)
class Step:
    """A block of the guide, and the words between it and the block before."""

    said: str
    language: str
    text: str


def steps(page: str) -> Iterator[Step]:
    end = 0
    for block in _BLOCK.finditer(page):
        yield Step(page[end : block.start()], block[1], block[2])
        end = block.end()


class Reader:
    """Someone who does what the guide says, in a copy of the project under git."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.old: tuple[Path, str] | None = None

    def follow(self, step: Step) -> str:
        """Do it; for a block of commands, the block as it should read."""
        if step.language == "console":
            return "".join(f"$ {command}\n{self.run(command)}" for command in re.findall(r"^\$ (.*)$", step.text, re.MULTILINE))
        if found := _NEW.search(step.said):
            file = self.root / found[1]
            assert not file.exists()
            file.parent.mkdir(exist_ok=True)
            file.write_text(step.text, encoding="utf-8")
        elif found := _CELLS.search(step.said):
            book = load_workbook(self.root / found[1], rich_text=True)
            for cell, value in re.findall(r"^(\S+) (.+)$", step.text, re.MULTILINE):
                book[found[2]][cell] = value
            book.save(self.root / found[1])
        elif found := _APPEND.search(step.said):
            with (self.root / found[1]).open("a", encoding="utf-8") as opened:
                opened.write(step.text)
        elif found := _OLD.search(step.said):
            self.old = (self.root / found[1], step.text.rstrip("\n"))
        elif _TO.match(step.said) and self.old:
            file, old = self.old
            text = file.read_text(encoding="utf-8")
            assert text.count(old) == 1, old
            file.write_text(text.replace(old, step.text.rstrip("\n")), encoding="utf-8")
            self.old = None
        return step.text

    def run(self, command: str) -> str:
        words = shlex.split(command)
        if words[0] == "duidu":
            return self.duidu(words[1:])
        if words[0] == "cd":
            self.root /= words[1]
            return ""
        assert words[0] == "git", command
        return git(self.root, *words[1:])

    def duidu(self, argv: list[str]) -> str:
        shown = io.StringIO()
        with contextlib.chdir(self.root), contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
            main(argv)
        return shown.getvalue()


def git(root: Path, *argv: str) -> str:
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "core.quotePath=false", *argv]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def same(shown: str, real: str) -> bool:
    """Whether the block shown is the real one; a line ``已写 …`` stands for all lines that begin so."""
    lines = (line.removesuffix(" …\n") for line in shown.splitlines(keepends=True))
    return (
        re.fullmatch("".join(re.escape(line) if line.endswith("\n") else f"(?:{re.escape(line)} .*\n)+" for line in lines), real)
        is not None
    )


def collapsed(real: str) -> str:
    """A block as the guide shows it: which generated files a build writes is no matter of the guide's."""
    return re.sub(r"^(?:已写 docs/.*\n)+", "已写 …\n", real, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("real", "shown"),
    [
        ("$ duidu build\n已写 docs/a.md\n已写 docs/b.md\n已删 docs/c.md\n", "$ duidu build\n已写 …\n已删 docs/c.md\n"),
        ("$ duidu review a\n已写 a-判读.xlsx\n", "$ duidu review a\n已写 a-判读.xlsx\n"),
        ("$ duidu build\n没有变化\n", "$ duidu build\n没有变化\n"),
    ],
)
def test_a_block_is_shown_without_the_list_of_generated_files(real: str, shown: str) -> None:
    assert collapsed(real) == shown
    assert same(shown, real)


@pytest.mark.parametrize("real", ["", "已删 docs/a.md\n", "已写 docs/a.md\n另外\n"])
def test_what_else_is_shown_has_to_be_there(real: str) -> None:
    assert not same("已写 …\n", real)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    copy_of_the_project(tmp_path)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()):
        assert main(["build"]) == 0
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "前")
    return Reader(tmp_path)


@pytest.mark.corpus
def test_the_guide_followed_to_the_letter_shows_what_it_says(reader: Reader, request: pytest.FixtureRequest) -> None:
    followed(reader, PAGES, request)


def test_from_an_empty_folder_to_two_linked_documents(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reader = Reader(tmp_path)
    followed(reader, (FROM_NOTHING,), request)
    site = reader.root / "site"
    page = (site / "tongjiang-2024/2/index.html").read_text(encoding="utf-8")
    assert "yunling-2024/2/#h2-k2-p1-t2" in page
    assert (site / "compare/tongjiang-2024/yunling-2024/by-tongjiang-2024/index.html").is_file()
    assert "未判读" not in (site / "compare/index.html").read_text(encoding="utf-8")


def followed(reader: Reader, pages: tuple[str, ...], request: pytest.FixtureRequest) -> None:
    """Do what the pages say, one after the other, and compare what they show."""
    update = request.config.getoption("--update-golden")
    wrong: list[str] = []
    for name in pages:
        page = (GUIDE / name).read_text(encoding="utf-8")
        for step in steps(page):
            real = reader.follow(step)
            if not same(step.text, real):
                wrong.append(f"{name}:\n{step.text}--- really:\n{real}")
                page = page.replace(f"```{step.language}\n{step.text}```", f"```{step.language}\n{collapsed(real)}```", 1)
        if update:
            (GUIDE / name).write_text(page, encoding="utf-8")
    assert update or not wrong, "\n".join(wrong)


def test_every_page_of_the_guide_is_followed_or_generated() -> None:
    assert {path.name for path in GUIDE.glob("*.md")} == {*PAGES, FROM_NOTHING, "faults.md"}
    assert "请勿手改" in (GUIDE / "faults.md").read_text(encoding="utf-8").splitlines()[1]


def test_every_code_is_on_the_page_of_faults_with_what_explain_says() -> None:
    page = (GUIDE / "faults.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| <span id=\"fault-\w+\">(\w+)</span> \| (.*?) \| ", page, re.MULTILINE)
    assert sorted(rows) == sorted((code, known.meaning) for code, known in CODES.items())


ONLY_NAMED = {"migrate", "serve", "offline", "publish", "pdf"}
"""They run on, take long, or need a browser: each has tests of its own."""


def test_every_command_is_shown_and_carried_out_or_at_least_named() -> None:
    shown = "".join((GUIDE / name).read_text(encoding="utf-8") for name in (*PAGES, FROM_NOTHING))
    assert {name for name in VERBS if f"$ duidu {name}" in shown} == set(VERBS) - ONLY_NAMED
    assert [name for name in ONLY_NAMED if f"`duidu {name}`" not in shown] == []


def test_git_keeps_raw_texts_byte_for_byte_even_where_it_converts_line_ends(tmp_path: Path) -> None:
    texts = {"a.txt": b"\xe7\x94\xb2\n\xe4\xb9\x99\r\n", "b.html": b"<p>\r\n\n"}
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "core.autocrlf", "true")
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "存")
    for name in texts:
        (tmp_path / name).unlink()
    git(tmp_path, "checkout", "--", ".")
    assert {name: (tmp_path / name).read_bytes() for name in texts} == texts


def test_a_python_without_the_libraries_says_how_to_get_them(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import runpy, sys; sys.path.insert(0, {str(ROOT / 'build_tools')!r}); runpy.run_module('duidu', run_name='__main__')",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert re.fullmatch(
        r"这个 Python 里没有程序库 \w+。先运行 make site，再运行 \. \.venv/bin/activate（见编辑指南的“准备”），然后重来。\n", done.stderr
    )
