"""Everyday words that lead into these texts, and which entries stand in which relation to another document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from ...layers.alignment import NONE, Closeness, Coverage
from ...layers.coverage import category
from ...layers.layers import Layers
from ...read.synonyms import ENDS_IN, NEAR
from ..wording import say
from .entries import Entries
from .folding import END, fold, pairs, place_of
from .postings import Postings, written

WORDS = 256
"""Files of everyday words."""
LETTERS = 64
"""Files of names in Latin letters."""
SURE = 2
"""So many of a word's phrases are found for it; what comes after them is only near."""
COMMON, TIMES = 8, 3
"""A phrase in more than so many entries, and so many times those of the word's narrowest one, is only near: 智能 beside 智能终端 for 手机."""


@dataclass(frozen=True, slots=True)
class Reaching:
    """Lines of ``word word:0 17``, folded, one for all words of the same phrases; the numbers are places among ``phrases``. A line without
    numbers has words that say nothing.

    ``≈`` before a word: what stands for it is only near.
    """

    phrases: tuple[str, ...]
    """The commonest first: its number is short."""
    han: tuple[str, ...]
    """In files by a word's first character, so that a query loads only those that it may need."""
    latin: tuple[str, ...]
    """The same of names in Latin letters."""
    heads: str
    """What a word ends in → what it is a kind of: 酒."""


def reaching(synonyms: Mapping[str, Sequence[str]], index: Postings) -> Reaching:
    """What leads to these texts: a general list has much that they do not speak of."""
    there = index.pairs()

    alone: Counter[str] = Counter()
    for pair, entries in there.items():
        alone[pair[0]] += entries

    @cache
    def count(phrase: str) -> int:
        """In how many entries it may stand, 0 if in none; a character is in those of all pairs that it begins.

        Many words of a general list lead to the same few phrases.
        """
        return min((there.get(pair, 0) for pair in pairs(phrase) if pair[1] != END), default=alone[phrase])

    by_phrases: dict[tuple[str | tuple[str, int], tuple[str, ...]], list[str]] = {}
    for word, others in synonyms.items():
        phrases = tuple(phrase for phrase in map(fold, others) if count(phrase))
        if not others or (phrases and synonyms.get(_singular(word)) != others):
            kind = _kind(word)
            by_phrases.setdefault((kind, phrases if kind == "heads" else _narrow_first(phrases, count)), []).append(fold(word))
    counts = Counter(phrase for _, phrases in by_phrases for phrase in phrases)
    empty = counts.pop("", 0)
    ordered = [*(phrase for phrase, _ in counts.most_common()), *([""] if empty else [])]
    numbers = {phrase: str(number) for number, phrase in enumerate(ordered)}

    def lines(kind: str | tuple[str, int]) -> str:
        return "\n".join(
            f"{' '.join(words)}:{' '.join(numbers[phrase] for phrase in phrases)}" if phrases else " ".join(words)
            for (own, phrases), words in by_phrases.items()
            if own == kind
        )

    han, latin = (tuple(lines((name, number)) for number in range(count)) for name, count in (("han", WORDS), ("latin", LETTERS)))
    return Reaching(tuple(numbers), han, latin, lines("heads"))


def _narrow_first(phrases: Sequence[str], count: Callable[[str], int]) -> tuple[str, ...]:
    """Phrases that say too much behind those that say it, where they are only near; an empty one keeps a place."""
    most = max(COMMON, TIMES * min(map(count, phrases), default=0))
    narrow = [phrase for phrase in phrases if count(phrase) <= most]
    broad = [phrase for phrase in phrases if phrase not in narrow]
    return (*narrow, *([""] * (SURE - len(narrow)) if broad else ()), *broad)


def _singular(word: str) -> str:
    """Of a plural in English, else empty: the search takes the s away itself (``scripts/search/english.js``), so the plural need not be sent."""
    found = re.fullmatch(r"([a-z].*?)(?:(i)es|(?<=[^sui])s)", word)
    return "" if found is None else found[1] + ("y" if found[2] else "")


def _kind(word: str) -> str | tuple[str, int]:
    if word.startswith(ENDS_IN):
        return "heads"
    own = fold(word.removeprefix(NEAR))
    return ("latin", place_of(own) % LETTERS) if own.isascii() else ("han", ord(own[0]) % WORDS)


def relations(entries: Entries, layers: Layers) -> dict[str, str]:
    """What a relation is called → the entries that stand in it: 同文, 部分同文, 落实, 呼应, 仅见于四川, 未判读."""
    found: dict[str, list[int]] = {}
    entry = 0
    for own in entries.documents:
        document = own.document
        pairs_of = layers.links.of(document)
        called = cache(partial(_relation_names, place=document.meta.place, level=document.meta.level.name))
        for block in own.blocks:
            for anchor, _ in block.texts:
                names = {name for pair in pairs_of for name in called(category(pair, document, anchor))}
                for name in names:
                    found.setdefault(name, []).append(entry)
                entry += 1
    return {fold(name): written(ids) for name, ids in sorted(found.items())}


def _relation_names(state: str, place: str, level: str) -> list[str]:
    if state in {one.value for one in NONE}:
        return [say("none.only", document=place), say("none.short", level=level)]
    if state == Coverage.UNREVIEWED:
        return [say("none.unreviewed")]
    return [say(f"relation.{Closeness(state).value}")]
