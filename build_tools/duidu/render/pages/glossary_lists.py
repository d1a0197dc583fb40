"""The glossary in other orders: by how often a term stands where, and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.terms import Terms
from ...model.levels import from_the_highest
from ...read.glossary import Term
from ..addresses import term_id
from ..markdown import escape, hyperlink, link
from ..names import seal
from ..wording import say
from .glossary_frame import where

KINDS = ("数字式概括", "口号", "规划与工程", "制度", "机构与平台", "经济技术术语")
SIDE_BY_SIDE = 8
"""So many documents have a column each in the table of occurrences; beyond that each level has one."""


def concordance(terms: Terms, documents: Sequence[Document], entries: Sequence[Term]) -> Iterator[str]:
    """The table of all terms by how often they stand in which document, or at which level."""
    yield f"# {say('glossary.concordance')} {{#concordance}}"
    yield f"{say('glossary.concordance_lead', back=link(say('glossary.back'), 'index.md'))}\n{{ .meta }}"
    tallies = {term.id: Counter(name for name, _ in terms.occurrences(term.id)) for term in entries}
    columns = _columns(documents)
    counted = [(term, [sum(tallies[term.id][name] for name in ids) for _, ids in columns]) for term in entries]
    named = {name: say(f"glossary.{name}") for name in ("term", "total", "kind", "level")}
    heads = "".join(f'<th align="right">{head}</th>' for head in (*(head for head, _ in columns), named["total"]))
    rows = "\n".join(
        f"<tr><td>{hyperlink(term.term, f'index.md#{term_id(term.id)}')}</td>"
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
    levels = from_the_highest(document.meta.level for document in documents)
    own = [[document for document in documents if document.meta.level == level] for level in levels]
    return [
        (say("glossary.level_column", seal=seal(group[0]), level=escape(level.name), count=len(group)), [document.id for document in group])
        for level, group in zip(levels, own, strict=True)
    ]


def kinds_list(entries: Sequence[Term]) -> Iterator[str]:
    """All terms by kind."""
    yield f"# {say('glossary.kinds')} {{#kinds}}"
    yield f"{link(say('glossary.back'), 'index.md')}\n{{ .meta }}"
    for number, kind in enumerate(KINDS, 1):
        own = [term for term in entries if term.kind == kind]
        if own:
            yield f"## {kind}（{len(own)}） {{#kind-{number}}}"
            yield "\n".join(f"- {link(term.term, f'index.md#{term_id(term.id)}')}" for term in own)
