"""A Chinese font of the machine that builds, for the pictures of shared links; where there is none they are not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

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


def font_for(text: str) -> ImageFont.FreeTypeFont | None:
    """The first font that has every character of a text; None where none has."""
    characters = {character for character in text if not character.isspace()}
    return next((font for file in _files(_FOLDERS) for font in _faces(file) if characters <= _had(font, frozenset(characters))), None)


@cache
def _files(folders: tuple[str, ...]) -> tuple[Path, ...]:
    """The fonts that are there, the best first."""
    files = {file.stem: file for folder in folders for file in sorted(Path(folder).expanduser().rglob("*.[otOT]t[fcFC]"))}
    return tuple(files[name] for name in _FONTS if name in files)


@cache
def _faces(file: Path) -> tuple[ImageFont.FreeTypeFont, ...]:
    """The faces of a font file, those for the mainland first."""
    faces = list(_opened(file))
    faces.sort(key=lambda face: not any(sign in str(face.getname()[0]).split() for sign in _MAINLAND))
    return tuple(faces)


def _opened(file: Path) -> Iterator[ImageFont.FreeTypeFont]:
    for index in range(_FACES):
        try:
            yield ImageFont.truetype(str(file), 40, index)
        except OSError:
            return


def _had(font: ImageFont.FreeTypeFont, characters: frozenset[str]) -> frozenset[str]:
    """Those of the characters that a font has."""
    return frozenset(character for character in characters if _has(font, character))


@cache
def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    """Whether what it draws is something else than its sign for what is missing."""
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))
