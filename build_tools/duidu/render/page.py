"""What the converter writes: files, and among them the pages that show units of a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class OutputFile:
    """Path below the project's folder, and the whole text."""

    path: PurePosixPath
    text: str


@dataclass(frozen=True, slots=True)
class Page(OutputFile):
    """A Markdown page. ``document`` and ``anchors`` say which units of which document stand on it, in order; none on lists and the like."""

    document: str = ""
    anchors: tuple[str, ...] = ()
