"""What the lists of a pair have: its links by relation, what nobody has read, what is only in one document; and on which pages.

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
from functools import partial
from weakref import WeakKeyDictionary

from ...anchors.document import Document
from ...layers.alignment import AUTOMATIC, Alignment, Closeness, Link
from ...layers.coverage import none_kinds, without_counterpart
from ..apparatus.relations import FORMS, none_name, none_title, pair_folder, relation_name
from ..apparatus.rows import ROOM, part_of
from ..names import seal, whole_name
from ..packing import packed, page_names
from ..wording import say

_LABEL, _LINE, _WIDTH = 26, 28, 21
"""Heights of a line of places and of text in px of a phone, and characters to a line."""


@dataclass(frozen=True, slots=True)
class ListEntry:
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
    plain_title: str
    """The same as text, for lists of contents."""
    document: Document
    """Whose parts divide it."""
    kinds: Mapping[str, Sequence[ListEntry]]
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
        yield Listing(FORMS[closeness], name, title, title, pair.implementing, {"": _entries(pair, found)})


def _unread(pair: Alignment) -> Iterator[Listing]:
    """The automatic links, and how much is left to read."""
    left = sum(map(len, pair.unread.values()))
    if left:
        name = say("relation.automatic")
        title = say("compare.pairs", name=name, count=len(pair.automatic))
        yield Listing(AUTOMATIC, name, title, title, pair.implementing, {"": _entries(pair, pair.automatic)}, left=left)


def _entries(pair: Alignment, found: Sequence[Link]) -> list[ListEntry]:
    return [ListEntry(part_of(pair.implementing, one.source), one.source, one) for one in found]


def _none(pair: Alignment, document: Document) -> Listing:
    """What is only in one document; of the implemented one by the kinds of none. Heads without counterpart are counted apart."""
    kinds: dict[str, list[ListEntry]] = {}
    heads: dict[str, list[str]] = {}
    for state in none_kinds(pair, document):
        kind = state.kind if document is pair.implemented else ""
        sentences, heads[kind] = without_counterpart(pair, document, state)
        kinds[kind] = [ListEntry(part_of(document, anchor), anchor) for anchor in sentences]
    count = sum(map(len, kinds.values()))
    title = say("compare.sentences", name=f"{seal(document)} {say('none.only', document=whole_name(document))}", count=count)
    plain = say("compare.sentences", name=none_title(document), count=count)
    return Listing(f"none-{document.id}", none_name(pair, document), title, plain, document, kinds, heads)


# Where they stand


Section = tuple[str, str, tuple[ListEntry, ...]]
"""Kind, part and entries."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Some parts of a list, or all of it."""

    name: str
    """``same``, ``adapt-2``"""
    listing: Listing
    sections: tuple[Section, ...]


def is_short(found: Sequence[Listing]) -> bool:
    """Whether one page has room for all lists."""
    return sum(_height(listing, entry) for listing in found for entries in listing.kinds.values() for entry in entries) <= ROOM


def list_pages(listing: Listing) -> list[ListPage]:
    """A list cut into pages, between parts, or within a part that is longer than a page."""

    def height(section: Section) -> float:
        return sum(_height(listing, entry) for entry in section[2])

    pages = list(packed(sections_of(listing), height, ROOM)) or [[]]
    names = page_names(len(pages), listing.name)
    return [ListPage(name, listing, tuple(sections)) for name, sections in zip(names, pages, strict=True)]


def sections_of(listing: Listing) -> Iterator[Section]:
    """The entries by kind and part; a part that no page holds in pieces."""
    for kind, entries in listing.kinds.items():
        parts: dict[str, list[ListEntry]] = {}
        for entry in entries:
            parts.setdefault(entry.part, []).append(entry)
        for part, own in parts.items():
            for piece in packed(own, partial(_height, listing), ROOM):
                yield kind, part, tuple(piece)


def _height(listing: Listing, entry: ListEntry) -> float:
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


_KNOWN: WeakKeyDictionary[Alignment, Mapping[tuple[str, str], str]] = WeakKeyDictionary()


def words_addresses(pair: Alignment) -> Mapping[tuple[str, str], str]:
    """Where below docs/ the words of each list begin, and of each of its kinds, by their names ("" for the whole list); made once a pair."""
    if pair not in _KNOWN:
        found = listings(pair)
        short = is_short(found)
        _KNOWN[pair] = {(one.name, kind): _begin(pair, one, kind, short=short) for one in found for kind in ("", *one.kinds)}
    return _KNOWN[pair]


def _begin(pair: Alignment, listing: Listing, kind: str, *, short: bool) -> str:
    """A kind that has no entries stands among the counts alone."""
    on_page = () if short else list_pages(listing)
    page = next((page.name for page in on_page if not kind or kind in (section[0] for section in page.sections)), "")
    if page:
        return f"{lists_folder(pair)}/{page}.md" + (f"#{kind}" if kind else "")
    return f"{pair_folder(pair)}/lists.md#list-{listing.name}" + (f"-{kind}" if kind else "")


def lists_folder(pair: Alignment) -> str:
    """The folder of the lists that have a page each."""
    return f"{pair_folder(pair)}/lists"
