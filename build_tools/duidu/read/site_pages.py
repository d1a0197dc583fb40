"""The pages of the site that people write: Markdown below docs/."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

MARKED = 200
"""Bytes of a page in which its second line ends, if that is the converter's mark."""


def hand_written(root: Path, generated: str, known: Collection[PurePosixPath] = ()) -> Iterator[tuple[PurePosixPath, str]]:
    """Path below ``docs/`` and text of every Markdown file there that is UTF-8, but for those that are marked as ``generated``.

    ``known`` are files of the project that are generated, whatever lies there.
    """
    docs = root / "docs"
    for name, path in sorted(_pages(docs)):
        if PurePosixPath("docs", name) in known or says_generated(path, generated):
            continue
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue  # MkDocs will say so
        yield PurePosixPath(name), text


def says_generated(page: Path | str, mark: str) -> bool:
    """Whether the second line of a page is the ``mark`` of those that the converter makes; the rest of it is not read."""
    with open(page, "rb") as opened:  # noqa: PTH123 (of each file of a large site)
        return opened.read(MARKED).decode(errors="replace").splitlines()[1:2] == [mark]


def _pages(docs: Path) -> Iterator[tuple[PurePosixPath, str]]:
    """The name below ``docs`` of each Markdown file, and where it lies."""
    for folder, _, names in os.walk(docs):
        inside = PurePosixPath(os.path.relpath(folder, docs).replace(os.sep, "/"))
        for name in names:
            if name.endswith(".md") and os.path.isfile(path := os.path.join(folder, name)):  # noqa: PTH113, PTH118 (False also for a pipe)
                yield inside / name, path
