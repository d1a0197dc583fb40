"""taken-up.csv: every provision of an upper document by every document that implements it, as one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.alignment import Alignment
from ...layers.layers import Layers
from ...layers.takers import own_units, provisions, state_of, takers
from ..apparatus.relations import relation_said, state_name
from ..page import OutputFile
from ..wording import say
from .data import DATA, as_csv

COLUMNS = ("place", "document", "provision", "provision_place", "provision_text", "relation", "unit", "unit_place", "unit_text", "basis")


def taken_up_data(document: Document, layers: Layers) -> Iterator[OutputFile]:
    """The table, where the document has pages of who carries it out."""
    if pairs := takers(layers, document):
        heads = [say(f"taken_csv.{column}") for column in COLUMNS]
        yield OutputFile(DATA / document.id / "taken-up.csv", as_csv(heads, _rows(document, pairs)))


def _rows(document: Document, pairs: Sequence[Alignment]) -> Iterator[Sequence[str]]:
    """What has no counterpart is a row too."""
    for provision in provisions(document):
        for unit in own_units(document, provision):
            own = (f"{document.id}#{unit}", document.citation(unit), document.text(unit))
            for pair in pairs:
                place = (pair.implementing.meta.place, pair.implementing.meta.short_title)
                for found in pair.links_of(document, unit):
                    there = (f"{pair.implementing.id}#{found.source}", pair.implementing.citation(found.source))
                    yield *place, *own, relation_said(found), *there, pair.implementing.text(found.source), say(f"links_csv.{found.basis}")
                if not pair.links_of(document, unit):
                    yield *place, *own, state_name(pair, state_of(pair, unit)), "", "", "", ""
