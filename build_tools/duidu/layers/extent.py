"""Whether two sentences that are the same are so as a whole, or in one of their clauses: computed from the two texts.

The rule: both texts are folded, marks and white space left out; the names of the two places and the characters by which the two
texts name their levels (省, 市; 国 for the centre) are taken as one each. What is equal then is 同文, anything else that a person
found to be ``same`` is 部分同文. So 加快建设贸易强市 is 同文 with 加快建设贸易强省, and a sentence that says one clause more is not.
部分同文 needs a clause, what stands between commas, semicolons, colons or stops, that is wholly in the other sentence in the same sense;
that 坚持系统观念 is also in 始终坚持系统观念 is enough, a shared noun is not.
"""

from __future__ import annotations

import re

from ..text.fold import fold
from ..text.sentences import CLAUSE_ENDS
from .alignment import FacingUnits

_MARKS = re.compile(r"[\W_]+")
_SHORTEST_CLAUSE = 4
"""In characters; what is shorter recurs by chance."""
_PLACE, _LEVEL = "\ue000", "\ue001"
"""Stand for either place and either level; private characters, which no text has."""


def is_whole(units: FacingUnits) -> bool:
    """Whether the two units are word for word the same but for place and level."""
    one, other = _clauses(units)
    return "".join(one) == "".join(other)


def common_clauses(units: FacingUnits) -> tuple[str, ...]:
    """The clauses of either unit that stand word for word in one of the other, place and level aside; folded and without marks."""
    one, other = _clauses(units)
    if "".join(one) == "".join(other):
        return ("".join(one),)
    return tuple(
        clause
        for ours, theirs in ((one, other), (other, one))
        for clause in ours
        if len(clause) >= _SHORTEST_CLAUSE and any(clause in longer for longer in theirs)
    )


def _clauses(units: FacingUnits) -> tuple[list[str], list[str]]:
    """The clauses of either unit without marks, with one sign for the two places and one for the two levels."""
    documents = (units.implementing, units.implemented)
    places = sorted({fold(document.meta.place) for document in documents}, key=lambda place: (-len(place), place))
    levels = {document.meta.level.own for document in documents}
    one, other = ([_common(clause, places, levels) for clause in CLAUSE_ENDS.split(fold(text))] for text in units.texts)
    return one, other


def _common(text: str, places: list[str], levels: set[str]) -> str:
    plain = _MARKS.sub("", text)
    for place in places:
        plain = plain.replace(place, _PLACE)
    for level in levels:
        plain = plain.replace(level, _LEVEL)
    return plain
