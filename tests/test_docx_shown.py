"""Word: what is shown is what is read, whatever fields, frames, styles and deletions lie about it."""

from __future__ import annotations

import pytest

from duidu.model.records import BlockKind
from tests.test_docx import LEVELS, lines, read
from tests.word import abstract, lists, p, r, table

FRAMED = '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
GONE = "<w:rPr><w:del/></w:rPr>"


def field(instruction: str, result: str = "") -> str:
    parts = [
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText>{instruction}</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    return "".join(f"<w:r>{part}</w:r>" for part in parts if result or ("separate" not in part and "w:t>" not in part))


def boxed(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


TWICE = (
    f"<mc:AlternateContent xmlns:mc='m'><mc:Choice>{boxed('盒')}</mc:Choice><mc:Fallback>{boxed('盒')}</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (p("甲") + f"<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>{r('移走')}</w:moveFrom></w:p>" + p("乙"), ("甲", "乙")),
        (p("（一）加强领导。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("成立小组。"), ("（一）加强领导。成立小组。",)),
        (p("甲", runs="<w:r><w:br w:type='page'/></w:r>" + r("乙")), ("甲", "乙")),
        (p("", runs="<w:r><w:t>甲\n乙</w:t></w:r>"), ("甲 乙",)),
        (p("主送：", runs=f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击输入')}</w:sdtContent></w:sdt>"), ("主送：",)),
        (p("见", runs=field("REF a", "表1") + r("。")), ("见表1。",)),
        (p("", runs=field("eq \\o\\ac(○,密)") + r("件")), ("密件",)),
        (p("", runs=field("EQ \\f(1,2)") + r("亩")), ("1/2亩",)),
        (p("", runs=field("eq \\* jc2 \\o\\ad(\\s\\up 9(shè),畲)") + r("族")), ("畲族",)),
        (p("甲", runs=f"<w:r><w:drawing>{TWICE}</w:drawing></w:r>") + p("乙"), ("甲", "盒", "乙")),
        (p("", runs="<w:r><w:pict><v:textpath xmlns:v='v' string='某县人民政府文件'/></w:pict></w:r>"), ("", "某县人民政府文件")),
        (table([["某局", "某委"]]), ("某局", "某委")),
        (table([[p("甲。") + table([["1", "2", "3"]] * 3), "乙"]]), ("甲。", "1\t2\t3", "1\t2\t3", "1\t2\t3", "乙")),
        (table([["抄送：某办。"], ["某办印发"]]), ("抄送：某办。", "某办印发")),
        (table([["序号", "任务"], [p("甲", GONE) + p("乙"), "丙"]]).replace("<w:tbl>", FRAMED), ("序号\t任务", "甲乙\t丙")),
        (
            table([["甲", "乙"], ["丙"]]).replace("<w:tbl>", FRAMED).replace("</w:tr><w:tr>", "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"),
            ("甲\t乙", "\t丙"),
        ),
    ],
    ids=[
        "moved", "style separator", "page break", "line end in a run", "placeholder", "reference", "circled character", "fraction",
        "reading above", "box written twice", "lettering", "layout", "table in a layout", "one column", "deleted end in a cell", "grid before",
    ],
)  # fmt: skip
def test_what_word_shows_is_what_is_read(body: str, shown: tuple[str, ...]) -> None:
    assert lines(body) == shown


def test_the_result_of_a_field_within_an_instruction_is_no_text() -> None:
    inner = field("PAGE", "3")
    outer = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("表")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(p("见", runs=outer + r("。"))) == ("见表。",)


def test_a_table_of_contents_is_left_out_by_name_but_not_one_that_ends_nowhere() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    entries = p("", runs=begin + r("一、总体要求")) + p("二、重点任务")
    end = p("", runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert read(entries + end + p("一、总体要求")).outside == {1: "目录", 2: "目录"}
    assert read(entries + p("一、总体要求")).outside == {}


def test_what_a_character_style_hides_or_raises() -> None:
    styles = (
        '<w:styles><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="s"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )
    assert lines(p("10m", runs=r("2", '<w:rStyle w:val="s"/>') + r("藏", '<w:rStyle w:val="h"/>')), styles=styles) == ("10m²",)


def test_a_level_of_ones_own_in_a_list_that_the_style_brings_and_one_that_was_passed_over() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    own = '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = p("甲", own) + p("乙", '<w:pStyle w:val="a"/>') + p("丙", own)
    assert lines(body, numbering=lists(abstract(0, LEVELS), {1: 0}), styles=styles) == ("（一）甲", "二、乙", "（一）丙")


def test_a_footnotes_own_mark_is_no_text() -> None:
    notes = '<w:footnotes><w:footnote w:id="2">' + p("* 注文") + "</w:footnote></w:footnotes>"
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    found = read(p("甲", runs=reference + r("乙。")), footnotes=notes)
    assert (found.lines, found.blocks[0].mark) == (("甲乙。", "注文"), "*")


def test_a_frame_around_the_whole_text_is_no_box() -> None:
    assert read(table([[p("某县关于某事的意见") + p("为了某事，提出意见。")]])).blocks == ()


RAISED = "<w:vertAlign w:val='superscript'/>"


def test_a_note_that_was_typed_by_hand_is_a_footnote_of_the_raised_mark_before_it() -> None:
    first = p("研发投入", runs=r("①", RAISED) + r("增长，转化率") + r("[", RAISED) + r("1", RAISED) + r("]", RAISED) + r("提高。"))
    body = first + p("又一处", runs=r("①", RAISED) + r("。")) + p("", runs=r("①", RAISED) + r(" 指研究经费。")) + p("①　指另一项。")
    found = read(body + p("[1] 指成果转化率。") + p("①推进改革。"))
    assert found.lines == ("研发投入增长，转化率提高。", "又一处。", "指研究经费。", "指另一项。", "指成果转化率。", "①推进改革。")
    notes = [(block.kind, block.first, block.mark, block.reference) for block in found.blocks]
    kind = BlockKind.FOOTNOTE
    assert notes == [(kind, 3, "①", (1, 5)), (kind, 4, "①", (2, 4)), (kind, 5, "[1]", (1, 11))]
    assert found.remarks == ()


def test_a_raised_mark_without_a_note_is_text_and_reported_and_one_on_the_line_is_a_number() -> None:
    found = read(p("①加强领导。") + p("增长", runs=r("①", RAISED) + r("。面积10m") + r("2", RAISED) + r("。")) + p("②落实责任。"))
    assert found.lines == ("①加强领导。", "增长①。面积10m²。", "②落实责任。")
    assert found.blocks == ()
    assert [(remark.words, remark.first) for remark in found.remarks] == [("上标的“①”没有找到它的注，照录在文字里", 2)]


def test_a_list_below_a_raised_mark_is_no_note_of_it() -> None:
    body = p("投入", runs=r("①", RAISED) + r("增长，做法是：")) + p("①加强领导；") + p("②落实责任。") + p("推进改革。") + p("①指研究经费。")
    found = read(body)
    assert found.lines == ("投入增长，做法是：", "①加强领导；", "②落实责任。", "推进改革。", "指研究经费。")
    assert [(block.first, block.mark, block.reference) for block in found.blocks] == [(5, "①", (1, 3))]
