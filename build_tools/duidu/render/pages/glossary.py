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
from ..apparatus.relations import place_link
from ..markdown import attribute, escape, link, page_text
from ..names import seal
from ..page import Page
from ..wording import say

UP = "../"
"""From the glossary's folder to docs/."""
KINDS = ("数字式概括", "口号", "规划与工程", "制度", "机构与平台", "经济技术术语")
CONTEXT = 14
"""Characters shown on either side of a term in the reverse index."""


def glossary_pages(terms: Terms, documents: Sequence[Document]) -> Iterator[Page]:
    """Entries, concordance, list by kind; none of them without a term."""
    if not terms.glossary.terms:
        return
    entries = sorted(terms.glossary.terms, key=pinyin_key)
    yield _page("index", say("glossary.title"), _index(terms, documents, entries))
    yield _page("concordance", say("glossary.concordance"), _concordance(terms, documents, entries))
    yield _page("kinds", say("glossary.kinds"), _kinds(entries))


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
    letters = " ".join(link(letter, f"#initial-{_slug(letter)}") for letter, _ in groups)
    yield _filter()
    yield f'<nav class="initials" aria-label="{attribute(say("glossary.initials"))}" markdown="1">\n\n{letters}\n\n</nav>'
    for letter, group in groups:
        yield f"## {letter} {{#initial-{_slug(letter)}}}"
        for term in group:
            yield _entry(terms, documents, term)


def _filter() -> str:
    """Works with assets/edition.js and is hidden without it; it stands in the page so that nothing moves when the script comes."""
    hint = attribute(say("glossary.filter_hint"))
    return f'<div class="filter"><label>{say("glossary.filter")} <input type="search" placeholder="{hint}"></label> <span role="status"></span></div>'


def _slug(letter: str) -> str:
    return "0" if letter == "#" else letter.lower()


def _entry(terms: Terms, documents: Sequence[Document], term: Term) -> str:
    found = [*terms.occurrences(term.id), *terms.heads(term.id)]
    small = f"{' '.join(lazy_pinyin(term.term, style=Style.TONE, errors='default'))}　{term.english}"
    lines = [
        f'<section class="entry" data-kind="{term.kind}" markdown="1">',
        f"### {escape(term.term)} {{#term-{term.id}}}",
        f"<small>{escape(small)}　{term.kind}　{where(documents, found)}</small>",
        escape(term.definition),
        *_details(terms, term),
        _reverse_index(terms, documents, term, found),
        "</section>",
    ]
    return "\n\n".join(line for line in lines if line)


def _details(terms: Terms, term: Term) -> Iterator[str]:
    if term.members:
        yield say("glossary.members", members=escape("、".join(term.members)))
    if term.remark:
        label = say("glossary.uncertain" if term.certainty == "uncertain" else "glossary.remark")
        yield say("glossary.remark_said", label=f'<span class="cert">{label}</span>', remark=escape(term.remark))
    for key, others in (("related", term.related), ("distinct", term.distinct_from)):
        if others:
            named = "、".join(link(terms.term(other).term, f"#term-{other}") for other in others)
            yield say("glossary.others", label=say(f"glossary.{key}"), terms=named)
    if term.sources:
        shown = (link(source.title, source.url) if source.url else escape(source.title) for source in term.sources)
        yield say("glossary.sources", sources="；".join(shown))


def where(documents: Sequence[Document], found: Sequence[tuple[str, str]]) -> str:
    """省市共有, 仅省 or 仅市: at which levels a term stands, by their names."""
    ids = {name for name, _ in found}
    levels = sorted({document.meta.level for document in documents if document.id in ids}, key=lambda level: level.rank)
    names = [level.name for level in levels]
    if len(names) < 2:
        return say("glossary.only", level=escape(names[0])) if names else say("glossary.nowhere")
    return say("glossary.shared", levels=escape(("" if max(map(len, names)) == 1 else "、").join(names)))


