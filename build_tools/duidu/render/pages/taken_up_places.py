"""The places that carry out a provision, each a block of its own, cut into pages that a phone loads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Coverage
from ...layers.takers import own_units, state_of
from ..apparatus.relations import marked, pair_folder, place, relation_label, row_id, state_name
from ..markdown import escape, hyperlink, link
from ..names import seal
from ..wording import say

ROOM = 150_000
"""Bytes of Markdown for the places of one page; the page has about as much HTML besides."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the places, on one page: the first stands with the provision itself."""

    name: str
    """``h2-k2``, ``h2-k2/2``"""
    places: tuple[tuple[Alignment, str], ...]
    """Each with its block."""

    @property
    def up(self) -> str:
        """From this page to docs/."""
        return "../" * (2 + self.name.count("/"))


def parts_of(document: Document, anchor: str, pairs: Sequence[Alignment]) -> list[Part]:
    """The places cut into pages. Blocks are written again where the way to docs/ is another one."""
    units = own_units(document, anchor)
    parts: list[Part] = []
    held: list[tuple[Alignment, str]] = []
    size = 0
    for pair in pairs:
        deep = "../../../" if parts else "../../"
        block = _place(document, pair, units, deep)
        if held and size + len(block.encode()) > ROOM:
            parts.append(Part(_name(anchor, len(parts)), tuple(held)))
            held, size = [], 0
            block = _place(document, pair, units, "../../../")
        held.append((pair, block))
        size += len(block.encode())
    return [*parts, Part(_name(anchor, len(parts)), tuple(held))]


def _name(anchor: str, before: int) -> str:
    return f"{anchor}/{before + 1}" if before else anchor


def place_id(pair: Alignment) -> str:
    """The id of its block."""
    return f"place-{pair.implementing.id}"


def page_of(parts: Sequence[Part], pair: Alignment) -> str:
    """The name of the page on which its block stands."""
    return next(part.name for part in parts if any(one is pair for one, _ in part.places))


def place_in(document: Document, provision: str, unit: str) -> str:
    """第2段第3句 within the provision; 题 for its head."""
    return say("taken.head") if unit == provision else str(document.cite(unit).within(document.cite(provision)))


def to_place(pair: Alignment, parts: Sequence[Part], *, short: bool = False) -> str:
    """The implementing document, by its place if ``short``, as a link to its block; for the pages beside the provisions' own."""
    meta = pair.implementing.meta
    return (
        f"{seal(pair.implementing)} {hyperlink(meta.place if short else meta.short_title, f'{page_of(parts, pair)}.md#{place_id(pair)}')}"
    )


def _place(document: Document, pair: Alignment, units: Sequence[str], up: str) -> str:
    """One implementing document: its words for every sentence, what it lacks, what nobody has read."""
    other = pair.implementing
    rows = "\n".join(
        f'<tr><th scope="row">{relation_label(found)}</th><td>{escape(place_in(document, units[0], unit))}</td>'
        f'<td><span class="loc">{place(other, found.source, up)} '
        f"{hyperlink(say('compare.rows'), f'{up}{pair_folder(pair)}/by-{document.id}.md#{row_id(found)}')}</span>"
        f'<span class="t">{escape(other.marker(found.source))}{marked(pair, found)[0]}</span>{_note(found.note)}</td></tr>'
        for unit in units
        for found in pair.links_of(document, unit)
    )
    table = f'<table class="pairs places">\n<tbody>\n{rows}\n</tbody>\n</table>' if rows else ""
    without = [
        f"{escape(state_name(pair, state))}：{'、'.join(escape(place_in(document, units[0], unit)) for unit in left)}。"
        for state in (*NONE, Coverage.UNREVIEWED)
        if (left := [unit for unit in units if state_of(pair, unit) == state])
    ]
    said = "".join(without) + "\n{ .meta }" if without else ""
    head = f"### {seal(other)} {link(other.meta.short_title, f'{up}{other.id}/index.md')} {{#{place_id(pair)}}}"
    return "\n\n".join(filter(None, [head, table, said]))


def _note(note: str) -> str:
    return f'<span class="why">{escape(note)}</span>' if note else ""
