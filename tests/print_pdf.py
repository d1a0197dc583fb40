"""PDFs made by the tests: lines at places, as office programs print them, in a font that no file brings along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 80.0, 100.0
SIZE, LEADING = 16.0, 28.0
PER_LINE = 27
"""Characters of a full line of text."""


Line = tuple[float, float, float, str]
Rule = tuple[float, float, float, float]


@dataclass
class Sheet:
    """A page: (left, top, size, text) for every printed line, and (left, top, right, bottom) for every ruled one."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    scanned: bool = False
    """Whether a picture covers the page."""
    turned: int = 0
    """By how many degrees what stands on it is turned to the left: a wide table on a high page."""
    sideways: list[Line] = field(default_factory=list)
    """Lines that stand on their side and read downwards from this place."""


def pdf(sheets: Iterable[Sheet]) -> bytes:
    """The file."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = BytesIO()
    drawn = canvas.Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    for sheet in sheets:
        if sheet.turned:
            drawn.rotate(sheet.turned)
            drawn.translate(*((0, -HEIGHT) if sheet.turned > 0 else (-HEIGHT, WIDTH - HEIGHT)))
        for left, top, size, text in sheet.lines:
            drawn.setFont(FONT, size)
            drawn.drawString(left, HEIGHT - top - size, text)
        for left, top, size, text in sheet.sideways:
            drawn.saveState()
            drawn.translate(left, HEIGHT - top)
            drawn.rotate(-90)
            drawn.setFont(FONT, size)
            drawn.drawString(0, 0, text)
            drawn.restoreState()
        for left, top, right, bottom in sheet.rules:
            drawn.line(left, HEIGHT - top, right, HEIGHT - bottom)
        if sheet.scanned:
            drawn.drawInlineImage(Image.new("1", (8, 8)), 0, 0, WIDTH, HEIGHT)
        drawn.showPage()
    drawn.save()
    return file.getvalue()


def _width(text: str) -> float:
    """How many Chinese characters a text is as wide as."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def wrapped(paragraph: str) -> Iterator[tuple[float, str]]:
    """The printed lines of a paragraph that is indented by two: from where on, and what."""
    rest = "　　" + paragraph
    while rest:
        cut = next((at for at in range(1, len(rest)) if _width(rest[: at + 1]) > PER_LINE), len(rest))
        cut += rest[cut : cut + 1] in tuple("，。；：、）")
        line, rest = rest[:cut], rest[cut:]
        yield LEFT + SIZE * (len(line) - len(line.lstrip("　"))), line.strip("　")


def set_text(title: Sequence[str], paragraphs: Iterable[str], per_page: int = 22) -> list[Sheet]:
    """Pages of a document: title in the middle, paragraphs indented by two and wrapped, — 1 — at the foot."""
    lines: list[tuple[float, float, str]] = [((WIDTH - 22 * len(line)) / 2, 22.0, line) for line in title]
    for paragraph in paragraphs:
        lines += [(left, SIZE, line) for left, line in wrapped(paragraph)]
    sheets: list[Sheet] = []
    for start in range(0, len(lines), per_page):
        sheet = Sheet([(left, TOP + LEADING * row, size, text) for row, (left, size, text) in enumerate(lines[start : start + per_page])])
        sheet.lines.append((WIDTH / 2 - 20, HEIGHT - 60, 14.0, f"— {len(sheets) + 1} —"))
        sheets.append(sheet)
    return sheets


def grid(left: float, top: float, columns: Sequence[float], rows: int, height: float = 30.0) -> list[Rule]:
    """The ruled lines of a table whose columns are so wide."""
    right, bottom = left + sum(columns), top + rows * height
    across = [(left, top + row * height, right, top + row * height) for row in range(rows + 1)]
    places = [left + sum(columns[:count]) for count in range(len(columns) + 1)]
    return across + [(place, top, place, bottom) for place in places]
