"""The last step in the built site: joined style sheets get their final names, in the pages too, and what is not needed goes."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Mapping
from pathlib import Path


def rename(pages: Iterable[Path], names: Mapping[str, str]) -> None:
    """Write names over others of the same length, in place: the pages are not read again beyond their heads."""
    pairs = [(old.encode(), new.encode()) for old, new in names.items()]
    assert all(len(old) == len(new) for old, new in pairs)
    for page in pages:
        with page.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
            for old, new in pairs:
                if (at := content.find(old)) >= 0:
                    content[at : at + len(old)] = new


def remove(site: Path, paths: Iterable[str]) -> None:
    """Remove files, and folders that thereby become empty."""
    for path in sorted(paths):
        file = site / path
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == site or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
