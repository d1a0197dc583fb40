"""All layers of a corpus together: links, terms, notes; each beside the texts, keyed by unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..anchors.document import Document
from ..read.notes import Note
from .links import Pair
from .terms import Terms


@dataclass(frozen=True)
class Layers:
    """What stands beside the texts. ``notes``: document → unit → its notes."""

    pairs: tuple[Pair, ...]
    terms: Terms
    notes: Mapping[str, Mapping[str, tuple[Note, ...]]]

    def pairs_of(self, document: Document) -> Iterator[Pair]:
        """The pairs a document belongs to, on either side."""
        return (pair for pair in self.pairs if document in (pair.implementing, pair.implemented))

    def notes_of(self, document: Document, anchor: str) -> tuple[Note, ...]:
        """The notes at a unit."""
        return self.notes.get(document.id, {}).get(anchor, ())
