"""A document as a book: red head, title and adoption; contents; the whole text with its notes; where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...anchors.document import Document
from ...layers.layers import Layers
from ...model.records import FRAME, Kind, Unit
from ..addresses import full_text, published
from ..names import dated, name_of, short_hash
from ..official import OfficialText
from ..wording import say
from .annotator import BookAnnotator
from .sheet import ContentsLine, Sheets, as_html, colophon, contents, whole

NOWHERE: frozenset[str] = frozenset()
"""On paper nobody arrives by an old address."""


def book(document: Document, layers: Layers, site: str = "") -> Sheets:
    """``site`` is the site's address, "" if it has none."""
    entries = list(_entries(document))
    body = [
        _title_page(document),
        contents(entries) if entries else "",
        f'<main class="flow">{_text(document, layers)}</main>',
        _colophon(document, layers, site),
    ]
    right = say("page.colophon", dated=dated(document), hash=short_hash(document))
    sections = [entry for entry in entries if entry.depth == 0]
    meta = document.meta
    html = whole(meta.title, meta.short_title, right, body, sections)
    return Sheets(document.id, meta.title, meta.issuer, html, meta.date)


def _on_title_page(document: Document) -> list[Unit]:
    """The title and what stands around it; a signature or date at the end stays there."""
    found: list[Unit] = []
    for unit in document.outline.units:
        if unit.kind not in FRAME or unit.kind is Kind.ADDRESSEE:
            break
        found.append(unit)
    return found


def _title_page(document: Document) -> str:
    text = OfficialText(document, NOWHERE)
    front = "\n\n".join(block for unit in _on_title_page(document) for block in text.blocks(unit, 1))
    return (
        f'<header class="front"><p class="redhead">{escape(document.meta.issuer)}</p>{as_html(front)}'
        f'<p class="imprint">{escape(say("name.warning"))}<br>{say("page.hash", hash=short_hash(document))}</p></header>'
    )


def _text(document: Document, layers: Layers) -> str:
    front = _on_title_page(document)
    text = OfficialText(document, NOWHERE, BookAnnotator(document, layers))
    units = (unit for unit in document.outline.units if unit not in front)
    return as_html("\n\n".join(block for unit in units for block in text.blocks(unit, 2) if block))


def _entries(document: Document) -> Iterator[ContentsLine]:
    """Every head down to the second level."""
    for top in document.outline.units:
        if top.is_head or top.kind is Kind.COMPONENT:
            yield _entry(document, top, 0)
            yield from (_entry(document, child, 1) for child in top.children if child.is_head)


def _entry(document: Document, unit: Unit, depth: int) -> ContentsLine:
    return ContentsLine(f"{document.marker(unit.anchor)}{name_of(document, unit)}".rstrip("。"), unit.anchor, depth)


def _colophon(document: Document, layers: Layers, site: str) -> str:
    meta = document.meta
    notes = sum(len(layers.notes.at(document, anchor)) for anchor in document.units)
    rows = [
        (say("print.title"), meta.title),
        (say("document.issuer"), meta.issuer),
        (say("document.date"), dated(document)),
        (say("document.found"), meta.found),
        (say("colophon.source"), say("colophon.source_said", file=meta.file, sha256=meta.sha256)),
        (say("colophon.address"), published(site, full_text(document))),
    ]
    others = "、".join(pair.other(document).meta.short_title for pair in layers.links.of(document))
    remarks = [
        say("print.remark", warning=say("name.warning"), remark=meta.remark),
        say("print.typefaces") + (say("print.notes", count=notes) if notes else ""),
        say("print.counterparts", others=others) if others else "",
    ]
    return colophon(rows, remarks)
