"""How much of a pair a person has read, as the pages say it."""

from __future__ import annotations

from ...layers.alignment import Alignment
from ..names import chinese_date
from ..wording import say


def reading_of(pair: Alignment) -> str:
    """``whole``, ``part`` or ``none``."""
    if not pair.is_read:
        return "none"
    return "whole" if pair.is_read_whole else "part"


def reading_said(pair: Alignment) -> str:
    """已判读, 未判读, or how much is left."""
    return say(f"reading.{reading_of(pair)}", unread=sum(map(len, pair.unread.values())))


def unread_remark(pair: Alignment) -> str:
    """For the top of a page: that nobody has read the pair, or not all of it; "" where all was read."""
    if pair.is_read_whole:
        return ""
    if pair.is_read:
        said = reading_said(pair)
    elif pair.automatic:
        said = say("reading.said", count=len(pair.automatic))
    else:
        said = say("reading.said_nothing")
    return f"**{said}**"


def nothing_said(pair: Alignment) -> str:
    """For an empty list: that there is none, or none in what was read so far."""
    return say("compare.nothing" if pair.is_read_whole else "compare.nothing_part")


def precision_said(pair: Alignment) -> str:
    """How good the matcher is on this pair, by a sample that a person judged; "" where there was none."""
    found = pair.precision
    return f"{say('reading.precision', sample=found.sample, right=found.right, date=chinese_date(found.on))}\n{{ .meta }}" if found else ""
