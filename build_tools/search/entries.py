"""What can be found: every sentence and head of every text, in parts that are loaded together, then notes, then terms.

Entries are numbered in this order, over the whole site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..document import FULL, LANDING, Document
from ..layers.layers import Layers
from ..model import Kind, Unit
from ..read.glossary import Term
from ..read.notes import Note

LONGEST_PART = 60
"""Entries that are loaded together, at most; a part ends with a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A head, or a paragraph with its sentences. ``where`` and ``place`` are the steps of its citation: 二（二）, 第3段."""

    anchor: str
    where: str
    place: str
    is_head: bool
    texts: tuple[tuple[str, str], ...]
    """Anchor and displayed text of each entry."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks of one page of a document."""

    document: Document
    page: str
    mark: str
    """How the section is cited: 二; "" outside sections."""
    blocks: tuple[Block, ...]

    @property
    def size(self) -> int:
        """How many entries it has."""
        return sum(len(block.texts) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Entries:
    """All there is to find."""

    parts: tuple[Part, ...]
    notes: tuple[tuple[Document, tuple[Note, ...]], ...]
    terms: tuple[Term, ...]

    def texts(self) -> Iterator[str]:
        """The text of every entry, in the order of their numbers. Of a term it is the definition: its names are looked up by themselves."""
        for part in self.parts:
            for block in part.blocks:
                yield from (text for _, text in block.texts)
        for _, notes in self.notes:
            yield from (note.text for note in notes)
        for term in self.terms:
            yield " ".join([term.definition, *term.members])


def entries(documents: Sequence[Document], layers: Layers) -> Entries:
    """All entries of the site."""
    parts = tuple(part for document in documents for part in _parts(document))
    notes = tuple(
        (document, tuple(note for anchor in document.units for note in layers.notes_of(document, anchor))) for document in documents
    )
    return Entries(parts, notes, layers.terms.glossary.terms)


def _parts(document: Document) -> Iterator[Part]:
    marks = {document.page_name(section): document.citation(section.anchor) for section in document.sections}
    blocks = (block for unit in document.outline.walk() if (block := _block(document, unit)))
    for page, group in groupby(blocks, lambda block: document.page(block.anchor)):
        for together in _cut(group):
            yield Part(document, {LANDING: ""}.get(page, page), marks.get(page, "" if page != FULL else "全文"), together)


def _cut(blocks: Iterator[Block]) -> Iterator[tuple[Block, ...]]:
    part: list[Block] = []
    for block in blocks:
        if part and sum(len(one.texts) for one in part) + len(block.texts) > LONGEST_PART:
            yield tuple(part)
            part = []
        part.append(block)
    if part:
        yield tuple(part)


def _block(document: Document, unit: Unit) -> Block | None:
    """A unit with a text of its own; sentences come with their paragraph."""
    if unit.kind is Kind.SENTENCE:
        return None
    above, whole = document.citation(document.parents[unit.anchor]), document.citation(unit.anchor)
    if unit.sentences:
        texts = tuple((sentence.anchor, document.text(sentence.anchor)) for sentence in unit.sentences)
        return Block(unit.anchor, above, whole.removeprefix(above), False, texts)
    if not unit.passage.text:
        return None
    return Block(unit.anchor, whole, "", True, ((unit.anchor, document.text(unit.anchor)),))
