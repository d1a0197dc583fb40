"""The last step in the built site: joined style sheets get their final names, in the pages too, and what is not needed goes: files to which neither a page nor a needed file refers."""

from __future__ import annotations

import mmap
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

SOURCE_MAP = re.compile(r"[#@] ?sourceMappingURL=\S+")
"""Read by developers' tools only."""


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


def unneeded(files: Mapping[str, str | None], roots: Collection[str]) -> set[str]:
    """Of files by their addresses, with their text if they have any, those that neither a page nor a needed file refers to."""
    needed: set[str] = set()
    waiting = [path for path in files if path in roots]
    while waiting:
        path = waiting.pop()
        if path not in needed:
            needed.add(path)
            waiting.extend(_named(path, files))
    return files.keys() - needed


def _named(path: str, files: Mapping[str, str | None]) -> set[str]:
    """The files that a file names. One name out of another folder stands for the whole folder: further names are put together when run."""
    text = SOURCE_MAP.sub("", files[path] or "")
    if not text:
        return set()
    found = {one for one in files if posixpath.basename(one) in text}
    folders = {posixpath.dirname(one) for one in found} - {posixpath.dirname(path)}
    return found | {one for one in files if posixpath.dirname(one) in folders and not one.endswith(".map")}
