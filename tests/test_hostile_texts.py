"""Whatever the text: parsing ends, in time in proportion, without a traceback, and each character stands once."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from duidu.anchors.natural import with_natural_anchors
from duidu.anchors.places import places_of
from duidu.model.anchor import ANCHOR
from duidu.model.faults import gathered
from duidu.model.records import Block, BlockKind, Outline
from duidu.parse.checks import outline_faults, scan_faults
from duidu.parse.hints import NO_HINTS
from duidu.parse.outline import outline
from duidu.parse.scan import scan
from tests.browsing import some_now
from tests.cases import CASES
from tests.projects import SMALL, Project
from tests.small_texts import SHOWN, raw_of
from tests.source_order import source_order
from tests.test_outline import parse

TITLE = "某县关于某事的决定\n"
TEXTS = [yaml.safe_load(file.read_text(encoding="utf-8"))["source"] for file in sorted(Path(CASES / "outline").glob("*.yml"))]


def whole_way(text: str, blocks: Sequence[Block] = ()) -> Outline:
    """The whole way of a text up to its places, faults included."""
    raw = raw_of(text, blocks)
    lines = scan(raw)
    parsed = with_natural_anchors(outline(raw, lines))
    list(scan_faults(SHOWN, lines, NO_HINTS))
    list(outline_faults(parsed))
    places_of(parsed, lambda unit: unit.text)
    return parsed


def stands_once(parsed: Outline) -> None:
    """Every printed character stands in one unit or one dropped line, and every unit has an address of its own."""
    found = Counter(
        (line, column + at)
        for line, column, text in source_order(parsed)
        for at, character in enumerate(text)
        if not character.isspace()
    )  # fmt: skip
    printed = Counter(
        (line, column) for line, text in enumerate(parsed.raw.lines, 1) for column, char in enumerate(text, 1) if not char.isspace()
    )
    assert found == printed
    anchors = [unit.anchor for unit in parsed.walk()]
    assert len(set(anchors)) == len(anchors)
    assert all(ANCHOR.fullmatch(anchor) for anchor in anchors)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text of the cases with lines left out, doubled, run together, cut off, or mixed with those of another."""
    lines = draw(st.sampled_from(TEXTS)).split("\n") + (draw(st.sampled_from(TEXTS)).split("\n") if draw(st.booleans()) else [])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["drop", "double", "join", "cut", "insert", "swap", "blank"]))
        if change == "drop" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "join" and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        elif change == "cut":
            lines[at] = lines[at][draw(st.integers(0, 6)) :]
        elif change == "insert":
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(st.text("（）“”。、：一二1.①—附件第条 \t　\u200b", max_size=4)) + lines[at][place:]
        elif change == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines.insert(at, "")
    return "\n".join(lines)


@given(mutated())
def test_a_mutated_text_loses_nothing(text: str) -> None:
    stands_once(whole_way(text))


@given(mutated(), st.data())
def test_tables_figures_and_footnotes_anywhere_lose_nothing(text: str, data: st.DataObject) -> None:
    count = text.count("\n") + 1
    first = data.draw(st.integers(1, count))
    last = data.draw(st.integers(first, min(first + 4, count)))
    kind = data.draw(st.sampled_from([BlockKind.TABLE, BlockKind.BOX, BlockKind.FOOTNOTE]))
    stands_once(whole_way(text, (Block(kind, first, last),)))


SAID = (
    "--issuer", "中共某市委", "--place", "某市", "--level", "city", "--date", "2024-01-02", "--found", "某处",
)  # fmt: skip


