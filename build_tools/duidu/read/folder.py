"""source/ and docs/ as folders: only what lies there is read, and no raw text is called like what lies beside it."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .beside import beside_names

_OURS = frozenset({"document.yml", "anchors.tsv", "links"})


def outside_faults(root: Path) -> Iterator[Fault]:
    """What lies in source/, or in docs/, only by name: a link to elsewhere would publish files of this machine, or hang on what never ends.

    A page of docs/ may be a link to another file of the project. Hidden files are never read; some editors make such links while they have
    a file open. Raises PermissionError for a folder that may not be read.
    """
    yield from _outside(root, root / "source", root / "source", " source/ ")
    yield from _outside(root, root / "docs", root, "项目")
    yield from _alike(root)


def _outside(root: Path, folder: Path, within: Path, name: str) -> Iterator[Fault]:
    inside = Path(os.path.realpath(within))
    for path in sorted(map(Path, _odd(folder))):
        if path.name.startswith("."):
            continue
        where = Path(os.path.realpath(path)) if path.is_symlink() else path
        shown = PurePosixPath(*path.relative_to(root).parts)
        if path.is_symlink() and not where.is_relative_to(inside):
            yield Fault(shown, 1, 1, "SRC010", f"{path.name} 是通到{name}以外的链接", "换成那个文件本身")
        elif path.is_symlink() and where in Path(os.path.realpath(path.parent), path.name).parents:
            yield Fault(shown, 1, 1, "SRC010", f"{path.name} 是绕回它所在文件夹的链接，没有尽头", "删去它")
        elif not (where.is_file() or where.is_dir()):
            yield Fault(shown, 1, 1, "SRC010", f"{path.name} 不是文件，也不是文件夹", "删去它")
        elif where.is_dir() and not os.access(path, os.R_OK | os.X_OK):  # else it would be empty, and the links in it gone
            raise PermissionError(errno.EACCES, "", str(path))


def _odd(folder: Path) -> Iterator[str]:
    """What is no plain file or folder that may be read: links, pipes. Of thousands of files one look at each is enough."""
    left = [os.fspath(folder)]
    while left:
        try:
            entries = list(os.scandir(left.pop()))
        except OSError:  # a folder that may not be read was found already
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                left.append(entry.path)
            if not (os.access(entry.path, os.R_OK | os.X_OK) if is_folder else entry.is_file(follow_symlinks=False)):
                yield entry.path


def _alike(root: Path) -> Iterator[Fault]:
    """Pages whose addresses are one on a disk that makes no difference of capitals (Windows, macOS, a USB stick), or of how é is written."""
    docs = root / "docs"
    known = {(docs, _as_one(path.name)): path for path in (root / "source").glob("*/") if path.is_dir()}  # where its pages come to lie
    for path in sorted(_named_alike(docs)):
        other = known.setdefault((path.parent, _as_one(path.name)), path)
        if other.name != path.name:
            shown = PurePosixPath(*path.relative_to(root).parts)
            yield Fault(shown, 1, 1, "SRC012", f"{path.name} 与 {other.name} 只差大小写", "换一个名字")


def _named_alike(docs: Path) -> Iterator[Path]:
    """All that lies in folders in which two names are one, and what lies on top, which may be a document's."""
    for folder, folders, files in os.walk(docs):
        names = [*folders, *files]
        if folder == os.fspath(docs) or len({_as_one(name) for name in names}) < len(names):
            yield from (Path(folder, name) for name in names)


def _as_one(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def is_ours(name: str) -> bool:
    """Whether a file beside a raw text has this name; on some systems capitals are no difference."""
    ours = _OURS | {f"{one}.yml" for one in beside_names()}
    return name.casefold() in ours or name.casefold().endswith(".read.txt")
