"""The home page: what this is, the search, the documents, the coverage of a pair as a picture, ways in; all of it from the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote

from ...anchors.document import FULL, Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage
from ...layers.coverage import CoverageSummary, summary_of
from ...layers.layers import Layers
from ...model.records import Kind
from ...read.corpus import Corpus
from ..apparatus.relations import category_name, none_name, order_name, pair_folder, relation_name
from ..markdown import attribute, escape, hyperlink, link, page_text
from ..names import dated, part_word, seal, whole_name
from ..page import Page
from ..wording import say
from .comparison_listings import words_addresses
from .flow_picture import flow_figure
from .listing import filter_field, filter_links, initial, pinyin_key
from .reading_state import reading_said, unread_remark
from .targets import targets

PAIRS = 30
"""So many pairs have a row each here; of more only the number is said."""
MANY = 6
"""With more documents than this they are listed by level, a line each."""
FILTERED = 30
"""With more than this the list has a field that filters it, and a level with more goes by pinyin."""
EXAMPLES = 4
EXAMPLE_LENGTH = 6


def home_page(corpus: Corpus, documents: Sequence[Document], layers: Layers) -> Page:
    """The page the site opens with."""
    body = [
        '<div class="home" markdown="1">',
        f"# {escape(corpus.name)} {{#home .redhead}}",
        f'<p class="lead">{escape(corpus.description)}</p>',
        *(_contents(documents, layers) if documents else [say("home.empty")]),
        f"{say('home.colophon')}\n{{ .colophon }}",
        "</div>",
    ]
    meta = {
        "title": say("home.title"),
        "description": corpus.description,
        "running": corpus.name,
        "colophon": say("name.warning"),
        "hide": ["navigation", "toc"],
    }
    return Page(PurePosixPath("docs/index.md"), page_text(meta, body))


def _contents(documents: Sequence[Document], layers: Layers) -> Iterator[str]:
    """What stands between the lead and the colophon; a part that would be empty is left out."""
    yield _search_form(layers)
    yield '<div class="documents" markdown="1">'
    yield from _list(documents) if len(documents) > MANY else _entries(documents)
    yield "</div>"
    yield from _coverage(layers.links.alignments)
    if ways := list(_ways_in(documents, layers)):
        yield f"## {say('home.ways')} {{#ways .plain}}"
        yield '<div class="ways" markdown="1">\n\n' + "\n".join(ways) + "\n\n</div>"
    yield from _citing(documents)


def _search_form(layers: Layers) -> str:
    """A large way into the search. Its examples are short terms, those first that most documents share, then the most frequent."""
    terms = [term for term in layers.terms.glossary.terms if len(term.term) <= EXAMPLE_LENGTH]
    found = {term.term: list(layers.terms.occurrences(term.id)) for term in terms}
    often = sorted(found, key=lambda term: (-len({document for document, _ in found[term]}), -len(found[term]), term))
    tried = " ".join(f'<a href="?q={quote(term)}">{attribute(term)}</a>' for term in often[:EXAMPLES] if found[term])
    examples = f"<p>{say('home.search_try', examples=tried)}</p>" if tried else ""
    site, label, hint = (attribute(say(f"home.{name}")) for name in ("site_search", "search_label", "search_hint"))
    return (
        f'<form class="ask" role="search" aria-label="{site}" method="get">'
        f'<input name="q" type="search" aria-label="{label}" placeholder="{hint}" required>'
        f"<button>{say('home.search_button')}</button>{examples}</form>"
    )


def _entries(documents: Sequence[Document]) -> Iterator[str]:
    names = {document.id: document.meta.short_title for document in documents}
    for document in _by_level(documents):
        above = "、".join(names[target] for target in document.meta.implements)
        implements = f"　{say('home.implements', documents=escape(above))}" if above else ""
        yield (
            f"## {seal(document)} {link(document.meta.short_title, f'{document.id}/index.md')} {{#document-{document.id} .plain}}\n\n"
            f"{escape(document.meta.title)}\n\n{dated(document)}　{counts(document)}{implements}\n{{ .meta }}\n\n"
            + "　".join(_parts(document))
        )  # fmt: skip


def _by_level(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda document: document.meta.level.rank)


def _list(documents: Sequence[Document]) -> Iterator[str]:
    """One line a document, grouped by level, in columns; a level that has many, by pinyin. Many are filtered, by year too."""
    if len(documents) > FILTERED:
        yield filter_field(".many li", say("home.filter_hint"))
        years = sorted(Counter(document.meta.date[:4] for document in documents).items())
        if len(years) > 1:
            yield f"{say('home.years', years=filter_links(years))}\n{{ .meta }}"
    for level, group in groupby(_by_level(documents), lambda document: document.meta.level):
        held = list(group)
        yield f"## {escape(say('home.level', level=level.grade, count=len(held)))} {{#level-{level.id} .plain}}"
        rows = map(_row, held) if len(held) <= FILTERED else _rows_by_letter(held)
        yield '<div class="many" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def _rows_by_letter(documents: Sequence[Document]) -> Iterator[str]:
    """The first of each letter has it before its name."""
    last = ""
    for document in sorted(documents, key=lambda document: pinyin_key(document.meta.short_title)):
        letter = initial(document.meta.short_title)
        yield _row(document, "" if letter == last else letter)
        last = letter


def _row(document: Document, letter: str | None = None) -> str:
    before = "" if letter is None else f"<i>{letter}</i> "
    return f"- {before}{seal(document)} {link(document.meta.short_title, f'{document.id}/index.md')} <small>{document.meta.date}</small>"


def counts(document: Document) -> str:
    """6部分、12条、187句; of a text in articles 5章、10条、15句: its 条 are the articles, not the 项 in them."""
    kinds = [unit.kind for unit in document.outline.walk()]
    items = kinds.count(Kind.ARTICLE) or kinds.count(Kind.ITEM)
    parts = {"parts": len(document.sections), "items": items, "sentences": kinds.count(Kind.SENTENCE)}
    return "、".join(say(f"home.{name}", count=count, part=part_word(document)) for name, count in parts.items() if count)


def _coverage(pairs: Sequence[Alignment]) -> Iterator[str]:
    """The first pair that was read as a picture with its numbers; all pairs as a table where there are several."""
    if not pairs:
        return
    first = next((pair for pair in sorted(pairs, key=lambda pair: not pair.is_read_whole) if pair.is_read), None)
    if first:
        lower, upper = escape(first.implementing.meta.issuer), whole_name(first.implemented)
        yield f"## {say('home.accounts', lower=lower, upper=upper)} {{#accounts .plain}}"
        yield "<br>".join(_summary(first, document) for document in (first.implementing, first.implemented))
        yield flow_figure(first, "")
    elif len(pairs) == 1:
        yield f"## {say('home.accounts_unread')} {{#accounts .plain}}"
        yield unread_remark(pairs[0])
    if len(pairs) > 1:
        yield f"## {say('home.all_pairs')} {{#pairs .plain}}"
        heads = [
            *(say(f"home.pair_{name}") for name in ("lower", "upper", "reading")),
            *map(relation_name, Closeness),
            *(say(f"home.pair_{name}") for name in ("only_lower", "only_upper", "unread")),
        ]
        if len(pairs) > PAIRS:
            yield say(
                "home.many_pairs",
                count=len(pairs),
                read=sum(pair.is_read for pair in pairs),
                link=link(say("compare.nav"), "compare/index.md"),
            )
            return
        names = "".join(_cell(head, at, "th") for at, head in enumerate(heads))
        rows = "\n".join(_pair_row(pair, heads) for pair in pairs)
        yield f'<div class="pair-list"><table>\n<thead>\n<tr>{names}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'


def _summary(pair: Alignment, document: Document) -> str:
    """遂宁市委决定 179 句：同文 20、……，仅市 16。"""
    found = summary_of(pair, document)
    sentences = sum(found.sentences.values())
    linked = "、".join(
        say("home.count", name=category_name(pair, document, closeness), count=found.sentences[closeness]) for closeness in Closeness
    )
    said = [linked, _none_count(pair, document, found)]
    if unread := found.sentences[Coverage.UNREVIEWED]:
        said.append(say("home.count", name=say("none.unreviewed"), count=unread))
    name = f"{seal(document)} {escape(document.meta.short_title)}"
    key = "home.account" if found.read == sentences else "home.account_part"
    return say(key, document=name, count=sentences, read=found.read, counts="，".join(said))


def _none_count(pair: Alignment, document: Document, found: CoverageSummary) -> str:
    target = words_addresses(pair)[f"none-{document.id}", ""]
    name = none_name(pair, document)
    if document is pair.implementing:
        return link(say("home.count", name=name, count=found.none), target)
    kinds = "、".join(say("home.count", name=say(f"none.{kind}"), count=found.sentences[kind]) for kind in NONE)
    return link(say("home.kinds", none=name, count=found.none, kinds=kinds), target)


def _pair_row(pair: Alignment, heads: Sequence[str]) -> str:
    """Of a pair that nobody has read nothing is counted. Each number knows what it counts, which a phone shows before it."""
    one, other = summary_of(pair, pair.implementing), summary_of(pair, pair.implemented)
    counted = [*(one.sentences[closeness] for closeness in Closeness), one.none, other.none]
    cells = [
        hyperlink(pair.implementing.meta.short_title, f"{pair_folder(pair)}/index.md"),
        escape(pair.implemented.meta.short_title),
        reading_said(pair),
        *(str(count) if pair.is_read else "—" for count in counted),
        str(one.sentences[Coverage.UNREVIEWED] + other.sentences[Coverage.UNREVIEWED]),
    ]
    return f"<tr>{''.join(_cell(cell, at, 'td', head) for at, (cell, head) in enumerate(zip(cells, heads, strict=True)))}</tr>"


def _cell(inner: str, at: int, tag: str, head: str = "") -> str:
    """Names stand left, numbers right."""
    counted = f' data-counts="{attribute(head)}"' if head and inner not in ("—", "0") else ""
    return f'<{tag} align="right"{counted}>{inner}</{tag}>' if at > 2 else f"<{tag}>{inner}</{tag}>"


def _citing(documents: Sequence[Document]) -> Iterator[str]:
    """How to cite and how to take the site along, with a place of the corpus as the example."""
    for document in documents:
        for anchor, unit in document.units.items():
            if unit.kind is Kind.PARAGRAPH and document.parents[anchor] and len(unit.sentences) > 1:
                example = link(f"{document.meta.short_title}{document.citation(anchor)}", f"{document.id}/{FULL}.md#{anchor}")
                yield f"## {say('home.citing')} {{#citing .plain}}"
                yield say("home.citing_said", example=example)
                yield say("home.offline_said")
                return


def _parts(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield link(document.citation(section.anchor), f"{document.id}/{document.page(section.anchor)}.md")
    yield link(say("home.full"), f"{document.id}/{FULL}.md")


def _ways_in(documents: Sequence[Document], layers: Layers) -> Iterator[str]:
    if len(layers.links.alignments) == 1:
        yield from _ways_into(layers.links.alignments[0])
    elif layers.links.alignments:
        yield f"- {link(say('compare.nav'), 'compare/index.md')} {say('home.way_pairs', count=len(layers.links.alignments))}"
    if layers.terms.glossary.terms:
        yield f"- {link(say('glossary.title'), 'glossary/index.md')} {say('home.way_terms', count=len(layers.terms.glossary.terms))}"
    if found := targets(layers, documents):
        yield f"- {link(say('figures.title'), 'figures.md')} {say('home.way_figures', count=len(found))}"


def _ways_into(pair: Alignment) -> Iterator[str]:
    folder = pair_folder(pair)
    names = {"lower": escape(pair.implementing.meta.short_title), "upper": escape(pair.implemented.meta.short_title)}
    rows = say("home.way_rows" if pair.is_read else "home.way_rows_unread", **names)
    yield f"- {link(say('compare.rows'), f'{folder}/{order_name(pair.implementing)}.md')} {rows}"
    if not pair.is_read:
        return
    relations = "、".join(map(relation_name, Closeness))
    yield f"- {link(say('compare.overview_name'), f'{folder}/index.md')} {say('home.way_overview', relations=relations)}"
    for document in (pair.implementing, pair.implemented):
        one, other = escape(document.meta.short_title), escape(pair.other(document).meta.short_title)
        said = say("home.way_none", document=one, other=other, count=summary_of(pair, document).none)
        yield f"- {link(none_name(pair, document), words_addresses(pair)[f'none-{document.id}', ''])} {said}"
