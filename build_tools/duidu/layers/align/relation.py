"""Which relation a proposed pair is likely to have.

What people call 同文 is computable: 62 of the 63 links of suining-2024 to sichuan-2024 with that relation have a common clause in the
sense of ``has_common_clause``, and 2 other pairs. 呼应 and 落实 are not told apart by shared words (nothing in ``features`` separates the
26 from the 166 better than chance does): where a proposal is doubtful and no clause of one is like a clause of the other, the lesser
relation is proposed, for somebody to look at. Of 22 such from a score of 0.2 on 3 are echoes and 8 are more than that.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...text.occurrences import occurrences
from .profile import Profile

WEIGHTY = 1.0
"""The least weight of what a clause has in the operative part, lest 情节严重的 make two sentences the same."""
TELLING = 0.3
"""The least emphasis, on the average, of a clause that speaks for a pair: 构成犯罪的，依法追究刑事责任 does not, though it is the same."""
DOUBTFUL = 0.5
UNLIKE = 0.2
"""Below both, score and likeness of the likest clauses, a link is proposed as an echo."""


def guess(source: Profile, target: Profile, score: float, clause: float, weight: Mapping[str, float]) -> str:
    """``same``, ``adapt`` or ``echo``; ``clause`` is the likeness of the two likest clauses."""
    if has_common_clause(source, target, weight):
        return "same"
    return "echo" if score < DOUBTFUL and clause < UNLIKE else "adapt"


def has_common_clause(source: Profile, target: Profile, weight: Mapping[str, float], emphasis: float = 0.0) -> bool:
    """Whether a clause of either stands in one of the other, word for word and to its end, or both are the same as a whole.

    坚持系统观念 is in 始终坚持系统观念; but 西部转化中心 is another thing than 西部转化中心遂宁基地. The clause belongs to the operative
    part of both: two provisions for the same people are not yet the same. ``emphasis``: what it has at least on the average.
    """
    if source.plain == target.plain:
        return True
    return _stands_in(source, target, weight, emphasis) or _stands_in(target, source, weight, emphasis)


def _stands_in(one: Profile, other: Profile, weight: Mapping[str, float], emphasis: float) -> bool:
    return any(
        clause in other.plain and _is_weighty(one, max(begin, one.parts.begin), end, weight, emphasis) and _ends(clause, other)
        for clause, begin, end in one.clauses
    )


def _ends(clause: str, other: Profile) -> bool:
    """Whether it stands within one operative clause of the other, and at its end or before an enumeration comma."""
    for begin, end in other.parts.clauses:
        if end > other.parts.begin:
            ends = (at + len(clause) for at in occurrences(clause, other.plain, begin, end))
            if any(after == end or other.letters[after].opens for after in ends):
                return True
    return False


def _is_weighty(profile: Profile, begin: int, end: int, weight: Mapping[str, float], emphasis: float) -> bool:
    pairs = [profile.plain[at - 1 : at + 1] for at in range(begin + 1, end)]
    stressed = [profile.pairs.get(pair, 0.0) for pair in pairs]
    total = sum(weight.get(pair, 0.0) * stress for pair, stress in zip(pairs, stressed, strict=True))
    return total >= WEIGHTY and sum(stressed) >= emphasis * len(pairs)
