"""Whether a site is the one that was built and proved from exactly what lies there now: then there is nothing to build, only to compare."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from ..project.conversion.record import Made
from ..project.files import file_hash, files_below, files_key
from ..project.kept import Kept, key_of, named_version
from ..prove.manifest import MANIFEST, manifest_faults
from .building import GENERATORS
from .theme import theme_folder

KIND = "site"


def inputs_key(root: Path, made: Made, offline: Path | None, footer: Mapping[str, str]) -> str:
    """The hash of all that a site is made from: sources and settings, pages (of those just ``made`` the hashes are known), templates,
    generator, the zip that is to lie in it, and what the generator is told for the footer."""
    start = len(os.fspath(root / "file")) - len("file")
    written = (file for file in files_below(root / "docs") if file[start:].replace(os.sep, "/") not in made.files)
    files = [files_key(written, root), *(files_key(files_below(folder), folder) for folder in (root / "overrides", theme_folder()))]
    environment = json.dumps({name: value for name, value in {**os.environ, **footer}.items() if name.startswith("SITE_")}, sort_keys=True)
    known = json.dumps(sorted(made.files.items()))
    return key_of(made.sources, known, environment, *files, *map(named_version, GENERATORS), offline.read_bytes() if offline else "")


def is_as_proved(site: Path, kept: Kept, key: str) -> bool:
    """Whether every file of the site is as it was when it was proved, from inputs with this key."""
    return kept.get(KIND, key) == file_hash(site / MANIFEST) != "" and not any(manifest_faults(site))


def note_proved(site: Path, kept: Kept, key: str) -> None:
    """The site was built from inputs with this key, and proved."""
    kept.put(KIND, key, file_hash(site / MANIFEST))
    kept.sweep([KIND])
