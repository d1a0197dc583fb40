"""A PDF with a text layer → its lines: paragraphs, tables, and what is left out of each page by which rule."""

from __future__ import annotations

import pytest

from duidu.model.reading import Refused
from duidu.model.records import BlockKind
from duidu.read.pdf.characters import plain
from duidu.read.pdf.document import by_region, read_pdf
from duidu.read.pdf.glyphs import Area, Glyph, PrintedPage, spread
from duidu.read.pdf.lines import printed_lines
from tests.print_pdf import HEIGHT, LEFT, WIDTH, Line, Rule, Sheet, grid, pdf, set_text

LONG = "为贯彻落实上级决策部署，加快推进全县特色产业高质量发展，结合我县实际，经县人民政府同意，现提出如下意见。各乡镇要充分认识发展特色产业的重要意义，把各项任务落到实处。"
BODY = [LONG, "一、总体要求", "（一）指导思想。" + LONG, "二、重点任务", LONG + LONG, "1.优化布局。" + LONG, LONG]
TITLE = ["云杉县人民政府关于加快推进", "特色产业高质量发展的意见"]


def test_printed_lines_are_joined_to_paragraphs_over_the_turn_of_the_page() -> None:
    sheets = set_text(TITLE, BODY)
    assert len(sheets) == 2
    found = read_pdf(pdf(sheets))
    assert [line for number, line in enumerate(found.lines, 1) if number not in found.outside] == [*TITLE, *BODY]


def test_page_numbers_are_left_out_by_a_named_rule() -> None:
    found = read_pdf(pdf(set_text(TITLE, BODY)))
    assert [(found.lines[number - 1], why) for number, why in found.outside.items()] == [("— 1 —", "页码"), ("— 2 —", "页码")]


def test_bare_figures_are_page_numbers_where_they_count_on_and_running_heads_stand_on_several_pages() -> None:
    sheets = set_text(TITLE, BODY * 3)
    for number, sheet in enumerate(sheets):
        sheet.lines[-1] = (300, HEIGHT - 60, 12, str(number + 5))
        sheet.lines.append((200, 40, 10, "云杉县人民政府公报　2024年"))
    found = read_pdf(pdf(sheets))
    named = {found.lines[number - 1]: why for number, why in found.outside.items()}
    assert named == {"云杉县人民政府公报　2024年": "书眉"} | {str(number + 5): "页码" for number in range(len(sheets))}


def test_a_figure_in_the_text_is_no_page_number() -> None:
    found = read_pdf(
        pdf([Sheet([(LEFT, 100, 16, "经费预算为"), (LEFT, 128, 16, "300"), (LEFT, 156, 16, "万元，由县财政局拨付给各乡镇。")])])
    )
    assert found.outside == {}
    assert "300" in found.lines


def test_a_ruled_table_is_one_line_a_row() -> None:
    cells = [["序号", "任务", "单位"], ["1", "发展茶叶", "农业局"], ["2", "发展水果", "林业局"]]
    lines: list[Line] = [
        (90 + 120 * column, 206 + 30 * row, 14, cell) for row, texts in enumerate(cells) for column, cell in enumerate(texts)
    ]
    sheet = Sheet([(LEFT, 100, 16, "任务分工如下。"), *lines, (LEFT, 320, 16, "请抓好落实。")], grid(80, 200, [120, 120, 120], 3))
    found = read_pdf(pdf([sheet]))
    assert found.lines == ("任务分工如下。", "序号\t任务\t单位", "1\t发展茶叶\t农业局", "2\t发展水果\t林业局", "请抓好落实。")
    assert [(block.kind, block.first, block.last) for block in found.blocks] == [(BlockKind.TABLE, 2, 4)]
    assert "核对各格" in str(found.remarks[0])


