"""source/ and docs/ as folders: only what lies there is read, and no raw text is called like what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .beside import beside_names

_OURS = frozenset({"document.yml", "anchors.tsv", "links"})


def outside_faults(root: Path) -> Iterator[Fault]:
    """What lies in source/, or in docs/, only by name: a link to elsewhere would publish files of this machine, or hang on what never ends.

    A page of docs/ may be a link to another file of the project. Hidden files are never read; some editors make such links while they have
    a file open.
    """
    yield from _outside(root, root / "source", root / "source", " source/ ")
    yield from _outside(root, root / "docs", root, "项目")


def _outside(root: Path, folder: Path, within: Path, name: str) -> Iterator[Fault]:
    inside = within.resolve()
    for path in sorted(folder.rglob("*")):
        if path.name.startswith("."):
            continue
        where = path.resolve() if path.is_symlink() else path
        shown = PurePosixPath(*path.relative_to(root).parts)
        if path.is_symlink() and not where.is_relative_to(inside):
            yield Fault(shown, 1, 1, "SRC010", f"{path.name} 是通到{name}以外的链接", "换成那个文件本身")
        elif not (where.is_file() or where.is_dir()):
            yield Fault(shown, 1, 1, "SRC010", f"{path.name} 不是文件，也不是文件夹", "删去它")


def is_ours(name: str) -> bool:
    """Whether a file beside a raw text has this name; on some systems capitals are no difference."""
    ours = _OURS | {f"{one}.yml" for one in beside_names()}
    return name.casefold() in ours or name.casefold().endswith(".read.txt")
