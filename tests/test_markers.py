"""What opens a line: numbering, and prose that looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model.anchor import LETTERS
from duidu.model.markers import STYLES, Style, is_doubtful, read_marker
from duidu.model.records import Kind
from duidu.parse.numbering import settled_markers
from duidu.parse.ranks import RANKS


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.kind)
def test_every_style_matches_its_own_sample(style: Style) -> None:
    marker = read_marker(style.sample)
    assert marker is not None
    assert marker.kind is style.kind
    assert style.sample.startswith(marker.text)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.kind)
def test_every_style_has_a_letter_and_a_rank(style: Style) -> None:
    assert style.kind in LETTERS
    assert style.kind in RANKS or style.kind in (Kind.POINT, Kind.BOX)


@pytest.mark.parametrize(
    ("line", "kind", "printed", "numbers", "branch"),
    [
        ("第一编　总则", Kind.PART, "第一编", (1,), None),
        ("第十二章 附则", Kind.CHAPTER, "第十二章", (12,), None),
        ("第二章之一　特别规定", Kind.CHAPTER, "第二章之一", (2,), 1),
        ("第一章总则", Kind.CHAPTER, "第一章", (1,), None),
        ("第一章", Kind.CHAPTER, "第一章", (1,), None),
        ("第 一 章　总　则", Kind.CHAPTER, "第 一 章", (1,), None),
        ("第三节　监督", Kind.DIVISION, "第三节", (3,), None),
        ("第一百二十条　本法自公布之日起施行。", Kind.ARTICLE, "第一百二十条", (120,), None),
        ("第十二条之二　……", Kind.ARTICLE, "第十二条之二", (12,), 2),
        ("第１２条　……", Kind.ARTICLE, "第１２条", (12,), None),
        ("第一条为了规范某事", Kind.ARTICLE, "第一条", (1,), None),
        ("第一条", Kind.ARTICLE, "第一条", (1,), None),
        ("一、把坚持高质量发展作为硬道理", Kind.SECTION, "一、", (1,), None),
        ("二十一、附则", Kind.SECTION, "二十一、", (21,), None),
        ("三、四线城市", Kind.SECTION, "三、", (3,), None),
        ("（一）重大意义。", Kind.ITEM, "（一）", (1,), None),
        ("(十二)总体要求", Kind.ITEM, "(十二)", (12,), None),
        ("（一）、重大意义", Kind.ITEM, "（一）、", (1,), None),
        ("(二）全半角混用", Kind.ITEM, "(二）", (2,), None),
        ("1.加强领导", Kind.SUBITEM, "1.", (1,), None),
        ("１２．加强领导", Kind.SUBITEM, "１２．", (12,), None),
        ("3、加强领导", Kind.SUBITEM, "3、", (3,), None),
        ("1. 2024年完成", Kind.SUBITEM, "1.", (1,), None),
        ("1.2024年完成", Kind.SUBITEM, "1.", (1,), None),
        ("（1）国内", Kind.SUBSUBITEM, "（1）", (1,), None),
        ("(１)国内", Kind.SUBSUBITEM, "(１)", (1,), None),
        ("⑳最后一条", Kind.CIRCLE, "⑳", (20,), None),
        ("c. 增加收入", Kind.LETTER, "c.", (3,), None),
        ("b）增加收入", Kind.LETTER, "b）", (2,), None),
        ("1.1 目的", Kind.DECIMAL, "1.1", (1, 1), None),
        ("3.2.10. 目的", Kind.DECIMAL, "3.2.10.", (3, 2, 10), None),
        ("——实施人工智能专项。", Kind.POINT, "——", (), None),
        ("--实施人工智能专项。", Kind.POINT, "--", (), None),
        ("附件", Kind.ANNEX, "附件", (), None),
        ("附件2：", Kind.ANNEX, "附件2：", (2,), None),
        ("附件一　名单", Kind.ANNEX, "附件一", (1,), None),
        ("附件一：选举委员会的产生办法", Kind.ANNEX, "附件一：", (1,), None),
        ("附：名词解释", Kind.ANNEX, "附：", (), None),
        ("附录1", Kind.ANNEX, "附录1", (1,), None),
        ("第 3-1 條", Kind.ARTICLE, "第 3-1 條", (3,), 1),
        ("第二條之一　另有規定者", Kind.ARTICLE, "第二條之一", (2,), 1),
        ("【第二章】总则", Kind.CHAPTER, "【第二章】", (2,), None),
        ("第一節　通則", Kind.DIVISION, "第一節", (1,), None),
        ("㈠水稻", Kind.ITEM, "㈠", (1,), None),
        ("⑵玉米", Kind.SUBSUBITEM, "⑵", (2,), None),
        ("⒊ 小麦", Kind.SUBITEM, "⒊", (3,), None),
        ("１、小麦", Kind.SUBITEM, "１、", (1,), None),
        ("Ⅱ. 附加要求", Kind.ROMAN, "Ⅱ.", (2,), None),
        ("I. 附加要求", Kind.ROMAN, "I.", (1,), None),
        ("1　总则", Kind.DECIMAL, "1", (1,), None),
        ("专栏2　重点工程", Kind.BOX, "专栏2", (2,), None),
    ],
)
def test_a_marker(line: str, kind: Kind, printed: str, numbers: tuple[int, ...], branch: int | None) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.kind, marker.text, marker.numbers, marker.branch) == (kind, printed, numbers, branch)


@pytest.mark.parametrize(
    "line",
    [
        "", "　", "某事很重要。", "一体推进云、端、网", "一是加强领导", "二者缺一不可", "十四五规划", "十十、", "一二", "二十大精神",
        "第一批天府实验室", "第十二届委员会", "第三方机构", "第一节课要讲安全。", "第二章程草案要提出。", "第一章的规定", "第三编队的任务。",
        "第三条规定的情形", "第三条第二款", "第三条所称", "第三条、第四条", "第三条至第五条", "第三条和第四条", "第三条的情形", "第三条，", "第十十条　某事",
        "（党组）要履行责任", "（B型）", "（2024）年度", "（一", "（一、二）", "（某）项", "(二〇二四年)",
        "2024. 这一年", "2024年", "5G工厂", "3.5%", "3、4月份", "1+21+N", "1", "12", "50%以上", "1,000",
        "a", "A. 甲", "ab. 甲", "a.b", "—单破折号", "-短横", "-->", "————————", "--------", "㉑", "附件说明", "附件所列",
    ],
    ids=repr,
)  # fmt: skip
def test_not_a_marker(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    "line", ["三、四线城市", "一、二级市场", "九、十月份", "1.5倍", "3.5亿元", "10.5万户", "第一条经验是", "第一条为了"]
)
def test_doubtful(line: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert is_doubtful(marker, line)


@pytest.mark.parametrize(
    "line", ["三、五线谱", "三、加强领导", "十、十一月份", "二、", "1.5 目标", "1.1", "第一条　为了", "第一条", "（三）四线城市", "1.二"]
)
def test_beyond_doubt(line: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert not is_doubtful(marker, line)


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["1.5倍"], [""]),
        (["1.1目的", "1.2范围"], ["1.1", "1.2"]),
        (["1.1目的", "2.2范围"], ["", ""]),
        (["一、二级市场"], [""]),
        (["一、二十大精神", "二、三大任务", "三、加强领导"], ["一、", "二、", "三、"]),
        (["二、甲", "三、四线城市"], ["二、", "三、"]),
        (["二、甲", "三、四线城市", "三、乙"], ["二、", "", "三、"]),
        (["二、甲", "三、乙", "三、四线城市", "四、丙"], ["二、", "三、", "", "四、"]),
        (["五、甲", "三、四线城市"], ["五、", ""]),
        (["第一条为了", "第一条之一某事", "第二条某事"], ["第一条", "第一条之一", "第二条"]),
        (["第一条经验是", "第一条道路是"], ["", ""]),
    ],
)
def test_the_numbers_around_settle_what_is_doubtful(lines: list[str], marks: list[str]) -> None:
    assert [marker.text if marker else "" for marker in settled_markers(lines)] == marks


@given(st.text("第一十百千零〇廿两二编章节条之、（）()1２.．①a—-附件：倍 　", max_size=12))
def test_any_line_has_a_marker_it_opens_with_or_none(line: str) -> None:
    marker = read_marker(line)
    assert marker is None or line.startswith(marker.text)


def test_a_bracketed_i_behind_h_is_a_letter_elsewhere_the_roman_one() -> None:
    behind = [mark and (mark.kind, mark.numbers) for mark in settled_markers(["(h) 甲；", "(i) 乙；"])]
    assert behind == [(Kind.LETTER, (8,)), (Kind.LETTER, (9,))]
    below = [mark and (mark.kind, mark.numbers) for mark in settled_markers(["(b) 甲——", "(i) 乙；", "(ii) 丙。"])]
    assert below == [(Kind.LETTER, (2,)), (Kind.ROMAN, (1,)), (Kind.ROMAN, (2,))]
