"""Characters that stand on their side on a page that otherwise does not: those of a cell set downwards (重点工作（2024年）), or one in a line.

A browser turns the figures and letters of text set downwards and leaves Chinese characters upright; Word turns all of them.
What is neither in a table nor alone between characters of a line (a watermark, a binding margin) is none of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .glyphs import Glyph, Turn

COLUMN = 0.6
"""So far, in sizes, may the middles of one column lie apart."""
BESIDE = 0.6
"""A character of the line is no further away than this, in sizes."""
MOST_SINGLE = 500
"""More on a page are no single characters."""
_SQUARE = 24.0


def downwards(glyphs: Sequence[Glyph]) -> list[str] | None:
    """The columns of a cell that is set downwards (or upwards) in reading order; None for one that is not."""
    inked = [glyph for glyph in glyphs if glyph.text.strip()]
    turned = [glyph for glyph in inked if glyph.turn is not Turn.NONE]
    if not turned:
        return None
    size = max(glyph.size for glyph in inked)
    centres = [_centre(glyph) for glyph in inked]
    if len(turned) * 2 < len(inked) and max(centres) - min(centres) > COLUMN * size:
        return None
    sign = -1 if turned[0].turn is Turn.RIGHT else 1
    columns: list[list[Glyph]] = []
    for glyph in sorted(inked, key=lambda glyph: sign * _centre(glyph)):
        if columns and abs(_centre(columns[-1][0]) - _centre(glyph)) <= COLUMN * size:
            columns[-1].append(glyph)
        else:
            columns.append([glyph])
    return ["".join(glyph.text for glyph in sorted(column, key=lambda glyph: -sign * glyph.middle)) for column in columns]


def single_in_lines(turned: Sequence[Glyph], upright: Iterable[Glyph]) -> list[Glyph]:
    """Those that stand alone in a line of upright characters: beside one of them, and beside no other that is turned."""
    if not turned or len(turned) > MOST_SINGLE:
        return []
    places: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in upright:
        if glyph.text.strip() and len(at := places[_square(glyph)]) < MOST_SINGLE:
            at.append(glyph)
    alone = [one for one in turned if not any(other is not one and _near(one, other, 1.5) for other in turned)]
    return [one for one in alone if _fits(one, [other for square in _around(one) for other in places.get(square, ())])]


def _fits(one: Glyph, others: Sequence[Glyph]) -> bool:
    level = [other for other in others if abs(other.middle - one.middle) <= COLUMN * other.size]
    gaps = [max(other.left - one.right, one.left - other.right) / other.size for other in level]
    return bool(gaps) and min(gaps) > -COLUMN / 2 and min(gaps) <= BESIDE


def _near(one: Glyph, other: Glyph, sizes: float) -> bool:
    return max(abs(_centre(one) - _centre(other)), abs(one.middle - other.middle)) <= sizes * max(one.size, other.size)


def _centre(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _square(glyph: Glyph) -> tuple[int, int]:
    return int(_centre(glyph) // _SQUARE), int(glyph.middle // _SQUARE)


def _around(glyph: Glyph) -> list[tuple[int, int]]:
    column, row = _square(glyph)
    return [(column + right, row + down) for right in (-2, -1, 0, 1, 2) for down in (-1, 0, 1)]
