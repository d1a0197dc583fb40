"""What a page tells the scripts for sharing and landing; the template puts it into ``#page-citation``.

Hashes and the texts themselves are not in it: the script takes them from the text that stands in the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..anchors.document import Document
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
        "pages": document.pages_by_prefix,
    }
