"""All layers of a corpus together, and the one place where they are listed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.corpus import Corpus
from .contract import AddressedCorpus, Edit, Gone, Layer
from .links import Links
from .notes import Notes
from .questions import Questions
from .terms import Terms

LAYERS: list[type[Layer[Any]]] = [
    Links,
    Terms,
    Notes,
    Questions,
]

OneLayer = TypeVar("OneLayer")


@dataclass(frozen=True)
class Layers:
    """One of each of ``LAYERS``, in that order."""

    collected: tuple[Layer[Any], ...]

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """Every layer of a corpus."""
        return cls(tuple(layer.collect(corpus) for layer in LAYERS))

    def faults(self) -> Iterator[Fault]:
        """Those of all layers."""
        for layer in self.collected:
            yield from layer.faults()

    def confirmed(self, document: Document, units: Collection[str], day: str) -> Iterator[Edit]:
        """What ends 待复核 in all layers, file by file."""
        for layer in self.collected:
            yield from layer.confirmed(document, units, day)

    @cached_property
    def links(self) -> Links:
        """Which provision takes up which."""
        return self._of(Links)

    @cached_property
    def terms(self) -> Terms:
        """The glossary's terms where they stand."""
        return self._of(Terms)

    @cached_property
    def notes(self) -> Notes:
        """The annotations."""
        return self._of(Notes)

    @cached_property
    def questions(self) -> Questions:
        """How people ask for what a text says."""
        return self._of(Questions)

    def _of(self, kind: type[OneLayer]) -> OneLayer:
        return next(layer for layer in self.collected if isinstance(layer, kind))


def retired(written: Corpus, gone: Gone) -> Iterator[Edit]:
    """What changes for all layers when addresses are retired. No layer is collected for it: a text with gone addresses is none to build on."""
    for layer in LAYERS:
        yield from layer.retired(written, gone)
