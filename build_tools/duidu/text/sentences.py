"""Where sentences end: at 。！？ with what closes them (” ） 》); a stop inside open quotes or brackets ends nothing."""

from __future__ import annotations

import re
from collections import Counter

from .numerals import CIRCLED

PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "「": "」", "『": "』", "【": "】", "〔": "〕", "[": "]"}
CLOSERS = frozenset(PAIRS.values())
STOPS = frozenset("。！？!?")
CLAUSE_ENDS = re.compile(r"[，。；：！？,;:!?]")
"""What a clause ends at, displayed or folded; the enumeration comma ends none."""
WIDE = frozenset("，：；！？")
FINAL = STOPS | frozenset("；;：:…")
"""What the last character of a complete line may be, besides a closer after one of these."""
_STOP = re.compile(f"[{re.escape(''.join(STOPS))}]")
_BRACKET = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSERS)))}]")
NOTE_MARKS = CIRCLED
"""One alone behind the last stop refers to a footnote; it is no sentence."""


def pairs_of(text: str) -> dict[int, int]:
    """Opening → closing position of every bracket and quote that is closed again; the others bracket nothing.

    Round brackets of either width close each other.
    """
    found: dict[int, int] = {}
    open_at: list[int] = []
    waiting: Counter[str] = Counter()
    """How many brackets are open, by what would close them; without one a closer need not be looked for."""
    for bracket in _BRACKET.finditer(text):
        position, char = bracket.start(), bracket[0]
        if char in PAIRS:
            open_at.append(position)
            waiting[_closer(char)] += 1
        elif char in CLOSERS and waiting[wanted := _ROUND.get(char, char)]:
            opener = -1
            while open_at and (opener < 0 or _closer(text[opener]) != wanted):
                opener = open_at.pop()
                waiting[_closer(text[opener])] -= 1
            found[opener] = position
    return found


_ROUND = {")": "）"}


def _closer(opener: str) -> str:
    closer = PAIRS[opener]
    return _ROUND.get(closer, closer)


def opens_quote(text: str) -> bool:
    """Whether a quotation begins that does not end here: 修改为：“第三条　……。"""
    return text.count("“") > text.count("”")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; together they are the whole text.

    >>> text = "他说“好。走吧。”大家走了。（完。）又及"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['他说“好。走吧。”', '大家走了。', '（完。）', '又及']
    >>> len(split_sentences("回答“怎么看？”“怎么干？”等问题。"))
    1

    ! and ? end a sentence only after a Chinese character or a closer, so that ``Go! now`` does not, and only where the
    punctuation is half-width throughout: beside a full-width ， a ? is a character that was lost.
    """
    if STOPS.isdisjoint(text):
        return [(0, len(text))] if text else []
    pairs = pairs_of(text)
    stops = STOPS - set("!?") if WIDE & set(text) else STOPS
    opened = sorted(pairs)
    ends: list[int] = []
    passed, open_until, behind = 0, -1, 0
    for stop in _STOP.finditer(text):
        position = stop.start()
        if position < behind or (end := _end_of_stop(text, position, stops)) is None:
            continue
        while passed < len(opened) and opened[passed] <= position:
            open_until = max(open_until, pairs[opened[passed]])
            passed += 1
        if end > open_until and not _goes_on(text, end):
            ends.append(end)
        behind = end
    if not ends or text[ends[-1] :].strip().strip(NOTE_MARKS):
        ends.append(len(text))
    ends[-1] = len(text)
    return list(zip([0, *ends[:-1]], ends, strict=True)) if text else []


_CONTINUES = frozenset("，,、；;：:的等和与及“‘")
"""After a quoted stop these go on with the sentence that quotes (“怎么看？”“怎么干？”等问题)."""


def _goes_on(text: str, end: int) -> bool:
    """Only behind a closer: 。与此同时 begins a sentence, ”与 does not."""
    return text[end - 1] in CLOSERS and text[end : end + 1] in _CONTINUES


def _end_of_stop(text: str, position: int, stops: frozenset[str]) -> int | None:
    """The position behind the stop at ``position`` and what closes it, or None if there is no stop."""
    if text[position] not in stops or (text[position] in "!?" and not _after_chinese(text, position)):
        return None
    end = position + 1
    while end < len(text) and (text[end] in CLOSERS or text[end] in stops):
        end += 1
    return end


def _after_chinese(text: str, position: int) -> bool:
    return position > 0 and (text[position - 1] > "⺀" or text[position - 1] in CLOSERS)


def is_complete(text: str) -> bool:
    """Whether the text ends with a final stop (perhaps closed by quotes or brackets): then it is no head."""
    return text.rstrip(_BEHIND)[-1:] in FINAL


_BEHIND = "".join(CLOSERS) + NOTE_MARKS + " \t　"
