"""Every fault by its code: ``tests/cases/faults/<code>/<what is wrong, in a few words>.yml``, a small input with all that is then said.

``text`` is a document, mou-2024 (or ``id``), with ``document`` as changes to its document.yml; ``published`` builds it before anything else
is done. ``pair`` has 桐江 carry out 云岭, both published; ``unread`` the same, not judged. Then files are changed: ``write``, ``append``,
``change`` (old, new), ``remove``, ``link``; ``first`` is a command before the one that finds the fault, ``run`` (build). ``fill`` puts
values into the rows of the workbook of ``review``, by address and head of the column, and reads it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from duidu.anchors.checks import anchor_faults
from duidu.anchors.publishing import publish
from duidu.model.fault_codes import CODES
from duidu.read.corpus import read_corpus
from tests.cases import CASES, Case
from tests.projects import Project, Result

FOLDER = CASES / "faults"
FILES = sorted(FOLDER.glob("*/*.yml"))
ELSEWHERE = {
    "ANC001": "test_fault_cases.py",
    "OUT014": "cases/outline/专栏连成一行，里面的编号属于专栏.yml",
    "OUT015": "cases/outline/编号与文字之间隔着图片，不连成一行.yml",
    "OUT016": "test_fault_cases.py",
    "OUT017": "cases/outline/专栏在纯文本里有几行，到下一个标题为止.yml",
    "OUT018": "cases/outline/编号后只有一处隔一个空格，是正文，报警告.yml",
    "PRV001": "test_build.py",
    "PRV002": "test_check.py",
    "PRV003": "test_check.py",
    "PRV004": "test_check.py",
    "PRV005": "test_served.py",
    "PRV006": "test_source_addresses.py",
    "REV010": "test_review.py",
    "SRC008": "test_formats.py",
    "SRC009": "test_formats.py",
}
"""What takes a built site, a server, a file that is no text, or a text that is no small one."""


@pytest.fixture
def at_fault(request: pytest.FixtureRequest, file: Path) -> Project:
    """The project of a case, with the fault in it."""
    case: Case = yaml.safe_load(file.read_text(encoding="utf-8"))
    project: Project = request.getfixturevalue("pair" if "pair" in case or "unread" in case else "project")
    if "text" in case:
        changes = case.get("document", {})
        kept = {"file": "text.txt", "encoding": "utf-8", "sha256": hashlib.sha256(case["text"].encode()).hexdigest()}
        project.add(case.get("id", "mou-2024"), case["text"], **{**changes, "text": {**kept, **changes.get("text", {})}})
    if "unread" in case:
        (project.root / "source/tongjiang/links/yunling.yml").unlink()
    if "published" in case:
        assert project.run("build").status == 0
    change(project.root, case)
    return project


def change(root: Path, case: Case) -> None:
    for name, text in case.get("write", {}).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for name, text in case.get("append", {}).items():
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)
    for name, (old, new) in case.get("change", {}).items():
        before = (root / name).read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{name}: {old}"
        (root / name).write_text(before.replace(old, new), encoding="utf-8")
    for name in case.get("remove", ()):
        (root / name).unlink()
    for name, target in case.get("link", {}).items():
        (root / name).symlink_to(target)


def found(project: Project, case: Case) -> Result:
    """What the command says."""
    if "first" in case:
        assert project.run(*case["first"]).status == 0
    if "fill" not in case:
        return project.run(*(str(project.root / word) if word.endswith(".xlsx") else word for word in case.get("run", ["build"])))
    file = project.root / "表.xlsx"
    assert project.run("review", "tongjiang", "--to", str(file)).status == 0
    book = load_workbook(file)
    for address, head, value in case["fill"]:
        fill(book, address, head, value)
    book.save(file)
    return project.run("review", "tongjiang", "--read", str(file))


def fill(book: Any, address: str, head: str, value: str) -> None:
    """Put a value into the first row that begins with a unit of the document whose sheet it is."""
    own = "本文件地址" if address.startswith("tongjiang") else "上级地址"
    sheet = book.worksheets[1 if own == "本文件地址" else 2]
    letters = {str(cell.value): cell.column_letter for cell in sheet[1]}
    row = next(row for row in range(2, sheet.max_row + 1) if sheet[f"{letters[own]}{row}"].value == address)
    sheet[f"{letters[head]}{row}"] = value


def said(result: Result) -> Iterator[str]:
    """The faults, a line each."""
    yield from (line for line in result.err.splitlines() if re.search(r":\S*\d+: [A-Z]{3}\d{3} |![A-Z]+\d+: [A-Z]{3}\d{3} ", line))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name} {file.stem}")
def test_what_is_wrong_is_said_at_its_place_with_what_to_do(at_fault: Project, file: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    result = found(at_fault, case)
    faults = list(said(result))
    if request.config.getoption("--update-golden"):
        head = file.read_text(encoding="utf-8").partition("\nsays:")[0]
        file.write_text(f"{head}\nsays:\n" + "".join(f"- {yaml_line(fault)}\n" for fault in faults), encoding="utf-8")
        return
    assert faults == case["says"]
    assert any(f" {file.parent.name} " in fault for fault in faults)
    assert result.status == (0 if all(" 警告：" in fault for fault in faults) else 1)


def yaml_line(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10_000, default_style="'").removesuffix("\n")


def test_an_address_given_twice_is_said_with_both_places(small: Project) -> None:
    """Numbering that repeats is seen before; this would be a fault of the program's own."""
    source = read_corpus(small.root)[0].sources[0]
    published, _ = publish(source.raw, source.meta, source.registry)
    unit = published.outline.units[-1]
    again = replace(published, outline=replace(published.outline, units=(*published.outline.units, unit)))
    found = list(anchor_faults(again))
    assert {fault.code for fault in found} == {"ANC001"}
    assert f"source/mou-2024/text.txt:{unit.line}:{unit.column}: ANC001 地址 {unit.anchor} 与第 {unit.line} 行的单位重复" in str(found[0])
    assert list(anchor_faults(published)) == []


def test_a_file_of_more_lines_than_any_text_has_is_read_no_further(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.add("mou-2024", "关于某事的决定\n一、甲\n甲事。\n二、乙\n乙事。\n")
    monkeypatch.setattr("duidu.parse.scan.MOST_LINES", 3)
    assert "source/mou-2024/text.txt:4:1: OUT016 从这一行起还有 2 行" in project.run("build").err


def test_every_code_has_a_case_or_a_test_that_names_it() -> None:
    cases = {file.parent.name for file in FILES}
    assert cases <= CODES.keys()
    assert set(CODES) - cases == set(ELSEWHERE)
    for code, name in ELSEWHERE.items():
        assert code in (CASES.parent / name).read_text(encoding="utf-8"), code
