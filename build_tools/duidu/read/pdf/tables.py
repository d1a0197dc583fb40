"""Ruled tables of a page: the grid that lines make, and the cells that no line parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.reading import ABOVE, LEFT
from .glyphs import Area, Glyph
from .lines import printed_lines
from .sideways import downwards

NEAR = 3.0
"""Lines that miss each other by no more, in points, meet."""
SHORTEST = 8.0
MOST_RULES = 5000
"""A page with more lines is a drawing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's place and its cells, row by row; a merged cell stands in its first place, the others are ""."""

    area: Area
    cells: tuple[tuple[str, ...], ...]
    glyphs: tuple[Glyph, ...]
    """All that is printed in it."""


def tables(rules: Sequence[Area], glyphs: Sequence[Glyph]) -> list[Table]:
    """The tables of a page, from top to bottom; a frame around text is one of a single cell."""
    if len(rules) > MOST_RULES:
        return []
    found = [table for group in _connected(rules) if (table := _table(group, glyphs)) is not None]
    return sorted(found, key=lambda table: table.area.top)


def _connected(rules: Sequence[Area]) -> Iterator[list[Area]]:
    """Rules that touch, directly or through others."""
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    order = sorted(range(len(rules)), key=lambda index: rules[index].top)
    active: list[int] = []
    for index in order:
        rule = rules[index]
        active = [other for other in active if rules[other].bottom >= rule.top - NEAR]
        for other in active:
            if rules[other].left <= rule.right + NEAR and rule.left <= rules[other].right + NEAR:
                parents[root(other)] = root(index)
        active.append(index)
    groups: dict[int, list[Area]] = {}
    for index in range(len(rules)):
        groups.setdefault(root(index), []).append(rules[index])
    return iter(groups.values())


def _table(group: Sequence[Area], glyphs: Sequence[Glyph]) -> Table | None:
    flat = [rule for rule in group if rule.right - rule.left > max(rule.bottom - rule.top, SHORTEST)]
    tall = [rule for rule in group if rule.bottom - rule.top > max(rule.right - rule.left, SHORTEST)]
    across = _edges([(rule.top + rule.bottom) / 2 for rule in flat])
    down = _edges([(rule.left + rule.right) / 2 for rule in tall])
    if len(across) < 2 or len(down) < 2:
        return None
    area = Area(down[0], across[0], down[-1], across[-1])
    inside = [g for g in glyphs if area.left <= (g.left + g.right) / 2 <= area.right and area.top <= g.middle <= area.bottom]
    if not any(glyph.text.strip() for glyph in inside):
        return None
    first = _merged(across, down, flat, tall)
    contents: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in inside:
        place = first[_between(across, glyph.middle), _between(down, (glyph.left + glyph.right) / 2)]
        contents.setdefault(place, []).append(glyph)
    cells = tuple(
        tuple(_cell(first[row, column], (row, column), contents) for column in range(len(down) - 1)) for row in range(len(across) - 1)
    )
    return Table(area, cells, tuple(inside))


def _cell(first: tuple[int, int], place: tuple[int, int], contents: Mapping[tuple[int, int], Sequence[Glyph]]) -> str:
    """The words at a place of the grid; what reaches over it begins at ``first``."""
    if first == place:
        inside = contents.get(place, [])
        return joined(downwards(inside) or [line.text for line in printed_lines(inside)])
    return LEFT if first[0] == place[0] else ABOVE


def joined(lines: Sequence[str]) -> str:
    """The lines of a cell as one: Latin words are parted, Chinese ones not."""
    text = ""
    for line in lines:
        text += " " + line if text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum() else line
    return text


def _edges(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _between(edges: Sequence[float], place: float) -> int:
    return max(0, min(sum(edge <= place for edge in edges) - 1, len(edges) - 2))


def _merged(
    across: Sequence[float], down: Sequence[float], flat: Sequence[Area], tall: Sequence[Area]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every place of the grid the first place of the cell it belongs to: places that no line parts are one cell."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(across) - 1):
        middle = (across[row] + across[row + 1]) / 2
        for column in range(len(down) - 1):
            centre = (down[column] + down[column + 1]) / 2
            place = (row, column)
            if column and not any(
                abs((r.left + r.right) / 2 - down[column]) <= NEAR and r.top - NEAR <= middle <= r.bottom + NEAR for r in tall
            ):
                place = first[row, column - 1]
            elif row and not any(
                abs((r.top + r.bottom) / 2 - across[row]) <= NEAR and r.left - NEAR <= centre <= r.right + NEAR for r in flat
            ):
                place = first[row - 1, column]
            first[row, column] = place
    return first
