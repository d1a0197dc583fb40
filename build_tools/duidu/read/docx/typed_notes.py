"""Footnotes of a Word file that were typed by hand: a raised ① or [1] in the text, and further down a paragraph that begins with it.

They are common where a file came from WPS or was typed after a printed one; as on pages (``read.page.notes``) a mark is one only if its
note is there, and each note is of the first mark before it that has none yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .names import local
from .paragraphs import SKIPPED

MARK = re.compile(r"[①-⑳]|[\[［〔【]\d{1,3}[\]］〕】]")
_LONGEST = 8


class TypedNotes:
    """The paragraphs that begin with the mark of a note, by mark, until something refers to them."""

    def __init__(self, body: Iterable[Element]) -> None:
        self._free: defaultdict[str, deque[Element]] = defaultdict(deque)
        self._claimed: dict[Element, tuple[str, tuple[int, int]]] = {}
        self._passed: set[Element] = set()
        for paragraph in _paragraphs(body):
            if found := MARK.match(_beginning(paragraph)):
                self._free[found[0]].append(paragraph)

    def passed(self, paragraph: Element) -> None:
        """From here on only later paragraphs are notes."""
        self._passed.add(paragraph)

    def claim(self, mark: str, place: tuple[int, int]) -> bool:
        """Whether a paragraph still to come is the note that the mark in this line and column refers to."""
        if not self.has(mark):
            return False
        self._claimed[self._free[mark].popleft()] = mark, place
        return True

    def has(self, mark: str) -> bool:
        """Whether a paragraph still to come begins with this mark."""
        waiting = self._free[mark]
        while waiting and waiting[0] in self._passed:
            waiting.popleft()
        return bool(waiting)

    def claimed(self, paragraph: Element) -> tuple[str, tuple[int, int]] | None:
        """The mark of a note, and the line and column that refer to it."""
        return self._claimed.get(paragraph)


def raised_marks(text: str, raised: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The raised places that are marks of notes: where each begins and ends, and the mark as a note below has it."""
    found = ((start, end, _typed(text[start:end])) for start, end in raised)
    return [(start, end, mark) for start, end, mark in found if MARK.fullmatch(mark)]


def _typed(mark: str) -> str:
    """[¹] is how raised figures are read; the note has [1]."""
    return "".join(char if "①" <= char <= "⑳" else unicodedata.normalize("NFKC", char) for char in mark.strip())


def _paragraphs(body: Iterable[Element]) -> Iterable[Element]:
    for element in body:
        if local(element) == "p":
            yield element
        elif local(element) != "tbl" and local(element) not in SKIPPED:
            yield from _paragraphs(element)


def _beginning(paragraph: Element) -> str:
    """The first characters of a paragraph."""
    text = ""
    for element in paragraph.iter():
        if local(element) == "t":
            text += element.text or ""
            if len(text.lstrip()) >= _LONGEST:
                break
    return _typed(text.lstrip()[:_LONGEST])
