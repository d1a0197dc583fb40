"""data/zh.toml: the words of the site; source/words.yml: those a corpus says otherwise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from ..model.words import Words, flattened, gaps
from ..text.nearest import nearest
from .yamldata import YamlFile
from .yamlfile import read_yaml

SHIPPED = Path(__file__).parent.parent / "data/zh.toml"


@cache
def shipped_words() -> Words:
    """The words the tool comes with."""
    return Words(dict(flattened(tomllib.loads(SHIPPED.read_text(encoding="utf-8")))))


def read_words(root: Path) -> tuple[Words, list[Fault]]:
    """The words of the corpus below ``root``; without a words.yml the shipped ones. A fault for a key or a gap that there is none of."""
    file, shown = root / "source/words.yml", PurePosixPath("source/words.yml")
    if not file.is_file():
        return shipped_words(), []
    read, faults = read_yaml(file, shown, "words")
    if not read.data:
        return shipped_words(), faults
    found = list(_faults(read))
    return (shipped_words() if found else shipped_words().with_own(read.data)), found


def _faults(read: YamlFile) -> Iterator[Fault]:
    known = shipped_words().entries
    for key, words in read.data.items():
        if key not in known:
            near = nearest(key, known)
            yield read.fault((f"{key}:",), "DOC004", f"没有 {key} 这个用语", f"是不是 {near}？" if near else "核对用语的名字")
            continue
        try:
            extra = gaps(words) - gaps(known[key])
        except ValueError:
            extra = {"…"}
        if extra:
            allowed = "、".join(f"{{{name}}}" for name in sorted(gaps(known[key]))) or "没有"
            yield read.fault(
                (key,), "DOC003", f"{key} 里的 {'、'.join(f'{{{name}}}' for name in sorted(extra))} 不合用", f"可用的是：{allowed}"
            )
