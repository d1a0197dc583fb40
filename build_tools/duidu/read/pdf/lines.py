"""Glyphs → printed lines: those at one height, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ...text.raised import raised
from .glyphs import Glyph

APART = 0.5
"""So much of its size may a glyph's middle lie off the line's."""
WIDE_GAP = 0.8
"""A gap of so many sizes between Chinese characters is a space …"""
NARROW_GAP = 0.22
"""… and of so many between Latin letters or figures."""
SMALL = 0.8
"""A figure of so much of the line's size that stands above its middle is raised."""
_HAN = re.compile(r"[⺀-鿿　-〿＀-￯“”‘’—…]")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    widest_gap: tuple[float, float, float] = (0, 0, 0)
    """The widest gap inside: its width in sizes, and from where to where it reaches."""


def printed_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """The lines from top to bottom."""
    return [line for glyphs_of_line in _beside_each_other(glyphs) if (line := _line(glyphs_of_line)) is not None]


def _beside_each_other(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.middle, glyph.left)):
        if line and abs(glyph.middle - middle) > APART * max(size, glyph.size):
            yield line
            line = []
        if not line or (glyph.size > size and glyph.text.strip()):
            middle, size = glyph.middle, glyph.size
        line.append(glyph)
    if line:
        yield line


def _line(line: list[Glyph]) -> PrintedLine | None:
    ordered = _once(sorted(line, key=lambda glyph: glyph.left))
    inked = [glyph for glyph in ordered if glyph.text.strip()]
    if not inked:
        return None
    size = median(glyph.size for glyph in inked)
    pieces: list[str] = []
    gap = (0.0, 0.0, 0.0)
    before: Glyph | None = None
    for glyph in ordered:
        if before is not None:
            width = (glyph.left - before.right) / size
            gap = max(gap, (width, before.right, glyph.left))
            if _parted(before, glyph, width):
                pieces.append("　" if width > WIDE_GAP else " ")
        small = glyph.size < SMALL * size and glyph.text.isdecimal() and glyph.bottom < max(other.bottom for other in inked) - 0.1 * size
        pieces.append(raised(glyph.text, "superscript") if small else glyph.text)
        before = glyph
    text = "".join(pieces).strip()
    return PrintedLine(text, inked[0].left, min(g.top for g in inked), max(g.right for g in inked), max(g.bottom for g in inked), size, gap)


def _once(line: Sequence[Glyph]) -> list[Glyph]:
    """A bold that is made by printing twice is one character."""
    kept: list[Glyph] = []
    for glyph in line:
        if not any(other.text == glyph.text and abs(other.left - glyph.left) < 0.25 * glyph.size for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _parted(before: Glyph, glyph: Glyph, width: float) -> bool:
    if not before.text.strip() or not glyph.text.strip():
        return False
    if _HAN.match(before.text) or _HAN.match(glyph.text):
        return width > WIDE_GAP
    return width > NARROW_GAP
