"""The layer of terms: one pass over each sentence for all forms at once (Aho–Corasick), longest match on folded text.

Quotes inside a form hide nothing: 五良融合 stands in “五良”融合. A form inside a longer one, or in a context the glossary
excludes, is not an occurrence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar, Self

import ahocorasick

from ..anchors.document import Document
from ..model.faults import Fault
from ..model.records import Kind, Unit
from ..read.glossary import Glossary, Term
from ..text.nearest import nearest
from .contract import AddressedCorpus, Layer

QUOTES = frozenset("“”‘’「」『』\"'")


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a sentence: positions in the sentence's displayed text."""

    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Terms(Layer[Mention]):
    """The glossary, and every mention of its terms in the corpus."""

    glossary: Glossary
    mentions: Mapping[str, Mapping[str, tuple[Mention, ...]]]
    """Document → sentence → its mentions in order; a mention inside a longer one is left out."""
    in_heads: Mapping[str, Mapping[str, tuple[Mention, ...]]]
    """The same for heads, where terms are not marked and not counted, but stand."""
    name: ClassVar[str] = "terms"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """All mentions of all terms of the glossary."""
        return cls.find(corpus.written.glossary, corpus.documents)

    @classmethod
    def find(cls, glossary: Glossary, documents: Sequence[Document]) -> Self:
        """All mentions of all terms of any glossary."""
        automaton = _automaton(glossary)

        def mentions(document: Document, wanted: Callable[[Unit], bool]) -> dict[str, tuple[Mention, ...]]:
            found = (
                (anchor, tuple(_mentions(automaton, document.text(anchor)))) for anchor, unit in document.units.items() if wanted(unit)
            )
            return {anchor: own for anchor, own in found if own}

        return cls(
            glossary,
            {document.id: mentions(document, lambda unit: unit.kind is Kind.SENTENCE) for document in documents},
            {document.id: mentions(document, lambda unit: unit.is_head) for document in documents},
        )

    def at(self, document: Document, anchor: str) -> Sequence[Mention]:
        """The mentions in a sentence, in order; a mention inside a longer one is left out."""
        return self.mentions.get(document.id, {}).get(anchor, ())

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the glossary, every fault at its place."""
        glossary = self.glossary
        known = [term.id for term in glossary.terms]
        yield from _double_claims(glossary)
        everywhere = [*self.mentions.values(), *self.in_heads.values()]
        mentioned = {mention.term for units in everywhere for found in units.values() for mention in found}
        for position, term in enumerate(glossary.terms):
            for key, targets in (("related", term.related), ("distinct_from", term.distinct_from)):
                for number, target in enumerate(targets):
                    if target not in known or target == term.id:
                        near = nearest(target, known)
                        hint = f"最接近的是 {near}" if near else "核对 id"
                        yield glossary.yaml.fault((position, key, number), "TRM002", f"{term.term} 的 {key} 里的 {target} 不存在", hint)
            if term.certainty == "uncertain" and not term.remark:
                yield glossary.yaml.fault(
                    (position, "certainty"), "TRM004", f"{term.term} 不能确定，却没有说明", "在 remark 里写明什么不能确定"
                )
            if term.certainty == "sourced" and not term.sources:
                yield glossary.yaml.fault(
                    (position, "certainty"), "TRM004", f"{term.term} 标为有出处，却没有列出处", "补上 sources，或改为 common、uncertain"
                )
            if term.id not in mentioned:
                yield glossary.yaml.fault((position, "forms"), "TRM006", f"{term.term} 的各种写法都没有出现", "核对写法", warning=True)

    def term(self, identity: str) -> Term:
        """The entry of an id."""
        return self._entries[identity]

    def occurrences(self, identity: str) -> Sequence[tuple[str, str]]:
        """Document and anchor of every sentence that has the term, in the corpus's order."""
        return self._in_sentences.get(identity, ())

    def heads(self, identity: str) -> Sequence[tuple[str, str]]:
        """Document and anchor of every head that has the term."""
        return self._in_heads.get(identity, ())

    @cached_property
    def _entries(self) -> Mapping[str, Term]:
        return {term.id: term for term in self.glossary.terms}

    @cached_property
    def _in_sentences(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        return _by_term(self.mentions)

    @cached_property
    def _in_heads(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        return _by_term(self.in_heads)


def _by_term(mentions: Mapping[str, Mapping[str, tuple[Mention, ...]]]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Term → the units that have it; one walk over all mentions, however many terms there are."""
    found: dict[str, list[tuple[str, str]]] = {}
    for document, units in mentions.items():
        for anchor, own in units.items():
            for identity in dict.fromkeys(mention.term for mention in own):
                found.setdefault(identity, []).append((document, anchor))
    return found


@cache
def _found(char: str) -> str:
    return "".join(folded for folded in unicodedata.normalize("NFKC", char) if not folded.isspace() and folded not in QUOTES)


def searchable(text: str) -> tuple[str, list[int]]:
    """The folded text without quotes, and for each of its characters the position in ``text``."""
    chars: list[str] = []
    positions: list[int] = []
    for position, char in enumerate(text):
        for folded in _found(char):
            chars.append(folded)
            positions.append(position)
    return "".join(chars), positions


def _automaton(glossary: Glossary) -> ahocorasick.Automaton:
    """Forms and excluded contexts in one automaton: value (length, term id, or "" for a context)."""
    automaton = ahocorasick.Automaton()
    for term in glossary.terms:
        for context in term.not_in:
            key, _ = searchable(context)
            automaton.add_word(key, (len(key), ""))
    for term in glossary.terms:
        for form in term.forms:
            key, _ = searchable(form)
            if key:
                automaton.add_word(key, (len(key), term.id))
    if len(automaton):
        automaton.make_automaton()
    return automaton


def _mentions(automaton: ahocorasick.Automaton, text: str) -> Iterator[Mention]:
    if not len(automaton):
        return
    folded = "".join(map(_found, text))
    found = [(end - length + 1, end + 1, identity) for end, (length, identity) in automaton.iter(folded)]
    positions = searchable(text)[1] if found else []
    for start, end, identity in sorted(found):
        inside = any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
        if identity and not inside:
            first, last = _with_quotes(text, positions[start], positions[end - 1])
            yield Mention(identity, first, last)


def _with_quotes(text: str, first: int, last: int) -> tuple[int, int]:
    """Take in a quote that the term opens or closes alone: “五良”融合 begins with its quote."""
    inner = text[first : last + 1]
    if inner.count("”") > inner.count("“") and text[first - 1 : first] == "“":
        first -= 1
    if inner.count("“") > inner.count("”") and text[last + 1 : last + 2] == "”":
        last += 1
    return first, last + 1


def without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that can be marked together: the longer ones first, in the order of the text."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _double_claims(glossary: Glossary) -> Iterator[Fault]:
    ids: dict[str, int] = {}
    forms: dict[str, tuple[int, str]] = {}
    for position, term in enumerate(glossary.terms):
        first = ids.setdefault(term.id, position)
        if first != position:
            line, _ = glossary.yaml.at(first, "id")
            yield glossary.yaml.fault((position, "id"), "TRM003", f"id {term.id} 与第 {line} 行重复", "换一个 id")
        for number, form in enumerate(term.forms):
            claimed, name = forms.setdefault(searchable(form)[0], (position, term.term))
            if claimed != position:
                yield glossary.yaml.fault((position, "forms", number), "TRM001", f"写法“{form}”已属于 {name}", "两个词目只能有一个用它")
