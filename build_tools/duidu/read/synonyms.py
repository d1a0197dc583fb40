"""Everyday words, and the words of official texts that mean the same: the corpus's own (synonyms.yml), and the list that the tool
brings for policy texts in general; and OpenCC's table of characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from ..model.faults import Fault
from .yamldata import YamlFile
from .yamlfile import read_yaml

TRADITIONAL = Path(__file__).parent / "traditional.txt"
GENERAL = Path(__file__).parent.parent / "data/everyday"
LIGHT = GENERAL.parent / "light.yml"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TOGETHER = "、"
"""Between words of one line that stand for the same: 生娃、生孩子."""
ENDS_IN = "…"
"""Before what a word may end in: …酒 is any liquor that has no line of its own."""
NEAR = "≈"
"""Before a line of words that the texts do not speak of, only of their kind: what is found so is near, not found."""


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
    return SynonymFile(read, _by_word(read.data or {})), faults


@cache
def general_synonyms() -> Mapping[str, tuple[str, ...]]:
    """What the tool brings: words of policy texts, levels, trades. It names no place and no document, so it serves any corpus."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(GENERAL.glob("*.yml")):
        found = merged(found, _by_word(yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)))
    return found


@cache
def light_words() -> tuple[str, str, str, str]:
    """What says only how something is, or what one wishes: words that may be parted off, and what counts alone; what only asks; what opens a pair of characters that says little.

    All as parts of regular expressions, the last as characters.
    """
    light = yaml.load(LIGHT.read_text(encoding="utf-8"), Loader=_LOADER)
    return "|".join(light["words"]), "|".join([*light["alone"], f"[{light['characters']}]"]), "|".join(light["asking"]), light["openers"]


def merged(first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The words of both; of a word in both, what the first says comes first."""
    in_both = {word: tuple(dict.fromkeys([*first[word], *second[word]])) for word in first.keys() & second.keys()}
    return {**first, **second, **in_both}


def _by_word(lines: Mapping[object, Sequence[object]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for words, others in lines.items():
        mark = NEAR if str(words).startswith(NEAR) else ""
        for word in str(words).removeprefix(NEAR).split(TOGETHER):
            found[mark + word] = tuple(dict.fromkeys([*found.get(mark + word, ()), *map(str, others)]))
    return found


def read_traditional() -> Mapping[str, str]:
    """Traditional character → simplified one, as ``make_traditional`` wrote it."""
    lines = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}
