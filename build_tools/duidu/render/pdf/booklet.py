"""A pair of documents as a booklet: the account, all rows in two columns, what is the lower level's own and what was not taken up.

Made from the pages of the comparison: their tables and lists are taken as they are, only what serves the screen is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bs4 import BeautifulSoup, Tag

from ...anchors.document import FULL, Document
from ...layers.alignment import Alignment, Closeness
from ..apparatus.relations import legend, none_name, relation_name
from ..names import dated, seal, short_hash
from ..pages.comparison import comparison_pages, pair_titles
from ..pages.reading_state import reading_of
from ..wording import say
from .sheet import Entry, Sheets, as_html, colophon, contents, whole

OF_THE_SCREEN = ".aid, .crumbs, .contents, a.headerlink"
HEADS = ["h2", "h3", "h4", "h5", "h6"]


def booklet(pair: Alignment, site: str = "") -> Sheets:
    """``site`` is the site's address, "" if it has none."""
    pages = {page.path.stem: _soup(page.text) for page in comparison_pages(pair)}
    parts = [_rows(pages[f"by-{pair.implementing.id}"])]
    if pair.is_read:
        parts = [_account(pages["index"]), *parts, _lists(pair, pages["lists"])]
    title = say("book.booklet", titles=pair_titles(pair))
    body = [_title_page(pair), contents([entry for part in parts for entry in _entries(part)]), *map(str, parts), _colophon(pair, site)]
    right = " · ".join(f"{document.meta.short_title} {short_hash(document)}" for document in _sides(pair))
    author = "、".join(document.meta.issuer for document in _sides(pair))
    date = max(document.meta.date for document in _sides(pair))
    return Sheets(f"{pair.implementing.id}-{pair.implemented.id}", title, author, whole(title, title, right, body), date)


def _sides(pair: Alignment) -> tuple[Document, Document]:
    return pair.implementing, pair.implemented


def _soup(page: str) -> Tag:
    """The page's content without links: on paper they lead nowhere, and their addresses are the site's."""
    soup = BeautifulSoup(as_html(page.split("\n---\n", 1)[1]), "html.parser")
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


def _account(page: Tag) -> Tag:
    """The two tables, each after the paragraph that introduces it, and what is said of them."""
    kept: list[Tag] = []
    for table in page.select(".account"):
        introduction = table.find_previous_sibling("p")
        kept += [introduction, table] if isinstance(introduction, Tag) else [table]
    said = kept[-1].find_next_sibling("p") if kept else None
    return _part(say("overview.account"), "account", [*kept, *([said] if isinstance(said, Tag) else [])])


def _rows(page: Tag) -> Tag:
    """Every group with its head and its table."""
    kept = list(page.find_all([*HEADS, "table"]))
    key = BeautifulSoup(f'<p class="legend">{legend("compare.diff_printed")}</p>', "html.parser")
    return _part(say("compare.rows"), "rows", [tag for tag in key.contents if isinstance(tag, Tag)] + kept)


def _lists(pair: Alignment, page: Tag) -> Tag:
    """The lists of what has no counterpart; the linked ones are the rows."""
    kept: list[Tag] = []
    for document in _sides(pair):
        head = page.find(id=f"list-none-{document.id}")
        if isinstance(head, Tag):
            kept.append(head)
            for element in head.find_next_siblings():
                if element.name == head.name:
                    break
                kept.append(element)
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
