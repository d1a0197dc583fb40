"""Links between provisions: which unit of an implementing document takes up which unit of an implemented one.

Beside the texts, keyed by unit. A curated link remembers the fingerprints of what it was checked against: when either
end changes, it is 待复核 until a person confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property

from ..anchors.document import Document
from ..model.faults import Fault
from ..model.records import Kind, Unit
from ..read.links import LinkFile, LinkRow, Precision
from .evidence import evidence_faults
from .extent import common_clauses, is_whole


class Relation(StrEnum):
    """How close a provision is to the one it takes up, the closest first."""

    SAME = "same"
    ADAPT = "adapt"
    ECHO = "echo"


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


NONE = (Coverage.TOPIC, Coverage.OTHER, Coverage.OPEN)
"""The states of what was looked for and has no counterpart."""


@dataclass(frozen=True, slots=True)
class Link:
    """A provision of the implementing document (``source``) and the one it takes up (``target``)."""

    source: str
    target: str
    relation: Relation
    whole: bool = False
    """Of ``same``: whether the two are word for word the same, place and level aside."""
    evidence: tuple[tuple[str, str], ...] = ()
    note: str = ""
    state: State = State.CONFIRMED
    score: float | None = None
    """Of an automatic link, 0 to 1; None for a curated one."""

    @property
    def basis(self) -> str:
        """``curated`` or ``automatic``."""
        return "curated" if self.score is None else "automatic"

    @property
    def closeness(self) -> Closeness:
        """The relation as it is shown."""
        if self.relation is Relation.SAME:
            return Closeness.WHOLE if self.whole else Closeness.PART
        return Closeness(self.relation.value)


@dataclass(frozen=True, eq=False)
class Pair:
    """Two documents, one of which implements the other, with all links and what is known of every unit. Equal to itself alone."""

    implementing: Document
    implemented: Document
    links: tuple[Link, ...]
    """In the implementing document's order, then the implemented one's."""
    none: Mapping[tuple[str, str], Coverage]
    """Document and anchor of the units without counterpart, and which kind of none it is."""
    rejected: frozenset[tuple[str, str]] = frozenset()
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

    def links_of(self, document: Document, anchor: str) -> tuple[Link, ...]:
        """The links at a unit of either document."""
        side = self.by_source if document is self.implementing else self.by_target
        return side.get(anchor, ())

    def other(self, document: Document) -> Document:
        """The other document of the pair."""
        return self.implemented if document is self.implementing else self.implementing

    def ends(self, link: Link, document: Document) -> tuple[str, str]:
        """The end of a link in ``document``, and the one in the other."""
        return (link.source, link.target) if document is self.implementing else (link.target, link.source)

    def read_links(self, document: Document, anchor: str) -> tuple[Link, ...]:
        """The links at a unit that a person has read: all that is counted."""
        return tuple(link for link in self.links_of(document, anchor) if link.score is None)

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
        return tuple(link for link in self.links if link.score is not None)

    @property
    def counted(self) -> tuple[Link, ...]:
        """The links that a person has read; of a pair that nobody has read, the automatic ones."""
        return tuple(link for link in self.links if link.score is None) if self.is_read else self.automatic

    @cached_property
    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """Per document the sentences and heads that nobody has read."""
        return {
            document.id: tuple(a for a in compared_units(document) if self.state(document, a) is Coverage.UNREVIEWED)
            for document in (self.implementing, self.implemented)
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


def is_compared(unit: Unit) -> bool:
    """Whether a unit takes part in comparing: sentences and heads do; title and adoption note have no sentences."""
    return unit.kind is Kind.SENTENCE or unit.is_head


def compared_units(document: Document) -> list[str]:
    """The anchors of all sentences and heads, in reading order."""
    return [anchor for anchor, unit in document.units.items() if is_compared(unit)]


def curated_links(implementing: Document, implemented: Document, file: LinkFile) -> list[Link]:
    """The links of a file whose two ends exist, in reading order."""
    order = {anchor: position for position, anchor in enumerate(implementing.units)}
    other = {anchor: position for position, anchor in enumerate(implemented.units)}
    links = [
        Link(
            row.source,
            row.target,
            Relation(row.relation),
            row.relation == Relation.SAME and is_whole(implementing, row.source, implemented, row.target),
            row.evidence,
            row.note,
            _state(implementing, implemented, row),
        )
        for row in file.rows
        if row.source in order and row.target in other
    ]
    return sorted(links, key=lambda link: (order[link.source], other[link.target]))


def _state(implementing: Document, implemented: Document, row: LinkRow) -> State:
    today = (implementing.fingerprint(row.source)[:8], implemented.fingerprint(row.target)[:8])
    return State.CONFIRMED if row.checked == today else State.SUSPECT


def link_faults(implementing: Document, implemented: Document, file: LinkFile) -> Iterator[Fault]:
    """What is wrong with a file of curated links, every fault at its place."""
    seen: dict[tuple[str, str], int] = {}
    for position, row in enumerate(file.rows):
        place = ("links", position)
        ends = ((implementing, row.source, "from"), (implemented, row.target, "to"))
        if any(document.is_gone(anchor) for document, anchor, _ in ends):
            continue  # ANC002 says it, and retire mends the link with the address
        unknown = [_unknown_unit(file, (*place, key), document, anchor) for document, anchor, key in ends]
        yield from (fault for fault in unknown if fault)
        if (first := seen.setdefault((row.source, row.target), position)) != position:
            line, _ = file.yaml.at("links", first)
            yield file.yaml.fault(place, "LNK001", f"{row.source} → {row.target} 与第 {line} 行重复", "删去其中一条")
        if not any(unknown):
            yield from evidence_faults(implementing, implemented, file, position)
            yield from _extent_faults(implementing, implemented, file, position)
            if _state(implementing, implemented, row) is State.SUSPECT:
                remedy = f"核对两端今天的文字，再运行 duidu confirm {implementing.id} {row.source}"
                said = "核对之后文字有改动，待复核" if row.checked else "还没有核对过"
                yield file.yaml.fault(place, "LNK006", f"{row.source} → {row.target} {said}", remedy, warning=True)
    yield from _none_faults(implementing, implemented, file)
    yield from _rejected_faults(implementing, implemented, file)


def _unknown_unit(file: LinkFile, place: tuple[str | int, ...], document: Document, anchor: str) -> Fault | None:
    if anchor in document.units:
        if is_compared(document.units[anchor]):
            return None
        return file.yaml.fault(place, "LNK005", f"{document.id} 的 {anchor} 不是句子也不是标题", f"改用其中的一句，如 {anchor}-t1")
    today = document.registry.resolve(anchor) if anchor in document.registry.anchors() else ""
    near = get_close_matches(anchor, compared_units(document), 1, 0.3)
    hint = f"它现在是 {today}" if today else f"最接近的是 {near[0]}" if near else "核对地址"
    return file.yaml.fault(place, "ANC003", f"{document.id} 里没有 {anchor}", hint)


def _extent_faults(implementing: Document, implemented: Document, file: LinkFile, position: int) -> Iterator[Fault]:
    row = file.rows[position]
    if row.relation == Relation.SAME and not common_clauses(implementing, row.source, implemented, row.target):
        said = f"{row.source} → {row.target} 写的是 same，两句却没有一个分句相同"
        yield file.yaml.fault(("links", position, "relation"), "LNK011", said, "改为 adapt 或 echo，或核对两端的地址", warning=True)


def _none_faults(implementing: Document, implemented: Document, file: LinkFile) -> Iterator[Fault]:
    documents = {implementing.id: implementing, implemented.id: implemented}
    linked = {(implementing.id, row.source) for row in file.rows} | {(implemented.id, row.target) for row in file.rows}
    for document, anchor, kind in file.none:
        place = ("none", document, f"{anchor}:")
        if document not in documents:
            yield file.yaml.fault(
                ("none", f"{document}:"), "LNK005", f"none 里的 {document} 不是这两份文件之一", f"只能是 {' 或 '.join(documents)}"
            )
        elif documents[document].is_gone(anchor):
            continue
        elif (document, anchor) in linked:
            yield file.yaml.fault(place, "LNK003", f"{anchor} 既有对应又列在 none 里", "从 none 里删去，或删去它的对应")
        elif fault := _unknown_unit(file, place, documents[document], anchor):
            yield fault
        elif document == implementing.id and kind != "open":
            said = f"{implementing.id} 是下级文件，它的 {anchor} 不能写 {kind}"
            yield file.yaml.fault(("none", document, anchor), "LNK008", said, "改写 open，或补上它的对应")


def _rejected_faults(implementing: Document, implemented: Document, file: LinkFile) -> Iterator[Fault]:
    linked = {(row.source, row.target) for row in file.rows}
    for position, (source, target) in enumerate(file.rejected):
        place = ("rejected", position)
        if implementing.is_gone(source) or implemented.is_gone(target):
            continue
        unknown = [
            _unknown_unit(file, (*place, key), document, anchor)
            for document, anchor, key in ((implementing, source, "from"), (implemented, target, "to"))
        ]
        yield from (fault for fault in unknown if fault)
        if (source, target) in linked:
            yield file.yaml.fault(place, "LNK009", f"{source} → {target} 既在 links 里又在 rejected 里", "从其中一处删去")


def unreviewed_fault(pair: Pair, file: LinkFile) -> Iterator[Fault]:
    """One warning for all units of a curated pair that nobody has looked at."""
    for document in (pair.implementing, pair.implemented):
        if left := pair.unread[document.id]:
            named = "、".join(left[:5]) + ("……" if len(left) > 5 else "")
            yield file.yaml.fault(
                ("none",), "LNK007", f"{document.id} 还有 {len(left)} 处没有判读：{named}", "补上对应，或列入 none", warning=True
            )
