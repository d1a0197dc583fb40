"""review: a pair judged in a workbook by someone who writes no code, and read back into the links file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText

from duidu.render.exports.data import as_csv
from tests.levels import CITY, PROVINCE
from tests.projects import Project, Result

LOWER, UPPER = "对云岭省委决定", "仅见于云岭省委决定"
LINKS = "source/tongjiang/links/yunling.yml"


@pytest.fixture
def unread(project: Project) -> Project:
    """云岭 above 桐江, a pair nobody has read."""
    project.add("yunling", PROVINCE, level="province", place="云岭", issuer="中共云岭省委", short_title="云岭省委决定")
    project.add("tongjiang", CITY, implements=["yunling"], place="桐江", issuer="中共桐江市委", short_title="桐江市委决定")
    return project


class Book:
    """A workbook, as someone fills it in."""

    def __init__(self, project: Project, *options: str) -> None:
        self.file = project.root / "表.xlsx"
        self.project = project
        self.made = project.run("review", "tongjiang", "--to", str(self.file), *options)
        assert self.made.status == 0, self.made.err
        self.book = load_workbook(self.file, rich_text=True)

    def letter(self, sheet: str, head: str) -> str:
        return next(str(cell.column_letter) for cell in self.book[sheet][1] if cell.value == head)

    def row(self, sheet: str, address: str, other: str = "") -> int:
        lower, upper = (self.letter(sheet, name) for name in ("本文件地址", "上级地址"))
        for row in range(2, self.book[sheet].max_row + 1):
            found = (self.book[sheet][f"{lower}{row}"].value, self.book[sheet][f"{upper}{row}"].value)
            if address in found and (not other or other in found):
                return row
        raise AssertionError(address)

    def fill(self, sheet: str, row: int, **cells: str) -> str:
        """The address of the last cell filled."""
        place = ""
        for head, value in cells.items():
            place = f"{self.letter(sheet, head)}{row}"
            self.book[sheet][place] = value
        return f"{sheet}!{place}"

    def read(self, *options: str) -> Result:
        self.book.save(self.file)
        return self.project.run("review", "tongjiang", "--read", str(self.file), *options)


def links(project: Project) -> Any:
    return yaml.safe_load((project.root / LINKS).read_text())


def test_a_sheet_says_what_to_do_and_each_upper_document_has_its_sheets(unread: Project) -> None:
    book = Book(unread).book
    assert book.sheetnames == ["说明", LOWER, UPPER]
    said = "".join(str(cell.value) for cell in book["说明"]["A"])
    assert "“判定”栏" in said
    assert "duidu review tongjiang --read" in said


def test_a_proposal_has_both_sentences_with_the_shared_words_marked_and_its_places(unread: Project) -> None:
    book = Book(unread)
    row = book.row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3")
    cells = {head.value: book.book[LOWER].cell(row, head.column or 0).value for head in book.book[LOWER][1]}
    assert str(cells["本文件原文"]) == "到2027年建成水库3座。"
    assert isinstance(cells["本文件原文"], CellRichText)
    assert [part.text for part in cells["本文件原文"] if not isinstance(part, str)] == ["到2027年建成水库3"]
    assert (cells["本文件位置"], cells["上级位置"]) == ("二（二）第1段第2句", "二（二）第1段第3句")
    assert cells["建议"] in ("同文", "落实")
    assert cells["判定"] is None


def test_answers_are_chosen_from_a_list(unread: Project) -> None:
    book = Book(unread).book
    lists = {name: [rule.formula1 for rule in book[name].data_validations.dataValidation] for name in (LOWER, UPPER)}
    assert lists == {LOWER: ['"同文,落实,呼应,不对应,仅见于"'], UPPER: ['"段首语,专指他地或上级事项,其他"']}


def test_decisions_are_recorded_with_what_they_were_checked_against(unread: Project) -> None:
    book = Book(unread)
    book.fill(LOWER, book.row(LOWER, "tongjiang#h1"), 判定="同文")
    row = book.row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3")
    book.fill(LOWER, row, 判定="落实", 备注="市里少得多。", 依据="建成水库\n3座＝30座")
    book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k2-p1-t1"), 判定="仅见于")
    book.fill(UPPER, book.row(UPPER, "yunling#h2-k1-p1-t2"), 判定="专指他地或上级事项")
    assert book.read().status == 0
    found = links(unread)
    assert [(link["from"], link["to"], link["relation"]) for link in found["links"]] == [
        ("h1", "h1", "same"),
        ("h2-k2-p1-t2", "h2-k2-p1-t3", "adapt"),
    ]
    assert found["links"][1]["evidence"] == [["建成水库", "建成水库"], ["3座", "30座"]]
    assert found["links"][1]["note"] == "市里少得多。"
    assert found["none"] == {"tongjiang": {"h2-k2-p1-t1": "open"}, "yunling": {"h2-k1-p1-t2": "other"}}
    first = (unread.root / LINKS).read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../.schemas/links.schema.json"
    built = unread.run("build")
    assert built.status == 0
    assert "LNK006" not in built.err  # nothing is left to be confirmed


def test_a_refused_proposal_is_kept_as_refused_and_not_shown_again(unread: Project) -> None:
    book = Book(unread)
    row = book.row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3")
    book.fill(LOWER, row, 判定="不对应", 备注="另一回事。")
    assert book.read().status == 0
    (refused,) = links(unread)["rejected"]
    assert (refused["from"], refused["to"], refused["note"], len(refused["checked"])) == (
        "h2-k2-p1-t2", "h2-k2-p1-t3", "另一回事。", 3,
    )  # fmt: skip
    book.file.unlink()
    with pytest.raises(AssertionError):
        Book(unread).row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3")


def test_only_here_refuses_the_proposal_of_its_row_as_well(unread: Project) -> None:
    book = Book(unread)
    book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3"), 判定="仅见于")
    assert book.read().status == 0
    found = links(unread)
    assert found["none"] == {"tongjiang": {"h2-k2-p1-t2": "open"}}
    assert [(one["from"], one["to"]) for one in found["rejected"]] == [("h2-k2-p1-t2", "h2-k2-p1-t3")]


@pytest.mark.parametrize("place", ["二（二）第1段第2句", "二(二)第1段第2句", "h2-k2-p1-t2", "yunling#h2-k2-p1-t2"])
def test_a_sentence_without_proposal_is_linked_by_the_place_a_person_writes(unread: Project, place: str) -> None:
    book = Book(unread)
    book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k2-p1-t1", "yunling#"), 上级位置=place, 判定="呼应")
    assert book.read().status == 0
    (link,) = links(unread)["links"]
    assert (link["from"], link["to"], link["relation"]) == ("h2-k2-p1-t1", "h2-k2-p1-t2", "echo")


def test_every_fault_is_listed_by_its_cell_and_nothing_is_written(unread: Project) -> None:
    book = Book(unread)
    wrong = book.fill(LOWER, book.row(LOWER, "tongjiang#h1"), 判定="同闻")
    formula = book.fill(LOWER, book.row(LOWER, "tongjiang#h1-p1-t1"), 判定="同文", 备注="=1+1")
    words = book.fill(LOWER, book.row(LOWER, "tongjiang#h1-p1-t2"), 判定="同文", 依据="没有的词")
    nowhere = book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k2-p1-t1", "yunling#"), 判定="落实", 上级位置="九（九）")
    address = book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k1-p1-t1"), 判定="同文", 本文件地址="tongjiang#h9")
    book.fill(LOWER, book.row(LOWER, "tongjiang#p1-t1"), 判定="同文")
    both = book.fill(UPPER, book.row(UPPER, "yunling#p1-t1"), 判定="其他")
    result = book.read()
    assert result.status == 1
    told = [line.split(" ")[0:2] for line in result.err.splitlines() if line.startswith("表.xlsx")]
    expected = {both: "REV006", wrong: "REV001", formula: "REV002", words: "REV005", address: "REV003", nowhere: "REV007"}
    assert {tuple(one) for one in told} == {(f"表.xlsx:{place}:", code) for place, code in expected.items()}
    assert not (unread.root / LINKS).exists()


def test_a_row_whose_text_has_changed_since_is_a_fault_of_that_row(unread: Project) -> None:
    assert unread.run("build").status == 0
    book = Book(unread)
    place = book.fill(LOWER, book.row(LOWER, "tongjiang#h1-p1-t1"), 判定="同文")
    unread.edit("tongjiang", "保护水源是各地共同的责任。", "保护水源是各地各方共同的责任。")
    assert unread.run("accept", "tongjiang").status == 0
    result = book.read()
    assert result.status == 1
    assert f"表.xlsx:{place}: REV004" in result.err


def test_a_text_is_written_so_that_no_spreadsheet_computes_it(unread: Project) -> None:
    unread.add("tongjiang", CITY.replace("办好桐江水节。", "＝1+1是办好桐江水节的办法。－2是。"), implements=["yunling"], place="桐江",
               issuer="中共桐江市委", short_title="桐江市委决定")  # fmt: skip
    book = Book(unread)
    cells = [cell for sheet in book.book.worksheets for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [str(cell.value) for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))] == []
    assert [str(cell.value) for cell in cells if str(cell.value).startswith("'")] == ["'＝1+1是办好桐江水节的办法。", "'－2是。"]
    assert as_csv(["列"], [["＝1"], ["1"]]) == "\ufeff列\r\n'＝1\r\n1\r\n"


def test_what_a_person_wrote_in_the_file_stays_as_it_is(unread: Project) -> None:
    file = unread.root / LINKS
    file.parent.mkdir()
    mine = "# 我写的\nlinks:\n- {from: h1, to: h1, relation: echo}  # 想过\nnone:\n  tongjiang: {h2-k2: open}\n"
    file.write_text(mine)
    book = Book(unread)
    book.fill(LOWER, book.row(LOWER, "tongjiang#h1-p1-t1"), 判定="同文")
    book.fill(LOWER, book.row(LOWER, "tongjiang#h2-k2-p1-t1", "yunling#"), 判定="仅见于")
    assert book.read().status == 0
    text = file.read_text()
    assert text.startswith("# 我写的\nlinks:\n- {from: h1, to: h1, relation: echo}  # 想过\n- {from: h1-p1-t1, ")
    assert "tongjiang: {h2-k2: open, h2-k2-p1-t1: open}" in text


def test_read_twice_changes_nothing_the_second_time(unread: Project) -> None:
    book = Book(unread)
    book.fill(LOWER, book.row(LOWER, "tongjiang#h1"), 判定="同文", 备注="标题。")
    assert book.read().status == 0
    before = (unread.root / LINKS).read_bytes()
    again = book.read()
    assert (again.status, again.err, (unread.root / LINKS).read_bytes()) == (0, "", before)


def test_where_two_people_differ_it_is_listed_and_the_first_stands_until_the_file_is_preferred(unread: Project) -> None:
    book = Book(unread)
    row = book.row(LOWER, "tongjiang#h1")
    book.fill(LOWER, row, 判定="同文")
    assert book.read().status == 0
    place = book.fill(LOWER, row, 判定="落实")
    result = book.read()
    assert result.status == 0
    assert f"表.xlsx:{place}: REV010 警告" in result.err
    assert links(unread)["links"][0]["relation"] == "same"
    assert book.read("--prefer-file").status == 0
    assert [link["relation"] for link in links(unread)["links"]] == ["adapt"]
    book.fill(LOWER, row, 判定="不对应")
    assert book.read("--prefer-file").status == 0
    found = links(unread)
    assert (found["links"] or [], [(one["from"], one["to"]) for one in found["rejected"]]) == ([], [("h1", "h1")])
    assert unread.run("build").status == 0


def test_rows_may_be_sorted_left_out_and_put_on_other_sheets(unread: Project) -> None:
    book = Book(unread)
    row = book.row(LOWER, "tongjiang#h1-p1-t1")
    book.fill(LOWER, row, 判定="同文")
    sheet = book.book[LOWER]
    other = book.book.create_sheet("我的")
    for line in (1, row):
        other.append([cell.value for cell in reversed(sheet[line])])
    del book.book[LOWER]
    assert book.read().status == 0
    assert [link["from"] for link in links(unread)["links"]] == ["h1-p1-t1"]


def test_a_workbook_somebody_may_have_filled_is_not_overwritten(unread: Project) -> None:
    book = Book(unread)
    assert unread.run("review", "tongjiang", "--to", str(book.file)).status == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"a,b\n", None], ids=["empty", "cut", "csv", "missing"])
def test_what_is_no_workbook_of_a_review_is_refused(unread: Project, data: bytes | None) -> None:
    file = unread.root / "别的.xlsx"
    if data is not None:
        file.write_bytes(data)
    result = unread.run("review", "tongjiang", "--read", str(file))
    assert result.status == 1
    assert "REV008" in result.err


def test_a_sample_judged_whole_states_the_precision_on_this_pair(unread: Project) -> None:
    book = Book(unread, "--sample", "4")
    assert book.book.sheetnames == ["说明", LOWER]
    assert book.book[LOWER].max_row == 5
    for row, answer in zip(range(2, 5), ("同文", "落实", "不对应"), strict=True):
        book.fill(LOWER, row, 判定=answer)
    result = book.read()
    assert "还有 1 条没有判定" in result.out
    assert "precision" not in links(unread)
    book.fill(LOWER, 5, 判定="呼应")
    assert book.read().status == 0
    assert {key: links(unread)["precision"][key] for key in ("sample", "right")} == {"sample": 4, "right": 2}
    assert unread.run("build").status == 0
    page = (unread.root / "docs/compare/tongjiang/yunling/index.md").read_text()
    assert "抽查 4 条，对的 2 条" in page


def test_more_right_than_drawn_is_a_fault(unread: Project) -> None:
    file = unread.root / LINKS
    file.parent.mkdir()
    file.write_text("precision: {sample: 4, right: 5, on: 2026-11-27}\n")
    assert "1:LNK012" in unread.run("build").codes


@pytest.mark.hosts
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_saved_by_libreoffice_it_reads_as_before(unread: Project, tmp_path: Path) -> None:
    book = Book(unread)
    row = book.row(LOWER, "tongjiang#h2-k2-p1-t2", "yunling#h2-k2-p1-t3")
    book.fill(LOWER, row, 判定="落实", 备注="'=市里\n少得多。", 依据="建成水库\n3座＝30座")
    book.fill(UPPER, book.row(UPPER, "yunling#h2-k1-p1-t2"), 判定="专指他地或上级事项")
    book.book.save(book.file)
    saved = tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(saved), str(book.file)], check=True, capture_output=True, timeout=240)
    again = load_workbook(saved / book.file.name)
    assert again[LOWER].data_validations.dataValidation[0].formula1 == '"同文,落实,呼应,不对应,仅见于"'
    assert unread.run("review", "tongjiang", "--read", str(saved / book.file.name)).status == 0
    (link,) = links(unread)["links"]
    assert (link["note"], link["evidence"]) == ("=市里\n少得多。", [["建成水库", "建成水库"], ["3座", "30座"]])
    assert links(unread)["none"] == {"yunling": {"h2-k1-p1-t2": "other"}}
