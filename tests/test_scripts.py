"""The scripts: what is committed was made of today's sources, and Python and scripts know the same grammar. Needs no node."""

from __future__ import annotations

import hashlib
import json
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from duidu.model.anchor import ANCHOR, parent_path
from duidu.model.citation import Form, Place, read_citation
from duidu.read.schemas import SCHEMAS
from duidu.render.search.folding import fold as searched
from duidu.text.fold import fingerprint, fold
from duidu.text.numerals import to_int
from tests.projects import ROOT
from tests.some import some

SCRIPTS = ROOT / "build_tools/scripts"
ASSETS = ROOT / "overrides/assets"
CASES = ROOT / "tests/cases/scripts"
JOINED = json.loads((SCRIPTS / "bundles.json").read_text(encoding="utf-8"))
BUNDLES: dict[str, str] = JOINED["bundles"]
SOURCES = sorted(path for path in SCRIPTS.rglob("*.js") if "node_modules" not in path.parts)
_IMPORT = re.compile(r'^(?:import|export) (?:[^;"]*? from )?"(\.[^"]+)";', re.MULTILINE)


def modules(entry: Path) -> set[Path]:
    """A module and all that it imports; comments that name types of others import nothing."""
    found: set[Path] = set()
    left = [entry]
    while left:
        module = left.pop().resolve()
        if module not in found:
            found.add(module)
            left += [module.parent / name for name in _IMPORT.findall(module.read_text(encoding="utf-8"))]
    return found


def sum_of(bundle: str) -> str:
    """What build.js writes into its first line: of a bundle that gives modules to others, over all that these may take."""
    sources = modules(SCRIPTS / BUNDLES[bundle])
    if bundle in JOINED["gives"]:
        sources = {SCRIPTS / "bundles.json"}.union(*(modules(SCRIPTS / entry) for entry in BUNDLES.values()))
    total = hashlib.sha256()
    for path in sorted(one.relative_to(SCRIPTS).as_posix() for one in sources):
        total.update(path.encode() + b"\0" + (SCRIPTS / path).read_bytes())
    return total.hexdigest()[:16]


@pytest.mark.parametrize("name", BUNDLES)
def test_the_published_script_was_made_of_these_sources(name: str) -> None:
    first = (ASSETS / name).read_text(encoding="utf-8").partition("\n")[0]
    assert f"Sources: {sum_of(name)} " in first, f"{name} 与 build_tools/scripts 里的源文件不符；请运行 make scripts"


def test_a_changed_source_changes_the_sum(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("node_modules")))
    before = {name: sum_of(name) for name in BUNDLES}
    monkeypatch.setattr("tests.test_scripts.SCRIPTS", copy)
    assert {name: sum_of(name) for name in BUNDLES} == before
    (copy / "own_file.js").write_text((copy / "own_file.js").read_text() + "\n")
    assert {name for name in BUNDLES if sum_of(name) != before[name]} == {"own-file.js", *JOINED["gives"]}


def test_every_script_is_a_bundle_and_every_module_is_in_one() -> None:
    assert {path.name for path in ASSETS.glob("*.js")} == BUNDLES.keys()
    used = {module for entry in BUNDLES.values() for module in modules(SCRIPTS / entry)}
    no_part = {SCRIPTS / name for name in ("search/types.js", "build.js", "sharing.js", "lock.js", "eslint.config.js")}
    assert {path for path in SOURCES if path.parent.name != "tests"} - no_part == used


def test_no_line_is_too_long() -> None:
    for path in SOURCES:
        assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 120, path


def test_the_lock_names_no_address() -> None:
    assert "://" not in (SCRIPTS / "package-lock.json").read_text(encoding="utf-8")


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    assert found
    return found


@pytest.mark.parametrize("case", cases("anchors"), ids=lambda case: case["text"])
def test_an_anchor_is_what_the_scripts_take_for_one(case: dict[str, Any]) -> None:
    assert (ANCHOR.fullmatch(case["text"]) is not None) == case["is_unit"]
    if case["is_unit"]:
        assert parent_path(case["text"]) == case["parent"]


def test_what_the_scripts_know_of_anchors_and_citations_was_written_from_python() -> None:
    made = runpy.run_path(str(SCRIPTS / "grammar.py"))["grammar"]()
    assert (SCRIPTS / "grammar.js").read_text(encoding="utf-8") == made, "grammar.js 与 duidu/model 不符；请运行 make scripts"


def test_the_schema_of_units_has_the_grammar_of_anchors() -> None:
    schema = json.loads((SCHEMAS / "data/units.schema.json").read_text(encoding="utf-8"))
    assert schema["items"]["properties"]["anchor"]["pattern"] == f"^{ANCHOR.pattern}$"


LAST = {Form.PART: "v", Form.CHAPTER: "c", Form.DIVISION: "s", Form.PARAGRAPH: "p", Form.POINT: "d", Form.SENTENCE: "t"}


def step_key(place: Place) -> str:
    """A step as the scripts compare it: its word where it is cited by one, its number, and what a position counts."""
    word = place.name or ("" if re.match(r"[第（{]", place.form.value) else place.form.value.partition("{")[0])
    branch = f"-{place.branch}" if place.branch else ""
    return word + ".".join(map(str, place.numbers)) + branch + LAST.get(place.form, "")


@pytest.mark.parametrize("case", cases("citations"), ids=lambda case: case["text"])
def test_a_citation_is_read_as_the_scripts_read_it(case: dict[str, Any]) -> None:
    citation = read_citation(case["text"])
    assert (",".join(map(step_key, citation.steps)) if citation and citation.steps else None) == case["key"]


@pytest.mark.parametrize("case", cases("folding"), ids=lambda case: case["text"])
def test_text_is_folded_as_the_scripts_fold_it(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]
    assert searched(case["text"]) == case["searched"]


@pytest.mark.parametrize("case", cases("numerals"), ids=lambda case: case["text"])
def test_numbers_are_read_as_the_scripts_read_them(case: dict[str, Any]) -> None:
    assert to_int(case["text"]) == case["number"]


@pytest.mark.skipif(not (SCRIPTS / "node_modules").exists() or not shutil.which("node"), reason="没有 node：没有运行脚本自己的测试")
def test_the_scripts_own_tests_pass() -> None:
    done = subprocess.run(["node", "--test"], cwd=SCRIPTS / "tests", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_fingerprints_are_those_of_the_cases() -> None:
    for case in some(json.loads((CASES / "fingerprints.json").read_text(encoding="utf-8"))):
        assert fingerprint(case["text"]) == case["sha256"]
