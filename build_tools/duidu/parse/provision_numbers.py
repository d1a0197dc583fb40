"""The numbers that a collection prints before the paragraphs of an article: 第 3 條 / 1 有下列情形之一者…… / 2 前項許可……

They are none of the law's own text (全國法規資料庫 shows them beside it), and only articles of several paragraphs have them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ..model.markers import read_marker
from ..model.records import Kind

PROVISION_NUMBER = "项的序号"
"""The name of the rule."""
_NUMBER = re.compile(r"\s*(?P<n>\d{1,2})(?:\s+(?=[㐀-鿿「『（(])|\s*$)")
_LONGEST_HEAD = 60


def provision_numbers(lines: Sequence[str], apart: Collection[int]) -> Mapping[int, int]:
    """Line → where its text begins behind such a number. Only below a 條, where they count 1, 2 …"""
    found: dict[int, int] = {}
    counted: dict[int, int] | None = None
    for number, line in enumerate(lines, 1):
        mark = read_marker(line[:_LONGEST_HEAD].strip()) if number not in apart else None
        if mark and mark.kind is Kind.ARTICLE:
            found |= _several(counted)
            counted = {} if "條" in mark.text else None
        elif counted is not None and number not in apart and (match := _NUMBER.match(line)) and int(match["n"]) == len(counted) + 1:
            counted[number] = match.end()
    return found | _several(counted)


def _several(counted: dict[int, int] | None) -> dict[int, int]:
    return counted if counted and len(counted) > 1 else {}
