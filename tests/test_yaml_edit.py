"""YAML changed in place: entries are added however the file is written."""

from __future__ import annotations

import pytest

from duidu.commands.yaml_edit import with_entries, with_item, with_items


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "none:\n  b: {c: open}\nlinks:\n- d\n"),
        ("links:\nnone:\n", "links:\n- d\nnone:\n  b: {c: open}\n"),
        ("links: []\nnone: {b: }\n", "links: [d]\nnone: {b:  {c: open}}\n"),
        ("none:\n  b:\n", "none:\n  b: {c: open}\nlinks:\n- d\n"),
        ("none:\n  b:\n    a: open\nlinks:\n- a  # mine\n", "none:\n  b:\n    c: open\n    a: open\nlinks:\n- a  # mine\n- d\n"),
        ("{links: [a]}", "{links: [a, d], none: {b: {c: open}}}"),
    ],
)
def test_entries_are_added_however_the_file_is_written(before: str, after: str) -> None:
    assert with_items(with_entries(before, ("none", "b"), {"c": "open"}), "links", ["d"]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [b]  # c\n", "a: [b, x]  # c\n"),
        ("a: [\n  b,\n  c\n]\n", "a: [\n  b,\n  c, x\n]\n"),
        ("a: []\nz: 1\n", "a: [x]\nz: 1\n"),
        ("a:\n- b\n- c\nz: 1\n", "a:\n- b\n- c\n- x\nz: 1\n"),
        ("a:\n  - b", "a:\n  - b\n  - x"),
    ],
)
def test_an_item_is_added_as_the_others_are_written(before: str, after: str) -> None:
    assert with_item(before, ("a",), "x") == after
