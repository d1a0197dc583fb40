"""The four things a pair is judged by, and the score they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from .context import block_shares, blocks, neighbours
from .likeness import Matrix, lengths, postings, relative, shared, transposed, votes
from .reading import Reading

PARAGRAPH = 4.0
"""How much more two sentences claim of a shared phrase when their paragraphs are each other's likest; 2 to 8 do the same."""

NOTHING = 0.005
"""Sentences that share less are no candidates, whatever stands around them (for speed: it drops nine tenths of all pairs)."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for the pair of sentence ``row`` of the implementing and ``column`` of the implemented document."""

    row: int
    column: int
    own: float
    """Of all they have, how much they share and no other pair explains better (votes of both directions), square root."""
    around: float
    """The same of the pairs around, square root."""
    best: float
    """Likeness as a share of the row's best: a sentence usually carries out one provision, seldom three."""
    heads: float
    """For two heads: how alike what stands under them is, as a share of the best: 推动文化旅游繁荣发展 and 丰富高品质文化供给."""

    @property
    def score(self) -> float:
        """The logistic function of a weighted sum: near to the share of such pairs that are links."""
        return 1 / (1 + exp(-(BIAS + OWN * self.own + AROUND * self.around + BEST * self.best + HEADS * self.heads)))


BIAS, OWN, AROUND, BEST, HEADS = -8.1, 19.4, 3.6, 2.2, 6.3
"""Fitted by logistic regression to the 232 links (same and adapt) of suining-2024 to sichuan-2024. With any one section left out they
move little: BIAS -8.3 to -9.7, OWN 16.6 to 20.2, AROUND 3.6 to 4.4, BEST 2.3 to 3.2, HEADS 6.2 to 7.2. Without any context a row's best
is a link at even odds if the two share a tenth of their weight (0.3 squared) that nothing else explains."""


def features(sources: Sequence[Reading], targets: Sequence[Reading], weight: Mapping[str, float]) -> Iterator[Features]:
    """Of all pairs that share anything."""
    rows, columns = lengths(sources, weight), lengths(targets, weight)
    here, there = postings(sources), postings(targets)
    likeness = relative(shared(sources, there, weight), rows, columns)
    above, below = blocks(sources), blocks(targets)
    alike = block_shares(likeness, above, below)
    claims = [
        {column: value * (1 + PARAGRAPH * near[below.own[column]]) for column, value in cells.items()}
        for cells, near in zip(likeness, map(alike.__getitem__, above.own), strict=True)
    ]
    forth = votes(sources, there, weight, claims)
    back = transposed(votes(targets, here, weight, transposed(claims, len(targets))), len(sources))
    own = relative(_means(forth, back), rows, columns)
    around = neighbours(own, len(targets))
    for row, cells in enumerate(own):
        top = max(likeness[row].values(), default=0.0)
        under = alike[above.own[row]] if sources[row].is_head else {}
        for column, value in cells.items():
            heads = under.get(below.own[column], 0.0) if targets[column].is_head else 0.0
            if heads or value >= NOTHING:
                yield Features(row, column, sqrt(value), sqrt(around[row].get(column, 0.0)), likeness[row][column] / top, heads)


def _means(forth: Matrix, back: Matrix) -> Matrix:
    """Geometric means: what only one of both directions votes for counts little."""
    return [{column: sqrt(value * other[column]) for column, value in cells.items()} for cells, other in zip(forth, back, strict=True)]
