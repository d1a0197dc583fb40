"""Releases on a plain server: each in a folder of its own, ``current`` leads to the one that is shown, and changes by one rename.

``<folder>/releases/0007-3f9a16c2/`` holds a whole site, and what open tabs of the last releases still ask for: files whose names carry
their content, and the data of their search, by version (``search/<version>/``; the samples for servers look there first). Files that are
the same are the same file on the disk, so that they keep their time and their ETag. What is being copied or removed has a name that is no
release. ``.current.new`` names the release that is to be shown; from the moment on that a newer one bears its name it counts, and whoever
comes next finishes the switch. What is not as its own list says (a copy that broke off) is never switched to, and nothing is taken from it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..model.faults import CallError
from ..project.lock import alone
from ..project.refusals import reason
from ..project.stopping import clear_away, uninterrupted
from ..project.switch import make_folder
from ..prove.manifest import MANIFEST, listed_files
from .changes import DATA, PAGE, as_json, as_page, changes

KEPT = 5
"""So many releases stay: to go back to, and for tabs that are open."""
_DIGITS = 8
_NAME = re.compile(rf"\d{{4,}}-[0-9a-f]{{{_DIGITS}}}")
_ANNOUNCED, _NEW, _OLD = ".current.new", ".new", ".old"
_HASHED = re.compile(r"[.-][0-9a-f]{8}(\.min)?\.(css|js)$")
_SEARCH = re.compile(r"search/([a-z0-9]+\.js)")
_VERSION = re.compile(r'"version":"([0-9a-f]{8})"')


def release(folder: Path, site: Path) -> str:
    """Copy a built site beside the releases that are there, and switch to it. Its name; the current one's if nothing changed.

    Raises CallError where that cannot be written, or the copy is not the site.
    """
    make_folder(folder)
    with _working(folder):
        return _released(folder, site)


def back(folder: Path) -> str:
    """Switch to the last whole release before the current one; its name. Raises CallError where there is none."""
    with _working(folder):
        before = _last_whole(folder, [name for name in names(folder) if _order(name) < _order(current(folder))])
        if not before:
            raise CallError(f"{folder} 里没有更早的、完整的一版。网上的没有变。")
        with uninterrupted():
            _announce(folder, before)
            _switch(folder)
        return before


def names(folder: Path) -> list[str]:
    """The releases that are there, the oldest first."""
    return sorted((path.name for path in (folder / "releases").glob("*-*") if _NAME.fullmatch(path.name)), key=_order)


def current(folder: Path) -> str:
    """The release that is shown; "" before the first."""
    return _named_by(folder / "current")


@contextmanager
def _working(folder: Path) -> Iterator[None]:
    """Nobody else works here, and what a killed run left is finished or gone. Raises CallError."""
    with alone(folder, "duidu publish"):
        try:
            _settle(folder)
            yield
        except OSError as error:
            raise CallError(f"写不进 {error.filename or folder}：{reason(error)}。网上的没有变。") from None


def _settle(folder: Path) -> None:
    """A whole release that was to be shown is shown; a way back, or a release that was not whole yet, is to be asked for again."""
    for left in (folder / "releases" / _NEW, folder / "releases" / _OLD):
        if left.exists():
            shutil.rmtree(left)
    announced = _named_by(folder / _ANNOUNCED)
    if _order(announced) > _order(current(folder)) and announced in names(folder):
        with uninterrupted():
            _switch(folder)
    elif (folder / _ANNOUNCED).is_symlink():
        (folder / _ANNOUNCED).unlink()


def _released(folder: Path, site: Path) -> str:
    listed = listed_files(site)
    if listed is None:
        raise CallError(f"{site} 里没有建成的网站，没有可发布的。先运行 duidu site。")
    digest = _sha256(site / MANIFEST)[:_DIGITS]
    shown, known = current(folder), names(folder)
    if shown in known and shown.endswith(f"-{digest}"):
        return shown
    name = f"{int(known[-1].partition('-')[0]) + 1 if known else 1:04d}-{digest}"
    since = _last_whole(folder, [one for one in known if _order(one) <= _order(shown)])
    new = folder / "releases" / _NEW
    try:
        _copy(site, new, folder / "releases" / since if since else None, listed)
        broken = _differing(new, digest)
        if broken:
            raise CallError(f"{broken} 与清单不符，没有发布；网上的没有变。先重新运行 duidu publish。")
        for earlier in known[-KEPT:]:
            for wanted, file in _still_asked_for(folder / "releases" / earlier):
                if not (new / wanted).exists():
                    _take(file, new / wanted, file)
        _tell_changes(since, folder / "releases" / since if since else None, new, listed)
        with uninterrupted():
            _announce(folder, name)
            new.rename(folder / "releases" / name)
            _switch(folder)
    finally:
        clear_away(new)
    _forget(folder, names(folder)[: -KEPT - 1])
    return name


def _forget(folder: Path, olds: Iterable[str]) -> None:
    """Remove releases. What cannot be removed now is no fault of the one that is shown: the next run meets it."""
    with suppress(OSError):
        for old in olds:
            (folder / "releases" / old).rename(folder / "releases" / _OLD)
            shutil.rmtree(folder / "releases" / _OLD)


def _copy(site: Path, new: Path, same: Path | None, listed: Iterable[str]) -> None:
    for path in (*listed, MANIFEST):
        _take(site / path, new / path, same / path if same else None)


def _last_whole(folder: Path, among: Sequence[str]) -> str:
    """The last of some releases that is whole; "" if none is."""
    return next((name for name in reversed(among) if not _differing(folder / "releases" / name, name.rpartition("-")[2])), "")


def _differing(release: Path, digest: str) -> str:
    """A file that is not as the list of the release says, or the list itself if it is not the one of this digest; "" if all are."""
    listed = listed_files(release)
    if listed is None or not _sha256(release / MANIFEST).startswith(digest):
        return MANIFEST
    return next((path for path in listed if _sha256(release / path) != listed[path]), "")


def _tell_changes(since: str, before: Path | None, new: Path, listed: Mapping[str, str]) -> None:
    """Beside the files of the site what changed since the release that is shown, of the first that it is the first: footers lead there.
    A page that the site has there itself stays."""
    found = changes(before, new) if before else []
    for path, text in ((DATA, as_json(since, found)), (PAGE, as_page(since, found, before or new, new))):
        if path not in listed:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_text(text, encoding="utf-8", newline="\n")


def _take(source: Path, target: Path, same: Path | None) -> None:
    """A file of the new release: the one that an earlier release has, if it is the same."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if same is None or not same.is_file() or (same != source and same.read_bytes() != source.read_bytes()):
        shutil.copyfile(source, target)
        return
    try:
        os.link(same, target)
    except OSError:  # a disk without links, or too many to one file: then a copy, of the same time
        shutil.copy2(same, target)


