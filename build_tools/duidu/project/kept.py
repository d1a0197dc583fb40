"""Results kept from one run to the next, each under the hash of all that it depends on; whoever looks one up makes it anew if it is not there.

They lie in ``.duidu/kept/`` of a corpus, a file each, whose first line says what it is and what its content must hash to. So the folder
may be deleted, copied, cut short or come from another version or corpus: what does not fit is not there.
"""

from __future__ import annotations

import os
import platform
import re
import tempfile
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

FOLDER = Path(".duidu", "kept")
"""Where it lies in a corpus; ignored by git."""
FORM = "duidu-kept 1"


class Kept:
    """The folder of one corpus. What cannot be written is not kept; that is never a fault."""

    def __init__(self, root: Path, *, writing: bool = True) -> None:
        """``writing`` False only looks things up."""
        self.folder = root / FOLDER
        self.writing = writing
        self._own: dict[str, bool] = {}
        self.used: dict[str, set[str]] = {}

    def get(self, kind: str, key: str) -> str | None:
        """What was kept under a key, exactly as it was put there; None if there is nothing, or nothing to be trusted."""
        if not self._is_own(kind):
            return None
        try:
            head, _, body = self._file(kind, key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(kind, key, body):
            return None
        self.used.setdefault(kind, set()).add(key)
        return body.decode()

    def has(self, kind: str, key: str) -> bool:
        """Whether something lies there; whether it is to be trusted, only ``get`` knows."""
        return os.path.isfile(self._file(kind, key))  # noqa: PTH113 (no error where nothing may be read)

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep a text under a key: whole or not at all, whoever else writes there."""
        if not self.writing or not self._is_own(kind):
            return
        body = text.encode()
        file = self._file(kind, key)
        staged = ""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, staged = tempfile.mkstemp(dir=file.parent, prefix=".")
            with os.fdopen(handle, "wb") as opened:
                opened.write(_head(kind, key, body) + b"\n" + body)
            Path(staged).replace(file)
        except OSError:
            if staged:
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


def files_key(files: Iterable[Path], root: Path) -> str:
    """The hash of files: their paths and what is in them."""
    found = sha256()
    start = len(os.fspath(root / "file")) - len("file")  # "." is no part of a path
    for file in sorted(map(os.fspath, files)):
        try:
            with open(file, "rb") as opened:  # noqa: PTH123 (a path object costs more than the hash)
                data = opened.read()
        except OSError:
            continue
        found.update(f"{file[start:].replace(os.sep, '/')}\0{len(data)}\0".encode())
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
    return sorted(_version(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in named)


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
