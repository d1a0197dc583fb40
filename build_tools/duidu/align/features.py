"""What a pair is judged by, and the score it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from .context import block_shares, blocks, neighbours
from .likeness import Matrix, lengths, relative, shared, transposed, votes
from .reading import Reading, Text
from .relation import has_common_clause

PARAGRAPH = 4.0
"""How much more two sentences claim of a shared phrase when their paragraphs are each other's likest; 2 to 8 do the same."""
LITTLE = 0.015
"""Pairs that share less that is their own are no candidates, whatever stands around them (for speed)."""
HEADS_ALIKE = 0.3
"""From here on two heads are candidates, however little they share themselves."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for the pair of sentence ``row`` of the implementing and ``column`` of the implemented document. All between 0 and 1."""

    row: int
    column: int
    own: float
    """Of all they have, how much they share and no other pair explains better (votes of both directions), square root."""
    best: float
    """Likeness as a share of the row's best: a sentence usually carries out one provision, seldom three."""
    around: float
    """How strong the pairs around are, in so far as this one shares anything itself and is the best of its row or its column: what stands
    beside a strong pair is not yet one. Either is enough, so that a second sentence that carries out the same provision loses nothing."""
    heads: float
    """For two heads: how alike what stands under them is, as a share of the best: 推动文化旅游繁荣发展 and 丰富高品质文化供给."""
    clause: float
    """How alike the two likest clauses are."""
    common: float
    """1 if a clause is common to both word for word."""
    operative: float
    """The share of what they have in common that belongs to the operative part of both."""
    actor: float
    """How alike those are who shall act: 居民委员会 and 新闻媒体 are not; 1 if one names nobody before its operative part."""
    penal: float
    """1 if both threaten penalties or neither does."""

    @property
    def score(self) -> float:
        """The logistic function of a weighted sum: near to the share of such pairs that are links."""
        known = (self.own, self.best, self.around, self.heads, self.clause, self.common, self.operative, self.actor, self.penal)
        return 1 / (1 + exp(-(BIAS + sum(factor * value for factor, value in zip(WEIGHTS, known, strict=True)))))


BIAS = -16.7
WEIGHTS = (11.2, 1.8, 6.2, 8.8, 3.5, 2.2, 2.6, 1.3, 5.8)
"""In the order of the fields."""


def features(one: Text, other: Text, weight: Mapping[str, float]) -> Iterator[Features]:
    """Of all pairs that share anything."""
    sources, targets = one.readings, other.readings
    rows, columns = lengths(sources, weight), lengths(targets, weight)
    likeness = relative(shared(one, other, weight, rows, columns), rows, columns)
    above, below = blocks(sources), blocks(targets)
    alike = block_shares(likeness, above, below)
    claims = [
        {column: value * (1 + PARAGRAPH * near.get(below.own[column], 0.0)) for column, value in cells.items()}
        for cells, near in zip(likeness, map(alike.__getitem__, above.own), strict=True)
    ]
    forth = votes(one, other, weight, claims)
    back = transposed(votes(other, one, weight, transposed(claims, len(targets))), len(sources))
    own = relative(_means(forth, back), rows, columns)
    around = neighbours(own, len(targets))
    tops = [max(cells.values(), default=0.0) for cells in transposed(own, len(targets))]
    clauses = _Clauses(weight)
    for row, cells in enumerate(own):
        source = sources[row]
        first = max(likeness[row].values(), default=1.0)
        top = max(cells.values(), default=0.0)
        under = _heads(source, targets, alike[above.own[row]], below.own)
        for column in sorted(column for column in cells.keys() | under.keys() if column in under or cells[column] >= LITTLE):
            target, value = targets[column], cells.get(column, 0.0)
            best = max(value / top if top else 0.0, value / tops[column] if tops[column] else 0.0)
            root = sqrt(value)
            clause, operative = clauses.compare(source, target)
            yield Features(
                row,
                column,
                root,
                likeness[row].get(column, 0.0) / first,
                sqrt(around[row].get(column, 0.0)) * min(1.0, 3 * root) * best,
                under.get(column, 0.0),
                clause,
                float(has_common_clause(source, target, weight)),
                operative,
                _actors(source, target, weight),
                float(source.parts.penal == target.parts.penal),
            )


def _means(forth: Matrix, back: Matrix) -> Matrix:
    """Geometric means: what only one of both directions votes for counts little."""
    return [{column: sqrt(value * other[column]) for column, value in cells.items()} for cells, other in zip(forth, back, strict=True)]


def _heads(source: Reading, targets: Sequence[Reading], alike: Mapping[int, float], blocks_of: Sequence[int]) -> dict[int, float]:
    if not source.is_head:
        return {}
    near = ((column, alike.get(blocks_of[column], 0.0)) for column, target in enumerate(targets) if target.is_head)
    return {column: value for column, value in near if value >= HEADS_ALIKE and source.pairs.keys() & targets[column].pairs.keys()}


class _Clauses:
    """Compares clauses; the weight of each sentence's own is reckoned once."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._sums: dict[str, list[float]] = {}

    def compare(self, source: Reading, target: Reading) -> tuple[float, float]:
        """How alike the likest two are, and the share of all that is common which is operative in both."""
        both: dict[tuple[int, int], float] = {}
        total = operative = 0.0
        for pair in source.pairs.keys() & target.pairs.keys():
            weight = self._weight[pair]
            one, other = source.pairs[pair], target.pairs[pair]
            total += weight * one * other
            if pair in source.operative and pair in target.operative:
                operative += weight * one * other
            for here in source.places.get(pair, ()):
                for there in target.places.get(pair, ()):
                    both[here, there] = both.get((here, there), 0.0) + weight * min(one, other)
        ours, theirs = self._of(source, "s"), self._of(target, "t")
        likest = max((value / (sqrt(ours[here] * theirs[there]) + 1) for (here, there), value in both.items()), default=0.0)
        return likest, operative / total if total else 0.0

    def _of(self, reading: Reading, side: str) -> list[float]:
        name = side + reading.anchor
        if name not in self._sums:
            sums = [0.0] * len(reading.parts.clauses)
            for pair, numbers in reading.places.items():
                for number in numbers:
                    sums[number] += self._weight[pair] * reading.pairs[pair]
            self._sums[name] = sums
        return self._sums[name]


def _actors(source: Reading, target: Reading, weight: Mapping[str, float]) -> float:
    if not (source.parts.begin and target.parts.begin):
        return 1.0
    both = sum(weight[pair] * source.front[pair] * target.front[pair] for pair in source.front.keys() & target.front.keys())
    one, other = (sum(weight[pair] * value * value for pair, value in reading.front.items()) for reading in (source, target))
    return (both + 1) / (sqrt(one * other) + 1)
