"""The words that show why two sentences are linked: they stand in both, and never begin or end within a pair of marks, a number or a foreign word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.faults import Fault
from ..read.links import LinkFile
from ..text.fold import fold
from ..text.occurrences import occurrences
from ..text.sentences import PAIRS
from .alignment import FacingUnits

_OPENERS = {closing: opening for opening, closing in PAIRS.items()}
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_RUN = re.compile(r"[A-Za-z0-9]+(?:[.+][A-Za-z0-9]+|,[0-9]{3}(?![0-9]))*[%‰]?")
"""A number with its decimals and percent sign, or a word in Latin letters: 6.5%, 1,200, 1+21+N, 5G."""


def evidence_faults(units: FacingUnits, file: LinkFile, position: int) -> Iterator[Fault]:
    """What is wrong with the evidence of the link of two ``units`` at ``position`` of ``file``."""
    names = (f"{units.implementing.id}#{units.source}", f"{units.implemented.id}#{units.target}")
    for number, pair in enumerate(file.rows[position].evidence):
        for side, (name, shown) in enumerate(zip(names, units.texts, strict=True)):
            place = ("links", position, "evidence", number, side)
            words, text = fold(pair[side]), fold(shown)
            if words not in text:
                yield file.yaml.fault(place, "LNK002", f"佐证“{pair[side]}”不在 {name} 里", "照原文改正这一对词语")
            elif not is_balanced(words):
                said = f"佐证“{pair[side]}”里的引号、书名号或括号不成对"
                yield file.yaml.fault(place, "LNK010", said, "连同另一半一起取，或者两半都不取")
            elif is_cut(words, text):
                said = f"佐证“{pair[side]}”在一个数或外文词的中间断开"
                yield file.yaml.fault(place, "LNK010", said, "把这个数或词取全，或者不取")


def is_balanced(words: str) -> bool:
    """Whether every mark in folded ``words`` that comes in pairs has its other half there.

    >>> is_balanced("打造“蜀里安逸”品牌"), is_balanced("蜀里安逸”品牌"), is_balanced("“蜀里")
    (True, False, False)
    """
    open_marks: list[str] = []
    for character in _APOSTROPHE.sub("", words):
        if character in PAIRS:
            open_marks.append(character)
        elif character in _OPENERS and (not open_marks or open_marks.pop() != _OPENERS[character]):
            return False
    return not open_marks and words.count('"') % 2 == 0


def is_cut(words: str, text: str) -> bool:
    """Whether folded ``words`` begin or end within a number or a foreign word wherever they stand in folded ``text``.

    >>> is_cut("增长6", "增长6.5%"), is_cut("增长6.5%", "增长6.5%"), is_cut("G网", "建设5G网")
    (True, False, True)
    """
    runs = [run.span() for run in _RUN.finditer(text)]
    return all(
        any(first < edge < last for first, last in runs for edge in (start, start + len(words))) for start in occurrences(words, text)
    )
