"""Which pair of characters stands in which entries, written so that it is small and a page can read it fast.

A shard maps a first character to all its pairs: ``{"低": "空#a 碳$b"}``, second character, then the numbers of the entries,
each as the distance to the one before, in the digits below; a space parts the pairs. The shard of a character is a hash of
it; characters with very many entries are split by their second character, and the manifest says into how many. A pair that alone
fills a shard has a file to itself, and the manifest says how long it is: a page reads it only where no rarer pair will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .folding import pairs

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
ENDING = 64
"""The first 64 digits end a number, the other 27 go before."""
SHARD = 9_000
"""Characters in a shard, on average."""
COMMON = 9_000
"""A pair with more than this stands in a file of its own; what else a first character has is split into pieces of this size."""
LETTER = 0xE000
"""Initials of heads are kept as pairs too; their first letter is moved here, so that they are no text."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Shards; first character → into how many pieces it is split; the common pairs, commonest first, with their entries."""

    shards: tuple[Mapping[str, str], ...]
    split: Mapping[str, int]
    common: Mapping[str, str]


def number(value: int) -> str:
    """A number from 0 on in digits."""
    written = DIGITS[value % ENDING]
    value //= ENDING
    while value:
        value -= 1
        written = DIGITS[ENDING + value % (len(DIGITS) - ENDING)] + written
        value //= len(DIGITS) - ENDING
    return written


def hashed(key: str) -> int:
    """A small hash (FNV-1a over code points) that a page computes as well."""
    value = 0x811C9DC5
    for char in key:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value


def postings(texts: Iterable[tuple[str, str]]) -> Postings:
    """Index every entry: its folded text, and the initials of its syllables if it is a head."""
    found: dict[str, list[int]] = {}
    for entry, (folded, initials) in enumerate(texts):
        for pair in {*pairs(folded), *(chr(LETTER + ord(pair[0])) + pair[1] for pair in pairs(initials))}:
            found.setdefault(pair, []).append(entry)
    codes = {pair: written(ids) for pair, ids in sorted(found.items())}
    common = {pair: code for pair, code in sorted(codes.items(), key=lambda item: -len(item[1])) if len(code) > COMMON}
    blocks: dict[str, dict[str, str]] = {}
    for pair, code in codes.items():
        if pair not in common:
            blocks.setdefault(pair[0], {})[pair[1]] = code
    return _sharded(blocks, common)


def written(ids: Iterable[int]) -> str:
    """Rising numbers as distances."""
    before, codes = -1, []
    for one in ids:
        codes.append(number(one - before - 1))
        before = one
    return "".join(codes)


def _sharded(blocks: Mapping[str, Mapping[str, str]], common: Mapping[str, str]) -> Postings:
    sizes = {first: sum(len(codes) + 2 for codes in block.values()) for first, block in blocks.items()}
    split = {first: -(-size // COMMON) for first, size in sizes.items() if size > COMMON}
    count = max(1, -(-sum(sizes.values()) // SHARD))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key, block in _pieces(blocks, split):
        shards[hashed(key) % count][key] = " ".join(second + codes for second, codes in block.items())
    return Postings(tuple(dict(sorted(shard.items())) for shard in shards), split, common)


def _pieces(blocks: Mapping[str, Mapping[str, str]], split: Mapping[str, int]) -> Iterator[tuple[str, dict[str, str]]]:
    """The pieces of every block; those of a split one are called by the character and their number."""
    for first, block in blocks.items():
        if first not in split:
            yield first, dict(block)
            continue
        pieces: list[dict[str, str]] = [{} for _ in range(split[first])]
        for second, codes in block.items():
            pieces[hashed(second) % split[first]][second] = codes
        yield from ((f"{first}{number}", piece) for number, piece in enumerate(pieces))
