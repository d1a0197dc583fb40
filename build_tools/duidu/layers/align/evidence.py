"""The words two sentences share, as a reader sees them.

有序推进地方债务风险化解 and 分层分类系统推进地方债务风险防范化解 share 推进地方债务风险.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import add

from ...read.links import Evidence
from ...text.sentences import PAIRS
from .profile import Profile
from .words import Phrase, at_words

MOST = 3
"""Phrases shown at most."""
LEAST = 0.3
"""A further phrase is shown if it carries this share of the first one's weight,"""
LONG = 3
"""and has so many letters: two-letter ones are mostly 推进, 体系, or parts of two words (是创)."""
MOST_TRIED = 12
"""Phrases looked at, for speed."""


def evidence(source: Profile, target: Profile, weight: Mapping[str, float]) -> Evidence:
    """The phrases as displayed: the words in ``source``, the words in ``target``."""
    found = sorted(phrases(source, target, weight), key=lambda phrase: (-phrase.weight, phrase.start, phrase.other))
    kept = _chosen(found[:MOST_TRIED], source, target) or found[:1]
    return tuple((_shown(source, phrase.start, phrase.length), _shown(target, phrase.other, phrase.length)) for phrase in kept)


def phrases(source: Profile, target: Profile, weight: Mapping[str, float]) -> Iterator[Phrase]:
    """All maximal common runs of two letters or more."""
    text, other_text = source.plain, target.plain
    where: defaultdict[str, list[int]] = defaultdict(list)
    for position, pair in enumerate(map(add, other_text, other_text[1:])):
        where[pair].append(position)
    for start, pair in enumerate(map(add, text, text[1:])):
        for other in where.get(pair, ()):
            if not (start and other and text[start - 1] == other_text[other - 1]):
                length = _run(text, other_text, start, other)
                yield Phrase(start, other, length, _weight(source, start, length, weight))


def _run(text: str, other_text: str, start: int, other: int) -> int:
    length, most = 2, min(len(text) - start, len(other_text) - other)
    while length < most and text[start + length] == other_text[other + length]:
        length += 1
    return length


def _weight(source: Profile, start: int, length: int, weight: Mapping[str, float]) -> float:
    plain, emphasis = source.plain, source.parts.emphasis
    return sum([
        weight.get(plain[at - 1 : at + 1], 0.0) * min(emphasis[at - 1], emphasis[at])
        for at in range(start + 1, start + length)
        if not source.letters[at].opens
    ])  # fmt: skip


def _chosen(found: Sequence[Phrase], source: Profile, target: Profile) -> list[Phrase]:
    """At most three, the weightiest first, that do not overlap and end at words."""
    kept: list[Phrase] = []
    for phrase in found:
        if kept and (len(kept) == MOST or phrase.weight < LEAST * kept[0].weight):
            break
        if kept and (phrase.length < LONG or any(phrase.overlaps(other) for other in kept)):
            continue
        whole = at_words(phrase, source, target)
        if whole.length >= (LONG if kept else 2):
            kept.append(whole)
    return kept


def _shown(profile: Profile, start: int, length: int) -> str:
    """The displayed words, with the closing mark of a quotation or bracket that opens in them."""
    begin, end = _whole(profile.display, profile.letters[start].start, profile.letters[start + length - 1].end)
    shown, after = profile.display[begin:end], profile.display[end : end + 1]
    closes = any(closing == after and shown.count(opening) > shown.count(closing) for opening, closing in PAIRS.items())
    return shown + after if closes else shown


_RUN = re.compile(r"[0-9A-Za-z.%]")


def _whole(text: str, begin: int, end: int) -> tuple[int, int]:
    """The stretch without a number or Latin word that it would cut: 水库3 of 水库30座 is 水库."""
    while begin < end and begin and _RUN.match(text[begin - 1]) and _RUN.match(text[begin]):
        begin += 1
    while end > begin and end < len(text) and _RUN.match(text[end - 1]) and _RUN.match(text[end]):
        end -= 1
    return begin, end
