"""A YAML file that people write, read and checked; what can be checked further although something is wrong is kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from ..model.faults import Fault
from .schemas import BLANK, schema_faults, validator
from .yamldata import KeyPath, YamlFile, compose, construct
from .yamlquotes import unquoted
from .yamlrepair import moved, repaired
from .yamlslips import Slip, slips

FILLED = "已填"
"""What stands for a blank while the rest is checked."""


def read_yaml(file: Path, shown: PurePosixPath, schema: str) -> tuple[YamlFile, list[Fault]]:
    """Read ``file`` and check it against ``schemas/<schema>.schema.json``. All faults are listed.

    With faults the data is what can be checked further, so that faults of another kind are told in the same run, or None.
    """
    marks: dict[KeyPath, tuple[int, int]] = {}
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        root = compose(text)
        quoted = unquoted(root, schema) if root is not None else []
        data = construct(root, (), marks) if root is not None else None
    except UnicodeDecodeError:
        return YamlFile(shown, None, {}), [Fault(shown, 1, 1, "DOC001", "文件不是 UTF-8 编码", "另存为 UTF-8")]
    except yaml.YAMLError as error:
        return YamlFile(shown, None, {}), _told(shown, slips(text, error))
    read = YamlFile(shown, data, marks)
    errors = list(validator(schema).iter_errors(data))
    if not errors:
        return read, _told(shown, quoted)
    faults = sorted([*_told(shown, quoted), *(fault for error in errors for fault in schema_faults(read, error))])
    rest = repaired(data, errors, BLANK)
    if rest is not None and validator(schema).is_valid(_without_blanks(rest[0])):
        return YamlFile(shown, rest[0], moved(marks, rest[1])), faults
    return YamlFile(shown, None, marks), faults


def _told(shown: PurePosixPath, found: Iterable[Slip]) -> list[Fault]:
    return [Fault(shown, slip.line, slip.column, "DOC001", slip.message, slip.remedy) for slip in found]


def _without_blanks(data: Any) -> Any:
    """The data with something in the place of what is still to be filled in."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return FILLED if data == BLANK else data
