"""What a layer is: something that stands beside the texts, keyed by unit, and never inside them.

All addresses of all documents are known before a layer is collected. ``layers.LAYERS`` lists them; that list and a layer's own module
are all there is to write for a further one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, Self, TypeVar

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.corpus import Corpus
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
