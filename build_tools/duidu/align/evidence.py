"""The words two sentences share, as a reader sees them.

有序推进地方债务风险化解 and 分层分类系统推进地方债务风险防范化解 share 推进地方债务风险.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .reading import Letter, Reading

MOST = 3
"""Phrases shown at most."""
LEAST = 0.3
"""A further phrase is shown if it carries this share of the first one's weight,"""
LONG = 3
"""and has so many letters: two-letter ones are mostly 推进, 体系, or parts of two words (是创)."""
CLAUSE = 10
"""So many letters in a row are a clause repeated, not a term; 9 to 12 do nearly as well."""
MOSTLY = 0.8
"""The share of a short sentence that is nearly all of it."""
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of letters that stands in both sentences and can be extended in neither direction."""

    start: int
    """In the implementing sentence's letters."""
    other: int
    """In the implemented one's."""
    length: int
    weight: float

    def overlaps(self, phrase: Phrase) -> bool:
        """Whether both have a letter in common, in either sentence."""
        here = self.start < phrase.start + phrase.length and phrase.start < self.start + self.length
        there = self.other < phrase.other + phrase.length and phrase.other < self.other + self.length
        return here or there


def evidence(source: Reading, target: Reading, kept: Sequence[Phrase]) -> tuple[tuple[str, str], ...]:
    """The phrases as displayed: the words in ``source``, the words in ``target``."""
    return tuple((_shown(source, phrase.start, phrase.length), _shown(target, phrase.other, phrase.length)) for phrase in kept)


def is_verbatim(source: Reading, target: Reading, kept: Sequence[Phrase]) -> bool:
    """Whether a clause is repeated word for word, or nearly all of a shorter sentence: 有力有效推进乡村全面振兴."""
    longest = max(phrase.length for phrase in kept)
    return longest >= CLAUSE or longest >= MOSTLY * min(len(source.letters), len(target.letters))


def phrases(source: Reading, target: Reading, weight: Mapping[str, float]) -> Iterator[Phrase]:
    """All maximal common runs of two letters or more."""
    letters, others = source.letters, target.letters
    where: defaultdict[str, list[int]] = defaultdict(list)
    for position in range(len(others) - 1):
        where[others[position].char + others[position + 1].char].append(position)
    for start in range(len(letters) - 1):
        for other in where.get(letters[start].char + letters[start + 1].char, ()):
            if not (start and other and letters[start - 1].char == others[other - 1].char):
                length = _run(letters, others, start, other)
                yield Phrase(start, other, length, _weight(letters[start : start + length], weight))


def _run(letters: Sequence[Letter], others: Sequence[Letter], start: int, other: int) -> int:
    length = 2
    while start + length < len(letters) and other + length < len(others) and letters[start + length].char == others[other + length].char:
        length += 1
    return length


def _weight(letters: Sequence[Letter], weight: Mapping[str, float]) -> float:
    return sum(weight.get(letters[at].char + letters[at + 1].char, 0.0) for at in range(len(letters) - 1) if not letters[at + 1].opens)


def chosen(found: Iterator[Phrase]) -> list[Phrase]:
    """One to three of them, the weightiest first, that do not overlap."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda phrase: (-phrase.weight, phrase.start, phrase.other)):
        if kept and (len(kept) == MOST or phrase.weight < LEAST * kept[0].weight):
            break
        if not kept or (phrase.length >= LONG and not any(phrase.overlaps(other) for other in kept)):
            kept.append(phrase)
    return kept


def _shown(reading: Reading, start: int, length: int) -> str:
    """The displayed words, with the closing mark of a quotation or bracket that opens in them."""
    begin, end = _whole(reading.display, reading.letters[start].start, reading.letters[start + length - 1].end)
    shown, after = reading.display[begin:end], reading.display[end : end + 1]
    closes = any(closing == after and shown.count(opening) > shown.count(closing) for opening, closing in _PAIRS.items())
    return shown + after if closes else shown


_RUN = re.compile(r"[0-9A-Za-z.%]")


def _whole(text: str, begin: int, end: int) -> tuple[int, int]:
    """The stretch without a number or Latin word that it would cut: 水库3 of 水库30座 is 水库."""
    while begin < end and begin and _RUN.match(text[begin - 1]) and _RUN.match(text[begin]):
        begin += 1
    while end > begin and end < len(text) and _RUN.match(text[end - 1]) and _RUN.match(text[end]):
        end -= 1
    return begin, end
