"""What the pages of the glossary share: their frame, where a term stands, and how its places are counted and shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.terms import Terms
from ...model.levels import from_the_highest
from ...read.glossary import Term
from ..apparatus.relations import place
from ..markdown import escape, page_text
from ..names import seal
from ..page import Page
from ..wording import say

UP = "../"
"""From the glossary's folder to docs/."""
CONTEXT = 14
"""Characters shown on either side of a term in the reverse index."""


def glossary_page(name: str, title: str, body: Iterable[str]) -> Page:
    """A page below glossary/."""
    meta = {
        "title": title,
        "description": say("glossary.description", title=title),
        "running": title,
        "hide": ["navigation", "toc"],
    }
    return Page(PurePosixPath("docs/glossary", f"{name}.md"), page_text(meta, body))


def places_of(terms: Terms, term: Term) -> list[tuple[str, str]]:
    """Document and anchor of every sentence, then of every head, that has a term."""
    return [*terms.occurrences(term.id), *terms.heads(term.id)]


def where(documents: Sequence[Document], found: Sequence[tuple[str, str]]) -> str:
    """省市共有, 仅省 or 仅市: at which levels a term stands, by their names."""
    ids = {name for name, _ in found}
    levels = from_the_highest(document.meta.level for document in documents if document.id in ids)
    names = [level.name for level in levels]
    if len(names) < 2:
        return say("glossary.only", level=escape(names[0])) if names else say("glossary.nowhere")
    return say("glossary.shared", levels=escape(("" if max(map(len, names)) == 1 else "、").join(names)))


def counted(document: Document, anchors: Sequence[str]) -> str:
    """How many of the places in a document are what."""
    heads = sum(document.units[anchor].is_head for anchor in anchors)
    return counts_said(len(anchors) - heads, heads)


def counts_said(sentences: int, heads: int) -> str:
    """12 句、3 个标题; of what there is none nothing is said."""
    parts = {"sentences": sentences, "heads": heads}
    return "、".join(say(f"glossary.count_{name}", count=count) for name, count in parts.items() if count)


def place_line(terms: Terms, document: Document, anchor: str, identity: str, up: str) -> str:
    """A place of a term with the words around it; ``up`` leads from the page to docs/."""
    text = document.text(anchor)
    mentions = terms.mentions[document.id].get(anchor) or terms.in_heads[document.id][anchor]
    mention = next(mention for mention in mentions if mention.term == identity)
    before, after = text[: mention.start], text[mention.end :]
    shown = (
        f"{'……' if len(before) > CONTEXT else ''}{escape(before[-CONTEXT:])}<mark>{escape(text[mention.start : mention.end])}</mark>"
        f"{escape(after[:CONTEXT])}{'……' if len(after) > CONTEXT else ''}"
    )
    return f"<li>{seal(document)} {place(document, anchor, up)}　{shown}</li>"
