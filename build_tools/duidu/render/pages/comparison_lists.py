"""The lists of a pair as finished HTML: by part, each entry with the words."""

from __future__ import annotations

from collections.abc import Sequence

from ...anchors.document import Document
from ...layers.alignment import Alignment, State
from ..apparatus.relations import PAPER, marked, none_row_id, order_name, pair_folder, place, relation_label, row_id
from ..apparatus.rows import WHOLE, part_top, row_address
from ..markdown import escape, hyperlink
from ..names import numbered, seal
from ..wording import say
from .comparison_listings import ListEntry, Listing, ListPage, Section, list_pages, section_id, sections_of
from .comparison_rows import quoted
from .reading_state import nothing_said


def listing_blocks(pair: Alignment, listing: Listing, up: str) -> str:
    """A whole list for the page that has all of them."""
    return f'<section class="list">\n{listing_parts(pair, listing, up, 2)}\n</section>'


def listing_parts(pair: Alignment, listing: Listing, up: str | None, level: int) -> str:
    """A whole list, its head of a level. ``up`` leads from the page to docs/; on ``PAPER`` nothing is a link."""
    parts = [f'<h{level} id="list-{listing.name}">{listing.title}</h{level}>']
    for kind in listing.kinds:
        own = [section for section in sections_of(listing) if section[0] == kind]
        parts.append(_kind_head(listing, kind, f"h{level + 1}", f"list-{listing.name}-{kind}"))
        name, under = f"list-{listing.name}", level + 1 if kind else level
        parts += [_section(pair, listing, section, f"h{under + 1}", f"{name}-{section_id(kind, section[1])}", up) for section in own]
        parts += [*([] if own else [f"<p>{nothing_said(pair)}</p>"]), _remark(pair, listing, kind, up)]
    return _joined(parts)


def page_blocks(pair: Alignment, page: ListPage, up: str) -> str:
    """The sections of one page of a list."""
    listing = page.listing
    parts = [] if page.sections else [f"<p>{nothing_said(pair)}</p>"]
    for number, section in enumerate(page.sections):
        if not number or page.sections[number - 1][0] != section[0]:
            parts.append(_kind_head(listing, section[0], "h2", section[0]))
        parts.append(_section(pair, listing, section, "h3" if section[0] else "h2", section_id(section[0], section[1]), up))
        if number + 1 == len(page.sections) or page.sections[number + 1][0] != section[0]:
            parts.append(_remark(pair, listing, section[0], up))
    return f'<section class="list">\n{_joined(parts)}\n</section>'


def summary_blocks(pair: Alignment, listing: Listing) -> str:
    """A list's head and the counts of its parts, each leading to where they stand."""
    lines = []
    pages = list_pages(listing)
    for kind in listing.kinds:
        counts: dict[str, tuple[str, int]] = {}
        for page in pages:
            for own, part, entries in page.sections:
                if own == kind:
                    name, count = counts.get(part, (page.name, 0))
                    counts[part] = name, count + len(entries)
        links = " ".join(
            f"<span>{hyperlink(_part_called(listing.document, part), f'lists/{name}.md#{section_id(kind, part)}')} {count}</span>"
            for part, (name, count) in counts.items()
        )
        lines += [
            _kind_head(listing, kind, "h3", f"list-{listing.name}-{kind}"),
            f'<p class="by-part">{links or nothing_said(pair)}</p>',
        ]
    return f'<section class="list">\n<h2 id="list-{listing.name}">{listing.title}</h2>\n{_joined(lines)}\n</section>'


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)


def _kind_head(listing: Listing, kind: str, tag: str, identity: str) -> str:
    if not kind:
        return ""
    return f'<{tag} id="{identity}">{kind_title(kind, len(listing.kinds[kind]))}</{tag}>'


def kind_title(kind: str, count: int) -> str:
    """段首语（8 句）"""
    return say("compare.sentences", name=say(f"none.none-{kind}"), count=count)


def _remark(pair: Alignment, listing: Listing, kind: str, up: str | None) -> str:
    """What is said after the entries of a kind."""
    document = listing.document
    if heads := listing.heads.get(kind, ()):
        said = "；".join(f"{place(document, anchor, up)}　{escape(document.text(anchor).rstrip('。'))}" for anchor in heads)
        return f"<p>{say('compare.heads', count=len(heads), heads=said)}</p>"
    if listing.left:
        rows = _way(say("compare.rows"), f"{pair_folder(pair)}/{order_name(pair.implementing)}.md", up)
        return f"<p>{say('compare.left', count=listing.left, rows=rows)}</p>"
    return ""


def _section(pair: Alignment, listing: Listing, section: Section, tag: str, identity: str, up: str | None) -> str:
    _, part, entries = section
    head = "" if part == WHOLE else f'<{tag} id="{identity}">{escape(part_called(listing.document, part))}</{tag}>\n'
    lines = "\n".join(_pair_line(pair, entry, up) if entry.found else _none_line(pair, listing.document, entry, up) for entry in entries)
    return f'{head}<ul class="words">\n{lines}\n</ul>'


def part_called(document: Document, part: str) -> str:
    """二、把推进新型工业化作为……; 前言."""
    top = part_top(document, part)
    if top:
        return numbered(document, document.units[top])
    return say("compare.preamble") if part != WHOLE else document.meta.short_title


def _part_called(document: Document, part: str) -> str:
    """The same in short: 二."""
    top = part_top(document, part)
    return document.citation(top) if top else part_called(document, part)


def _pair_line(pair: Alignment, entry: ListEntry, up: str | None) -> str:
    found = entry.found
    assert found is not None  # an entry of a list of links
    one, other = pair.implementing, pair.implemented
    row = _to_row(f"{row_address(pair, one, found.source)}#{row_id(found)}", up)
    doubt = f" {relation_label(found)}" if found.state is not State.CONFIRMED else ""
    ends = f"{_end(one, found.source, up)} ↔ {_end(other, found.target, up)}"
    return f'<li><span class="loc">{ends}{doubt}{row}</span>{quoted(one, found.source, marked(pair, found)[0])}</li>'


def _none_line(pair: Alignment, document: Document, entry: ListEntry, up: str | None) -> str:
    row = _to_row(f"{row_address(pair, document, entry.anchor)}#{none_row_id(document, entry.anchor)}", up)
    loc = f'<span class="loc">{_end(document, entry.anchor, up)}{row}</span>'
    return f"<li>{loc}{quoted(document, entry.anchor, escape(document.text(entry.anchor)))}</li>"


def _end(document: Document, anchor: str, up: str | None) -> str:
    """A place with its seal before it on the same line."""
    return f'<span class="end">{seal(document)} {place(document, anchor, up)}</span>'


def _to_row(address: str, up: str | None) -> str:
    """The way from an entry to its row; none on paper, where the rows are the other part."""
    return "" if up is PAPER else f" {hyperlink(say('compare.rows'), f'{up}{address}')}"


def _way(name: str, address: str, up: str | None) -> str:
    return name if up is PAPER else hyperlink(name, f"{up}{address}")
