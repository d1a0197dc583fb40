"""Displayed text: the full-width punctuation restored, reversibly, and what must be left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.text.fold import fold
from duidu.text.typography import display

MIXED = st.text(alphabet=st.sampled_from(list("省市决定，：；（）,:;()“”‘’《》[]0129+-—·/%aBN 。、！!?？")), max_size=60)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "(2024年5月13日中国共产党四川省第十二届委员会第五次全体会议通过)",
            "（2024年5月13日中国共产党四川省第十二届委员会第五次全体会议通过）",
        ),
        (
            "(2024年6月23日中国共产党遂宁市第八届委员会第九次全体会议通过)",
            "（2024年6月23日中国共产党遂宁市第八届委员会第九次全体会议通过）",
        ),
        ("创新打造“观音湖”赛事IP,推动群众体育", "创新打造“观音湖”赛事IP，推动群众体育"),
        ("加快申建保税物流中心(B型)。", "加快申建保税物流中心（B型）。"),
        ("新建(含改扩建)项目", "新建（含改扩建）项目"),
        ("支持各县(市、区)、市直园区", "支持各县（市、区）、市直园区"),
        ("(一)", "（一）"),
        ("“甲”,“乙”;丙:丁", "“甲”，“乙”；丙：丁"),
        ("(甲(乙)丙)", "（甲（乙）丙）"),
        ("甲(含乙),5G", "甲（含乙），5G"),
    ],
)
def test_punctuation_next_to_chinese_is_made_full_width(source: str, shown: str) -> None:
    assert display(source) == shown


@pytest.mark.parametrize(
    "text",
    [
        "推进“1+21+N”农机社会化服务体系建设。",
        "建设一批5G工厂",
        "2024/6/5 16:00:36",
        "加快遂宁-甘孜产业园区建设。",
        "以“制—储—运—用”为重点",
        "f(x), (B) 1:2; 3,000",
        "甲) 乙(",
        "全角，：；（）原样",
        "",
    ],
)
def test_everything_else_is_left_alone(text: str) -> None:
    assert display(text) == text


@given(MIXED)
def test_display_is_reversible_keeps_positions_and_settles(text: str) -> None:
    shown = display(text)
    assert len(shown) == len(text)
    assert fold(shown) == fold(text)
    assert display(shown) == shown


@given(st.text(max_size=40))
def test_any_text_folds_to_what_it_folded_to_before(text: str) -> None:
    assert fold(display(text)) == fold(text)
    assert fold(fold(text)) == fold(text)
