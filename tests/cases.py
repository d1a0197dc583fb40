"""Cases written as files: ``tests/cases/<folder>/<what is the case, in one sentence>.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"

Case = Mapping[str, Any]


def each_case(folder: str) -> pytest.MarkDecorator:
    """Run a test once for every case of a folder, as its argument ``case``; without any case collection fails."""
    files = sorted((CASES / folder).glob("*.yml"))
    return pytest.mark.parametrize("case", [pytest.param(_read(file), id=file.stem) for file in files])


def _read(file: Path) -> Case:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40, f"{file.name} 太长，读不下去"
    case = yaml.safe_load(text)
    assert isinstance(case, dict), f"{file.name} 不是一个用例"
    return case
