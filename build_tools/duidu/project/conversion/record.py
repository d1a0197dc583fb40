"""What the last build made of which sources: so that the next one sees at a glance that there is nothing to do."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from ...model.faults import Fault
from ...read.corpus import GUIDE
from ...read.site_pages import hand_written
from ...read.sitesettings import CONFIG
from ...render.markdown import GENERATED
from ...render.page import OutputFile
from ..files import file_hash, files_below, files_key, names_below
from ..kept import Kept, key_of
from .write import generated

KIND = "build"
FOOTER = ("SITE_OFFLINE", "SITE_CHANGES")


def sources_key(root: Path) -> str:
    """The hash of all that a conversion reads: the sources, the settings, and the environment that these name, but for what only the
    footer shows (which is set for the generator alone)."""
    files = files_key(files_below(root / "source"), root)
    pages = json.dumps(
        [[path.as_posix(), text] for path, text in hand_written(root, GENERATED)], ensure_ascii=False
    )  # the search finds them
    named = (root / CONFIG).read_bytes() if (root / CONFIG).is_file() else b""
    environment = {name: value for name, value in os.environ.items() if value and name not in FOOTER and name.encode() in named}
    environment["SITE_URL"] = os.environ.get("SITE_URL", "")
    lying = "\n".join(sorted(names_below(root / "docs")))
    return key_of(files, pages, named, json.dumps(environment, sort_keys=True), str((root / GUIDE).is_file()), lying)


@dataclass(frozen=True, slots=True)
class Made:
    """What lies there after a build: the hash of the sources, and each file made of them with its own."""

    sources: str
    files: Mapping[str, str]


def record(root: Path, kept: Kept, files: Iterable[OutputFile], faults: Sequence[Fault]) -> Made:
    """Note what was made, of what lies there now: a source that the build itself wrote (anchors.tsv) is among it."""
    made = Made(sources_key(root), {file.path.as_posix(): file.sha256 for file in files})
    kept.put(KIND, made.sources, json.dumps([made.files, [_said(fault) for fault in faults]], ensure_ascii=False))
    kept.sweep([KIND])
    return made


def recorded(root: Path, kept: Kept) -> tuple[Made, list[Fault]] | None:
    """A build that would change nothing, and its warnings; None if there is anything to do, or that is not known."""
    key = sources_key(root)
    written = kept.get(KIND, key)
    if written is None:
        return None
    made, faults = json.loads(written)
    if any(file_hash(root / path) != made[path] for path in made) or any(generated(root, {PurePosixPath(path) for path in made})):
        return None
    return Made(key, made), list(_faults(faults))


def _said(fault: Fault) -> dict[str, object]:
    return asdict(fault) | {"path": fault.path.as_posix()}


def _faults(said: Iterable[dict[str, object]]) -> Iterator[Fault]:
    for one in said:
        yield Fault(**{**one, "path": PurePosixPath(str(one["path"]))})  # type: ignore[arg-type]
