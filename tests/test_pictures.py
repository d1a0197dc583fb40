"""What is written in a picture: nobody can read it but a person, who types it in document.yml, beside the text."""

from __future__ import annotations

import json

from tests.projects import Project

TEXT = """# 某市关于加强水资源管理的意见

一、总体要求

坚持节水优先。

![](flow.png)

二、保障措施

加强组织领导。
"""
TITLE = "某市关于加强水资源管理的意见"
PICTURE = 7
WORDS = "办理流程：受理、审查、决定\n承办：<水务局>"


def test_the_words_of_a_picture_are_shown_and_found_and_no_part_of_the_text(project: Project) -> None:
    project.add("mou-2024", TEXT, title=TITLE)
    refused = project.run("build")
    assert refused.codes == [f"{PICTURE}:OUT015"]
    assert f"figures: {{{PICTURE}: " in refused.err

    project.add("mou-2024", TEXT, title=TITLE, figures={PICTURE: WORDS})
    built = project.run("build")
    assert (built.status, built.err) == (0, "")
    page = (project.root / "docs/mou-2024/full.md").read_text(encoding="utf-8")
    assert '<figure id="h1-i1"></figure>' in page
    assert '<p class="aid picture">图中文字（编者录）：办理流程：受理、审查、决定</p>' in page
    assert '<p class="aid picture">承办：&lt;水务局&gt;</p>' in page
    searched = "".join(file.read_text(encoding="utf-8") for file in (project.root / "docs/search").rglob("*.js"))
    assert "受理、审查、决定" in searched
    units = json.loads((project.root / "docs/data/mou-2024/units.json").read_text(encoding="utf-8"))
    assert [unit["text"] for unit in units if unit["kind"] == "figure"] == [""]


def test_words_for_a_line_without_a_picture_are_a_fault(project: Project) -> None:
    project.add("mou-2024", TEXT, title=TITLE, figures={PICTURE: WORDS, 5: "别的图"})
    assert project.run("build").codes == ["5:OUT005"]