def printed_table(cells: list[list[str]], top: float = 100.0) -> tuple[list[Line], list[Rule]]:
    """The cells of a table whose rows are 30 high and whose columns are 120 wide."""
    lines: list[Line] = [
        (90 + 120 * column, top + 6 + 30 * row, 14, cell) for row, texts in enumerate(cells) for column, cell in enumerate(texts)
    ]
    return lines, grid(80, top, [120] * len(cells[0]), len(cells))


def test_a_table_over_three_pages_is_one_without_its_repeated_head() -> None:
    head = [["序号", "任务", "单位"], ["甲", "乙", "丙"]]
    first, rules = printed_table([*head, ["1", "发展茶叶", "农业局"]])
    second, more = printed_table([*head, ["2", "发展水果", "林业局"]], 130.0)
    third, last = printed_table([["3", "发展竹木", "林业局"]])
    sheets = [Sheet(first, rules), Sheet([(LEFT, 100, 14, "续表1"), *second], more), Sheet([*third, (LEFT, 200, 16, "请抓好落实。")], last)]
    found = read_pdf(pdf(sheets))
    inside = [line for number, line in enumerate(found.lines, 1) if number not in found.outside]
    assert inside == [
        "序号\t任务\t单位", "甲\t乙\t丙", "1\t发展茶叶\t农业局", "2\t发展水果\t林业局", "3\t发展竹木\t林业局", "请抓好落实。",
    ]  # fmt: skip
    assert [why for _, why in sorted(found.outside.items())] == ["续表", "重复的表头", "重复的表头"]
    assert [(block.kind, block.first, block.last) for block in found.blocks] == [(BlockKind.TABLE, 1, 8)]


def test_a_second_table_with_another_head_is_a_table_of_its_own_row_by_row() -> None:
    first, rules = printed_table([["序号", "任务"], ["1", "发展茶叶"]])
    second, more = printed_table([["序号", "单位", "时限"], ["1", "农业局", "三月"]], 130.0)
    found = read_pdf(pdf([Sheet(first, rules), Sheet([(LEFT, 100, 14, "续表明：另有一表。"), *second], more)]))
    assert found.outside == {}
    assert len(found.blocks) == 2


def test_cells_that_no_line_parts_are_one() -> None:
    rules: list[Rule] = [rule for rule in grid(80, 200, [120, 120], 2) if rule != (80, 230, 320, 230)] + [(80, 230, 200, 230)]
    lines: list[Line] = [(90, 206, 14, "茶叶"), (90, 236, 14, "水果"), (210, 221, 14, "农业局"), (LEFT, 100, 16, "任务分工如下。")]
    assert read_pdf(pdf([Sheet(lines, rules)])).lines == ("任务分工如下。", "茶叶\t农业局", "水果\t")


def test_a_frame_around_text_is_a_box() -> None:
    sheet = Sheet(
        [(LEFT, 100, 16, "实施重大工程。"), (90, 206, 14, "专栏1 重大工程"), (90, 236, 14, "建设茶叶基地。")], grid(80, 200, [400], 1, 90)
    )
    found = read_pdf(pdf([sheet]))
    assert found.lines == ("实施重大工程。", "专栏1 重大工程", "建设茶叶基地。")
    assert [(block.kind, block.first, block.last) for block in found.blocks] == [(BlockKind.BOX, 2, 3)]


