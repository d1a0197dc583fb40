"""What a page tells the scripts for sharing and landing; the template puts it into ``#page-citation``.

Hashes and the texts themselves are not in it: the script takes them from the text that stands in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..anchors.document import FULL, Document
from ..model.anchor import Anchor
from ..model.records import Kind, Unit
from .names import dated


def page_citation(document: Document, name: str, units: Sequence[Unit]) -> dict[str, object]:
    """The document as it is cited, the places of the heads on this page, and where the other units stand."""
    meta = document.meta
    heads = [unit for unit in units if unit.is_head or unit.kind is Kind.TITLE]
    return {
        "document": document.id,
        "title": meta.title,
        "short": meta.short_title,
        "issuer": meta.issuer,
        "date": meta.date,
        "dated": dated(document),
        "page": name,
        "heads": {unit.anchor: document.citation(unit.anchor) for unit in heads},
        "pages": dict(_pages(document)),
    }


def _pages(document: Document) -> Iterator[tuple[str, str]]:
    """Prefix of an anchor → its page, as few as will do: an anchor with no prefix here is found on the full page.

    A unit that moved keeps its anchor, and stands on another page than its neighbours by address: it has an entry of its own.
    """
    known: dict[str, str] = {}
    for top in document.outline.units:
        for unit in top.walk():
            page = document.page(unit.anchor)
            found = next((known[step] for step in Anchor.parse(unit.anchor).upwards() if step in known), FULL)
            if page != found and (unit is top or found != FULL):
                known[unit.anchor] = page
                yield unit.anchor, page
