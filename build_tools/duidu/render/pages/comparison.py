"""The pages of a pair of documents: overview, aligned rows in the order of either, lists by relation. Four at most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage, Link, compared_units
from ...layers.layers import Layers
from ...layers.takers import takers
from ...model.records import Unit
from ..apparatus.relations import (
    legend,
    marked,
    none_label,
    none_row_id,
    only,
    pair_folder,
    place_link,
    relation_label,
    relation_name,
    row_id,
)
from ..markdown import attribute, escape, link, page_text
from ..names import seal
from ..page import Page
from ..wording import say
from .comparison_lists import lists_blocks
from .overview import overview_blocks
from .reading_state import reading_of, unread_remark

UP = "../../../"
"""From a pair's page to docs/."""


def comparison_pages(pair: Alignment, layers: Layers | None = None) -> Iterator[Page]:
    """Overview, the rows in the order of either document, the lists."""
    yield _page(pair, "index", say("compare.overview_name"), [crumbs(pair, ""), *overview_blocks(pair), _taken(pair, layers)])
    for document in (pair.implementing, pair.implemented):
        yield _page(
            pair, f"by-{document.id}", say("compare.ordered", document=document.meta.short_title), _rows_page(pair, document)
        )  # fmt: skip
    yield _page(pair, "lists", say("compare.lists"), [crumbs(pair, say("compare.lists")), *lists_blocks(pair)])


def _taken(pair: Alignment, layers: Layers | None) -> str:
    """The way to all who carry out the implemented document, where this pair is not the only one."""
    upper = pair.implemented
    if layers is None or not takers(layers, upper):
        return ""
    return link(say("taken.whole", document=upper.meta.short_title), f"{UP}taken-up/{upper.id}/index.md")


def pair_titles(pair: Alignment) -> str:
    """Both documents by their short titles, as one name."""
    return say("compare.titles", lower=pair.implementing.meta.short_title, upper=pair.implemented.meta.short_title)


def _page(pair: Alignment, name: str, named: str, body: list[str]) -> Page:
    title = say("compare.page_title", titles=pair_titles(pair), name=named)
    relations = "、".join(map(relation_name, Closeness))
    meta = {
        "title": title,
        "description": say("compare.description", title=title, relations=relations)
        if pair.is_read
        else say("compare.description_unread", title=title),
        "running": f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}",
        "colophon": say(f"reading.{reading_of(pair)}_colophon"),
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return Page(PurePosixPath("docs", pair_folder(pair), f"{name}.md"), page_text(meta, body))


def crumbs(pair: Alignment, here: str) -> str:
    """Where the reader is; ``here`` is the page of the pair, "" for its overview."""
    names = (
        f"{seal(pair.implementing)} {escape(pair.implementing.meta.place)} ↔ {seal(pair.implemented)} {escape(pair.implemented.meta.place)}"
    )
    home, listing = link(say("compare.home"), f"{UP}index.md"), link(say("compare.nav"), "../../index.md")
    steps = [home, listing, f"[{names}](index.md)" if here else names]
    trail = ' <span class="aid" aria-hidden="true">›</span> '.join([*steps, *([here] if here else [])])
    return f'<nav class="crumbs" aria-label="{attribute(say("compare.place"))}" markdown="1">\n\n{trail}\n\n</nav>'


def _rows_page(pair: Alignment, document: Document) -> list[str]:
    other = pair.other(document)
    ways = say(
        "compare.see_also",
        other=link(say("compare.ordered_short", document=other.meta.short_title), f"by-{other.id}.md"),
        lists=link(say("compare.lists"), "lists.md"),
        overview=link(say("compare.overview"), "index.md"),
    )
    body = [
        crumbs(pair, say("compare.rows")),
        f"# {escape(say('compare.ordered', document=document.meta.short_title))} {{#compare}}",
        unread_remark(pair),
        f"{legend()}{ways}\n{{ .meta }}",
        _contents(document),
    ]
    for group, anchors in _groups(document):
        body.append(_group_heading(document, group))
        body.append(_table(pair, document, anchors))
    return body


