"""The pages of the site that people write: Markdown below docs/."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath


def hand_written(root: Path, generated: str, known: Collection[PurePosixPath] = ()) -> Iterator[tuple[PurePosixPath, str]]:
    """Path below ``docs/`` and text of every Markdown file there that is UTF-8, but for those whose front matter says ``generated``.

    ``known`` are files of the project that are generated, whatever lies there.
    """
    docs = root / "docs"
    mark = f"\n{generated}\n".encode()
    for path in sorted(docs.rglob("*.md")):
        if PurePosixPath(path.relative_to(root)) in known:
            continue
        with path.open("rb") as opened:
            if mark in opened.read(200).partition(b"\n---\n")[0]:
                continue  # most of them: not read to the end
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue  # MkDocs will say so
        if generated not in text.partition("\n---\n")[0]:
            yield PurePosixPath(path.relative_to(docs)), text
