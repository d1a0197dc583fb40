"""A Word file → its lines: what a reader of the accepted text sees, each automatic number as printed."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from duidu.model.reading import Reading, Refused
from duidu.model.records import BlockKind
from duidu.read.docx.document import read_docx
from tests.word import abstract, docx, lists, numbered, p, r, table

LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
    ("decimalEnclosedCircle", "%5"),
)


def read(body: str, **parts: str) -> Reading:
    return read_docx(docx(body, parts))


def lines(body: str, **parts: str) -> tuple[str, ...]:
    return read(body, **parts).lines


def listed(levels: tuple[tuple[str, str], ...], *items: tuple[int, str]) -> tuple[str, ...]:
    """The lines of a list of these levels whose items are (level, text)."""
    body = "".join(p(text, numbered(1, level)) for level, text in items)
    return lines(body, numbering=lists(abstract(0, levels), {1: 0}))


def test_paragraphs_are_lines_and_lines_broken_by_hand_are_lines_of_their_own() -> None:
    assert lines(p("甲县关于某事的") + p("乙", runs="<w:r><w:br/></w:r>" + r("丙")) + p("")) == ("甲县关于某事的", "乙", "丙", "")


def test_the_levels_of_official_documents_count_and_restart_as_printed() -> None:
    assert listed(LEVELS, (0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (3, "戊"), (4, "己"), (4, "庚"), (0, "辛"), (1, "壬"), (2, "癸")) == (
        "一、甲", "（一）乙", "（二）丙", "1.丁", "（1）戊", "① 己", "② 庚", "二、辛", "（一）壬", "1.癸",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("style", "text", "tenth"),
    [
        ("chineseCountingThousand", "第%1条", "第十条 甲"),
        ("chineseCounting", "第%1章", "第十章 甲"),
        ("ideographTraditional", "%1、", "癸、甲"),
        ("decimalEnclosedCircle", "%1", "⑩ 甲"),
        ("decimalFullWidth", "%1．", "１０．甲"),
        ("upperRoman", "%1.", "X.甲"),
        ("lowerLetter", "%1)", "j)甲"),
        ("chineseLegalSimplified", "%1、", "拾、甲"),
        ("decimalZero", "%1", "10 甲"),
        ("bullet", "●", "● 甲"),
        ("bullet", "\uf0d8", "➢ 甲"),
        ("bullet", "o", "• 甲"),
        ("bullet", "", "甲"),
        ("bullet", "——", "——甲"),
        ("none", "", "甲"),
        ("fromANewerWord", "%1.", "10.甲"),
    ],
)
def test_number_formats(style: str, text: str, tenth: str) -> None:
    assert listed(((style, text),), *[(0, "甲")] * 10)[9] == tenth


def test_a_number_of_several_levels_and_one_that_is_always_in_figures() -> None:
    levels = (("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
    legal = abstract(0, levels, "<w:isLgl/>")
    body = "".join(p("甲", numbered(1, level)) for level in (0, 1, 1, 0, 1))
    assert lines(body, numbering=lists(legal, {1: 0}))[1:] == ("1.1 甲", "1.2 甲", "第2章 甲", "2.1 甲")
    assert listed(levels, (0, "甲"), (1, "乙"))[1] == "一.1 乙"


def test_lists_of_one_abstract_list_count_on_and_one_with_its_own_start_begins_anew() -> None:
    numbering = lists(abstract(0, LEVELS), {1: 0, 2: 0, 3: 0}, {3: 1})
    body = "".join(p("甲", numbered(number)) for number in (1, 2, 3, 3))
    assert lines(body, numbering=numbering) == ("一、甲", "二、甲", "一、甲", "二、甲")


def test_items_that_go_on_through_the_text_do_not_restart() -> None:
    levels = abstract(0, LEVELS[:2], '<w:lvlRestart w:val="0"/>')
    body = "".join(p("甲", numbered(1, level)) for level in (0, 1, 0, 1))
    assert lines(body, numbering=lists(levels, {1: 0})) == ("一、甲", "（一）甲", "二、甲", "（二）甲")


def test_a_number_that_a_style_brings() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    numbering = lists(abstract(0, (("chineseCountingThousand", "第%1条"),)), {1: 0})
    off = '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", '<w:pStyle w:val="a"/>') + p("乙", '<w:pStyle w:val="b"/>') + p("丙", off)
    assert lines(body, numbering=numbering, styles=styles) == ("第一条 甲", "第二条 乙", "丙")


def test_a_figure_after_a_figure_with_a_dot_is_parted_from_it() -> None:
    assert listed((("decimal", "%1."),), (0, "5G网络"), (0, "网络")) == ("1. 5G网络", "2.网络")


def test_an_empty_paragraph_of_a_list_counts_as_word_prints_it_and_is_reported_but_not_one_that_ends_a_section() -> None:
    section = p("", numbered(1) + "<w:sectPr/>")
    found = read(p("甲", numbered(1)) + p("", numbered(1)) + section + p("乙", numbered(1)), numbering=lists(abstract(0, LEVELS), {1: 0}))
    assert found.lines == ("一、甲", "", "", "三、乙")
    assert list(map(str, found.remarks)) == ["第 2 行　这一段只有自动编号“二、”，没有文字，没有收入"]


def test_tracked_changes_are_accepted_and_reported() -> None:
    change = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2">' + r("新") + "</w:ins>"
    ended = "<w:rPr><w:del/></w:rPr>"
    found = read(p("甲", runs=change + r("乙")) + p("丙", ended) + p("丁"))
    assert found.lines == ("甲新乙", "丙丁")
    assert sorted(map(str, found.remarks)) == [
        "第 1 行　有 1 处修订删除的文字，按接受修订没有收入",
        "第 1 行　有 1 处修订插入的文字，按接受修订读入",
    ]


def test_hidden_words_and_comments_are_no_text_and_reported() -> None:
    found = read(p("甲", runs=r("藏", "<w:vanish/>") + '<w:r><w:commentReference w:id="1"/></w:r>'))
    assert found.lines == ("甲",)
    assert [remark.words for remark in found.remarks] == ["有 1 处隐藏的文字，没有收入", "有 1 条批注，没有收入"]


def test_a_footnote_stands_behind_its_paragraph_and_its_mark_in_no_line() -> None:
    notes = '<w:footnotes><w:footnote w:id="2">' + p("指研究经费。") + "</w:footnote></w:footnotes>"
    found = read(p("研发投入", runs='<w:r><w:footnoteReference w:id="2"/></w:r>' + r("增长。")) + p("乙"), footnotes=notes)
    assert found.lines == ("研发投入增长。", "指研究经费。", "乙")
    assert [(block.kind, block.first, block.mark, block.reference) for block in found.blocks] == [(BlockKind.FOOTNOTE, 2, "1", (1, 5))]


def test_a_table_is_one_line_a_row_with_merged_cells_empty() -> None:
    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("标准")
    goes_on = "<w:tcPr><w:vMerge/></w:tcPr>" + p("")
    found = read(p("甲") + table([["序号", wide], ["1", "水稻", "100元"], [goes_on, "玉米", "80元"]]) + p("乙"))
    assert found.lines == ("甲", "序号\t标准\t", "1\t水稻\t100元", "\t玉米\t80元", "乙")
    assert [(block.kind, block.first, block.last) for block in found.blocks] == [(BlockKind.TABLE, 2, 4)]


def test_a_table_of_one_cell_is_a_box() -> None:
    found = read(p("推进重大工程建设，落实各项任务。") + table([[p("专栏1 重大工程") + p("实施某工程。")]]))
    assert found.lines[1:] == ("专栏1 重大工程", "实施某工程。")
    assert [(block.kind, block.first, block.last) for block in found.blocks] == [(BlockKind.BOX, 2, 3)]


def test_a_text_box_is_read_once_and_reported() -> None:
    box = "<w:txbxContent>" + p("盒子里的字") + "</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    found = read(p("甲", runs=both))
    assert found.lines == ("甲", "盒子里的字")
    assert "文本框" in str(found.remarks[0])
    assert found.remarks[0].first == 2


def test_a_picture_is_a_figure_in_its_place_and_reported() -> None:
    picture = "<w:r><w:drawing><wp:docPr xmlns:wp='w' descr='组织架构图'/><a:blip xmlns:a='a'/></w:drawing></w:r>"
    found = read(p("见下图。") + p("", runs=picture))
    assert [(block.kind, found.lines[block.first - 1]) for block in found.blocks] == [(BlockKind.FIGURE, "组织架构图")]
    assert "图里的字没有收入" in str(found.remarks[0])


def test_symbols_fields_and_raised_figures_as_printed() -> None:
    circled = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>eq \\o\\ac(○,11)</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    assert lines(p("", runs=circled + r("是") + box + r("10") + r("2", '<w:vertAlign w:val="superscript"/>'))) == ("⑪是□10²",)


def test_content_controls_and_links_hold_text_like_any_other() -> None:
    body = "<w:sdt><w:sdtPr/><w:sdtContent>" + p("甲", runs="<w:hyperlink>" + r("乙") + "</w:hyperlink>") + "</w:sdtContent></w:sdt>"
    assert lines(body) == ("甲乙",)


def test_a_remote_template_is_not_opened_and_reported() -> None:
    remote = '<Relationship Id="x" Type="t/attachedTemplate" Target="http://example.invalid/x.dotm" TargetMode="External"/>'
    assert "没有打开" in str(read_docx(docx(p("甲"), {}, remote)).remarks[0])


def archive(**members: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in {"[Content_Types].xml": b"<a/>", **{"word/" + name + ".xml": data for name, data in members.items()}}.items():
            made.writestr(name, data)
    return file.getvalue()


ENTITY = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive(document=ENTITY), "外部实体"),
        (archive(document=b"<d>" + b" " * 20_000_000 + b"</d>"), "压缩炸弹"),
        (archive(document=b"<d><e></d>"), "已损坏"),
        (docx(p("甲"))[:-30], "已损坏"),
        (b"PK\x03\x04", "已损坏"),
    ],
    ids=["entity", "bomb", "xml", "cut", "zip"],
)
def test_what_could_do_harm_or_is_broken_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_docx(data)
