"""A PDF's paragraphs and tables where the page shows them otherwise than by indents and whole rows."""

from __future__ import annotations

from collections.abc import Sequence

from duidu.model.records import BlockKind
from duidu.read.pdf.document import read_pdf
from tests.print_pdf import HEIGHT, LEFT, SIZE, Line, Sheet, grid, pdf

FULL = "加快推进全县特色产业高质量发展，把各项任务落到实处，圆满完成。"[:27]
"""A line that reaches the margin."""


def spaced(paragraphs: Sequence[Sequence[str]]) -> Sheet:
    """Paragraphs that are not indented, each with space below it."""
    lines: list[Line] = []
    top = 100.0
    for paragraph in paragraphs:
        for text in paragraph:
            lines.append((LEFT, top, SIZE, text))
            top += 24
        top += 8
    return Sheet(lines)


def test_paragraphs_parted_by_space_alone_end_where_the_space_is() -> None:
    whole = FULL[:26] + "。"
    paragraphs = [
        [FULL, FULL, "落实责任。"],
        [whole, "各乡镇要及时上报。"],
        [FULL, FULL[:26] + "）"],
        ["2.持续整治。"],
        [FULL, "年底完成。"],
        [FULL, "上报。"],
    ]
    assert read_pdf(pdf([spaced(paragraphs)])).lines == tuple("".join(paragraph) for paragraph in paragraphs)


def cells(left: float, top: float, rows: Sequence[Sequence[str]], wide: float = 100.0) -> list[Line]:
    return [
        (left + 6 + wide * at, top + 8 + 30 * row, 14.0, cell) for row, texts in enumerate(rows) for at, cell in enumerate(texts) if cell
    ]


def test_the_border_of_a_narrow_table_heads_no_notes() -> None:
    table = cells(LEFT, 500, [["人数", "导师"], ["三十", "二"]], 90)
    lines: list[Line] = [(LEFT, 100.0 + 28 * at, SIZE, FULL) for at in range(6)]
    thick = [(left, top, right, bottom + (top == bottom)) for left, top, right, bottom in grid(LEFT, 500, [90, 90], 2)]
    sheet = Sheet([*lines, *table, (LEFT, 600, SIZE, "5　评价与改进"), (LEFT, 628, SIZE, "每年开展评价。")], thick)
    found = read_pdf(pdf([sheet]))
    assert [block.kind for block in found.blocks] == [BlockKind.TABLE]
    assert found.lines[-2:] == ("5　评价与改进", "每年开展评价。")


def test_a_row_cut_by_the_end_of_its_page_is_one_row_and_one_that_had_ended_is_two() -> None:
    head = [["项目", "标准", "分值"], ["河长制", "少巡一次扣一分，扣完", "三十"]]
    for rest, rows in (
        (["", "为止。", ""], ["河长制\t少巡一次扣一分，扣完为止。\t三十"]),
        (["供水", "达标", ""], ["河长制\t少巡一次扣一分，扣完\t三十", "供水\t达标\t"]),
    ):
        first = Sheet(cells(LEFT, HEIGHT - 160, head), grid(LEFT, HEIGHT - 160, [100, 140, 60], 2))
        first.lines = [(left if left < LEFT + 150 else left + 40, top, size, text) for left, top, size, text in first.lines]
        second = Sheet(cells(LEFT, 80, [rest, ["合计", "", ""]]), grid(LEFT, 80, [100, 140, 60], 2))
        found = read_pdf(pdf([Sheet([(LEFT, 100, SIZE, FULL)] * 1), first, second]))
        assert found.lines[1:] == ("项目\t标准\t分值", *rows, "合计\t\t")
        assert len(found.blocks) == 1


def test_a_box_cut_by_the_end_of_its_page_is_one_box_unless_the_next_has_a_name() -> None:
    wide = [SIZE * 28]
    for begins, lines, boxes in (
        ("落实责任。", ("专栏1　工程", FULL + "落实责任。", "年底完成。"), [(2, 4)]),
        ("专栏2　项目", ("专栏1　工程", FULL, "专栏2　项目", "年底完成。"), [(2, 3), (4, 5)]),
    ):
        first = [(LEFT, 100.0, SIZE, FULL), (LEFT + 4, 708.0, SIZE, "专栏1　工程"), (LEFT + 4, 736.0, SIZE, FULL)]
        second = [(LEFT + 4, 88.0, SIZE, begins), (LEFT + 36, 116.0, SIZE, "年底完成。")]
        found = read_pdf(pdf([Sheet(first, grid(LEFT, 700, wide, 1, 62)), Sheet(second, grid(LEFT, 80, wide, 1, 62))]))
        assert found.lines[1:] == lines
        assert [(block.first, block.last) for block in found.blocks if block.kind is BlockKind.BOX] == boxes
