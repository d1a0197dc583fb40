"""Where headings may break: between words, never inside a term, and nothing of the text is lost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from duidu.render.line_breaks import BREAK, with_line_breaks, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进区域协同联动发展。", "推进|区域|协同|联动|发展。"),
        ("以创新为主导加快发展新质生产力", "以创新|为主导|加快|发展|新质生产力"),
        ("推动新型工业化与城镇化互动发展", "推动|新型|工业化与|城镇化|互动|发展"),
    ],
)
def test_a_heading_breaks_between_words(text: str, expected: str) -> None:
    assert "|".join(words(text, ("新质生产力",))) == expected


@given(st.text(alphabet="发展新质生产力的和，。5G（）推进“”", max_size=30))
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join(words(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增强发展平衡性协调性和可持续性", "增强|发展|平衡性|协调性和|可持续性"),  # a word is not parted from its last character
        ("所在句字数", "所在|句字数"),
        ("怎样落实四川省委决定", "怎样|落实|四川省委决定"),  # what is whole begins a word, where the words around would take it in
        ("集中试点", "集中试点"),  # a short one is perhaps none
    ],
)
def test_the_edges_of_words(text: str, expected: str) -> None:
    assert "|".join(words(text, ("四川省委决定", "中试"))) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="flow">各部分之间的对应</h2>', '<h2 id="flow">各部分之间的|对应</h2>'),
        (
            '<h1 id="a">与<span class="whole">四川省委决定</span>的关系</h1>',
            '<h1 id="a">与|<span class="whole">四川省委决定</span>的关系</h1>',
        ),
        ('<li><a href="x">推进区域协同</a> 说明联动', '<li><a href="x">推进|区域|协同</a> 说明联动'),
        ('<li>\n<span class="seal">省</span> <a href="x">推进区域</a>', '<li>\n<span class="seal">省</span> <a href="x">推进|区域</a>'),
        ('<td><a href="x">仅省（专指他地）</a></td>', '<td><a href="x">仅省|（专指|他地）</a></td>'),
        ('<th align="right">所在句字数</th>', '<th align="right">所在|句字数</th>'),
        ('<th><span class="seal">省</span> 推进区域</th>', '<th><span class="seal">省</span> 推进|区域</th>'),
    ],
)
def test_entries_of_lists_and_heads_of_columns_break_like_headings(html: str, expected: str) -> None:
    assert with_line_breaks(html).replace(BREAK, "|") == expected


def test_numbers_and_signs_of_a_heading_stay_as_they_are() -> None:
    heading = '<h2 id="h3-k1"><span class="marker">（一）</span>推进区域协同联动发展。<a class="aid ref" href="#note-x">1</a></h2>'
    jointed = with_line_breaks(heading)
    assert jointed.replace(BREAK, "") == heading
    assert jointed.startswith('<h2 id="h3-k1"><span class="marker">（一）</span>推进' + BREAK)
    assert [one.get_text() for one in BeautifulSoup(jointed, "html.parser")("wbr")] == [""] * 4


@pytest.mark.parametrize("identity", ["group-h2-k1", "list-part", "part-2", "by-suining-2024", "compare", "place-suining-2024"])
def test_heads_above_rows_and_lists_break_between_words_too(identity: str) -> None:
    heading = f'<h2 id="{identity}"><span class="marker">二、</span>推进区域协同联动发展<small>36 行</small></h2>'
    assert with_line_breaks(heading).replace(BREAK, "|").startswith(f'<h2 id="{identity}"><span class="marker">二、</span>推进|区域|协同|')


@pytest.mark.parametrize(
    "html",
    [
        "<h2>按次序逐条对照</h2>",
        '<h2 id="cite">APA <code>text-wrap</code></h2>',
        "<li>推进区域协同<a href='x'>联动发展</a></li>",
        "<td>推进区域协同联动发展</td>",
        "<p><a href='x'>推进区域协同联动发展</a></p>",
        '<h1 id="h1">推进&lt;区域&gt;协同&amp;联动发展</h1>',
        '<p id="h1-p1">推进区域协同联动发展。</p>',
    ],
)
def test_what_is_no_heading_nor_entry_is_left_alone(html: str) -> None:
    assert with_line_breaks(html) == html
