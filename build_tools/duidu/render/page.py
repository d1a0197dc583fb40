"""What the converter writes: files, and among them the pages that show units of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Protocol


class HeldText(Protocol):
    """A text that lies elsewhere than in memory: there are more of them than there is room for."""

    @property
    def sha256(self) -> str:
        """The hash of the text as UTF-8."""

    @property
    def size(self) -> int:
        """In bytes."""

    def read(self) -> bytes:
        """The text as UTF-8."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """Path below the project's folder, and the whole text; of a file published byte for byte as others made it ``copied`` instead."""

    path: PurePosixPath
    held: str | HeldText
    copied: bytes | None = field(default=None, kw_only=True)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.held if isinstance(self.held, str) else self.held.read().decode()

    @property
    def content(self) -> bytes:
        """What the file holds: the text as UTF-8, or what is copied."""
        if self.copied is not None:
            return self.copied
        return self.held.encode() if isinstance(self.held, str) else self.held.read()

    @property
    def sha256(self) -> str:
        """The hash of what the file holds."""
        return sha256(self.content).hexdigest() if isinstance(self.held, str) else self.held.sha256

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content) if isinstance(self.held, str) else self.held.size


@dataclass(frozen=True, slots=True)
class Page(OutputFile):
    """A Markdown page. ``document`` and ``anchors`` say which units of which document stand on it, in order; none on lists and the like."""

    document: str = ""
    anchors: tuple[str, ...] = ()
