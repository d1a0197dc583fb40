"""The tree of a text: a specification by cases, and what holds for every text.

In a case, ``outline`` has one line per unit that is not a sentence: its anchor, its mark as printed, its text. ｜ opens
a sentence; text without ｜ is a head (or a title, a signature …). ``faults`` are ``line:CODE``, ``dropped`` is
``line why``. ``blocks`` are the tables, boxes, figures and footnotes that the form of a file shows. ``bytes`` says how the source is stored: encoding, line ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from duidu.anchors.natural import with_natural_anchors
from duidu.model.faults import Fault
from duidu.model.records import Block, BlockKind, Kind, Outline, RawText, Role, Unit
from duidu.parse.checks import accepted_faults, outline_faults, scan_faults
from duidu.parse.chrome import EDITORS, RULES, chrome_rule, editors_rule
from duidu.parse.forms import FORMS, form_of
from duidu.parse.hints import Hints
from duidu.parse.outline import outline
from duidu.parse.scan import scan
from duidu.read.rawtext import read_raw
from tests.cases import Case, each_case
from tests.small_texts import SHOWN, raw_of
from tests.source_order import source_order

SOURCE = Path(__file__).resolve().parent.parent / "source"
TEXTS = sorted(SOURCE.glob("*/text.txt"))


@dataclass(frozen=True)
class OutlineCase:
    source: str
    outline: str
    hints: dict[str, Any] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    bytes: dict[str, str] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)


@each_case("outline")
def test_outline(case: Case, tmp_path: Path) -> None:
    said = OutlineCase(**case)
    raw, found = stored(said, tmp_path / "text.txt")
    parsed, more = parse(raw, hints_of(said))
    assert tree(parsed) == said.outline.rstrip("\n")
    assert [f"{fault.line}:{fault.code}" for fault in [*found, *more]] == said.faults
    assert [f"{dropped.passage.line} {dropped.why}" for dropped in parsed.dropped] == said.dropped
    assert everything_printed(parsed) == unspaced(said.source)


def stored(case: OutlineCase, file: Path) -> tuple[RawText, list[Fault]]:
    """The source written and read again as the case says."""
    text = case.source.replace("\n", case.bytes.get("line_ends", "\n"))
    file.write_bytes(text.encode(case.bytes.get("encoding", "utf-8")))
    raw, faults = read_raw(file, SHOWN, case.bytes.get("declared"))
    assert raw is not None, faults
    return replace(raw, blocks=tuple(block_of(block) for block in case.blocks)), faults


def block_of(written: str) -> Block:
    """``table 3-5``: what reading finds in the form of a file."""
    kind, lines = written.split()
    first, last = lines.split("-")
    return Block(BlockKind(kind), int(first), int(last))


def hints_of(case: OutlineCase) -> Hints:
    roles = {line: Role(role) for line, role in case.hints.get("lines", {}).items()}
    return Hints(case.hints.get("title", ""), roles)


def parse(raw: RawText, hints: Hints) -> tuple[Outline, list[Fault]]:
    lines = scan(raw, hints)
    parsed = with_natural_anchors(outline(raw, lines))
    return parsed, sorted([*scan_faults(raw.path, lines, hints), *outline_faults(parsed, hints)])


def tree(parsed: Outline) -> str:
    """The outline as the cases write it."""
    return "\n".join(line for unit in parsed.units for line in branch(unit, ""))


def branch(unit: Unit, indent: str) -> Iterator[str]:
    marker = unit.marker.text if unit.marker else ""
    sentences = "".join(f"｜{sentence.text}" for sentence in unit.sentences)
    yield f"{indent}{unit.anchor}  {marker}{unit.passage.text}{sentences}"
    for child in unit.children:
        if child.kind is not Kind.SENTENCE:
            yield from branch(child, indent + "  ")


def unspaced(text: str) -> str:
    return "".join(text.split())


def everything_printed(parsed: Outline) -> str:
    """Every printed character where ``source_order`` says that it stands, checked against the raw text."""
    for line, column, text in source_order(parsed):
        assert parsed.raw.lines[line - 1][column - 1 : column - 1 + len(text)] == text
    return unspaced("".join(text for _, _, text in source_order(parsed)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_for_chrome_matches_its_own_sample(rule: Any) -> None:
    assert chrome_rule(rule.sample) == rule.name


@pytest.mark.parametrize("rule", EDITORS, ids=lambda rule: rule.name)
def test_every_rule_for_editors_notes_matches_its_own_sample(rule: Any) -> None:
    assert editors_rule(rule.sample) == rule.name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.sample)
def test_every_form_matches_its_own_sample(form: Any) -> None:
    assert form_of(form.sample) is form.role


@pytest.mark.parametrize(
    "line",
    [
        "各级各部门要认真贯彻。",
        "来源于实践的经验",
        "大力发展新质生产力",
        "中共四川省委关于以发展新质生产力为重要着力点的决定",
        "时间：2024年。" + "全省各级党组织要认真学习。",
        "来源：本站 2024/6/5 中共某市委关于加快某事的决定" + "为了做好某事，作出如下决定" * 10,
    ],
)
def test_not_chrome(line: str) -> None:
    assert chrome_rule(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "2024年是关键之年",
        "（党组）",
        "（2024年是关键之年）",
        "二〇二四年工作要点",
        "到2027年通过验收",
        "第5号楼",
        "川委发〔2024〕5号文件提出",
    ],
)
def test_not_of_fixed_form(line: str) -> None:
    assert form_of(line) is None


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.parent.name)
def test_every_character_of_a_text_stands_once_and_in_order(file: Path) -> None:
    raw, faults = read_raw(file, SHOWN)
    assert raw is not None
    assert not faults
    parsed, found = parse(raw, Hints())
    assert not found
    assert everything_printed(parsed) == unspaced("".join(raw.lines))


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("document", "counts"),
    [
        ("sichuan-2024", {Kind.SECTION: 6, Kind.ITEM: 12, Kind.POINT: 6, Kind.PARAGRAPH: 28, Kind.SENTENCE: 187}),
        ("suining-2024", {Kind.SECTION: 6, Kind.ITEM: 18, Kind.PARAGRAPH: 30, Kind.SENTENCE: 179}),
    ],
)
def test_the_two_decisions_have_so_many_units(document: str, counts: dict[Kind, int]) -> None:
    raw, _ = read_raw(SOURCE / document / "text.txt", SHOWN)
    assert raw is not None
    parsed, _ = parse(raw, Hints())
    assert Counter(unit.kind for unit in parsed.walk()) == {Kind.TITLE: 1, Kind.ADOPTED: 1, **counts}


def test_an_accepted_fault_is_silent_and_one_that_is_gone_is_a_warning() -> None:
    fault = Fault(SHOWN, 7, 1, "OUT002", "编号跳号", "核对")
    assert accepted_faults([fault], ["OUT002@7"], SHOWN) == []
    left = accepted_faults([fault], ["OUT002@9"], SHOWN)
    assert [(item.code, item.line, item.warning) for item in left] == [("OUT002", 7, False), ("OUT008", 9, True)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("一、甲\n三、丙", "二、"),
        ("（一）甲\n（三）丙", "（二）"),
        ("(一)甲\n(三)丙", "（二）"),
        ("第一条　甲。\n第三条　丙。", "第二条"),
        ("第1条　甲。\n第3条　丙。", "第2条"),
        ("第一条　甲。\n第一条之一　乙。\n第四条　丙。", "第二条"),
        ("1.甲\n3.丙", "2."),
        ("1.1 甲\n1.3 丙", "1.2"),
        ("（1）甲\n（3）丙", "（2）"),
        ("①甲\n③丙", "②"),
        ("a. 甲\nc. 丙", "b."),
    ],
)
def test_a_skipped_number_is_named_as_it_would_be_printed(printed: str, expected: str) -> None:
    _, faults = parse(raw_of(printed), Hints())
    assert [f"应为“{expected}”" in fault.message for fault in faults if fault.code == "OUT002"] == [True]
