"""Whatever the lines of a text, however a person overrules them: nothing is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from duidu.model.anchor import ANCHOR
from duidu.model.records import Block, BlockKind, Kind, Role
from duidu.parse.hints import Hints
from tests.small_texts import parsed_of, raw_of
from tests.test_outline import everything_printed, parse, unspaced

MARKS = st.sampled_from(
    [
        "第一编",
        "第一章",
        "第二节",
        "第三条",
        "第三条之一",
        "一、",
        "二、",
        "三、四",
        "（一）",
        "（二）",
        "(三)",
        "1.",
        "２．",
        "1.1",
        "1.5倍",
        "（1）",
        "①",
        "a.",
        "——",
        "--",
        "附件",
        "附件1",
        "附件一：",
        "附：",
        "附录1",
        "专栏1　",
        "第3-1條　",
        "【第一章】",
        "第一条（目的）",
        "⑴",
        "㈠",
        "Ⅰ.",
        "1　",
        "“第三条　",
        "1.1.1.1.1.1.1.1.1.1",
        "十十、",
        "第〇条",
        "九九九九九、",
    ]
)
WORDS = st.text("发展，。；：“”（）《》！？!?() 　0129.、一二三年月日—aā\t关于决定通过", max_size=24)
FRAMES = st.sampled_from(
    [
        "",
        "【关闭】",
        "来源：本站",
        "中共某市委关于某事的决定",
        "（2024年1月2日通过）",
        "各市、县：",
        "2024年1月2日",
        "某市委",
        "目录",
        "序言",
        "附则",
        "某市节水方案",
        "（此件公开发布）",
        "——2024年1月2日在某市大会上",
        "各位代表：",
        "本决定自公布之日起施行。",
        "长" * 40,
        "长" * 39 + "。",
    ]
)
LINES = st.lists(
    st.one_of(FRAMES, WORDS, st.builds("{}{}".format, MARKS, WORDS), st.builds("{}{}。{}{}。".format, MARKS, WORDS, MARKS, WORDS))
)


@given(LINES)
@example(["十十、十十、"])
@example([""])
@example(["第一编。⑴。", "⑴。⑴）　　。"])
def test_whatever_the_lines_nothing_is_lost(lines: list[str]) -> None:
    parsed, _ = parse(raw_of("\n".join(lines)), Hints())
    assert everything_printed(parsed) == unspaced("".join(lines))


BLOCKS = st.lists(st.tuples(st.sampled_from(BlockKind), st.integers(1, 3)), max_size=6)


@settings(deadline=None)
@given(LINES, BLOCKS)
def test_whatever_is_a_table_a_box_or_a_footnote_nothing_is_lost(lines: list[str], blocks: list[tuple[BlockKind, int]]) -> None:
    text = "\n".join(lines)
    found, first = [], 1
    for kind, size in blocks:
        if first + size - 1 > len(text.split("\n")):
            break
        found.append(Block(kind, first, first + size - 1))
        first += size + 1
    parsed, _ = parse(replace(raw_of(text), blocks=tuple(found)), Hints())
    assert everything_printed(parsed) == unspaced("".join(lines))
    tree_order = [(unit.line, unit.column) for unit in parsed.walk() if unit.kind is not Kind.SENTENCE]
    assert tree_order == sorted(tree_order)
    anchors = [unit.anchor for unit in parsed.walk()]
    assert len(set(anchors)) == len(anchors)
    assert all(ANCHOR.fullmatch(anchor) for anchor in anchors)


@given(LINES, st.dictionaries(st.integers(1, 12), st.sampled_from(Role)))
def test_whatever_a_person_overrules_nothing_is_lost(lines: list[str], roles: dict[int, Role]) -> None:
    parsed, _ = parse(raw_of("\n".join(lines)), Hints("某市委关于某事的决定", roles))
    assert everything_printed(parsed) == unspaced("".join(lines))


def test_a_label_takes_the_next_line_as_its_value_and_no_line_further_down() -> None:
    """The value itself is left out by the page's own table: the line after it is the title's beginning."""
    text = "主题词：\n农业　函\n某县人民政府关于印发\n某县粮食应急预案的函\n各乡镇：\n请抓好落实。"
    assert parsed_of(raw_of(text, outside={2: "网页信息表"})).title == "某县人民政府关于印发某县粮食应急预案的函"
