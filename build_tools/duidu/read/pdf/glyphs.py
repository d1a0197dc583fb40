"""A PDF's pages → what is printed on them: glyphs, ruled lines and pictures, each with its place in points from the top left."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from io import BytesIO
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from ...model.reading import Refused
from .characters import REGIONAL, plain

THICKEST_RULE = 3.0
"""A filled rectangle that is no thicker, in points, is a line."""
MOST_PAGES = 1500
MOST_DRAWN = 400_000
"""Characters and shapes: each takes some 40 microseconds, and the longest law has a quarter of it."""
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_BROKEN = "PDF 文件已损坏，读不出来"
_AGAIN = "重新取得这份文件，或在阅读程序里打开、打印成新的 PDF"

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class Turn(Enum):
    """How text stands on its page."""

    NONE = 0
    LEFT = 1
    """It reads from the foot of the page upwards."""
    RIGHT = -1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character. ``top`` and ``bottom`` count downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: Turn = Turn.NONE
    """How it stands among the others of its page."""

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Area:
    """A ruled line or a picture."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class PrintedPage:
    """One page."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Area] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    sideways: list[Glyph] = field(default_factory=list)
    """Characters that stand on their side."""
    turned: int = 0
    """Characters that stand neither as the page nor on their side."""
    unmapped: int = 0
    """Characters of which the file does not say what they are."""


class _Pages(PDFLayoutAnalyzer):
    """Keeps the page as it is drawn, without the library's own guesses at lines and columns."""

    page: LTPage | None = None
    drawn = 0

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        """Called by the library with each character. Raises Refused when there are more than any text has."""
        self._count()
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        """Called by the library with each shape. Raises Refused like ``render_char``."""
        self._count()
        super().paint_path(*args, **kwargs)

    def _count(self) -> None:
        self.drawn += 1
        if self.drawn > MOST_DRAWN:
            raise Refused(f"PDF 里的字和线条超过 {MOST_DRAWN} 个，不像一份文件", "用 PDF 程序拆成几份，再分别加入")

    def receive_layout(self, ltpage: LTPage) -> None:
        """Called by the library with each finished page."""
        self.page = ltpage


def pages(data: bytes) -> Iterator[PrintedPage]:
    """The pages of a PDF in order. Raises Refused for one that is locked or broken."""
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        resources = PDFResourceManager()
        device = _Pages(resources, laparams=None)
        interpreter = PDFPageInterpreter(resources, device)
        for number, page in enumerate(PDFPage.create_pages(document)):
            if number >= MOST_PAGES:
                raise Refused(f"PDF 有 {MOST_PAGES} 页以上", "拆成几份，再分别加入")
            interpreter.process_page(page)
            if device.page is not None:
                yield _printed(device.page)
    except PDFPasswordIncorrect:
        raise Refused("PDF 加了密码", "打开之后去掉密码，再保存") from None
    except (Refused, GeneratorExit):
        raise
    except Exception:  # whatever the library raises over bytes that others made, the file cannot be read
        raise Refused(_BROKEN, _AGAIN) from None


def _printed(page: LTPage) -> PrintedPage:
    items = list(_items(page))
    turns = Counter(_turn_of(item) for item in items if isinstance(item, LTChar) and item.get_text().strip())
    most = turns.most_common(1)[0][0] if turns else Turn.NONE
    turn = Turn.NONE if most is Turn.OTHER else most  # a wide table is printed sideways: then the page is turned
    found = PrintedPage(page.width, page.height) if turn is Turn.NONE else PrintedPage(page.height, page.width)
    for item in items:
        if isinstance(item, LTChar):
            _glyph(item, page, found, turn)
        elif isinstance(item, LTImage):
            found.pictures.append(_area(item, page, turn))
        elif isinstance(item, LTCurve):
            found.rules.extend(_rules(_area(item, page, turn)))
    return found


def _items(page: LTPage) -> Iterator[LTComponent]:
    pending: list[LTComponent] = [page]
    while pending:
        item = pending.pop()
        if isinstance(item, LTContainer):
            pending.extend(reversed(list(item)))
        else:
            yield item


def _turn_of(item: LTChar) -> Turn:
    a, b, c, d = item.matrix[:4]
    if item.upright:
        return Turn.NONE
    if abs(a) + abs(d) > abs(b) + abs(c) or b * c >= 0:
        return Turn.OTHER
    return Turn.LEFT if b > 0 else Turn.RIGHT


def _glyph(item: LTChar, page: LTPage, found: PrintedPage, turn: Turn) -> None:
    text = item.get_text()
    area = _area(item, page, turn)
    if _UNMAPPED.fullmatch(text):
        found.unmapped += 1
    elif (own := _turn_of(item)) is not turn:
        if own is not Turn.OTHER and turn is Turn.NONE:
            found.sideways.extend(replace(glyph, turn=own) for glyph in spread(text, area, item.width) if glyph.text.strip())
        else:
            found.turned += bool(text.strip())
    elif area.right > 0 and area.left < found.width and area.bottom > 0 and area.top < found.height:
        found.glyphs.extend(spread(text, area, item.size if turn is Turn.NONE else item.width))


SMALLEST = 0.1
"""Points: a damaged page may scale a character to nothing, and widths are measured in sizes."""


def spread(text: str, area: Area, size: float) -> Iterator[Glyph]:
    """The characters that one glyph stands for (——, ﬁ), side by side in its area."""
    text = "".join(char if char in REGIONAL else plain(char) for char in text)
    step = (area.right - area.left) / max(1, len(text))
    for at, char in enumerate(text):
        if char >= " ":
            left = area.left + at * step
            yield Glyph(char, left, area.top, left + step, area.bottom, max(size, SMALLEST))


def _area(item: LTComponent, page: LTPage, turn: Turn) -> Area:
    if turn is Turn.LEFT:
        return Area(item.y0 - page.y0, item.x0 - page.x0, item.y1 - page.y0, item.x1 - page.x0)
    if turn is Turn.RIGHT:
        return Area(page.y1 - item.y1, page.x1 - item.x1, page.y1 - item.y0, page.x1 - item.x0)
    return Area(item.x0 - page.x0, page.y1 - item.y1, item.x1 - page.x0, page.y1 - item.y0)


def _rules(area: Area) -> Iterator[Area]:
    """The lines that a drawn shape shows: itself, if it is thin, or the four sides of a frame."""
    wide, high = area.right - area.left, area.bottom - area.top
    if min(wide, high) <= THICKEST_RULE:
        if max(wide, high) > THICKEST_RULE:
            yield area
    else:
        yield Area(area.left, area.top, area.right, area.top)
        yield Area(area.left, area.bottom, area.right, area.bottom)
        yield Area(area.left, area.top, area.left, area.bottom)
        yield Area(area.right, area.top, area.right, area.bottom)
