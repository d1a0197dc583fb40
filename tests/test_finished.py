"""A page that needs no Markdown is what Markdown makes of it; any other is left to it."""

from __future__ import annotations

from collections.abc import Mapping

import markdown
import pytest

from duidu.render.finished import whole_page
from duidu.render.rendering import Extensions, extensions_of, rendered

SITE = extensions_of(["attr_list", "md_in_html", "tables"], {})


@pytest.mark.parametrize(
    "text",
    [
        "# 甲 {#home}\n\n**乙，丙。**\n\n## 丁 {#a}\n\n### 戊 {#b}\n\n## 己 {#c}\n\n<p>庚</p>",
        '# <span class="marker">一、</span>甲 乙 {#h1}\n\n丙[丁](../x.md#p1){ .term }。\n{: #p1 }\n',
        '## [甲](x.md#a) <a class="b" href="c">丙</a> {#h2-k1}\n\n<div>\n丁</div>\n\n戊\n{: #p2 }',
        "# 甲 {#a .b}\n\n乙，[丙](c.md#d){ .aid .ref }。\n\n丁“戊”\n{ .meta }",
        '# 甲 {#a}\n\n<section class="b c" id="about-d" markdown="1">\n\n## 乙 {#about-e .plain}\n\n丙 Java。\n\n</section>\n\n丁。',
    ],
)
def test_a_page_of_finished_blocks_and_heads_is_what_markdown_makes_of_it(text: str) -> None:
    assert whole_page(text, SITE.names, SITE.settings["toc"]) == with_contents(text)
    assert rendered(text, SITE) == with_contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n\n<p>乙</p>",
        "# 甲 {#a b=c}",
        "# 甲 &amp; 乙 {#a}",
        "# 甲 # {#a}",
        "# 甲 *乙* {#a}",
        "# \u3000甲\u3000 {#a}",
        "# 甲  {#a}",
        "# 甲 {#a}\n乙",
        "####### 甲 {#a}",
        "# 甲 {#a}\n\n**乙** 丙",
        "# 甲 {#a}\n\n** 乙 **",
        "# 甲 {#a}\n\n<div>\n\n# 乙 {#b}\n\n</div>",
        '# 甲 {#a}\n\n<div markdown="1">\n乙\n</div>',
        "# 甲 {#a}\n\n~~~\n乙",
        "# 甲 {#a}\n\n[乙]: c.md",
        "# 甲 {#a}\n\n1. 乙",
        "# 甲 {#a}\n\n乙  \n丙",
        "# 甲 {#a}\n\n乙\n{ b=c }",
        '# 甲 {#a}\n\n<section markdown="1">\n\n乙',
        '# 甲 {#a}\n\n<section markdown="1">\n\n<div>\n乙</div>\n\n</section>',
        '# 甲 {#a}\n\n<section markdown="1">\n\n<section markdown="1">\n\n乙\n\n</section>\n\n</section>',
        "# 甲 {#a}\n\n乙\n\n</section>",
    ],
)
def test_any_other_page_is_left_to_markdown(text: str) -> None:
    assert whole_page(text, SITE.names, SITE.settings["toc"]) is None
    assert rendered(text, SITE) == with_contents(text)


def test_only_the_settings_of_the_contents_that_are_known_make_whole_pages() -> None:
    text, known = "# 甲 {#a}", {"permalink": "¶", "permalink_title": "本条"}
    assert whole_page(text, SITE.names, known)
    for other in ({}, {**known, "permalink": True}, {**known, "permalink_title": "<"}, {**known, "toc_depth": 1}):
        assert whole_page(text, SITE.names, other) is None
        assert rendered(text, Extensions(SITE.names, {"toc": other})) == with_contents(text, other)
    assert whole_page(text, [*SITE.names, "smarty"], known) is None
    assert whole_page(text, ["toc"], known) is None


def with_contents(text: str, toc: Mapping[str, object] = SITE.settings["toc"]) -> tuple[str, object]:
    made = markdown.Markdown(extensions=list(SITE.names), extension_configs={**SITE.settings, "toc": dict(toc)})
    return made.convert(text), made.toc_tokens  # type: ignore[attr-defined]
