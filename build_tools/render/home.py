"""The home page: what this is, and the documents with what can be said of them from the corpus alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ..document import Document
from ..model import Kind
from ..read.corpus import Corpus
from .markdown import escape, link, page_text
from .names import LEVEL_ORDER, dated, seal
from .page import Page


def home_page(corpus: Corpus, documents: Sequence[Document]) -> Page:
    body = [
        '<div class="home" markdown="1">',
        f"# {escape(corpus.name)} {{#home .redhead}}",
        f'<p class="lead">{escape(corpus.description)}</p>',
        '<div class="documents" markdown="1">',
        *_entries(documents),
        "</div>",
        "转录文本，以正式发布文本为准。见[文本说明](about/texts.md)。\n{ .colophon }",
        "</div>",
    ]
    meta = {"title": "首页", "description": corpus.description, "running": corpus.name, "hide": ["navigation", "toc"]}
    return Page(PurePosixPath("docs/index.md"), page_text(meta, body))


def _entries(documents: Sequence[Document]) -> Iterator[str]:
    names = {document.id: document.meta.short_title for document in documents}
    for document in sorted(documents, key=lambda document: LEVEL_ORDER.index(document.meta.level)):
        above = "、".join(names[target] for target in document.meta.implements)
        implements = f"　落实{escape(above)}" if above else ""
        yield (
            f"## {seal(document)} {link(document.meta.short_title, f'{document.id}/index.md')} {{#document-{document.id} .plain}}\n\n"
            f"{escape(document.meta.title)}\n\n{dated(document)}　{counts(document)}{implements}\n{{ .meta }}\n\n"
            + " · ".join(_ways(document))
        )  # fmt: skip


def counts(document: Document) -> str:
    """6部分 · 12条 · 187句"""
    kinds = [unit.kind for unit in document.outline.walk()]
    parts = [(len(document.sections), "部分"), (kinds.count(Kind.ITEM), "条"), (kinds.count(Kind.SENTENCE), "句")]
    return " · ".join(f"{number}{name}" for number, name in parts if number)


def _ways(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield link(document.citation(section.anchor), f"{document.id}/{document.page_name(section)}.md")
    yield link("全文", f"{document.id}/full.md")
