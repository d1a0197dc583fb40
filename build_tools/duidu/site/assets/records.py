"""The records of the assets: what is published, what styles ask of pages, what pages and scripts have."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asset:
    """A published file: its address from the site's root, and its content."""

    path: str
    text: str


@dataclass(frozen=True)
class Asked:
    """What the selectors of a style sheet ask for: ``.class``, ``#id``, ``element``, ``[name=value]``; and the names in brackets."""

    needs: frozenset[str]
    attributes: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """What can be met: in pages exactly as asked for; in scripts any word, or the beginning of one that is put together there."""

    pages: AbstractSet[str]
    scripts: AbstractSet[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def has(self, need: str) -> bool:
        """Whether something asked for may turn up in a page."""
        if need in self.pages:
            return True
        word = need.strip(".#[]").rpartition("=")[2]
        return word in self.scripts or word.startswith(self.beginnings)


@dataclass
class Met:
    """What the pages of one build have shown so far."""

    needs: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)
    sheets: set[tuple[str, ...]] = field(default_factory=set)
