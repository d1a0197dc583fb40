"""What a layer is: something that stands beside the texts, keyed by unit, and never inside them.

All addresses of all documents are known before a layer is collected. ``layers.LAYERS`` lists them; that list and a layer's own module
are all there is to write for a further one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Self, TypeVar

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.corpus import Corpus
from ..read.yamldata import KeyPath, YamlFile
from .align.propose import Proposal, propose

Item = TypeVar("Item")
Proposer = Callable[[Document, Document, Mapping[str, str]], Sequence[Proposal]]
"""Implementing and implemented document, and forms of terms that are read as others → what may be linked."""


@dataclass(frozen=True)
class AddressedCorpus:
    """What layers are collected from: all that people wrote below source/, and its documents with their addresses, in order."""

    written: Corpus
    documents: tuple[Document, ...]
    propose: Proposer = propose
    """Who proposes links for a pair that nobody has read yet."""


@dataclass
class Edit:
    """What is to change in a file that people wrote; everything else in it stays as it is."""

    yaml: YamlFile
    values: list[tuple[KeyPath, str]] = field(default_factory=list)
    """Places, and what is to stand there, as YAML."""
    removed: list[KeyPath] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """A line for each change, for whoever asked for it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Published addresses of a document whose units its text does not have any more."""

    document: str
    replaced: Mapping[str, str]
    """Gone anchor → the sentence or head that replaces it today, "" where none does."""
    texts: Mapping[str, str]
    """Of today's sentences and heads, folded."""


class Layer(ABC, Generic[Item]):
    """One layer of a whole corpus. ``str()`` of an item is what a reader sees of it, where the layer is not drawn in a way of its own."""

    name: ClassVar[str]
    """In the plural, one word: ``links``."""

    @classmethod
    @abstractmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """The layer of a corpus. What is wrong in it is no error here, ``faults`` says it."""

    @abstractmethod
    def at(self, document: Document, anchor: str) -> Sequence[Item]:
        """What stands at a unit, in the order in which it is shown; nothing for an unknown one."""

    @abstractmethod
    def faults(self) -> Iterator[Fault]:
        """What is wrong with what people wrote for the layer, every fault at its place with its remedy."""

    def confirmed(self, document: Document, units: Collection[str], day: str) -> Iterator[Edit]:  # noqa: ARG002
        """What ends 待复核 in the files of a document: a person has read again, on a ``day``, what stands at these ``units``, or without any all.
        A value for each that was not as checked; nothing in a layer that does not remember what it was checked against.
        """
        return iter(())

    @classmethod
    def retired(cls, written: Corpus, gone: Gone) -> Iterator[Edit]:  # noqa: ARG003
        """What changes in all that people ``written`` for the layer when addresses are retired; nothing in a layer in which nobody writes any."""
        return iter(())
