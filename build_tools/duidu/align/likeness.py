"""How much two sentences share, each shared pair of characters weighed by its rarity and counted for one partner only.

扎实推进 stands in twenty sentences and says little; 枫桥 stands in one of each document and says nearly everything. And what
坚持和发展新时代“枫桥经验” shares with a dozen provincial sentences (坚持, 发展, 新时代) is explained by the one that has it all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from .reading import Reading

Matrix = list[dict[int, float]]
"""Rows by position in the implementing document, columns by position in the implemented one; what is absent is 0."""

SHARPNESS = 2
"""A shared pair's vote is split in proportion to likeness to this power; 1 to 3 give the same F1 within 0.01."""
RARE = 1.5
"""How steeply weight falls with frequency: 1 to 3 give the same F1 within 0.01."""
SHORT = 6.0
"""Added to the length of sentences, in rarest pairs, lest two rare pairs make a head of four characters like anything that holds them;
2 to 12 give the same F1 within 0.01."""


def rarity(sources: Sequence[Reading], targets: Sequence[Reading]) -> dict[str, float]:
    """Weight of every pair: 1 for what stands in two sentences of both documents together, towards 0 for what stands in all."""
    counts = Counter(pair for reading in (*sources, *targets) for pair in reading.pairs)
    total = len(sources) + len(targets)
    top = log(1 + total / 2)
    return {pair: min(1.0, log(1 + total / count) / top) ** RARE for pair, count in counts.items()}


def postings(readings: Sequence[Reading]) -> dict[str, list[int]]:
    """Pair → positions of the sentences that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        for pair in reading.pairs:
            found[pair].append(position)
    return found


def lengths(readings: Sequence[Reading], weight: Mapping[str, float]) -> list[float]:
    """The square root of the weight of all pairs of each sentence."""
    return [sqrt(sum([weight[pair] for pair in reading.pairs])) for reading in readings]


def transposed(matrix: Matrix, columns: int) -> Matrix:
    """Rows for columns."""
    turned: Matrix = [{} for _ in range(columns)]
    for row, cells in enumerate(matrix):
        for column, value in cells.items():
            turned[column][row] = value
    return turned


def shared(sources: Sequence[Reading], where: Mapping[str, list[int]], weight: Mapping[str, float]) -> Matrix:
    """The weight of what each two sentences share."""
    matrix: Matrix = []
    for reading in sources:
        cells: defaultdict[int, float] = defaultdict(float)
        for pair in reading.pairs:
            value = weight[pair]
            for column in where.get(pair, ()):
                cells[column] += value
        matrix.append(cells)
    return matrix


def votes(sources: Sequence[Reading], where: Mapping[str, list[int]], weight: Mapping[str, float], likeness: Matrix) -> Matrix:
    """What is left of the shared weight when every pair is split among all sentences that have it, the likest getting most."""
    matrix: Matrix = []
    for reading, row in zip(sources, likeness, strict=True):
        claims = {column: value**SHARPNESS for column, value in row.items()}
        parts = dict.fromkeys(claims, 0.0)
        for pair in reading.pairs:
            columns = where.get(pair)
            if columns:
                part = weight[pair] / sum([claims[column] for column in columns])
                for column in columns:
                    parts[column] += part
        matrix.append({column: part * claims[column] for column, part in parts.items()})
    return matrix


def relative(values: Matrix, rows: Sequence[float], columns: Sequence[float]) -> Matrix:
    """Each value by the geometric mean of the two sentences' weights."""
    return [
        {column: value / (length * columns[column] + SHORT) for column, value in cells.items()}
        for cells, length in zip(values, rows, strict=True)
    ]
