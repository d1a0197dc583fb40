"""Which sentences link and which do not: scores of single pairs, and what was once proposed wrongly."""

from __future__ import annotations

import pytest

from duidu.layers.align.propose import BEST, propose
from tests.projects import Project
from tests.test_align import LINKED, OTHERS, texts


@pytest.fixture
def scores(project: Project) -> dict[tuple[str, str], float]:
    """Of the table's sentences, by anchor."""
    here, there = texts(
        project,
        here=("遂宁", "city", [one for one, _ in LINKED] + OTHERS),
        there=("四川", "province", [other for _, other in reversed(LINKED)]),
    )
    return {(proposal.source, proposal.target): proposal.score for proposal in propose(here, there)}


@pytest.mark.parametrize("row", range(len(LINKED)), ids=[one[:12] for one, _ in LINKED])
def test_sentences_that_link(scores: dict[tuple[str, str], float], row: int) -> None:
    assert scores.get((f"p{row + 1}-t1", f"p{len(LINKED) - row}-t1"), 0) >= BEST


def test_sentences_that_do_not(scores: dict[tuple[str, str], float]) -> None:
    right = {(f"p{row + 1}-t1", f"p{len(LINKED) - row}-t1") for row in range(len(LINKED))}
    assert {pair: score for pair, score in scores.items() if pair not in right and score >= BEST} == {}


def test_variants(project: Project) -> None:
    here, there = texts(
        project,
        here=("遂宁", "city", ["加快“智改数转”步伐。", *OTHERS]),
        there=("四川", "province", ["深入推进智能化改造数字化转型。", "推动绿氢发展。"]),
    )
    pair = ("p1-t1", "p1-t1")
    assert pair not in {(proposal.source, proposal.target) for proposal in propose(here, there)}
    found = {(p.source, p.target): p for p in propose(here, there, {"智改数转": "智能化改造数字化转型", "数字化转型": "数字转型"})}
    assert found[pair].score >= BEST
    assert found[pair].evidence == (("智改数转", "智能化改造数字化转型"),)
