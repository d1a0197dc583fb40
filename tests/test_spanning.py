"""Cells that reach over several rows or columns: as printed on the page, one row a line in the text, and proved."""

from __future__ import annotations

from duidu.model.reading import ABOVE, LEFT, Reading, Writer
from duidu.prove.extract import official_units
from duidu.prove.shape import shape_faults
from duidu.read.docx.document import read_docx
from duidu.read.page.document import read_page
from tests.projects import SMALL, Project
from tests.word import docx, p, table

TITLE = "某市关于分工的通知"
PAGE = f"""<html><body><h1>{TITLE}</h1><p>任务分工如下，各单位要抓好落实，按时报送。</p>
<table border=1><tr><th rowspan=2>序号<th colspan=2>分工<tr><th>任务<th>单位
<tr><td rowspan=2>1<td>茶叶<td>农业局<tr><td>水果<td>林业局<tr><td>2<td colspan=2>另行通知</table>
<p>以上各项任务请认真抓好落实，按时完成。</p></body></html>"""
ROWS = ("序号\t分工\t", "\t任务\t单位", "1\t茶叶\t农业局", "\t水果\t林业局", "2\t另行通知\t")
SPANS = [(0, 0, 2, 1), (0, 1, 1, 2), (2, 0, 2, 1), (4, 1, 1, 2)]
"""Row, place, rows, columns."""


def found_in(reading: Reading) -> tuple[tuple[str, ...], list[tuple[int, int, int, int]]]:
    block = reading.blocks[0]
    return reading.lines[block.first - 1 : block.last], [(line - block.first, place, high, wide) for line, place, high, wide in block.spans]


def test_a_page_and_a_word_file_say_alike_how_far_cells_reach() -> None:
    assert found_in(read_page(PAGE)) == (ROWS, SPANS)

    def cell(words: str, reach: str = "") -> str:
        return f"<w:tcPr>{reach}</w:tcPr>" + p(words)

    begins, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = [
        [cell("序号", begins), cell("分工", wide)], [cell("", goes_on), "任务", "单位"],
        [cell("1", begins), "茶叶", "农业局"], [cell("", goes_on), "水果", "林业局"], ["2", cell("另行通知", wide)],
    ]  # fmt: skip
    assert found_in(read_docx(docx(p(TITLE) + table(rows)))) == (ROWS, SPANS)


def test_a_row_without_text_is_left_out_of_what_reaches_over_it_and_an_empty_cell_is_none() -> None:
    writer = Writer()
    writer.table([["甲", "乙"], [ABOVE, ""], [ABOVE, "丙"], ["", "丁"], ["戊", LEFT]])
    assert writer.lines == ["甲\t乙", "\t丙", "\t丁", "戊\t"]
    assert writer.blocks[0].spans == ((1, 0, 2, 1), (4, 0, 1, 2))


def test_the_page_shows_them_and_its_words_are_those_of_the_text(project: Project) -> None:
    project.add("other-2024", SMALL)
    file = project.root / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    added = project.run(
        "add", str(file), "--id", "mou-2024", "--short-title", "某市通知", "--issuer", "某市人民政府", "--place", "某市",
        "--level", "市", "--date", "2024-01-02", "--found", "某处",
    )  # fmt: skip
    assert (added.status, added.err) == (0, "")
    assert project.run("build").status == 0
    page = (project.root / "docs/mou-2024/full.md").read_text(encoding="utf-8")
    assert (
        '<table id="g1"><thead><tr id="g1-r1"><th rowspan="2">序号</th><th colspan="2">分工</th></tr>'
        '<tr id="g1-r2"><th>任务</th><th>单位</th></tr></thead>'
        '<tbody><tr id="g1-r3"><td rowspan="2">1</td><td>茶叶</td><td>农业局</td></tr><tr id="g1-r4"><td>水果</td>'
    ) in page


def test_a_cell_that_reaches_wrong_is_seen_by_the_proof() -> None:
    html = '<table id="g1"><tbody><tr id="g1-r1"><td rowspan="2">甲</td><td>乙</td></tr><tr id="g1-r2"><td>丙</td></tr></tbody></table>'
    assert [unit.text for unit in official_units(html, None) if unit.anchor != "g1"] == ["甲\t乙", "\t丙"]
    assert list(shape_faults(html, None)) == []
    wrong = html.replace('rowspan="2"', 'colspan="2"')
    assert [unit.text for unit in official_units(wrong, None) if unit.anchor != "g1"] == ["甲\t\t乙", "丙"]
    assert list(shape_faults(html.replace('rowspan="2"', 'class="aid"'), None)) != []
