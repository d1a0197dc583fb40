"""The list of all files of a built site with their sha256: written by the build, compared by ``check``."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from ..project.files import file_hash

MANIFEST = "data/manifest.json"
"""Where it lies in the site; it does not list itself."""
NOT_THERE = "404.html"
"""The page for what is not there: made of no source, and sent by hosts under other addresses than its own."""
AGAIN = "重新运行 duidu site"


def hashes(site: Path) -> dict[str, str]:
    """The sha256 of every file of a site but the manifest itself, as they lie there now."""
    top = os.fspath(site)
    return {path: file_hash(f"{top}/{path}") for path in _files(site) if path != MANIFEST}


def write_manifest(site: Path) -> None:
    """List what lies in the site now."""
    listed = hashes(site)
    file = site / MANIFEST
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"files": listed}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def manifest_faults(site: Path, now: Mapping[str, str] | None = None) -> Iterator[Fault]:
    """Files that are not as the build left them, are missing, or came from elsewhere. ``now`` are the ``hashes``, where they are known."""
    listed = listed_files(site)
    if listed is None:
        yield _fault(site, MANIFEST, "网站没有自己的文件清单，或清单读不了")
        return
    now = hashes(site) if now is None else now
    found = now.keys()
    for path in sorted(listed.keys() - found):
        yield _fault(site, path, "清单里有，网站里没有这个文件")
    for path in sorted(found - listed.keys()):
        if not _compressed(site, path, listed):
            yield _fault(site, path, "清单里没有这个文件，不是生成网站时写的")
    for path in sorted(found & listed.keys()):
        if now[path] != listed[path]:
            yield _fault(site, path, "文件与生成时不同（sha256 与清单不符）")


def listed_files(site: Path) -> dict[str, str] | None:
    """The files of a site as its build left them, with their sha256; None where it has no list that can be read."""
    try:
        files = json.loads((site / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if isinstance(files, dict) else None


def _compressed(site: Path, path: str, listed: dict[str, str]) -> bool:
    """Whether a file is a listed one, compressed beforehand for the web server."""
    original = path.removesuffix(".gz")
    if original == path or original not in listed:
        return False
    try:
        return hashlib.sha256(gzip.decompress((site / path).read_bytes())).hexdigest() == listed[original]
    except (OSError, EOFError, zlib.error):
        return False


def _files(site: Path) -> Iterator[str]:
    """Folder by folder; links are files, wherever they lead."""
    top = os.fspath(site)
    found: list[str] = []
    for folder, folders, files in os.walk(top):
        inside = os.path.relpath(folder, top).replace(os.sep, "/") + "/" if folder != top else ""
        found += (inside + name for name in (*files, *(one for one in folders if Path(folder, one).is_symlink())))
    yield from sorted(found, key=lambda path: path.split("/"))


def _fault(site: Path, path: str, message: str) -> Fault:
    return Fault(PurePosixPath(site.name, path), 1, 1, "PRV004", message, AGAIN)
