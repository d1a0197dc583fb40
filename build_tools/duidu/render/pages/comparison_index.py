"""The page that lists all pairs of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import Alignment, Closeness
from ...layers.coverage import summary_of
from ...layers.layers import Layers
from ...layers.takers import takers
from ..apparatus.relations import FORMS, none_title, relation_name
from ..markdown import link, page_text
from ..names import seal
from ..page import Page
from ..wording import say
from .flow_picture import flow_figure
from .reading_state import reading_said

PICTURED = 3
"""So many pairs are shown as pictures on the page that lists them."""


def compare_index(layers: Layers) -> Iterator[Page]:
    """The page that lists all pairs of documents, if there are any. Pictures are of those that were read."""
    pairs = layers.links.alignments
    if not pairs:
        return
    pictured = [pair for pair in pairs if pair.is_read]
    body = [
        f"# {say('compare.all')} {{#compare}}",
        say("compare.all_lead"),
        " · ".join(
            _whole(document) for document in {pair.implemented.id: pair.implemented for pair in pairs}.values() if takers(layers, document)
        ),
        "\n".join(map(_index_line, pairs)),
        *(flow_figure(pair, "../") for pair in (pictured if len(pictured) <= PICTURED else ())),
    ]
    meta = {"title": say("compare.all"), "description": say("compare.all_description"), "hide": ["navigation", "toc"]}
    yield Page(PurePosixPath("docs/compare/index.md"), page_text(meta, body))


def _whole(document: Document) -> str:
    return link(say("taken.whole", document=document.meta.short_title), f"../taken-up/{document.id}/index.md")


def _index_line(pair: Alignment) -> str:
    ends = f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}"
    folder = f"{pair.implementing.id}/{pair.implemented.id}"
    ways = f"{link(say('compare.rows'), f'{folder}/by-{pair.implementing.id}.md')} · {link(say('compare.lists'), f'{folder}/lists.md')}"
    return f"- {seal(pair.implementing)} {link(ends, f'{folder}/index.md')}：{_index_counts(pair)}。{ways}"


def _index_counts(pair: Alignment) -> str:
    if not pair.is_read:
        return say("compare.count_automatic", count=len(pair.automatic))
    lists = f"{pair.implementing.id}/{pair.implemented.id}/lists.md#list-"
    linked = Counter(one.closeness for one in pair.counted)
    counts = "，".join(
        link(say("compare.count_pairs", name=relation_name(closeness), count=linked[closeness]), f"{lists}{FORMS[closeness]}")
        for closeness in Closeness
    )
    sides = ((document, summary_of(pair, document).none) for document in (pair.implementing, pair.implemented))
    none = "，".join(
        link(say("compare.count_sentences", name=none_title(document), count=count), f"{lists}none-{document.id}")
        for document, count in sides
    )
    return "；".join([counts, none, *([reading_said(pair)] if not pair.is_read_whole else [])])
