"""Web pages and Markdown as raw texts: every character shown stands in one line, and what is not the document's has a reason."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from time import process_time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.model.records import BlockKind, Line, RawText, Role
from duidu.parse.scan import scan
from duidu.read.markdown.document import read_markdown
from duidu.read.page.document import read_page
from duidu.read.rawtext import read_raw
from duidu.text.fold import fold
from tests.projects import Project

BODY = """<p>　　（2024年6月28日中共云杉县委十五届八次全会通过）</p>
<p>为了做好某事，
作出如下决定。</p><p><strong>一、提高认识</strong></p><p>某事很<b>重</b>要。各级要认真对待。见<a href="b">《某办法》</a>。</p>
<p>二、抓好落实</p><p>（一）加强领导。成立领导小组，统筹推进。</p><p>（二）加强保障。安排资金，完善政策，抓好落实。</p>"""
PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0030)https://www.example.cn/a.html -->
<html><head><title>中共云杉县委关于加快某事的决定_云杉县人民政府</title><style>p{{}}</style></head><body>
<div class="top"><a href="/">首页</a> <a href="/x">政务公开</a><span>2026年11月24日 星期二</span></div>
<form><table><tr><td>
<h1>中共云杉县委<br>关于加快某事的决定</h1>
<div class="info">发布时间：2024-07-01　来源：县委办 <script>hits()</script></div>
<div id="zoom">{BODY}</div>
<p align=right>中共云杉县委</p><p>2024年6月28日</p>
<div>扫一扫在手机打开当前页</div><ul><li><a>上一篇：甲</a></li></ul>
</td></tr></table></form><footer>主办：某县政府。</footer><div style="display: none">藏着的字</div></body></html>
"""


def page_lines(html: str) -> tuple[tuple[str, ...], dict[int, str]]:
    read = read_page(html)
    return read.lines, dict(read.outside)


def scanned(html: str) -> tuple[Line, ...]:
    read = read_page(html)
    return scan(RawText(PurePosixPath("page.html"), "utf-8", "", read.lines, read.outside, read.blocks))


def left_out(html: str) -> dict[str, str]:
    """Line → why it is not the document's, of all that a reader of the page finds there."""
    return {line.passage.text: line.why for line in scanned(html) if line.role in (Role.DROP, Role.UNKNOWN)}


def test_a_saved_page_becomes_a_document_with_its_chrome_left_out_and_named(project: Project) -> None:
    (project.root / "a.html").write_text(PAGE, encoding="utf-8")
    project.add("mou-2024", "关于某事的决定\n要做好。\n")
    result = project.run("add", str(project.root / "a.html"))
    assert (result.status, result.err) == (0, "")
    assert "来源　网页 https://www.example.cn/a.html　← 网页里写的" in result.out
    data = (project.root / "source/yunshan-2024/page.html").read_bytes()
    assert data == PAGE.encode()
    assert project.run("build").status == 0
    page = (project.root / "docs/yunshan-2024/1.md").read_text(encoding="utf-8")
    assert "某事很重要。" in page
    assert "见《某办法》。" in page
    about = (project.root / "docs/about/texts.md").read_text(encoding="utf-8")
    assert "| 首页 政务公开2026年11月24日 星期二 | 标题之前的网页文字 |" in about
    assert "| 扫一扫在手机打开当前页 | 正文之后的网页文字 |" in about
    landing = (project.root / "docs/yunshan-2024/index.md").read_text(encoding="utf-8")
    assert "中共云杉县委关于加快某事的决定" in landing
    assert "2024年6月28日" in landing


def test_what_is_not_the_documents_and_why() -> None:
    assert left_out(PAGE) == {
        "首页 政务公开2026年11月24日 星期二": "标题之前的网页文字",
        "发布时间：2024-07-01　来源：县委办": "来源与时间",
        "扫一扫在手机打开当前页": "正文之后的网页文字",
        "上一篇：甲": "网页链接",
        "主办：某县政府。": "网页栏目",
        "藏着的字": "网页上不显示",
    }


def test_a_whole_sentence_or_a_numbered_line_behind_the_text_is_never_dropped_in_silence() -> None:
    html = f"<body><div>{BODY * 2}</div><p>本站欢迎转载。</p><p>三、又一部分</p></body>"
    assert left_out(html) == {"本站欢迎转载。": "网页正文之外", "三、又一部分": "网页正文之外"}


