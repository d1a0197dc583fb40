"""build, outline and the files they write: golden pages, data against its schemas, and nothing twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from duidu.parse.outline import outline
from duidu.project.kept import FOLDER
from tests.projects import DOCUMENTS, ROOT, SMALL, Project
from tests.some import some

GOLDEN = Path(__file__).parent / "golden"


def test_the_whole_site_of_a_small_corpus_is_as_it_was(project: Project, request: pytest.FixtureRequest) -> None:
    """``pytest --update-golden`` writes the golden files anew; review the difference."""
    project.add("mou-2024", SMALL)
    assert project.run("build").status == 0
    made = {name: data.decode() for name, data in project.snapshot().items() if name.startswith("docs/") or name.endswith("anchors.tsv")}
    target = GOLDEN / "small"
    if request.config.getoption("--update-golden"):
        for name, text in made.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(text.encode())
    kept = {str(path.relative_to(target)): path.read_bytes().decode() for path in sorted(target.rglob("*")) if path.is_file()}
    assert made.keys() == kept.keys()
    for name, text in kept.items():
        assert made[name] == text, name


def test_what_is_committed_is_what_the_sources_give(real: Project) -> None:
    """Only the data, which git ignores, is still to be written in a fresh clone."""
    result = real.run("build", "--check")
    assert result.status == 1
    assert all(line.startswith(("待写 docs/data/", "待写 docs/search/")) for line in result.out.splitlines()), result.out


def test_after_a_build_there_is_nothing_to_do(small: Project) -> None:
    before = small.snapshot()
    result = small.run("build", "--check")
    assert (result.status, result.out) == (0, "没有要改的。\n")
    assert small.run("build").status == 0
    assert small.snapshot() == before


def test_check_writes_nothing(project: Project) -> None:
    project.add("mou-2024", SMALL)
    before = project.snapshot()
    assert project.run("build", "--check").status == 1
    assert project.snapshot() == before


def test_pages_that_are_not_made_any_more_are_removed_and_hand_written_ones_stay(small: Project) -> None:
    mine = small.root / "docs/mou-2024/mine.md"
    mine.write_text("# 手写的一页\n")
    other = small.root / "docs/guide.md"
    other.write_text("---\ntitle: 指南\n---\n")
    small.forget_addresses()
    small.add("mou-2024", SMALL.partition("二、")[0])
    result = small.run("build")
    assert "已删 docs/mou-2024/2.md" in result.out
    assert mine.exists()
    assert other.exists()


@pytest.mark.parametrize("name", ["documents", "units"])
def test_data_fits_its_schema(built: Path, name: str) -> None:
    data = built / "site" / "data"
    validator = Draft202012Validator(json.loads((data / f"{name}.schema.json").read_text()))
    files = [data / "documents.json"] if name == "documents" else [data / document / "units.json" for document in DOCUMENTS]
    for file in some(files):
        validator.validate(json.loads(file.read_text()))


def test_units_have_the_form_of_the_contract(built: Path) -> None:
    units = json.loads((built / "site/data/sichuan-2024/units.json").read_text())
    unit = next(unit for unit in units if unit["anchor"] == "h2-k1-d1-t2")
    assert unit.pop("text").startswith("围绕专用芯片、大模型、智能终端等重点方向，全力突破")
    assert len(unit.pop("sha256")) == 64
    assert unit == {
        "id": "sichuan-2024#h2-k1-d1-t2", "document": "sichuan-2024", "anchor": "h2-k1-d1-t2", "kind": "sentence",
        "parent": "h2-k1-d1", "marker": "", "line": 32, "column": 16, "url": "sichuan-2024/2/#h2-k1-d1-t2",
    }  # fmt: skip
    point = next(unit for unit in units if unit["anchor"] == "h2-k1-d1")
    assert (point["marker"], point["column"]) == ("——", 1)
    assert point["text"].startswith("实施人工智能重大科技专项。围绕专用芯片、")
    assert [unit["anchor"] for unit in units[:4]] == ["title", "adopted", "p1", "p1-t1"]


@pytest.mark.corpus
def test_outline_json_of_any_file_holds_every_character_once(tmp_path: Path, project: Project) -> None:
    for document in DOCUMENTS:
        source = ROOT / "source" / document / "text.txt"
        copy = tmp_path / f"{document}.txt"
        copy.write_bytes(source.read_bytes())
        result = project.run("outline", str(copy), "--json")
        assert result.status == 0
        parsed = json.loads(result.out)
        assert parsed["problems"] == []
        assert everything(parsed) == "".join(source.read_text().split())


def everything(parsed: dict[str, list[dict[str, object]]]) -> str:
    """Marker and text of all units with the dropped lines in their places."""
    pieces: list[tuple[int, str]] = [(int(str(d["line"])), str(d["text"])) for d in parsed["dropped"]]

    def walk(unit: dict[str, object]) -> None:
        pieces.append((int(str(unit["line"])), f"{unit['marker']}{unit['text']}"))
        children = unit["children"]
        assert isinstance(children, list)
        for child in children:
            walk(child)

    for unit in parsed["units"]:
        walk(unit)
    ordered = sorted(pieces, key=lambda piece: piece[0])
    return "".join("".join(text.split()) for _, text in ordered)


def test_outline_prints_its_json_whatever_is_wrong(tmp_path: Path, project: Project) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("没有标题的一段。\n三、丙\n".encode("gb18030"))
    result = project.run("outline", str(file), "--json")
    assert result.status == 1
    parsed = json.loads(result.out)
    assert parsed["encoding"] == "gb18030"
    assert [problem["code"] for problem in parsed["problems"]] == ["OUT003", "OUT002"]
    file.write_bytes(b"\xff\xfe\xff")
    result = project.run("outline", str(file), "--json")
    assert [problem["code"] for problem in json.loads(result.out)["problems"]] == ["SRC002"]


@pytest.mark.corpus
def test_outline_for_people_lists_what_was_dropped(small: Project) -> None:
    result = small.run("outline", str(ROOT / "source/sichuan-2024/text.txt"))
    assert result.status == 0
    assert "删去 第 99 行（网页按钮）【关闭】" in result.out
    assert "h2-k1  (一)实施前沿科技攻坚突破行动。" in result.out


def test_a_document_without_sections_has_landing_and_full_page_only(project: Project) -> None:
    project.add("mou-2024", "关于某事的通知\n某事很重要。\n请各单位落实好某事。\n")
    assert project.run("build").status == 0
    assert sorted(path.name for path in (project.root / "docs/mou-2024").iterdir()) == ["full.md", "index.md"]
    assert 'id="p2-t1"' in (project.root / "docs/mou-2024/full.md").read_text()


def test_a_document_in_chapters_and_articles_has_a_page_a_chapter(project: Project) -> None:
    project.add("mou-2024", "某事管理办法\n第一章 总则\n第一条 为了某事,制定本办法。\n第二章 附则\n第二条 本办法自发布之日起施行。\n")
    assert project.run("build").status == 0
    assert 'id="a2-p1-t1"' in (project.root / "docs/mou-2024/2.md").read_text()


def test_articles_have_their_layers_on_the_full_page_for_they_have_no_other(project: Project) -> None:
    project.add("mou-2024", "某事管理办法\n第一条 为了某事,制定本办法。\n第二条 本办法自发布之日起施行。\n")
    note = "- {id: note-a, unit: a1-p1-t1, quote: 某事, kind: 释义, certainty: certain, text: 就是那件事。}\n"
    (project.root / "source/mou-2024/notes.yml").write_text(note)
    assert project.run("build").status == 0
    page = (project.root / "docs/mou-2024/full.md").read_text()
    assert 'id="note-a"' in page
    assert 'id="layer-notes"' in page


def test_a_section_that_was_renumbered_is_found_from_its_old_page(small: Project) -> None:
    small.edit("mou-2024", "二、抓好落实", "二、新的部分\n新的部分讲新事。\n三、抓好落实")
    assert small.run("accept", "mou-2024").status == 0
    assert small.run("build").status == 0
    page = (small.root / "docs/mou-2024/2.md").read_text()
    assert '<div class="aid retired moved" id="h2-k1-p1-t1" role="note" markdown="1">这一部分重新编号' in page
    assert "[三（一）第1段第1句](3.md#h2-k1-p1-t1)" in page
    assert small.run("build", "--check").status == 0


def test_a_tree_that_lost_a_line_is_not_written(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.anchors.publishing.outline", lambda raw, lines: outline(raw, list(lines)[:-1]))
    small.forget_addresses()
    shutil.rmtree(small.root / FOLDER)  # where the same text lies parsed
    result = small.run("build")
    assert result.status == 1
    assert "PRV001 mou-2024 全篇与原文不符" in result.err


@pytest.mark.parametrize("line", ["+ 某市委", "- 某市委", ": 某市委"])
def test_a_signature_that_looks_like_a_list_is_still_a_signature(project: Project, line: str) -> None:
    project.add("mou-2024", f"关于某事的决定\n一、甲\n甲事。\n{line}\n2024年1月2日\n")
    assert project.run("build").status == 0, project.run("build").err
