"""What can be found: every sentence and head of every text, then notes, then terms.

Entries are numbered in this order, over the whole site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...anchors.document import FULL, LANDING, Document
from ...layers.layers import Layers
from ...layers.notes import Note
from ...model.citation import Citation
from ...model.records import Kind, Unit
from ...read.glossary import Term
from ..wording import say


@dataclass(frozen=True, slots=True)
class SearchBlock:
    """A head, or a paragraph with its sentences. ``where`` and ``place`` are the steps of its citation: 二（二）, 第3段."""

    page: str
    """The last step of its page's address, "" for the landing page."""
    anchor: str
    where: str
    place: str
    is_head: bool
    texts: tuple[tuple[str, str], ...]
    """Anchor and displayed text of each entry."""


@dataclass(frozen=True, slots=True)
class PageRun:
    """Entries of a document that stand on one page."""

    page: str
    mark: str
    """How the section is cited: 二; "" outside sections."""
    size: int


@dataclass(frozen=True, slots=True)
class DocumentEntries:
    """The entries of a document."""

    document: Document
    blocks: tuple[SearchBlock, ...]

    @property
    def size(self) -> int:
        """How many entries it has."""
        return sum(len(block.texts) for block in self.blocks)

    def page_runs(self) -> Iterator[PageRun]:
        """Its pages in reading order; the landing page comes again after the sections where something stands there."""
        marks = {leaf.name: self.document.citation(leaf.head.anchor) for leaf in self.document.leaves}
        for page, group in groupby(self.blocks, lambda block: block.page):
            mark = say("name.full") if page == FULL else marks.get(page, "")
            yield PageRun(page, mark, sum(len(block.texts) for block in group))


@dataclass(frozen=True, slots=True)
class Entries:
    """All there is to find."""

    documents: tuple[DocumentEntries, ...]
    notes: tuple[tuple[Document, tuple[Note, ...]], ...]
    terms: tuple[Term, ...]

    def official(self) -> Iterator[tuple[str, bool]]:
        """Text of every entry of the documents, and whether it is a head."""
        for own in self.documents:
            for block in own.blocks:
                yield from ((text, block.is_head) for _, text in block.texts)

    def beside(self) -> Iterator[str]:
        """Text of every note and term. Of a term it is the definition: its names are looked up by themselves."""
        for _, notes in self.notes:
            yield from (note.text for note in notes)
        for term in self.terms:
            yield " ".join([term.definition, *term.members])


def entries(documents: Sequence[Document], layers: Layers) -> Entries:
    """All entries of the site."""
    own = tuple(DocumentEntries(document, tuple(blocks_of(document))) for document in documents)
    notes = tuple(
        (document, tuple(note for anchor in document.units for note in layers.notes.at(document, anchor))) for document in documents
    )
    return Entries(own, notes, layers.terms.glossary.terms)


def blocks_of(document: Document) -> Iterator[SearchBlock]:
    """The units with a text of their own; sentences come with their paragraph."""
    for unit in document.outline.walk():
        if unit.kind is not Kind.SENTENCE and (unit.sentences or unit.passage.text or document.picture(unit.anchor)):
            yield _block(document, unit)


def _block(document: Document, unit: Unit) -> SearchBlock:
    page = document.page(unit.anchor).replace(LANDING, "")
    above, whole = document.cite(document.parents[unit.anchor]), document.cite(unit.anchor)
    if unit.sentences:
        texts = tuple((sentence.anchor, document.text(sentence.anchor)) for sentence in unit.sentences)
        return SearchBlock(page, unit.anchor, *_parted(whole, above), False, texts)
    words = " ".join(part for part in (document.text(unit.anchor), *document.picture(unit.anchor).split("\n")) if part)
    return SearchBlock(page, unit.anchor, str(whole), "", True, ((unit.anchor, words),))


def _parted(whole: Citation, above: Citation) -> tuple[str, str]:
    """The citation of what lies above, and what the unit adds to it; an article that counts through the text is cited alone."""
    inside = whole.within(above)
    return ("", str(whole)) if inside is whole else (str(above), str(inside))
