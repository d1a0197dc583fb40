"""The glossary: every term by pinyin initial, with its reverse index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...anchors.document import Document
from ...layers.terms import Terms
from ...read.glossary import Term
from ...text.pinyin import syllables
from ..addresses import term_id
from ..markdown import attribute, escape, hyperlink, link
from ..page import Page
from ..rendering import PERMALINKS
from ..wording import say
from .glossary_frame import UP, counted, counts_said, glossary_page, place_line, places_of, where
from .glossary_lists import concordance, kinds_list
from .glossary_places import is_spread, page_of, places_pages
from .listing import filter_field, initial, letter_id, pinyin_key


def glossary_pages(terms: Terms, documents: Sequence[Document]) -> Iterator[Page]:
    """Entries, concordance, list by kind; none of them without a term. Places that are too many for one page are on pages of the terms."""
    if not terms.glossary.terms:
        return
    entries = sorted(terms.glossary.terms, key=_pinyin_key)
    yield glossary_page("index", say("glossary.title"), _index(terms, documents, entries))
    yield glossary_page("concordance", say("glossary.concordance"), concordance(terms, documents, entries))
    yield glossary_page("kinds", say("glossary.kinds"), kinds_list(entries))
    if is_spread(terms):
        by_id = {document.id: document for document in documents}
        for term in entries:
            yield from places_pages(terms, by_id, term)


def _pinyin_key(term: Term) -> tuple[str, str]:
    return pinyin_key(term.term), term.id


def _initial(term: Term) -> str:
    return initial(term.term)


def _index(terms: Terms, documents: Sequence[Document], entries: Sequence[Term]) -> Iterator[str]:
    ways = f"{link(say('glossary.by_kind'), 'kinds.md')}、{link(say('glossary.by_count'), 'concordance.md')}"
    yield f"# {say('glossary.title')} {{#glossary}}"
    yield f"{say('glossary.lead', count=len(entries), ways=ways)}\n{{ .meta }}"
    groups = [
        (letter, list(group)) for letter, group in groupby(sorted(entries, key=lambda term: (_initial(term), _pinyin_key(term))), _initial)
    ]
    letters = " ".join(hyperlink(letter, f"#initial-{letter_id(letter)}") for letter, _ in groups)
    spread = is_spread(terms)
    by_id = {document.id: document for document in documents}
    yield filter_field(".entry", say("glossary.filter_hint"))
    yield f'<nav class="initials" aria-label="{attribute(say("glossary.initials"))}"><p>{letters}</p></nav>'
    for letter, group in groups:
        yield f"## {escape(letter)} {{#initial-{letter_id(letter)}}}"
        for term in group:
            yield _entry(terms, by_id, term, spread=spread)


def _entry(terms: Terms, documents: Mapping[str, Document], term: Term, *, spread: bool) -> str:
    found = places_of(terms, term)
    small = f"{' '.join(syllables(term.term, 'TONE'))}　{term.english}"
    anchor = term_id(term.id)
    sign = f'<a class="headerlink" href="#{anchor}" title="{PERMALINKS["permalink_title"]}">{PERMALINKS["permalink"]}</a>'
    lines = [
        f'<section class="entry" data-kind="{term.kind}">',
        f'<h3 id="{anchor}">{escape(term.term)}{sign}</h3>',
        f"<p><small>{escape(small)}　<span>{term.kind}</span>　<span>{where(list(documents.values()), found)}</span></small></p>",
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
    counts = counts_said(len(found) - heads, heads)
    said = say("glossary.found_in", counts=say("glossary.in_documents", documents=len(ids), counts=counts))
    return f"<p>{hyperlink(said, f'{page_of(term)}.md')}</p>"


def _details(terms: Terms, term: Term) -> Iterator[str]:
    if term.members:
        yield say("glossary.members", members=escape("、".join(term.members)))
    if term.remark:
        label = say("glossary.uncertain" if term.certainty == "uncertain" else "glossary.remark")
        yield say("glossary.remark_said", label=f'<span class="cert">{label}</span>', remark=escape(term.remark))
    for key, others in (("related", term.related), ("distinct", term.distinct_from)):
        if others:
            named = "、".join(hyperlink(terms.term(other).term, f"#{term_id(other)}") for other in others)
            yield say("glossary.others", label=say(f"glossary.{key}"), terms=named)
    if term.sources:
        shown = (hyperlink(source.title, source.url) if source.url else escape(source.title) for source in term.sources)
        yield say("glossary.sources", sources="；".join(shown))


def _reverse_index(terms: Terms, documents: Mapping[str, Document], term: Term, found: Sequence[tuple[str, str]]) -> str:
    if not found:
        return ""
    own: dict[str, list[str]] = {}
    for name, anchor in found:
        own.setdefault(name, []).append(anchor)
    counts = "，".join(
        f"{escape(document.meta.short_title)} {counted(document, own[name])}" for name, document in documents.items() if name in own
    )
    first = _first_by_level(documents, found)
    shown = "\n".join(place_line(terms, documents[name], anchor, term.id, UP) for name, anchor in first)
    lines = "\n".join(place_line(terms, documents[name], anchor, term.id, UP) for name, anchor in found if (name, anchor) not in first)
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
