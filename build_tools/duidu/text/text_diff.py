"""Two wordings side by side: which words they share, and which stand in each other's place.

Shared is every run of three characters or more that stands anywhere in the other text: the order of clauses does not
matter. Answering are the words a person gave as evidence, where they are not the same (空天信息, 卫星网络). Differing are
short stretches that replace each other between shared ones: 工业兴|省|制造强|省| against 工业兴|市|制造强|市|.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

SHORTEST_SHARED = 3
LONGEST_DIFFERING = 8
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text: ``kind`` is "shared", "answering", "differing" or "" for the rest."""

    text: str
    kind: str = ""


@lru_cache(maxsize=1_000)
def compare(one: str, other: str, evidence: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches; joined again they are the texts."""
    first = _shared(one, other, (words for words, _ in evidence))
    second = _shared(other, one, (words for _, words in evidence))
    for start, end, from_, to in _replaced(one, other):
        if not any(first[start:end]) and not any(second[from_:to]):
            first[start:end] = ["differing"] * (end - start)
            second[from_:to] = ["differing"] * (to - from_)
    return tuple(_stretches(one, first)), tuple(_stretches(other, second))


def _shared(text: str, other: str, evidence: Iterable[str]) -> list[str]:
    """The kind of every character: shared or nothing yet."""
    kinds = [""] * len(text)
    size = min(SHORTEST_SHARED, len(text), len(other))
    grams = {other[start : start + size] for start in range(len(other) - size + 1)}
    covered = [False] * len(text)
    for start in range(len(text) - size + 1):
        if text[start : start + size] in grams:
            covered[start : start + size] = [True] * size
    for start, end in _runs(covered):
        kept = _EDGES.sub("", text[start:end])
        if len(kept) >= min(2, size):
            begin = text.index(kept, start)
            kinds[begin : begin + len(kept)] = ["shared"] * len(kept)
    for words in evidence:
        begin = text.find(words)
        for position in range(begin, begin + len(words)) if begin >= 0 else ():
            kinds[position] = kinds[position] or ("shared" if words in other else "answering")
    return kinds


def _runs(flags: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for position, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = position
        elif not flag and start is not None:
            yield start, position
            start = None


def _replaced(one: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """Short stretches that replace each other between equal ones of two characters or more."""
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for index, (tag, a, b, c, d) in enumerate(codes):
        around = [code for code in (codes[index - 1] if index else None, codes[index + 1] if index + 1 < len(codes) else None) if code]
        framed = any(code[0] == "equal" and code[2] - code[1] >= 2 for code in around)
        if tag == "replace" and framed and max(b - a, d - c) <= LONGEST_DIFFERING and _worded(one[a:b]) and _worded(other[c:d]):
            yield a, b, c, d


def _worded(text: str) -> bool:
    return bool(re.fullmatch(r"\w+", text))


def _stretches(text: str, kinds: list[str]) -> Iterator[Stretch]:
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or kinds[position] != kinds[start]:
            yield Stretch(text[start:position], kinds[start])
            start = position
