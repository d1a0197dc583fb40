"""source/ → documents with their addresses and layers, and all faults on the way: what a command needs that shows no page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...anchors.document import Document
from ...anchors.lasting import Published
from ...anchors.publishing import publish
from ...layers.contract import AddressedCorpus
from ...layers.layers import Layers
from ...layers.links import unread_pairs
from ...layers.synonyms import synonym_faults
from ...model.faults import Fault
from ...read.corpus import Corpus, Source, as_warnings, read_corpus
from .reuse import Reuse


@dataclass(frozen=True)
class LayeredCorpus:
    """A whole corpus before anything of it is rendered; ``faults`` are sorted."""

    corpus: Corpus
    documents: tuple[Document, ...]
    layers: Layers
    faults: tuple[Fault, ...]


def layered(root: Path, reuse: Reuse) -> LayeredCorpus:
    """Read, parse and address the corpus below ``root`` and collect its layers; what ``reuse`` has is not made again.

    Raises CallError where there is no corpus.
    """
    corpus, faults = read_corpus(root)
    reuse.prepare(reuse.text(source, _publish) for source in corpus.sources)
    documents: list[Document] = []
    for source in corpus.sources:
        document, found = reuse.published(source, _publish)
        documents.append(document)
        faults.extend(found)
    for draft in corpus.drafts:
        faults.extend(as_warnings(reuse.published(draft, _publish)[1]))
    addressed = AddressedCorpus(corpus, tuple(documents), reuse.proposals)
    reuse.prepare(reuse.proposal(one, other, variants) for one, other, variants in unread_pairs(addressed))
    layers = Layers.collect(addressed)
    faults.extend(layers.faults())
    faults.extend(synonym_faults(corpus.synonyms.yaml, documents))
    return LayeredCorpus(corpus, addressed.documents, layers, tuple(sorted(faults)))


def _publish(source: Source) -> tuple[Published, list[Fault]]:
    return publish(source.raw, source.meta, source.registry)