def test_such_a_line_is_a_fault_until_a_person_says_what_it_is(project: Project) -> None:
    html = PAGE.replace("<div>扫一扫", "<p>本站欢迎转载。</p><div>扫一扫")
    (project.root / "a.html").write_text(html, encoding="utf-8")
    project.add("mou-2024", "关于某事的决定\n要做好。\n")
    result = project.run("add", str(project.root / "a.html"))
    assert "OUT004 网页正文之外有不认识的行“本站欢迎转载。”" in result.err
    number = result.codes[0].split(":")[0]
    file = project.root / "source/yunshan-2024/document.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("lines: {}", f"lines: {{{number}: drop}}"), encoding="utf-8")
    assert project.run("build").status == 0


def test_signature_and_date_behind_the_element_of_the_text_belong_to_it() -> None:
    assert not {"中共云杉县委", "2024年6月28日"} & left_out(PAGE).keys()
    far = "<p>甲</p><p>乙</p><p>丙</p><p>2024年6月28日</p>"
    assert "2024年6月28日" in left_out(PAGE.replace("<p align=right>中共云杉县委</p><p>2024年6月28日</p>", far))


def test_a_file_that_the_page_offers_below_the_text_is_left_out_and_an_annex_named_there_is_not() -> None:
    offered = PAGE.replace("<div>扫一扫", "<p>附件：<a href='a.docx'>某决定.docx</a></p><p>附件：实施方案</p><div>扫一扫")
    roles = {line.passage.text: line.role for line in scanned(offered)}
    assert (roles["附件：某决定.docx"], roles["附件：实施方案"]) == (Role.DROP, Role.UNKNOWN)


def test_a_label_without_a_value_in_the_sites_table_takes_no_line_of_the_text_for_one() -> None:
    table = "<table><tr><td>主 题 词：</td><td></td></tr></table>"
    page = PAGE.replace('<div id="zoom">', f'{table}<div id="zoom"><p>中共云杉县委</p><p>关于加快某事的决定</p>')
    assert [line.passage.text for line in scanned(page) if line.role is Role.TITLE] == ["中共云杉县委关于加快某事的决定"]


def test_what_a_site_says_of_a_text_in_single_lines_is_known_and_the_line_is_left_out_by_the_rule_that_names_it() -> None:
    lines = "<p>发文机关：　云杉县人民政府　成文日期：　2024年6月11日</p><p>发文字号：云府发〔2024〕1号</p><p>公开方式：主动公开</p>"
    page = PAGE.replace('<div class="info">', f'{lines}<div class="info">')
    assert {"公开方式：主动公开": "网页信息表", "发布时间：2024-07-01　来源：县委办": "来源与时间"}.items() <= left_out(page).items()
    assert {key: read_page(page).said.get(key) for key in ("issuer", "number")} == {
        "issuer": "云杉县人民政府",
        "number": "云府发〔2024〕1号",
    }


def test_links_inside_the_text_are_text() -> None:
    html = f"<body><div>{BODY}<p><a href='x'>附件：某表</a></p><p>三、附则。</p></div></body>"
    lines, found = page_lines(html)
    assert "附件：某表" in lines
    assert found == {}


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>甲<br>乙<br/>丙</p>", ("甲", "乙", "丙")),
        ("<p>甲<b>乙</b><span> 丙 </span>丁</p>", ("甲乙 丙 丁",)),
        ("<p>甲\n  乙</p>", ("甲乙",)),
        ("<p>用 5G\n 网络</p>", ("用 5G 网络",)),
        ("<p>&#12288;&#12288;甲&nbsp;乙&ldquo;丙&rdquo;&lt;丁&gt;</p>", ("　　甲\xa0乙“丙”<丁>",)),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", ("甲", "乙")),
        ("<pre>甲\n  乙</pre>", ("甲", "乙")),
        ("<p>甲<p>乙", ("甲", "乙")),
        ("甲<div>乙</div>丙", ("甲", "乙", "丙")),
        ("<p>甲<!-- 注 --><script>var a='乙'</script><style>丙</style></p>", ("甲",)),
        ("<title>题</title><body><noscript>请打开脚本</noscript><p>甲</p>", ("甲",)),
        ("<html><head><title>题</title><body><p>甲</p></body></html>", ("甲",)),
        ("<p>甲<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby></p>", ("甲乙yi",)),
        ("<p>甲<![CDATA[乙]]></p>", ("甲",)),
        ("<p> \n </p><div></div>", ()),
    ],
)
def test_lines_as_a_browser_shows_them(html: str, lines: tuple[str, ...]) -> None:
    assert page_lines(html)[0] == lines


