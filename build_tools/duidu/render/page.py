"""A file that the converter writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Page:
    """Path below the project's folder, and the whole text. ``document`` and ``anchors`` say which units stand on it, in order."""

    path: PurePosixPath
    text: str
    document: str = ""
    anchors: tuple[str, ...] = ()
