"""glossary.yml: the terms of the corpus and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .yamldata import YamlFile
from .yamlfile import read_yaml


@dataclass(frozen=True, slots=True)
class TermSource:
    """Where a definition comes from; ``url`` is "" where there is none to publish."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Term:
    """One entry. ``forms`` are the ways the texts print it, ``not_in`` longer strings in which a form is something else."""

    id: str
    term: str
    forms: tuple[str, ...]
    kind: str
    definition: str
    members: tuple[str, ...]
    english: str
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    distinct_from: tuple[str, ...]
    sources: tuple[TermSource, ...]
    certainty: str
    """sourced, common or uncertain."""
    remark: str
    not_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms in the order of the file."""

    yaml: YamlFile
    terms: tuple[Term, ...]


def read_glossary(root: Path) -> tuple[Glossary, list[Fault]]:
    """The glossary of the project; without a file it is empty."""
    shown = PurePosixPath("source/glossary.yml")
    file = root / shown
    if not file.is_file():
        return Glossary(YamlFile(shown, [], {}), ()), []
    read, faults = read_yaml(file, shown, "glossary")
    return Glossary(read, tuple(_term(entry) for entry in read.data or ())), faults


def _term(entry: dict[str, object]) -> Term:
    def strings(key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    sources = entry.get("sources", [])
    return Term(
        id=str(entry["id"]),
        term=str(entry["term"]),
        forms=strings("forms"),
        kind=str(entry["kind"]),
        definition=str(entry["definition"]).strip(),
        members=strings("members"),
        english=str(entry["english"]),
        aliases=strings("aliases"),
        related=strings("related"),
        distinct_from=strings("distinct_from"),
        sources=tuple(TermSource(source["title"], source.get("url", "")) for source in sources) if isinstance(sources, list) else (),
        certainty=str(entry["certainty"]),
        remark=str(entry.get("remark", "")),
        not_in=strings("not_in"),
    )
