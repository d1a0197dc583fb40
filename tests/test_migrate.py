"""A corpus written for an older version: the build says so and nothing else, migrate rewrites it in place, a second run changes nothing."""

from __future__ import annotations

import pytest

from tests import levels
from tests.projects import Project

OLD = "# yaml-language-server: $schema=../build_tools/duidu/data/schemas/corpus.schema.json\n# 目录\nname: 老站\ndescription: >-\n  两级文件，\n  逐句对读。\ndocuments: [yunling, tongjiang]  # 上级在前\n"
NEW = "# yaml-language-server: $schema=.schemas/corpus.schema.json\n# 目录\nformat: 2\ndocuments: [yunling, tongjiang]  # 上级在前\n"


@pytest.fixture
def old(project: Project) -> Project:
    """A pair as version 1 wrote it: name and description in corpus.yml, none as lists."""
    levels.province_and_city(project)
    (project.root / "source/corpus.yml").write_text(OLD, encoding="utf-8")
    (project.root / "mkdocs.yml").write_text('site_name: !ENV [NAME, 老站]\nsite_description: 旧的\nsite_url: !ENV [SITE_URL, ""]\n')
    file = project.root / "source/tongjiang/links/yunling.yml"
    text = file.read_text(encoding="utf-8")
    links = text[: text.index("none:")]
    file.write_text(
        f"# 判读过\n{links}none:\n  tongjiang: [h2-k2, h2-k2-p1-t1]  # 市\n  yunling:\n  - h2-k2\n  - h2-k1-p1-t2\n", encoding="utf-8"
    )
    return project


def test_the_build_names_the_version_and_the_way_out_and_nothing_else(old: Project) -> None:
    result = old.run("build")
    assert (result.status, result.codes) == (1, ["1:DOC010"])
    assert "duidu migrate" in result.err
    assert not (old.root / "docs").exists()


def test_migrate_moves_the_description_gives_kinds_and_keeps_every_other_word(old: Project) -> None:
    assert old.run("migrate").status == 0
    read = {name: (old.root / name).read_text(encoding="utf-8") for name in ("source/corpus.yml", "mkdocs.yml")}
    assert read["source/corpus.yml"] == NEW
    assert read["mkdocs.yml"] == 'site_name: !ENV [NAME, 老站]\nsite_description: 两级文件， 逐句对读。\nsite_url: !ENV [SITE_URL, ""]\n'
    links = (old.root / "source/tongjiang/links/yunling.yml").read_text(encoding="utf-8")
    assert links.startswith("# 判读过\n")
    assert links.endswith("none:\n  tongjiang: {h2-k2: open, h2-k2-p1-t1: open}  # 市\n  yunling: {h2-k2: open, h2-k1-p1-t2: open}\n")
    assert (old.root / "source/.schemas/corpus.schema.json").is_file()
    result = old.run("build")
    assert result.status == 0, result.err
    assert "两级文件， 逐句对读。" in (old.root / "docs/index.md").read_text(encoding="utf-8")


def test_migrating_twice_changes_nothing(old: Project) -> None:
    old.run("migrate")
    before = old.snapshot()
    result = old.run("migrate")
    assert (result.status, result.out.strip()) == (0, "已经是第 2 版的写法，没有要改的。")
    assert old.snapshot() == before


def test_a_corpus_without_a_mkdocs_yml_gets_its_name_there(old: Project) -> None:
    (old.root / "mkdocs.yml").unlink()
    assert old.run("migrate").status == 0
    assert (old.root / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: 老站\nsite_description: 两级文件， 逐句对读。\n"


def test_files_of_a_newer_version_are_left_alone(old: Project) -> None:
    (old.root / "source/corpus.yml").write_text("format: 3\ndocuments: []\n", encoding="utf-8")
    before = old.snapshot()
    result = old.run("build")
    assert (result.status, result.codes) == (1, ["1:DOC010"])
    assert "换上更新的 duidu" in result.err
    result = old.run("migrate")
    assert (result.status, "换上更新的 duidu" in result.err) == (2, True)
    assert old.snapshot() == before
