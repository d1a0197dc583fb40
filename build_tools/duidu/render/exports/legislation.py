"""JSON-LD for machines that read pages: schema.org/Legislation, with legislationApplies for what a document carries out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ...anchors.document import Document
from ...layers.alignment import Alignment


def legislation(document: Document, pairs: Sequence[Alignment]) -> str:
    """A data block for the landing page: the document and what it applies, unit by unit."""
    own = [pair for pair in pairs if pair.implementing is document]
    described = {
        "@context": "https://schema.org",
        **_about(document),
        "legislationApplies": [_about(pair.implemented) for pair in own],
        "hasPart": [
            {"@type": "Legislation", "legislationIdentifier": f"{document.id}#{anchor}", "legislationApplies": applied}
            for anchor in document.units
            if (applied := [f"{pair.implemented.id}#{found.target}" for pair in own for found in pair.read_links(document, anchor)])
        ],
    }
    kept = {key: value for key, value in described.items() if value}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", ">", "&", "{{", "{%"):  # what ends the element, or opens a template; none of them is JSON's own
        text = text.replace(sign, sign[:-1] + f"\\u{ord(sign[-1]):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _about(document: Document) -> dict[str, object]:
    meta = document.meta
    return {
        "@type": "Legislation",
        "legislationIdentifier": document.id,
        "name": meta.title,
        "alternateName": meta.short_title,
        "legislationPassedBy": {"@type": "Organization", "name": meta.issuer},
        "legislationDate": meta.date,
        "spatialCoverage": meta.place,
        "inLanguage": "zh-Hans",
    }
