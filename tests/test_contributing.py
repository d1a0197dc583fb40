"""CONTRIBUTING.md leads through the house: every file that it names is there, and has what it is named for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.projects import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LOOKED_IN = (ROOT / "build_tools/duidu", ROOT / "build_tools", ROOT)
NAMED = sorted(set(re.findall(r"`([\w./-]+(?:\.(?:py|js|toml|md)|/))(?::(\w+))?`", TEXT)))


def found(path: str) -> Path:
    return next((folder / path for folder in LOOKED_IN if (folder / path).exists()), Path())


def defined(file: Path) -> set[str]:
    """What a module defines at its top."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".js":
        return set(re.findall(r"^export (?:const|class|function) (\w+)", text, re.MULTILINE))
    nodes = ast.parse(text).body
    names = {node.name for node in nodes if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    names |= {target.id for node in nodes if isinstance(node, ast.Assign) for target in node.targets if isinstance(target, ast.Name)}
    return names | {node.target.id for node in nodes if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}


def test_the_walks_and_the_places_are_told() -> None:
    for walk in ("A raw text", "A link", "A term", "A search row"):
        assert f"**{walk}.**" in TEXT
    assert len(NAMED) > 40


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda one: one)
def test_what_is_named_is_there(path: str, name: str) -> None:
    assert found(path).name
    assert not name or name in defined(found(path))


def test_a_name_that_is_gone_is_noticed() -> None:
    assert not found("parse/recogniser.py").name
    assert "Recogniser" not in defined(found("model/markers.py"))
