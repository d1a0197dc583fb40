"""The pages of the site that people write: Markdown below docs/."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath


def hand_written(root: Path, generated: str, known: Collection[PurePosixPath] = ()) -> Iterator[tuple[PurePosixPath, str]]:
    """Path below ``docs/`` and text of every Markdown file there that is UTF-8, but for those whose front matter says ``generated``.

    ``known`` are files of the project that are generated, whatever lies there.
    """
    docs = root / "docs"
    mark = f"\n{generated}\n".encode()
    for name, path in sorted(_pages(docs)):
        if PurePosixPath("docs", name) in known:
            continue
        with open(path, "rb") as opened:  # noqa: PTH123 (of each file of a large site)
            if mark in opened.read(200).partition(b"\n---\n")[0]:
                continue  # most of them: not read to the end
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue  # MkDocs will say so
        if generated not in text.partition("\n---\n")[0]:
            yield PurePosixPath(name), text


def _pages(docs: Path) -> Iterator[tuple[PurePosixPath, str]]:
    """The name below ``docs`` of each Markdown file, and where it lies."""
    for folder, _, names in os.walk(docs):
        inside = PurePosixPath(os.path.relpath(folder, docs).replace(os.sep, "/"))
        for name in names:
            if name.endswith(".md") and os.path.isfile(path := os.path.join(folder, name)):  # noqa: PTH113, PTH118 (False also for a pipe)
                yield inside / name, path
