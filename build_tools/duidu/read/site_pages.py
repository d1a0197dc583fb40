"""The pages of the site that people write: Markdown below docs/."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath


def hand_written(root: Path, generated: str, known: Collection[PurePosixPath] = ()) -> Iterator[tuple[PurePosixPath, str]]:
    """Path below ``docs/`` and text of every Markdown file there that is UTF-8, but for those that are marked as ``generated``.

    ``known`` are files of the project that are generated, whatever lies there.
    """
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        if PurePosixPath(path.relative_to(root)) in known or says_generated(path, generated):
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue  # MkDocs will say so
        yield PurePosixPath(path.relative_to(docs)), text


def says_generated(page: Path, mark: str) -> bool:
    """Whether the second line of a page is the ``mark`` of those that the converter makes; the rest of it is not read."""
    with page.open(encoding="utf-8", errors="replace") as lines:
        return [next(lines, ""), next(lines, "")][1].rstrip("\n") == mark
