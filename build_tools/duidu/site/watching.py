"""What a site is made from, as it lies on the disk: which files changed, leaving aside what the converter itself wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..read.sitesettings import CONFIG

Stamp = tuple[int, int]
FOLDERS = ("source", "docs", "overrides")


class Watched:
    """The files of a project as they were when last taken in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: dict[Path, Stamp] = {}
        self.before: dict[Path, Stamp] = {}

    def changed(self) -> bool:
        """Whether there is a change that has come to rest: the same when looked at twice."""
        now = stamps(self.root)
        settled, self.before = now == self.before, now
        return settled and now != self.known

    def take(self) -> None:
        """What lies there now is about to be built."""
        self.known = stamps(self.root)

    def wrote(self, paths: Iterable[Path]) -> None:
        """Files that the build wrote or removed: no change that anybody made."""
        for path in paths:
            stamp = _stamp(path)
            if stamp:
                self.known[path] = stamp
            else:
                self.known.pop(path, None)


def stamps(root: Path) -> dict[Path, Stamp]:
    """Every file with its time and size; hidden ones are editors' own and ours while they are written."""
    files = [root / CONFIG, *(file for folder in FOLDERS for file in (root / folder).rglob("*") if not file.name.startswith("."))]
    return {file: stamp for file in files if (stamp := _stamp(file))}


def _stamp(file: Path) -> Stamp | None:
    try:
        state = file.stat()
    except OSError:
        return None
    return None if file.is_dir() else (state.st_mtime_ns, state.st_size)