def _still_asked_for(release: Path) -> Iterator[tuple[str, Path]]:
    """What tabs opened on a release go on to load, as far as it is there and whole: where it is to lie now, and the file."""
    manifest = release / "search/manifest.js"
    version = _VERSION.search(manifest.read_text(encoding="utf-8", errors="replace")) if manifest.is_file() else None
    for path, digest in (listed_files(release) or {}).items():
        data = _SEARCH.fullmatch(path)
        wanted = path if _HASHED.search(path) else f"search/{version[1]}/{data[1]}" if data and version else ""
        if wanted and _sha256(release / path) == digest:
            yield wanted, release / path


def _named_by(link: Path) -> str:
    """The release that a link leads to; "" if it is none, or leads anywhere else."""
    name = link.readlink().name if link.is_symlink() else ""
    return name if _NAME.fullmatch(name) else ""


def _order(name: str) -> tuple[int, str]:
    """The ten thousandth comes after the one before it; nothing comes before the first."""
    return int(name.partition("-")[0] or 0), name


def _announce(folder: Path, name: str) -> None:
    """Say which release is to be shown. A newer one that is not there yet does not count."""
    (folder / _ANNOUNCED).symlink_to(Path("releases", name))


def _switch(folder: Path) -> None:
    (folder / _ANNOUNCED).replace(folder / "current")


def _sha256(file: Path) -> str:
    """Of a file that is not there: nothing."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ""
