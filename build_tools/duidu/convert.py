"""The converter from end to end: source/ → everything that is to be written, and all faults on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .anchors.checks import anchor_faults
from .anchors.document import Document
from .anchors.lasting import Published, with_lasting_anchors
from .anchors.natural import with_natural_anchors
from .layers.contract import AddressedCorpus
from .layers.layers import Layers
from .layers.synonyms import synonym_faults
from .model.faults import Fault, stopping
from .parse.checks import accepted_faults, outline_faults, scan_faults
from .parse.metadata import dates_said
from .parse.outline import outline
from .parse.scan import Hints, scan
from .parse.suspicious import gathered
from .prove.compare import proof_of, prove_tree, source_text
from .prove.pages import prove_pages
from .read.corpus import Corpus, Source, as_warnings, read_corpus
from .read.registry import PUBLISHED, published_text, registry_text
from .read.synonyms import read_traditional
from .read.yamlfile import data_schemas
from .render.exports.bibliography import bibliography_pages
from .render.exports.data import data_pages
from .render.exports.layer_data import layer_pages
from .render.exports.link_data import link_pages
from .render.exports.taken_up_data import taken_up_data
from .render.exports.words import script_words
from .render.page import OutputFile, Page
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
    """A whole corpus, converted. With stopping faults ``files`` is empty."""

    corpus: Corpus
    documents: tuple[Document, ...]
    published: tuple[Published, ...]
    layers: Layers
    faults: tuple[Fault, ...]
    files: tuple[OutputFile, ...]

    def pages_of(self, document: Document) -> list[Page]:
        """The pages that show units of the document, in order."""
        return _pages_of(document, self.files)


def _pages_of(document: Document, files: Iterable[OutputFile]) -> list[Page]:
    return [file for file in files if isinstance(file, Page) and file.document == document.id]


def publish(source: Source) -> tuple[Published, list[Fault]]:
    """Parse one text and give its units their lasting addresses."""
    hints = Hints(source.meta.title, source.meta.roles, source.meta.supplied)
    lines = scan(source.raw, hints)
    natural = with_natural_anchors(outline(source.raw, lines))
    found = [*scan_faults(source.raw.path, lines, hints), *outline_faults(natural, hints)]
    faults = accepted_faults(found, source.meta.accepted, source.raw.path)
    said = dates_said(natural)
    if said and source.meta.date and source.meta.date not in said:
        message = f"这里的日期是 {source.meta.date}，原文写的是{'、'.join(said[:3])}"
        faults.append(source.yaml.fault(("date",), "DOC012", message, "核对是哪一个写错了", warning=True))
    published = with_lasting_anchors(natural, source.registry)
    return published, gathered([*faults, *anchor_faults(published)])


def convert(root: Path) -> Conversion:
    """Read, parse, address and render the corpus below ``root``. Raises CallError where there is none."""
    corpus, faults = read_corpus(root)
    published: list[Published] = []
    documents: list[Document] = []
    for source in corpus.sources:
        text, found = publish(source)
        published.append(text)
        documents.append(Document(source.meta, text.outline, text.registry))
        faults.extend(found)
    for draft in corpus.drafts:
        faults.extend(as_warnings(publish(draft)[1]))
    addressed = AddressedCorpus(corpus, tuple(documents))
    layers = Layers.collect(addressed)
    faults.extend(layers.faults())
    faults.extend(synonym_faults(corpus.synonyms.yaml, corpus.synonyms.words, documents))
    with using(corpus.words):
        pages = () if stopping(faults) else tuple(_render(corpus, addressed.documents, layers))
    return Conversion(corpus, addressed.documents, tuple(published), layers, tuple(sorted(faults)), pages)


def _render(corpus: Corpus, documents: tuple[Document, ...], layers: Layers) -> Iterator[OutputFile]:
    yield home_page(corpus, documents, layers)
    for document in documents:
        yield from document_pages(document, layers)
        yield from taken_up_pages(document, layers)
        yield from taken_up_data(document, layers)
    yield from compare_index(layers)
    for pair in layers.links.alignments:
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
    yield from data_pages(documents, data_schemas())
    yield from bibliography_pages(documents, corpus.address)
    yield from (OutputFile(path, text) for path, text in search_files(documents, layers, corpus.synonyms.words, read_traditional()))
    for document in documents:
        path = PurePosixPath("source", document.id, "anchors.tsv")
        yield OutputFile(path, registry_text(document.registry.rows))
    kept = {draft.meta.id for draft in corpus.drafts} & corpus.published.keys()
    counts = {document.id: len(document.registry.rows) for document in documents} | {draft: corpus.published[draft] for draft in kept}
    if counts:
        yield OutputFile(PUBLISHED, published_text(counts))


def planned(conversion: Conversion) -> tuple[Changes, list[Fault]]:
    """What is to be written: every tree proved against its source, each changed page against the tree. With faults nothing may be written."""
    plan = changes(conversion.corpus.root, conversion.files)
    faults: list[Fault] = []
    for document in conversion.documents if conversion.files else ():
        faults.extend(prove_tree(document))
        faults.extend(prove_pages(document, _pages_of(document, plan.written)))
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