@pytest.mark.parametrize("tag", ["p", "font", "li"])
def test_a_page_that_closes_none_of_a_thousand_elements_is_read_to_the_end(tag: str) -> None:
    lines, found = page_lines("<h1>关于某事的决定</h1>" + f"<{tag}>要做好某事。<br>" * 1000)
    assert lines == ("关于某事的决定", *["要做好某事。"] * 1000)
    assert found == {}


_WORDS = st.text(st.sampled_from("甲乙丙。，a1 \n　\xa0&<"), max_size=12)
_TAGS = st.sampled_from(["p", "div", "b", "span", "td", "li", "a", "h1", "section", "nav", "footer", "pre"])


def _html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


_TREES = st.recursive(
    _WORDS.map(_html),
    lambda inner: st.tuples(_TAGS, st.lists(inner, max_size=4)).map(lambda made: f"<{made[0]}>{'<br>'.join(made[1])}</{made[0]}>"),
    max_leaves=20,
)


@settings(deadline=None)
@given(_TREES)
def test_every_character_that_a_page_shows_stands_in_exactly_one_line_in_order(html: str) -> None:
    assert fold("".join(page_lines(html)[0])) == fold(BeautifulSoup(html, "html.parser").get_text())


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (PAGE, "https://www.example.cn/a.html"),
        ('<link rel="canonical" href="https://a.cn/b">', "https://a.cn/b"),
        ('<meta property="og:url" content="https://a.cn/c">', "https://a.cn/c"),
        ('<link rel="canonical" href="/b">', ""),
        ("<p>甲</p>", ""),
    ],
)
def test_where_a_page_was_saved_from(html: str, address: str) -> None:
    assert read_page(html).said.get("address", "") == address


def test_a_picture_in_the_text_is_a_figure_in_its_place_and_an_icon_is_none() -> None:
    read = read_page(f"<body><img><div>{BODY}<p>见下图。<img src=a.png alt='组织架构图'></p><img width=16 src=b></div></body>")
    assert [(block.kind, read.lines[block.first - 1]) for block in read.blocks] == [(BlockKind.FIGURE, "组织架构图")]
    assert [remark.words for remark in read.remarks] == ["这里有一张图，图里的字没有收入"]
    assert read_page(PAGE).blocks == ()


def test_a_page_in_another_encoding_is_decoded_by_its_bytes(tmp_path: Path) -> None:
    data = PAGE.encode("gb18030")
    (tmp_path / "page.html").write_bytes(data)
    raw, faults = read_raw(tmp_path / "page.html", PurePosixPath("page.html"))
    assert faults == []
    assert raw is not None
    assert (raw.encoding, raw.sha256) == ("gb18030", hashlib.sha256(data).hexdigest())
    assert raw.lines == page_lines(PAGE)[0]


def test_a_page_that_shows_nothing_is_empty(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><script>document.write('甲')</script></html>")
    _, faults = read_raw(tmp_path / "page.html", PurePosixPath("page.html"))
    assert [fault.code for fault in faults] == ["SRC004"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("## 一、提高认识 ##", "一、提高认识"),
        ("**（一）加强领导。**成立小组。", "（一）加强领导。成立小组。"),
        ("> 引文", "引文"),
        ("- 一项", "一项"),
        ("1. 一项", "1. 一项"),
        ("见[某办法](http://a.cn/b)。", "见某办法。"),
        (r"1\. 一\*项\*", "1. 一*项*"),
        ("---", ""),
        ("——实施某工程。", "——实施某工程。"),
        ("1+21+N * 2 * 3", "1+21+N * 2 * 3"),
        ("snake_case__x", "snake_case__x"),
    ],
)
def test_markdowns_marks_go_and_words_and_numbers_stay(line: str, shown: str) -> None:
    assert (read_markdown([line]).lines, read_markdown([line]).outside) == ((shown,), {})


def test_front_matter_is_not_the_documents() -> None:
    read = read_markdown(["---", "title: 甲", "---", "# 关于某事的决定"])
    assert read.lines[3] == "关于某事的决定"
    assert read.said == {"title": "甲", "heading": "关于某事的决定"}
    assert read.outside == {1: "文件头信息", 2: "文件头信息", 3: "文件头信息"}


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


