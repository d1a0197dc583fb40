"""Anchors that last: every unit gets the address it was published with, a new one a free one, and none is reused.

A new unit's address is the natural one if that was never used and its parent is new or its number printed;
otherwise its predecessor's with a letter (``h2-k1-p2a``). A unit that is gone stops the build until anchors.tsv says
what replaced it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..model.anchor import Anchor, letter_of, parent_path
from ..model.records import TEXTS, Marker, Outline, Unit
from ..model.registry import Registry, RegistryRow
from ..text.fold import fold
from .matching import Item, match
from .natural import lettered, own_anchor


@dataclass(frozen=True, slots=True)
class Published:
    """A text with its lasting anchors, and the registry as it is to be written."""

    outline: Outline
    registry: Registry
    """Live anchors in reading order, then the retired ones; rows of units that are gone stand as they were."""
    added: tuple[str, ...]
    changed: tuple[tuple[RegistryRow, str], ...]
    """Published row and new folded text of units whose text changed."""
    gone: tuple[RegistryRow, ...]
    """Published units that the text does not have any more and nothing replaces yet."""


def with_lasting_anchors(natural: Outline, registry: Registry) -> Published:
    """Carry the published anchors over to ``natural``, a text with natural anchors."""
    units = list(natural.walk())
    live = list(registry.live())
    found = match([Item(letter_of(row.anchor), row.folded) for row in live], [Item(letter_of(u.anchor), fold(u.text)) for u in units])
    kept = {id(units[new]): live[old].anchor for new, old in found.items()}
    outline = _Namer(natural, kept, registry.anchors()).outline()
    named = list(outline.walk())
    rows = [RegistryRow(unit.anchor, fold(unit.text)) for unit in named]
    matched = set(found.values())
    gone = tuple(row for position, row in enumerate(live) if position not in matched)
    return Published(
        outline,
        replace(registry, rows=(*rows, *gone, *registry.retired())),
        added=tuple(rows[new].anchor for new in range(len(rows)) if new not in found),
        changed=tuple(
            (live[old], rows[new].folded) for new, old in sorted(found.items()) if live[old].folded != rows[new].folded
        ),
        gone=gone,
    )  # fmt: skip


class _Namer:
    """Hands out anchors in reading order."""

    def __init__(self, natural: Outline, kept: Mapping[int, str], published: frozenset[str]) -> None:
        self.natural = natural
        self.kept = kept
        self.used = set(published)
        self.first_time = not published

    def outline(self) -> Outline:
        if self.first_time:
            return self.natural
        return replace(self.natural, units=self._siblings(self.natural.units, "", None, parent_is_new=False))

    def _siblings(self, units: tuple[Unit, ...], parent: str, above: Marker | None, *, parent_is_new: bool) -> tuple[Unit, ...]:
        named: list[Unit] = []
        counts: Counter[str] = Counter()
        last: dict[str, str] = {}
        for unit in units:
            counts[unit.kind] += 1
            anchor = self.kept.get(id(unit))
            is_new = anchor is None
            if anchor is None:
                counted = not (unit.marker and unit.marker.numbers) and unit.kind not in TEXTS
                wanted = own_anchor(unit, counts[unit.kind], parent) if counted else self._numbered(unit, parent, above)
                anchor = self._free(wanted, last.get(unit.kind), needs_letter=counted and not parent_is_new)
            last[unit.kind] = anchor
            children = self._siblings(unit.children, anchor, unit.marker, parent_is_new=is_new)
            named.append(replace(unit, anchor=anchor, children=children))
        return tuple(named)

    def _numbered(self, unit: Unit, parent: str, above: Marker | None) -> str:
        """The printed number below today's parent; kinds that run through the document have it in their natural anchor."""
        runs_through = not parent_path(unit.anchor) and bool(parent)
        return unit.anchor if runs_through or unit.kind in TEXTS else own_anchor(unit, 0, parent, above)

    def _free(self, wanted: str, predecessor: str | None, *, needs_letter: bool) -> str:
        if wanted not in self.used and not needs_letter:
            self.used.add(wanted)
            return wanted
        stem = _without_insertion(predecessor) if predecessor else _before_the_first(wanted)
        free = next(candidate for candidate in lettered(stem) if candidate not in self.used)
        self.used.add(free)
        return free


def _without_insertion(anchor: str) -> str:
    """What is put in behind h2-k1-p2a is h2-k1-p2b."""
    whole = Anchor.parse(anchor)
    last = whole.steps[-1]
    return anchor if last.number is None else str(whole.parent.below(replace(last, insertion="")))


def _before_the_first(anchor: str) -> str:
    """What is put in before h2-k1-p1 is h2-k1-p0a."""
    whole = Anchor.parse(anchor)
    last = whole.steps[-1]
    if last.insertion or last.number is None:
        return anchor
    return str(whole.parent.below(replace(last, number=0) if last.branch is None else replace(last, branch=0)))
