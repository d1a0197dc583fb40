"""Numbers across the tree: which units are numbered side by side, and which kinds count through the whole document."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Kind, Outline, Unit


def running_kinds(parsed: Outline) -> frozenset[Kind]:
    """The kinds whose numbers run through the document: under every further parent they go on where they stood."""
    sequences: dict[Kind, list[list[int]]] = {}
    for siblings in sibling_groups(parsed):
        for kind in {unit.kind for unit in siblings if unit.marker and unit.marker.numbers}:
            numbers = [unit.marker.numbers[-1] for unit in siblings if unit.kind is kind and unit.marker]
            sequences.setdefault(kind, []).append(numbers)
    running = {kind for kind, groups in sequences.items() if len(groups) > 1 and all(group[0] > 1 for group in groups[1:])}
    return frozenset(running) | ({Kind.ARTICLE} if Kind.ARTICLE in sequences and _runs(sequences[Kind.ARTICLE]) else frozenset())


def _runs(groups: list[list[int]]) -> bool:
    return len(groups) == 1 or any(group[0] > 1 for group in groups[1:])


def sibling_groups(parsed: Outline) -> Iterator[tuple[Unit, ...]]:
    """All units below one parent, for every parent, in reading order."""
    yield parsed.units
    for unit in parsed.walk():
        if unit.children:
            yield unit.children
