"""Footnotes of a Word file that were typed by hand: a raised ① or [1] in the text, and further down a paragraph that begins with it.

They are common where a file came from WPS or was typed after a printed one; as on pages (``read.page.notes``) a mark is one only if its
note is there, and each note is of the first mark before it that has none yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from .names import child, local
from .paragraphs import SKIPPED
from .styles import Styles

MARK = re.compile(r"[①-⑳]|[\[［〔【]\d{1,3}[\]］〕】]")
_LONGEST = 8


class TypedNotes:
    """The paragraphs that begin with the mark of a note, by mark, until something refers to them."""

    def __init__(self, body: Iterable[Element], styles: Styles) -> None:
        self._free: defaultdict[str, deque[Element]] = defaultdict(deque)
        self._claimed: dict[Element, tuple[str, tuple[int, int]]] = {}
        self._passed: set[Element] = set()
        paragraphs = list(_paragraphs(body))
        raised = {mark for paragraph in paragraphs for mark in _raised_in(paragraph, styles)}
        begin = (
            [(paragraph, found[0] if (found := MARK.match(_beginning(paragraph))) else "") for paragraph in paragraphs] if raised else []
        )
        for marked, group in groupby(begin, lambda one: bool(one[1])):
            side_by_side = list(group)
            # ① ② ③ one below the other are a list, unless the text refers to all of them.
            if marked and {mark for _, mark in side_by_side} <= raised:
                for paragraph, mark in side_by_side:
                    self._free[mark].append(paragraph)

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


def _raised_in(paragraph: Element, styles: Styles) -> Iterator[str]:
    """The raised marks of a paragraph; one that is written in several runs ([ 1 ]) is one."""
    text, spans = "", list[tuple[int, int]]()
    for run in paragraph.iter():
        if local(run) == "r" and (words := "".join(inner.text or "" for inner in run if local(inner) == "t")):
            if styles.raised(child(run, "rPr")) == "superscript":
                start = spans.pop()[0] if spans and spans[-1][1] == len(text) else len(text)
                spans.append((start, len(text) + len(words)))
            text += words
    return (mark for start, _, mark in raised_marks(text, spans) if text[:start].strip())


def _beginning(paragraph: Element) -> str:
    """The first characters of a paragraph."""
    text = ""
    for element in paragraph.iter():
        if local(element) == "t":
            text += element.text or ""
            if len(text.lstrip()) >= _LONGEST:
                break
    return _typed(text.lstrip()[:_LONGEST])
