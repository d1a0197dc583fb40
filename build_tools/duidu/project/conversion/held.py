"""Texts of output files as they lie in an entry of what is kept, one behind the other, each read where it is needed and held to its hash."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from ...render.page import OutputFile, Page
from ..kept import Kept, Parted

Pages = Callable[[], Iterable[OutputFile]]


@dataclass(frozen=True, slots=True)
class KeptText:
    """One text of an entry. If it was damaged or removed since, it is made again."""

    size: int
    sha256: str
    start: int = field(compare=False)
    entry: Parted = field(compare=False, repr=False)
    again: Callable[[], bytes] = field(compare=False, repr=False)

    def read(self) -> bytes:
        """The text as UTF-8."""
        content = self.entry.slice(self.start, self.size)
        return content if sha256(content).hexdigest() == self.sha256 else self.again()


def keep_files(kept: Kept, kind: str, key: str, files: Iterable[OutputFile]) -> None:
    """Keep files under a key: what they are in one line, and their texts."""
    listed: list[list[object]] = []
    texts: list[bytes] = []
    for file in files:
        units = [file.document, file.anchors] if isinstance(file, Page) else []
        content = file.content
        listed.append([file.path.as_posix(), len(content), sha256(content).hexdigest(), *units])
        texts.append(content)
    kept.put_parted(kind, key, json.dumps(listed, ensure_ascii=False), b"".join(texts))


def kept_files(entry: Parted, make: Pages) -> Iterator[OutputFile]:
    """The files of an entry; ``make`` makes them anew."""
    start = 0
    for path, size, digest, *units in json.loads(entry.first):
        text = KeptText(size, digest, start, entry, _Again(make, PurePosixPath(path)))
        yield Page(PurePosixPath(path), text, units[0], tuple(units[1])) if units else OutputFile(PurePosixPath(path), text)
        start += size


@dataclass(frozen=True, slots=True)
class _Again:
    make: Pages
    path: PurePosixPath

    def __call__(self) -> bytes:
        return next(file.content for file in self.make() if file.path == self.path)
