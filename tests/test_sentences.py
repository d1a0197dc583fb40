"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.text.sentences import CLOSERS, PAIRS, is_complete, pairs_of, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["某事很重要。", "各级要重视。"],
        ["真重要！", "重要吗？", "重要。"],
        ["真重要!", "重要吗?", "重要。"],
        ["某事很重要。", "又及"],
        ["他说“好。走吧。”", "大家走了。"],
        ["他说‘好。走吧。’", "大家走了。"],
        ["（完。）", "又及。"],
        ["见《规划。》", "又见。"],
        ["他说“（好。）”", "走了。"],
        ["怎么办？！", "抓落实。"],
        ["某事很重要。。", "各级要重视。"],
        ["实施“智改数转”。", "“十四五”期间，总量翻番。"],
        ["某事很重要。", "与此同时，各级要重视。"],
        ["某事很重要。", "及时办理。"],
        ["某事很重要。", "等到明天就晚了。"],
        ["某事很重要。", "，再接再厉。"],
        ["某事“没有关上的引号。", "下一句。"],
        ["某事）多一个括号。", "下一句。"],
        ["增长8.5%。", "达到3.5亿元。"],
    ],
    ids="｜".join,
)  # fmt: skip
def test_parted(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "某事很重要",
        "坚持以下原则：甲；乙；丙。",
        "他说“好。走吧。”的时候，大家走了。",
        "回答“怎么看？”“怎么干？”等问题。",
        "做到“首违不罚！”、“轻微免罚！”。",
        "（甲。乙。）",
        "“甲。（乙。）丙”等。",
        "《关于甲。乙的决定》",
        "Go! now",
        "Q?A",
        "3.5亿元",
        "www.example.cn",
        "加快发展?质生产力，推动高质?发展",
        "各级??要重视，抓好落实",
    ],
    ids=repr,
)
def test_not_parted(text: str) -> None:
    assert sentences(text) == [text]


def test_nothing_has_no_sentences() -> None:
    assert split_sentences("") == []


@pytest.mark.parametrize("text", ["完。", "完！", "完？", "完!", "完。”", "完。）", "（完。）", "如下：", "如下:", "甲；", "……", "完。 　"])
def test_complete(text: str) -> None:
    assert is_complete(text)


@pytest.mark.parametrize("text", ["", "重大意义", "实施“智改数转”", "重大意义（试行）", "甲，", "甲、", "1.", "——"], ids=repr)
def test_not_complete(text: str) -> None:
    assert not is_complete(text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("“甲”", {0: 2}),
        ("(甲）", {0: 2}),
        ("（“甲”）", {0: 4, 1: 3}),
        ("“甲（乙”丙）", {0: 4}),
        ("“甲", {}),
        ("甲”", {}),
        ("《甲）", {}),
    ],
)
def test_brackets_and_quotes_in_pairs(text: str, pairs: dict[int, int]) -> None:
    assert pairs_of(text) == pairs


ANY = st.text(list("甲乙，。；：！？!?… 　a1.\n") + list(PAIRS) + sorted(CLOSERS), max_size=40)


@given(ANY)
def test_the_sentences_always_join_to_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert all(sentences(text))


@given(ANY)
def test_brackets_nest(text: str) -> None:
    pairs = pairs_of(text)
    assert not [1 for a, b in pairs.items() for c, d in pairs.items() if a < c < b < d]
