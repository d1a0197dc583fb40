"""What document.yml knows of a text before it is parsed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.records import Role


@dataclass(frozen=True, slots=True)
class Hints:
    """What document.yml knows of the text: its title, and the lines whose role a person has settled."""

    title: str = ""
    roles: Mapping[int, Role] = field(default_factory=dict)
    supplied: bool = False
    """Whether a person supplied the title, since it stands nowhere in the text."""
    figures: frozenset[int] = frozenset()
    """Lines of pictures whose words a person has typed."""


NO_HINTS = Hints()
"""For a text that no document.yml speaks of."""
