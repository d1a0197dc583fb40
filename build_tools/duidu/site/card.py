"""The pictures that go with shared links, drawn from the corpus at build: of the site its name and the seals of its levels, of a document
its title, issuer and date.

They need a Chinese font on the machine that builds; where there is none no picture is made, and pages name none.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from ..model.levels import Level
from ..render.line_breaks import words
from .fonts import font_for

CARD = "assets/card.png"
SIZE = (1200, 630)
_PAPER, _RED, _BLUE, _ON, _BAND, _EDGE = "#fbf8f1", "#ab2418", "#1d5576", "#fffaf2", "#f6e3a1", "#85796a"
_INK, _GREY = "#211c17", "#5c5348"
"""The stylesheet's colours by day."""
_SIZES = (84, 76, 68, 60, 52, 46)
"""Of a title, in pixels; the first that fits is taken."""
_ROOM = 250
"""The height that a title has."""


def card(name: str, levels: Sequence[Level]) -> bytes | None:
    """The picture as PNG; None without a font that has every character."""
    font = font_for(name + "".join(level.seal for level in levels))
    if font is None:
        return None
    image, draw = _sheet()
    _seals(draw, font, levels)
    size = min(96, int((SIZE[0] - 160) / max(len(name), 1)))
    draw.text((SIZE[0] / 2, 480 if levels else 336), name, _RED, font.font_variant(size=size), anchor="mm")
    return _png(image)


def document_card(site: str, level: Level, place: str, title: str, below: str) -> bytes | None:
    """The picture of a document as PNG: seal and place, the title in as many lines as it needs, a line below it (issuer and date), the
    site's name at the foot; None without a font that has every character.
    """
    font = font_for("".join((site, level.seal, place, title, below)))
    if font is None:
        return None
    image, draw = _sheet()
    left, right = 90, SIZE[0] - 90
    _seal(draw, font, level, left, 92, 84)
    draw.text((left + 108, 134), place, _GREY, font.font_variant(size=40), anchor="lm")
    size, lines = _fitted(title, right - left)
    large = font.font_variant(size=size)
    step = round(size * 1.4)
    top = 216 + (_ROOM - step * len(lines)) // 2
    for number, line in enumerate(lines):
        draw.text((left, top + step * number + step / 2), line, _RED, large, anchor="lm")
    draw.text((left, 496), below, _INK, _narrow(font, below, 36, right - left), anchor="lm")
    draw.line((left, 540, right, 540), _EDGE)
    draw.text((right, 582), site, _GREY, _narrow(font, site, 32, right - left), anchor="rm")
    return _png(image)


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Paper with a thick and a thin line at its top."""
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 26), _RED)
    draw.rectangle((0, 36, SIZE[0], 42), _RED)
    return image, draw


def _png(image: Image.Image) -> bytes:
    """Few colours and no hard packing: 14 ms a picture, where the smallest would take 110."""
    written = io.BytesIO()
    image.quantize(64, method=Image.Quantize.FASTOCTREE).save(written, "PNG", compress_level=6)
    return written.getvalue()


def _fitted(title: str, width: int) -> tuple[int, list[str]]:
    """The largest size in which a title fits, and its lines, broken between words; what is longer than any real title ends in ……."""
    for size in _SIZES:
        lines = list(_lines(title, width // size))
        if len(lines) * round(size * 1.4) <= _ROOM:
            return size, lines
    most = _ROOM // round(size * 1.4)
    return size, [*lines[: most - 1], lines[most - 1][: width // size - 2] + "……"]


def _lines(text: str, most: int) -> Iterator[str]:
    """Lines of at most so many characters, broken between words; a word that is longer than a line is broken anywhere."""
    line = ""
    for word in words(text):
        if line and len(line) + len(word) > most:
            yield line
            line = ""
        line += word
        while len(line) > most:
            yield line[:most]
            line = line[most:]
    if line:
        yield line


def _narrow(font: ImageFont.FreeTypeFont, text: str, size: int, width: int) -> ImageFont.FreeTypeFont:
    """The font in a size in which a line fits."""
    return font.font_variant(size=min(size, width // max(len(text), 1)))


def _seals(draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, levels: Sequence[Level]) -> None:
    """The levels from left to right, the higher ones filled, a band from each to the next."""
    if not levels:
        return
    side = 180
    gap = min(220, (SIZE[0] - 160 - side * len(levels)) // max(len(levels) - 1, 1))
    left, top = (SIZE[0] - side * len(levels) - gap * (len(levels) - 1)) // 2, 140
    for place, level in enumerate(levels):
        at = left + place * (side + gap)
        if place:
            draw.rectangle((at - gap + 20, top + 50, at - 20, top + 130), _BAND, _EDGE)
        _seal(draw, font, level, at, top, side)


def _seal(draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, level: Level, left: int, top: int, side: int) -> None:
    fill, ink = (_RED, _ON) if level.upper else (_PAPER, _BLUE)
    draw.rectangle((left, top, left + side, top + side), fill, _RED if level.upper else _BLUE, max(side // 22, 3))
    draw.text((left + side / 2, top + side / 2), level.seal, ink, font.font_variant(size=round(side * 0.72)), anchor="mm")
