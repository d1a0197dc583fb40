"""A pair of documents as a booklet: the coverage summary, all rows in two columns, what is the lower level's own and what was not taken up.

Made by those who make the comparison's tables and lists, told that they are for paper: there nothing is a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain

from ...anchors.document import Document
from ...layers.alignment import Alignment, Closeness
from ..addresses import full_text, published
from ..apparatus.relations import PAPER, legend, none_name, pair_folder, pair_titles, relation_name
from ..apparatus.rows import order_of
from ..names import dated, numbered, seal, short_hash
from ..pages.comparison_listings import Listing, listings
from ..pages.comparison_lists import kind_title, listing_parts
from ..pages.comparison_orders import depth_of
from ..pages.comparison_rows import group_id, group_name, group_table
from ..pages.overview import coverage_blocks
from ..pages.reading_state import reading_of
from ..wording import say
from .sheet import ContentsLine, Sheets, as_html, colophon, contents, whole

DEEPEST_ENTRY = 2
"""How deep a head may stand that has a line in the contents."""


def booklet(pair: Alignment, site: str = "") -> Sheets:
    """``site`` is the site's address, "" if it has none."""
    parts = [_coverage(pair), _rows(pair), _lists(pair)] if pair.is_read else [_rows(pair)]
    title = say("book.booklet", titles=pair_titles(pair))
    entries = [entry for part in parts for entry in part.entries]
    body = [_title_page(pair), contents(entries), *(part.html for part in parts), _colophon(pair, site)]
    right = " · ".join(f"{document.meta.short_title} {short_hash(document)}" for document in _sides(pair))
    author = "、".join(document.meta.issuer for document in _sides(pair))
    date = max(document.meta.date for document in _sides(pair))
    return Sheets(f"{pair.implementing.id}-{pair.implemented.id}", title, author, whole(title, title, right, body), date)


def _sides(pair: Alignment) -> tuple[Document, Document]:
    return pair.implementing, pair.implemented


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the booklet, and its lines of the contents."""

    html: str
    entries: tuple[ContentsLine, ...]


def _part(name: str, identity: str, content: str, below: Iterable[ContentsLine] = ()) -> _Part:
    """A part with its head; what is ``below`` are the heads in its content."""
    html = f'<section class="booklet"><h2 id="{identity}">{escape(name)}</h2>{content}</section>'
    return _Part(html, (ContentsLine(name, identity, 0), *(entry for entry in below if entry.depth <= DEEPEST_ENTRY)))


def _coverage(pair: Alignment) -> _Part:
    """The two tables, each after the paragraph that introduces it, and what is said of them."""
    return _part(say("overview.account"), "account", as_html("\n\n".join(coverage_blocks(pair, on_paper=True))))


def _rows(pair: Alignment) -> _Part:
    """Every group with its head and its table, in the order of the implementing document."""
    document = pair.implementing
    blocks = [f'<p class="legend">{legend("compare.diff_printed")}</p>']
    entries = []
    for group in (group for part in order_of(pair, document).parts for group in part.groups):
        depth = depth_of(document, group.head) + 1
        level = min(depth + 2, 6)
        blocks.append(
            f'<h{level} id="{group_id(group)}">{group_name(document, group)}</h{level}>{group_table(pair, document, group, PAPER)}'
        )
        words = numbered(document, document.units[group.head]) if group.head else say("compare.preamble")
        entries.append(ContentsLine(words, group_id(group), depth))
    return _part(say("compare.rows"), "rows", "".join(blocks), entries)


def _lists(pair: Alignment) -> _Part:
    """The lists of what has no counterpart; the linked ones are the rows."""
    found = [listing for listing in listings(pair) if listing.is_none]
    name = say("booklet.none", lower=none_name(pair, pair.implementing), upper=none_name(pair, pair.implemented))
    content = "".join(listing_parts(pair, listing, PAPER, 3) for listing in found)
    return _part(name, "lists", content, chain.from_iterable(map(_of_list, found)))


def _of_list(listing: Listing) -> Iterator[ContentsLine]:
    """A list, and its kinds where it has several."""
    yield ContentsLine(listing.plain_title, f"list-{listing.name}", 1)
    for kind, entries in listing.kinds.items():
        if kind:
            yield ContentsLine(kind_title(kind, len(entries)), f"list-{listing.name}-{kind}", 2)


def _title_page(pair: Alignment) -> str:
    names = "".join(
        f'<p class="side">{seal(document)} {escape(document.meta.title)}<br><small>{dated(document)}　{say("page.hash", hash=short_hash(document))}</small></p>'
        for document in reversed(_sides(pair))
    )
    said = say("booklet.imprint", reading=say(f"reading.{reading_of(pair)}_imprint"), warning=escape(say("name.warning")))
    return (
        f'<header class="front"><p class="redhead">{say("booklet.head")}</p>'
        f'<h1 id="title">{escape(say("book.booklet", titles=pair_titles(pair)))}</h1>{names}<p class="imprint">{said}</p></header>'
    )


def _colophon(pair: Alignment, site: str) -> str:
    rows = []
    for document in reversed(_sides(pair)):
        meta = document.meta
        rows += [
            (meta.short_title, f"{meta.title}（{dated(document)}）"),
            (say("colophon.source"), say("colophon.source_said", file=meta.file, sha256=meta.sha256)),
            (say("colophon.address"), published(site, full_text(document))),
        ]
    rows.append((say("booklet.address"), published(site, f"{pair_folder(pair)}/")))
    remark = say("booklet.remark", relations="、".join(map(relation_name, Closeness))) if pair.is_read else say("reading.none_imprint")
    return colophon(rows, [say("print.remark", warning=say("name.warning"), remark=remark)])
