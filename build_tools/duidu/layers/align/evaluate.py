"""How good proposals are, measured by links that people have made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model.anchor import Anchor
from ...model.relation import Relation
from .propose import BEST, FLOOR, Proposal

GRID = tuple(round(FLOOR + step * 0.05, 2) for step in range(20))
"""The thresholds looked at: 0.05, 0.1, … 1.0."""
PRECISE = 0.9
"""Precision asked of what is shown unread."""
Pair = tuple[str, str]
Curated = tuple[str, str, str]
"""Source, target, relation."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the proposals from ``threshold`` on."""

    threshold: float
    hits: int
    proposed: int
    wanted: int
    exact: int = 0
    """The hits that have the relation people gave them as well."""

    @property
    def strict(self) -> float:
        """Precision when a proposal with another relation than people gave it is wrong."""
        return self.exact / self.proposed if self.proposed else 1.0

    @property
    def strict_recall(self) -> float:
        """What is found with its relation, of what is wanted."""
        return self.exact / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """1 where nothing is proposed: no link beats a wrong link."""
        return self.hits / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing is wanted."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.proposed + self.wanted
        return 2 * self.hits / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures; misses and false ones at ``propose.BEST``."""

    curve: tuple[Figures, ...]
    """One for every threshold of the grid, ascending."""
    misses: tuple[Pair, ...]
    false: tuple[Pair, ...]

    @property
    def relevant(self) -> int:
        """How many links with relation ``same`` or ``adapt`` people have made."""
        return self.curve[0].wanted

    @property
    def best(self) -> Figures:
        """The highest F1, of equal ones that with the lowest threshold."""
        return max(self.curve, key=lambda figures: figures.f1)

    @property
    def precise(self) -> Figures:
        """The lowest threshold from which precision is 0.9 and does not fall below again; one beyond 1 if there is none."""
        kept = Figures(round(GRID[-1] + 0.05, 2), 0, 0, self.relevant)
        for figures in reversed(self.curve):
            if figures.precision < PRECISE:
                break
            kept = figures
        return kept

    def at(self, threshold: float) -> Figures:
        """The figures of one threshold of the grid."""
        return next(figures for figures in self.curve if figures.threshold == threshold)


def evaluate(proposals: Sequence[Proposal], curated: Iterable[Curated], *, strict: bool = True) -> Evaluation:
    """Hits are pairs with relation ``same`` or ``adapt``, whichever of them is guessed; how many have the right one is in ``exact``.

    A link that people found to be an ``echo`` is a false one, as for a reader who is shown it; with ``strict=False`` it counts as neither.
    What is proposed as an ``echo`` claims less and is not counted here: see ``by_relation``.
    """
    relation = {(source, target): kind for source, target, kind in curated}
    wanted = {pair: kind for pair, kind in relation.items() if kind != "echo"}
    claimed = [proposal for proposal in proposals if proposal.relation != "echo"]
    counted = [proposal for proposal in claimed if strict or relation.get(proposal.ends) != "echo"]
    shown = [proposal for proposal in counted if proposal.score >= BEST]
    found = {proposal.ends for proposal in shown}
    return Evaluation(
        tuple(_figures(counted, wanted, threshold) for threshold in GRID),
        tuple(pair for pair in wanted if pair not in found),
        tuple(proposal.ends for proposal in shown if proposal.ends not in wanted),
    )


def by_relation(proposals: Iterable[Proposal], curated: Iterable[Curated], threshold: float) -> dict[str, Figures]:
    """For each relation, of what is proposed with it how much people gave that relation; none is counted as near enough."""
    relation = {(source, target): kind for source, target, kind in curated}
    shown = [proposal for proposal in proposals if proposal.score >= threshold]
    found: dict[str, Figures] = {}
    for kind in Relation:
        wanted = {pair: named for pair, named in relation.items() if named == kind}
        found[kind] = _figures([proposal for proposal in shown if proposal.relation == kind], wanted, threshold)
    return found


def _figures(proposals: Iterable[Proposal], wanted: Mapping[Pair, str], threshold: float) -> Figures:
    found = {proposal.ends: proposal.relation for proposal in proposals if proposal.score >= threshold}
    exact = sum(wanted.get(pair) == kind for pair, kind in found.items())
    return Figures(threshold, len(found.keys() & wanted.keys()), len(found), len(wanted), exact)


def chapter_of(anchor: str) -> str:
    """h2 for h2-k1-p2-t1; the preamble (p1) is a chapter of its own."""
    return str(Anchor(Anchor.parse(anchor).steps[:1]))


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Figures over all chapters, each with the threshold that is best for the others (``threshold`` is the mean)."""

    best: Figures
    precise: Figures
    """With the threshold from which the others' precision is 0.9."""


def held_out(proposals: Sequence[Proposal], curated: Iterable[Curated], chapter: Callable[[str], str] = chapter_of) -> HeldOut:
    """Leave one chapter of the implementing document out: choose the threshold on the others, count on the one left out.

    Only the threshold is chosen anew. What refitting the weights of ``features`` costs as well is said in ``propose.BEST``.
    """
    links = list(curated)
    chapters = sorted({chapter(source) for source, _, _ in links} | {chapter(proposal.source) for proposal in proposals})
    best, precise = [], []
    for left_out in chapters:
        inside = [proposal for proposal in proposals if chapter(proposal.source) == left_out and proposal.relation != "echo"]
        wanted = {(source, target): kind for source, target, kind in links if chapter(source) == left_out and kind != "echo"}
        others = evaluate(
            [proposal for proposal in proposals if chapter(proposal.source) != left_out],
            [link for link in links if chapter(link[0]) != left_out],
        )
        best.append(_figures(inside, wanted, others.best.threshold))
        precise.append(_figures(inside, wanted, others.precise.threshold))
    return HeldOut(_total(best), _total(precise))


def _total(parts: Sequence[Figures]) -> Figures:
    """Counts added up, so that a long chapter weighs more than a short one."""
    mean = sum(part.threshold for part in parts) / max(1, len(parts))
    return Figures(
        round(mean, 3),
        sum(part.hits for part in parts),
        sum(part.proposed for part in parts),
        sum(part.wanted for part in parts),
        sum(part.exact for part in parts),
    )
