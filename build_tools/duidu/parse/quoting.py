"""Lines inside a quotation that runs over several lines: an amending decision quotes articles, which are no units of its own."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_QUOTATION = 400
"""In lines; a quotation mark that is not closed sooner is a slip."""


def quoted_lines(texts: Sequence[str]) -> set[int]:
    """Positions of the lines that begin inside a quotation opened in a line before.

    Every further paragraph of a quotation may open it again: “第三条　…… / “县级以上……”
    """
    quoted: set[int] = set()
    pending: list[int] = []
    opened, depth = -1, 0
    for at, text in enumerate(texts):
        if opened >= 0 and at - opened > LONGEST_QUOTATION:
            opened, depth = -1, 0
        balance = _unclosed(text.removeprefix("“") if depth else text, depth)
        if depth:
            pending.append(at)
        if depth and not balance:
            quoted.update(pending)
        if balance and not depth:
            opened, pending = at, []
        depth = balance
        if not depth:
            opened = -1
    return quoted


def _unclosed(text: str, depth: int) -> int:
    """How many quotations are open at the end, one at most from before."""
    for char in text:
        if char == "“":
            depth += 1
        elif char == "”" and depth:
            depth -= 1
    return min(depth, 1)
