"""The pages of a pair of documents: overview, aligned rows in the order of either, lists by relation.

Rows and lists that are too long for a page have further ones below it, and the page leads to these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...layers.alignment import Alignment
from ...layers.layers import Layers
from ...layers.takers import takers
from ..apparatus.relations import order_name, pair_folder
from ..markdown import escape, hyperlink
from ..page import Page
from ..wayfinding import parts_nav
from ..wording import say
from .comparison_frame import UP, comparison_crumbs, comparison_page
from .comparison_listings import Listing, is_short, list_addresses, list_pages, listings, lists_folder
from .comparison_lists import listing_blocks, page_blocks, summary_blocks
from .comparison_orders import order_pages, parts_list
from .overview import overview_blocks
from .reading_state import unread_remark


def comparison_pages(pair: Alignment, layers: Layers | None = None) -> Iterator[Page]:
    """Overview, the rows in the order of either document, the lists."""
    ways = {document.id: parts_list(pair, document) for document in (pair.implementing, pair.implemented)}
    overview = [comparison_crumbs(pair, UP, []), *overview_blocks(pair, list(_by_part(pair, ways))), _taken(pair, layers)]
    yield comparison_page(pair, f"{pair_folder(pair)}/index", say("compare.overview_name"), overview)
    found = listings(pair)
    lists = list_addresses(pair, found)
    for document in (pair.implementing, pair.implemented):
        yield from order_pages(pair, document, lists, ways[document.id])
    yield from _list_pages(pair, found)


def _taken(pair: Alignment, layers: Layers | None) -> str:
    """The way to all who carry out the implemented document, where this pair is not the only one."""
    upper = pair.implemented
    if layers is None or not takers(layers, upper):
        return ""
    return f"<p>{hyperlink(say('taken.whole', document=upper.meta.short_title), f'{UP}taken-up/{upper.id}/index.md')}</p>"


def _by_part(pair: Alignment, ways: Mapping[str, str]) -> Iterator[str]:
    """On the page of a pair: the rows of either order by part, where they have more than one page."""
    for document in (pair.implementing, pair.implemented):
        if ways[document.id]:
            yield f"## {escape(say('compare.ordered', document=document.meta.short_title))} {{#{order_name(document)}}}"
            yield ways[document.id]


def _list_pages(pair: Alignment, found: Sequence[Listing]) -> Iterator[Page]:
    short = is_short(found)
    folder = pair_folder(pair)
    body = [
        comparison_crumbs(pair, UP, [say("compare.lists")]),
        f"# {say('compare.lists')} {{#lists}}",
        unread_remark(pair),
        parts_nav("compare.contents", [(one.word, f"#list-{one.name}") for one in found]),
        *(listing_blocks(pair, one, UP) if short else summary_blocks(pair, one) for one in found),
    ]
    yield comparison_page(pair, f"{folder}/lists", say("compare.lists"), body)
    for listing in () if short else found:
        pages = list_pages(listing)
        numbered = [(str(number), f"{page.name}.md") for number, page in enumerate(pages, 1)]
        for here, page in enumerate(pages):
            up = f"{UP}../"
            steps = [hyperlink(say("compare.lists"), f"../lists.md#list-{listing.name}"), escape(listing.word)]
            blocks = [
                comparison_crumbs(pair, up, steps),
                f"# {listing.title} {{#list-{listing.name}}}",
                unread_remark(pair),
                parts_nav("compare.pages", numbered, here),
                page_blocks(pair, page, up),
            ]
            yield comparison_page(pair, f"{lists_folder(pair)}/{page.name}", say("compare.list_title", name=listing.word), blocks)
