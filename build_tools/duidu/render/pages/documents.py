"""The pages of a document: landing page, one page per section, one with the full text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from ...anchors.document import FULL, LANDING, Document
from ...layers.layers import Layers
from ...layers.takers import takers
from ...model.records import Kind, Unit
from ..apparatus.annotator import Layered
from ..apparatus.glosses import glosses
from ..citing import page_citation
from ..exports.bibliography import references
from ..exports.legislation import legislation
from ..markdown import attribute, escape, link, page_text
from ..names import dated, part_of, seal, short_hash
from ..official import PLAIN, blocks, moved_blocks
from ..page import Page
from ..wording import say


def _switches(dress: Layered) -> str:
    """A box for each layer that the page has, on at first; the stylesheet does it, the script remembers. "" for a bare text."""
    boxes = "".join(
        f'<label><input type="checkbox" id="layer-{layer}" value="{layer}" checked>{say(f"document.{layer}")}</label>'
        for layer in dress.shown()
    )
    return f'<fieldset class="layers" aria-label="{attribute(say("document.layers"))}">{boxes}</fieldset>' if boxes else ""


def document_pages(document: Document, layers: Layers) -> Iterator[Page]:
    """All pages of a document. A document without sections has landing and full text only."""
    yield _landing(document, layers)
    for position, section in enumerate(document.sections):
        yield _section(document, section, position, layers)
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
    anchors = tuple(unit.anchor for top in units for unit in top.walk())
    return Page(PurePosixPath("docs", document.id, f"{name}.md"), page_text(meta, body), document.id, anchors)


def _running(document: Document, name: str) -> str:
    if name == LANDING:
        return ""
    return say("document.running", part=say("name.full") if name == FULL else document.citation(_by_name(document, name).anchor))


def _by_name(document: Document, name: str) -> Unit:
    return next(section for section in document.sections if document.page_name(section) == name)


def _description(document: Document, name: str) -> str:
    meta = document.meta
    if name == LANDING:
        return say("document.landing_description", title=meta.title, dated=dated(document), warning=say("name.warning"))
    if name == FULL:
        return say("document.full_description", title=meta.title, warning=say("name.warning"))
    section = _by_name(document, name)
    items = "；".join(document.text(child.anchor).rstrip("。") for child in section.children if child.is_head)
    part, title = part_of(document, int(name)), document.text(section.anchor)
    return say("document.section_description", document=meta.short_title, part=part, title=title) + (f"{items}。" if items else "")


def _landing(document: Document, layers: Layers) -> Page:
    tops = [unit for unit in document.outline.units if document.page(unit.anchor) == LANDING]
    placed, dress = _placed(tops), Layered(document, layers, tops)
    before, after = _around_sections(document, tops)
    body = [
        _crumbs(document, ""),
        _switches(dress),
        *_all_blocks(document, before, placed, dress),
        _landing_contents(document, layers),
        *_all_blocks(document, after, placed, dress),
        _provenance(document),
        references(document),
        glosses(layers.terms, dress.terms()),
        legislation(document, layers.pairs),
    ]
    return _page(document, LANDING, document.meta.title, tops, body)


def _around_sections(document: Document, tops: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stands before the sections, and what after them (closing, signature, date)."""
    if not document.sections:
        return list(tops), []
    order = list(document.units)
    first = order.index(document.sections[0].anchor)
    before = [unit for unit in tops if order.index(unit.anchor) < first]
    return before, [unit for unit in tops if unit not in before]


def _section(document: Document, section: Unit, position: int, layers: Layers) -> Page:
    name = document.page_name(section)
    dress = Layered(document, layers, [section])
    title = f"{document.marker(section.anchor)}{document.text(section.anchor)} · {document.meta.short_title}"
    body = [
        _crumbs(document, part_of(document, position + 1)),
        _switches(dress),
        _contents(document, section),
        *moved_blocks(document, name),
        *blocks(document, section, 1, _placed([section]), dress),
        glosses(layers.terms, dress.terms()),
        _turn(document, position),
    ]
    return _page(document, name, title, [section], body)


def _full(document: Document, layers: Layers) -> Page:
    """The whole text, bare; only what has no reading page of its own has its layers here."""
    tops = document.outline.units
    placed = _placed(tops)
    own = [unit for unit in tops if document.page(unit.anchor) == FULL]
    dress = Layered(document, layers, own)
    source = link(say("document.source_of", document=document.meta.short_title), f"{LANDING}.md#about-source") + "{ .aid }"
    body = [
        _crumbs(document, say("name.full")),
        _switches(dress),
        _full_contents(document),
        *(block for unit in tops for block in blocks(document, unit, _level(unit), placed, dress if unit in own else PLAIN)),
        glosses(layers.terms, dress.terms()),
        say("document.full_source", warning=say("name.warning"), source=source),
    ]
    return _page(document, FULL, say("document.full_title", title=document.meta.title), tops, body, search=not document.sections)


def _level(unit: Unit) -> int:
    return 1 if unit.kind is Kind.TITLE else 2


def _placed(units: Iterable[Unit]) -> frozenset[str]:
    return frozenset(unit.anchor for top in units for unit in top.walk())


def _all_blocks(document: Document, units: Iterable[Unit], placed: frozenset[str], dress: Layered) -> list[str]:
    return [block for unit in units for block in blocks(document, unit, _level(unit), placed, dress)]


