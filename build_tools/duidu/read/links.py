"""links/<implemented>.yml: what a person found each sentence to take up from a higher document, and where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..model.faults import Fault
from ..text.nearest import nearest
from .yamldata import YamlFile
from .yamlfile import read_yaml

Evidence = tuple[tuple[str, str], ...]
"""Words of the implementing sentence with those of the implemented one that they answer to."""


class Ends(NamedTuple):
    """Both ends of a link, by their anchors."""

    source: str
    """In the implementing document."""
    target: str


@dataclass(frozen=True, slots=True)
class TwoEnds:
    """What joins a unit of the implementing document (``source``) to one of the implemented document (``target``), by their anchors."""

    source: str
    target: str

    @property
    def ends(self) -> Ends:
        """Both ends."""
        return Ends(self.source, self.target)


@dataclass(frozen=True, slots=True)
class LinkRow(TwoEnds):
    """One curated link as written. ``checked`` has the fingerprints (8 digits) of both ends when it was checked."""

    relation: str
    evidence: Evidence
    note: str
    checked: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Precision:
    """Of ``sample`` proposals that were sure enough to be published a person found ``right`` to be 同文 or 落实, on a day."""

    sample: int
    right: int
    on: str


class NoneRow(NamedTuple):
    """A unit that was looked at and has no counterpart, and of which kind that is: topic, other or open."""

    document: str
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class LinkFile:
    """The links from one document to one that it implements."""

    implemented: str
    yaml: YamlFile
    rows: tuple[LinkRow, ...]
    none: tuple[NoneRow, ...]
    rejected: tuple[Ends, ...]
    """Proposals that a person refused."""
    precision: Precision | None = None


def read_links(folder: Path, shown: PurePosixPath, implements: tuple[str, ...]) -> tuple[tuple[LinkFile, ...], list[Fault]]:
    """All link files of the document in ``folder``, which implements ``implements``."""
    files: list[LinkFile] = []
    faults: list[Fault] = []
    for path in sorted((folder / "links").glob("*.yml")):
        name = shown / "links" / path.name
        if path.stem not in implements:
            near = nearest(path.stem, implements)
            hint = f"是不是 {near}.yml？" if near else f"在 document.yml 的 implements 里加上 {path.stem}，或删去此文件"
            faults.append(Fault(name, 1, 1, "LNK004", f"本文件没有落实 {path.stem}", hint))
            continue
        read, found = read_yaml(path, name, "links")
        faults.extend(found)
        if read.data is not None:
            files.append(LinkFile(path.stem, read, tuple(_rows(read)), tuple(_none(read)), tuple(_rejected(read)), _precision(read)))
    return tuple(files), faults


def _rows(read: YamlFile) -> Iterator[LinkRow]:
    for row in read.data.get("links") or ():
        checked = row.get("checked")
        yield LinkRow(
            row["from"],
            row["to"],
            row["relation"],
            tuple((first, second) for first, second in row.get("evidence", ())),
            row.get("note", ""),
            (checked["from"], checked["to"]) if checked else None,
        )


def _none(read: YamlFile) -> Iterator[NoneRow]:
    for document, kinds in (read.data.get("none") or {}).items():
        yield from (NoneRow(document, anchor, kind) for anchor, kind in (kinds or {}).items())


def _rejected(read: YamlFile) -> Iterator[Ends]:
    return (Ends(row["from"], row["to"]) for row in read.data.get("rejected") or ())


def _precision(read: YamlFile) -> Precision | None:
    found = read.data.get("precision")
    return Precision(found["sample"], found["right"], found["on"]) if found else None
