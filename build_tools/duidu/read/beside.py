"""The files that people write beside a text, one for each layer that needs its own: which there are, the schemas say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .schemas import SCHEMAS
from .yamldata import YamlFile
from .yamlfile import read_yaml

BESIDE = "besideText"
"""A schema of such a file says so: ``"besideText": true``. It is called like its schema: notes.schema.json, notes.yml."""


@cache
def beside_names() -> tuple[str, ...]:
    """``notes``, and whatever else has such a schema."""
    schemas = {file.name.partition(".")[0]: json.loads(file.read_text(encoding="utf-8")) for file in SCHEMAS.glob("*.schema.json")}
    return tuple(sorted(name for name, schema in schemas.items() if schema.get(BESIDE)))


def read_beside(folder: Path, shown: PurePosixPath) -> tuple[Mapping[str, YamlFile], list[Fault]]:
    """By name the files beside the text in ``folder``, each read and checked against its schema; one that is not there has no data."""
    files: dict[str, YamlFile] = {}
    faults: list[Fault] = []
    for name in beside_names():
        files[name] = YamlFile(shown / f"{name}.yml", None, {})
        if (folder / f"{name}.yml").is_file():
            files[name], found = read_yaml(folder / f"{name}.yml", shown / f"{name}.yml", name)
            faults += found
    return files, faults
