"""Which files a site needs: those that pages refer to, and those that these name in turn."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping

SOURCE_MAP = re.compile(r"[#@] ?sourceMappingURL=\S+")
"""Read by developers' tools only."""


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
