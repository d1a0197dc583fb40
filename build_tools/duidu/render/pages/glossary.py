"""The glossary pages: every term by pinyin initial with its reverse index, by kind, and by how often it stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from pypinyin import Style, lazy_pinyin

from ...anchors.document import Document
from ...layers.terms import Terms
from ...read.glossary import Term
from ..apparatus.relations import place
from ..markdown import attribute, escape, hyperlink, link, page_text
from ..names import seal
from ..page import Page
from ..rendering import PERMALINKS
from ..wording import say

UP = "../"
"""From the glossary's folder to docs/."""
KINDS = ("数字式概括", "口号", "规划与工程", "制度", "机构与平台", "经济技术术语")
CONTEXT = 14
"""Characters shown on either side of a term in the reverse index."""


def glossary_pages(terms: Terms, documents: Sequence[Document]) -> Iterator[Page]:
    """Entries, concordance, list by kind; none of them without a term. Places that are too many for one page are on pages of the terms."""
    if not terms.glossary.terms:
        return
    entries = sorted(terms.glossary.terms, key=pinyin_key)
    yield _page("index", say("glossary.title"), _index(terms, documents, entries))
    yield _page("concordance", say("glossary.concordance"), _concordance(terms, documents, entries))
    yield _page("kinds", say("glossary.kinds"), _kinds(entries))
    if is_spread(terms):
        by_id = {document.id: document for document in documents}
        for term in entries:
            yield from _places_pages(terms, by_id, term)


SPREAD = 1_200
"""So many places of all terms together stand on the glossary's own page; beyond that each term has them on pages of its own."""
TOGETHER = 500
"""So many places stand on one page of a term."""
SIDE_BY_SIDE = 8
"""So many documents have a column each in the table of occurrences; beyond that each level has one."""
OWN = frozenset({"index", "concordance", "kinds"})


def is_spread(terms: Terms) -> bool:
    """Whether the places of terms have pages of their own."""
    return sum(len(_found(terms, term)) for term in terms.glossary.terms) > SPREAD


def _found(terms: Terms, term: Term) -> list[tuple[str, str]]:
    return [*terms.occurrences(term.id), *terms.heads(term.id)]


def _page_of(term: Term) -> str:
    """Its page in the glossary's folder."""
    return f"term-{term.id}" if term.id in OWN else term.id


def _places_pages(terms: Terms, documents: Mapping[str, Document], term: Term) -> Iterator[Page]:
    """All places of a term, document by document in the corpus's order, cut into pages."""
    order = {name: position for position, name in enumerate(documents)}
    found = sorted(_found(terms, term), key=lambda one: order[one[0]])
    parts = [found[start : start + TOGETHER] for start in range(0, len(found), TOGETHER)]
    for number, part in enumerate(parts):
        up = "../" * (2 if number else 1)
        name = f"{_page_of(term)}/{number + 1}" if number else _page_of(term)
        body = [
            f"# {escape(term.term)} {{#places}}",
            f"<p>{escape(term.definition)} {hyperlink(say('glossary.back'), f'{up}glossary/index.md#term-{term.id}')}</p>",
            *_places(terms, documents, term, part, up),
            _turn(term, number, len(parts)),
        ]
        yield _page(name, say("glossary.places", term=term.term), body)


def _places(terms: Terms, documents: Mapping[str, Document], term: Term, part: Sequence[tuple[str, str]], up: str) -> Iterator[str]:
    for name, group in groupby(part, lambda one: one[0]):
        document, anchors = documents[name], [anchor for _, anchor in group]
        yield f"## {seal(document)} {escape(document.meta.short_title)}　{_counted(document, anchors)} {{#places-{name}}}"
        yield "<ul>\n" + "\n".join(_line(terms, document, anchor, term.id, up) for anchor in anchors) + "\n</ul>"


def _turn(term: Term, here: int, count: int) -> str:
    """The pages of a term, where there are several."""
    if count == 1:
        return ""
    ways = (
        str(number + 1) if number == here else hyperlink(str(number + 1), _way(_page_of(term), here, number)) for number in range(count)
    )
    return f"<p>{say('taken.further', pages=' · '.join(ways))}</p>"


def _way(name: str, here: int, there: int) -> str:
    """From one page of a term to another."""
    if here:
        return f"{there + 1}.md" if there else f"../{name}.md"
    return f"{name}/{there + 1}.md"


def _page(name: str, title: str, body: Iterable[str]) -> Page:
    meta = {
        "title": title,
        "description": say("glossary.description", title=title),
        "running": title,
        "hide": ["navigation", "toc"],
    }
    return Page(PurePosixPath("docs/glossary", f"{name}.md"), page_text(meta, body))


def pinyin_key(term: Term) -> tuple[str, str]:
    """Sorts terms by the pinyin of their headword, digits and Latin first."""
    return " ".join(lazy_pinyin(term.term, errors="default")).lower(), term.id