def test_a_sites_table_of_what_it_knows_of_the_text_is_not_the_text_and_says_so() -> None:
    table = (
        "<table><tr><td>索 引 号：<td>001<td>主题分类：<td>农业<tr><td>发文机关：<td>云杉县人民政府<td>成文日期：<td>2024年6月11日"
        "<tr><td>标　　题：<td colspan=3>关于加快某事的通知<tr><td>发文字号：<td>云府发〔2024〕1号<td>发布日期：<td>2024年7月1日</table>"
    )
    read = read_page(f"<body>{table}<div id=zoom>{BODY}</div></body>")
    assert set(read.outside.values()) == {"网页信息表"}
    assert {key: read.said[key] for key in ("title", "number", "issuer", "date")} == {
        "title": "关于加快某事的通知", "number": "云府发〔2024〕1号", "issuer": "云杉县人民政府", "date": "2024年6月11日",
    }  # fmt: skip


def test_a_page_saved_by_word_keeps_the_numbers_that_word_wrote() -> None:
    html = (
        "<div class=WordSection1><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>第一条<span>&nbsp; </span></span>"
        "<![endif]>为了加强管理，制定本办法。<o:p></o:p></p></div>"
    )
    assert read_page(html).lines == ("第一条\xa0 为了加强管理，制定本办法。",)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. 甲\n2. 乙", ("1. 甲", "2. 乙")),
        ("1. 甲\n1. 乙", ("1. 甲", "2. 乙")),
        ("3) 甲\n5) 乙", ("3) 甲", "5) 乙")),
        ("第一條\n-----\n　　甲。", ("第一條", "", "甲。")),
        ("    第一条　甲", ("第一条　甲",)),
        ("甲  \n乙\\\n丙", ("甲", "乙", "丙")),
        ("<p><b>第一条</b>&emsp;甲：<br>\n（一）乙。</p>", ("第一条\u2003甲：", "（一）乙。")),
        ("甲<br>乙", ("甲", "乙")),
        ('## 第一章&emsp;总则{align="center"}', ("第一章\u2003总则",)),
        ("# 甲 {#jia .title}", ("甲",)),
        ("~~~\n一、甲\n~~~", ("", "一、甲", "")),
        ("- 甲\n- 乙", ("甲", "乙")),
        ("《{甲}》", ("《{甲}》",)),
    ],
)
def test_markdown_is_read_as_it_is_shown(text: str, lines: tuple[str, ...]) -> None:
    assert read_markdown(text.split("\n")).lines == lines


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("::: tip 修订信息", "Markdown 容器标记"),
        (":::", "Markdown 容器标记"),
        ("[[toc]]", "Markdown 目录标记"),
        ("[TOC]", "Markdown 目录标记"),
        ("<!-- 甲 -->", "注释"),
    ],
)
def test_what_is_no_text_is_left_out_by_name(line: str, why: str) -> None:
    read = read_markdown(["甲", "", line, "", "乙"])
    assert (read.lines[2], read.outside) == (line, {3: why})


def test_tables_pictures_and_footnotes_of_markdown_are_blocks() -> None:
    text = "甲[^1]乙。\n\n| 序号 | 类别 |\n|---|---|\n| 1 | **水稻** |\n\n![组织架构图](a.png)\n\n[^1]: 指经费。"
    read = read_markdown(text.split("\n"))
    assert [line for line in read.lines if line] == ["甲乙。", "序号\t类别", "1\t水稻", "组织架构图", "指经费。"]
    assert [(block.kind, read.lines[block.first - 1], block.reference) for block in read.blocks] == [
        (BlockKind.TABLE, "序号\t类别", (0, 0)), (BlockKind.FIGURE, "组织架构图", (0, 0)), (BlockKind.FOOTNOTE, "指经费。", (1, 2)),
    ]  # fmt: skip


ENDLESS = ["<tr>甲。", "<div>甲。", "<td>", "<table><tr><td>甲。", "<b>甲<p>", "<a href='#x'>[1]</a>", "<ol><li>", "<!--", "<sup>[1]</sup>"]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_page_that_closes_nothing_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        read_page("<h1>关于某事的决定</h1>" + piece * count)
        return process_time() - started

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.1)


@pytest.mark.parametrize("piece", ["[", "**a ", "![", "[^a", "1. 甲\n", "| a | b |\n", "<div>\n", "`", "> ", "[a]("])
def test_markdown_that_closes_nothing_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        read_markdown((piece * count).split("\n"))
        return process_time() - started

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.1)
