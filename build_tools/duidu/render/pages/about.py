"""The page about the texts: where each comes from, what was left out and by which rule, hashes, punctuation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath

from ...anchors.document import Document
from ..markdown import escape, hyperlink, link, page_text
from ..names import seal
from ..packing import parted
from ..page import Page
from ..wording import say


def _introduction() -> Iterator[str]:
    yield f"# {say('texts.title')} {{#about-texts}}"
    yield say("texts.lead", warning=f"**{say('texts.warning')}**")
    for part in ("punctuation", "proof"):
        yield f"## {say(f'texts.{part}')} {{#about-{part}}}"
        yield say(f"texts.{part}_said")


TOGETHER = 50
"""So many documents stand on one page; beyond that they have pages of their own, and the first leads to them."""


def texts_pages(documents: Sequence[Document]) -> Iterator[Page]:
    """The page, or one that leads to pages of ``TOGETHER`` documents each."""
    parts = parted(documents, TOGETHER)
    if len(parts) < 2:
        yield _page("texts", [*_introduction(), *_entries(documents, "../")])
        return
    yield _page("texts", [*_introduction(), "<ul>\n" + "\n".join(map(_way, range(len(parts)), parts)) + "\n</ul>"])
    for number, part in enumerate(parts, 1):
        back = hyperlink(say("texts.title"), "../texts.md")
        yield _page(
            f"texts/{number}", [f"# {say('texts.part', number=number)} {{#about-texts}}", f"<p>{back}</p>", *_entries(part, "../../")]
        )


def _page(name: str, body: Iterable[str]) -> Page:
    meta = {"title": say("texts.title"), "description": say("texts.description"), "hide": ["navigation"]}
    return Page(PurePosixPath(f"docs/about/{name}.md"), page_text(meta, body))


def _way(number: int, part: Sequence[Document]) -> str:
    """A page of texts by the first and the last of them."""
    first, last = part[0].meta.short_title, part[-1].meta.short_title
    named = say("texts.from_to", first=first, last=last, count=len(part))
    return f"<li>{hyperlink(named, f'texts/{number + 1}.md')}</li>"


def _entries(documents: Iterable[Document], up: str) -> Iterator[str]:
    for document in documents:
        yield from _document(document, up)


def _document(document: Document, up: str) -> Iterator[str]:
    meta = document.meta
    yield f"## {seal(document)} {link(meta.short_title, f'{up}{document.id}/index.md')} {{#about-{document.id}}}"
    yield f"{escape(meta.title)}"
    rows = [
        (say("texts.found"), meta.found),
        *([(say("texts.remark"), meta.remark)] if meta.remark else []),
        (say("texts.file"), say("texts.file_said", document=meta.id, file=meta.file, encoding=meta.encoding)),
        (say("texts.sha256"), meta.sha256),
        (say("texts.characters"), str(len(document.source_text))),
        (say("texts.fingerprint"), sha256(document.source_text.encode()).hexdigest()),
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