def initial(term: Term) -> str:
    """A–Z, or # for what begins with a digit or a sign."""
    first = "".join(lazy_pinyin(term.term.lstrip("“‘《"), style=Style.FIRST_LETTER, errors="default"))[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def _index(terms: Terms, documents: Sequence[Document], entries: Sequence[Term]) -> Iterator[str]:
    ways = f"{link(say('glossary.by_kind'), 'kinds.md')} · {link(say('glossary.by_count'), 'concordance.md')}"
    yield f"# {say('glossary.title')} {{#glossary}}"
    yield f"{say('glossary.lead', count=len(entries), ways=ways)}\n{{ .meta }}"
    groups = [
        (letter, list(group)) for letter, group in groupby(sorted(entries, key=lambda term: (initial(term), pinyin_key(term))), initial)
    ]
    letters = " ".join(hyperlink(letter, f"#initial-{_slug(letter)}") for letter, _ in groups)
    spread = is_spread(terms)
    by_id = {document.id: document for document in documents}
    yield _filter()
    yield f'<nav class="initials" aria-label="{attribute(say("glossary.initials"))}"><p>{letters}</p></nav>'
    for letter, group in groups:
        yield f"## {letter} {{#initial-{_slug(letter)}}}"
        for term in group:
            yield _entry(terms, by_id, term, spread=spread)


def _filter() -> str:
    """Works with assets/edition.js and is hidden without it; it stands in the page so that nothing moves when the script comes."""
    hint = attribute(say("glossary.filter_hint"))
    return f'<div class="filter"><label>{say("glossary.filter")} <input type="search" placeholder="{hint}"></label> <span role="status"></span></div>'


def _slug(letter: str) -> str:
    return "0" if letter == "#" else letter.lower()


def _entry(terms: Terms, documents: Mapping[str, Document], term: Term, *, spread: bool) -> str:
    found = _found(terms, term)
    small = f"{' '.join(lazy_pinyin(term.term, style=Style.TONE, errors='default'))}　{term.english}"
    anchor = f"term-{term.id}"
    sign = f'<a class="headerlink" href="#{anchor}" title="{PERMALINKS["permalink_title"]}">{PERMALINKS["permalink"]}</a>'
    lines = [
        f'<section class="entry" data-kind="{term.kind}">',
        f'<h3 id="{anchor}">{escape(term.term)}{sign}</h3>',
        f"<p><small>{escape(small)}　{term.kind}　{where(list(documents.values()), found)}</small></p>",
        f"<p>{escape(term.definition)}</p>",
        *(f"<p>{line}</p>" for line in _details(terms, term)),
        _counts(documents, term, found) if spread else _reverse_index(terms, documents, term, found),
        "</section>",
    ]
    return "\n".join(line for line in lines if line)


def _counts(documents: Mapping[str, Document], term: Term, found: Sequence[tuple[str, str]]) -> str:
    """How often a term stands in how many documents, and the way to the places."""
    if not found:
        return ""
    ids = dict.fromkeys(name for name, _ in found)
    heads = sum(documents[name].units[anchor].is_head for name, anchor in found)
    counts = "、".join(
        say(f"glossary.count_{name}", count=count) for name, count in (("sentences", len(found) - heads), ("heads", heads)) if count
    )
    said = say("glossary.found_in", counts=say("glossary.in_documents", documents=len(ids), counts=counts))
    return f"<p>{hyperlink(said, f'{_page_of(term)}.md')}</p>"


def _details(terms: Terms, term: Term) -> Iterator[str]:
    if term.members:
        yield say("glossary.members", members=escape("、".join(term.members)))
    if term.remark:
        label = say("glossary.uncertain" if term.certainty == "uncertain" else "glossary.remark")
        yield say("glossary.remark_said", label=f'<span class="cert">{label}</span>', remark=escape(term.remark))
    for key, others in (("related", term.related), ("distinct", term.distinct_from)):
        if others:
            named = "、".join(hyperlink(terms.term(other).term, f"#term-{other}") for other in others)
            yield say("glossary.others", label=say(f"glossary.{key}"), terms=named)
    if term.sources:
        shown = (hyperlink(source.title, source.url) if source.url else escape(source.title) for source in term.sources)
        yield say("glossary.sources", sources="；".join(shown))


def where(documents: Sequence[Document], found: Sequence[tuple[str, str]]) -> str:
    """省市共有, 仅省 or 仅市: at which levels a term stands, by their names."""
    ids = {name for name, _ in found}
    levels = sorted({document.meta.level for document in documents if document.id in ids}, key=lambda level: level.rank)
    names = [level.name for level in levels]
    if len(names) < 2:
        return say("glossary.only", level=escape(names[0])) if names else say("glossary.nowhere")
    return say("glossary.shared", levels=escape(("" if max(map(len, names)) == 1 else "、").join(names)))


def _reverse_index(terms: Terms, documents: Mapping[str, Document], term: Term, found: Sequence[tuple[str, str]]) -> str:
    if not found:
        return ""
    own: dict[str, list[str]] = {}
    for name, anchor in found:
        own.setdefault(name, []).append(anchor)
    counts = "，".join(
        f"{escape(document.meta.short_title)} {_counted(document, own[name])}" for name, document in documents.items() if name in own
    )
    first = _first_by_level(documents, found)
    shown = "\n".join(_line(terms, documents[name], anchor, term.id, UP) for name, anchor in first)
    lines = "\n".join(_line(terms, documents[name], anchor, term.id, UP) for name, anchor in found if (name, anchor) not in first)
    said = say("glossary.found_in", counts=counts)
    if not lines:
        return f'<div class="kwic">\n<p>{said}</p>\n<ul>\n{shown}\n</ul>\n</div>'
    rest = f"<details>\n<summary>{said}</summary>\n<ul>\n{lines}\n</ul>\n</details>"
    return f'<div class="kwic">\n<ul>\n{shown}\n</ul>\n{rest}\n</div>'


def _first_by_level(documents: Mapping[str, Document], found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first place at every level, from the highest down: how each level puts it is seen without unfolding."""
    first: dict[int, tuple[str, str]] = {}
    for name, anchor in found:
        first.setdefault(documents[name].meta.level.rank, (name, anchor))
    return [place for _, place in sorted(first.items())]


def _counted(document: Document, anchors: Sequence[str]) -> str:
    heads = sum(document.units[anchor].is_head for anchor in anchors)
    parts = [("sentences", len(anchors) - heads), ("heads", heads)]
    return "、".join(say(f"glossary.count_{name}", count=count) for name, count in parts if count)


def _line(terms: Terms, document: Document, anchor: str, identity: str, up: str) -> str:
    text = document.text(anchor)
    mentions = terms.mentions[document.id].get(anchor) or terms.in_heads[document.id][anchor]
    mention = next(mention for mention in mentions if mention.term == identity)
    before, after = text[: mention.start], text[mention.end :]
    shown = (
        f"{'……' if len(before) > CONTEXT else ''}{escape(before[-CONTEXT:])}<mark>{escape(text[mention.start : mention.end])}</mark>"
        f"{escape(after[:CONTEXT])}{'……' if len(after) > CONTEXT else ''}"
    )
    return f"<li>{seal(document)} {place(document, anchor, up)}　{shown}</li>"


def _concordance(terms: Terms, documents: Sequence[Document], entries: Sequence[Term]) -> Iterator[str]:
    yield f"# {say('glossary.concordance')} {{#concordance}}"
    yield f"{say('glossary.concordance_lead', back=link(say('glossary.back'), 'index.md'))}\n{{ .meta }}"
    tallies = {term.id: Counter(name for name, _ in terms.occurrences(term.id)) for term in entries}
    columns = _columns(documents)
    counted = [(term, [sum(tallies[term.id][name] for name in ids) for _, ids in columns]) for term in entries]
    named = {name: say(f"glossary.{name}") for name in ("term", "total", "kind", "level")}
    heads = "".join(f'<th align="right">{head}</th>' for head in (*(head for head, _ in columns), named["total"]))
    rows = "\n".join(
        f"<tr><td>{hyperlink(term.term, f'index.md#term-{term.id}')}</td>"
        + "".join(f'<td align="right">{count}</td>' for count in (*counts, sum(counts)))
        + f"<td>{term.kind}</td><td>{where(documents, terms.occurrences(term.id))}</td></tr>"
        for term, counts in sorted(counted, key=lambda pair: -sum(pair[1]))
    )
    yield (
        f'<div class="sortable"><table>\n<thead><tr><th>{named["term"]}</th>{heads}<th>{named["kind"]}</th><th>{named["level"]}</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _columns(documents: Sequence[Document]) -> list[tuple[str, list[str]]]:
    """The heads of the columns of counts, and the documents that each counts together."""
    if len(documents) <= SIDE_BY_SIDE:
        return [(f"{seal(document)} {escape(document.meta.short_title)}", [document.id]) for document in documents]
    levels = sorted({document.meta.level for document in documents}, key=lambda level: level.rank)
    own = [[document for document in documents if document.meta.level == level] for level in levels]
    return [
        (say("glossary.level_column", seal=seal(group[0]), level=escape(level.name), count=len(group)), [document.id for document in group])
        for level, group in zip(levels, own, strict=True)
    ]


def _kinds(entries: Sequence[Term]) -> Iterator[str]:
    yield f"# {say('glossary.kinds')} {{#kinds}}"
    yield f"{link(say('glossary.back'), 'index.md')}\n{{ .meta }}"
    for number, kind in enumerate(KINDS, 1):
        own = [term for term in entries if term.kind == kind]
        if own:
            yield f"## {kind}（{len(own)}） {{#kind-{number}}}"
            yield "\n".join(f"- {link(term.term, f'index.md#term-{term.id}')}" for term in own)
