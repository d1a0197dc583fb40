"""What speaks for a pair besides its words: the paragraphs it stands in, the pairs around it, what stands under two heads.

打造绿色工厂、绿色园区 may be found in several places; the one whose paragraph is about the same things is the counterpart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from ...model.anchor import Anchor
from .likeness import Matrix
from .profile import Profile

REACH = 2
"""How many sentences away a neighbour may be; 3 gives the same figures."""
FAINT = 0.02
"""Neighbours that share less are left out, for speed only."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The surroundings of every unit: of a sentence its paragraph, of a head all that stands under it."""

    own: tuple[int, ...]
    """Each unit's own block, by number."""
    around: tuple[tuple[int, ...], ...]
    """Each block's own number and those of the blocks it lies in."""
    sizes: tuple[int, ...]
    """How many units each block holds."""


def blocks(profiles: Sequence[Profile]) -> Blocks:
    """The blocks of one document, numbered in reading order."""
    names = {name: number for number, name in enumerate(dict.fromkeys(map(_block, profiles)))}
    around = tuple(tuple(names[above] for above in _upwards(name) if above in names) for name in names)
    own = tuple(names[_block(profile)] for profile in profiles)
    sizes = [0] * len(names)
    for block in own:
        for above in around[block]:
            sizes[above] += 1
    return Blocks(own, around, tuple(sizes))


def _block(profile: Profile) -> str:
    return profile.anchor if profile.is_head else profile.parent


def _upwards(block: str) -> list[str]:
    """h2-k1-p2 lies in itself, h2-k1 and h2."""
    return list(Anchor.parse(block).upwards())


def block_shares(likeness: Matrix, rows: Blocks, columns: Blocks) -> Matrix:
    """Likeness of every two blocks, as a share of the best either has (geometric mean of both shares)."""
    near: list[defaultdict[int, float]] = [defaultdict(float) for _ in rows.sizes]
    for block, cells in zip(rows.own, likeness, strict=True):
        for column, value in cells.items():
            near[block][columns.own[column]] += value
    sums: list[defaultdict[int, float]] = [defaultdict(float) for _ in rows.sizes]
    for block, totals in enumerate(near):
        for column, value in totals.items():
            for above in rows.around[block]:
                for over in columns.around[column]:
                    sums[above][over] += value
    return _shares([
        {column: value / sqrt(size * columns.sizes[column]) for column, value in cells.items()}
        for size, cells in zip(rows.sizes, sums, strict=True)
    ])  # fmt: skip


def _shares(values: Matrix) -> Matrix:
    best: defaultdict[int, float] = defaultdict(float)
    for cells in values:
        for column, value in cells.items():
            best[column] = max(best[column], value)
    tops = [max(cells.values(), default=0.0) for cells in values]
    return [
        {column: value / sqrt(top * best[column]) for column, value in cells.items() if value > 0}
        for top, cells in zip(tops, values, strict=True)
    ]


def neighbours(strength: Matrix, columns: int) -> Matrix:
    """For every pair, how strong the pairs around it are; those that keep the order on both sides count most."""
    found: list[defaultdict[int, float]] = [defaultdict(float) for _ in strength]
    for row, cells in enumerate(strength):
        strong = [(column, value) for column, value in cells.items() if value >= FAINT]
        for down, right, weight in _STEPS:
            if 0 <= row + down < len(strength):
                target = found[row + down]
                for column, value in strong:
                    if 0 <= column + right < columns:
                        target[column + right] += weight * value
    return list(found)


def _steps() -> list[tuple[int, int, float]]:
    span = range(-REACH, REACH + 1)
    pairs = [(down, right) for down in span for right in span if (down, right) != (0, 0)]
    return [(down, right, 1 / (1 + abs(down - right)) / max(abs(down), abs(right))) for down, right in pairs]


_STEPS = _steps()
