"""Two documents, one of which implements the other, set against each other: their links, and what is known of every unit.

Which end of a link is whose, which link is the closest, in what order links stand and what a person checked is known here and
nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from ..anchors.document import Document
from ..model.records import Kind, Unit
from ..model.relation import Relation
from ..read.links import Ends, Evidence, LinkRow, Precision, TwoEnds


class State(StrEnum):
    """Whether a person has read a link as it stands today."""

    CONFIRMED = "confirmed"
    SUSPECT = "suspect"
    UNREVIEWED = "unreviewed"


class Closeness(StrEnum):
    """The relation as it is shown, the closest first; whether ``same`` holds of the whole sentence or of a clause is computed."""

    WHOLE = "same-whole"
    PART = "same-part"
    ADAPT = "adapt"
    ECHO = "echo"


class Coverage(StrEnum):
    """What a person found of a unit's counterparts in the other document of a pair."""

    LINKED = "linked"
    TOPIC = "none-topic"
    """An opening sentence whose details carry it."""
    OTHER = "none-other"
    """Concerns another place, or is for the higher level alone."""
    OPEN = "none-open"
    """Looked for, and not there."""
    UNREVIEWED = "unreviewed"

    @classmethod
    def of_none(cls, kind: str) -> Coverage:
        """The state of a unit that a links file lists below ``none``: topic, other or open."""
        return cls(f"none-{kind}")

    @property
    def kind(self) -> str:
        """Of a unit without counterpart the kind of none, as links files have it."""
        return self.value.removeprefix("none-")


AUTOMATIC = "automatic"
"""The basis of a link that nobody has read."""

NONE = (Coverage.TOPIC, Coverage.OTHER, Coverage.OPEN)
"""The states of what was looked for and has no counterpart."""


@dataclass(frozen=True, slots=True)
class Link(TwoEnds):
    """A provision of the implementing document and the one it takes up."""

    relation: Relation
    whole: bool = False
    """Of ``same``: whether the two are word for word the same, place and level aside."""
    evidence: Evidence = ()
    note: str = ""
    state: State = State.CONFIRMED
    score: float | None = None
    """Of an automatic link, 0 to 1; None for a curated one."""

    @property
    def is_read(self) -> bool:
        """Whether a person has read it: only then it is counted."""
        return self.score is None

    @property
    def basis(self) -> str:
        """``curated`` or ``automatic``."""
        return "curated" if self.is_read else AUTOMATIC

    @property
    def closeness(self) -> Closeness:
        """The relation as it is shown."""
        if self.relation is Relation.SAME:
            return Closeness.WHOLE if self.whole else Closeness.PART
        return Closeness(self.relation.value)


@dataclass(frozen=True, slots=True)
class FacingUnits:
    """A unit of the implementing document and one of the implemented one: what a link joins, or might."""

    implementing: Document
    source: str
    implemented: Document
    target: str

    @property
    def texts(self) -> tuple[str, str]:
        """Both texts as displayed."""
        return self.implementing.text(self.source), self.implemented.text(self.target)

    @property
    def fingerprints(self) -> tuple[str, str]:
        """What ``checked`` of a link that a person reads today says of its two ends."""
        return self.implementing.short_fingerprint(self.source), self.implemented.short_fingerprint(self.target)

    def are_as_checked(self, row: LinkRow) -> bool:
        """Whether a person has read the two as they stand today: the one place that says when a curated link is 待复核."""
        return row.checked == self.fingerprints


End = TypeVar("End")


