"""The pages of a document: landing page, one page per section, one with the full text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from ...anchors.document import FULL, LANDING, Document
from ...anchors.paging import Leaf
from ...layers.layers import Layers
from ...layers.takers import takers
from ...model.records import Kind, Unit
from ..apparatus.annotator import PageAnnotator
from ..apparatus.glosses import glosses
from ..citing import page_citation
from ..exports.legislation import legislation
from ..markdown import attribute, escape, hyperlink, link, page_text
from ..names import dated, name_of, numbered, numbered_part, seal, short_hash
from ..official import OfficialText, moved_blocks
from ..page import Page
from ..wayfinding import ContentsEntry, crumbs, entry, folded_contents, nested, topic_sentence, turn
from ..wording import say
from .provenance import citing, own_file, provenance, trust_strip


def _switches(annotator: PageAnnotator) -> str:
    """A box for each layer that the page has, on at first, and one for the numbers of the sentences, off at first.

    The stylesheet does it, the script remembers.
    """
    layers = [(layer, " checked") for layer in annotator.shown()]
    boxes = "".join(
        f'<label><input type="checkbox" id="layer-{layer}" value="{layer}"{checked}>{say(f"document.{layer}")}</label>'
        for layer, checked in [*layers, ("numbers", "")]
    )
    return f'<fieldset class="layers" aria-label="{attribute(say("document.layers"))}">{boxes}</fieldset>'


def document_pages(document: Document, layers: Layers) -> Iterator[Page]:
    """All pages of a document. A document without sections has landing and full text only."""
    yield _landing(document, layers)
    for position, leaf in enumerate(document.leaves):
        yield _leaf(document, leaf, position, layers)
    yield _full(document, layers)


def _page(document: Document, name: str, title: str, units: Sequence[Unit], body: Iterable[str], *, search: bool = True) -> Page:
    meta = {
        "title": title,
        "description": _description(document, name),
        "running": f"{document.meta.short_title}{_running(document, name)}",
        "colophon": say("page.colophon", dated=dated(document), hash=short_hash(document)),
        "hide": ["navigation", "toc"],
        "search": None if search else {"exclude": True},
        "citation": page_citation(document, name, units),
    }
    anchors = tuple(unit.anchor for unit in units)
    return Page(PurePosixPath("docs", document.id, f"{name}.md"), page_text(meta, body), document.id, anchors)


def _running(document: Document, name: str) -> str:
    if name == LANDING:
        return ""
    return say("document.running", part=say("name.full") if name == FULL else document.citation(_by_name(document, name).head.anchor))


def _by_name(document: Document, name: str) -> Leaf:
    return next(leaf for leaf in document.leaves if leaf.name == name)


def _description(document: Document, name: str) -> str:
    meta = document.meta
    if name == LANDING:
        return say("document.landing_description", title=meta.title, dated=dated(document), warning=say("name.warning"))
    if name == FULL:
        return say("document.full_description", title=meta.title, warning=say("name.warning"))
    leaf = _by_name(document, name)
    items = "；".join(document.text(child.anchor).rstrip("。") for child in leaf.head.children if child.is_head)
    part, title = _part(document, leaf), name_of(document, leaf.head)
    return say("document.section_description", document=meta.short_title, part=part, title=title) + (f"{items}。" if items else "")


def _part(document: Document, leaf: Leaf) -> str:
    """第二部分，共六部分; of what is no section how it is cited."""
    if leaf.head in document.sections:
        return numbered_part(document, document.sections.index(leaf.head) + 1)
    return document.citation(leaf.head.anchor)


def _landing(document: Document, layers: Layers) -> Page:
    tops = [unit for unit in document.outline.units if document.page(unit.anchor) == LANDING]
    annotator = PageAnnotator(document, layers, _all(tops))
    text = OfficialText(document, _placed(tops), annotator)
    before, after = _around_sections(document, tops)
    body = [
        _crumbs(document, ""),
        trust_strip(document),
        _switches(annotator),
        *_all_blocks(text, before),
        _landing_contents(document, layers),
        *_all_blocks(text, after),
        provenance(document),
        citing(document),
        glosses(layers.terms, annotator.terms()),
        _turn(document, -1),
        legislation(document, layers.links.alignments),
    ]
    return _page(document, LANDING, document.meta.title, _all(tops), body)


def _around_sections(document: Document, tops: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stands before the sections, and what after them (closing, signature, date)."""
    if not document.leaves:
        return list(tops), []
    order = list(document.units)
    first = order.index(document.leaves[0].head.anchor)
    before = [unit for unit in tops if order.index(unit.anchor) < first]
    return before, [unit for unit in tops if unit not in before]


def _leaf(document: Document, leaf: Leaf, position: int, layers: Layers) -> Page:
    units = list(leaf.walk())
    annotator = PageAnnotator(document, layers, units)
    title = f"{numbered(document, leaf.head)} · {document.meta.short_title}"
    body = [
        _crumbs(document, _part(document, leaf)),
        _switches(annotator),
        _contents(document, leaf),
        *moved_blocks(document, leaf.name),
        *OfficialText(document, frozenset(unit.anchor for unit in units), annotator, leaf.apart).blocks(leaf.head, 1),
        glosses(layers.terms, annotator.terms()),
        _turn(document, position),
    ]
    return _page(document, leaf.name, title, units, body)


