"""Where a phrase that two sentences share may end: between words, in both of them.

世界一流的大科学装置 and 世界一流的大学 share 世界一流的大, but the words they share are 世界一流. BudouX finds the words; what it
says of one place depends on three characters at either side, so that no sentence is read as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ...text.word_pieces import REACH, word_pieces
from .profile import Profile

_LOOSE = frozenset("的地得了和与及或并等在对为把将向从以于由")
"""Single characters that belong to no phrase when they stand at its end."""


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


def at_words(phrase: Phrase, source: Profile, target: Profile) -> Phrase:
    """The phrase without what is only part of a word, or without words of its own, at its ends; its length may come down to 0."""
    start, other, end, stop = phrase.start, phrase.other, phrase.start + phrase.length, phrase.other + phrase.length
    while start < end and (source.plain[start] in _LOOSE or not _parts(source, start, target, other, 1)):
        start, other = start + 1, other + 1
    while start < end and (source.plain[end - 1] in _LOOSE or not _parts(source, end, target, stop, -1)):
        end, stop = end - 1, stop - 1
    return replace(phrase, start=start, other=other, length=end - start)


def _parts(source: Profile, at: int, target: Profile, there: int, inward: int) -> bool:
    """Whether a word ends here in both; in one is enough if the next character inward belongs to the same word."""
    found = is_word_end(source, at) + is_word_end(target, there)
    return found == 2 or (found == 1 and not (is_word_end(source, at + inward) or is_word_end(target, there + inward)))


def is_word_end(profile: Profile, at: int) -> bool:
    """Whether a word ends before the letter at this place, and another begins."""
    letters = profile.letters
    if at <= 0 or at >= len(letters) or letters[at].opens:
        return True
    before, after = letters[at - 1], letters[at]
    if before.start == after.start:  # within a form that is read as another
        return False
    return before.end != after.start or _ends(
        profile.display[max(0, after.start - REACH) : after.start], profile.display[after.start : after.start + REACH]
    )


@lru_cache(maxsize=8192)
def _ends(before: str, after: str) -> bool:
    return len(before) in _lengths(tuple(word_pieces(before + after)))


def _lengths(pieces: tuple[str, ...]) -> set[int]:
    total, found = 0, set()
    for piece in pieces:
        total += len(piece)
        found.add(total)
    return found
