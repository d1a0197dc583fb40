"""Output files → the disk: only what changed, all or nothing, and generated files that are no longer made are removed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ...read.site_pages import says_generated
from ...render.exports.data import DATA
from ...render.markdown import GENERATED
from ...render.page import OutputFile
from ...render.search.files import SEARCH
from ..files import files_below
from ..switch import switch


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing would change, or has changed."""

    written: tuple[OutputFile, ...]
    removed: tuple[PurePosixPath, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def changes(root: Path, files: Sequence[OutputFile]) -> Changes:
    """Compare with what lies in the project; writes nothing."""
    made = {file.path for file in files}
    written = tuple(file for file in files if not _same(root / file.path, file))
    return Changes(written, tuple(generated(root, made)))


def apply(root: Path, planned: Changes) -> None:
    """Write and remove all that is planned, or nothing. Raises CallError."""
    switch(root, _Contents(planned.written), planned.removed)


class _Contents(Mapping[PurePosixPath, bytes]):
    """What is to be written, each file's bytes made when they are: all of them together would be as much again as the whole site."""

    def __init__(self, files: Sequence[OutputFile]) -> None:
        self._files = {file.path: file for file in files}

    def __getitem__(self, path: PurePosixPath) -> bytes:
        return self._files[path].content

    def __iter__(self) -> Iterator[PurePosixPath]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _same(file: Path, made: OutputFile) -> bool:
    try:
        stands = file.read_bytes()
    except FileNotFoundError:
        return False
    return len(stands) == made.size and sha256(stands).hexdigest() == made.sha256


def generated(root: Path, known: Collection[PurePosixPath] = ()) -> Iterator[PurePosixPath]:
    """The files below docs/ that a run of the converter made: all data, the search, and pages that say so in their second line.

    Those that are ``known`` are left out.
    """
    start = len(os.fspath(root / "file")) - len("file")
    names = {path.as_posix() for path in known}
    for file in sorted(map(Path, (one for one in files_below(root / "docs") if one[start:].replace(os.sep, "/") not in names))):
        path = PurePosixPath(*file.relative_to(root).parts)
        if file.is_file() and (
            any(path.is_relative_to(folder) for folder in (DATA, SEARCH)) or (file.suffix == ".md" and says_generated(file, GENERATED))
        ):
            yield path
