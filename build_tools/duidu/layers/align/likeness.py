"""How much two sentences share, each shared pair of characters weighed by its rarity.

扎实推进 stands in twenty sentences and says little; 枫桥 stands in one of each document and says nearly everything. And what
坚持和发展新时代“枫桥经验” shares with a dozen provincial sentences (坚持, 发展, 新时代) is explained by the one that has it all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from ...read.background import background
from .profile import DocumentProfile, Profile

Matrix = list[dict[int, float]]
"""Rows by position in the implementing document, columns by position in the implemented one; what is absent is 0."""

SHARPNESS = 2
"""A shared pair's vote is split in proportion to likeness to this power; 1 to 3 give the same F1 within 0.01."""
RARE = 1.5
"""How steeply weight falls with frequency: 1 to 3 give the same F1 within 0.01."""
SHORT = 6.0
"""Added to the length of sentences, in rarest pairs, lest two rare pairs make a head of four characters like anything that holds them;
2 to 12 give the same F1 within 0.01."""
COMMON = 0.15
"""Pairs that weigh less find no candidates and have no votes, they only add to what rarer ones have found (for speed)."""
NOTHING = 0.035
"""Sentences that are less alike are no candidates, whatever stands around them (for speed)."""


def rarity(sources: DocumentProfile, targets: DocumentProfile) -> dict[str, float]:
    """Weight of every pair: 1 for what stands in two sentences of both documents together, towards 0 for what stands in all.

    What is common in texts of all kinds counts as common here, however seldom these two have it.
    """
    total = len(sources.profiles) + len(targets.profiles)
    rates = background().rates
    top = log(1 + total / 2)
    known: dict[float, float] = {}
    weight: dict[str, float] = {}
    for pair in {**sources.postings, **targets.postings}:
        often: float = len(sources.postings.get(pair, ())) + len(targets.postings.get(pair, ()))
        if pair in rates:
            often = max(often, rates[pair] * total)
        if often not in known:
            known[often] = min(1.0, log(1 + total / often) / top) ** RARE
        weight[pair] = known[often]
    return weight


def lengths(profiles: Sequence[Profile], weight: Mapping[str, float]) -> list[float]:
    """The square root of the weight of all pairs of each sentence."""
    return [sqrt(sum([weight[pair] * emphasis * emphasis for pair, emphasis in profile.pairs.items()])) for profile in profiles]


def transposed(matrix: Matrix, columns: int) -> Matrix:
    """Rows for columns."""
    turned: Matrix = [{} for _ in range(columns)]
    for row, cells in enumerate(matrix):
        for column, value in cells.items():
            turned[column][row] = value
    return turned


def shared(
    sources: DocumentProfile, targets: DocumentProfile, weight: Mapping[str, float], rows: Sequence[float], columns: Sequence[float]
) -> Matrix:
    """The weight of what each two sentences share, of those that share anything rare."""
    matrix: Matrix = []
    where = targets.postings
    for profile, length in zip(sources.profiles, rows, strict=True):
        cells: defaultdict[int, float] = defaultdict(float)
        common = []
        for pair, emphasis in profile.pairs.items():
            if pair in where:
                value = weight[pair] * emphasis
                if value >= COMMON:
                    for column, other in where[pair]:
                        cells[column] += value * other
                else:
                    common.append((pair, value))
        kept = {column: value for column, value in cells.items() if value >= NOTHING * (length * columns[column] + SHORT)}
        for pair, value in common:
            for column, other in where[pair]:
                if column in kept:
                    kept[column] += value * other
        matrix.append(kept)
    return matrix


def votes(sources: DocumentProfile, targets: DocumentProfile, weight: Mapping[str, float], claims: Matrix) -> tuple[Matrix, Matrix]:
    """What is left of the shared weight when every pair is split among all sentences that have it, the likest getting most.

    Split among those of the implemented document, and among those of the implementing one; both by row and column.
    """
    sharp = [{column: value**SHARPNESS for column, value in row.items()} for row in claims]
    forth: Matrix = [dict.fromkeys(row, 0.0) for row in claims]
    back: Matrix = [dict.fromkeys(row, 0.0) for row in claims]
    for pair, rows in sources.postings.items():
        where, scarce = targets.postings.get(pair, ()), weight[pair]
        if not where or scarce < COMMON:
            continue
        below: defaultdict[int, float] = defaultdict(float)
        found = []
        for row, emphasis in rows:
            value, claim = scarce * emphasis, sharp[row]
            if value >= COMMON:
                cells = [(column, value * other * claim[column], claim[column]) for column, other in where if column in claim]
                if cells:
                    whole = 0.0
                    for column, _, share in cells:
                        whole += share
                        below[column] += share
                    found.append((row, whole, cells))
        for row, whole, cells in found:
            ours, theirs = forth[row], back[row]
            for column, value, _ in cells:
                ours[column] += value / whole
                theirs[column] += value / below[column]
    return forth, back


def relative(values: Matrix, rows: Sequence[float], columns: Sequence[float]) -> Matrix:
    """Each value by the geometric mean of the two sentences' weights."""
    return [
        {column: value / (length * columns[column] + SHORT) for column, value in cells.items()}
        for cells, length in zip(values, rows, strict=True)
    ]
