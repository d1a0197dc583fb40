"""Links and names below source/ and docs/: none leads out of the project, none is taken for what lies beside a text."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from duidu.commands.cli import main
from tests.interrupting import NOBODY, as_nobody
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


def test_a_link_that_leads_to_itself_or_to_where_it_lies_is_said_in_a_line(pair: Project) -> None:
    for link_back, target in (("source/yunling/notes.yml", "notes.yml"), ("docs/about/again", ".."), ("docs/self", ".")):
        file = pair.root / link_back
        before = file.read_bytes() if file.exists() else None
        file.unlink(missing_ok=True)
        file.symlink_to(target)
        assert pair.run("build").codes == ["1:SRC010"], link_back
        file.unlink()
        if before is not None:
            file.write_bytes(before)
    assert pair.run("build").status == 0


def test_pages_that_are_one_on_another_disk_stop_the_build(pair: Project) -> None:
    docs = pair.root / "docs"
    for name in ("Tongjiang/index.md", "about/Use.md", "about/caf\u00e9.md"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("# 甲 {#jia}\n")
    (docs / "about/use.md").write_text("# 乙 {#yi}\n")
    (docs / "about/cafe\u0301.md").write_text("# 乙 {#yi}\n")
    result = pair.run("build")
    assert result.codes == ["1:SRC012"] * 3
    assert "docs/about/use.md:1:1: SRC012 use.md 与 Use.md 只差大小写。换一个名字。" in result.err


def test_pages_whose_names_only_begin_alike_are_left_alone(pair: Project) -> None:
    (pair.root / "docs/about/Tongjiang.md").write_text("# 甲 {#jia}\n")
    (pair.root / "docs/about/tongjiang2.md").write_text("# 乙 {#yi}\n")
    assert pair.run("build").status == 0


def test_results_are_not_kept_where_a_link_leads_out_of_the_project(pair: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    kept = pair.root / ".duidu/kept"
    shutil.rmtree(kept, ignore_errors=True)
    for place in (kept, kept / "text"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(elsewhere)
        assert pair.run("build").status == 0
        assert list(elsewhere.iterdir()) == []
        place.unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make files that it may not read as another")
@pytest.mark.parametrize("name", ["source/tongjiang/text.txt", "source/tongjiang/links", "source/glossary.yml", "docs/about", "mkdocs.yml"])
def test_what_may_not_be_read_is_said_and_never_taken_for_empty(pair: Project, name: str) -> None:
    """A folder of links that the user may not open would else be a corpus without links, published."""
    with tempfile.TemporaryDirectory() as place:  # that anybody may go to
        Path(place).chmod(0o755)
        root = shutil.copytree(pair.root, Path(place) / "project", symlinks=True)
        for path in (root, *root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        (root / "source/tongjiang/document.yml").write_text((pair.root / "source/tongjiang/document.yml").read_text() + "# 改\n")
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        os.chown(root / name, 0, 0)
        (root / name).chmod(0o700 if (root / name).is_dir() else 0o600)
        said = pair.root / "said"
        assert as_nobody(lambda: main(["--root", str(root), "build"]), said) == 2
        assert f"读不了 {root / name}：没有权限。\n" in said.read_text()
        assert {path: path.read_bytes() for path in before} == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make files that it may not read as another")
def test_kept_results_that_may_not_be_read_are_none(pair: Project) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        root = shutil.copytree(pair.root, Path(place) / "project", symlinks=True)
        assert main(["--root", str(root), "build"]) == 0
        for path in (root, *root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.chown(root / ".duidu/kept", 0, 0)
        (root / ".duidu/kept").chmod(0o700)
        assert as_nobody(lambda: main(["--root", str(root), "build"]), pair.root / "said") == 0
