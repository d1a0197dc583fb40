"""The examples in docstrings are specification: each is run."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from tests.projects import ROOT

PACKAGE = ROOT / "build_tools"
WITH_EXAMPLES = [path for path in sorted((PACKAGE / "duidu").rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_in_the_docstrings_hold(module: Path) -> None:
    result = doctest.testmod(import_module(".".join(module.relative_to(PACKAGE).with_suffix("").parts)))
    assert result.attempted
    assert not result.failed
