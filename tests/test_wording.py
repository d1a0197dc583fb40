"""Shared and differing words of two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.text.text_diff import Stretch, compare


def drawn(stretches: tuple[Stretch, ...]) -> str:
    """[shared] {answering} <differing>"""
    frames = {"shared": "[{}]", "answering": "{{{}}}", "differing": "<{}>", "": "{}"}
    return "".join(frames[stretch.kind].format(stretch.text) for stretch in stretches)


@pytest.mark.parametrize(
    ("one", "other", "evidence", "first", "second"),
    [
        ("工业兴市制造强市", "工业兴省制造强省", (), "[工业兴]<市>[制造强]<市>", "[工业兴]<省>[制造强]<省>"),
        (
            "推动节能减排降耗、技术改造",
            "推动节能减排降碳、技术改造",
            (),
            "[推动节能减排降]<耗>、[技术改造]",
            "[推动节能减排降]<碳>、[技术改造]",
        ),
        ("甲乙丙丁，戊己庚辛", "戊己庚辛，甲乙丙丁", (), "[甲乙丙丁]，[戊己庚辛]", "[戊己庚辛]，[甲乙丙丁]"),
        ("围绕空天信息", "打造卫星网络", (("空天信息", "卫星网络"),), "围绕{空天信息}", "打造{卫星网络}"),
        ("完全无关", "毫不相干", (), "完全无关", "毫不相干"),
        ("", "某事", (), "", "某事"),
    ],
)
def test_words_are_marked(one: str, other: str, evidence: tuple[tuple[str, str], ...], first: str, second: str) -> None:
    found = compare(one, other, evidence)
    assert (drawn(found[0]), drawn(found[1])) == (first, second)


SENTENCES = st.text(alphabet="省市推进建设产业，、。（）", max_size=40)


@given(SENTENCES, SENTENCES)
def test_the_stretches_are_the_texts(one: str, other: str) -> None:
    first, second = compare(one, other)
    assert "".join(stretch.text for stretch in first) == one
    assert "".join(stretch.text for stretch in second) == other


@given(SENTENCES)
def test_a_text_shares_all_its_words_with_itself(text: str) -> None:
    first, second = compare(text, text)
    assert first == second
    assert "differing" not in {stretch.kind for stretch in first}
