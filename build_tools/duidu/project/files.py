"""Files as they lie in a folder: which there are, and the hash of one or of many. What cannot be read is as if it were not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path


def files_below(folder: Path) -> Iterator[str]:
    """The path of every file in a folder and its folders; links to folders are not followed, and what never ends (a pipe, a device) is no file."""
    left = [os.fspath(folder)]
    while left:
        try:
            entries = list(os.scandir(left.pop()))
        except OSError:
            continue
        left += (entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
        yield from (entry.path for entry in entries if os.path.isfile(entry.path))  # noqa: PTH113 (False also for a link that goes round)


def files_key(files: Iterable[Path | str], root: Path) -> str:
    """The hash of files: their paths and what is in them."""
    found = sha256()
    start = len(os.fspath(root / "file")) - len("file")  # "." is no part of a path
    for file in sorted(os.fspath(one) for one in files):
        try:
            with open(file, "rb") as opened:  # noqa: PTH123 (a path object costs more than the hash)
                data = opened.read()
        except OSError:
            continue
        found.update(f"{file[start:].replace(os.sep, '/')}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def names_below(folder: Path) -> Iterator[str]:
    """Whatever lies in a folder and its folders by its name, and where links lead: a page may be right in all its words and be none of this project's."""
    for inside, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = f"{inside}{os.sep}{name}"
            yield f"{os.path.relpath(path, folder)} → {os.path.realpath(path)}" if os.path.islink(path) else os.path.relpath(path, folder)  # noqa: PTH114 (of each file of a large site)


def file_hash(file: Path | str) -> str:
    """The sha256 of what is in a file; "" where it is none, or a link that leads nowhere or to a folder."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 (a path object costs more than the hash)
            return sha256(opened.read()).hexdigest()
    except OSError:
        return ""
