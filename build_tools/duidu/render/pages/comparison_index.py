"""The page that lists all pairs of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import Alignment, Closeness
from ...layers.coverage import summary_of
from ...layers.layers import Layers
from ...layers.takers import takers
from ..apparatus.relations import FORMS, none_title, order_name, pair_path, relation_name
from ..markdown import escape, link, page_text
from ..names import seal
from ..page import Page
from ..wording import say
from .comparison_listings import words_addresses
from .flow_picture import flow_figure
from .listing import filter_field
from .reading_state import reading_said

FILTERED = 30
"""More pairs than this have a field that filters them."""
PICTURED = 3
"""So many pairs are shown as pictures on the page that lists them, and their counts lead to the words instead of the page of all lists."""


def compare_index(layers: Layers) -> Iterator[Page]:
    """The page that lists all pairs of documents, if there are any. Pictures are of those that were read."""
    pairs = layers.links.alignments
    if not pairs:
        return
    pictured = [pair for pair in pairs if pair.is_read]
    body = [
        f"# {say('compare.all')} {{#compare}}",
        say("compare.all_lead"),
        *_groups(layers, pairs),
        *(flow_figure(pair, "../") for pair in (pictured if len(pictured) <= PICTURED else ())),
    ]
    meta = {"title": say("compare.all"), "description": say("compare.all_description"), "hide": ["navigation", "toc"]}
    yield Page(PurePosixPath("docs/compare/index.md"), page_text(meta, body))


def _groups(layers: Layers, pairs: Sequence[Alignment]) -> Iterator[str]:
    """The pairs, under their upper document where there are several of these, the highest first; many have a field that filters them."""
    if len(pairs) > FILTERED:
        yield filter_field(".pairs-of li", say("compare.filter_hint"))
    groups: dict[str, list[Alignment]] = {}
    for pair in pairs:
        groups.setdefault(pair.implemented.id, []).append(pair)
    for group in sorted(groups.values(), key=lambda group: group[0].implemented.meta.level.rank):
        upper = group[0].implemented
        if len(groups) > 1:
            name = say("list.counted", name=escape(upper.meta.short_title), count=len(group))
            yield f"## {seal(upper)} {name} {{#upper-{upper.id} .plain}}"
        if takers(layers, upper):
            yield _whole(upper)
        rows = "\n".join(_index_line(pair, near=len(pairs) <= PICTURED) for pair in group)
        yield f'<div class="pairs-of" markdown="1">\n\n{rows}\n\n</div>' if len(pairs) > FILTERED else rows


def _whole(document: Document) -> str:
    return link(say("taken.whole", document=document.meta.short_title), f"../taken-up/{document.id}/index.md")


def _index_line(pair: Alignment, *, near: bool) -> str:
    ends = f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}"
    folder = pair_path(pair)
    ways = (
        f"{link(say('compare.rows'), f'{folder}/{order_name(pair.implementing)}.md')}、{link(say('compare.lists'), f'{folder}/lists.md')}"
    )
    return f"- {seal(pair.implementing)} {link(ends, f'{folder}/index.md')}：{_index_counts(pair, near=near)}。{ways}"


def _index_counts(pair: Alignment, *, near: bool) -> str:
    if not pair.is_read:
        return say("compare.count_automatic", count=len(pair.automatic))
    linked = Counter(one.closeness for one in pair.counted)
    counts = "，".join(
        link(say("compare.count_pairs", name=relation_name(closeness), count=linked[closeness]), _words(pair, FORMS[closeness], near=near))
        for closeness in Closeness
    )
    sides = ((document, summary_of(pair, document).none) for document in (pair.implementing, pair.implemented))
    none = "，".join(
        link(say("compare.count_sentences", name=none_title(document), count=count), _words(pair, f"none-{document.id}", near=near))
        for document, count in sides
    )
    return "；".join([counts, none, *([reading_said(pair)] if not pair.is_read_whole else [])])


def _words(pair: Alignment, listing: str, *, near: bool) -> str:
    """A list of the pair: its words if they are ``near``, which takes going through the pair, else what ``lists.md`` has of it."""
    if near:
        return words_addresses(pair)[listing, ""].removeprefix("compare/")
    return f"{pair_path(pair)}/lists.md#list-{listing}"
