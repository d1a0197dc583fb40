"""A place in a text as it is cited: steps, written out in Chinese by this module alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One step: 第3段 (before 第, number 3, after 段), 二, （二）, 第一款; with number 0 it is ``before`` alone."""

    before: str
    number: int = 0
    after: str = ""
    written: str = ""
    """The number as it is written, if not in figures: 第一款."""

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.before}{self.written or self.number}{self.after}" if self.number else self.before


@dataclass(frozen=True, slots=True)
class Citation:
    """The steps from the document down; none is the document itself."""

    places: tuple[Place, ...] = ()

    def __str__(self) -> str:
        """As it is cited: 二（二）第4段第2句, 第八条第二款第（三）项.

        >>> str(Citation((Place("二"), Place("（二）"), Place("第", 4, "段"))))
        '二（二）第4段'
        """
        return "".join(map(str, self.places))

    @property
    def last(self) -> Place:
        """The unit's own step."""
        return self.places[-1] if self.places else Place("")

    def __add__(self, place: Place) -> Citation:
        """One step further down; an empty step adds nothing."""
        return Citation((*self.places, place)) if str(place) else self
