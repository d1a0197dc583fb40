"""A file that the converter writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Page:
    """Path below the project's folder, and the whole text. ``document`` and ``anchors`` say which units stand on it, in order.

    A file that is published byte for byte as somebody else made it has ``copied`` instead of a text.
    """

    path: PurePosixPath
    text: str
    document: str = ""
    anchors: tuple[str, ...] = ()
    copied: bytes | None = None

    @property
    def content(self) -> bytes:
        """What the file holds: the text as UTF-8, or what is copied."""
        return self.text.encode() if self.copied is None else self.copied
