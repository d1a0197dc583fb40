"""The picture that goes with a shared link: the site's name and the seals of its levels, drawn from the corpus at build.

It needs a Chinese font on the machine that builds; where there is none no picture is made, and pages name none.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ..model.levels import Level

CARD = "assets/card.png"
SIZE = (1200, 630)
_PAPER, _RED, _BLUE, _ON, _BAND, _EDGE = "#fbf8f1", "#ab2418", "#1d5576", "#fffaf2", "#f6e3a1", "#85796a"
"""The stylesheet's colours by day."""
_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
    "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_FONTS = (
    "NotoSerifCJK-Bold", "NotoSerifCJKsc-Bold", "NotoSerifSC-Bold", "SourceHanSerifSC-Bold", "SourceHanSerif-Bold", "NotoSerifCJK-Regular",
    "Songti", "STSong", "simsun", "NotoSansCJK-Bold", "NotoSansCJKsc-Bold", "NotoSansSC-Bold", "SourceHanSansSC-Bold", "NotoSansCJK-Regular",
    "PingFang", "STHeiti Medium", "msyhbd", "msyh", "simhei", "wqy-zenhei", "wqy-microhei", "DroidSansFallbackFull",
)  # fmt: skip
"""File names without their ending; the first that is there and has all characters is taken: a serif, as the texts have."""
_FACES = 8
"""So many faces of a collection are looked at for the mainland's forms of the characters."""
_MAINLAND = ("SC", "GB", "CN")


def card(name: str, levels: Sequence[Level]) -> bytes | None:
    """The picture as PNG; None without a font that has every character."""
    font = _font(name + "".join(level.seal for level in levels))
    if font is None:
        return None
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 26), _RED)
    draw.rectangle((0, 36, SIZE[0], 42), _RED)
    _seals(draw, font, levels)
    size = min(96, int((SIZE[0] - 160) / max(len(name), 1)))
    draw.text((SIZE[0] / 2, 480 if levels else 336), name, _RED, font.font_variant(size=size), anchor="mm")
    written = io.BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


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
        fill, ink = (_RED, _ON) if level.upper else (_PAPER, _BLUE)
        draw.rectangle((at, top, at + side, top + side), fill, _RED if level.upper else _BLUE, 8)
        draw.text((at + side / 2, top + side / 2), level.seal, ink, font.font_variant(size=130), anchor="mm")


def _font(characters: str) -> ImageFont.FreeTypeFont | None:
    files = {file.stem: file for folder in _FOLDERS for file in sorted(Path(folder).expanduser().rglob("*.[otOT]t[fcFC]"))}
    for name in _FONTS:
        if name in files and (font := next(_having(files[name], characters), None)):
            return font
    return None


def _having(file: Path, characters: str) -> Iterator[ImageFont.FreeTypeFont]:
    """The faces of a font file that have all characters, those for the mainland first."""
    faces: list[ImageFont.FreeTypeFont] = []
    for index in range(_FACES):
        try:
            faces.append(ImageFont.truetype(str(file), 40, index))
        except OSError:
            break
    faces.sort(key=lambda face: not any(sign in str(face.getname()[0]).split() for sign in _MAINLAND))
    for face in faces:
        missing = bytes(face.getmask("\uffff"))
        if all(bytes(face.getmask(character)) != missing for character in characters if not character.isspace()):
            yield face
