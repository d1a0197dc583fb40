"""What is asked in the bench: every kind of query, for times and bytes; and the regression set, for what is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

VARIED = (
    "低空经济", "发展", "高质量发展", "推进", "养老", "专精特新小巨人企业", "低空经济 机器人", "民营企业 产权 保护", "经济低空",
    "怎么防范债务风险", "遂宁哪些产业要攻关技术", "遂宁的氢能怎么搞", "成都 人工智能 芯片", "dikongjingji", "dkjj", "fengqiao jingyan", "chengdu",
    "低空經濟", "底空经济", "营商换境", "氢", "发", "“最后一公里”", "四川省委决定二（一）第2段", "h2-k1-p2", "d5-2024#h2-k1-p1-t2",
    "楼市", "2027年", "1+21+N", "低空 唢呐", "打通束缚新质生产力发展的堵点卡点", "推进高水平对外开放", "qqqqqq",
)  # fmt: skip
BEFORE = "稀土"
"""Asked first where a further query is measured."""


@dataclass(frozen=True, slots=True)
class Query:
    """One of the regression set: its text, ordinary or hard, and the units (``sichuan-2024#h2``) that it should find."""

    text: str
    kind: str
    expected: frozenset[str]


def regression_set() -> tuple[Query, ...]:
    """``tests/search/queries.yml``."""
    rows = yaml.safe_load((Path(__file__).parent.parent / "search" / "queries.yml").read_text(encoding="utf-8"))
    return tuple(Query(str(row["q"]), row["kind"], frozenset(row["expect"])) for row in rows)
