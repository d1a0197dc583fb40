"""What may be added to official text while it is written: nothing, or the layers of a page, or what a book prints.

``official.py`` asks at three places; whoever adds something answers there and nowhere else, so that the text itself is written once.
"""

from __future__ import annotations

from ..model.records import Unit
from .markdown import escape


class Annotator:
    """The official text and nothing else; a subclass adds its layer at the places that it is asked about."""

    def words(self, anchor: str, text: str) -> str:  # noqa: ARG002  (a subclass may depend on the unit)
        """The Markdown of a sentence's words."""
        return escape(text)

    def signs(self, anchor: str) -> str:  # noqa: ARG002
        """What follows a sentence or a head's words, outside of it."""
        return ""

    def beside(self, unit: Unit) -> str:  # noqa: ARG002
        """The block that follows a unit's own block; "" for none."""
        return ""


PLAIN = Annotator()
"""Adds nothing: full texts, title pages."""
