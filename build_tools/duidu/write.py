"""Pages → files: only what changed, all or nothing, and generated files that are no longer made are removed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .render.exports.data import DATA
from .render.markdown import GENERATED
from .render.page import OutputFile
from .render.search.files import SEARCH


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing would change, or has changed."""

    written: tuple[OutputFile, ...]
    removed: tuple[PurePosixPath, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def changes(root: Path, pages: Sequence[OutputFile]) -> Changes:
    """Compare with what lies in the project; writes nothing."""
    made = {page.path for page in pages}
    written = tuple(page for page in pages if not _same(root / page.path, page.content))
    return Changes(written, tuple(path for path in generated(root) if path not in made))


def apply(root: Path, planned: Changes) -> None:
    """Write all planned files beside their places first, then move each into place."""
    staged: list[tuple[str, Path]] = []
    try:
        for page in planned.written:
            target = root / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            staged.append((name, target))
            with os.fdopen(handle, "wb") as file:
                file.write(page.content)
            Path(name).chmod(0o644)
        while staged:
            name, target = staged[0]
            Path(name).replace(target)
            staged.pop(0)
    finally:
        for name, _ in staged:
            Path(name).unlink(missing_ok=True)
    for path in planned.removed:
        (root / path).unlink()
        _remove_empty(root / path.parent, root / "docs")


def add_folder(root: Path, folder: PurePosixPath, files: Mapping[str, bytes], listing: Sequence[OutputFile]) -> None:
    """A new folder with its files, and what lies beside it and lists it: both or neither."""
    target = root / folder
    staged = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        for name, data in files.items():
            (staged / name).write_bytes(data)
            (staged / name).chmod(0o644)
        staged.chmod(0o755)
        staged.rename(target)
    except BaseException:
        shutil.rmtree(staged)
        raise
    try:
        apply(root, Changes(tuple(listing), ()))
    except BaseException:
        shutil.rmtree(target)
        raise


def write_new(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """A folder that is not there yet, or empty, with its files: made beside it, then moved, so that it is whole or not there."""
    parent = folder.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(dir=parent, prefix=f".{folder.resolve().name}."))
    try:
        for path, data in files.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_bytes(data)
        staged.chmod(0o755)
        if folder.is_dir():
            for entry in list(staged.iterdir()):  # the folder itself stays: somebody may stand in it
                entry.rename(folder / entry.name)
            staged.rmdir()
        else:
            staged.rename(folder)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise


def _same(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except FileNotFoundError:
        return False


def generated(root: Path) -> Iterator[PurePosixPath]:
    """The files below docs/ that a run of the converter made: all data, the search, and pages that say so in their second line."""
    for file in sorted((root / "docs").rglob("*")):
        path = PurePosixPath(*file.relative_to(root).parts)
        if file.is_file() and (
            any(path.is_relative_to(folder) for folder in (DATA, SEARCH)) or (file.suffix == ".md" and _says_generated(file))
        ):
            yield path


def _says_generated(file: Path) -> bool:
    with file.open(encoding="utf-8", errors="replace") as lines:
        return [next(lines, ""), next(lines, "")][1].rstrip("\n") == GENERATED


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
