"""Which pair of characters stands in which entries, written so that it is small and a page can read it fast.

All pairs in order are cut into shards of about one size, and the manifest has the first pair of each. A shard maps a first character
to its pairs: ``{"低": "空#a 碳$b"}``, second character, then the numbers of the entries, each as the distance to the one before,
in the digits below; a space parts the pairs. A pair that alone would fill a shard has a file to itself, and the manifest says how
long it is: a page reads it only where no rarer pair will do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from ..packing import packed
from .folding import pairs

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
ENDING = 64
"""The first 64 digits end a number, the other 27 go before."""
SHARD = 5_000
"""Characters in a shard, at most; a pair with more than this has a file of its own."""
LETTER = 0xE000
"""Initials of heads are kept as pairs too; their first letter is moved here, so that they are no text."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Shards, first character → its pairs; the first pair of each; the common pairs, commonest first, with their entries."""

    shards: tuple[Mapping[str, str], ...]
    bounds: tuple[str, ...]
    common: Mapping[str, str]

    def pairs(self) -> Mapping[str, int]:
        """Every pair there is, and about how many entries have it: the digits it takes."""
        inside = ((first + code[0], len(code) - 1) for shard in self.shards for first, block in shard.items() for code in block.split(" "))
        return dict(inside) | {pair: len(code) for pair, code in self.common.items()}


NO_INDEX = Postings((), (), {})


@cache
def number(value: int) -> str:
    """A number from 0 on in digits."""
    written = DIGITS[value % ENDING]
    value //= ENDING
    while value:
        value -= 1
        written = DIGITS[ENDING + value % (len(DIGITS) - ENDING)] + written
        value //= len(DIGITS) - ENDING
    return written


@dataclass(frozen=True, slots=True)
class Piece:
    """The index of some entries, numbered from 0: how many they are, their characters, per pair its first entry, its last, the steps between."""

    size: int
    characters: str
    pairs: Mapping[str, tuple[int, int, str]]

    def __str__(self) -> str:
        return json.dumps([self.size, self.characters, self.pairs], ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def read(said: str) -> Piece:
        """What ``str`` gave."""
        return Piece(*json.loads(said))


def piece(texts: Iterable[tuple[str, str]]) -> Piece:
    """Index entries: of each its folded text, and the initials of its syllables if it is a head."""
    found: dict[str, list[int]] = {}
    characters: set[str] = set()
    size = 0
    for folded, initials in texts:
        characters.update(folded)
        for pair in {*pairs(folded), *(chr(LETTER + ord(pair[0])) + pair[1] for pair in pairs(initials))}:
            found.setdefault(pair, []).append(size)
        size += 1
    steps = {pair: (ids[0], ids[-1], "".join(number(b - a - 1) for a, b in pairwise(ids))) for pair, ids in found.items()}
    return Piece(size, "".join(sorted(characters)), steps)


def joined(pieces: Iterable[Piece]) -> Piece:
    """One index for entries that come one after the other."""
    found: dict[str, tuple[int, int, list[str]]] = {}
    characters: set[str] = set()
    before = 0
    for one in pieces:
        characters.update(one.characters)
        for pair, (first, last, steps) in one.pairs.items():
            if known := found.get(pair):
                known[2].extend((number(before + first - known[1] - 1), steps))
                found[pair] = (known[0], before + last, known[2])
            else:
                found[pair] = (before + first, before + last, [steps])
        before += one.size
    whole = {pair: (first, last, "".join(codes)) for pair, (first, last, codes) in found.items()}
    return Piece(before, "".join(sorted(characters)), whole)


def postings(index: Piece) -> Postings:
    """The index as it is written."""
    found = index.pairs
    order = sorted(found, key=lambda pair: pair.encode("utf-16-be", "surrogatepass"))
    codes = {pair: number(found[pair][0]) + found[pair][2] for pair in order}
    common = {pair: code for pair, code in sorted(codes.items(), key=lambda item: -len(item[1])) if len(code) > SHARD}
    # A pair takes its second character and a space besides; behind the last one stands none.
    shards = list(packed([item for item in codes.items() if item[0] not in common], lambda item: len(item[1]) + 2, SHARD + 2))
    return Postings(tuple(map(_by_first, shards)), tuple(shard[0][0] for shard in shards), common)


def written(ids: Iterable[int]) -> str:
    """Rising numbers as distances."""
    before, codes = -1, []
    for one in ids:
        codes.append(number(one - before - 1))
        before = one
    return "".join(codes)


def _by_first(shard: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    blocks = groupby(shard, lambda item: item[0][0])
    return {first: " ".join(pair[1] + code for pair, code in block) for first, block in blocks}
