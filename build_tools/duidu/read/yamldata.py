"""YAML as people write it → plain data, every value with its place.

Scalars follow YAML 1.2: only true/false are booleans (``on:`` is a key of ours) and dates stay strings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from ..model.faults import Fault
from ..text.excerpt import shortened
from .yamlslips import TWICE

KeyPath = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """SafeLoader (libyaml's, where there is one: eight times as fast) without YAML 1.1's timestamps and yes/no/on/off."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The contents of a YAML file; ``data`` is None where it could not be read."""

    path: PurePosixPath
    data: Any
    marks: Mapping[KeyPath, tuple[int, int]]
    """Line and column of each value; those of keys under ``(*place, "key:")``."""

    def at(self, *place: str | int) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.marks:
                return self.marks[place[:length]]
        return 1, 1

    def fault(self, place: KeyPath, code: str, message: str, remedy: str, *, warning: bool = False) -> Fault:
        """A fault at the place of a value."""
        line, column = self.at(*place)
        return Fault(self.path, line, column, code, message, remedy, warning)


MAX_DEPTH = 12
"""None of our files is half as deep. What is deeper is refused before anything recurses over it."""


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, with their marks; None for an empty one. Raises yaml.YAMLError.

    Aliases, explicit tags and depth beyond ``MAX_DEPTH`` are refused while the text is still a stream of events: an alias bomb of 300
    bytes stands for gigabytes, and ``[`` a hundred thousand times would end the process.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _wrong(event, "不能用 & 和 * 引用别处，请直接写出来；文字以 & 或 * 开头的加引号")
        if getattr(event, "tag", None):
            raise _wrong(event, "不能用 ! 指定类型；文字以 ! 开头的加引号")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _wrong(event, f"括号或缩进套了 {MAX_DEPTH} 层以上")
    return yaml.compose(text, Loader=_Loader)


def construct(node: yaml.Node, place: KeyPath, marks: dict[KeyPath, tuple[int, int]]) -> Any:
    """The plain data of a node. Raises yaml.MarkedYAMLError for keys that stand twice and keys that are no words."""
    marks[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
                raise _wrong(key_node, "字段名只能是一个词")
            key = _scalar(key_node)
            if not isinstance(key, str):
                key = key_node.value  # 5: and "5": are one field, and a schema checks words alone
            if key in mapping:
                raise _wrong(key_node, f"字段 {key} {TWICE}，前一次在第 {marks[(*place, f'{key}:')][0]} 行")
            marks[(*place, f"{key}:")] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            mapping[key] = construct(value_node, (*place, key), marks)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [construct(item, (*place, position), marks) for position, item in enumerate(node.value)]
    return _scalar(node)


def _wrong(node: Any, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _scalar(node: yaml.Node) -> Any:
    try:
        return _Loader("").construct_object(node)
    except (ValueError, yaml.constructor.ConstructorError):
        raise _wrong(node, f"读不懂的值 {shown(node.value)}") from None


SHOWN = 60


def shown(value: object) -> str:
    """A value as faults show it: short, and its control characters spelt out."""
    return shortened(repr(value), SHOWN)
