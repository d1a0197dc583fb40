"""The layer of questions: how people ask for a sentence, in words that the texts have not. Nobody reads them on a page; the search finds by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.corpus import Corpus
from ..read.yamldata import YamlFile
from ..text.nearest import nearest
from .contract import AddressedCorpus, Edit, Gone, Layer


@dataclass(frozen=True)
class Questions(Layer[str]):
    """The questions of every document."""

    documents: tuple[Document, ...]
    files: Mapping[str, YamlFile]
    """By document, what lies beside its text: address → ways to ask."""
    name: ClassVar[str] = "questions"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """The questions of questions.yml, document by document."""
        return cls(corpus.documents, {source.meta.id: source.beside[cls.name] for source in corpus.written.sources})

    def at(self, document: Document, anchor: str) -> Sequence[str]:
        """How people ask for a unit, in the order of the file; what was written for an address that it replaced is its own too."""
        return self._by_unit.get((document.id, anchor), ())

    def faults(self) -> Iterator[Fault]:
        """Questions at an address that the document never had."""
        for document in self.documents:
            file = self.files[document.id]
            for address in file.data or {}:
                if _today(document, address) is None and not document.is_gone(address):  # of a gone one ANC002 speaks
                    near = nearest(address, document.units)
                    remedy = f"最接近的是 {near}" if near else "删去这一行，或者写上今天的地址"
                    yield file.fault((address,), "ANC003", f"{document.id} 里没有 {address}", remedy)

    @classmethod
    def retired(cls, written: Corpus, gone: Gone) -> Iterator[Edit]:
        """The document's questions of what nothing replaces; those of the others follow by themselves."""
        for source in written.sources:
            if source.meta.id == gone.document:
                edit = Edit(source.beside[cls.name])
                for address in edit.yaml.data or {}:
                    if gone.replaced.get(address) == "":
                        edit.removed.append((address,))
                        edit.said.append(f"问法　{address} 已删；仍然有用的，写到今天的句子上")
                yield edit

    @cached_property
    def _by_unit(self) -> Mapping[tuple[str, str], Sequence[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for document in self.documents:
            for address, asked in (self.files[document.id].data or {}).items():
                if today := _today(document, address):
                    found.setdefault((document.id, today), []).extend(map(str, asked))
        return found


def _today(document: Document, address: str) -> str | None:
    """The unit that has the address now, if there is one."""
    known = address in document.registry.anchors() and document.registry.resolve(address)
    today = known or address
    return today if today in document.units else None
