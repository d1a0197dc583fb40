"""The rows of a pair in the order of either document, on one page or by part, and the ways to the parts.

Every address that a page ever had stays: the script for addresses sends ``by-suining-2024/#row-…`` on to the part that has the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...anchors.document import Document
from ...layers.alignment import Alignment
from ...model.anchor import Anchor
from ...model.records import Kind
from ..apparatus.relations import order_name, pair_folder, row_id
from ..apparatus.rows import Order, RowPart, order_of, part_top
from ..markdown import escape, hyperlink
from ..page import Page
from ..wayfinding import folded_contents, parts_nav, turn
from ..wording import say
from .comparison_frame import UP, comparison_crumbs, comparison_page
from .comparison_lists import part_called
from .comparison_rows import chips, counts_said, group_name, group_section, key, states
from .reading_state import unread_remark

LEAST_CONTENTS = 4
"""So many heads make a list of contents."""


def order_pages(pair: Alignment, document: Document, lists: Mapping[str, str], ways: str) -> Iterator[Page]:
    """The rows in the order of a document: one page, or one that has the ``ways`` to its parts, and these.

    ``lists`` are the addresses of the lists by what a row shows, ``ways`` is what ``parts_list`` gives.
    """
    order = order_of(pair, document)
    named = say("compare.ordered", document=document.meta.short_title)
    short = say("compare.ordered_short", document=document.meta.short_title)
    above = [
        comparison_crumbs(pair, UP, [escape(short)]),
        f"# {escape(named)} {{#compare}}",
        unread_remark(pair),
        _ways(pair, document, UP),
    ]
    if order.is_whole:
        yield comparison_page(pair, order.folder, named, [*above, *_rows(pair, document, order.parts[0], lists, UP)])
        return
    yield comparison_page(pair, order.folder, named, [*above, ways])
    up = f"{UP}../"
    for at, part in enumerate(order.parts):
        steps = [hyperlink(short, f"../{order_name(document)}.md"), escape(_short(document, part))]
        body = [
            comparison_crumbs(pair, up, steps),
            f"# {_head(document, part)} {{#compare}}",
            unread_remark(pair),
            _among(document, order, at),
        ]
        body += [_ways(pair, document, up), *_rows(pair, document, part, lists, up), _turn(document, order, at)]
        yield comparison_page(pair, f"{order.folder}/{part.name}", say("compare.of_part", name=named, part=_short(document, part)), body)


def _head(document: Document, part: RowPart) -> str:
    """The part's own head, as Markdown's."""
    top = part_top(document, part.part)
    if not top:
        return escape(_called(document, part))
    words = escape(document.text(top).rstrip("。"))
    return f'<span class="marker">{escape(document.marker(top))}</span>{_further(words, part)}'


def _called(document: Document, part: RowPart) -> str:
    """二、把推进新型工业化作为……（2）"""
    return _further(part_called(document, part.part), part)


def _short(document: Document, part: RowPart) -> str:
    """The same in short, as crumbs and its sisters name it: 二（2）"""
    top = part_top(document, part.part)
    return _further(document.citation(top) if top else part_called(document, part.part), part)


def _further(name: str, part: RowPart) -> str:
    return name if part.number == 1 else say("compare.further_part", name=name, number=part.number)


def _ways(pair: Alignment, document: Document, up: str) -> str:
    other = pair.other(document)
    said = say(
        "compare.see_also",
        other=hyperlink(say("compare.ordered_short", document=other.meta.short_title), f"{up}{order_of(pair, other).folder}.md"),
        lists=hyperlink(say("compare.lists"), f"{up}{pair_folder(pair)}/lists.md"),
        overview=hyperlink(say("compare.overview"), f"{up}{pair_folder(pair)}/index.md"),
    )
    return f'<p class="meta ways-on">{said}</p>'


def _rows(pair: Alignment, document: Document, part: RowPart, lists: Mapping[str, str], up: str) -> Iterator[str]:
    """Legend, filters, contents and rows of a page."""
    yield key(pair)
    yield chips(pair, states(pair, part.rows), {state: f"{up}{address}" for state, address in lists.items()})
    yield _contents(document, part)
    for group in part.groups:
        yield group_section(pair, document, group, up)


def _contents(document: Document, part: RowPart) -> str:
    heads = [group for group in part.groups if group.head and not group.continued]
    if len(heads) < LEAST_CONTENTS:
        return ""
    top = min(depth_of(document, group.head) for group in heads)
    return folded_contents(
        [(depth_of(document, group.head) - top, f'<a href="#group-{group.head}">{group_name(document, group)}</a>') for group in heads]
    )


def depth_of(document: Document, anchor: str) -> int:
    """How many units a head stands under."""
    return sum(1 for _ in document.upwards(document.parents.get(anchor, "")))


def _among(document: Document, order: Order, at: int) -> str:
    """The parts of the order, this one marked."""
    return parts_nav("compare.parts", [(_short(document, part), f"{part.name}.md") for part in order.parts], at)


def _turn(document: Document, order: Order, at: int) -> str:
    def way(there: int) -> str:
        part = order.parts[there] if 0 <= there < len(order.parts) else None
        return hyperlink(_called(document, part), f"{part.name}.md") if part else ""

    return turn(way(at - 1), way(at + 1))


def parts_list(pair: Alignment, document: Document) -> str:
    """The parts of an order with what their rows show, "" where one page has all. ``data-tops`` and ``data-rows`` tell the script for addresses which part has a row."""
    order = order_of(pair, document)
    if order.is_whole:
        return ""
    tops, rows = _tops(order), _rows_by_name(pair, document, order)
    lines = []
    for part in order.parts:
        counts = states(pair, part.rows)
        said = say("compare.part_counts", count=sum(counts.values()), counts=counts_said(pair, counts))
        known = {"data_tops": " ".join(tops[part.name]), **({"data_rows": " ".join(rows[part.name])} if rows[part.name] else {})}
        way = hyperlink(_called(document, part), f"{order_name(document)}/{part.name}.md", **known)
        lines.append(f"<li>{way}<small>{said}</small></li>")
    upper = " data-upper" if document is pair.implemented else ""
    return f'<ul class="order" data-document="{document.id}"{upper}>\n' + "\n".join(lines) + "\n</ul>"


def _tops(order: Order) -> dict[str, list[str]]:
    """Part → the beginnings of the addresses of its units, as few as will do: the longest that fits tells the part."""
    known: dict[str, str] = {}
    for anchor, name in order.pages.items():
        path = list(Anchor.parse(anchor).upwards())
        nearest = next((known[step] for step in path if step in known), "")
        if nearest != name:
            known[anchor if nearest else path[-1]] = name
    return {part.name: [top for top, name in known.items() if name == part.name] for part in order.parts}


def _rows_by_name(pair: Alignment, document: Document, order: Order) -> dict[str, list[str]]:
    """Part → the ids in it that do not tell by a beginning: the group of what has no head; besides, in the order of the implemented
    document, the rows that start at a head, since nothing parts the two addresses of such an id.
    """
    found: dict[str, list[str]] = {part.name: ["group-preamble" for group in part.groups if not group.head] for part in order.parts}
    if document is pair.implemented:
        for link in pair.links:
            if pair.implementing.units[link.source].kind is not Kind.SENTENCE:
                found[order.pages[link.target]].append(row_id(link))
    return found
