"""The format of a corpus: which version its files are written in, as ``format`` in corpus.yml says.

1: without ``format``; name and description of the site in corpus.yml, ``none`` as plain lists. 2: as docs/about/contract.md has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import yaml

from ..model.faults import Fault
from .yamldata import compose

FORMAT = 2


def format_of(file: Path) -> int | None:
    """The version that a corpus.yml says; 1 where it says none, None where that cannot be told."""
    try:
        root = compose(file.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    said = next((value.value for key, value in root.value if key.value == "format"), "1")
    return int(said) if isinstance(said, str) and said.isdecimal() else None


def format_faults(file: Path, shown: PurePosixPath) -> Iterator[Fault]:
    """A corpus of another version is not read at all: what is wrong with its files would be said in words that do not help."""
    found = format_of(file)
    if found is not None and found < FORMAT:
        yield Fault(shown, 1, 1, "DOC010", f"这里的文件是第 {found} 版的写法，现在是第 {FORMAT} 版", "运行 duidu migrate，照新写法改好")
    elif found is not None and found > FORMAT:
        yield Fault(shown, 1, 1, "DOC010", f"这里的文件是第 {found} 版的写法，这个 duidu 只认到第 {FORMAT} 版", "换上更新的 duidu")
