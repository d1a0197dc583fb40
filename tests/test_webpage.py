"""Web pages and Markdown as raw texts: every character shown stands in one line, and what is not the document's has a reason."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from time import process_time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.model.records import Line, RawText, Role
from duidu.parse.scan import scan
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


ENDLESS = ["<tr>甲。", "<div>甲。", "<td>", "<table><tr><td>甲。", "<b>甲<p>", "<a href='#x'>[1]</a>", "<ol><li>", "<!--", "<sup>[1]</sup>"]


@pytest.mark.long
@pytest.mark.parametrize("piece", ENDLESS)
def test_a_page_that_closes_nothing_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        read_page("<h1>关于某事的决定</h1>" + piece * count)
        return process_time() - started

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.1)
