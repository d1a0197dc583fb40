"""The levels of the corpus, from the highest down: what each is called, and how it is drawn. The one place that knows them.

A corpus declares its own in ``corpus.yml`` (``levels: [{id: province, name: 省, seal: 省}, …]``); without them there are the four below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level. Levels compare by ``rank``: 0 is the highest."""

    id: str
    name: str
    """As in 仅省, 省、市共有."""
    seal: str
    """The one character of its seal."""
    own: str
    """The character by which a text names its own level: 省 in 全省, 国 in 全国."""
    rank: int
    upper: bool
    """Whether it belongs to the upper half of the levels: its seal is filled, the others' are outlined."""

    @property
    def grade(self) -> str:
        """省级; a name of more than one character needs no 级: 中央."""
        return self.name if len(self.name) > 1 else f"{self.name}级"


def levels_of(declared: Iterable[Mapping[str, str]]) -> tuple[Level, ...]:
    """The records of ``levels`` in corpus.yml, upper first; ``seal`` and ``own`` are the name's first character if left out."""
    rows = list(declared)
    return tuple(
        Level(row["id"], row["name"], row.get("seal", row["name"][0]), row.get("own", row["name"][0]), rank, 2 * rank < len(rows))
        for rank, row in enumerate(rows)
    )


def from_the_highest(levels: Iterable[Level]) -> list[Level]:
    """Each of some levels once, the highest first."""
    return sorted(set(levels), key=lambda level: level.rank)


DEFAULT = levels_of(
    [
        {"id": "central", "name": "中央", "seal": "央", "own": "国"},
        {"id": "province", "name": "省"},
        {"id": "city", "name": "市"},
        {"id": "county", "name": "县"},
    ]
)
