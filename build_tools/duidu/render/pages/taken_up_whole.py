"""The matrix of an upper document: its provisions by all documents that implement it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...anchors.document import Document
from ...layers.alignment import AUTOMATIC, Alignment
from ...layers.takers import counted, own_units, taken_up
from ..apparatus.relations import pair_folder
from ..markdown import attribute, escape, hyperlink, sized
from ..names import seal
from ..packing import packed, page_names
from ..page import Page
from ..wayfinding import pages_nav
from ..wording import say
from .reading_state import reading_said
from .taken_up_frame import UP, called, download, taken_crumbs, taken_page
from .taken_up_places import ROOM, Part, page_of, place_id


def whole_pages(document: Document, pairs: Sequence[Alignment], parts: Mapping[str, list[Part]]) -> Iterator[Page]:
    """All provisions by all documents, so many documents to a page as it has room for; ``parts`` has the pages of each provision."""
    title = say("taken.whole", document=document.meta.short_title)
    cut = list(packed([_whole_row(document, pair, parts) for pair in pairs], lambda row: len(row.encode()), ROOM))
    names = page_names(len(cut), "index", "all")
    for here, rows in enumerate(cut):
        body = [
            taken_crumbs(document, [say("taken.nav")] if not here else [hyperlink(say("taken.nav"), "index.md"), str(here + 1)], UP),
            f"# {escape(title)} {{#taken-up}}",
            f"<p>{say('taken.whole_said', count=len(pairs), document=escape(document.meta.short_title))}{download(document, UP)}{_to_list(here)}</p>",
            f'<p class="meta">{say("taken.whole_cells")}</p>',
            pages_nav(names, here),
            _whole_table(document, title, list(parts), rows),
            pages_nav(names, here, again=True),
            *([] if here else _whole_list(document, pairs, list(parts))),
        ]
        yield taken_page(document, names[here], title if not here else say("taken.title_part", title=title, number=here + 1), body)


def _to_list(here: int) -> str:
    """The way past the table, which takes a phone many screens, to the provisions below it on the first page."""
    return "" if here else f"　{hyperlink(say('taken.provisions'), '#provisions')}"


def _whole_table(document: Document, title: str, anchors: Sequence[str], rows: Sequence[str]) -> str:
    heads = "".join(
        f'<th scope="col">{hyperlink(document.citation(anchor), f"{anchor}.md")}<span>{escape(document.text(anchor).rstrip("。"))}</span></th>'
        for anchor in anchors
    )
    body = "\n".join(rows)
    return (
        f'<table class="matrix">\n<caption>{escape(title)}</caption>\n'
        f'<thead><tr><td rowspan="1">{say("taken.place")}</td>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'
    )


def _whole_list(document: Document, pairs: Sequence[Alignment], anchors: Sequence[str]) -> Iterator[str]:
    yield f"## {say('taken.provisions')} {{#provisions}}"
    lines = "\n".join(
        f"<li>{hyperlink(called(document, anchor), f'{anchor}.md')}<small>{_summary(document, anchor, pairs)}</small></li>"
        for anchor in anchors
    )
    yield f'<ul class="order">\n{lines}\n</ul>'


def _summary(document: Document, anchor: str, pairs: Sequence[Alignment]) -> str:
    """How many of the documents that a person has read carry a provision out; of the others nothing is said."""
    units, read = own_units(document, anchor), [pair for pair in pairs if pair.is_read]
    if not read:
        return say("none.unreviewed")
    return say("taken.summary", all=len(read), count=sum(bool(taken_up(pair, units)) for pair in read))


def _whole_row(document: Document, pair: Alignment, parts: Mapping[str, list[Part]]) -> str:
    head = f"{seal(pair.implementing)} {hyperlink(pair.implementing.meta.short_title, f'{UP}{pair_folder(pair)}/index.md')}"
    cells = "".join(_whole_cell(document, pair, anchor, found) for anchor, found in parts.items())
    return f'<tr><th scope="row">{head} <span>{reading_said(pair)}</span></th>{cells}</tr>'


def _whole_cell(document: Document, pair: Alignment, anchor: str, parts: Sequence[Part]) -> str:
    """How many units are carried out; of what nobody has read how many the program found, in brackets; empty for nothing."""
    units = own_units(document, anchor)
    found, unread = taken_up(pair, units), counted(pair, units).get(AUTOMATIC, 0)
    if not found and not unread:
        return "<td></td>"
    shown = str(found) if found else f"({unread})"
    label = say("taken.cell" if found else "taken.cell_unread", place=pair.implementing.meta.short_title, count=found or unread)
    item = attribute(document.citation(anchor))
    size = f' class="{sized(min(found, 10), 100)}"' if found else ""
    cell = hyperlink(shown, f"{page_of(parts, pair)}.md#{place_id(pair)}", aria_label=label)
    return f'<td data-item="{item}"{size}>{cell}</td>'
