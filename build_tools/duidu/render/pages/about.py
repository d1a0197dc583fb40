"""The page about the texts: where each comes from, what was left out and by which rule, hashes, punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ..markdown import escape, link, page_text
from ..names import seal
from ..page import Page
from ..wording import say


def _introduction() -> Iterator[str]:
    yield f"# {say('texts.title')} {{#about-texts}}"
    yield say("texts.lead", warning=f"**{say('texts.warning')}**")
    for part in ("punctuation", "proof"):
        yield f"## {say(f'texts.{part}')} {{#about-{part}}}"
        yield say(f"texts.{part}_said")


def texts_page(documents: Sequence[Document], proofs: Sequence[tuple[int, str]]) -> Page:
    """``proofs`` has, per document, the number of characters compared and their sha256."""
    body = [*_introduction()]
    for document, proof in zip(documents, proofs, strict=True):
        body.extend(_document(document, *proof))
    meta = {"title": say("texts.title"), "description": say("texts.description"), "hide": ["navigation"]}
    return Page(PurePosixPath("docs/about/texts.md"), page_text(meta, body))


def _document(document: Document, characters: int, sha256: str) -> Iterator[str]:
    meta = document.meta
    yield f"## {seal(document)} {link(meta.short_title, f'../{document.id}/index.md')} {{#about-{document.id}}}"
    yield f"{escape(meta.title)}"
    rows = [
        (say("texts.found"), meta.found),
        *([(say("texts.remark"), meta.remark)] if meta.remark else []),
        (say("texts.file"), say("texts.file_said", document=meta.id, file=meta.file, encoding=meta.encoding)),
        (say("texts.sha256"), meta.sha256),
        (say("texts.characters"), str(characters)),
        (say("texts.fingerprint"), sha256),
    ]
    yield f"| {say('document.item')} | {say('document.content')} |\n|---|---|\n" + "\n".join(
        f"| {name} | {escape(value)} |" for name, value in rows
    )
    yield from _dropped(document)


def _dropped(document: Document) -> Iterator[str]:
    if not document.dropped:
        yield say("texts.nothing_dropped")
        return
    yield say("texts.dropped", count=len(document.dropped))
    rows = (f"| {line.passage.line} | {escape(line.passage.text)} | {line.why} |" for line in document.dropped)
    yield f"| {say('texts.line')} | {say('texts.text')} | {say('texts.why')} |\n|---|---|---|\n" + "\n".join(rows)
