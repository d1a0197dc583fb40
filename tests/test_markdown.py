"""Markdown as a raw text: marks go, words and numbers stay, tables, pictures and footnotes are blocks."""

from __future__ import annotations

from time import process_time

import pytest

from duidu.model.records import BlockKind
from duidu.read.markdown.document import read_markdown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("## 一、提高认识 ##", "一、提高认识"),
        ("**（一）加强领导。**成立小组。", "（一）加强领导。成立小组。"),
        ("> 引文", "引文"),
        ("- 一项", "• 一项"),
        ("- 一、甲", "一、甲"),
        ("1. 一项", "1. 一项"),
        ("见[某办法](http://a.cn/b)。", "见某办法。"),
        (r"1\. 一\*项\*", "1. 一*项*"),
        ("---", ""),
        ("——实施某工程。", "——实施某工程。"),
        ("1+21+N * 2 * 3", "1+21+N * 2 * 3"),
        ("snake_case__x", "snake_case__x"),
    ],
)
def test_markdowns_marks_go_and_words_and_numbers_stay(line: str, shown: str) -> None:
    assert (read_markdown([line]).lines, read_markdown([line]).outside) == ((shown,), {})


def test_front_matter_is_not_the_documents() -> None:
    read = read_markdown(["---", "title: 甲", "---", "# 关于某事的决定"])
    assert read.lines[3] == "关于某事的决定"
    assert read.said == {"title": "甲", "heading": "关于某事的决定"}
    assert read.outside == {1: "文件头信息", 2: "文件头信息", 3: "文件头信息"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. 甲\n2. 乙", ("1. 甲", "2. 乙")),
        ("1. 甲\n1. 乙", ("1. 甲", "2. 乙")),
        ("3) 甲\n5) 乙", ("3) 甲", "5) 乙")),
        ("第一條\n-----\n　　甲。", ("第一條", "", "甲。")),
        ("    第一条　甲", ("第一条　甲",)),
        ("甲  \n乙\\\n丙", ("甲", "乙", "丙")),
        ("<p><b>第一条</b>&emsp;甲：<br>\n（一）乙。</p>", ("第一条\u2003甲：", "（一）乙。")),
        ("甲<br>乙", ("甲", "乙")),
        ('## 第一章&emsp;总则{align="center"}', ("第一章\u2003总则",)),
        ("# 甲 {#jia .title}", ("甲",)),
        ("~~~\n一、甲\n~~~", ("", "一、甲", "")),
        ("- 甲\n- 乙", ("• 甲", "• 乙")),
        ("《{甲}》", ("《{甲}》",)),
    ],
)
def test_markdown_is_read_as_it_is_shown(text: str, lines: tuple[str, ...]) -> None:
    assert read_markdown(text.split("\n")).lines == lines


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("::: tip 修订信息", "Markdown 容器标记"),
        (":::", "Markdown 容器标记"),
        ("[[toc]]", "Markdown 目录标记"),
        ("[TOC]", "Markdown 目录标记"),
        ("<!-- 甲 -->", "注释"),
    ],
)
def test_what_is_no_text_is_left_out_by_name(line: str, why: str) -> None:
    read = read_markdown(["甲", "", line, "", "乙"])
    assert (read.lines[2], read.outside) == (line, {3: why})


def test_tables_pictures_and_footnotes_of_markdown_are_blocks() -> None:
    text = "甲[^1]乙。\n\n| 序号 | 类别 |\n|---|---|\n| 1 | **水稻** |\n\n![组织架构图](a.png)\n\n[^1]: 指经费。"
    read = read_markdown(text.split("\n"))
    assert [line for line in read.lines if line] == ["甲乙。", "序号\t类别", "1\t水稻", "组织架构图", "指经费。"]
    assert [(block.kind, read.lines[block.first - 1], block.reference) for block in read.blocks] == [
        (BlockKind.TABLE, "序号\t类别", (0, 0)), (BlockKind.FIGURE, "组织架构图", (0, 0)), (BlockKind.FOOTNOTE, "指经费。", (1, 2)),
    ]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("piece", ["[", "**a ", "![", "[^a", "1. 甲\n", "| a | b |\n", "<div>\n", "`", "> ", "[a]("])
def test_markdown_that_closes_nothing_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        read_markdown((piece * count).split("\n"))
        return process_time() - started

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.1)
