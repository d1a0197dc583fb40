"""Published addresses whose units are gone, settled: what replaced each of them, or that nothing did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..model.anchor import Anchor, is_below, letter_of
from ..model.records import Unit
from ..model.registry import GONE, RegistryRow
from ..text.fold import fold
from .lasting import Published
from .matching import likeness

SAME_TEXT = 0.4
"""From this likeness on a unit is taken to have received the text of a gone one."""


def gone_tops(published: Published) -> list[RegistryRow]:
    """The gone units that lie in no other gone unit, in the file's order: the paragraph, not its sentences."""
    gone = {row.anchor for row in published.gone}
    return [row for row in published.gone if not any(above in gone for above in Anchor.parse(row.anchor).parent.upwards())]


def successor(row: RegistryRow, published: Published) -> str:
    """The unit that seems to have taken a gone unit's text in, "" where none has a good part of it."""
    return _likest(row, published.outline.walk())


def _likest(row: RegistryRow, units: Iterable[Unit]) -> str:
    candidates = [unit for unit in units if letter_of(unit.anchor) == letter_of(row.anchor)]
    scored = [(likeness(row.folded, fold(unit.text)), -place, unit.anchor) for place, unit in enumerate(candidates)]
    score, _, anchor = max(scored, default=(0.0, 0, ""))
    return anchor if score >= SAME_TEXT else ""


def replacements(published: Published, tops: Iterable[str], by: str) -> Mapping[str, str]:
    """What replaces each gone address under ``tops``: ``by`` or the unit below it that has the same text; ``-`` where ``by`` is "".

    Returns gone anchor → live anchor or ``-``. ``by`` must be an anchor of the text or "".
    """
    below = [unit for unit in published.outline.walk() if by and is_below(unit.anchor, by)]
    return {
        row.anchor: (by if row.anchor == top else _likest(row, below) or by) if by else GONE
        for top in tops
        for row in published.gone
        if is_below(row.anchor, top)
    }


def with_replacements(rows: Iterable[RegistryRow], replaced: Mapping[str, str]) -> tuple[RegistryRow, ...]:
    """The rows of a registry with the third column filled in."""
    return tuple(replace(row, replaced_by=replaced[row.anchor]) if row.anchor in replaced else row for row in rows)
