"""Everything that the tool writes into a project: staged beside, then switched at one point, so that a project is old or new.

``.duidu/new`` is being filled; renamed to ``.duidu/switch`` it counts. From then on its files are only moved to their places, which any
number of further runs can take up where a killed one stopped (``working`` does so before anything is read). What was not renamed goes.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ..model.faults import CallError
from .lock import HOME, alone
from .refusals import reason
from .stopping import clear_away, uninterrupted

PLAN = "plan.json"
"""In ``.duidu/switch``: ``{"written": {path in the project: name of the staged file}, "removed": [path …]}``."""
GIT = ".git"


@contextmanager
def working(root: Path, verb: str) -> Iterator[None]:
    """Nobody else works here, and what a killed run left is finished or gone. Raises CallError where that cannot be finished."""
    with alone(root, verb) as first:
        if first:
            _settle(root)
        yield


def switch(root: Path, written: Mapping[PurePosixPath, bytes], removed: Collection[PurePosixPath] = ()) -> None:
    """Write and remove files of a project, all or none. Raises CallError if they cannot be written; then nothing has changed."""
    if not written and not removed:
        return
    with working(root, "build"):
        new = root / HOME / "new"
        try:
            folders: set[PurePosixPath] = set()
            for path in (*written, *removed):
                _check(root, path, folders)
            _stage(root, new, written, removed)
            with uninterrupted():
                new.rename(root / HOME / "switch")
                _finish(root)
        except OSError as error:
            if (root / HOME / "switch").exists():
                raise CallError(f"换到一半写不进 {error.filename}：{reason(error)}。排除之后再运行一次，会接着换完。") from None
            raise CallError(f"写不进 {_shown(root, error)}：{reason(error)}。什么也没有改。") from None
        finally:
            clear_away(new)


@contextmanager
def workplace(root: Path) -> Iterator[Path]:
    """A folder for what is needed only meanwhile. What a killed run leaves of it, the next one removes."""
    with working(root, "build"):
        place = root / HOME / "work"
        try:
            place.mkdir(parents=True)
            yield place
        except OSError as error:
            raise CallError(f"写不进 {_shown(root, error)}：{reason(error)}。什么也没有改。") from None
        finally:
            clear_away(place)


def make_folder(folder: Path) -> None:
    """A folder for what is to be written into it. Raises CallError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"建不了文件夹 {folder}：{reason(error)}。") from None


def write_file(file: Path, data: bytes) -> None:
    """One file anywhere, whole or not at all. Raises CallError."""
    staged = file.with_name(f".{file.name}.new")
    try:
        staged.write_bytes(data)
        staged.replace(file)
    except OSError as error:
        raise CallError(f"写不进 {file}：{reason(error)}。") from None
    finally:
        clear_away(staged)


def _stage(root: Path, new: Path, written: Mapping[PurePosixPath, bytes], removed: Collection[PurePosixPath]) -> None:
    """Fill the folder that is to be switched. What takes the place of something that people wrote is on the disk before it counts,
    not only in memory; pages and data, which the next build would make again, need not be: a thousand of them would take seconds.
    """
    new.mkdir(parents=True)
    names = {str(path): str(number) for number, path in enumerate(written)}
    lasting = {path for path in written if path.parts[0] == "source" and (root / path).exists()}
    for path, data in written.items():
        try:
            _write(new / names[str(path)], data, lasting=path in lasting)
        except OSError as error:
            error.filename = str(root / path)
            raise
    plan = {"written": names, "removed": [str(path) for path in removed]}
    _write(new / PLAN, json.dumps(plan, ensure_ascii=False).encode(), lasting=bool(lasting))


def _write(file: Path, data: bytes, *, lasting: bool) -> None:
    with file.open("wb") as opened:
        opened.write(data)
        if lasting:
            opened.flush()
            os.fsync(opened.fileno())


def _check(root: Path, path: PurePosixPath, folders: set[PurePosixPath]) -> None:
    """What could stop the switch half-way is found before: no right to write, a file where a folder is to be or the other way round.

    So is a folder that is a link out of the project: a repository from elsewhere could have this machine's own files overwritten. Nothing is
    ever written for git, which runs what it finds there. ``folders`` are those that were looked at: what is moved into a folder cannot take
    its place.
    """
    target = root / path
    if path.is_absolute() or ".." in path.parts or (path.parts[:1] and path.parts[0].lower() == GIT):
        raise PermissionError(errno.EACCES, "", str(target))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    if path.parent in folders:
        return
    folders.add(path.parent)
    folder = next(parent for parent in target.parents if parent.exists())
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "", str(folder))
    if not folder.resolve().is_relative_to(root.resolve()):
        raise OSError(errno.ELOOP, "", str(target))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "", str(target))


def _settle(root: Path) -> None:
    """Finish what counts, remove what does not."""
    home = root / HOME
    try:
        if (home / "switch").exists():
            with uninterrupted():
                _finish(root)
        for left in ("new", "work"):
            if (home / left).exists():
                shutil.rmtree(home / left)
    except OSError as error:
        raise CallError(f"上一次没有写完，现在也写不进 {_shown(root, error)}：{reason(error)}。") from None


def _finish(root: Path) -> None:
    """Move every staged file that has not been moved yet; then the plan goes, and all is done."""
    folder = root / HOME / "switch"
    written, removed = _plan(folder / PLAN)
    folders: set[PurePosixPath] = set()
    for path, name in written.items():
        _check(root, PurePosixPath(path), folders)
        if not re.fullmatch(r"[0-9]+", name):  # not of ours: it could be any file of this machine
            raise PermissionError(errno.EACCES, "", str(folder / name))
        if (folder / name).exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).replace(root / path)
    for path in removed:
        _check(root, PurePosixPath(path), folders)
        (root / path).unlink(missing_ok=True)
        _remove_empty((root / path).parent, root / PurePosixPath(path).parts[0])
    shutil.rmtree(folder)


def _plan(file: Path) -> tuple[dict[str, str], list[str]]:
    """Nothing, if it went already when the run was killed, or never came to the disk before the power did: what people write is there first."""
    try:
        plan = json.loads(file.read_bytes())
        written = {str(path): str(name) for path, name in plan["written"].items()}
        return written, [str(path) for path in plan["removed"]]
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return {}, []


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _shown(root: Path, error: OSError) -> str:
    """The file that could not be written, as seen from the project."""
    file = Path(str(error.filename or root))
    return str(file.relative_to(root)) if file.is_relative_to(root) else str(file)
