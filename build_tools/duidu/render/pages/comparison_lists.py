"""The lists of a pair: its links by relation, what nobody has read, and what is only in one of the two documents; by part, with the words.

All on one page where a phone shows them in forty screens; else ``lists.md`` counts them, and each has a page of its own, or several:

```
compare/suining-2024/sichuan-2024/lists.md               the lists with their counts by part
compare/suining-2024/sichuan-2024/lists/adapt.md         落实, up to the part where it is full
compare/suining-2024/sichuan-2024/lists/adapt-2.md       the parts after it
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...anchors.document import Document
from ...layers.alignment import Alignment, Closeness, Link
from ...layers.coverage import none_kinds, without_counterpart
from ..apparatus.relations import (
    FORMS,
    marked,
    none_name,
    none_row_id,
    none_title,
    pair_folder,
    place,
    relation_label,
    relation_name,
    row_id,
)  # fmt: skip
from ..apparatus.rows import ROOM, WHOLE, part_of, part_top, row_address
from ..markdown import escape, hyperlink
from ..names import seal
from ..wording import say
from .comparison_rows import none_kind, quoted

AUTOMATIC = "automatic"
_LABEL, _LINE, _WIDTH = 26, 28, 21
"""Heights of a line of places and of text in px of a phone, and characters to a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit, or a link at it."""

    part: str
    anchor: str
    found: Link | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its entries, of the implemented document's none by kind."""

    name: str
    """``same``, ``automatic``, ``none-suining-2024``"""
    word: str
    title: str
    """With its count, as HTML."""
    document: Document
    """Whose parts divide it."""
    kinds: Mapping[str, Sequence[Entry]]
    """By the last word of the kind's id, "" where there is but one."""
    heads: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The heads without counterpart, by kind."""
    left: int = 0
    """How many units nobody has read."""

    @property
    def is_none(self) -> bool:
        """Whether it is of what has no counterpart."""
        return self.name.startswith("none-")


def listings(pair: Alignment) -> list[Listing]:
    """The links by relation, then what nobody has read, then what is only in one of the two."""
    read = (pair.implementing, pair.implemented) if pair.is_read else ()
    return [*_linked(pair), *_unread(pair), *(_none(pair, document) for document in read)]


def _linked(pair: Alignment) -> Iterator[Listing]:
    for closeness in Closeness if pair.is_read else ():
        found = [one for one in pair.counted if one.closeness is closeness]
        name = relation_name(closeness)
        title = say("compare.pairs", name=name, count=len(found))
        yield Listing(FORMS[closeness], name, title, pair.implementing, {"": _entries(pair, found)})


def _unread(pair: Alignment) -> Iterator[Listing]:
    """The automatic links, and how much is left to read."""
    left = sum(map(len, pair.unread.values()))
    if left:
        name = say("relation.automatic")
        title = say("compare.pairs", name=name, count=len(pair.automatic))
        yield Listing(AUTOMATIC, name, title, pair.implementing, {"": _entries(pair, pair.automatic)}, left=left)


def _entries(pair: Alignment, found: Sequence[Link]) -> list[Entry]:
    return [Entry(part_of(pair.implementing, one.source), one.source, one) for one in found]


def _none(pair: Alignment, document: Document) -> Listing:
    """What is only in one document; of the implemented one by the kinds of none. Heads without counterpart are counted apart."""
    kinds: dict[str, list[Entry]] = {}
    heads: dict[str, list[str]] = {}
    for state in none_kinds(pair, document):
        kind = none_kind(state) if document is pair.implemented else ""
        sentences, heads[kind] = without_counterpart(pair, document, state)
        kinds[kind] = [Entry(part_of(document, anchor), anchor) for anchor in sentences]
    count = sum(map(len, kinds.values()))
    title = say("compare.sentences", name=f"{seal(document)} {escape(none_title(document))}", count=count)
    return Listing(f"none-{document.id}", none_name(pair, document), title, document, kinds, heads)


# Where they stand


@dataclass(frozen=True, slots=True)
class ListPage:
    """Some parts of a list, or all of it."""

    name: str
    """``same``, ``adapt-2``"""
    listing: Listing
    sections: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    """Kind, part and entries."""


def is_short(found: Sequence[Listing]) -> bool:
    """Whether one page has room for all lists."""
    return sum(_height(listing, entry) for listing in found for entries in listing.kinds.values() for entry in entries) <= ROOM


def list_pages(listing: Listing) -> list[ListPage]:
    """A list cut into pages, between parts, or within a part that is longer than a page."""
    pages: list[list[tuple[str, str, tuple[Entry, ...]]]] = [[]]
    used = 0.0
    for section in _sections(listing):
        height = sum(_height(listing, entry) for entry in section[2])
        if pages[-1] and used + height > ROOM:
            pages.append([])
            used = 0.0
        pages[-1].append(section)
        used += height
    names = [listing.name if number == 1 else f"{listing.name}-{number}" for number in range(1, len(pages) + 1)]
    return [ListPage(name, listing, tuple(sections)) for name, sections in zip(names, pages, strict=True)]


def _sections(listing: Listing) -> Iterator[tuple[str, str, tuple[Entry, ...]]]:
    for kind, entries in listing.kinds.items():
        parts: dict[str, list[Entry]] = {}
        for entry in entries:
            parts.setdefault(entry.part, []).append(entry)
        for part, own in parts.items():
            for piece in _pieces(listing, own):
                yield kind, part, tuple(piece)


def _pieces(listing: Listing, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    held: list[Entry] = []
    used = 0.0
    for entry in entries:
        height = _height(listing, entry)
        if held and used + height > ROOM:
            yield held
            held, used = [], 0.0
        held.append(entry)
        used += height
    yield held


def _height(listing: Listing, entry: Entry) -> float:
    return _LABEL * (2.2 if entry.found else 1.2) + _LINE * -(-len(listing.document.text(entry.anchor)) // _WIDTH)


def section_id(kind: str, part: str) -> str:
    """The id of a part in the page of a list."""
    return f"part-{part}" if not kind else f"{kind}-part-{part}"


def list_addresses(pair: Alignment, found: Sequence[Listing]) -> Mapping[str, str]:
    """The page below docs/ where each list begins, by what a row shows."""
    short = is_short(found)
    folder = pair_folder(pair)
    shown = {AUTOMATIC: "auto", f"none-{pair.implementing.id}": "lower", f"none-{pair.implemented.id}": "upper"}
    known = {
        shown.get(one.name, one.name): f"{folder}/lists.md#list-{one.name}" if short else f"{folder}/lists/{one.name}.md" for one in found
    }
    return known | {"unread": known.get("auto", f"{folder}/lists.md")}


def lists_folder(pair: Alignment) -> str:
    """The folder of the lists that have a page each."""
    return f"{pair_folder(pair)}/lists"


# As HTML


def listing_blocks(pair: Alignment, listing: Listing, up: str) -> str:
    """A whole list for the page that has all of them."""
    parts = []
    for kind in listing.kinds:
        own = [section for section in _sections(listing) if section[0] == kind]
        parts.append(_kind_head(listing, kind, "h3", f"list-{listing.name}-{kind}"))
        parts += [_section(pair, listing, section, "h4", f"list-{listing.name}-{section_id(kind, section[1])}", up) for section in own]
        parts += [*([] if own else [f"<p>{say('compare.nothing')}</p>"]), _remark(pair, listing, kind, up)]
    return f'<section class="list">\n<h2 id="list-{listing.name}">{listing.title}</h2>\n' + _joined(parts) + "\n</section>"


def page_blocks(pair: Alignment, page: ListPage, up: str) -> str:
    """The sections of one page of a list."""
    listing = page.listing
    parts = [] if page.sections else [f"<p>{say('compare.nothing')}</p>"]
    for number, section in enumerate(page.sections):
        if not number or page.sections[number - 1][0] != section[0]:
            parts.append(_kind_head(listing, section[0], "h2", section[0]))
        parts.append(_section(pair, listing, section, "h3" if section[0] else "h2", section_id(section[0], section[1]), up))
        if number + 1 == len(page.sections) or page.sections[number + 1][0] != section[0]:
            parts.append(_remark(pair, listing, section[0], up))
    return f'<section class="list">\n{_joined(parts)}\n</section>'


def summary_blocks(listing: Listing) -> str:
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
            f"{hyperlink(_part_called(listing.document, part), f'lists/{name}.md#{section_id(kind, part)}')} {count}　"
            for part, (name, count) in counts.items()
        )
        lines += [
            _kind_head(listing, kind, "h3", f"list-{listing.name}-{kind}"),
            f'<p class="by-part">{links or say("compare.nothing")}</p>',
        ]
    return f'<section class="list">\n<h2 id="list-{listing.name}">{listing.title}</h2>\n{_joined(lines)}\n</section>'


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)


def _kind_head(listing: Listing, kind: str, tag: str, identity: str) -> str:
    if not kind:
        return ""
    return f'<{tag} id="{identity}">{say("compare.sentences", name=say(f"none.none-{kind}"), count=len(listing.kinds[kind]))}</{tag}>'


def _remark(pair: Alignment, listing: Listing, kind: str, up: str) -> str:
    """What is said after the entries of a kind."""
    document = listing.document
    if heads := listing.heads.get(kind, ()):
        said = "；".join(f"{place(document, anchor, up)}　{escape(document.text(anchor).rstrip('。'))}" for anchor in heads)
        return f"<p>{say('compare.heads', count=len(heads), heads=said)}</p>"
    if listing.left:
        rows = hyperlink(say("compare.rows"), f"{up}{pair_folder(pair)}/by-{pair.implementing.id}.md")
        return f"<p>{say('compare.left', count=listing.left, rows=rows)}</p>"
    return ""


def _section(pair: Alignment, listing: Listing, section: tuple[str, str, tuple[Entry, ...]], tag: str, identity: str, up: str) -> str:
    _, part, entries = section
    head = "" if part == WHOLE else f'<{tag} id="{identity}">{escape(part_called(listing.document, part))}</{tag}>\n'
    lines = "\n".join(_pair_line(pair, entry, up) if entry.found else _none_line(pair, listing.document, entry, up) for entry in entries)
    return f'{head}<ul class="words">\n{lines}\n</ul>'


def part_called(document: Document, part: str) -> str:
    """二、把推进新型工业化作为……; 前言."""
    top = part_top(document, part)
    if top:
        return f"{document.marker(top)}{document.text(top)}".rstrip("。")
    return say("compare.preamble") if part != WHOLE else document.meta.short_title


def _part_called(document: Document, part: str) -> str:
    """The same in short: 二."""
    top = part_top(document, part)
    return document.citation(top) if top else part_called(document, part)


def _pair_line(pair: Alignment, entry: Entry, up: str) -> str:
    found = entry.found
    assert found is not None  # an entry of a list of links
    one, other = pair.implementing, pair.implemented
    row = hyperlink(say("compare.rows"), f"{up}{row_address(pair, one, found.source)}#{row_id(found)}")
    doubt = f" {relation_label(found)}" if found.state != "confirmed" else ""
    ends = f"{seal(one)} {place(one, found.source, up)} ↔ {seal(other)} {place(other, found.target, up)}"
    return f'<li><span class="loc">{ends}{doubt} {row}</span>{quoted(one, found.source, marked(pair, found)[0])}</li>'


def _none_line(pair: Alignment, document: Document, entry: Entry, up: str) -> str:
    row = hyperlink(say("compare.rows"), f"{up}{row_address(pair, document, entry.anchor)}#{none_row_id(document, entry.anchor)}")
    loc = f'<span class="loc">{seal(document)} {place(document, entry.anchor, up)} {row}</span>'
    return f"<li>{loc}{quoted(document, entry.anchor, escape(document.text(entry.anchor)))}</li>"
