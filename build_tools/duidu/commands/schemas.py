"""Where editors' programs find the schema of a file: the line that says so, and the copies that it leads to in a corpus of its own."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from ..read.schemas import SCHEMAS
from ..render.page import OutputFile

COPIES = PurePosixPath("source/.schemas")
_OURS = PurePosixPath("build_tools/duidu/data/schemas")
"""In the tool's own repository they lie beside the corpus and need no copies."""


def modeline(root: Path, name: str, depth: int) -> str:
    """The first line of a file ``depth`` folders below source/."""
    folder = f"../{_OURS}" if (root / _OURS).is_dir() else COPIES.name
    return f"# yaml-language-server: $schema={'../' * depth}{folder}/{name}.schema.json"


def copies(root: Path) -> list[OutputFile]:
    """The schemas that are to lie in the corpus, as this version of the tool has them."""
    if (root / _OURS).is_dir():
        return []
    return [OutputFile(COPIES / file.name, file.read_text(encoding="utf-8")) for file in sorted(SCHEMAS.glob("*.schema.json"))]
