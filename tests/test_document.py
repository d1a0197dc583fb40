"""Where a unit stands, how it is cited, what its paragraph is about."""

from __future__ import annotations

import pytest

from duidu.model.records import Role
from duidu.parse.hints import Hints
from duidu.render.wayfinding import topic_sentence
from tests.projects import converted
from tests.small_texts import document_of, raw_of


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("document", "anchor", "citation"),
    [
        ("sichuan-2024", "h2-k1-p2", "二（一）第2段"),
        ("sichuan-2024", "h2-k1-d1-t2", "二（一）第1点第2句"),
        ("suining-2024", "h2-k2-p4-t2", "二（二）第4段第2句"),
        ("suining-2024", "h6-p1", "六第1段"),
        ("suining-2024", "h2-k2", "二（二）"),
        ("suining-2024", "p1-t1", "前言第1句"),
        ("suining-2024", "title", "标题"),
        ("suining-2024", "adopted", "通过说明"),
    ],
)
def test_places_are_cited_by_todays_positions(document: str, anchor: str, citation: str) -> None:
    found = next(d for d in converted().documents if d.id == document)
    assert found.citation(anchor) == citation


def test_a_preamble_of_two_paragraphs_and_a_closing_are_told_apart() -> None:
    text = "关于某事的决定\n甲事。\n乙事。\n一、丙\n丙事。\n最后。\n"
    document = document_of(raw_of(text), Hints(roles={6: Role.CLOSING}))
    assert [document.citation(anchor) for anchor in ("p1", "p2", "h1-p1", "p3")] == ["前言第1段", "前言第2段", "一第1段", "结语"]


def test_without_marks_paragraphs_are_just_counted() -> None:
    document = document_of(raw_of("关于某事的通知\n甲事。\n乙事。\n"))
    assert [document.citation(anchor) for anchor in ("p1", "p2-t1")] == ["第1段", "第2段第1句"]


@pytest.mark.corpus
@pytest.mark.parametrize(("document", "count"), [("sichuan-2024", 15), ("suining-2024", 7)])
def test_topic_sentences(document: str, count: int) -> None:
    found = next(d for d in converted().documents if d.id == document)
    topics = [found.text(topic.anchor) for anchor in found.units if (topic := topic_sentence(found, anchor))]
    assert len(topics) == count
    assert "有力有效推进乡村全面振兴。" in topics
    assert not any("，" in topic for topic in topics)
