"""Bytes → text: what is read, what is refused, and where the fault is said to be."""

from __future__ import annotations

import codecs
import hashlib
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.model.faults import Fault
from duidu.model.records import RawText
from duidu.read.formats import text_format
from duidu.read.rawtext import read_raw
from duidu.read.tabbed import tabbed_tables

SHOWN = PurePosixPath("source/mou-2024/text.txt")
TEXT = "某市决定\n某事很重要。\n"


def read(tmp_path: Path, data: bytes, declared: str | None = None) -> tuple[RawText | None, list[Fault]]:
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    return read_raw(file, SHOWN, declared)


@pytest.mark.parametrize("declared", [True, False], ids=["声明", "认出"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_an_encoding_declared_or_detected(tmp_path: Path, encoding: str, declared: bool) -> None:
    data = TEXT.encode(encoding)
    raw, faults = read(tmp_path, data, encoding if declared else None)
    assert not faults
    assert raw == RawText(SHOWN, encoding, hashlib.sha256(data).hexdigest(), ("某市决定", "某事很重要。", ""))


@pytest.mark.parametrize("declared", ["utf-8", "gb18030", None])
def test_ascii_is_what_it_is_declared_to_be(tmp_path: Path, declared: str | None) -> None:
    raw, faults = read(tmp_path, b"1+21+N\n", declared)
    assert not faults
    assert raw is not None
    assert (raw.encoding, raw.lines) == (declared or "utf-8", ("1+21+N", ""))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_line_ends(tmp_path: Path, end: str) -> None:
    raw, faults = read(tmp_path, f"甲{end}{end}乙".encode())
    assert not faults
    assert raw is not None
    assert raw.lines == ("甲", "", "乙")


def test_line_ends_may_be_mixed_and_other_spaces_end_no_line(tmp_path: Path) -> None:
    raw, _ = read(tmp_path, "甲\r\n乙\r丙\n　丁\u2028戊\u00a0己".encode())
    assert raw is not None
    assert raw.lines == ("甲", "乙", "丙", "　丁\u2028戊\u00a0己")


def without_byte(line: str, word: str, which: int) -> bytes:
    """A text of which one byte of a word's first character was lost: until the next figure or letter all pairs are wrong."""
    data = f"某县关于加强水利工作的意见\n{line}\n人名有镕堃喆赟鑫。\n".encode("gb18030")
    at = data.rindex(word.encode("gb18030")) + which
    return data[:at] + data[at + 1 :]


def test_rare_characters_side_by_side_are_read(tmp_path: Path) -> None:
    raw, faults = read(tmp_path, "某县关于工作的意见\n1　范围\n人名有镕堃喆赟鑫A。氕氘氚。\n2　术语\n".encode("gb18030"))
    assert raw is not None
    assert faults == []


@pytest.mark.parametrize(
    ("data", "declared", "place", "told"),
    [
        ("甲乙\n丙丁".encode("gb18030"), "utf-8", (1, 1), "认出的是 gb18030"),
        ("ab\ncd甲".encode("gb18030"), "utf-8", (2, 3), "认出的是 gb18030"),
        ("ab\r\ncd甲".encode("gb18030"), "utf-8", (2, 3), "认出的是 gb18030"),
        ("ab\rcd\ref甲".encode("gb18030"), "utf-8", (3, 3), "认出的是 gb18030"),
        ("甲乙\n丙丁".encode(), "utf-8-sig", (1, 1), "认出的是 utf-8"),
        (codecs.BOM_UTF8 + "甲乙".encode(), "utf-8", (1, 1), "认出的是 utf-8-sig"),
        ("甲\n乙丙丁".encode(), "gb18030", (1, 2), "认出的是 utf-8"),
        (TEXT.encode() + b"\xff", "utf-8", (3, 1), "有字节不全或损坏"),
        (TEXT.encode("gb18030")[:-2] + b"\xff", "gb18030", (2, 6), "“某事很重要”之后有字节不全或损坏，不成一个字（其余都是 gb18030）"),
        (TEXT.encode()[:-3], None, (2, 6), "“某事很重要”之后有字节不全或损坏，不成一个字（其余都是 utf-8）"),
        (codecs.BOM_UTF8 + TEXT.encode()[:-2], None, (2, 6), "有字节不全或损坏"),
        (TEXT.encode().replace("很".encode(), "很".encode()[:2]), None, (2, 3), "“某事”之后"),
        (b"\xff" * 7, None, (1, 1), "字节不是 utf-8-sig"),
        (without_byte("坚持节水优先，推进水利发展。到2025年，完善水网。", "水利", 0), None, (2, 10), "“持节水优先，推进”之后"),
        (without_byte("坚持节水优先，推进水利发展。到2025年，完善水网。", "水利", 1), None, (2, 10), "“持节水优先，推进”之后"),
        (without_byte("坚持节水优先，推进水利工程建设和重点项目A区发展。", "工程", 0), None, (2, 12), "“水优先，推进水利”之后"),
    ],
    ids=str,
)
def test_bytes_that_are_not_what_they_should_be(
    tmp_path: Path, data: bytes, declared: str | None, place: tuple[int, int], told: str
) -> None:
    raw, faults = read(tmp_path, data, declared)
    assert raw is None
    assert [(fault.path, fault.code, fault.line, fault.column) for fault in faults] == [(SHOWN, "SRC002", *place)]
    assert told in str(faults[0])


@pytest.mark.parametrize("data", [b"", b"\n", "　 \r\n\t".encode(), codecs.BOM_UTF8], ids=repr)
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    raw, faults = read(tmp_path, data)
    assert raw is None
    assert [(fault.code, fault.line) for fault in faults] == [("SRC004", 1)]


def test_a_missing_file(tmp_path: Path) -> None:
    raw, faults = read_raw(tmp_path / "text.txt", SHOWN)
    assert raw is None
    assert [str(fault).split("。")[0] for fault in faults] == ["source/mou-2024/text.txt:1:1: SRC001 找不到原文文件 text.txt"]


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1f", "\x7f", "\ufffd"], ids=lambda char: f"U+{ord(char):04X}")
def test_control_characters_are_named_with_their_places(tmp_path: Path, char: str) -> None:
    raw, faults = read(tmp_path, f"甲\n乙{char}丙{char}".encode())
    assert raw is not None
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [("SRC005", 2, 2), ("SRC005", 2, 4)]
    assert f"U+{ord(char):04X}" in faults[0].message


@pytest.mark.parametrize("char", ["\x0b", "\x0c"], ids=["VT", "FF"])
def test_the_end_of_a_page_is_white_space_at_the_ends_of_a_line_and_a_control_character_inside(tmp_path: Path, char: str) -> None:
    _, faults = read(tmp_path, f"甲\n{char}乙{char}丙 {char}\n{char}\n".encode())
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [("SRC005", 2, 3)]


def test_a_zero_width_space_inside_a_text_does_not_keep_it_out(tmp_path: Path) -> None:
    assert read(tmp_path, "甲\n乙\ufeff丙".encode())[1] == []


@pytest.mark.parametrize("char", ["\t", " ", "　", "\u00a0", "\u2028"], ids=lambda char: f"U+{ord(char):04X}")
def test_white_space_is_no_control_character(tmp_path: Path, char: str) -> None:
    assert read(tmp_path, f"甲{char}乙".encode())[1] == []


TRADITIONAL = "土地稅法通則\n第一條　為規範土地稅之課徵，特制定本通則。\n第二條　本通則所稱主管機關，為財政部。\n"


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-8"])
def test_a_traditional_text_is_known_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    raw, faults = read(tmp_path, TRADITIONAL.encode(encoding))
    assert not faults
    assert raw is not None
    assert (raw.encoding, raw.lines[0]) == (encoding, "土地稅法通則")


@pytest.mark.parametrize(("was", "taken_for"), [("utf-8", "gb18030"), ("gb18030", "latin-1"), ("utf-8", "cp1252")])
def test_mojibake_is_one_fault_that_says_what_the_first_line_would_read(tmp_path: Path, was: str, taken_for: str) -> None:
    raw, faults = read(tmp_path, LONGER.encode(was).decode(taken_for, "replace").encode())
    assert raw is None
    assert [fault.code for fault in faults] == ["SRC007"]
    assert f"乱码：{was} 的文字被当作 {taken_for}" in faults[0].message
    assert "第一行本来是“" in faults[0].message


LONGER = "某县关于表彰先进的决定\n各乡镇党委：\n县委决定予以表彰。\n一、表彰对象\n先进个人三名。\n"


@pytest.mark.parametrize("text", [LONGER, TRADITIONAL, "ÄÖÜ äöü ß", "甲", "1. a\n2. b"])
def test_a_text_that_reads_as_it_stands_is_no_mojibake(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode())[1] == []


def zipped(*members: str) -> bytes:
    """A ZIP file with these members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            archive.writestr(member, "")
    return file.getvalue()


UNREADABLE = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "WordDocument".encode("utf-16-le"), "Word 97—2003 的旧格式"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"), "加了密码的 Office 文件"),
    (b"{\\rtf1\\ansi", "RTF 文件"),
    (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\n", "单个文件的网页（.mht）"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "单个文件的网页（.mht）"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片（JPEG）"),
    (b"PK\x03\x04\x14\x00", "损坏的 Word（docx）或压缩文件"),
    (b"\x7fELF\0\xff\xfe\x01", "认不出的文件，不是文本"),
    ("某县关于某事的决定\n为了某事，决定如下。\n".encode("utf-16-le"), "没有 BOM 的 UTF-16 文本"),
    ("某县关于某事的决定\n为了某事，决定如下。\n".encode("utf-16-be"), "没有 BOM 的 UTF-16 文本"),
    (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "Word 的 XML 文件"),
    (b'<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>', "Word 的 XML 文件"),
    (b'<?xml version="1.0"?><office:document xmlns:office="o"/>', "OpenDocument"),
    (b'<?xml version="1.0"?><uof:UOF xmlns:uof="u"/>', "标文通（UOF）"),
    (b'<?xml version="1.0"?><rss><item/></rss>', "XML 文件"),
    (zipped("mimetype", "META-INF/container.xml"), "电子书（EPUB）"),
]


@pytest.mark.parametrize(("data", "name"), UNREADABLE, ids=[name for _, name in UNREADABLE])
def test_what_cannot_be_read_is_named_for_what_it_is_whatever_its_name(tmp_path: Path, data: bytes, name: str) -> None:
    raw, faults = read(tmp_path, data)
    assert raw is None
    assert [fault.code for fault in faults] == ["SRC006"]
    assert name in faults[0].message
    assert "再加入" in faults[0].remedy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("关于某事的决定\n一、提高认识", "text"),
        ("# 关于某事的决定\n一、提高认识", "markdown"),
        ("---\ntitle: 甲\n---\n一、提高认识", "markdown"),
        ("关于某事的决定\n=====\n", "markdown"),
        ("关于某事的决定\n---------\n一、提高认识", "text"),
        ("<!DOCTYPE html><p>甲", "html"),
        ("\ufeff\n<!-- a -->\n<div class=x><p>甲</p></div>", "html"),
        ("<div>甲</div>\n\n# 关于某事的决定\n", "markdown"),
        ("<某事>的决定", "text"),
    ],
)
def test_a_texts_format_is_known_by_its_content(text: str, form: str) -> None:
    assert text_format(text) == form


def test_a_name_settles_only_what_shows_no_mark() -> None:
    assert [text_format(text, ".md") for text in ("甲", "<html><p>甲")] == ["markdown", "html"]


@given(st.binary(max_size=40), st.sampled_from([None, "utf-8", "utf-8-sig", "gb18030"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, declared: str | None) -> None:
    raw, faults = read(tmp_path, data, declared)
    assert (raw is None) == any(fault.code in ("SRC002", "SRC004", "SRC006", "SRC007") for fault in faults)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("各单位分工负责。\n事项\t单位\n修路\t交通局\n修桥\t\n某县人民政府", ["2-4"]),
        ("各单位分工负责。\n序号\t事项\t期限\n1\t修路\t3月\n2\t修桥\t5月\n此外。\n甲\t乙\n丙\t丁", ["2-4", "6-7"]),
        ("第一句。\n一、\t总体要求\n二、\t主要任务", []),
        ("第一句。\n第一条\t为了修路。\n第二条\t为了修桥。", []),
        ("第一句。\n\t行首空出的一段\n\t又一段", []),
        ("第一句。\n总则\t1\n附则\t25", []),
        ("第一句。\n索引号：\t某号\n发文单位：\t某局", []),
        ("首页\t新闻\n政务\t服务\n第一句。", []),
        ("第一句。\n某局\t某委\n2024年3月1日\t2024年3月1日", []),
        ("某事。\n行业\t产值\t增长\n第一产业\t58\t4\n第二产业\t90\t6", ["2-4"]),
        ("某事。\n县（区）\t合计\t治理\n平江县\t12\t7", ["2-3"]),
        ("某事。\n（一）\t甲\t乙\n（二）\t丙\t丁", []),
        ("某事。\n第一章\t1\n第二条\t为了节水", []),
        ("某事。\n公开内容\t\t\n信息\t制发\t废止\n规章\t3\t1", ["2-4"]),
        ("某事。\n项目\t分值\t得分\n河长\t30\t\n合计\t100\t", ["2-4"]),
        ("某事。\n产品\t产量\n粮食\t152\n油料\t21", ["2-4"]),
        ("某事。\n一、总则\t1\n二、任务\t2\n附录A\t9", []),
        ("某事。\n粮食生产\t……1\n油料生产\t……2", []),
        ("某局裁量基准\n序号\t行为\n1\t取水", ["2-3"]),
        ("某局文件\n类别\t日期\n通知\t今天", []),
    ],
)
def test_lines_of_cells_in_plain_text_are_a_table(text: str, rows: list[str]) -> None:
    assert [f"{block.first}-{block.last}" for block in tabbed_tables(text.split("\n"))] == rows
