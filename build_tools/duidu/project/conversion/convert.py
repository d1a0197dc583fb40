"""A corpus with its layers → everything that is to be written; nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path, PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import Alignment
from ...layers.layers import Layers
from ...layers.takers import takers
from ...model.faults import stopping
from ...read.corpus import Corpus
from ...read.registry import PUBLISHED, published_text, registry_text
from ...read.schemas import data_schemas
from ...read.site_pages import hand_written
from ...read.synonyms import general_synonyms, merged, read_traditional
from ...render.exports.bibliography import bibliography_files
from ...render.exports.data import DATA, data_files, unit_files
from ...render.exports.layer_data import layer_files
from ...render.exports.link_data import all_links, link_files
from ...render.exports.originals import original_files
from ...render.exports.taken_up_data import taken_up_data
from ...render.exports.words import script_words
from ...render.markdown import GENERATED
from ...render.page import OutputFile, Page
from ...render.pages.about import texts_pages
from ...render.pages.comparison import comparison_pages
from ...render.pages.comparison_index import compare_index
from ...render.pages.data_files import data_pages
from ...render.pages.documents import document_pages
from ...render.pages.fault_codes import fault_page
from ...render.pages.glossary import glossary_pages
from ...render.pages.home import home_page
from ...render.pages.taken_up import taken_up_pages
from ...render.pages.targets import target_files
from ...render.search.files import search_files
from ...render.search.site_pages import SitePage, site_pages
from ...render.wording import using
from .layered import LayeredCorpus, layered
from .reuse import Reuse


@dataclass(frozen=True)
class Conversion(LayeredCorpus):
    """A whole corpus, converted. With stopping faults ``files`` is empty."""

    files: tuple[OutputFile, ...]

    def pages_of(self, document: Document) -> Sequence[Page]:
        """The pages that show units of the document, in order."""
        return self._by_document.get(document.id, ())

    @cached_property
    def _by_document(self) -> Mapping[str, Sequence[Page]]:
        return pages_by_document(self.files)


def pages_by_document(files: Iterable[OutputFile]) -> Mapping[str, Sequence[Page]]:
    """The pages among some files, by the document that they show; in their order."""
    found: dict[str, list[Page]] = {}
    for file in files:
        if isinstance(file, Page):
            found.setdefault(file.document, []).append(file)
    return found


def convert(root: Path, reuse: Reuse | None = None) -> Conversion:
    """Read, parse, address and render the corpus below ``root``; what ``reuse`` has is not made again. Raises CallError where there is none."""
    reuse = reuse or Reuse()
    found = layered(root, reuse)
    with using(found.corpus.words):
        files = () if stopping(found.faults) else tuple(_render(found.corpus, found.documents, found.layers, reuse))
        if files:
            files += tuple(_search(found.corpus, found.documents, found.layers, files, reuse))
    return Conversion(found.corpus, found.documents, found.layers, found.faults, files)


def _render(corpus: Corpus, documents: tuple[Document, ...], layers: Layers, reuse: Reuse) -> Iterator[OutputFile]:
    data: list[OutputFile] = []
    for file in _files(corpus, documents, layers, reuse):
        if file.path.is_relative_to(DATA):
            data.append(file)
        yield file
    yield from data_pages(documents, layers.links.alignments, data)


def _files(corpus: Corpus, documents: tuple[Document, ...], layers: Layers, reuse: Reuse) -> Iterator[OutputFile]:
    reuse.about(corpus, layers)
    of_documents = [reuse.document_pages(document, layers, partial(_of_document, document, layers)) for document in documents]
    of_pairs = [
        reuse.pair_pages(pair, str(bool(takers(layers, pair.implemented))), partial(_of_pair, pair, layers))
        for pair in layers.links.alignments
    ]
    reuse.prepare_pages([*of_documents, *of_pairs])
    yield home_page(corpus, documents, layers)
    for job in of_documents:
        yield from reuse.pages(job)
    yield from compare_index(layers)
    for job in of_pairs:
        yield from reuse.pages(job)
    yield from all_links(layers.links.alignments, reuse.of_pair)
    yield from original_files(corpus.sources)
    yield from glossary_pages(layers.terms, documents)
    yield from target_files(layers, documents)
    yield from layer_files(layers, documents)
    yield from texts_pages(documents)
    if corpus.guided:
        yield fault_page()
    yield from script_words()
    yield from data_files(documents, data_schemas())
    yield from bibliography_files(documents, corpus.address)
    for document in documents:
        yield OutputFile(document.registry.path, registry_text(document.registry.rows))
    kept = {draft.meta.id for draft in corpus.drafts} & corpus.published.keys()
    counts = {document.id: len(document.registry.rows) for document in documents} | {draft: corpus.published[draft] for draft in kept}
    if counts:
        yield OutputFile(PUBLISHED, published_text(counts))


def _of_document(document: Document, layers: Layers) -> Iterator[OutputFile]:
    yield from document_pages(document, layers)
    yield from taken_up_pages(document, layers)
    yield from taken_up_data(document, layers)
    yield from unit_files(document)


def _of_pair(pair: Alignment, layers: Layers) -> Iterator[OutputFile]:
    yield from comparison_pages(pair, layers)
    yield from link_files(pair)


def _search(
    corpus: Corpus, documents: tuple[Document, ...], layers: Layers, files: Sequence[OutputFile], reuse: Reuse
) -> Iterator[OutputFile]:
    """The search's files; of the site's pages those that hold no document's text and are no list of one provision."""
    apart = {*(document.id for document in documents), "taken-up"}
    docs = PurePosixPath("docs")
    made = {
        file.path.relative_to(docs): file
        for file in files
        if file.path.suffix == ".md" and file.path.parts[0] == docs.name and file.path.parts[1] not in apart
    }
    generated = {file.path for file in files}
    written = {
        path: OutputFile(docs / path, text) for path, text in hand_written(corpus.root, GENERATED, generated) if path.parts[0] not in apart
    }
    site = sorted({**made, **written}.items())
    words = merged(corpus.synonyms.words, general_synonyms())
    for path, text in search_files(documents, layers, words, read_traditional(), tuple(_site_pages(site, reuse)), reuse.keep):
        yield OutputFile(path, text)


def _site_pages(pages: Sequence[tuple[PurePosixPath, OutputFile]], reuse: Reuse) -> Iterator[SitePage]:
    """What the search finds of them, folder by folder: most are comparisons, which stay as they are."""
    for _, group in groupby(pages, lambda one: one[0].parent):
        inside = list(group)
        hashes = json.dumps([[path.as_posix(), file.sha256] for path, file in inside])
        found = reuse.keep(f"site pages {hashes}", partial(_found_in, inside))
        yield from (SitePage(*one) for one in json.loads(found))


def _found_in(pages: Sequence[tuple[PurePosixPath, OutputFile]]) -> str:
    found = site_pages((path, file.text) for path, file in pages)
    return json.dumps([[one.title, one.heading, one.text, one.url] for one in found], ensure_ascii=False)
