"""What people know of a document besides its text: the record of document.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .levels import Level
from .records import Role


@dataclass(frozen=True, slots=True)
class Meta:
    """A document as document.yml has it; ``docs/about/contract.md`` names the fields."""

    id: str
    title: str
    short_title: str
    issuer: str
    place: str
    level: Level
    date: str
    """ISO 8601."""
    implements: tuple[str, ...]
    file: str
    encoding: str
    sha256: str
    found: str
    remark: str
    roles: Mapping[int, Role]
    """What a person overruled, by line."""
    accepted: frozenset[str]
    """Faults that are the text's own, as ``OUT002@45``."""
    supplied: bool = False
    """Whether the title stands nowhere in the text: a person supplied it."""
    figures: Mapping[int, str] = field(default_factory=dict)
    """What is written in a picture, by its line: typed by a person, beside the text and no part of it."""
    offered: bool = True
    """Whether the site offers the raw file for download."""
