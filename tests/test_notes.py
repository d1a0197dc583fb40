"""Notes: anchored by unit and exact quote, numbered in the page, told apart from the text; targets as a table."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.html import parsed, values
from tests.projects import DOCUMENTS, ROOT, Project

NOTE = {"id": "note-a", "unit": "h1-p1-t1", "quote": "某事", "kind": "释义", "certainty": "certain", "text": "就是那件事。"}
TARGET = {"subject": "某事", "value": "倍增", "unit": "", "deadline": "2027", "region": "某市"}


def written(project: Project, *notes: Mapping[str, object]) -> None:
    (project.root / "source/mou-2024/notes.yml").write_text(
        yaml.safe_dump([dict(note) for note in notes], allow_unicode=True, sort_keys=False)
    )


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({**NOTE, "quote": "定期研究"}, "NOT001 “定期研究”不在 h1-p1-t1 里。它现在在 h2-k1-p1-t2"),
        ({**NOTE, "quote": "不定期"}, "NOT001 “不定期”不在 h1-p1-t1 里。全文都没有这几个字"),
        ({**NOTE, "unit": "h1-p1-t9"}, "ANC003 mou-2024 里没有 h1-p1-t9 这一句。最接近的是 h1-p1-t"),
        ({**NOTE, "kind": "解释"}, "DOC003 第 1 条“note-a”的 kind 的值 '解释' 不在可用的值里。是不是 释义？"),
        ({**NOTE, "kind": "指标"}, "DOC002 缺少字段 第 1 条“note-a”的 target"),
        ({**NOTE, "target": TARGET}, "只有指标才有 target"),
        ({**NOTE, "text": " "}, "DOC003 第 1 条“note-a”的 text"),
        ({**NOTE, "id": "a"}, "注释的地址，以 note- 开头"),
    ],
)
def test_a_fault_in_the_notes_has_its_place(small: Project, note: dict[str, object], expected: str) -> None:
    written(small, note)
    result = small.run("build")
    assert result.status == 1
    assert expected in result.err
    assert result.err.startswith("source/mou-2024/notes.yml:")


def test_one_id_for_two_notes(small: Project) -> None:
    written(small, NOTE, {**NOTE, "quote": "重要"})
    assert "NOT002 注释 note-a 已在 mou-2024 里用过" in small.run("build").err


def test_notes_are_numbered_in_the_order_of_the_text_and_stand_beside_it(small: Project) -> None:
    written(
        small,
        {**NOTE, "id": "note-b", "quote": "重要"},
        NOTE,
        {**NOTE, "id": "note-h", "unit": "h1", "quote": "认识", "kind": "指标", "target": TARGET},
    )
    assert small.run("build").status == 0
    page = (small.root / "docs/mou-2024/1.md").read_text()
    assert [page.index(f'id="{name}"') for name in ("note-h", "note-a", "note-b")] == sorted(
        page.index(f'id="{name}"') for name in ("note-h", "note-a", "note-b")
    )
    assert '提高认识<a class="aid ref" href="#note-h" aria-label="注1：指标">1</a> {#h1}' in page
    assert '</span><a class="aid ref" href="#note-a" aria-label="注2：释义">2</a>' in page
    table = (small.root / "docs/figures.md").read_text()
    assert "某事：<b>倍增</b>" in table


GAO = {**NOTE, "id": "note-gao", "quote": "重要", "kind": "校勘", "text": "句首脱一“高”字，正文照样保留。"}


def test_a_note_follows_its_sentence_and_confirm_ends_what_is_to_be_checked_again(small: Project) -> None:
    written(small, GAO, {**NOTE, "id": "note-other", "unit": "h1-p1-t2", "quote": "各部门"})
    assert "NOT003 警告：note-gao 还没有核对过。核对今天的 h1-p1-t1，再运行 duidu confirm mou-2024 h1-p1-t1" in small.run("build").err
    assert small.run("confirm", "mou-2024").out == "已认可 2 处，记入 source/mou-2024/notes.yml\n"
    assert small.run("build").err == ""
    small.edit("mou-2024", "某事很重要。", "高某事很重要。")
    assert small.run("accept", "mou-2024").status == 0
    built = small.run("build")
    assert built.status == 0
    assert "NOT003 警告：note-gao 核对之后，所注的这一句有改动，待复核" in built.err
    assert "note-other" not in built.err
    page = (small.root / "docs/mou-2024/1.md").read_text()
    assert page.count('<span class="cert">待复核</span>') == 1
    assert '<b>校勘</b> <q>重要</q> <span class="cert">待复核</span>' in page
    states = {note["id"]: note["state"] for note in json.loads((small.root / "docs/data/notes.json").read_text())}
    assert states == {"note-gao": "suspect", "note-other": "confirmed"}
    assert small.run("confirm", "mou-2024", "h1-p1-t2").out == "没有待复核的。\n"
    assert small.run("confirm", "mou-2024", "h1-p1-t1").status == 0
    assert small.run("build").err == ""
    assert "待复核" not in (small.root / "docs/mou-2024/1.md").read_text()


# The real notes


@pytest.fixture(scope="module")
def notes() -> list[dict[str, str]]:
    return [note for name in DOCUMENTS for note in yaml.safe_load((ROOT / "source" / name / "notes.yml").read_text())]


@pytest.mark.corpus
def test_there_are_notes_of_every_kind_and_none_only_repeats_its_sentence(notes: list[dict[str, str]]) -> None:
    assert len(notes) >= 60
    assert set(Counter(note["kind"] for note in notes)) == {"校勘", "释义", "差异", "指标", "关联"}
    assert all(note["text"].strip("。") not in note["quote"] for note in notes)


@pytest.mark.corpus
@pytest.mark.parametrize(
    "quote",
    ["质量发展是", "融入和服务新发展格局", "山水林田湖草", "节能减排降耗", "平衡性协调性可持续性", "发展结果", "主段产业链", "产业延展制高点",
     "数据入统", "区域医学医疗中心", "遂宁-甘孜", "储", "海关特殊监管场所", "贯穿到", "县域产业支撑"],
)  # fmt: skip
def test_every_reading_that_was_found_is_noted(notes: list[dict[str, str]], quote: str) -> None:
    assert [note for note in notes if quote in note["quote"] and note["kind"] in ("校勘", "差异")], quote


def test_doubtful_readings_are_shown_as_doubtful(notes: list[dict[str, str]], built: Path) -> None:
    doubtful = [note["id"] for note in notes if note["certainty"] == "doubtful"]
    assert len(doubtful) >= 5
    shown = {
        str(element.attributes["id"]): element.text()
        for file in (built / "site").glob("*-2024/**/index.html")
        for element in parsed(file).css("details.annot")
    }
    assert shown.keys() == {note["id"] for note in notes}
    assert all("存疑" in shown[name] for name in doubtful)


def test_the_targets_are_all_in_the_table_and_in_the_csv(notes: list[dict[str, str]], built: Path) -> None:
    targets = [note for note in notes if note["kind"] == "指标"]
    rows = list(csv.DictReader(io.StringIO((built / "site/data/targets.csv").read_bytes().decode("utf-8-sig"))))
    assert len(rows) == len(targets)
    page = parsed(built / "site/figures/index.html")
    linked = {target.partition("#")[2] for target in values(page, "table.figures a", "href")}
    assert linked == {note["id"] for note in targets}
    published = json.loads((built / "site/data/notes.json").read_text())
    assert len(published) == len(notes)
