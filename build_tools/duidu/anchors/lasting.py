"""Anchors that last: every unit gets the address it was published with, a new one a free one, and none is reused.

A new unit's address is the natural one if that was never used and its parent is new or its number printed;
otherwise its predecessor's with a letter (``h2-k1-p2a``). A unit that is gone stops the build until anchors.tsv says
what replaced it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import product
from string import ascii_lowercase

from ..model.faults import Fault
from ..model.records import Marker, Outline, Unit
from ..read.registry import GONE, Registry, Row, parent_path
from ..text.fold import fold
from .matching import Item, likeness, match
from .natural import own_anchor


@dataclass(frozen=True, slots=True)
class Published:
    """A text with its lasting anchors, and the registry as it is to be written."""

    outline: Outline
    registry: Registry
    """Live anchors in reading order, then the retired ones; rows of units that are gone stand as they were."""
    added: tuple[str, ...]
    changed: tuple[tuple[Row, str], ...]
    """Published row and new folded text of units whose text changed."""
    gone: tuple[Row, ...]
    """Published units that the text does not have any more and nothing replaces yet."""


def with_lasting_anchors(natural: Outline, registry: Registry) -> Published:
    """Carry the published anchors over to ``natural``, a text with natural anchors."""
    units = list(natural.walk())
    live = list(registry.live())
    found = match([Item(letter_of(row.anchor), row.folded) for row in live], [Item(letter_of(u.anchor), fold(u.text)) for u in units])
    kept = {id(units[new]): live[old].anchor for new, old in found.items()}
    outline = _Namer(natural, kept, registry.anchors()).outline()
    named = list(outline.walk())
    rows = [Row(unit.anchor, fold(unit.text)) for unit in named]
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


def letter_of(anchor: str) -> str:
    """The letter (or word) of the unit an anchor names: ``t`` of ``h2-k1-p1-t2``, ``a`` of ``a120-b1``."""
    steps = [re.sub(r"[0-9].*", "", step) for step in anchor.split("-")]
    return steps[-2] if steps[-1] == "b" and len(steps) > 1 else steps[-1]


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
                counted = not (unit.marker and unit.marker.numbers)
                wanted = own_anchor(unit, counts[unit.kind], parent) if counted else self._numbered(unit, parent, above)
                anchor = self._free(wanted, last.get(unit.kind), needs_letter=counted and not parent_is_new)
            last[unit.kind] = anchor
            children = self._siblings(unit.children, anchor, unit.marker, parent_is_new=is_new)
            named.append(replace(unit, anchor=anchor, children=children))
        return tuple(named)

    def _numbered(self, unit: Unit, parent: str, above: Marker | None) -> str:
        """The printed number below today's parent; kinds that run through the document have it in their natural anchor."""
        runs_through = not parent_path(unit.anchor) and bool(parent)
        return unit.anchor if runs_through else own_anchor(unit, 0, parent, above)

    def _free(self, wanted: str, predecessor: str | None, *, needs_letter: bool) -> str:
        if wanted not in self.used and not needs_letter:
            self.used.add(wanted)
            return wanted
        stem = re.sub(r"(?<=[0-9])[a-z]+$", "", predecessor) if predecessor else re.sub(r"[0-9]+$", "0", wanted)
        free = next(candidate for candidate in _lettered(stem) if candidate not in self.used)
        self.used.add(free)
        return free


def _lettered(stem: str) -> Iterator[str]:
    for length in range(1, 4):
        for letters in product(ascii_lowercase, repeat=length):
            yield stem + "".join(letters)


def anchor_faults(published: Published) -> Iterator[Fault]:
    """Duplicate anchors, published units that are gone, and replacements that lead nowhere."""
    path = published.outline.raw.path
    seen: dict[str, Unit] = {}
    for unit in published.outline.walk():
        if unit.anchor in seen:
            yield Fault(
                path, unit.line, unit.column, "ANC001", f"地址 {unit.anchor} 与第 {seen[unit.anchor].line} 行的单位重复",
                "核对两处的编号，或用 document.yml 的 lines 指定这一行的身份",
            )  # fmt: skip
        seen.setdefault(unit.anchor, unit)
    yield from _gone_faults(published)
    yield from _replacement_faults(published, frozenset(seen))


def _gone_faults(published: Published) -> Iterator[Fault]:
    for row in published.gone:
        suggested = _successor(row, published) or GONE
        text = row.folded if len(row.folded) <= 24 else row.folded[:23] + "…"
        yield Fault(
            published.registry.path, row.line, 1, "ANC002", f"已发布的 {row.anchor}（{text}）在正文里找不到了",
            f"在这一行第三栏写上代替它的地址，没有代替的写 -；看来应为：{row.anchor}<制表符>…<制表符>{suggested}",
        )  # fmt: skip


def _successor(row: Row, published: Published) -> str:
    """The unit that seems to have taken the text in: the one that has most of it, else the nearest ancestor still there."""
    letter = letter_of(row.anchor)
    candidates = [unit for unit in published.outline.walk() if letter_of(unit.anchor) == letter]
    scored = [(likeness(row.folded, fold(unit.text)), -place, unit.anchor) for place, unit in enumerate(candidates)]
    score, _, anchor = max(scored, default=(0.0, 0, ""))
    if score >= 0.4:
        return anchor
    live = {unit.anchor for unit in published.outline.walk()}
    above = parent_path(row.anchor)
    while above and above not in live:
        above = parent_path(above)
    return above


def _replacement_faults(published: Published, live: frozenset[str]) -> Iterator[Fault]:
    """Replacements that do not exist or lead in a circle, and rows that retire a unit whose text still stands."""
    path = published.registry.path
    known = live | published.registry.anchors()
    added = {fold(unit.text): unit.anchor for unit in published.outline.walk() if unit.anchor in published.added}
    replaced = {row.anchor: row.replaced_by for row in published.registry.retired()}
    for row in published.registry.retired():
        if row.replaced_by != GONE and row.replaced_by not in known:
            near = get_close_matches(row.replaced_by, sorted(live), 1, 0.4)
            hint = f"最接近的是 {near[0]}" if near else "核对第三栏"
            yield Fault(path, row.line, 1, "ANC003", f"代替 {row.anchor} 的地址 {row.replaced_by} 不存在", hint)
        elif _circles(row.anchor, replaced):
            yield Fault(path, row.line, 1, "ANC003", f"{row.anchor} 的代替者又回到它自己", "第三栏写上今天仍在用的地址，或 -")
        elif row.folded in added and letter_of(added[row.folded]) == letter_of(row.anchor):
            yield Fault(path, row.line, 1, "ANC005", f"{row.anchor} 标为已废，它的文字却还在正文里", "把第三栏清空，保住原来的地址")


def _circles(anchor: str, replaced: Mapping[str, str]) -> bool:
    seen = {anchor}
    while (anchor := replaced.get(anchor, "")) in replaced:
        if anchor in seen:
            return True
        seen.add(anchor)
    return False
