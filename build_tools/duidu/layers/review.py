"""Judging a pair away from its links file: which rows a person is shown, and what their decisions change in that file.

Nothing here knows of spreadsheets. ``review_rows`` and ``unclaimed`` say what is to be judged, ``planned`` sets decisions against what
stands in the file: what is new is added, what is already judged otherwise is a difference, and changes only where the decisions are preferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from ..model.relation import NONE_NAMES, RELATION_NAMES
from ..read.links import Ends, Evidence, LinkFile, LinkRow, TwoEnds
from .align.propose import PUBLISH, Proposal
from .alignment import Alignment, Coverage, Link, compared_units

WORTH_A_LOOK = 0.2
"""Proposals below this score are not worth a reader's time."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A proposal to judge, or with ``target`` "" a sentence that has none. ``judged`` is what is known of it already, "" for nothing."""

    source: str
    target: str = ""
    relation: str = ""
    score: float | None = None
    evidence: Evidence = ()
    note: str = ""
    judged: str = ""
    """``same``, ``adapt``, ``echo``, ``rejected`` or ``none``."""
    sample: int = 0
    """The size of the sample that it belongs to; 0 for no sample."""


def review_rows(pair: Alignment, proposals: Iterable[Proposal], *, all_of_it: bool = False) -> Iterator[ReviewRow]:
    """In reading order, of every sentence and head nobody has read its proposals, the best first; with ``all_of_it`` of the others too."""
    by_source: dict[str, list[Proposal]] = {}
    for found in proposals:
        if found.score >= WORTH_A_LOOK:
            by_source.setdefault(found.source, []).append(found)
    for anchor in compared_units(pair.implementing):
        unread = pair.state(pair.implementing, anchor) is Coverage.UNREVIEWED
        if unread or all_of_it:
            yield from _rows_of(pair, anchor, by_source.get(anchor, ()), all_of_it=all_of_it)


def _rows_of(pair: Alignment, anchor: str, proposals: Sequence[Proposal], *, all_of_it: bool) -> Iterator[ReviewRow]:
    read = pair.read_links(pair.implementing, anchor)
    known = {link.target for link in read}
    rows = [_judged(link) for link in read]
    rows += [_row(found) for found in proposals if found.target not in known and (anchor, found.target) not in pair.rejected]
    if all_of_it:
        rows += [ReviewRow(anchor, target, judged="rejected") for source, target in sorted(pair.rejected) if source == anchor]
    none = pair.state(pair.implementing, anchor) is Coverage.OPEN
    if none or not rows:
        rows.append(ReviewRow(anchor, judged="none" if none else ""))
    yield from rows


def _judged(link: Link) -> ReviewRow:
    return ReviewRow(link.source, link.target, "", None, link.evidence, link.note, link.relation.value)


def _row(found: Proposal) -> ReviewRow:
    return ReviewRow(found.source, found.target, found.relation, found.score, found.evidence)


def sample_rows(pair: Alignment, proposals: Iterable[Proposal], size: int) -> Iterator[ReviewRow]:
    """So many of the proposals that are sure enough to be published, judged or not, as chance has it but always the same ones.

    Chance is the order of the sha256 of both addresses, so that two people draw one sample and a build depends on no clock.
    """
    sure = [found for found in proposals if found.score >= PUBLISH]
    drawn = sorted(sure, key=lambda found: sha256(f"{found.source} {found.target}".encode()).digest())[:size]
    known = {(link.source, link.target): link for link in pair.links if link.is_read}
    order = {anchor: place for place, anchor in enumerate(pair.implementing.units)}
    for found in sorted(drawn, key=lambda found: (order[found.source], -found.score)):
        ends = (found.source, found.target)
        link = known.get(ends)
        judged = link.relation.value if link else "rejected" if ends in pair.rejected else ""
        evidence, note = (link.evidence, link.note) if link else (found.evidence, "")
        yield ReviewRow(*ends, found.relation, found.score, evidence, note, judged, len(drawn))


def unclaimed(pair: Alignment, *, all_of_it: bool = False) -> Iterator[tuple[str, str]]:
    """The sentences and heads of the implemented document that no read link leads to, and the kind of none they are known to be ("")."""
    for anchor in compared_units(pair.implemented):
        state = pair.state(pair.implemented, anchor)
        if state is Coverage.UNREVIEWED:
            yield anchor, ""
        elif state is not Coverage.LINKED and all_of_it:
            yield anchor, state.kind


@dataclass(frozen=True, slots=True)
class Decision(TwoEnds):
    """What a person decided of two ends, or of one unit: ``said`` is a relation, ``rejected``, or a kind of none with one end ""."""

    said: str
    evidence: Evidence = ()
    note: str = ""

    @property
    def is_link(self) -> bool:
        """Whether it draws a link."""
        return bool(self.source and self.target) and self.said != "rejected"

    @property
    def is_none(self) -> bool:
        """Whether it says that a unit has no counterpart."""
        return not (self.source and self.target)


