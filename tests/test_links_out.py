"""Links and names below source/ and docs/: none leads out of the project, none is taken for what lies beside a text."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.levels import CITY
from tests.projects import Project


def test_a_link_out_of_the_sources_is_not_followed(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text(CITY)
    project.add("tongjiang", CITY)
    text = project.root / "source/tongjiang/text.txt"
    text.unlink()
    for target in (secret, secret.parent, Path("/dev/zero"), secret.with_name("nowhere")):
        text.symlink_to(target)
        result = project.run("build")
        assert (result.status, result.codes) == (1, ["1:SRC010"])
        assert not (project.root / "docs").exists()
        text.unlink()
    os.mkfifo(text)
    assert project.run("build").codes == ["1:SRC010"]


def test_a_link_within_the_sources_and_an_editors_own_are_left_alone(project: Project) -> None:
    project.add("tongjiang", CITY)
    text = project.root / "source/tongjiang/text.txt"
    text.rename(text.with_name("original.txt"))
    text.symlink_to("original.txt")
    text.with_name(".#text.txt").symlink_to("somebody@machine.1234")
    assert project.run("build").status == 0


@pytest.mark.parametrize("name", ["anchors.tsv", "Document.yml", "NOTES.YML", "links", "text.read.txt"])
def test_a_raw_text_is_not_called_like_what_lies_beside_it(project: Project, name: str) -> None:
    project.add("tongjiang", CITY, text={"file": name, "encoding": "utf-8", "sha256": "0" * 64})
    result = project.run("build")
    assert result.status == 1
    assert f"SRC011 {name} 是这里另一种文件的名字" in result.err


def test_a_link_out_of_the_pages_is_neither_published_nor_written_through(pair: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A repository from elsewhere may hold links to places of this machine."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "index.md").write_text("这台电脑上的")
    shutil.rmtree(pair.root / "docs/tongjiang")
    for name in ("tongjiang", "about/mine.md"):
        link_out = pair.root / "docs" / name
        link_out.symlink_to(elsewhere / "index.md" if name.endswith(".md") else elsewhere)
        result = pair.run("build")
        assert (result.status, result.codes) == (1, ["1:SRC010"])
        assert [file.read_text() for file in elsewhere.iterdir()] == ["这台电脑上的"]
        link_out.unlink()
    (pair.root / "docs/about/ours.md").symlink_to(pair.root / "README.md")
    assert pair.run("build").status == 0
