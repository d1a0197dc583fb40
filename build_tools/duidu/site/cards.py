"""The pictures for shared links that a build has: one of the site and one of each document, drawn again only when what it shows changes."""

from __future__ import annotations

from base64 import b64decode, b64encode

from ..model.meta import Meta
from ..project.kept import Kept, key_of
from ..render.names import chinese_date
from .card import document_card

KIND = "cards"


def document_path(document: str) -> str:
    """Where the picture of a document lies, from the site's root."""
    return f"assets/cards/{document}.png"


def kept_document_card(site: str, meta: Meta, kept: Kept) -> bytes | None:
    """The picture of a document as PNG, from what was kept if there is one; None without a font. ``site`` is the site's name."""
    shown = (meta.place, meta.title, f"{meta.issuer}　{chinese_date(meta.date)}")
    key = key_of(KIND, site, repr(meta.level), *shown)
    if (found := kept.get(KIND, key)) is not None:
        return b64decode(found)
    made = document_card(site, meta.level, *shown)
    if made:
        kept.put(KIND, key, b64encode(made).decode())
    return made
