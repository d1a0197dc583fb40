"""What layers change in the files that people write → those files, with every other character as it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..layers.contract import Edit
from ..render.page import OutputFile
from .yaml_edit import with_values


def edited(root: Path, edits: Iterable[Edit]) -> list[OutputFile]:
    """The files as they are to be written, each read where it lies below ``root``."""
    return [
        OutputFile(edit.yaml.path, with_values((root / edit.yaml.path).read_text(encoding="utf-8"), edit.values, edit.removed))
        for edit in edits
    ]
