"""The pages of the site that people write: Markdown below docs/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath


def hand_written(root: Path) -> Iterator[tuple[PurePosixPath, str]]:
    """Path below ``docs/`` and text of every Markdown file there that is UTF-8; what was generated there before is among them."""
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        try:
            yield PurePosixPath(path.relative_to(docs)), path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue  # MkDocs will say so
