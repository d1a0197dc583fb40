"""What depends on one document or on one pair alone is made once: parsed texts, proposals, pages; kept under the hash of what they depend on.

One ``Reuse`` serves one conversion. Without a folder everything is made anew; the result is the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache, partial
from pathlib import PurePath, PurePosixPath
from typing import Any

from ...anchors.document import Document
from ...anchors.lasting import Published
from ...layers.align.propose import PUBLISH, Proposal, propose
from ...layers.alignment import Alignment
from ...layers.layers import Layers
from ...model.faults import Fault
from ...model.passage import Passage, Span
from ...model.records import Dropped, Kind, Marker, Outline, RawText, Unit
from ...model.registry import Registry, RegistryRow
from ...read.corpus import Corpus, Source
from ...render.apparatus.counterparts import DRAWN
from ...render.page import OutputFile
from ...render.rendering import Renderer
from ..kept import Kept, key_of
from ..workers import share
from .held import Pages, keep_files, kept_files

TEXTS, PROPOSALS, PAGES, PARTS = "text", "pair", "pages", "parts"
LEAST = 8
"""So many documents or pairs to be made are worth a second process: some seconds of work."""


Parser = Callable[[Source], tuple[Published, list[Fault]]]


def said(value: object) -> str:
    """A record of any kind as one text, the same in every run; for hashing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    """What JSON has no form for, in parts that it has, or that are asked for in their turn."""
    if is_dataclass(value):
        return [getattr(value, name) for name in _names(value.__class__)]
    if isinstance(value, frozenset | set):
        return sorted(map(said, value))
    if isinstance(value, Mapping):
        return sorted([said(key), said(one)] for key, one in value.items())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PurePath):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form that is the same in every run")


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be made, or kept already, as text."""

    kind: str
    key: str
    make: Callable[[], str]


@dataclass(frozen=True, slots=True)
class PagesJob:
    """Files to be made, or kept already."""

    key: str
    make: Pages


class Reuse:
    """What is kept of a corpus, for one conversion of it."""

    def __init__(self, kept: Kept | None = None, renderer: Renderer | None = None) -> None:
        """``renderer`` has the pages' Markdown rendered by the processes that make them."""
        self.kept = kept
        self.renderer = renderer
        self._sources: dict[str, str] = {}
        self._documents: dict[str, str] = {}
        self._alignments: dict[tuple[str, str], str] = {}
        self._common = ""
        self._known = False

    def prepare(self, jobs: Iterable[Job]) -> None:
        """Make what is not kept, in several processes if it is much. It is asked for afterwards, one by one."""
        if self.kept and self.kept.writing:
            missing = [job for job in jobs if not self.kept.has(job.kind, job.key)]
            share([partial(self._result, job) for job in missing], LEAST)

    def prepare_pages(self, jobs: Iterable[PagesJob]) -> None:
        """The same for files, which are rendered besides."""
        if self.kept and self.kept.writing and self._known:
            missing = [job for job in jobs if not self.kept.has(PAGES, job.key)]
            share([partial(self._complete, job, self.kept) for job in missing], LEAST)

    def _complete(self, job: PagesJob, kept: Kept) -> None:
        files = list(job.make())
        keep_files(kept, PAGES, job.key, files)
        if self.renderer:
            for file in files:
                if file.path.suffix == ".md":
                    self.renderer.rendered(file)

    def _result(self, job: Job) -> str:
        assert self.kept
        written = self.kept.get(job.kind, job.key)
        if written is None:
            written = job.make()
            self.kept.put(job.kind, job.key, written)
        return written

    def keep(self, said: str, make: Callable[[], str]) -> str:
        """A text that depends on what is ``said`` and nothing else."""
        return self._result(Job(PARTS, key_of(PARTS, said), make)) if self.kept else make()

    # Texts

    def text(self, source: Source, make: Parser) -> Job:
        """The parsing of a source."""
        return Job(TEXTS, key_of(self._source(source), said(source.registry)), lambda: _written(*make(source)))

    def published(self, source: Source, make: Parser) -> tuple[Document, list[Fault]]:
        """The document of a source, and the faults of its text."""
        if self.kept is None:
            text, faults = make(source)
            return Document(source.meta, text.outline, text.registry), faults
        written = self._result(self.text(source, make))
        outline, registry, faults = _text(written, source.raw, source.registry)
        # Its key is what was made of the text, not the registry that was read: the first build fills that.
        self._documents[source.meta.id] = key_of(self._source(source), written)
        return Document(source.meta, outline, registry), faults

    def first_published(self, source: Source, registry: Registry) -> None:
        """A text that was published for the first time has this ``registry`` now: read with it, the same text gives the same again."""
        if self.kept is None or source.registry.rows or not registry.rows:
            return
        written = self.kept.get(TEXTS, key_of(self._source(source), said(source.registry)))
        if written is not None and json.loads(written)[2] == json.loads(said([replace(row, line=0) for row in registry.rows])):
            self.kept.put(TEXTS, key_of(self._source(source), said(registry)), written)

    def _source(self, source: Source) -> str:
        identity = source.meta.id
        if identity not in self._sources:
            self._sources[identity] = key_of(TEXTS, said([source.meta, source.raw]))
        return self._sources[identity]

    # Pairs

    def proposal(self, implementing: Document, implemented: Document, variants: Mapping[str, str]) -> Job:
        """The matching of a pair."""
        key = key_of(PROPOSALS, self.document(implementing), self.document(implemented), said(variants))
        return Job(PROPOSALS, key, lambda: said(propose(implementing, implemented, variants, PUBLISH)))

    def proposals(self, implementing: Document, implemented: Document, variants: Mapping[str, str]) -> Sequence[Proposal]:
        """What the matcher proposes for a pair."""
        if self.kept is None:
            return propose(implementing, implemented, variants, PUBLISH)
        return tuple(
            Proposal(source, target, relation, score, tuple((one, other) for one, other in evidence))
            for source, target, relation, score, evidence in json.loads(self._result(self.proposal(implementing, implemented, variants)))
        )

    # Pages

    def about(self, corpus: Corpus, layers: Layers) -> None:
        """What every page may say: the corpus's words and terms. Of a layer that is not drawn in a way of its own nobody knows what its part of a
        page depends on: with one, no page is kept.
        """
        self._common = key_of(said(corpus.words), said(corpus.glossary.terms), said(corpus.levels))
        self._known = all(isinstance(layer, DRAWN) for layer in layers.collected)

    def document_pages(self, document: Document, layers: Layers, make: Pages) -> PagesJob:
        """Pages that show a document and its layers."""
        noted = [(anchor, notes) for anchor in document.units if (notes := layers.notes.at(document, anchor))]
        alignments = [self.alignment(one) for one in layers.links.of(document)]
        return PagesJob(key_of(PAGES, self.document(document), self._common, said(noted), *alignments), make)

    def pair_pages(self, alignment: Alignment, further: str, make: Pages) -> PagesJob:
        """Pages that show a pair; ``further`` is what else they depend on."""
        return PagesJob(key_of(PAGES, self.alignment(alignment), self._common, further), make)

    def of_pair(self, one: Alignment, make: Callable[[Alignment], str]) -> str:
        """A text that depends on a pair and the corpus's words."""
        return self.keep(f"{make.__module__}.{make.__qualname__} {self.alignment(one)} {self._common}", lambda: make(one))

    def pages(self, job: PagesJob) -> Iterable[OutputFile]:
        """The files of such a job. Their texts lie on the disk until they are needed; where nothing can be kept, in memory."""
        if self.kept is None or not self._known:
            return job.make()
        entry = self.kept.parted(PAGES, job.key)
        if entry is None:
            files = list(job.make())
            keep_files(self.kept, PAGES, job.key, files)
            entry = self.kept.parted(PAGES, job.key)
            if entry is None:
                return files
        return kept_files(entry, job.make)

    # Keys

    def document(self, document: Document) -> str:
        """The hash of a document: its text, its addresses, what is known of it."""
        if document.id not in self._documents:
            self._documents[document.id] = key_of(said([document.meta, document.outline, document.registry.rows]))
        return self._documents[document.id]

    def alignment(self, one: Alignment) -> str:
        """The hash of a pair: both documents, and all that is known of the two."""
        ids = (one.implementing.id, one.implemented.id)
        if ids not in self._alignments:
            known = said([one.links, sorted(one.none.items()), one.rejected, one.precision])
            self._alignments[ids] = key_of(self.document(one.implementing), self.document(one.implemented), known)
        return self._alignments[ids]

    def sweep(self) -> None:
        """Remove what this conversion did not use."""
        if self.kept:
            self.kept.sweep((TEXTS, PROPOSALS, PAGES, PARTS))


def _written(text: Published, faults: Sequence[Fault]) -> str:
    return said([text.outline.units, text.outline.dropped, text.registry.rows, faults])


def _text(written: str, raw: RawText, registry: Registry) -> tuple[Outline, Registry, list[Fault]]:
    units, dropped, rows, faults = json.loads(written)
    outline = Outline(raw, tuple(map(_unit, units)), tuple(Dropped(_passage(passage), why) for passage, why in dropped))
    addressed = Registry(registry.path, tuple(RegistryRow(*row) for row in rows))
    return outline, addressed, [Fault(PurePosixPath(path), *rest) for path, *rest in faults]


def _unit(row: list[Any]) -> Unit:
    kind, passage, marker, children, anchor, line, column = row
    return Unit(Kind(kind), _passage(passage), marker and _marker(marker), tuple(map(_unit, children)), anchor, line, column)


def _marker(row: list[Any]) -> Marker:
    kind, text, numbers, *rest = row
    return Marker(Kind(kind), text, tuple(numbers), *rest)


def _passage(row: list[Any]) -> Passage:
    return Passage(tuple(Span(*span) for span in row[0]))
