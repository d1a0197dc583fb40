"""How a provision takes up one of a higher document, and in which ways one has no counterpart: the values of links files, and what editors call them."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How close a provision is to the one it takes up, the closest first."""

    SAME = "same"
    ADAPT = "adapt"
    ECHO = "echo"


RELATION_NAMES: dict[str, str] = {Relation.SAME: "同文", Relation.ADAPT: "落实", Relation.ECHO: "呼应"}
"""In workbooks and messages; what a site calls them, its words say (``data/zh.toml``)."""
NONE_NAMES = {"topic": "段首语", "other": "专指他地或上级事项", "open": "其他"}
"""The kinds of ``none`` in links files."""
