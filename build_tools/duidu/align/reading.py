"""A document as the matcher reads it: its sentences and heads, folded, in the words of the other level.

The implementing document is read as if the other level had written it: 遂宁 as 四川, 全市 as 全省, 制造强市 as 制造强省, 市委 as
省委. What it says of the other level itself (构建富有四川特色和优势的现代化产业体系) stays as it is and matches as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from ..anchors.document import Document
from ..model.records import Kind
from ..read.corpus import Meta

OWN_LEVEL = "(?<=[全强兴本我]){0}(?![场])|(?<![省市县区国]){0}(?=委|政府)"
"""Where the word for a level means the document's own: 全市, 强市, 兴市, 本市, 市委, 市政府; but not 新兴市场."""
_JOINS = frozenset("“”‘’\"'《》〈〉「」『』·-")
"""Marks within a phrase: “五良”融合 holds 良融; every other mark ends a phrase."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character that is compared, and the stretch of the displayed text it stands for."""

    char: str
    start: int
    end: int
    opens: bool
    """Whether a phrase begins here, because a mark stands before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence or head, ready to be compared."""

    anchor: str
    parent: str
    is_head: bool
    display: str
    letters: tuple[Letter, ...]
    pairs: tuple[str, ...]
    """Its pairs of neighbouring characters, each once: 深化改革 has 深化, 化改, 改革."""


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
        for char in shown if "一" <= shown <= "龥" else normalize("NFKC", shown):
            if char.isalnum():
                letters.append(Letter(char, position, position + 1, opens))
                opens = False
            elif char not in _JOINS and not char.isspace():
                opens = True
    return tuple(letters)


def _plain(form: str) -> str:
    return "".join(letter.char for letter in letters_of(form))


def respelling(own: Meta, other: Meta, variants: Mapping[str, str]) -> Respelling:
    """What is read differently in ``own``, so that it can be compared with ``other``."""
    spelt = {_plain(form): _plain(word) for form, word in variants.items()}
    canonical = {word: word for word in spelt.values()} | spelt
    if own.place and other.place:
        canonical[own.place] = other.place
    canonical.pop("", None)
    patterns = [re.escape(form) for form in sorted(canonical, key=lambda form: (-len(form), form))]
    mine, level = own.level.own, other.level.own
    if mine != level:
        patterns.append(OWN_LEVEL.format(mine))
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


def pairs_of(letters: tuple[Letter, ...]) -> tuple[str, ...]:
    """Neighbouring letters with no mark between them that ends a phrase; each pair once, in reading order."""
    return tuple(dict.fromkeys(left.char + right.char for left, right in pairwise(letters) if not right.opens))


def readings(document: Document, words: Respelling) -> tuple[Reading, ...]:
    """All sentences and heads in reading order."""
    found = []
    for anchor, unit in document.units.items():
        if unit.kind is Kind.SENTENCE or unit.is_head:
            display = document.text(anchor)
            letters = respelled(letters_of(display), words)
            found.append(Reading(anchor, document.parents[anchor], unit.is_head, display, letters, pairs_of(letters)))
    return tuple(found)
