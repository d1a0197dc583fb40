"""notes.yml: annotations of one document, each at a unit and an exact quote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ..model.faults import Fault
from .yamldata import YamlFile
from .yamlfile import read_yaml


@dataclass(frozen=True, slots=True)
class Target:
    """What a 指标 note says is to be reached. ``deadline`` and ``base`` are years or ""."""

    subject: str
    value: str
    unit: str
    deadline: str
    base: str
    region: str


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation. ``kind`` is 校勘, 释义, 差异, 指标 or 关联; ``certainty`` certain, likely or doubtful."""

    id: str
    unit: str
    quote: str
    kind: str
    certainty: str
    text: str
    target: Target | None
    checked: str = ""
    """The fingerprint (8 digits) of the unit when the note was checked against it, "" for one that never was."""


@dataclass(frozen=True, slots=True)
class NoteFile:
    """The notes of a document in the order of the file."""

    yaml: YamlFile
    notes: tuple[Note, ...]


def read_notes(folder: Path, shown: PurePosixPath) -> tuple[NoteFile, list[Fault]]:
    """The notes of the document in ``folder``; without a file there are none."""
    name = shown / "notes.yml"
    if not (folder / "notes.yml").is_file():
        return NoteFile(YamlFile(name, [], {}), ()), []
    read, faults = read_yaml(folder / "notes.yml", name, "notes")
    return NoteFile(read, tuple(_note(row) for row in read.data or ())), faults


def _note(row: dict[str, Any]) -> Note:
    target = row.get("target")
    return Note(
        id=str(row["id"]),
        unit=str(row["unit"]),
        quote=str(row["quote"]),
        kind=str(row["kind"]),
        certainty=str(row["certainty"]),
        text=str(row["text"]).strip(),
        target=Target(
            target["subject"], target["value"], target["unit"], target["deadline"], target.get("base", ""), target["region"]
        )
        if isinstance(target, dict)
        else None,
        checked=row["checked"]["unit"] if "checked" in row else "",
    )  # fmt: skip