@dataclass
class Plan:
    """What a links file is to gain and to lose, by the keys of the decisions; ``differences`` are not carried out."""

    links: list[Decision] = field(default_factory=list)
    changed: list[tuple[int, Decision]] = field(default_factory=list)
    """With the position of the link in the file."""
    rejected: list[Decision] = field(default_factory=list)
    none: list[Decision] = field(default_factory=list)
    lost_links: set[int] = field(default_factory=set)
    lost_rejected: set[int] = field(default_factory=set)
    lost_none: set[tuple[str, str]] = field(default_factory=set)
    """Document and anchor."""
    differences: list[tuple[Decision, str]] = field(default_factory=list)
    """And what stands in the file instead, in words."""

    def __bool__(self) -> bool:
        return bool(self.links or self.changed or self.rejected or self.none or self.lost_links or self.lost_rejected or self.lost_none)


def planned(pair: Alignment, file: LinkFile | None, decisions: Iterable[Decision], *, prefer: bool) -> Plan:
    """Decisions, already free of contradictions among themselves, against the file."""
    known = _Known(pair, file)
    plan = Plan()
    for decision in decisions:
        against = known.against(decision)
        if against and not prefer:
            plan.differences.append((decision, "；".join(against)))
        elif decision.is_link:
            _plan_link(plan, known, decision)
        elif decision.is_none:
            _plan_none(plan, known, decision)
        elif decision.ends not in known.rejected:
            plan.rejected.append(decision)
            plan.lost_links.update(known.positions(decision.ends))
    return plan


def _plan_link(plan: Plan, known: _Known, decision: Decision) -> None:
    ends = decision.ends
    if ends not in known.links:
        plan.links.append(decision)
    elif known.differs(decision) or known.adds_note(decision):
        plan.changed.append((known.links[ends][0], decision))
    plan.lost_rejected.update(known.rejected.get(ends, ()))
    plan.lost_none.update(key for key in known.units(ends) if key in known.none)


def _plan_none(plan: Plan, known: _Known, decision: Decision) -> None:
    (key,) = known.units(decision.ends)
    if known.none.get(key) != decision.said:
        plan.none.append(decision)
    plan.lost_links.update(position for ends, (position, _) in known.links.items() if key in known.units(ends))


class _Known:
    """What a links file says, by key."""

    def __init__(self, pair: Alignment, file: LinkFile | None) -> None:
        self.one, self.other = pair.implementing.id, pair.implemented.id
        rows: Sequence[LinkRow] = file.rows if file else ()
        self.links: Mapping[Ends, tuple[int, LinkRow]] = {row.ends: (place, row) for place, row in enumerate(rows)}
        self.rejected: dict[Ends, list[int]] = {}
        for place, ends in enumerate(file.rejected if file else ()):
            self.rejected.setdefault(ends, []).append(place)
        self.none = {(document, anchor): kind for document, anchor, kind in (file.none if file else ())}

    def units(self, ends: Ends) -> list[tuple[str, str]]:
        """Document and anchor of each end that there is."""
        return [(document, anchor) for document, anchor in zip((self.one, self.other), ends, strict=True) if anchor]

    def positions(self, ends: Ends) -> list[int]:
        return [self.links[ends][0]] if ends in self.links else []

    def differs(self, decision: Decision) -> bool:
        """Whether a link of the file says something else: of a note only where there is one, since a first note takes nothing away."""
        _, row = self.links[decision.ends]
        return (row.relation, row.evidence) != (decision.said, decision.evidence) or (bool(row.note) and row.note != decision.note)

    def adds_note(self, decision: Decision) -> bool:
        return bool(decision.note) and not self.links[decision.ends][1].note

    def against(self, decision: Decision) -> list[str]:
        """What of the file a decision contradicts, in words."""
        ends = decision.ends
        found = []
        if decision.is_none:
            (key,) = self.units(ends)
            found += [f"有对应 {other.source} → {other.target}" for other in self.links if key in self.units(other)]
            if key in self.none and self.none[key] != decision.said:
                found.append(f"仅见于（{NONE_NAMES[self.none[key]]}）")
        elif decision.is_link:
            found += ["不对应"] if ends in self.rejected else []
            found += [f"{anchor} 仅见于 {document}" for document, anchor in self.units(ends) if (document, anchor) in self.none]
            if ends in self.links and self.differs(decision):
                found.append(_said(self.links[ends][1]))
        elif ends in self.links:
            found.append(_said(self.links[ends][1]))
        return found


def _said(row: LinkRow) -> str:
    words = "、".join(first for first, _ in row.evidence)
    return RELATION_NAMES[row.relation] + (f"，依据“{words}”" if words else "") + (f"，备注“{row.note}”" if row.note else "")
