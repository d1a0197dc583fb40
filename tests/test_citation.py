"""Places as they are cited: what is written is read back, and every place of a text is cited in its own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.anchors.places import places_of
from duidu.model.citation import read_citation
from tests.small_texts import parsed_of, raw_of

SOURCE = Path(__file__).resolve().parent.parent / "source"
LAW = """某法
序　言
某地位于山区。
第一章　总则
第一条　为了某事，制定本法。
第二条　有下列情形的，从重处罚：
（一）甲；
1.乙；
（二）丙。
情节特别严重的，另行规定。
第二条之一　另有规定的，从其规定。
第二章　附则
第三条　本法自公布之日起施行。
附件一：名单
一、某甲。
附件2　说明
二、某乙。"""
ANNEXES = """某办法
第一条　为了某事。
附件1
甲表
1.某甲。
2.某乙。
附件2
乙表
1.1 某丙。
1.2 某丁。
附件3
丙表
一、某戊。
1.某己。"""
ONE_ANNEX = "某办法\n第一条　为了某事。\n附件\n名单\n一、某甲。\n二、某乙。"
STANDARD = "某规程\n1 总则\n1.1 目的\n为了某事。\n1.2 范围\n适用某处。\n2 附则\n2.1 施行\n自今日起。"
NOTICE = "某县关于印发某方案的通知\n各乡镇：\n现印发给你们。\n某县人民政府\n2024年1月2日\n某方案\n为了某事。\n一、目标\n甲。\n二、任务\n（一）乙。丙丁。\n——戊。"
FOOTNOTED = "某县选举法\n第一条　选举①应当公开。\n第二条　本法自1997年10月1日②起施行。\n①　指县里的选举。\n②　各次修正分别施行。"
ROMANS = "某规例\n第一条　有下列情形的：\n（i）甲；\n（ii）乙；\n（iii）丙；\n（iv）丁。\n第二条　另行规定。"
REPORT = "政府工作报告\n各位代表：\n现在报告工作。\n2023年工作回顾\n甲乙丙。\n——戊己。\n2024年工作安排\n庚辛。\n"


def cited(text: str) -> dict[str, str]:
    parsed = parsed_of(raw_of(text))
    places = places_of(parsed, lambda unit: unit.text)
    return {unit.anchor: str(places.citations[unit.anchor]) for unit in parsed.walk()}


@pytest.mark.parametrize(
    "text",
    [LAW, ANNEXES, ONE_ANNEX, STANDARD, NOTICE, FOOTNOTED, ROMANS, REPORT, *(file.read_text() for file in SOURCE.glob("*/text.txt"))],
)
def test_what_is_written_is_read_back(text: str) -> None:
    parsed = parsed_of(raw_of(text))
    places = places_of(parsed, lambda unit: unit.text)
    assert {str(place): read_citation(str(place)) for place in places.citations.values()} == {
        str(place): place for place in places.citations.values()
    }


@pytest.mark.parametrize(
    ("text", "anchor", "citation"),
    [
        (LAW, "preamble", "序言"),
        (LAW, "a1-p1", "第一条"),
        (LAW, "a1-p1-t1", "第一条第1句"),
        (LAW, "a2-p1", "第二条第一款"),
        (LAW, "a2-p1-k1", "第二条第一款第（一）项"),
        (LAW, "a2-p1-k1-n1", "第二条第一款第（一）项第1目"),
        (LAW, "a2-p2", "第二条第二款"),
        (LAW, "a2-b1", "第二条之一"),
        (LAW, "c2", "第二章"),
        (LAW, "a3", "第三条"),
        (LAW, "x1-h1", "附件1一"),
        (ANNEXES, "x1-n1", "附件1第1项"),
        (ANNEXES, "x2-u1-u2", "附件2第1.2项"),
        (ANNEXES, "x3-h1-n1", "附件3一1"),
        (ONE_ANNEX, "x1-h1", "附件第一项"),
        (STANDARD, "u1-u2", "1.2"),
        (STANDARD, "u1-u2-p1", "1.2第1段"),
        (NOTICE, "w2-h1", "《某方案》一"),
        (NOTICE, "w2-p1", "《某方案》前言"),
        (NOTICE, "w2-h2-k1-d1", "《某方案》二（一）第1点"),
        (FOOTNOTED, "f2", "脚注2"),
        (FOOTNOTED, "f2-t1", "脚注2第1句"),
        *((ROMANS, f"a1-p1-j{number}", f"第一条{sign}") for number, sign in enumerate(("I", "II", "III", "IV"), 1)),
        (REPORT, "e1-d1", "“2023年工作回顾”第1点"),
    ],
)
def test_places_are_cited_as_official_texts_are(text: str, anchor: str, citation: str) -> None:
    assert cited(text)[anchor] == citation


@pytest.mark.parametrize(
    ("one", "other"), [("第34条第1款第(一)项", "第三十四条第一款第（一）项"), ("二(一)第2段", "二（一）第2段"), ("附件1", "附件一")]
)
def test_a_place_is_known_however_its_numbers_are_written(one: str, other: str) -> None:
    assert read_citation(one) == read_citation(other) is not None


def test_a_number_that_would_run_into_the_one_before_is_set_apart() -> None:
    assert read_citation("附件1第1项") != read_citation("附件11") != read_citation("附件第一项") != read_citation("附件一")
    assert read_citation("第三条第1项") == read_citation("第三条第（一）项") != read_citation("附件3第1项")


@pytest.mark.parametrize("text", ["高质量发展", "第条", "二（一）第段", "《某方案", "十十、"])
def test_no_citation(text: str) -> None:
    assert read_citation(text) is None
