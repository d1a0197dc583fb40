"""Chinese numerals: what is a number, and what only looks like one."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.text.numerals import to_han, to_int


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("九十九", 99),
        ("一百", 100), ("百", 100), ("一百零三", 103), ("一百〇三", 103), ("一百一十", 110), ("一百一十二", 112), ("二百五十", 250),
        ("一千", 1000), ("一千零二十", 1020), ("两千零二十四", 2024),
        ("廿", 20), ("廿一", 21), ("卅", 30), ("〇", 0), ("零", 0), ("一〇", 10), ("二〇二四", 2024),
        ("7", 7), ("12", 12), ("１２", 12), ("007", 7),
    ],
)  # fmt: skip
def test_a_number(printed: str, number: int) -> None:
    assert to_int(printed) == number


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "第一", "一个", "一、", "多", "数十", "甲", "a", "-1", "1.5", "1,000", "五六十", "十十", "十百", "百千", "一百一百", "二十三十",
        "十二三", "廿十", "一百零", "十零", "壹", "½", "几",
    ],
    ids=repr,
)  # fmt: skip
def test_not_a_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        to_int(text)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (0, "零"), (7, "七"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_printed_as_official_texts_print_it(number: int, printed: str) -> None:
    assert to_han(number) == printed


@pytest.mark.parametrize("number", [-1, 10000])
def test_no_numeral_beyond_four_digits(number: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        to_han(number)


@given(st.integers(0, 9999))
def test_what_is_printed_can_be_read(number: int) -> None:
    assert to_int(to_han(number)) == number


@given(st.text("零〇一二三四五六七八九十百千廿卅两", max_size=8))
def test_any_sequence_of_numerals_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert to_int(text) >= 0