@dataclass(frozen=True, eq=False)
class Alignment:
    """A pair of documents with all links between them, and what a person found of units that have none."""

    implementing: Document
    implemented: Document
    links: tuple[Link, ...]
    """In reading order, as ``in_reading_order`` has it."""
    none: Mapping[tuple[str, str], Coverage]
    """Document and anchor of the units without counterpart, and which kind of none it is."""
    rejected: frozenset[Ends] = frozenset()
    """Both ends of the proposals that a person refused."""
    precision: Precision | None = None

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Link, ...]]:
        """The links of every unit of the implementing document that has some."""
        return _grouped((link.source, link) for link in self.links)

    @cached_property
    def by_target(self) -> Mapping[str, tuple[Link, ...]]:
        """The links of every unit of the implemented document that has some."""
        return _grouped((link.target, link) for link in self.links)

    @cached_property
    def _read(self) -> tuple[Mapping[str, tuple[Link, ...]], Mapping[str, tuple[Link, ...]]]:
        """The links that a person has read, of the units of both documents that have some."""
        read = [link for link in self.links if link.is_read]
        return _grouped((link.source, link) for link in read), _grouped((link.target, link) for link in read)

    def links_of(self, document: Document, anchor: str) -> tuple[Link, ...]:
        """The links at a unit of either document."""
        own, _ = self.seen_from(document, (self.by_source, self.by_target))
        return own.get(anchor, ())

    @property
    def documents(self) -> tuple[Document, Document]:
        """The implementing one, and the implemented one."""
        return self.implementing, self.implemented

    def other(self, document: Document) -> Document:
        """The other document of the pair."""
        return self.seen_from(document, self.documents)[1]

    def seen_from(self, document: Document, both: tuple[End, End]) -> tuple[End, End]:
        """What the two documents have, the implementing one's first → that of ``document``, and that of the other."""
        return both if document is self.implementing else both[::-1]

    def ends(self, link: Link, document: Document) -> tuple[str, str]:
        """The end of a link in ``document``, and the one in the other."""
        return self.seen_from(document, link.ends)

    def facing(self, source: str, target: str) -> FacingUnits:
        """A unit of either document, by its anchor."""
        return FacingUnits(self.implementing, source, self.implemented, target)

    def read_links(self, document: Document, anchor: str) -> tuple[Link, ...]:
        """The links at a unit that a person has read: all that is counted."""
        own, _ = self.seen_from(document, self._read)
        return own.get(anchor, ())

    def state(self, document: Document, anchor: str) -> Coverage:
        """Every sentence and head of both documents is in exactly one state. What only the program has linked is unreviewed."""
        if self.read_links(document, anchor):
            return Coverage.LINKED
        return self.none.get((document.id, anchor), Coverage.UNREVIEWED)

    def closest(self, document: Document, anchor: str) -> Link | None:
        """The closest of the links at a unit that a person has read; it is counted under that one alone."""
        return min(self.read_links(document, anchor), key=lambda link: list(Closeness).index(link.closeness), default=None)

    @cached_property
    def automatic(self) -> tuple[Link, ...]:
        """The links that nobody has read."""
        return tuple(link for link in self.links if not link.is_read)

    @property
    def counted(self) -> tuple[Link, ...]:
        """The links that a person has read; of a pair that nobody has read, the automatic ones."""
        return tuple(link for link in self.links if link.is_read) if self.is_read else self.automatic

    @cached_property
    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """Per document the sentences and heads that nobody has read."""
        return {
            document.id: tuple(a for a in compared_units(document) if self.state(document, a) is Coverage.UNREVIEWED)
            for document in self.documents
        }

    @property
    def is_read(self) -> bool:
        """Whether a person has read anything of it; nothing is said or counted of a pair that nobody has."""
        return bool(self.none) or len(self.links) > len(self.automatic)

    @property
    def is_read_whole(self) -> bool:
        """Whether a person has read every sentence and head of both documents."""
        return self.is_read and not any(self.unread.values())


def _grouped(items: Iterable[tuple[str, Link]]) -> Mapping[str, tuple[Link, ...]]:
    groups: dict[str, tuple[Link, ...]] = {}
    for anchor, link in items:
        groups[anchor] = (*groups.get(anchor, ()), link)
    return groups


def in_reading_order(implementing: Document, implemented: Document, links: Iterable[Link]) -> tuple[Link, ...]:
    """Links by their place in the implementing document, those of one unit by their place in the implemented one."""
    order, other = ({anchor: at for at, anchor in enumerate(document.units)} for document in (implementing, implemented))
    return tuple(sorted(links, key=lambda link: (order[link.source], other[link.target])))


def is_compared(unit: Unit) -> bool:
    """Whether a unit takes part in comparing: sentences and heads do; title and adoption note have no sentences."""
    return unit.kind is Kind.SENTENCE or unit.is_head


def compared_in(unit: Unit) -> list[str]:
    """The anchors that links stand at in the block of a unit: its own, if it is a head, or those of its sentences."""
    return [unit.anchor] if unit.is_head else [sentence.anchor for sentence in unit.sentences]


def compared_units(document: Document) -> list[str]:
    """The anchors of all sentences and heads, in reading order."""
    return [anchor for anchor, unit in document.units.items() if is_compared(unit)]
