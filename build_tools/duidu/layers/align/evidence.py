"""The words two sentences share, as a reader sees them.

有序推进地方债务风险化解 and 分层分类系统推进地方债务风险防范化解 share 推进地方债务风险.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...read.links import Evidence
from ...text.sentences import PAIRS
from .parts import Letter
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
    letters, others = source.letters, target.letters
    where: defaultdict[str, list[int]] = defaultdict(list)
    for position in range(len(others) - 1):
        where[others[position].char + others[position + 1].char].append(position)
    for start in range(len(letters) - 1):
        for other in where.get(letters[start].char + letters[start + 1].char, ()):
            if not (start and other and letters[start - 1].char == others[other - 1].char):
                length = _run(letters, others, start, other)
                yield Phrase(start, other, length, _weight(source, start, length, weight))


def _run(letters: Sequence[Letter], others: Sequence[Letter], start: int, other: int) -> int:
    length = 2
    while start + length < len(letters) and other + length < len(others) and letters[start + length].char == others[other + length].char:
        length += 1
    return length


def _weight(source: Profile, start: int, length: int, weight: Mapping[str, float]) -> float:
    letters, emphasis = source.letters, source.parts.emphasis
    return sum(
        weight.get(letters[at - 1].char + letters[at].char, 0.0) * min(emphasis[at - 1], emphasis[at])
        for at in range(start + 1, start + length)
        if not letters[at].opens
    )


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
