"""Lists, tables, pictures and notes of a web page."""

from __future__ import annotations

import pytest

from duidu.model.records import BlockKind
from duidu.read.page.document import read_page
from tests.test_webpage import BODY, PAGE


def test_a_picture_in_the_text_is_a_figure_in_its_place_and_an_icon_is_none() -> None:
    read = read_page(f"<body><img><div>{BODY}<p>见下图。<img src=a.png alt='组织架构图'></p><img width=16 src=b></div></body>")
    assert [(block.kind, read.lines[block.first - 1]) for block in read.blocks] == [(BlockKind.FIGURE, "组织架构图")]
    assert [remark.words for remark in read.remarks] == ["这里有一张图，图里的字没有收入"]
    assert read_page(PAGE).blocks == ()


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ("1. 甲", "2. 乙")),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ("3. 甲", "7. 乙", "8. 丙")),
        ("<ol type=a><li>甲<li>乙</ol>", ("a. 甲", "b. 乙")),
        ("<ol reversed><li>甲<li>乙</ol>", ("2. 甲", "1. 乙")),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<ol><li>乙</ol><li>丙</ol>", ("一、甲", "1. 乙", "二、丙")),
        ("<ol style='list-style: upper-roman inside'><li>甲</ol>", ("I. 甲",)),
        ("<ol style='list-style-type:none'><li>甲</ol>", ("甲",)),
        ("<ol><li style='list-style-type:lower-alpha'>甲</ol>", ("a. 甲",)),
        ("<ol><li>一、甲<li>二、乙</ol>", ("一、甲", "二、乙")),
        ("<ol><li><p>甲</p><p>乙</p></ol>", ("1. 甲", "乙")),
        ("<ul><li>甲</ul>", ("甲",)),
    ],
)
def test_the_items_of_a_list_are_numbered_as_printed(html: str, lines: tuple[str, ...]) -> None:
    assert read_page(html).lines == lines


@pytest.mark.parametrize(
    ("html", "lines", "tables"),
    [
        ("<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ("甲\t乙", "丙\t丁"), [(1, 2)]),
        ("<table><tr><th>甲<th>乙<tr><td>丙<td>丁</table>", ("甲\t乙", "丙\t丁"), [(1, 2)]),
        ("<table border=1><caption>表1<tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ("表1", "甲\t乙", "丙\t丁"), [(2, 3)]),
        ("<table border=1><tr><td colspan=2>附件1<tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ("附件1", "甲\t乙", "丙\t丁"), [(2, 3)]),
        ("<table border=1><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊</table>", ("甲\t乙", "\t丙", "丁\t戊"), [(1, 3)]),
        ("<table border=1><tr><td>甲<td colspan=2>乙<tr><td>丙<td>丁<td>戊</table>", ("甲\t乙\t", "丙\t丁\t戊"), [(1, 2)]),
        ("<table border=1><tr><td><p>甲</p><p>乙</p><td>丙<tr><td>丁<td>戊</table>", ("甲 乙\t丙", "丁\t戊"), [(1, 2)]),
        ("<table width=100%><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ("甲", "乙", "丙", "丁"), []),
        (
            "<table border=1><tr><td>甲<table border=1><tr><td>乙<td>丙<tr><td>丁<td>戊</table></table>",
            ("甲", "乙\t丙", "丁\t戊"),
            [(2, 3)],
        ),
        ("<table role=presentation border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ("甲", "乙", "丙", "丁"), []),
    ],
)
def test_tables_of_data_are_one_line_a_row_and_tables_of_layout_are_none(
    html: str, lines: tuple[str, ...], tables: list[tuple[int, int]]
) -> None:
    read = read_page(html)
    assert read.lines == lines
    assert [(block.first, block.last) for block in read.blocks] == tables


NOTES = [
    "<p>研发投入<sup><a href='#n'>[1]</a></sup>增长。</p><p id=n>[1] 指经费。</p>",
    "<p>研发投入<a href='#_ftn1' name='_ftnref1'>[1]</a>增长。</p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 指经费。</p></div>",
    "<p>研发投入<sup>[1]</sup>增长。</p><p>[1]指经费。</p>",
    "<p>研发投入<sup><a href='#n'>①</a></sup>增长。</p><p><a id=n></a>①指经费。</p>",
]


@pytest.mark.parametrize("html", NOTES)
def test_the_mark_of_a_note_is_no_text_and_the_note_knows_its_place(html: str) -> None:
    read = read_page(html)
    assert read.lines == ("研发投入增长。", "指经费。")
    assert [(block.kind, block.first, block.reference) for block in read.blocks] == [(BlockKind.FOOTNOTE, 2, (1, 5))]
    assert read.blocks[0].mark in ("[1]", "①")


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>面积10m<sup>2</sup></p>", "面积10m²"),
        ("<p>CO<sub>2</sub>排放</p>", "CO₂排放"),
        ("<p>见<a href='#n'>第三条</a></p><p id=n>第三条　甲</p>", "见第三条"),
        ("<p>甲<sup>[1]</sup></p>", "甲[1]"),
    ],
)
def test_what_is_raised_and_no_mark_of_a_note_stays(html: str, line: str) -> None:
    assert read_page(html).lines[0] == line


@pytest.mark.parametrize(
    ("generator", "lines"),
    [("LibreOffice 7.4", ("• 建站。", "• 管站。")), ("Microsoft Word 15", ("• 建站。", "• 管站。")), ("某网站系统", ("建站。", "管站。"))],
)
def test_bullets_are_the_text_s_where_a_word_processor_wrote_the_page(generator: str, lines: tuple[str, ...]) -> None:
    html = f'<meta name="generator" content="{generator}"><ul><li><p>建站。</p><li>管站。</ul>'
    assert read_page(html).lines == lines


def test_what_a_wiki_shows_beside_a_head_is_none_of_it() -> None:
    edit = '<span class="mw-editsection"><span>[</span><a href="x">编辑</a><span>]</span></span>'
    found = read_page(f"<div><h2>第一条　目的{edit}</h2><p>为了节水，制定本法。</p></div>")
    assert [line for number, line in enumerate(found.lines, 1) if number not in found.outside] == ["第一条　目的", "为了节水，制定本法。"]


def test_tracked_changes_are_read_as_accepted_and_told_and_what_is_only_struck_stays() -> None:
    tracked = "<p>公园<ins cite='mailto:a'>每天</ins><del datetime='2023-05-06T08:00'>每周</del>开放。</p>"
    found = read_page(tracked)
    assert found.lines == ("公园每天开放。",)
    assert [remark.words[:10] for remark in found.remarks] == ["有 1 处修订插入的", "有 1 处修订删除的"]
    struck = read_page("<p>公园<del>每周</del>开放。</p>")
    assert (struck.lines, struck.remarks) == (("公园每周开放。",), ())
