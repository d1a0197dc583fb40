"""A pair of documents as a booklet: the coverage summary, all rows in two columns, what is the lower level's own and what was not taken up.

Made of the blocks of the comparison: its tables and lists are taken as they are, only what serves the screen is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bs4 import BeautifulSoup, Tag

from ...anchors.document import FULL, Document
from ...layers.alignment import Alignment, Closeness
from ..apparatus.relations import legend, none_name, relation_name
from ..apparatus.rows import order_of
from ..names import dated, seal, short_hash
from ..pages.comparison_frame import pair_titles
from ..pages.comparison_listings import listings
from ..pages.comparison_lists import listing_blocks
from ..pages.comparison_orders import depth_of
from ..pages.comparison_rows import group_section
from ..pages.overview import coverage_blocks
from ..pages.reading_state import reading_of
from ..wording import say
from .sheet import Entry, Sheets, as_html, colophon, contents, whole

OF_THE_SCREEN = ".aid, .pil, .group h2 small, .group h3 small, .group h4 small, .group h5 small, .group h6 small, .words .loc a + a + a"
HEADS = ["h2", "h3", "h4", "h5", "h6"]


def booklet(pair: Alignment, site: str = "") -> Sheets:
    """``site`` is the site's address, "" if it has none."""
    parts = [_rows(pair)]
    if pair.is_read:
        parts = [_coverage(_soup(as_html("\n\n".join(coverage_blocks(pair))))), *parts, _lists(pair)]
    title = say("book.booklet", titles=pair_titles(pair))
    body = [_title_page(pair), contents([entry for part in parts for entry in _entries(part)]), *map(str, parts), _colophon(pair, site)]
    right = " · ".join(f"{document.meta.short_title} {short_hash(document)}" for document in _sides(pair))
    author = "、".join(document.meta.issuer for document in _sides(pair))
    date = max(document.meta.date for document in _sides(pair))
    return Sheets(f"{pair.implementing.id}-{pair.implemented.id}", title, author, whole(title, title, right, body), date)


def _sides(pair: Alignment) -> tuple[Document, Document]:
    return pair.implementing, pair.implemented


def _soup(html: str) -> Tag:
    """A piece of a page without what serves the screen, and without links: on paper they lead nowhere, and their addresses are the site's."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(OF_THE_SCREEN):
        element.decompose()
    for anchor in soup.find_all("a"):
        anchor.unwrap()
    return soup


def _part(name: str, anchor: str, content: list[Tag]) -> Tag:
    """A part of the booklet: its head, and its content with heads one level down."""
    soup = BeautifulSoup("", "html.parser")
    section = soup.new_tag("section", attrs={"class": "part"})
    head = soup.new_tag("h2", attrs={"id": anchor})
    head.string = name
    section.append(head)
    for element in content:
        if element.name in HEADS:
            element.name = f"h{min(int(element.name[1]) + 1, 6)}"
        section.append(element.extract())
    return section


def _coverage(page: Tag) -> Tag:
    """The two tables, each after the paragraph that introduces it, and what is said of them."""
    kept: list[Tag] = []
    for table in page.select(".account"):
        introduction = table.find_previous_sibling("p")
        kept += [introduction, table] if isinstance(introduction, Tag) else [table]
    said = kept[-1].find_next_sibling("p") if kept else None
    return _part(say("overview.account"), "account", [*kept, *([said] if isinstance(said, Tag) else [])])


def _rows(pair: Alignment) -> Tag:
    """Every group with its head and its table, in the order of the implementing document."""
    document = pair.implementing
    groups = [group for part in order_of(pair, document).parts for group in part.groups]
    rows = "".join(group_section(pair, document, group, "", level=2 + depth_of(document, group.head)) for group in groups)
    kept = [*_soup(f'<p class="legend">{legend("compare.diff_printed")}</p>').contents, *_soup(rows).find_all([*HEADS, "table"])]
    return _part(say("compare.rows"), "rows", [tag for tag in kept if isinstance(tag, Tag)])


def _lists(pair: Alignment) -> Tag:
    """The lists of what has no counterpart; the linked ones are the rows."""
    kept: list[Tag] = []
    for listing in listings(pair):
        if listing.is_none:
            section = _soup(listing_blocks(pair, listing, "")).find("section")
            kept += [element for element in section.contents if isinstance(element, Tag)] if isinstance(section, Tag) else []
    names = say("booklet.none", lower=none_name(pair, pair.implementing), upper=none_name(pair, pair.implemented))
    return _part(names, "lists", kept)


def _entries(part: Tag) -> Iterator[Entry]:
    for head in part.find_all(["h2", "h3", "h4"]):
        words = "".join(str(string) for string in head.find_all(string=True) if not string.find_parent(class_="seal"))
        yield Entry(words.strip().rstrip("。"), str(head["id"]), int(head.name[1]) - 2)


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
            (say("colophon.address"), f"{site.rstrip('/')}/{document.id}/{FULL}/" if site else ""),
        ]
    rows.append((say("booklet.address"), f"{site.rstrip('/')}/compare/{pair.implementing.id}/{pair.implemented.id}/" if site else ""))
    remark = say("booklet.remark", relations="、".join(map(relation_name, Closeness))) if pair.is_read else say("reading.none_imprint")
    return colophon(rows, [say("print.remark", warning=say("name.warning"), remark=remark)])
