"""The address of a unit: a path of letters and printed numbers, ``h2-k1-d1-t2``. One parser, one writer.

A step is a letter with its number; 第一百二十条之一 has a branch (``a120-b1``, one step), what was put in later a letter
behind the number (``p2a``). What stands once around the text has a word for a step: ``title``, ``adopted2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .records import FRAME, Kind

WORDS = tuple(kind.value for kind in (*FRAME, Kind.PREAMBLE))
"""The units whose step is a word; a second one has a number behind it."""

LETTERS = {
    Kind.PART: "v",
    Kind.CHAPTER: "c",
    Kind.DIVISION: "s",
    Kind.ARTICLE: "a",
    Kind.SECTION: "h",
    Kind.ITEM: "k",
    Kind.SUBITEM: "n",
    Kind.SUBSUBITEM: "m",
    Kind.CIRCLE: "o",
    Kind.LETTER: "l",
    Kind.ROMAN: "j",
    Kind.DECIMAL: "u",
    Kind.POINT: "d",
    Kind.PARAGRAPH: "p",
    Kind.ANNEX: "x",
    Kind.COMPONENT: "w",
    Kind.HEADING: "e",
    Kind.TABLE: "g",
    Kind.ROW: "r",
    Kind.BOX: "z",
    Kind.FIGURE: "i",
    Kind.FOOTNOTE: "f",
    Kind.SENTENCE: "t",
}
"""The kinds that are not here have the kind's own word for an anchor: title, adopted, number …"""

_WORD = rf"(?:{'|'.join(WORDS)})"
STEP = rf"(?:{_WORD}[0-9]*[a-z]*|[a-z][0-9]+(?:-b[0-9]+)?[a-z]*)"
ANCHOR = re.compile(rf"{STEP}(?:-{STEP})*")
"""Matches every anchor of a unit, and no other id of a page: those begin with a word of their own."""
_PARTS = re.compile(rf"(?P<letter>{_WORD}|[a-z])(?P<number>[0-9]*)(?:-b(?P<branch>[0-9]+))?(?P<insertion>[a-z]*)(?:-|$)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path."""

    letter: str
    """Or the word."""
    number: int | None = None
    insertion: str = ""
    branch: int | None = None

    def __str__(self) -> str:
        """As it is written."""
        number = "" if self.number is None else str(self.number)
        if self.branch is None:
            return f"{self.letter}{number}{self.insertion}"
        return f"{self.letter}{number}-b{self.branch}{self.insertion}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The steps of an address; none is the document itself."""

    steps: tuple[Step, ...] = ()

    @staticmethod
    @lru_cache(maxsize=1 << 16)
    def parse(text: str) -> Anchor:
        """The anchor that ``text`` writes. Raises ValueError where it writes none.

        >>> Anchor.parse("c3-a120-b1-p2a").steps[1]
        Step(letter='a', number=120, insertion='', branch=1)
        """
        if not text:
            return Anchor()
        if not ANCHOR.fullmatch(text):
            raise ValueError(f"not an anchor: {text!r}")
        return Anchor(tuple(_step(found) for found in _PARTS.finditer(text)))

    def __str__(self) -> str:
        """As it is written, "" for the document.

        >>> [str(Anchor.parse(text)) for text in ("h2-k1-p2a", "a120-b1-p1-t2", "adopted2", "")]
        ['h2-k1-p2a', 'a120-b1-p1-t2', 'adopted2', '']
        """
        return "-".join(map(str, self.steps))

    def below(self, *steps: Step) -> Anchor:
        """The address of a unit below, by the steps that lead there."""
        return Anchor((*self.steps, *steps))

    def inserted(self, letters: str) -> Anchor:
        """What was put in behind it.

        >>> str(Anchor.parse("h2-k1-p2").inserted("a"))
        'h2-k1-p2a'
        """
        last = self.steps[-1]
        return self.parent.below(replace(last, insertion=last.insertion + letters))

    @property
    def parent(self) -> Anchor:
        """One step up by the path alone."""
        return Anchor(self.steps[:-1])

    @property
    def letter(self) -> str:
        """The letter or word of the unit; "" for the document."""
        return self.steps[-1].letter if self.steps else ""

    def is_below(self, other: Anchor) -> bool:
        """Whether the path leads through ``other``, or ends there."""
        return self.steps[: len(other.steps)] == other.steps

    def upwards(self) -> Iterator[str]:
        """The address and all above it, as written: h2-k1-p1, h2-k1, h2."""
        for end in range(len(self.steps), 0, -1):
            yield str(Anchor(self.steps[:end]))


def parent_path(anchor: str) -> str:
    """The address one step up, by the path alone: ``h2-k1-p1`` for ``h2-k1-p1-t2``, "" at the top and for what is no address."""
    return str(Anchor.parse(anchor).parent) if ANCHOR.fullmatch(anchor) else ""


def letter_of(anchor: str) -> str:
    """The letter (or word) of the unit an anchor names: ``t`` of ``h2-k1-p1-t2``, ``a`` of ``a120-b1``."""
    return Anchor.parse(anchor).letter


def is_below(anchor: str, top: str) -> bool:
    """Whether an address is ``top`` or lies under it, by its path."""
    return Anchor.parse(anchor).is_below(Anchor.parse(top))


def _step(found: re.Match[str]) -> Step:
    number, branch = found["number"], found["branch"]
    return Step(found["letter"], int(number) if number else None, found["insertion"], int(branch) if branch else None)
