"""Which words of a sentence carry it: its operative part, not who and when, nor what all such texts say.

Half of what two regulations share are conditions, exceptions, openers of lists, organs and penalties. A provision of law is about
what stands after 应当 or 不得, a penalty about what it is for; a measure of policy begins with its verb and is operative as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...read.background import background
from ...text.sentences import CLAUSE_ENDS

STOCK = 0.15
"""Emphasis of stock phrases, of numbers and dates, and of the names of the texts that are cited."""
FRONT = 0.65
"""Emphasis of what stands before the operative part, and of penalties; 0.4 to 0.7 do nearly as well."""
_MODAL = re.compile("应当|不得|必须|(?<![在被])禁止")
_OFFENCE = "违反"
"""A sentence that begins with it is no provision but says against which one somebody acts."""
_PENALTY = re.compile(
    "(?:由.*?|依法|可以|并)*(?:责令|没收(?!的)|吊销|追究刑事责任|给予(?:警告|.*处[分罚])"
    "|并?处以?[0-9一二两三四五六七八九十百千万]+元?以[上下]|处.*有期徒刑)"
)
"""What a clause that imposes a penalty begins with."""
_CITED = re.compile("《[^》]*(?:法|条例|办法|规定|细则|意见|决定|通知)》")


class Letter(NamedTuple):
    """One character that is compared, and the stretch of the displayed text it stands for."""

    char: str
    start: int
    end: int
    opens: bool
    """Whether a phrase begins here, because a mark stands before it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Of one sentence; places are of its letters."""

    clauses: tuple[tuple[int, int], ...]
    """Begin and end of each."""
    begin: int
    """Where the operative part begins,"""
    end: int
    """and where it ends."""
    penal: bool
    """Whether it threatens a penalty, or lists what another sentence threatens one for."""
    emphasis: tuple[float, ...]
    """Of each letter, between 0 and 1."""


def parts_of(display: str, letters: Sequence[Letter], *, penal: bool = False) -> Parts:
    """``penal``: the sentence is an item of a list that a penalty introduces."""
    plain = "".join(letter.char for letter in letters)
    clauses = _clauses(display, letters)
    penalty = next((begin for begin, end in clauses if _PENALTY.match(plain, begin, end)), None)
    modal = None if penalty is not None or plain.startswith(_OFFENCE) else _MODAL.search(plain)
    begin, end = modal.start() if modal else 0, penalty or len(plain)
    emphasis = [FRONT] * begin + [1.0] * (end - begin) + [FRONT] * (len(plain) - end)
    for found in background().stock.finditer(plain):
        emphasis[found.start() : found.end()] = [STOCK] * (found.end() - found.start())
    for found in _CITED.finditer(display):
        emphasis = [
            STOCK if found.start() <= letter.start < found.end() else before for letter, before in zip(letters, emphasis, strict=True)
        ]
    return Parts(clauses, begin, end, penal or penalty is not None, tuple(emphasis))


def _clauses(display: str, letters: Sequence[Letter]) -> tuple[tuple[int, int], ...]:
    ends = [
        at for at in range(1, len(letters)) if letters[at].opens and CLAUSE_ENDS.search(display, letters[at - 1].end, letters[at].start)
    ]
    return tuple(zip([0, *ends], [*ends, len(letters)], strict=True))
