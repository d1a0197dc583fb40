"""A PDF's characters that stand on their side on an upright page: in their cell or line they are text, elsewhere they are not."""

from __future__ import annotations

from duidu.model.reading import Reading
from duidu.read.pdf.characters import plain
from duidu.read.pdf.document import read_pdf
from tests.print_pdf import LEFT, Line, Sheet, grid, pdf

TITLE = (LEFT, 80.0, 22.0, "云杉县关于分工的通知")
SENTENCE = (LEFT, 130.0, 16.0, "完成率达到九成")


def read(*lines: Line, sideways: list[Line], rules: bool = False) -> Reading:
    table = grid(LEFT, 400, [60, 200], 2, 120) if rules else []
    return read_pdf(pdf([Sheet([TITLE, SENTENCE, *lines], table, sideways=sideways)]))


def said(found: Reading) -> list[str]:
    return [str(remark) for remark in found.remarks if "横" in str(remark)]


def test_a_cell_set_downwards_is_read_downwards_its_columns_from_the_right() -> None:
    cells: list[Line] = [(LEFT + 70, 440, 14, "修路工程"), (LEFT + 70, 560, 14, "修桥工程")]
    found = read(
        *cells, sideways=[(LEFT + 20, 410, 14, "保障措施"), (LEFT + 36, 530, 14, "重点"), (LEFT + 12, 530, 14, "工作")], rules=True
    )
    assert found.lines[-2:] == ("保障措施\t修路工程", "重点工作\t修桥工程")
    assert said(found) == ["第 1 页有 8 个字横过来印，按排印的次序收入，须核对"]


def test_the_figures_of_a_cell_set_downwards_stand_among_its_upright_characters() -> None:
    upright: list[Line] = [(LEFT + 20, 410 + 16 * at, 14, char) for at, char in ((0, "第"), (3, "年"), (4, "度"))]
    cells: list[Line] = [(LEFT + 70, 440, 14, "修路工程"), (LEFT + 70, 560, 14, "修桥工程"), (LEFT + 10, 560, 14, "其他")]
    found = read(*upright, *cells, sideways=[(LEFT + 22, 427, 14, "24")], rules=True)
    assert found.lines[-2:] == ("第24年度\t修路工程", "其他\t修桥工程")


def test_one_character_on_its_side_in_a_line_is_of_the_line_and_a_watermark_is_not() -> None:
    found = read((LEFT + 16 * 8, 130, 16, "以上。"), sideways=[(LEFT + 16 * 7 + 2, 130, 16, "％"), (300, 300, 40, "样稿")])
    assert found.lines[-1] == "完成率达到九成％以上。"
    assert said(found) == ["第 1 页有 1 个字横过来印，按排印的次序收入，须核对", "第 1 页有 2 个字横着或竖着排，没有收入"]


def test_signs_of_text_set_downwards_are_those_they_stand_for() -> None:
    assert "".join(map(plain, "︵︶︑︒﹁﹂︱甲")) == "（）、。「」—甲"
