"""The pictures for shared links that a build has: one of the site and one of each document, drawn again only when what it shows changes."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

from ..model.levels import from_the_highest
from ..model.meta import Meta
from ..project.kept import Kept, key_of
from ..read.corpus import read_corpus
from ..render.names import chinese_date
from .card import CARD, card, document_card

KIND = "cards"


def cards(root: Path, site: str, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Path and PNG of each picture that is wanted (a project may have some of its own); none where there is no font to draw them with."""
    corpus, _ = read_corpus(root)
    kept = Kept(root)
    levels = from_the_highest(source.meta.level for source in corpus.sources)
    if is_wanted(CARD) and (drawn := card(site, levels)):
        yield CARD, drawn
    for meta in (source.meta for source in corpus.sources):
        if is_wanted(path := document_path(meta.id)) and (drawn := kept_document_card(site, meta, kept)):
            yield path, drawn
    kept.sweep((KIND,))


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
