"""synonyms.yml: everyday words, and the words of official texts that mean the same; and OpenCC's table of characters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from .yamlfile import read_yaml

TRADITIONAL = Path(__file__).parent / "traditional.txt"


def read_synonyms(root: Path) -> tuple[Mapping[str, tuple[str, ...]], list[Fault]]:
    """Everyday word → words of the texts; without a file there are none."""
    shown = PurePosixPath("source/synonyms.yml")
    if not (root / shown).is_file():
        return {}, []
    read, faults = read_yaml(root / shown, shown, "synonyms")
    return {str(word): tuple(map(str, others)) for word, others in (read.data or {}).items()}, faults


def read_traditional() -> Mapping[str, str]:
    """Traditional character → simplified one, as ``make_traditional`` wrote it."""
    lines = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}
