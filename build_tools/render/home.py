"""The home page: what this is, the documents, and ways in; all of it from the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ..document import Document
from ..layers.account import without_counterpart
from ..layers.layers import Layers
from ..layers.links import Pair
from ..model import Kind
from ..read.corpus import Corpus
from .figures import figures
from .markdown import escape, link, page_text
from .names import LEVEL_ORDER, dated, seal
from .page import Page
from .relations import none_name, pair_folder


def home_page(corpus: Corpus, documents: Sequence[Document], layers: Layers) -> Page:
    """The page the site opens with."""
    body = [
        '<div class="home" markdown="1">',
        f"# {escape(corpus.name)} {{#home .redhead}}",
        f'<p class="lead">{escape(corpus.description)}</p>',
        '<div class="documents" markdown="1">',
        *_entries(documents),
        "</div>",
        "## 从哪里读起 {#ways .plain}",
        '<div class="ways" markdown="1">\n\n' + "\n".join(_ways_in(documents, layers)) + "\n\n</div>",
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
            + " · ".join(_parts(document))
        )  # fmt: skip


def counts(document: Document) -> str:
    """6部分 · 12条 · 187句."""
    kinds = [unit.kind for unit in document.outline.walk()]
    parts = [(len(document.sections), "部分"), (kinds.count(Kind.ITEM), "条"), (kinds.count(Kind.SENTENCE), "句")]
    return " · ".join(f"{number}{name}" for number, name in parts if number)


def _parts(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield link(document.citation(section.anchor), f"{document.id}/{document.page_name(section)}.md")
    yield link("全文", f"{document.id}/full.md")


def _ways_in(documents: Sequence[Document], layers: Layers) -> Iterator[str]:
    for pair in layers.pairs:
        folder = pair_folder(pair)
        names = f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}"
        yield f"- {link('逐条对照', f'{folder}/by-{pair.implementing.id}.md')}　{escape(names)}，共有与异文各有标记"
        yield f"- {link('对照总览', f'{folder}/index.md')}　照录、落实、呼应各占多少，哪一条对着哪一条"
        for document in (pair.implementing, pair.implemented):
            name = none_name(pair, document)
            yield f"- {link(name, f'{folder}/lists.md#list-none-{document.id}')}　{_none_said(pair, document)}"
    if layers.terms.glossary.terms:
        yield f"- {link('术语', 'glossary/index.md')}　{len(layers.terms.glossary.terms)} 条，各是什么意思，各在何处"
    if found := figures(layers, documents):
        yield f"- {link('数字与时限', 'figures.md')}　两级指标并列，共 {len(found)} 项"


def _none_said(pair: Pair, document: Document) -> str:
    count = len(without_counterpart(pair, document)[0])
    one, other = escape(document.meta.short_title), escape(pair.other(document).meta.short_title)
    verb = "未见对应" if document is pair.implementing else "未见承接"
    return f"{one}中有、{other}中{verb}的 {count} 句"
