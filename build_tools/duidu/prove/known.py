"""Proofs that were made before, of exactly these texts, pages and built pages: what is unchanged to the byte needs no new one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from ..anchors.document import Document
from ..model.faults import Fault
from ..project.kept import Kept, key_of
from ..render.page import Page
from ..render.rendering import Extensions
from .compare import Proof
from .quotes import Quotations
from .site import Comparison, Equal, built_file

DOCUMENTS, PAGES, QUOTES = "proof", "equal", "quotes"
_ALL = "pages"
"""All pages found equal lie in one entry: it only ever says which hashes belong together."""


def proof_key(document: Document, pages: Sequence[Page], extensions: Extensions) -> str:
    """The hash of all that the first proof of a document compares."""
    units = [[anchor, unit.kind, document.marker(anchor), document.text(anchor)] for anchor, unit in document.units.items()]
    compared = [[page.path.as_posix(), page.sha256, page.anchors] for page in pages]
    return key_of(DOCUMENTS, str(extensions), document.id, document.source_text, json.dumps([units, compared], ensure_ascii=False))


def site_proof_key(key: str, pages: Sequence[Page], comparison: Comparison) -> str:
    """The hash of all that the second proof compares, given the first one's key."""
    return key_of(key, *(comparison.hash(built_file(comparison.site, page)) for page in pages))


def once(kept: Kept | None, key: str, prove: Callable[[], tuple[Proof, list[Fault]]]) -> tuple[Proof, list[Fault]]:
    """A proof, made unless it was made before without a fault: its key is the hash of all that it compares."""
    written = kept.get(DOCUMENTS, key) if kept else None
    if written is not None:
        return Proof(**json.loads(written)), []
    proof, faults = prove()
    if kept and not faults:
        kept.put(DOCUMENTS, key, json.dumps(asdict(proof)))
    return proof, faults


def known_equal(kept: Kept, extensions: Extensions) -> Equal:
    """The pages that were found equal to what they are made from."""
    return Equal(frozenset((kept.get(PAGES, key_of(_ALL, str(extensions))) or "").split("\n")))


def keep_equal(kept: Kept, extensions: Extensions, equal: Equal) -> None:
    """Note them for the next time, and remove what was not asked for."""
    kept.put(PAGES, key_of(_ALL, str(extensions)), "\n".join(sorted(equal.now)))
    kept.sweep((DOCUMENTS, PAGES))


def known_quotations(kept: Kept | None, documents: Iterable[Document]) -> Quotations:
    """The quotations of the corpus, with what was found true before."""
    lines = ((kept.get(QUOTES, key_of(QUOTES)) if kept else None) or "").splitlines()
    return Quotations({document.id: document for document in documents}, dict(line.split("\t") for line in lines))


def keep_quotations(kept: Kept | None, quotations: Quotations, *, whole: bool) -> None:
    """Note what was found true; unless the ``whole`` corpus was looked at, what was known before stays."""
    if kept:
        known = quotations.now if whole else {**quotations.before, **quotations.now}
        kept.put(QUOTES, key_of(QUOTES), "".join(f"{page}\t{known[page]}\n" for page in sorted(known)))
        kept.sweep((QUOTES,))