def _reverse_index(terms: Terms, documents: Sequence[Document], term: Term, found: Sequence[tuple[str, str]]) -> str:
    by_id = {document.id: document for document in documents}
    if not found:
        return ""
    counts = "，".join(
        f"{escape(document.meta.short_title)} {_counted(document, own)}"
        for document in documents
        if (own := [anchor for name, anchor in found if name == document.id])
    )
    first = _first_by_level(by_id, found)
    shown = "\n".join(_line(terms, by_id[name], anchor, term.id) for name, anchor in first)
    lines = "\n".join(_line(terms, by_id[name], anchor, term.id) for name, anchor in found if (name, anchor) not in first)
    said = say("glossary.found_in", counts=counts)
    if not lines:
        return f'<div class="kwic" markdown="1">\n<p>{said}</p>\n\n{shown}\n\n</div>'
    return (
        f'<div class="kwic" markdown="1">\n\n{shown}\n\n'
        f'<details markdown="1">\n<summary>{said}</summary>\n\n{lines}\n\n</details>\n\n</div>'
    )


def _first_by_level(by_id: Mapping[str, Document], found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first place at every level, from the highest down: how each level puts it is seen without unfolding."""
    first: dict[int, tuple[str, str]] = {}
    for name, anchor in found:
        first.setdefault(by_id[name].meta.level.rank, (name, anchor))
    return [place for _, place in sorted(first.items())]


def _counted(document: Document, anchors: Sequence[str]) -> str:
    heads = sum(document.units[anchor].is_head for anchor in anchors)
    parts = [("sentences", len(anchors) - heads), ("heads", heads)]
    return "、".join(say(f"glossary.count_{name}", count=count) for name, count in parts if count)


def _line(terms: Terms, document: Document, anchor: str, identity: str) -> str:
    text = document.text(anchor)
    everywhere = {**terms.mentions[document.id], **terms.in_heads[document.id]}
    mention = next(mention for mention in everywhere[anchor] if mention.term == identity)
    before, after = text[: mention.start], text[mention.end :]
    shown = (
        f"{'……' if len(before) > CONTEXT else ''}{escape(before[-CONTEXT:])}<mark>{escape(text[mention.start : mention.end])}</mark>"
        f"{escape(after[:CONTEXT])}{'……' if len(after) > CONTEXT else ''}"
    )
    return f"- {seal(document)} {place_link(document, anchor, UP)}　{shown}"


def _concordance(terms: Terms, documents: Sequence[Document], entries: Sequence[Term]) -> Iterator[str]:
    yield f"# {say('glossary.concordance')} {{#concordance}}"
    yield f"{say('glossary.concordance_lead', back=link(say('glossary.back'), 'index.md'))}\n{{ .meta }}"
    tallies = {term.id: Counter(name for name, _ in terms.occurrences(term.id)) for term in entries}
    counted = [(term, [tallies[term.id][document.id] for document in documents]) for term in entries]
    heads = " | ".join(f"{seal(document)} {escape(document.meta.short_title)}" for document in documents)
    rows = "\n".join(
        f"| {link(term.term, f'index.md#term-{term.id}')} | {' | '.join(map(str, counts))} | {sum(counts)} | {term.kind} "
        f"| {where(documents, [(d.id, '') for d, n in zip(documents, counts, strict=True) if n])} |"
        for term, counts in sorted(counted, key=lambda pair: -sum(pair[1]))
    )
    rules = "|".join("--:" for _ in documents)
    named = {name: say(f"glossary.{name}") for name in ("term", "total", "kind", "level")}
    columns = f"| {named['term']} | {heads} | {named['total']} | {named['kind']} | {named['level']} |"
    yield f'<div class="sortable" markdown="1">\n\n{columns}\n|---|{rules}|--:|---|---|\n{rows}\n\n</div>'


def _kinds(entries: Sequence[Term]) -> Iterator[str]:
    yield f"# {say('glossary.kinds')} {{#kinds}}"
    yield f"{link(say('glossary.back'), 'index.md')}\n{{ .meta }}"
    for number, kind in enumerate(KINDS, 1):
        own = [term for term in entries if term.kind == kind]
        if own:
            yield f"## {kind}（{len(own)}） {{#kind-{number}}}"
            yield "\n".join(f"- {link(term.term, f'index.md#term-{term.id}')}" for term in own)
