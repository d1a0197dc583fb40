"""synonyms.yml: everyday words, and the words of official texts that mean the same; and OpenCC's table of characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .yamlfile import YamlFile, read_yaml

TRADITIONAL = Path(__file__).parent / "traditional.txt"


@dataclass(frozen=True, slots=True)
class SynonymFile:
    """Everyday word → words of the texts, in the order of the file."""

    yaml: YamlFile
    words: Mapping[str, tuple[str, ...]]


def read_synonyms(root: Path) -> tuple[SynonymFile, list[Fault]]:
    """The synonyms of the project; without a file there are none."""
    shown = PurePosixPath("source/synonyms.yml")
    if not (root / shown).is_file():
        return SynonymFile(YamlFile(shown, {}, {}), {}), []
    read, faults = read_yaml(root / shown, shown, "synonyms")
    return SynonymFile(read, {str(word): tuple(map(str, others)) for word, others in (read.data or {}).items()}), faults


def read_traditional() -> Mapping[str, str]:
    """Traditional character → simplified one, as ``make_traditional`` wrote it."""
    lines = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}