def _groups(document: Document) -> Iterator[tuple[Unit | None, list[str]]]:
    """The compared units in order, grouped by the head they stand under; each head opens its own group."""
    group: Unit | None = None
    anchors: list[str] = []
    for anchor in compared_units(document):
        unit = document.units[anchor]
        if unit.is_head:
            if anchors:
                yield group, anchors
            group, anchors = unit, []
        anchors.append(anchor)
    if anchors:
        yield group, anchors


def _depth(document: Document, anchor: str) -> int:
    depth = 0
    while anchor := document.parents[anchor]:
        depth += 1
    return depth


def _group_heading(document: Document, group: Unit | None) -> str:
    if group is None:
        return f"## {say('compare.preamble')} {{#group-preamble}}"
    text = f"{document.marker(group.anchor)}{document.text(group.anchor)}".rstrip("。")
    return f"{'#' * min(_depth(document, group.anchor) + 2, 6)} {escape(text)} {{#group-{group.anchor}}}"


def _contents(document: Document) -> str:
    lines = []
    for group, _ in _groups(document):
        if group is not None:
            indent = "    " * _depth(document, group.anchor)
            name = f"{document.marker(group.anchor)}{document.text(group.anchor)}".rstrip("。")
            lines.append(f"{indent}- {link(name, f'#group-{group.anchor}')}")
    inner = "\n".join(lines)
    name = say("compare.contents")
    return f'<details class="contents" tabindex="0" aria-label="{attribute(name)}" markdown="1">\n<summary>{name}</summary>\n\n{inner}\n\n</details>'


def _table(pair: Alignment, document: Document, anchors: list[str]) -> str:
    sides = _sides(pair)
    heads = "".join(f'<th scope="col">{seal(side)} {escape(side.meta.short_title)}</th>' for side in sides)
    rows = "\n".join(row for anchor in anchors for row in _rows(pair, document, anchor))
    return (
        f'<table class="pairs" markdown="1">\n<thead><tr><th scope="col">{say("compare.column")}</th>{heads}</tr></thead>\n'
        f'<tbody markdown="1">\n{rows}\n</tbody>\n</table>'
    )


def _sides(pair: Alignment) -> tuple[Document, Document]:
    """The implemented document left, the implementing one right, whichever orders the page."""
    return pair.implemented, pair.implementing


def _rows(pair: Alignment, document: Document, anchor: str) -> Iterator[str]:
    found = pair.links_of(document, anchor)
    yield from (_linked_row(pair, one) for one in found)
    if not found:
        yield _single_row(pair, document, anchor)


def _linked_row(pair: Alignment, found: Link) -> str:
    texts = dict(zip((pair.implementing.id, pair.implemented.id), marked(pair, found), strict=True))
    anchors = {pair.implementing.id: found.source, pair.implemented.id: found.target}
    cells = "".join(_cell(side, anchors[side.id], texts[side.id]) for side in _sides(pair))
    note = f'<span class="why">{escape(found.note)}</span>' if found.note else ""
    return _row(row_id(found), f"{relation_label(found)}{note}", cells)


def _single_row(pair: Alignment, document: Document, anchor: str) -> str:
    state = pair.state(document, anchor)
    known = state in NONE
    said = say("none.absent" if known else "none.unread", document=escape(pair.other(document).meta.short_title))
    absent = f'<td class="void">{said}</td>'
    cells = "".join(_cell(side, anchor, escape(side.text(anchor))) if side is document else absent for side in _sides(pair))
    return _row(none_row_id(document, anchor), _single_label(pair, document, anchor, state), cells)


def _single_label(pair: Alignment, document: Document, anchor: str, state: Coverage) -> str:
    """A head alone adds nothing: it is only said to have no counterpart."""
    if state not in NONE:
        return f'<b class="rel auto">{say("none.unreviewed")}</b>'
    name = say("none.head") if document.units[anchor].is_head else none_label(pair, document, state)
    return only(pair, document, name)


def _row(identity: str, label: str, cells: str) -> str:
    here = f'<a class="aid" href="#{identity}" >{say("compare.row_link")}</a>'
    return f'<tr id="{identity}" markdown="1"><th scope="row">{label} {here}</th>{cells}</tr>'


def _cell(side: Document, anchor: str, text: str) -> str:
    return (
        f'<td markdown="span"><span class="loc">{seal(side)} {place_link(side, anchor, UP)}</span><span class="t">'
        f"{escape(side.marker(anchor))}{text}</span></td>"
    )
