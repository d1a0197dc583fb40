"""Releases on a plain server: each in a folder of its own, ``current`` leads to the one that is shown, and changes by one rename.

``<folder>/releases/0007-3f9a16c2/`` holds a whole site, and what open tabs of the last releases still ask for: files whose names carry
their content, and the data of their search, by version (``search/<version>/``; the samples for servers look there first). Files that are
the same are the same file on the disk, so that they keep their time and their ETag. What is being copied has a name that is no release.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.faults import CallError
from ..project.lock import alone
from ..project.switch import make_folder, reason
from ..prove.manifest import MANIFEST, listed_files
from .changes import DATA, PAGE, as_json, as_page, changes

KEPT = 5
"""So many releases stay: to go back to, and for tabs that are open."""
_NAME = re.compile(r"\d{4,}-[0-9a-f]{8}")
_HASHED = re.compile(r"[.-][0-9a-f]{8}(\.min)?\.(css|js)$")
_SEARCH = re.compile(r"search/([a-z0-9]+\.js)")
_VERSION = re.compile(r'"version":"([0-9a-f]{8})"')


def release(folder: Path, site: Path) -> str:
    """Copy a built site beside the releases that are there, and switch to it. Its name; the current one's if nothing changed.

    Raises CallError where that cannot be written, or the copy is not the site.
    """
    make_folder(folder)
    with alone(folder, "duidu publish"):
        try:
            return _released(folder, site)
        except OSError as error:
            raise CallError(f"写不进 {error.filename or folder}：{reason(error)}。网上的没有变。") from None


def back(folder: Path) -> str:
    """Switch to the release before the current one; its name. Raises CallError where there is none."""
    with alone(folder, "duidu publish"):
        shown = current(folder)
        before = [name for name in names(folder) if name < shown]
        if not before:
            raise CallError(f"{folder} 里没有更早的一版。")
        _switch(folder, before[-1])
        return before[-1]


def names(folder: Path) -> list[str]:
    """The releases that are there, the oldest first."""
    return sorted(path.name for path in (folder / "releases").glob("*-*") if _NAME.fullmatch(path.name))


def current(folder: Path) -> str:
    """The release that is shown; "" before the first."""
    link = folder / "current"
    return link.readlink().name if link.is_symlink() else ""


def _released(folder: Path, site: Path) -> str:
    listed = listed_files(site)
    if listed is None:
        raise CallError(f"{site} 里没有建成的网站，没有可发布的。先运行 duidu site。")
    digest = hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()[:8]
    shown, known = current(folder), names(folder)
    if shown.endswith(f"-{digest}"):
        return shown
    name = f"{int(known[-1].partition('-')[0]) + 1 if known else 1:04d}-{digest}"
    new = folder / "releases" / ".new"
    shutil.rmtree(new, ignore_errors=True)  # what a killed run left
    try:
        same = folder / "releases" / shown if shown else None
        for path in (*listed, MANIFEST):
            _take(site / path, new / path, same / path if same else None)
        for path in listed:
            if _sha256(new / path) != listed[path]:
                raise CallError(f"{path} 与清单不符，没有发布；网上的没有变。先重新运行 duidu publish。")
        for earlier in known[-KEPT:]:
            for wanted, file in _still_asked_for(folder / "releases" / earlier):
                if not (new / wanted).exists():
                    _take(file, new / wanted, file)
        _tell_changes(shown, same, new, listed)
        new.rename(folder / "releases" / name)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    _switch(folder, name)
    for old in names(folder)[: -KEPT - 1]:
        shutil.rmtree(folder / "releases" / old)
    return name


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
    if same and same.is_file() and (same == source or same.read_bytes() == source.read_bytes()):
        os.link(same, target)
    else:
        shutil.copyfile(source, target)


def _still_asked_for(release: Path) -> Iterator[tuple[str, Path]]:
    """What tabs opened on a release go on to load: where it is to lie now, and the file."""
    manifest = release / "search/manifest.js"
    version = _VERSION.search(manifest.read_text(encoding="utf-8")) if manifest.is_file() else None
    for path in listed_files(release) or ():
        data = _SEARCH.fullmatch(path)
        if _HASHED.search(path):
            yield path, release / path
        elif data and version:
            yield f"search/{version[1]}/{data[1]}", release / path


def _switch(folder: Path, name: str) -> None:
    link = folder / ".current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("releases", name))
    link.replace(folder / "current")


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
