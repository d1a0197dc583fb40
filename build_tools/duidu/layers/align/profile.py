"""A document as the matcher reads it: its sentences and heads, folded, in the words of the other level.

The implementing document is read as if the other level had written it: 遂宁 as 四川, 全市 as 全省, 制造强市 as 制造强省, 市委 as
省委. What it says of the other level itself (构建富有四川特色和优势的现代化产业体系) stays as it is and matches as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from ...anchors.document import Document
from ...model.meta import Meta
from ...model.records import Kind
from .parts import Letter, Parts, parts_of

OWN_LEVEL = "(?<=[全强兴本我]){0}(?![场])|(?<![省市县区国]){0}(?=委|政府)"
"""Where the word for a level means the document's own: 全市, 强市, 兴市, 本市, 市委, 市政府; but not 新兴市场."""
SHORTEST = 4
"""Letters of a clause that is looked for in other sentences; what is shorter recurs by chance."""
_JOINS = frozenset("“”‘’\"'《》〈〉「」『』·-")
"""Marks within a phrase: “五良”融合 holds 良融; every other mark ends a phrase."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A sentence or head as the matcher compares it."""

    anchor: str
    parent: str
    is_head: bool
    display: str
    letters: tuple[Letter, ...]
    plain: str
    """Its letters as one string."""
    parts: Parts
    pairs: Mapping[str, float]
    """Its pairs of neighbouring characters with their emphasis: 深化改革 has 深化, 化改, 改革."""
    clauses: tuple[tuple[str, int, int], ...]
    """Of its operative clauses the letters, and where they begin and end; none too short to be recognised."""
    places: Mapping[str, Sequence[int]]
    """The clauses, by number, that each pair stands in."""
    operative: frozenset[str]
    """The pairs in the operative part,"""
    front: Mapping[str, float]
    """and those before it."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """Forms and what is read in their place, the longest form first."""

    pattern: re.Pattern[str] | None
    canonical: Mapping[str, str]
    level: str = ""

    def word(self, match: re.Match[str]) -> str:
        """What is read for a form that the pattern found."""
        return self.canonical.get(match.group(), self.level)


def letters_of(text: str) -> tuple[Letter, ...]:
    """Folded letters and digits of a displayed text; marks and white space are left out."""
    letters: list[Letter] = []
    opens = True
    for position, shown in enumerate(text):
        if "一" <= shown <= "龥":
            letters.append(Letter(shown, position, position + 1, opens))
            opens = False
            continue
        for char in normalize("NFKC", shown):
            if char.isalnum():
                letters.append(Letter(char, position, position + 1, opens))
                opens = False
            elif char not in _JOINS and not char.isspace():
                opens = True
    return tuple(letters)


def _plain(form: str) -> str:
    return "".join(letter.char for letter in letters_of(form))


def respelling(own: Meta, place: str, level: str, variants: Mapping[str, str]) -> Respelling:
    """What is read differently in ``own``, so that it can be compared with a document of that place and level."""
    spelt = {_plain(form): _plain(word) for form, word in variants.items()}
    canonical = {word: word for word in spelt.values()} | spelt
    if own.place and place:
        canonical[own.place] = place
    canonical.pop("", None)
    patterns = [re.escape(form) for form in sorted(canonical, key=lambda form: (-len(form), form))]
    if own.level.own != level:
        patterns.append(OWN_LEVEL.format(own.level.own))
    return Respelling(re.compile("|".join(patterns)) if patterns else None, canonical, level)


def respelled(letters: tuple[Letter, ...], words: Respelling) -> tuple[Letter, ...]:
    """With every form replaced; a replaced letter stands for the whole form in the displayed text."""
    if words.pattern is None:
        return letters
    result: list[Letter] = []
    done = 0
    for match in words.pattern.finditer("".join(letter.char for letter in letters)):
        form = letters[match.start() : match.end()]
        result += letters[done : match.start()]
        for offset, char in enumerate(words.word(match)):
            result.append(Letter(char, form[0].start, form[-1].end, form[0].opens and offset == 0))
        done = match.end()
    return (*result, *letters[done:])


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """A document ready to be compared with any other of one level and place."""

    profiles: tuple[Profile, ...]
    """All sentences and heads in reading order."""
    postings: Mapping[str, Sequence[tuple[int, float]]]
    """Pair → positions of the sentences that have it, with its emphasis there."""


def profile_of(document: Document, other: Meta, variants: Mapping[str, str]) -> DocumentProfile:
    """The document in the words of the other level; those asked for last are kept, so that an upper one is read once for many."""
    return _text(_Same(document), other.place, other.level.own, tuple(variants.items()))


@dataclass(frozen=True, slots=True)
class _Same:
    """A document as a key: only it is equal to itself."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


@lru_cache(maxsize=4)
def _text(same: _Same, place: str, level: str, variants: tuple[tuple[str, str], ...]) -> DocumentProfile:
    document = same.document
    words = respelling(document.meta, place, level, dict(variants))
    penalties: set[str] = set()
    found = []
    for anchor, unit in document.units.items():
        if unit.kind is Kind.SENTENCE or unit.is_head:
            parent = document.parents[anchor]
            profile = _profile(
                anchor, parent, document.text(anchor), words, is_head=unit.is_head, penal=document.parents.get(parent) in penalties
            )
            if profile.parts.penal:
                penalties.add(parent)
            found.append(profile)
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, profile in enumerate(found):
        for pair, emphasis in profile.pairs.items():
            postings[pair].append((position, emphasis))
    return DocumentProfile(tuple(found), dict(postings))


def _profile(anchor: str, parent: str, display: str, words: Respelling, *, is_head: bool, penal: bool) -> Profile:
    letters = respelled(letters_of(display), words)
    parts = parts_of(display, letters, penal=penal)
    plain = "".join(letter.char for letter in letters)
    pairs, front, operative, places = _pairs(letters, plain, parts)
    return Profile(
        anchor,
        parent,
        is_head,
        display,
        letters,
        plain,
        parts,
        pairs,
        tuple(
            (plain[begin:end], begin, end)
            for begin, end in parts.clauses
            if end - begin >= SHORTEST and end > parts.begin and begin < parts.end
        ),
        places,
        operative,
        front,
    )


def _pairs(
    letters: Sequence[Letter], plain: str, parts: Parts
) -> tuple[dict[str, float], dict[str, float], frozenset[str], Mapping[str, list[int]]]:
    """Neighbouring letters with no mark between them that ends a phrase, each with the most emphasis it has anywhere: all of them, those
    before the operative part, those in it, and the clauses that each stands in.
    """
    emphasis = parts.emphasis
    pairs: dict[str, float] = {}
    front: dict[str, float] = {}
    operative: set[str] = set()
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (begin, end) in enumerate(parts.clauses):  # no pair lies in two clauses: a mark parts them
        for at in range(begin + 1, end):
            if letters[at].opens:
                continue
            pair = plain[at - 1 : at + 1]
            one, least = emphasis[at - 1], emphasis[at]
            least = min(least, one)
            if least > pairs.get(pair, 0.0):
                pairs[pair] = least
            if at < parts.begin:
                if least > front.get(pair, 0.0):
                    front[pair] = least
            elif parts.begin < at < parts.end:
                operative.add(pair)
            numbers = places[pair]
            if not numbers or numbers[-1] != number:
                numbers.append(number)
    return pairs, front, frozenset(operative), dict(places)
