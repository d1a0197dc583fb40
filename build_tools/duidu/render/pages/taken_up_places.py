"""The places that carry out a provision, each a block of its own, cut into pages that a phone loads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from ...anchors.document import Document
from ...layers.alignment import AUTOMATIC, NONE, Alignment, Closeness, Coverage, Link
from ...layers.takers import closeness_of, counted, own_units, state_of
from ..apparatus.relations import FORMS, form_of, marked, place, relation_label, row_id, state_name
from ..apparatus.rows import ROOM as HEIGHT
from ..apparatus.rows import row_address
from ..markdown import escape, hyperlink
from ..names import seal
from ..wording import say
from .comparison_rows import quoted

ROOM = 150_000
"""Bytes of HTML for the places of one page."""
FEW = 3
"""So many rows of a place are shown; more are folded, and counted."""
_HEAD, _ROW, _LINE, _WIDTH = 120, 75, 28, 20
"""Heights in px of a phone: what a place has besides its rows, a row besides its words, a line of these; and characters to a line."""
T = TypeVar("T")
STATES = (*(closeness.value for closeness in Closeness), *NONE, AUTOMATIC, Coverage.UNREVIEWED.value)


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

    @property
    def pairs(self) -> list[Alignment]:
        """The pairs whose implementing documents stand here."""
        return [pair for pair, _ in self.places]


def parts_of(document: Document, anchor: str, pairs: Sequence[Alignment]) -> list[Part]:
    """The places cut into pages that are neither too large to load nor too long for a phone, on the first of which the provision stands.

    Blocks are written again where the way to docs/ is another one.
    """
    units = own_units(document, anchor)
    parts: list[Part] = []
    held: list[tuple[Alignment, str]] = []
    size, height = 0, _lines(document, units)
    for pair in pairs:
        block = _place(document, pair, units, "../../../" if parts else "../../")
        own = _height(document, pair, units)
        if held and (size + len(block.encode()) > ROOM or height + own > HEIGHT):
            parts.append(Part(_name(anchor, len(parts)), tuple(held)))
            held, size, height = [], 0, 0
            block = _place(document, pair, units, "../../../")
        held.append((pair, block))
        size += len(block.encode())
        height += own
    return [*parts, Part(_name(anchor, len(parts)), tuple(held))]


def _lines(document: Document, anchors: Sequence[str]) -> int:
    return sum(_LINE * ceil(len(document.text(anchor)) / _WIDTH) for anchor in anchors)


def _height(document: Document, pair: Alignment, units: Sequence[str]) -> int:
    """What a phone needs for a place as long as nothing is unfolded, about."""
    shown, _ = few([found for unit in units for found in pair.links_of(document, unit)])
    return _HEAD + _ROW * len(shown) + _lines(pair.implementing, [found.source for found in shown])


def few(found: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """What is shown of it and what is folded, which is never a single one.

    >>> few([1, 2, 3, 4]), few([1, 2, 3, 4, 5])
    (([1, 2, 3, 4], []), ([1, 2, 3], [4, 5]))
    """
    shown = FEW if len(found) > FEW + 1 else len(found)
    return found[:shown], found[shown:]


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


def to_place(pair: Alignment, address: str, *, short: bool = False) -> str:
    """The implementing document, by its place if ``short``, as a link to its block; ``address`` is that of the page it stands on, "" for this one."""
    meta = pair.implementing.meta
    return f"{seal(pair.implementing)} {hyperlink(meta.place if short else meta.short_title, f'{address}#{place_id(pair)}')}"


def closeness_said(pair: Alignment, units: Sequence[str]) -> str:
    """接近度 83　同文 2，仅省 1; of what nobody has read only that."""
    score, found = closeness_of(pair, units), counted(pair, units)
    close = say("none.unreviewed") if score is None else say("taken.closeness", score=score)
    named = {AUTOMATIC: say("taken.found"), Coverage.UNREVIEWED: say("taken.not_found")} if score is None else {}
    counts = "，".join(
        say("home.count", name=named.get(state) or escape(state_name(pair, state)), count=found[state])
        for state in STATES
        if found.get(state)
    )
    return f"{close}　{counts}"


def state_form(state: str) -> str:
    """A state as filters call it: those of the rows of a comparison."""
    if state in list(Closeness):
        return FORMS[Closeness(state)]
    return "upper" if state in NONE else "auto" if state == AUTOMATIC else "unread"


def _place(document: Document, pair: Alignment, units: Sequence[str], up: str) -> str:
    """One implementing document: its words for every sentence, the first ones unfolded, what it lacks, what nobody has read."""
    other = pair.implementing
    rows = [_row(document, pair, units[0], unit, found, up) for unit in units for found in pair.links_of(document, unit)]
    shown, rest = map(_table, few(rows))
    if rest:
        rest = f'<details class="rest"><summary>{say("taken.rest", count=len(rows) - FEW)}</summary>\n{rest}\n</details>'
    without = " ".join(
        f'<span data-r="{state_form(state)}" data-u="{" ".join(left)}">{escape(state_name(pair, state))}：'
        f"{'、'.join(escape(place_in(document, units[0], unit)) for unit in left)}。</span>"
        for state in (*NONE, Coverage.UNREVIEWED)
        if (left := [unit for unit in units if state_of(pair, unit) == state])
    )
    said = f'<p class="meta">{without}</p>' if without else ""
    score = closeness_of(pair, units)
    close = "" if score is None else f' data-k="{score}"'
    name = hyperlink(other.meta.short_title, f"{up}{other.id}/index.md")
    head = f"<h3>{seal(other)} {name} <small>{closeness_said(pair, units)}</small></h3>"
    block = "\n".join(filter(None, [head, shown, rest, said]))
    return f'<section class="taker" id="{place_id(pair)}"{close}>\n{block}\n</section>'


def _row(document: Document, pair: Alignment, provision: str, unit: str, found: Link, up: str) -> str:
    other = pair.implementing
    row = hyperlink(say("compare.rows"), f"{up}{row_address(pair, document, unit)}#{row_id(found)}")
    return (
        f'<tr data-r="{form_of(found)}" data-u="{unit}"><th scope="row">{relation_label(found)}</th>'
        f"<td>{escape(place_in(document, provision, unit))}</td>"
        f'<td><span class="loc">{place(other, found.source, up)} {row}</span>'
        f"{quoted(other, found.source, marked(pair, found)[0])}{_note(found.note)}</td></tr>"
    )


def _table(rows: Sequence[str]) -> str:
    lines = "\n".join(rows)
    return f'<table class="pairs places"><tbody>\n{lines}\n</tbody></table>' if rows else ""


def _note(note: str) -> str:
    return f'<span class="why">{escape(note)}</span>' if note else ""
