"""Bytes → text: what is read, what is refused, and where the fault is said to be."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.model.faults import Fault
from duidu.model.records import RawText
from duidu.read.rawtext import read_raw

SHOWN = PurePosixPath("source/mou-2024/text.txt")
TEXT = "某市决定\n某事很重要。\n"


def read(tmp_path: Path, data: bytes, declared: str | None = None) -> tuple[RawText | None, list[Fault]]:
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    return read_raw(file, SHOWN, declared)


@pytest.mark.parametrize("declared", [True, False], ids=["声明", "认出"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
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
        ("甲乙\n丙".encode() + b"\xff\xfe", "utf-8", (2, 2), "也不是"),
        ("甲乙\n丙".encode("gb18030") + b"\xff\xfe", "gb18030", (2, 2), "也不是"),
        ("甲乙\n丙".encode() + b"\xff\xfe", None, (2, 2), "字节不是 utf-8-sig"),
        (codecs.BOM_UTF8 + "甲\n乙".encode() + b"\xff", None, (2, 2), "字节不是 utf-8-sig"),
        ("甲".encode("utf-16"), None, (1, 1), "字节不是 utf-8-sig"),
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


@pytest.mark.parametrize("char", ["\0", "\x07", "\x0b", "\x0c", "\x1f", "\x7f", "\ufeff", "\ufffd"], ids=lambda char: f"U+{ord(char):04X}")
def test_control_characters_are_named_with_their_places(tmp_path: Path, char: str) -> None:
    raw, faults = read(tmp_path, f"甲\n乙{char}丙{char}".encode())
    assert raw is not None
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [("SRC005", 2, 2), ("SRC005", 2, 4)]
    assert f"U+{ord(char):04X}" in faults[0].message


@pytest.mark.parametrize("char", ["\t", " ", "　", "\u00a0", "\u2028"], ids=lambda char: f"U+{ord(char):04X}")
def test_white_space_is_no_control_character(tmp_path: Path, char: str) -> None:
    assert read(tmp_path, f"甲{char}乙".encode())[1] == []


@given(st.binary(max_size=40), st.sampled_from([None, "utf-8", "utf-8-sig", "gb18030"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, declared: str | None) -> None:
    raw, faults = read(tmp_path, data, declared)
    assert (raw is None) == any(fault.code in ("SRC002", "SRC004") for fault in faults)
