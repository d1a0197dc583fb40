"""The heads of the glossary: every one says what it stands for, that of terms which begin with no letter too."""

from __future__ import annotations

from duidu.render.markdown import escape
from tests.levels import TERM
from tests.projects import Project


def test_terms_that_begin_with_no_letter_stand_below_a_head_that_can_be_read(small: Project) -> None:
    """``## # {#initial-0}`` is an empty head: Markdown takes the sign for the end of it."""
    (small.root / "source/glossary.yml").write_text(
        TERM.replace("示范水厂, forms: [示范水厂, 水源保护]", "1+1, forms: [领导小组]"), encoding="utf-8"
    )
    assert small.run("build").status == 0
    assert f"## {escape('#')} {{#initial-0}}" in (small.root / "docs/glossary/index.md").read_text(encoding="utf-8")
    assert escape("#") != "#"
