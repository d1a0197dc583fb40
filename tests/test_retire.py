"""retire: a paragraph is taken out of a text, and the advice is followed to the letter."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from duidu.commands.yaml_edit import with_values
from tests.projects import ROOT, Project

PARAGRAPH = "激发创新创造活力"
"""h2-k1-p3 of the Suining decision: four sentences with links and notes."""
ITEM = "(二)本市特色"
"""h2-k2 of the small one: a sentence that has a link and a note, one that has none."""


def without_paragraph(real: Project, document: str, opening: str) -> str:
    text = (real.root / "source" / document / "text.txt").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines(keepends=True) if line.startswith(opening))
    real.edit(document, line, "")
    return line


def stopping(err: str) -> list[str]:
    """The codes of the faults that stop the build, in the order printed."""
    return re.findall(r"^\S+: ([A-Z]{3}\d{3}) (?!警告)", err, re.MULTILINE)


def advice(err: str) -> list[list[str]]:
    """The commands that the faults name, ``retire`` before ``accept``, since accept refuses while an address has nowhere to go."""
    commands = [shlex.split(found) for found in re.findall(r"duidu ((?:retire|accept|confirm)[ \w.-]*[\w-])", err)]
    return sorted(commands, key=lambda words: words[0] != "retire")


def test_a_paragraph_taken_out_is_one_fault_and_its_advice_mends_all(pair: Project) -> None:
    links = pair.root / "source/tongjiang/links/yunling.yml"
    assert "h2-k2" in links.read_text()
    without_paragraph(pair, "tongjiang", ITEM)
    refused = pair.run("build")
    assert stopping(refused.err) == ["ANC002", "SRC003"]
    retired = pair.run(*advice(refused.err)[0])
    assert (retired.status, retired.err) == (0, "")
    assert pair.run("accept", "tongjiang").status == 0
    built = pair.run("build")
    assert (built.status, stopping(built.err)) == (0, [])
    assert "from: h2-k2" not in links.read_text()


def test_a_paragraph_taken_out_of_the_upper_text_mends_the_links_that_lead_to_it(pair: Project) -> None:
    without_paragraph(pair, "yunling", "(二)加强保障")
    refused = pair.run("build")
    assert stopping(refused.err) == ["ANC002", "SRC003"]
    for command in advice(refused.err):
        assert pair.run(*command).status == 0
    built = pair.run("build")
    assert (built.status, stopping(built.err)) == (0, [])


def test_sentences_that_went_into_another_paragraph_keep_their_addresses_links_and_notes(real: Project) -> None:
    line = without_paragraph(real, "suining-2024", PARAGRAPH)
    last = (ROOT / "source/suining-2024/text.txt").read_text(encoding="utf-8").split(line)[0].splitlines(keepends=True)[-1]
    real.edit("suining-2024", last, last.rstrip("\n") + line)
    files = [real.root / "source/suining-2024" / name for name in ("notes.yml", "links/sichuan-2024.yml")]
    before = [file.read_text() for file in files]
    assert all("h2-k1-p3-t" in text for text in before)
    refused = real.run("build")
    assert stopping(refused.err)[-1] == "SRC003"
    for command in advice(refused.err):
        assert real.run(*command).status == 0
    assert real.run("build").status == 0
    assert [file.read_text() for file in files] == before


def test_what_replaces_a_sentence_takes_its_link_and_its_note(pair: Project) -> None:
    pair.edit("tongjiang", "到2027年建成水库3座。", "")
    pair.edit("tongjiang", "统筹推进水源保护。", "统筹推进水源保护,建成水库3座。")
    assert pair.run("retire", "tongjiang", "h2-k2-p1-t2", "--by", "h2-k1-p1-t1").status == 0
    assert pair.run("accept", "tongjiang").status == 0
    links = yaml.safe_load((pair.root / "source/tongjiang/links/yunling.yml").read_text())["links"]
    assert {row["to"] for row in links if row["from"] == "h2-k1-p1-t1"} == {"h2-k1-p1-t1", "h2-k2-p1-t3"}
    assert [note["unit"] for note in yaml.safe_load((pair.root / "source/tongjiang/notes.yml").read_text())] == ["h2-k1-p1-t1"]
    built = pair.run("build")
    assert (built.status, built.codes) == (0, ["8:LNK006", "9:LNK006", "1:NOT003"])


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("tongjiang", "h1-p1-t1"), "h1-p1-t1 还在正文里，不能废。"),
        (("tongjiang", "h9"), "h9 不是没有着落的地址。"),
        (("nirgends", "h1"), ""),
    ],
)
def test_only_addresses_that_are_gone_are_retired(pair: Project, argv: tuple[str, ...], says: str) -> None:
    before = pair.snapshot()
    refused = pair.run("retire", *argv)
    assert refused.status == 2
    assert refused.err.startswith(says)
    assert pair.snapshot() == before


def test_a_replacement_must_stand_in_the_text(pair: Project) -> None:
    without_paragraph(pair, "tongjiang", ITEM)
    refused = pair.run("retire", "tongjiang", "h2-k2", "--by", "h2-k9")
    assert (refused.status, "正文里没有 h2-k9" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("before", "removed", "after"),
    [
        ("a:\n- b\n- c  # mine\nd: 1\n", [("a", 1)], "a:\n- b\nd: 1\n"),
        ("a:\n- b: 1\n  c: 2\n- d: 3\n", [("a", 0)], "a:\n- d: 3\n"),
        ("a: [b, c, d]\n", [("a", 0), ("a", 2)], "a: [c]\n"),
        ("a: [b]\n", [("a", 0)], "a: []\n"),
        ("a: [b,\n  c, d]\n", [("a", 1), ("a", 2)], "a: [b]\n"),
        ("a: {b: 1, c: 2}\n", [("a", "b")], "a: {c: 2}\n"),
        ("- a: 1\n- b: 2", [(1,)], "- a: 1\n"),
    ],
)
def test_items_are_cut_out_and_all_else_stays(before: str, removed: list[tuple[str | int, ...]], after: str) -> None:
    assert with_values(before, [], removed) == after