def _crumbs(document: Document, here: str) -> str:
    """The running line: where the reader is, from the home page down."""
    home = link(say("compare.home"), "../index.md")
    document_link = link(document.meta.short_title, f"{LANDING}.md") if here else escape(document.meta.short_title)
    steps = [home, f"{seal(document)} {document_link}", *([here] if here else [])]
    trail = '<span class="aid" aria-hidden="true">›</span> '.join(f"{step} " for step in steps).strip()
    return f'<nav class="crumbs" aria-label="{attribute(say("compare.place"))}" markdown="1">\n\n{trail} <span class="when">{dated(document)}</span>\n\n</nav>'


def _contents(document: Document, here: Unit) -> str:
    """All sections, the present one unfolded down to the topic sentences."""
    lines = [f"- {link(document.meta.title if not document.sections else say('name.front'), f'{LANDING}.md')}"]
    for section in document.sections:
        if section is here:
            lines.append(f"- {_entry(document, section, f'#{section.anchor}')}" + '{ aria-current="page" }')
            lines.extend(_inner_entries(document, section, 1))
        else:
            lines.append(f"- {_entry(document, section, f'{document.page_name(section)}.md')}")
    lines.append(f"- {link(say('name.full'), f'{FULL}.md')}")
    return _folded(say("compare.contents"), lines)


def _full_contents(document: Document) -> str:
    lines = [f"- {link(say('document.front_and_source'), f'{LANDING}.md')}"]
    for unit in document.outline.units:
        if unit.is_head:
            lines.append(f"- {_entry(document, unit, f'#{unit.anchor}')}")
            lines.extend(_inner_entries(document, unit, 1))
    return _folded(say("compare.contents"), lines)


def _folded(summary: str, lines: Sequence[str]) -> str:
    inner = "\n".join(lines)
    return f'<details class="contents" tabindex="0" aria-label="{attribute(summary)}" markdown="1">\n<summary>{summary}</summary>\n\n{inner}\n\n</details>'


def _entry(document: Document, unit: Unit, target: str) -> str:
    marker = document.marker(unit.anchor)
    gap = "　" if marker.startswith("第") else ""  # 第一章　总则; the marks of GB/T 9704 bring their own stop
    return link(f"{marker}{gap}{document.text(unit.anchor)}".rstrip("。"), target)


def _inner_entries(document: Document, unit: Unit, depth: int) -> Iterator[str]:
    """Heads and topic sentences below a head, as an indented list of links within the page."""
    for child in unit.children:
        indent = "    " * depth
        if child.is_head:
            yield f"{indent}- {_entry(document, child, f'#{child.anchor}')}"
            yield from _inner_entries(document, child, depth + 1)
        elif topic := document.topic_sentence(child.anchor):
            yield f"{indent}- {link(document.text(topic.anchor).rstrip('。'), f'#{child.anchor}')}"


def _landing_contents(document: Document, layers: Layers) -> str:
    lines = [f"## {say('compare.contents')} {{#contents .plain}}", ""]
    for section in document.sections:
        name = f"{document.page_name(section)}.md"
        lines.append(f"- {_entry(document, section, name)}")
        lines.extend(
            f"    - {_entry(document, child, f'{name}#{child.anchor}')}" for child in section.children if child.is_head
        )  # fmt: skip
    lines.append(f"- {link(say('document.full_lasting'), f'{FULL}.md')}")
    if takers(layers, document):
        lines.append(f"- {link(say('taken.whole', document=document.meta.short_title), f'../taken-up/{document.id}/index.md')}")
    return "\n".join(lines)


def _provenance(document: Document) -> str:
    meta = document.meta
    rows = [
        (say("document.issuer"), meta.issuer),
        (say("document.date"), dated(document)),
        (say("document.found"), meta.found),
        (say("document.check"), say("document.check_said", file=meta.file, sha256=meta.sha256)),
    ]
    table = "\n".join(f"| {name} | {escape(value)} |" for name, value in rows)
    remark = f"\n\n{escape(meta.remark)}" if meta.remark else ""
    return (
        f'<section class="provenance" markdown="1">\n\n## {say("document.source")} {{#about-source .plain}}\n\n'
        f"**{say('name.warning')}。**{remark}\n\n| {say('document.item')} | {say('document.content')} |\n|---|---|\n{table}\n\n"
        f"{say('document.see_texts', texts=link(say('texts.title'), '../about/texts.md'))}\n\n</section>"
    )


def _turn(document: Document, position: int) -> str:
    """Previous and next."""
    sections = document.sections
    before = sections[position - 1] if position else None
    after = sections[position + 1] if position + 1 < len(sections) else None
    previous = _entry(document, before, f"{document.page_name(before)}.md") if before else link(say("name.front"), f"{LANDING}.md")
    following = _entry(document, after, f"{document.page_name(after)}.md") if after else link(say("name.full"), f"{FULL}.md")
    return (
        f'<nav class="turn" aria-label="{attribute(say("document.turn"))}" markdown="1">\n\n'
        f'<span class="previous">{say("document.previous")}</span> {previous}\n\n'
        f'<span class="next">{say("document.next")}</span> {following}\n\n</nav>'
    )
