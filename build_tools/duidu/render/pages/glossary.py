"""The glossary pages: every term by pinyin initial with its reverse index, by kind, and by how often it stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from pypinyin import Style, lazy_pinyin

from ...anchors.document import Document
from ...layers.terms import Terms
from ...read.glossary import Term
from ..apparatus.relations import place_link
from ..markdown import escape, link, page_text
from ..names import seal
from ..page import Page

UP = "../"
"""From the glossary's folder to docs/."""
KINDS = ("数字式概括", "口号", "规划与工程", "制度", "机构与平台", "经济技术术语")
CONTEXT = 14
"""Characters shown on either side of a term in the reverse index."""


def glossary_pages(terms: Terms, documents: Sequence[Document]) -> Iterator[Page]:
    """Entries, concordance, list by kind."""
    entries = sorted(terms.glossary.terms, key=pinyin_key)
    yield _page("index", "术语", _index(terms, documents, entries))
    yield _page("concordance", "术语出现次数", _concordance(terms, documents, entries))
    yield _page("kinds", "术语分类", _kinds(entries))


def _page(name: str, title: str, body: Iterable[str]) -> Page:
    meta = {
        "title": title,
        "description": f"{title}：各级文件里的新词、口号和数字式概括，各是什么意思，各在何处",
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
    ways = f"{link('按类别', 'kinds.md')} · {link('出现次数', 'concordance.md')}"
    yield "# 术语 {#glossary}"
    yield f"共 {len(entries)} 条，按拼音排列。另有{ways}。释义据公开资料另写，不是正式文本；不能确定的注明。\n{{ .meta }}"
    groups = [
        (letter, list(group)) for letter, group in groupby(sorted(entries, key=lambda term: (initial(term), pinyin_key(term))), initial)
    ]
    letters = " ".join(link(letter, f"#initial-{_slug(letter)}") for letter, _ in groups)
    yield _FILTER
    yield f'<nav class="initials" aria-label="按拼音首字母" markdown="1">\n\n{letters}\n\n</nav>'
    for letter, group in groups:
        yield f"## {letter} {{#initial-{_slug(letter)}}}"
        for term in group:
            yield _entry(terms, documents, term)


_FILTER = (
    '<div class="filter"><label>筛选 <input type="search" placeholder="词目、释义、英文或类别"></label> <span role="status"></span></div>'
)
"""Works with assets/edition.js and is hidden without it; it stands in the page so that nothing moves when the script comes."""


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
        yield f"包括：{escape('、'.join(term.members))}。"
    if term.remark:
        label = "未能确定" if term.certainty == "uncertain" else "说明"
        yield f'<span class="cert">{label}</span>：{escape(term.remark)}'
    for label, others in (("参见", term.related), ("不同于", term.distinct_from)):
        if others:
            yield f"{label}：" + "、".join(link(terms.term(other).term, f"#term-{other}") for other in others)
    if term.sources:
        shown = (link(source.title, source.url) if source.url else escape(source.title) for source in term.sources)
        yield "出处：" + "；".join(shown)


def where(documents: Sequence[Document], found: Sequence[tuple[str, str]]) -> str:
    """省市共有, 仅省 or 仅市: at which levels a term stands."""
    having = {name for name, _ in found}
    levels = {document.meta.level for document in documents if document.id in having}
    higher, lower = bool(levels & {"central", "province"}), bool(levels & {"city", "county"})
    return "省市共有" if higher and lower else "仅省" if higher else "仅市" if lower else "未见"


def _reverse_index(terms: Terms, documents: Sequence[Document], term: Term, found: Sequence[tuple[str, str]]) -> str:
    by_id = {document.id: document for document in documents}
    if not found:
        return ""
    counts = "，".join(
        f"{escape(document.meta.short_title)} {_counted(document, own)}"
        for document in documents
        if (own := [anchor for name, anchor in found if name == document.id])
    )
    lines = "\n".join(_line(terms, by_id[name], anchor, term.id) for name, anchor in found)
    return f'<details class="kwic" markdown="1">\n<summary>见于 {counts}</summary>\n\n{lines}\n\n</details>'


def _counted(document: Document, anchors: Sequence[str]) -> str:
    heads = sum(document.units[anchor].is_head for anchor in anchors)
    parts = [(len(anchors) - heads, "句"), (heads, "个标题")]
    return "、".join(f"{number} {name}" for number, name in parts if number)


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
    yield "# 术语出现次数 {#concordance}"
    yield f"各术语见于几句，按总数从多到少排列。{link('返回术语', 'index.md')}\n{{ .meta }}"
    tallies = {term.id: Counter(name for name, _ in terms.occurrences(term.id)) for term in entries}
    counted = [(term, [tallies[term.id][document.id] for document in documents]) for term in entries]
    heads = " | ".join(f"{seal(document)} {escape(document.meta.short_title)}" for document in documents)
    rows = "\n".join(
        f"| {link(term.term, f'index.md#term-{term.id}')} | {' | '.join(map(str, counts))} | {sum(counts)} | {term.kind} "
        f"| {where(documents, [(d.id, '') for d, n in zip(documents, counts, strict=True) if n])} |"
        for term, counts in sorted(counted, key=lambda pair: -sum(pair[1]))
    )
    rules = "|".join("--:" for _ in documents)
    yield f'<div class="sortable" markdown="1">\n\n| 术语 | {heads} | 合计 | 类别 | 层级 |\n|---|{rules}|--:|---|---|\n{rows}\n\n</div>'


def _kinds(entries: Sequence[Term]) -> Iterator[str]:
    yield "# 术语分类 {#kinds}"
    yield f"{link('返回术语', 'index.md')}\n{{ .meta }}"
    for number, kind in enumerate(KINDS, 1):
        own = [term for term in entries if term.kind == kind]
        if own:
            yield f"## {kind}（{len(own)}） {{#kind-{number}}}"
            yield "\n".join(f"- {link(term.term, f'index.md#term-{term.id}')}" for term in own)
