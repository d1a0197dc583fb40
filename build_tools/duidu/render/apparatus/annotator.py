"""What a reading page adds to the official text: term marks inside it, note signs after it, the apparatus beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from ...anchors.document import Document
from ...layers.alignment import compared_units
from ...layers.layers import Layers
from ...layers.terms import Mention, without_overlaps
from ...model.records import Kind, Unit
from ..addresses import term_address
from ..annotator import Annotator
from ..markdown import attribute, escape, link
from ..wording import say
from .counterparts import UP, apparatus, is_shown


class PageAnnotator(Annotator):
    """The text with its layers, for one page. Notes are numbered through the page."""

    def __init__(self, document: Document, layers: Layers, units: Sequence[Unit]) -> None:
        """``units`` are all that stand on the page, in reading order."""
        self.document = document
        self.layers = layers
        self.anchors = [unit.anchor for unit in units]
        notes = chain.from_iterable(layers.notes.at(document, anchor) for anchor in self.anchors)
        self.numbers = {note.id: number for number, note in enumerate(notes, 1)}
        self.marks = dict(_first_mentions(document, layers, units))

    def shown(self) -> Iterator[str]:
        """Which layers the page has: links, terms, notes. What is known to have no counterpart belongs to the links."""
        compared = {*self.anchors} & {*compared_units(self.document)}
        pairs = self.layers.links.of(self.document)
        if any(is_shown(pair, self.document, anchor) for pair in pairs for anchor in compared):
            yield "links"
        if self.marks:
            yield "terms"
        if self.numbers:
            yield "notes"

    def words(self, anchor: str, text: str) -> str:
        """The sentence with the first mention of each term in its paragraph made a link to the glossary."""
        pieces: list[str] = []
        done = 0
        for mention in self.marks.get(anchor, ()):
            target = term_address(mention.term, UP)
            pieces += [escape(text[done : mention.start]), f"{link(text[mention.start : mention.end], target)}{{ .term }}"]
            done = mention.end
        return "".join(pieces) + escape(text[done:])

    def signs(self, anchor: str) -> str:
        """The numbers of the unit's notes."""
        return "".join(
            f'<a class="aid ref" href="#{note.id}" aria-label="{attribute(say("note.sign", number=self.numbers[note.id], kind=note.kind))}">{self.numbers[note.id]}</a>'
            for note in self.layers.notes.at(self.document, anchor)
        )

    def beside(self, unit: Unit) -> str:
        """Counterparts and notes of the unit and its sentences."""
        return apparatus(self.document, self.layers, unit, self.numbers)

    def terms(self) -> list[str]:
        """The ids of the terms marked on the page, in the order of their first mark."""
        return list(dict.fromkeys(mention.term for mentions in self.marks.values() for mention in mentions))


def _first_mentions(document: Document, layers: Layers, units: Sequence[Unit]) -> Iterator[tuple[str, list[Mention]]]:
    for unit in units:
        seen: set[str] = set()
        for sentence in unit.sentences if unit.kind is not Kind.SENTENCE else ():
            kept = []
            for mention in without_overlaps(layers.terms.at(document, sentence.anchor)):
                if mention.term not in seen:
                    seen.add(mention.term)
                    kept.append(mention)
            if kept:
                yield sentence.anchor, kept
