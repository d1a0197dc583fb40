"""Any accident to any file of a project: the build says what is wrong or builds; it never ends in a traceback, and nothing is lost."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.builds import office
from tests.levels import province_and_city, term
from tests.mutating import mutated
from tests.projects import Project
from tests.word import docx, p

NOW, ALL = 20, 500
"""Accidents tried in ``make test``, and in ``make test-full``."""
LETTER = (
    "松溪县关于加快清洁水源建设的通知",
    "一、提高认识",
    "保护水源是各地共同的责任。",
    "二、抓好建设",
    "（一）加强领导。成立领导小组。",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with every kind of file that people write, built."""
    root = tmp_path_factory.mktemp("whole") / "project"
    root.mkdir()
    project = office(root)
    province_and_city(project)
    term(project)
    (root / "来文.docx").write_bytes(docx("".join(p(line) for line in LETTER)))
    added = (
        "--id",
        "songxi",
        "--found",
        "测试",
        "--short-title",
        "松溪县通知",
        "--issuer",
        "松溪县",
        "--level",
        "county",
        "--date",
        "2024-05-06",
    )
    result = project.run("add", str(root / "来文.docx"), *added)
    assert result.status == 0, result.err
    (root / "source/synonyms.yml").write_text("喝水: [水源]\n")
    (root / "source/words.yml").write_text("relation.echo: 相关\n")
    result = project.run("build")
    assert result.status == 0, result.err
    return root


def targets(root: Path) -> list[Path]:
    found = [file.relative_to(root) for file in (root / "source").rglob("*") if file.is_file() and ".schemas" not in file.parts]
    return [*sorted(found), Path("mkdocs.yml")]


def addresses(root: Path) -> set[tuple[str, str]]:
    files = (root / "source").glob("*/anchors.tsv")
    return {(file.parent.name, line.partition("\t")[0]) for file in files for line in file.read_text().splitlines()}


@pytest.mark.parametrize("seeds", [range(NOW), pytest.param(range(NOW, ALL), marks=pytest.mark.full)], ids=["some", "all"])
def test_after_an_accident_the_build_says_what_is_wrong_or_builds_and_nothing_is_lost(whole: Path, tmp_path: Path, seeds: range) -> None:
    built = 0
    for seed in seeds:
        chance = random.Random(seed)
        root = shutil.copytree(whole, tmp_path / "project")
        project = Project(root)
        hit = chance.choice(targets(root))
        (root / hit).write_bytes(mutated((root / hit).read_bytes(), chance))
        before, known, written = project.snapshot(), addresses(whole), (root / hit).read_bytes()
        result = project.run("build")
        assert result.status in (0, 1, 2), (seed, hit)
        assert result.status == 0 or result.err, (seed, hit)
        if result.status:
            assert project.snapshot() == before, (seed, hit)
        elif hit.name not in ("anchors.tsv", "published.tsv", "corpus.yml"):
            assert known <= addresses(root), (seed, hit)
        if hit.name not in ("anchors.tsv", "published.tsv"):
            assert (root / hit).read_bytes() == written, (seed, hit)
        built += not result.status
        shutil.rmtree(root)
    assert 0 < built < len(seeds)
