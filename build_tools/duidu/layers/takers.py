"""Who carries out a provision of an upper document, and how: one provision against all documents that implement its document.

With one implementing document the comparison of the pair says it all; from two on the provisions have pages of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..anchors.document import Document
from ..model.records import Unit
from .alignment import AUTOMATIC, NONE, Alignment, Closeness, Coverage, is_compared
from .layers import Layers

LEAST = 2
"""So many implementing documents make the pages of ``taken-up/``."""
WEIGHTS = {Closeness.WHOLE: 1.0, Closeness.PART: 0.75, Closeness.ADAPT: 0.5, Closeness.ECHO: 0.25}
"""How close a relation is. Only for ordering places: the shares are not added up anywhere else."""


def takers(layers: Layers, document: Document) -> Sequence[Alignment]:
    """The pairs in which a document is the implemented one; none where there are fewer than ``LEAST``."""
    pairs = [pair for pair in layers.links.of(document) if pair.implemented is document]
    return pairs if len(pairs) >= LEAST else ()


def provisions(document: Document) -> list[str]:
    """Its headed provisions, in reading order."""
    return [anchor for anchor, unit in document.units.items() if unit.is_head]


def provision_of(document: Document, anchor: str) -> str:
    """The headed provision that a unit belongs to: the nearest head, itself included; "" before the first one."""
    return next((above for above in document.upwards(anchor) if document.units[above].is_head), "")


def own_units(document: Document, provision: str) -> list[str]:
    """The head of a provision and the sentences below it, those below a further head left out."""

    def below(unit: Unit) -> Iterator[str]:
        for child in unit.children:
            if not child.is_head:
                if is_compared(child):
                    yield child.anchor
                yield from below(child)

    return [provision, *below(document.units[provision])]


def state_of(pair: Alignment, anchor: str) -> str:
    """What one implementing document has of one unit: a relation, a kind of none, ``automatic`` or ``unreviewed``."""
    document = pair.implemented
    if closest := pair.closest(document, anchor):
        return closest.closeness.value
    if pair.links_of(document, anchor):
        return AUTOMATIC
    return pair.state(document, anchor).value


def counted(pair: Alignment, anchors: Sequence[str]) -> Mapping[str, int]:
    """How many of the units are in each state."""
    return Counter(state_of(pair, anchor) for anchor in anchors)


def closeness_of(pair: Alignment, anchors: Sequence[str]) -> int | None:
    """In hundredths, of the units a person has read: 100 if all are there word for word; None where nobody has read any."""
    states = [state for anchor in anchors if (state := state_of(pair, anchor)) not in (AUTOMATIC, Coverage.UNREVIEWED)]
    if not states:
        return None
    weights = [0.0 if state in NONE else WEIGHTS[Closeness(state)] for state in states]
    return round(100 * sum(weights) / len(weights))


def taken_up(pair: Alignment, anchors: Sequence[str]) -> int:
    """How many of the units a person found carried out: 同文, 部分同文 or 落实."""
    return sum(count for state, count in counted(pair, anchors).items() if state in (Closeness.WHOLE, Closeness.PART, Closeness.ADAPT))
