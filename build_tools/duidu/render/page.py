"""What the converter writes: files, and among them the pages that show units of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class OutputFile:
    """Path below the project's folder, and the whole text; of a file published byte for byte as others made it ``copied`` instead."""

    path: PurePosixPath
    text: str
    copied: bytes | None = field(default=None, kw_only=True)

    @property
    def content(self) -> bytes:
        """What the file holds: the text as UTF-8, or what is copied."""
        return self.text.encode() if self.copied is None else self.copied


@dataclass(frozen=True, slots=True)
class Page(OutputFile):
    """A Markdown page. ``document`` and ``anchors`` say which units of which document stand on it, in order; none on lists and the like."""

    document: str = ""
    anchors: tuple[str, ...] = ()
