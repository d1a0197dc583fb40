"""Texts that lie on the disk until they are needed are the texts that were made, whatever became of the folder meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from duidu.project.conversion.held import keep_files, kept_files
from duidu.project.kept import FOLDER, Kept
from duidu.render.page import OutputFile, Page

FILES = (
    Page(PurePosixPath("docs/a/1.md"), "一、甲\n", "a", ("h1", "h1-p1")),
    OutputFile(PurePosixPath("docs/data/a.csv"), "\ufeff乙\r\n"),
    OutputFile(PurePosixPath("docs/data/b.json"), ""),
)
KEY = "a" * 64


def held(root: Path, made: list[int]) -> tuple[OutputFile, ...]:
    kept = Kept(root)
    keep_files(kept, "pages", KEY, FILES)
    entry = kept.parted("pages", KEY)
    assert entry

    def make() -> tuple[OutputFile, ...]:
        made.append(1)
        return FILES

    return tuple(kept_files(entry, make))


def test_they_are_as_they_were_made_and_nothing_is_made_again(tmp_path: Path) -> None:
    made: list[int] = []
    found = held(tmp_path, made)
    for one, other in zip(found, FILES, strict=True):
        assert type(one) is type(other)
        assert (one.path, one.text, one.content, one.sha256, one.size) == (
            other.path, other.text, other.content, other.sha256, other.size,
        )  # fmt: skip
    assert isinstance(found[0], Page)
    assert (found[0].document, found[0].anchors) == ("a", ("h1", "h1-p1"))
    assert made == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(file.read_bytes().replace("甲".encode(), "乙".encode(), 1)),
        lambda file: file.write_bytes(file.read_bytes()[:-9]),
        lambda file: file.unlink(),
        lambda file: shutil.rmtree(file.parent),
    ],
)
def test_what_is_damaged_or_removed_since_is_made_again(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    made: list[int] = []
    found = held(tmp_path, made)
    damage(tmp_path / FOLDER / "pages" / KEY)
    assert [file.text for file in found] == [file.text for file in FILES]
    assert made
