"""Results kept from one run to the next, each under the hash of all that it depends on; whoever looks one up makes it anew if it is not there.

They lie in ``.duidu/kept/`` of a corpus, a file each, whose first line says what it is and what its content must hash to. So the folder
may be deleted, copied, cut short or come from another version or corpus: what does not fit is not there.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from itertools import count
from pathlib import Path

from .files import files_key

FOLDER = Path(".duidu", "kept")
"""Where it lies in a corpus; ignored by git."""
FORM = "duidu-kept 1"
_numbers = count()
"""Of files that are being written."""


class Kept:
    """The folder of one corpus. What cannot be written is not kept; that is never a fault."""

    def __init__(self, root: Path, *, writing: bool = True) -> None:
        """``writing`` False only looks things up."""
        self.folder = root / FOLDER
        self.writing = writing
        self._own: dict[str, bool] = {}
        self.used: dict[str, set[str]] = {}
        self._made: set[str] = set()

    def get(self, kind: str, key: str) -> str | None:
        """What was kept under a key, exactly as it was put there; None if there is nothing, or nothing to be trusted."""
        body = self._trusted(kind, key)
        return None if body is None else body.decode()

    def keeps(self, kind: str, key: str) -> bool:
        """Whether ``get`` would give something."""
        return self._trusted(kind, key) is not None

    def _trusted(self, kind: str, key: str) -> bytes | None:
        if not self._is_own(kind):
            return None
        try:
            head, _, body = self._file(kind, key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(kind, key, body):
            return None
        self.used.setdefault(kind, set()).add(key)
        return body

    def parted(self, kind: str, key: str) -> Parted | None:
        """What was kept in two parts: of the second only its place is looked up; None if there is nothing, or nothing to be trusted."""
        if not self._is_own(kind):
            return None
        try:
            with self._file(kind, key).open("rb") as opened:
                head, first = opened.readline(), opened.readline()
                start, end = opened.tell(), os.fstat(opened.fileno()).st_size
        except OSError:
            return None
        said = head.rstrip(b"\n").rpartition(b" ")
        if said[0] != _head(kind, key, first) or not first.endswith(b"\n"):
            return None
        size, _, digest = said[2].partition(b":")
        if not size.isdigit() or end - start != int(size):
            return None
        self.used.setdefault(kind, set()).add(key)
        return Parted(first[:-1].decode(), self._file(kind, key), start, digest.decode("ascii", "replace"))

    def put_parted(self, kind: str, key: str, first: str, body: bytes) -> None:
        """Keep a line, and a text (as UTF-8) that may be long and is often not needed."""
        line = f"{first}\n".encode()
        sized = f" {len(body)}:{sha256(body).hexdigest()}\n".encode()
        self._write(kind, key, [_head(kind, key, line), sized, line, body])

    def has(self, kind: str, key: str) -> bool:
        """Whether something lies there; whether it is to be trusted, only ``get`` knows."""
        return self._is_own(kind) and os.path.isfile(self._file(kind, key))  # noqa: PTH113 (no error where nothing may be read)

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep a text under a key."""
        body = text.encode()
        self._write(kind, key, [_head(kind, key, body), b"\n", body])

    def _write(self, kind: str, key: str, parts: Iterable[bytes]) -> None:
        """An entry, whole or not at all, whoever else writes there."""
        if not self.writing or not self._is_own(kind):
            return
        folder = os.fspath(self.folder / kind)
        staged = ""
        try:
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
                self._made.add(folder)
            staged = f"{folder}{os.sep}.{os.getpid()}-{next(_numbers)}"
            with open(staged, "xb") as opened:  # noqa: PTH123 (thousands of them: a path object costs as much as the file)
                opened.writelines(parts)
            os.replace(staged, f"{folder}{os.sep}{key}")  # noqa: PTH105
        except OSError:
            if staged:
                with suppress(OSError):  # where nothing may be written, nothing can be removed either
                    Path(staged).unlink(missing_ok=True)
            return
        self.used.setdefault(kind, set()).add(key)

    def sweep(self, kinds: Iterable[str]) -> None:
        """Remove what this run did not use, of some kinds."""
        if not self.writing:
            return
        for kind in kinds:
            if not self._is_own(kind):
                continue
            used = self.used.get(kind, set())
            try:
                for file in (self.folder / kind).iterdir():
                    if file.name not in used:
                        file.unlink(missing_ok=True)
            except OSError:
                continue

    def _is_own(self, kind: str) -> bool:
        """Whether a kind lies here, not by a link that came with a repository in any folder of this machine."""
        if kind not in self._own:
            self._own[kind] = not any(os.path.islink(folder) for folder in (self.folder / kind, self.folder, self.folder.parent))  # noqa: PTH114 (no error where nothing may be read)
        return self._own[kind]

    def _file(self, kind: str, key: str) -> Path:
        return self.folder / kind / key


@dataclass(frozen=True, slots=True)
class Parted:
    """The first part of an entry, and where the second lies."""

    first: str
    file: Path
    start: int
    digest: str

    def second(self) -> str | None:
        """The second part; None if it is not what was put there, or there no more."""
        body = self.slice(0, -1)
        return body.decode() if sha256(body).hexdigest() == self.digest else None

    def slice(self, start: int, size: int) -> bytes:
        """So many bytes of the second part, whatever lies there now; -1 for all that follow."""
        try:
            with self.file.open("rb") as opened:
                opened.seek(self.start + start)
                return opened.read(size)
        except OSError:
            return b""


def _head(kind: str, key: str, body: bytes) -> bytes:
    return f"{FORM} {kind} {key} {sha256(body).hexdigest()}".encode()


def key_of(*parts: str | bytes) -> str:
    """The hash of all that a result depends on; the tool itself is always among it."""
    found = sha256(tool().encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


@cache
def tool() -> str:
    """The hash of this tool: every file of the package, and the versions of what it stands on."""
    package = Path(__file__).parent.parent
    files = (file for file in package.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return sha256("\n".join([files_key(files, package), platform.python_version(), *_versions()]).encode()).hexdigest()


def _versions() -> list[str]:
    try:
        named = requires("duidu") or []
    except PackageNotFoundError:
        return []
    return sorted(named_version(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in named)


def named_version(name: str) -> str:
    """A package with its version; of one that is not installed the name alone."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