def _all(tops: Iterable[Unit]) -> list[Unit]:
    return [unit for top in tops for unit in top.walk()]


def _full(document: Document, layers: Layers) -> Page:
    """The whole text, bare; only what has no reading page of its own has its layers here."""
    tops = document.outline.units
    placed = _placed(tops)
    own = [unit for unit in tops if document.page(unit.anchor) == FULL]
    annotator = PageAnnotator(document, layers, _all(own))
    bare, text = OfficialText(document, placed), OfficialText(document, placed, annotator)
    source = link(say("document.source_of", document=document.meta.short_title), f"{LANDING}.md#about-source") + "{ .aid }"
    body = [
        _crumbs(document, say("name.full")),
        _switches(annotator),
        _full_contents(document),
        *(block for unit in tops for block in (text if unit in own else bare).blocks(unit, _level(unit))),
        glosses(layers.terms, annotator.terms()),
        own_file(),
        say("document.full_source", warning=say("name.warning"), source=source),
    ]
    return _page(document, FULL, say("document.full_title", title=document.meta.title), _all(tops), body, search=not document.leaves)


def _level(unit: Unit) -> int:
    return 1 if unit.kind is Kind.TITLE else 2


def _placed(units: Iterable[Unit]) -> frozenset[str]:
    return frozenset(unit.anchor for top in units for unit in top.walk())


def _all_blocks(text: OfficialText, units: Iterable[Unit]) -> list[str]:
    return [block for unit in units for block in text.blocks(unit, _level(unit))]


def _crumbs(document: Document, here: str) -> str:
    """The running line: where the reader is, from the home page down."""
    home = hyperlink(say("compare.home"), "../index.md")
    document_link = hyperlink(document.meta.short_title, f"{LANDING}.md") if here else escape(document.meta.short_title)
    steps = [home, f"{seal(document)} {document_link}", *([here] if here else [])]
    return crumbs(steps, f' <span class="when">{dated(document)}</span>')


def _contents(document: Document, here: Leaf) -> str:
    """All reading pages, the present one unfolded down to the topic sentences."""
    entries: list[ContentsEntry] = [(0, hyperlink(say("name.front"), f"{LANDING}.md"))]
    for leaf in document.leaves:
        depth = _depth(document, leaf)
        if leaf is here:
            entries.append((depth, entry(document, leaf.head, f"#{leaf.head.anchor}", aria_current="page")))
            entries.extend(_inner_entries(document, leaf.head, depth + 1, leaf.apart))
        else:
            entries.append((depth, entry(document, leaf.head, f"{leaf.name}.md")))
    entries.append((0, hyperlink(say("name.full"), f"{FULL}.md")))
    return folded_contents(entries)


def _full_contents(document: Document) -> str:
    entries: list[ContentsEntry] = [(0, hyperlink(say("document.front_and_source"), f"{LANDING}.md"))]
    for unit in document.outline.units:
        if unit.is_head or unit.kind is Kind.COMPONENT:
            entries.append((0, entry(document, unit, f"#{unit.anchor}")))
            entries.extend(_inner_entries(document, unit, 1))
    return folded_contents(entries)


def _depth(document: Document, leaf: Leaf) -> int:
    """How many pages stand above: a chapter's under its part's."""
    return sum(document.page(above) == above for above in document.upwards(document.parents[leaf.head.anchor]))


def _inner_entries(document: Document, unit: Unit, depth: int, apart: frozenset[str] = frozenset()) -> Iterator[ContentsEntry]:
    """Heads and topic sentences below a head, as links within the page."""
    for child in unit.children:
        if child.anchor in apart:
            continue
        if child.is_head:
            yield depth, entry(document, child, f"#{child.anchor}")
            yield from _inner_entries(document, child, depth + 1)
        elif topic := topic_sentence(document, child.anchor):
            yield depth, hyperlink(document.text(topic.anchor).rstrip("。"), f"#{child.anchor}")


def _landing_contents(document: Document, layers: Layers) -> str:
    entries: list[ContentsEntry] = []
    for leaf in document.leaves:
        depth = _depth(document, leaf)
        entries.append((depth, entry(document, leaf.head, f"{leaf.name}.md")))
        entries.extend(
            (depth + 1, entry(document, child, f"{leaf.name}.md#{child.anchor}"))
            for child in leaf.head.children
            if child.is_head and child.anchor not in leaf.apart
        )
    entries.append((0, hyperlink(say("document.full_lasting"), f"{FULL}.md")))
    if takers(layers, document):
        whole = say("taken.whole", document=document.meta.short_title)
        entries.append((0, hyperlink(whole, f"../taken-up/{document.id}/index.md")))
    return f"## {say('compare.contents')} {{#contents .plain}}\n\n{nested(entries)}"


def _turn(document: Document, position: int) -> str:
    """Previous and next; the landing page stands before the first leaf."""
    leaves = document.leaves
    before = leaves[position - 1] if position > 0 else None
    after = leaves[position + 1] if position + 1 < len(leaves) else None
    front = hyperlink(say("name.front"), f"{LANDING}.md") if position >= 0 else ""
    previous = entry(document, before.head, f"{before.name}.md") if before else front
    following = entry(document, after.head, f"{after.name}.md") if after else hyperlink(say("name.full"), f"{FULL}.md")
    return turn(previous, following)
