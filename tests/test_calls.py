"""Calls of the command: wrong ones, help, Ctrl-C, what explain says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duidu.commands.cli import VERBS
from duidu.model.fault_codes import CODES
from tests.projects import ROOT, Project


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["biuld"], "是不是 build？"),
        ([], "还缺"),
        (["build", "--chek"], "不认识 --chek。是不是 --check？"),
        (["build", "--check=3"], "--check 后面不写值"),
        (["build", "甲"], "不认识 甲。"),
        (["add", "a.txt", "--id"], "--id 后面还缺一个值"),
        (["explain"], "还缺 代码。"),
        (["outline", "nowhere.txt"], "找不到文件 nowhere.txt"),
        (["accept", "mou-2042"], "没有文档 mou-2042。是不是 mou-2024？"),
        (["explain", "OUT0O2"], "是不是 OUT0"),
    ],
)
def test_wrong_calls_exit_2(small: Project, argv: list[str], said: str) -> None:
    result = small.run(*argv)
    assert result.status == 2
    assert said in result.err
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", result.err.replace("duidu ", ""))  # no English sentence


@pytest.mark.parametrize("argv", [["--help"], *([name, "-h"] for name in VERBS)])
def test_help_is_in_chinese(project: Project, argv: list[str]) -> None:
    said = project.run(*argv).out
    assert said.startswith("用法：duidu ")
    assert re.findall(r"\b(?:[Uu]sage|[Oo]ptions?|Commands?|[Aa]rguments|Show|Error)\b", said) == []


def test_ctrl_c_ends_with_a_line(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("duidu.project.conversion.build.recorded", stopped)
    result = small.run("build")
    assert (result.status, result.err.strip()) == (130, "已停下。做完的是完整的，没有做完的没有留下。")


def test_without_a_corpus_the_call_is_wrong(project: Project) -> None:
    result = project.run("build")
    assert (result.status, result.err.strip()) == (2, "找不到 source/corpus.yml。请在项目的文件夹里运行，或用 --root 指明它。")


@pytest.mark.parametrize("code", CODES)
def test_explain_knows_every_code(project: Project, code: str) -> None:
    result = project.run("explain", code.lower())
    assert result.status == 0
    assert result.out.startswith(f"{code}　{CODES[code].meaning}\n")


def test_every_code_used_is_explained_and_every_code_explained_is_used() -> None:
    files = [file for file in (ROOT / "build_tools/duidu").rglob("*.py") if file.name != "faults.py"]
    used = {code for file in files for code in re.findall(r'"([A-Z]{3}\d{3})"', Path(file).read_text())}
    assert used == set(CODES)
