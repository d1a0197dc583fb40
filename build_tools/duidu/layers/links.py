"""The layer of links: which provision of an implementing document takes up which of an implemented one.

Curated links are those of ``links/<document>.yml``; where nobody has read a unit yet, the matcher's best stand in for them. A curated
link remembers the fingerprints of what it was checked against: when either end changes, it is 待复核 until a person confirms it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Self

from ..anchors.document import Document
from ..model.faults import Fault
from ..model.relation import Relation
from ..read.corpus import Corpus
from ..read.glossary import Glossary
from ..read.links import LinkFile, LinkRow
from .align.propose import PUBLISH, Proposal, propose
from .alignment import Alignment, Coverage, FacingUnits, Link, State, compared_units, in_reading_order
from .contract import AddressedCorpus, Edit, Gone, Layer, Proposer
from .extent import is_whole
from .link_edits import confirmed_links, links_without
from .link_faults import link_faults


@dataclass(frozen=True)
class Links(Layer[tuple[Alignment, Link]]):
    """Every pair of an implementing and an implemented document, in the corpus's order."""

    alignments: tuple[Alignment, ...]
    files: Mapping[tuple[str, str], LinkFile] = field(default_factory=dict)
    """Implementing and implemented document → what a person wrote of the two; not of every pair there is a file."""
    name: ClassVar[str] = "links"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """A pair for each document and each that it implements."""
        files = _files(corpus)
        variants = spellings(corpus.written.glossary)
        pairs = _pairs(corpus)
        return cls(tuple(align(one, other, files.get((one.id, other.id)), variants, corpus.propose) for one, other in pairs), files)

    def of(self, document: Document) -> Sequence[Alignment]:
        """The pairs that a document belongs to, on either side."""
        return self._by_document.get(document.id, ())

    def at(self, document: Document, anchor: str) -> Sequence[tuple[Alignment, Link]]:
        """The links at a unit, pair by pair."""
        return [(alignment, link) for alignment in self.of(document) for link in alignment.links_of(document, anchor)]

    def faults(self) -> Iterator[Fault]:
        """Of all files of links."""
        for alignment in self.alignments:
            if file := self._file(alignment):
                yield from link_faults(alignment, file)

    def confirmed(self, document: Document, units: Collection[str], day: str) -> Iterator[Edit]:
        """Today's fingerprints in the links of a document that implements others; ``units`` are of either end."""
        for alignment in self.of(document):
            if alignment.implementing is document and (file := self._file(alignment)):
                yield confirmed_links(alignment, file, units, day)

    @classmethod
    def retired(cls, written: Corpus, gone: Gone) -> Iterator[Edit]:
        """The document's own links, and those of the documents that implement it."""
        for source in written.sources:
            for file in source.links:
                if gone.document in (source.meta.id, file.implemented):
                    yield links_without(file, gone, is_source=gone.document == source.meta.id)

    def _file(self, alignment: Alignment) -> LinkFile | None:
        return self.files.get((alignment.implementing.id, alignment.implemented.id))

    @cached_property
    def _by_document(self) -> Mapping[str, Sequence[Alignment]]:
        found: dict[str, list[Alignment]] = {}
        for alignment in self.alignments:
            for document in alignment.documents:
                found.setdefault(document.id, []).append(alignment)
        return found


def _files(corpus: AddressedCorpus) -> Mapping[tuple[str, str], LinkFile]:
    return {(source.meta.id, file.implemented): file for source in corpus.written.sources for file in source.links}


def _pairs(corpus: AddressedCorpus) -> Iterator[tuple[Document, Document]]:
    documents = {document.id: document for document in corpus.documents}
    for document in corpus.documents:
        for target in document.meta.implements:
            if target in documents and target != document.id:
                yield document, documents[target]


def unread_pairs(corpus: AddressedCorpus) -> Iterator[tuple[Document, Document, Mapping[str, str]]]:
    """The pairs of which there is no file: all that the matcher has to look at for certain, with what it is told of terms."""
    files, variants = _files(corpus), spellings(corpus.written.glossary)
    return ((one, other, variants) for one, other in _pairs(corpus) if (one.id, other.id) not in files)


def spellings(glossary: Glossary) -> Mapping[str, str]:
    """Forms of a term that are other words for it → the headword: 制造业智能化改造数字化转型 is read as 智改数转.

    Forms that only add to the headword, and whole enumerations, would make unlike sentences alike.
    """
    return {
        form: term.term
        for term in glossary.terms
        for form in term.forms
        if form != term.term and "、" not in form and term.term not in form and form not in term.term
    }


def align(
    implementing: Document, implemented: Document, file: LinkFile | None, variants: Mapping[str, str], proposer: Proposer = propose
) -> Alignment:
    """The pair with its curated links, and automatic ones for units of the implementing document that nobody has read.

    None of these leads to a unit that a person found without counterpart, or was refused by one. ``variants`` are those of ``spellings``.
    """
    curated = list(_curated(implementing, implemented, file.rows)) if file else []
    none = {(document, anchor): Coverage.of_none(kind) for document, anchor, kind in file.none} if file else {}
    read = {link.source for link in curated} | {anchor for document, anchor in none if document == implementing.id}
    unread = {anchor for anchor in compared_units(implementing) if anchor not in read}
    refused = {target for document, target in none if document == implemented.id}
    rejected = frozenset(file.rejected) if file else frozenset()
    automatic = [
        link
        for link in (_automatic(implementing, implemented, proposer(implementing, implemented, variants)) if unread else ())
        if link.source in unread and link.target not in refused and link.ends not in rejected
    ]
    links = in_reading_order(implementing, implemented, [*curated, *automatic])
    return Alignment(implementing, implemented, links, none, rejected, file.precision if file else None)


def _curated(implementing: Document, implemented: Document, rows: Iterable[LinkRow]) -> Iterator[Link]:
    """The links of a file whose two ends exist."""
    for row in rows:
        if row.source in implementing.units and row.target in implemented.units:
            relation, units = Relation(row.relation), FacingUnits(implementing, row.source, implemented, row.target)
            state = State.CONFIRMED if units.are_as_checked(row) else State.SUSPECT
            yield Link(row.source, row.target, relation, relation is Relation.SAME and is_whole(units), row.evidence, row.note, state)


def _automatic(implementing: Document, implemented: Document, proposals: Iterable[Proposal]) -> Iterator[Link]:
    """Proposals that are sure enough to be shown."""
    for found in proposals:
        if found.score >= PUBLISH:
            relation = Relation(found.relation)
            whole = relation is Relation.SAME and is_whole(FacingUnits(implementing, found.source, implemented, found.target))
            yield Link(found.source, found.target, relation, whole, found.evidence, state=State.UNREVIEWED, score=found.score)
