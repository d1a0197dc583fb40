"""Which pair of characters stands in which entries, written so that it is small and a page can read it fast.

All pairs in order are cut into shards of about one size, and the manifest has the first pair of each. A shard maps a first character
to its pairs: ``{"低": "空#a 碳$b"}``, second character, then the numbers of the entries, each as the distance to the one before,
in the digits below; a space parts the pairs. A pair that alone would fill a shard has a file to itself, and the manifest says how
long it is: a page reads it only where no rarer pair will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..packing import packed
from .folding import pairs

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
ENDING = 64
"""The first 64 digits end a number, the other 27 go before."""
SHARD = 8_000
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


def number(value: int) -> str:
    """A number from 0 on in digits."""
    written = DIGITS[value % ENDING]
    value //= ENDING
    while value:
        value -= 1
        written = DIGITS[ENDING + value % (len(DIGITS) - ENDING)] + written
        value //= len(DIGITS) - ENDING
    return written


def postings(texts: Iterable[tuple[str, str]]) -> Postings:
    """Index every entry: its folded text, and the initials of its syllables if it is a head."""
    found: dict[str, list[int]] = {}
    for entry, (folded, initials) in enumerate(texts):
        for pair in {*pairs(folded), *(chr(LETTER + ord(pair[0])) + pair[1] for pair in pairs(initials))}:
            found.setdefault(pair, []).append(entry)
    codes = {pair: written(found[pair]) for pair in sorted(found, key=lambda pair: pair.encode("utf-16-be", "surrogatepass"))}
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
