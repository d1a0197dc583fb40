"""All layers of a corpus together: links, terms, notes; each beside the texts, keyed by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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

    def pairs_of(self, document: Document) -> Sequence[Pair]:
        """The pairs a document belongs to, on either side."""
        return self._pairs_by_document.get(document.id, ())

    @cached_property
    def _pairs_by_document(self) -> Mapping[str, Sequence[Pair]]:
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            for document in (pair.implementing, pair.implemented):
                found.setdefault(document.id, []).append(pair)
        return found

    def notes_of(self, document: Document, anchor: str) -> tuple[Note, ...]:
        """The notes at a unit."""
        return self.notes.get(document.id, {}).get(anchor, ())
