"""The registry of a document: every anchor ever published, the folded text it was published with, and what replaced it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from .anchor import parent_path

GONE = "-"
"""In the third column: the unit is gone and nothing replaced it."""


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One published anchor. ``line`` is its place in the file, 0 for one not written yet."""

    anchor: str
    folded: str
    replaced_by: str = ""
    line: int = 0

    @property
    def live(self) -> bool:
        """Whether the anchor has its own unit still."""
        return not self.replaced_by


@dataclass(frozen=True)
class Registry:
    """The anchors of one document, in the order of the file."""

    path: PurePosixPath
    rows: tuple[RegistryRow, ...] = ()

    def live(self) -> Iterator[RegistryRow]:
        """The anchors with a unit, in the file's order."""
        return (row for row in self.rows if row.live)

    def retired(self) -> Iterator[RegistryRow]:
        """The anchors that something or nothing replaced."""
        return (row for row in self.rows if not row.live)

    def anchors(self) -> frozenset[str]:
        """Every anchor there ever was."""
        return frozenset(self._by_anchor)

    @cached_property
    def _by_anchor(self) -> Mapping[str, RegistryRow]:
        return {row.anchor: row for row in self.rows}

    def resolve(self, anchor: str) -> str:
        """Where an old address leads today: what replaced it, else the nearest ancestor that is live, else ""."""
        rows = self._by_anchor
        seen: set[str] = set()
        while anchor and (anchor not in rows or not rows[anchor].live):
            row = rows.get(anchor)
            if row and row.replaced_by != GONE and row.replaced_by not in seen:
                seen.add(anchor)
                anchor = row.replaced_by
            else:
                anchor = parent_path(anchor)
        return anchor