def test_whatever_is_added_with_every_suggestion_taken_is_built_and_proved(project: Project) -> None:
    """Texts of the cases, mutated: each is added or refused with a reason; all that is no draft is then built."""
    project.add("mou-2024", SMALL)
    chance = random.Random(15)
    added = 0
    for number, text in enumerate(chance.sample(TEXTS, 12)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lines[at : at + 2] = chance.choice(
            [[], ["".join(lines[at : at + 2])], [*lines[at : at + 2], lines[0]], ["——" + lines[at], "专栏1　甲"]]
        )
        file = project.root / f"{number}.txt"
        file.write_text("\n".join(lines), encoding="utf-8")
        result = project.run("add", str(file), "--take", "--id", f"d-{number}", "--short-title", f"决定{number}", *SAID)
        added += (project.root / "source" / f"d-{number}").exists()
        assert result.status in (0, 1), result.err
    result = project.run("build")
    assert added >= 8
    assert result.status == 0, result.err


HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets that close nothing": lambda size: TITLE + "（" * (size // 2) + "”" * (size // 2) + "。",
    "the title again and again": lambda size: TITLE * (size // len(TITLE)) + "一、总体。\n正文。",
    "the title in one line": lambda size: TITLE.strip() * (size // len(TITLE)),
    "unknown lines before the title": lambda size: "不认识的行\n" * (size // 6) + TITLE + "正文。",
    "one item again and again": lambda size: TITLE + "一、总体要求\n" + "（一）坚持安全第一。\n" * (size // 11),
    "items in one line": lambda size: TITLE + "（一）坚持安全。" * (size // 8),
    "articles in one line": lambda size: TITLE + "".join(f"第{number}条　坚持安全。" for number in range(1, size // 10)),
    "points in one line": lambda size: TITLE + "——甲乙。" * (size // 5),
    "five levels in turn": lambda size: TITLE + "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * (size // 20),
    "quotations that are not closed": lambda size: TITLE + "“第一条　甲。\n" * (size // 8),
    "an annex again and again": lambda size: TITLE + "正文。\n" + "附件1：甲\n" * (size // 6),
    "boxes again and again": lambda size: TITLE + "第一章　总则\n" + "专栏1　工程\n（一）甲\n" * (size // 12),
    "dates": lambda size: TITLE + "正文。\n" + "2024年1月1日\n" * (size // 10),
    "contents without end": lambda size: TITLE + "目录\n" + "第一章 总则\n" * (size // 7),
    "short lines": lambda size: TITLE + "甲乙丙\n" * (size // 4),
    "gaps": lambda size: TITLE + ("甲" + "　" * 8) * (size // 9),
    "a number without end": lambda size: TITLE + "1" * size + ".\n" + "第" + "1" * size + "条\n" + "十" * size + "、",
    "stops": lambda size: TITLE + "。" * size,
}


TIMED = (
    "brackets that close nothing", "unknown lines before the title", "one item again and again", "articles in one line",
    "quotations that are not closed", "an annex again and again", "contents without end", "a number without end",
)  # fmt: skip
"""One for each of the ways in which a text is gone through."""


@pytest.mark.parametrize("name", some_now(HOSTILE, TIMED))
def test_time_is_in_proportion(name: str) -> None:
    """Eight times the text takes no more than 24 times the time, in the best of five tries: what is quadratic takes 64 times."""
    small, large = HOSTILE[name](5_000), HOSTILE[name](40_000)
    assert any(seconds(large) <= max(24 * seconds(small), 0.5) for _ in range(5))


@pytest.mark.parametrize("name", HOSTILE)
def test_of_a_thousand_like_faults_one_is_told(name: str) -> None:
    _, faults = parse(raw_of(HOSTILE[name](10_000)), NO_HINTS)
    assert len(gathered(faults)) < 30


def seconds(text: str) -> float:
    begin = time.process_time()
    whole_way(text)
    return time.process_time() - begin


@pytest.mark.parametrize("depth", [9, 50, 500])
def test_decimals_nested_however_deep_end_in_no_traceback(depth: int) -> None:
    stands_once(whole_way(TITLE + "\n".join(".".join("1" * numbers) + " 目的" for numbers in range(1, depth)) + "\n正文。"))
