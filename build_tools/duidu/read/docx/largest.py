"""What a Word file prints largest before its text: most likely its title, however it is broken and whatever it ends in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from xml.etree.ElementTree import Element

from ...model.reading import prints_a_title
from .names import child, children, local, number, value
from .styles import Styles

MOST_LOOKED_AT = 200
LATEST = 30
"""The title is among so many paragraphs."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Printed:
    words: str
    size: int
    centred: bool


def largest_print(body: Element | None, styles: Styles) -> str:
    """The words of the first neighbouring centred paragraphs that are larger than the text."""
    printed = list(islice(_printed(body, styles), MOST_LOOKED_AT))
    sizes: Counter[int] = Counter()
    for one in printed:
        sizes[one.size] += len(one.words)
    usual = max(sizes, key=lambda size: sizes[size], default=0)
    for (size, centred), run in groupby(printed[:LATEST], lambda one: (one.size, one.centred)):
        words = "".join(one.words for one in run)
        if centred and len(words) <= LONGEST and prints_a_title(size, usual, words):
            return words
    return ""


def _printed(body: Element | None, styles: Styles) -> Iterator[_Printed]:
    for paragraph in children(body, "p"):
        runs = [(words, run) for run in children(paragraph, "r") if (words := "".join(_words(run)).strip())]
        if runs:
            name = value(paragraph, "pPr", "pStyle")
            own = number(value(runs[0][1], "rPr", "sz"))
            size = own or _of_style(styles, name, "rPr", "sz")
            aligned = value(paragraph, "pPr", "jc") or _word_of_style(styles, name, "pPr", "jc")
            yield _Printed("".join(words for words, _ in runs), size, aligned == "center")


def _words(run: Element) -> Iterator[str]:
    return (inner.text or "" for inner in run if local(inner) == "t")


def _of_style(styles: Styles, name: str, *path: str) -> int:
    return number(_word_of_style(styles, name, *path))


def _word_of_style(styles: Styles, name: str, *path: str) -> str:
    found = (value(style, *path) for _, style in styles.chain(name, "paragraph") if child(style, *path) is not None)
    return next(found, "")
