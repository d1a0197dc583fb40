"""The home page: what this is, the search, the documents, the account as a picture, ways in; all of it from the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote

from ...anchors.document import Document
from ...layers.coverage import account
from ...layers.layers import Layers
from ...layers.links import Pair
from ...model.records import Kind
from ...read.corpus import Corpus
from ..apparatus.relations import RELATION_NAMES, none_name, pair_folder
from ..markdown import attribute, escape, link, page_text
from ..names import LEVEL_ORDER, LEVELS, dated, seal
from ..page import Page
from .figures import figures
from .flow_picture import flow_figure

MANY = 6
"""With more documents than this they are listed by level, a line each."""
EXAMPLES = 4
EXAMPLE_LENGTH = 6


def home_page(corpus: Corpus, documents: Sequence[Document], layers: Layers) -> Page:
    """The page the site opens with."""
    body = [
        '<div class="home" markdown="1">',
        f"# {escape(corpus.name)} {{#home .redhead}}",
        f'<p class="lead">{escape(corpus.description)}</p>',
        _search_form(layers),
        '<div class="documents" markdown="1">',
        *(_list(documents) if len(documents) > MANY else _entries(documents)),
        "</div>",
        *_accounts(layers.pairs),
        "## 从哪里读起 {#ways .plain}",
        '<div class="ways" markdown="1">\n\n' + "\n".join(_ways_in(documents, layers)) + "\n\n</div>",
        *_citing(documents),
        "转录文本，以正式发布文本为准。见[文本说明](about/texts.md)。\n{ .colophon }",
        "</div>",
    ]
    meta = {"title": "首页", "description": corpus.description, "running": corpus.name, "hide": ["navigation", "toc"]}
    return Page(PurePosixPath("docs/index.md"), page_text(meta, body))


def _search_form(layers: Layers) -> str:
    """A large way into the search. Its examples are short terms, those first that most documents share, then the most frequent."""
    terms = [term for term in layers.terms.glossary.terms if len(term.term) <= EXAMPLE_LENGTH]
    found = {term.term: list(layers.terms.occurrences(term.id)) for term in terms}
    often = sorted(found, key=lambda term: (-len({document for document, _ in found[term]}), -len(found[term]), term))
    tried = " ".join(f'<a href="?q={quote(term)}">{attribute(term)}</a>' for term in often[:EXAMPLES] if found[term])
    return (
        '<form class="ask" role="search" aria-label="全站" method="get">'
        f'<input name="q" type="search" aria-label="全站搜索" placeholder="搜句子、术语，或贴引文" required>'
        f"<button>搜索</button>{f'<p>试试 {tried}</p>' if tried else ''}</form>"
    )


def _entries(documents: Sequence[Document]) -> Iterator[str]:
    names = {document.id: document.meta.short_title for document in documents}
    for document in _by_level(documents):
        above = "、".join(names[target] for target in document.meta.implements)
        implements = f"　落实{escape(above)}" if above else ""
        yield (
            f"## {seal(document)} {link(document.meta.short_title, f'{document.id}/index.md')} {{#document-{document.id} .plain}}\n\n"
            f"{escape(document.meta.title)}\n\n{dated(document)}　{counts(document)}{implements}\n{{ .meta }}\n\n"
            + " · ".join(_parts(document))
        )  # fmt: skip


def _by_level(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: LEVEL_ORDER.index(document.meta.level))


def _list(documents: Sequence[Document]) -> Iterator[str]:
    """One line a document, grouped by level, in columns."""
    for level, group in groupby(_by_level(documents), lambda document: document.meta.level):
        held = list(group)
        yield f"## {LEVELS[level]}（{len(held)} 份） {{#level-{level} .plain}}"
        rows = (
            f"- {seal(document)} {link(document.meta.short_title, f'{document.id}/index.md')} <small>{document.meta.date}</small>"
            for document in held
        )
        yield '<div class="many" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def counts(document: Document) -> str:
    """6部分 · 12条 · 187句."""
    kinds = [unit.kind for unit in document.outline.walk()]
    parts = [(len(document.sections), "部分"), (kinds.count(Kind.ITEM), "条"), (kinds.count(Kind.SENTENCE), "句")]
    return " · ".join(f"{number}{name}" for number, name in parts if number)


def _accounts(pairs: Sequence[Pair]) -> Iterator[str]:
    """The first pair as a picture with its numbers; all of them as a table where there are several."""
    if not pairs:
        return
    first = pairs[0]
    yield f"## {escape(first.implementing.meta.place)}怎样落实{escape(first.implemented.meta.place)} {{#accounts .plain}}"
    yield _summary(first)
    yield flow_figure(first, "")
    if len(pairs) > 1:
        yield "## 各对文件 {#pairs .plain}"
        heads = f"| 下级 | 上级 | {' | '.join(RELATION_NAMES.values())} | 下级新增 | 上级未见承接 | 未判读 |\n|---|---|--:|--:|--:|--:|--:|--:|\n"
        yield heads + "\n".join(map(_pair_row, pairs))


def _summary(pair: Pair) -> str:
    said = []
    for document in (pair.implementing, pair.implemented):
        found = account(pair, document).sentences
        shares = "、".join(f"{name} {found[relation]}" for relation, name in RELATION_NAMES.items())
        rest = [link(f"{none_name(pair, document)} {found['none']}", f"{pair_folder(pair)}/lists.md#list-none-{document.id}")]
        if found["unreviewed"]:
            rest = [*(rest if found["none"] else []), f"未判读 {found['unreviewed']}"]
        said.append(f"{seal(document)} {escape(document.meta.short_title)} {sum(found.values())} 句：{shares}，{'，'.join(rest)}。")
    return "<br>".join(said)


def _pair_row(pair: Pair) -> str:
    one, other = account(pair, pair.implementing).sentences, account(pair, pair.implemented).sentences
    cells = [
        link(pair.implementing.meta.short_title, f"{pair_folder(pair)}/index.md"),
        escape(pair.implemented.meta.short_title),
        *(str(one[relation]) for relation in RELATION_NAMES),
        *(str(side["none"]) if side["none"] or not side["unreviewed"] else "—" for side in (one, other)),
        str(one["unreviewed"] + other["unreviewed"]),
    ]
    return f"| {' | '.join(cells)} |"


def _citing(documents: Sequence[Document]) -> Iterator[str]:
    """How to cite and how to take the site along, with a place of the corpus as the example."""
    for document in documents:
        for anchor, unit in document.units.items():
            if unit.kind is Kind.PARAGRAPH and document.parents[anchor] and len(unit.sentences) > 1:
                example = link(f"{document.meta.short_title}{document.citation(anchor)}", f"{document.id}/full.md#{anchor}")
                yield "## 引用与离线 {#citing .plain}"
                yield (
                    f"每一段、每一句都有自己的地址，文字改动后也不变。一处写作{example}：这样的引文贴进搜索框，就到原处。"
                    "点段首的数字，可以复制链接、原文和各种格式的引文。"
                )
                yield "每一页都能打印；整站可以打成一个压缩包，解开后不联网也能读、能搜。见[怎样使用](about/use.md)。"
                return


def _parts(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield link(document.citation(section.anchor), f"{document.id}/{document.page_name(section)}.md")
    yield link("全文", f"{document.id}/full.md")


def _ways_in(documents: Sequence[Document], layers: Layers) -> Iterator[str]:
    if len(layers.pairs) == 1:
        yield from _ways_into(layers.pairs[0])
    elif layers.pairs:
        yield f"- {link('省市对照', 'compare/index.md')} {len(layers.pairs)} 对文件，逐条对照，共有与异文各有标记"
    if layers.terms.glossary.terms:
        yield f"- {link('术语', 'glossary/index.md')} {len(layers.terms.glossary.terms)} 条，各是什么意思，各在何处"
    if found := figures(layers, documents):
        yield f"- {link('数字与时限', 'figures.md')} 各级指标并列，共 {len(found)} 项"


def _ways_into(pair: Pair) -> Iterator[str]:
    folder = pair_folder(pair)
    names = f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}"
    yield f"- {link('逐条对照', f'{folder}/by-{pair.implementing.id}.md')} {escape(names)}，共有与异文各有标记"
    yield f"- {link('对照总览', f'{folder}/index.md')} 照录、落实、呼应各占多少，哪一条对着哪一条"
    for document in (pair.implementing, pair.implemented):
        if said := _none_said(pair, document):
            yield f"- {link(none_name(pair, document), f'{folder}/lists.md#list-none-{document.id}')} {said}"


def _none_said(pair: Pair, document: Document) -> str:
    """How many sentences have no counterpart; "" where nobody has looked for it yet."""
    found = account(pair, document).sentences
    if found["unreviewed"] and not found["none"]:
        return ""
    one, other = escape(document.meta.short_title), escape(pair.other(document).meta.short_title)
    verb = "未见对应" if document is pair.implementing else "未见承接"
    return f"{one}中有、{other}中{verb}的 {found['none']} 句"
