"""The style sheets as they are written: sizes, comments in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duidu.render.markdown import SIZES
from tests.projects import ROOT

# --- names


def test_the_stylesheet_has_the_sizes_that_pages_are_written_with() -> None:
    styles = (ROOT / "overrides/assets/overviews.css").read_text(encoding="utf-8")
    assert "".join(re.findall(r"\.n[0-9]+\{--n:[0-9]+\}", styles)) == SIZES


@pytest.mark.parametrize(
    "file", sorted([*ROOT.glob("overrides/assets/*.css"), *ROOT.glob("build_tools/**/paper.css")]), ids=lambda file: file.name
)
def test_comments_of_styles_are_in_english(file: Path) -> None:
    comments = re.findall(r"/\*.*?\*/", file.read_text(encoding="utf-8"), re.DOTALL)
    assert not [comment for comment in comments if re.search("[\u4e00-\u9fff]", comment)]