def test_small_print_below_a_mark_at_the_foot_of_a_page_is_a_footnote_and_parts_no_paragraph() -> None:
    marked = [BODY[0].replace("意义，把", "意义①，把"), *BODY[1:]]
    sheets = set_text(TITLE, marked)
    sheets[0].lines += [
        (LEFT, HEIGHT - 110, 9, "① 指全县各级"),
        (LEFT, HEIGHT - 96, 9, "人民政府。"),
        (LEFT, HEIGHT - 82, 9, "② 无人引用。"),
    ]
    found = read_pdf(pdf(sheets))
    notes = [block for block in found.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [(found.lines[note.first - 1], note.mark) for note in notes] == [("指全县各级人民政府。", "①"), ("② 无人引用。", "②")]
    line, column = notes[0].reference
    assert found.lines[line - 1][column - 1 :].startswith("，把")
    assert notes[0].first == line + 1
    assert notes[1].reference == (0, 0)
    assert len([remark for remark in found.remarks if "它所注的地方没有认出" in str(remark)]) == 1
    text = [
        line for number, line in enumerate(found.lines, 1) if number not in found.outside and number not in {note.first for note in notes}
    ]
    assert text == [*TITLE, *BODY]
    assert not read_pdf(pdf(set_text(TITLE, BODY))).remarks


def test_a_line_that_ends_early_since_nothing_breaks_what_comes_next_goes_on() -> None:
    short = [(LEFT + 32, 100, 16, "二、春节：1月28日至2月4日放假调休，共8天。1月26日（周"), (LEFT, 128, 16, "日）、2月8日（周六）上班。")]
    found = read_pdf(pdf([*set_text(TITLE, [LONG]), Sheet([*short, (LEFT + 32, 156, 16, "三、清明节：放假一天。")])]))
    assert found.lines[-2:] == ("二、春节：1月28日至2月4日放假调休，共8天。1月26日（周日）、2月8日（周六）上班。", "三、清明节：放假一天。")


def test_a_centred_note_too_long_for_a_line_goes_on_and_what_stands_below_it_begins_anew() -> None:
    note = "（二〇二〇年十二月十四日某市人民政府第八次会议通过，自公"
    lines: list[Line] = [(LEFT, 100, 16, note), (WIDTH / 2 - 40, 128, 16, "布起施行）"), (WIDTH / 2 - 48, 156, 16, "第一章　总则")]
    found = read_pdf(pdf([Sheet(lines), *set_text([], [LONG])]))
    assert found.lines[:2] == (note + "布起施行）", "第一章　总则")


def test_a_signature_at_the_right_margin_does_not_go_on_in_the_next_line() -> None:
    lines: list[Line] = [(LEFT + 16 * 20, 100, 16, "某市人民政府　李某"), (LEFT, 128, 16, "二〇二四年三月十日公布。")]
    assert read_pdf(pdf([*set_text(TITLE, [LONG]), Sheet(lines)])).lines[-2:] == ("某市人民政府　李某", "二〇二四年三月十日公布。")


def test_a_number_that_counts_on_within_a_note_begins_no_paragraph() -> None:
    first = "注：①本表的数据按当年的价格计算，其中不变价格的增长另行说明。"
    found = read_pdf(pdf([*set_text(TITLE, [LONG]), Sheet([(LEFT + 32, 100, 16, first[:25] + "。"), (LEFT, 128, 16, "②五年累计数。")])]))
    assert found.lines[-1].endswith("。②五年累计数。")


@pytest.mark.parametrize("turned", [90, -90])
def test_a_page_printed_sideways_is_read_turned(turned: int) -> None:
    cells = [["序号", "任务"], ["1", "发展茶叶"], ["2", "发展水果"]]
    lines: list[Line] = [
        (90 + 120 * column, 406 + 30 * row, 14, cell) for row, texts in enumerate(cells) for column, cell in enumerate(texts)
    ]
    sideways = Sheet([(LEFT, 300, 16, "任务分工如下。"), *lines], grid(80, 400, [120, 120], 3), turned=turned)
    found = read_pdf(pdf([*set_text(TITLE, BODY), sideways]))
    assert found.lines[-4:] == ("任务分工如下。", "序号\t任务", "1\t发展茶叶", "2\t发展水果")
    assert not any("横着" in str(remark) for remark in found.remarks)


def test_the_signs_of_word_s_symbol_fonts_are_the_bullets_they_print() -> None:
    assert [plain(char) for char in "\uf0b7\uf0d8\uf0fc甲"] == ["•", "➢", "✓", "甲"]


def test_one_glyph_that_stands_for_two_characters_is_two() -> None:
    assert [line.text for line in printed_lines(spread("——", Area(80, 100, 112, 116), 16))] == ["——"]
    assert [
        line.text for line in printed_lines([*spread("甲", Area(80, 100, 96, 116), 16), *spread("甲", Area(81, 100, 97, 116), 16)])
    ] == ["甲"]


def test_below_the_short_line_at_the_foot_of_a_page_print_of_any_size_is_a_note() -> None:
    sheets = set_text(TITLE, [BODY[0].replace("意义，把", "意义①，把"), *BODY[1:]])
    sheets[0].lines.append((LEFT, HEIGHT - 100, 15.5, "① 指全县各级人民政府。"))
    sheets[0].rules.append((LEFT, HEIGHT - 108, LEFT + 144, HEIGHT - 108))
    found = read_pdf(pdf(sheets))
    assert [found.lines[block.first - 1] for block in found.blocks] == ["指全县各级人民政府。"]
    sheets[0].rules[-1] = (LEFT, HEIGHT - 108, LEFT + 430, HEIGHT - 108)
    assert not read_pdf(pdf(sheets)).blocks


def test_a_page_that_is_a_picture_among_pages_of_text_is_a_figure_in_its_place() -> None:
    sheets = set_text(TITLE, BODY)
    found = read_pdf(pdf([sheets[0], Sheet(scanned=True), sheets[1]]))
    figures = [block.first for block in found.blocks if block.kind is BlockKind.FIGURE]
    assert len(figures) == 1
    assert any(found.lines[: figures[0] - 1])
    assert any(found.lines[figures[0] :])


def test_two_columns_are_reported() -> None:
    lines: list[Line] = [(left, 100 + 28 * row, 14, "加快推进全县产业发展") for row in range(15) for left in (80, 340)]
    assert any("两栏" in str(remark) for remark in read_pdf(pdf([Sheet(lines)])).remarks)
    assert not any("两栏" in str(remark) for remark in read_pdf(pdf(set_text(TITLE, BODY))).remarks)


def test_radicals_that_stand_for_characters_are_those_characters() -> None:
    assert [plain(char) for char in "⼈⺠⻔⻅a人"] == list("人民门见a人")
    assert [plain("⼾"), plain("⼾", traditional=True)] == ["户", "戶"]


@pytest.mark.parametrize(
    ("printed", "meant"), [("用⼾应当节约用水。", "用户应当节约用水。"), ("用⼾應當節約用水，關於機構。", "用戶應當節約用水，關於機構。")]
)
def test_a_radical_that_looks_otherwise_in_taiwan_is_read_as_the_text_is_written(printed: str, meant: str) -> None:
    page = PrintedPage(WIDTH, HEIGHT, [Glyph(char, 20.0 * at, 0, 20.0 * at + 20, 20, 20) for at, char in enumerate(printed)])
    assert "".join(glyph.text for glyph in by_region([page])[0].glyphs) == meant


def test_a_dash_that_a_font_draws_as_one_sign_is_two_dashes() -> None:
    assert [glyph.text for glyph in spread("⸺", Area(0, 0, 32, 16), 16)] == ["—", "—"]


@pytest.mark.parametrize("size", [0.0, -3.0])
def test_a_character_scaled_to_nothing_is_still_read(size: float) -> None:
    glyphs = [*spread("甲", Area(0, 0, 0, 0), size), *spread("乙", Area(5, 0, 5, 0), size)]
    assert [line.text.replace("　", "") for line in printed_lines(glyphs)] == ["甲乙"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([Sheet()]), "扫描件或图片"),
        (pdf(set_text(TITLE, BODY))[:2000], "已损坏"),
        (b"%PDF-1.7\n", "已损坏"),
    ],
    ids=["scan", "cut", "head"],
)
def test_what_has_no_text_or_is_broken_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_pdf(data)
