"""The converter from end to end: source/ → everything that is to be written, and all faults on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .anchors.checks import anchor_faults
from .anchors.document import Document
from .anchors.lasting import Published, with_lasting_anchors
from .anchors.natural import with_natural_anchors
from .layers.layers import Layers
from .layers.links import Pair
from .layers.notes import note_faults, notes_by_unit
from .layers.pairs import make_pair, pair_faults
from .layers.synonyms import synonym_faults
from .layers.terms import find_terms, term_faults
from .model.faults import Fault, stopping
from .parse.checks import accepted_faults, outline_faults, scan_faults
from .parse.outline import outline
from .parse.scan import Hints, scan
from .parse.suspicious import gathered
from .prove.compare import proof_of, prove_tree, source_text
from .prove.pages import prove_pages
from .read.corpus import Corpus, Source, as_warnings, read_corpus
from .read.registry import PUBLISHED, published_text, registry_text
from .read.synonyms import read_traditional
from .render.exports.bibliography import bibliography_pages
from .render.exports.data import data_pages
from .render.exports.layer_data import layer_pages
from .render.exports.link_data import link_pages
from .render.exports.taken_up_data import taken_up_data
from .render.exports.words import script_words
from .render.page import Page
from .render.pages.about import texts_page
from .render.pages.comparison import comparison_pages
from .render.pages.comparison_index import compare_index
from .render.pages.documents import document_pages
from .render.pages.fault_codes import fault_page
from .render.pages.figures import figure_pages
from .render.pages.glossary import glossary_pages
from .render.pages.home import home_page
from .render.pages.taken_up import taken_up_pages
from .render.search.files import search_files
from .render.wording import using
from .switch import working
from .write import Changes, apply, changes


@dataclass(frozen=True, slots=True)
class Conversion:
    """A whole corpus, converted. With stopping faults ``pages`` is empty."""

    corpus: Corpus
    documents: tuple[Document, ...]
    published: tuple[Published, ...]
    layers: Layers
    faults: tuple[Fault, ...]
    pages: tuple[Page, ...]

    def pages_of(self, document: Document) -> list[Page]:
        """The pages that show units of the document, in order."""
        return [page for page in self.pages if page.document == document.id]


def publish(source: Source) -> tuple[Published, list[Fault]]:
    """Parse one text and give its units their lasting addresses."""
    hints = Hints(source.meta.title, source.meta.roles, source.meta.supplied)
    lines = scan(source.raw, hints)
    natural = with_natural_anchors(outline(source.raw, lines))
    found = [*scan_faults(source.raw.path, lines, hints), *outline_faults(natural, hints)]
    faults = accepted_faults(found, source.meta.accepted, source.raw.path)
    published = with_lasting_anchors(natural, source.registry)
    return published, gathered([*faults, *anchor_faults(published)])


def convert(root: Path) -> Conversion:
    """Read, parse, address and render the corpus below ``root``. Raises CallError where there is none."""
    corpus, faults = read_corpus(root)
    published: list[Published] = []
    for source in corpus.sources:
        text, found = publish(source)
        published.append(text)
        faults.extend(found)
    for draft in corpus.drafts:
        faults.extend(as_warnings(publish(draft)[1]))
    documents = tuple(
        Document(source.meta, text.outline, text.registry) for source, text in zip(corpus.sources, published, strict=True)
    )  # fmt: skip
    layers, found = _layers(corpus, documents)
    faults.extend(found)
    with using(corpus.words):
        pages = () if stopping(faults) else tuple(_render(corpus, documents, layers))
    return Conversion(corpus, documents, tuple(published), layers, tuple(sorted(faults)), pages)


def _layers(corpus: Corpus, documents: tuple[Document, ...]) -> tuple[Layers, list[Fault]]:
    pairs, faults = _pairs(corpus, documents)
    terms = find_terms(corpus.glossary, documents)
    faults.extend(term_faults(terms))
    faults.extend(synonym_faults(corpus.synonyms.yaml, corpus.synonyms.words, documents))
    seen: dict[str, str] = {}
    for source, document in zip(corpus.sources, documents, strict=True):
        faults.extend(note_faults(document, source.notes, seen))
    notes = {
        document.id: notes_by_unit(document, source.notes) for source, document in zip(corpus.sources, documents, strict=True)
    }  # fmt: skip
    return Layers(pairs, terms, notes), faults


def _pairs(corpus: Corpus, documents: tuple[Document, ...]) -> tuple[tuple[Pair, ...], list[Fault]]:
    """Every pair of an implementing and an implemented document, in the corpus's order."""
    by_id = {document.id: document for document in documents}
    pairs: list[Pair] = []
    faults: list[Fault] = []
    for source in corpus.sources:
        files = {file.implemented: file for file in source.links}
        for target in source.meta.implements:
            if target in by_id and target != source.meta.id:
                pair = make_pair(by_id[source.meta.id], by_id[target], files.get(target), corpus.glossary)
                pairs.append(pair)
                faults.extend(pair_faults(pair, files.get(target)))
    return tuple(pairs), faults


def _render(corpus: Corpus, documents: tuple[Document, ...], layers: Layers) -> Iterator[Page]:
    yield home_page(corpus, documents, layers)
    for document in documents:
        yield from document_pages(document, layers)
        yield from taken_up_pages(document, layers)
        yield from taken_up_data(document, layers)
    yield from compare_index(layers)
    for pair in layers.pairs:
        yield from comparison_pages(pair, layers)
        yield from link_pages(pair)
    yield from glossary_pages(layers.terms, documents)
    yield from figure_pages(layers, documents)
    yield from layer_pages(layers, documents)
    proofs = [proof_of(document, source_text(document)) for document in documents]
    yield texts_page(documents, [(proof.characters, proof.sha256) for proof in proofs])
    if corpus.guided:
        yield fault_page()
    yield script_words()
    yield from data_pages(documents)
    yield from bibliography_pages(documents, os.environ.get("SITE_URL", ""))
    yield from (Page(path, text) for path, text in search_files(documents, layers, corpus.synonyms.words, read_traditional()))
    for document in documents:
        path = PurePosixPath("source", document.id, "anchors.tsv")
        yield Page(path, registry_text(document.registry.rows))
    kept = {draft.meta.id for draft in corpus.drafts} & corpus.published.keys()
    counts = {document.id: len(document.registry.rows) for document in documents} | {draft: corpus.published[draft] for draft in kept}
    if counts:
        yield Page(PUBLISHED, published_text(counts))


def planned(conversion: Conversion) -> tuple[Changes, list[Fault]]:
    """What is to be written: every tree proved against its source, each changed page against the tree. With faults nothing may be written."""
    plan = changes(conversion.corpus.root, conversion.pages)
    faults: list[Fault] = []
    for document in conversion.documents if conversion.pages else ():
        faults.extend(prove_tree(document))
        faults.extend(prove_pages(document, [page for page in plan.written if page.document == document.id]))
    return plan, faults


def build(root: Path, *, write: bool) -> tuple[Changes, list[Fault]]:
    """Convert, prove, and write what changed unless there are faults; nobody else writes meanwhile."""
    with working(root, "build"):
        conversion = convert(root)
        plan, found = planned(conversion)
        faults = [*conversion.faults, *found]
        if stopping(faults):
            return Changes((), ()), faults
        if write:
            apply(root, plan)
        return plan, faults
