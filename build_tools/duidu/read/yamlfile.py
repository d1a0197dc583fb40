"""YAML as people write it, checked against a JSON Schema, every value with its place for faults.

Scalars follow YAML 1.2: only true/false are booleans (``on:`` is a key of ours) and dates stay strings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from ..model.faults import Fault
from .yamlrepair import moved, repaired
from .yamlslips import slips

Place = tuple[str | int, ...]
"""The way to a value: keys and list positions."""
SCHEMAS = Path(__file__).parent.parent / "data/schemas"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """SafeLoader (libyaml's, where there is one: eight times as fast) without YAML 1.1's timestamps and yes/no/on/off."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The contents of a YAML file; ``data`` is None where it could not be read."""

    path: PurePosixPath
    data: Any
    marks: Mapping[Place, tuple[int, int]]
    """Line and column of each value; those of keys under ``(*place, "key:")``."""

    def at(self, *place: str | int) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.marks:
                return self.marks[place[:length]]
        return 1, 1

    def fault(self, place: Place, code: str, message: str, remedy: str, *, warning: bool = False) -> Fault:
        """A fault at the place of a value."""
        line, column = self.at(*place)
        return Fault(self.path, line, column, code, message, remedy, warning)


def read_yaml(file: Path, shown: PurePosixPath, schema: str) -> tuple[YamlFile, list[Fault]]:
    """Read ``file`` and check it against ``schemas/<schema>.schema.json``. All faults are listed.

    With faults the data is what can be checked further, so that faults of another kind are told in the same run, or None.
    """
    marks: dict[Place, tuple[int, int]] = {}
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        root = compose(text)
        data = _construct(root, (), marks) if root is not None else None
    except UnicodeDecodeError:
        return YamlFile(shown, None, {}), [Fault(shown, 1, 1, "DOC001", "文件不是 UTF-8 编码", "另存为 UTF-8")]
    except yaml.YAMLError as error:
        found = slips(text, error)
        return YamlFile(shown, None, {}), [Fault(shown, slip.line, slip.column, "DOC001", slip.message, slip.remedy) for slip in found]
    read = YamlFile(shown, data, marks)
    errors = list(_validator(schema).iter_errors(data))
    if not errors:
        return read, []
    faults = sorted(fault for error in errors for fault in _schema_faults(read, error))
    rest = repaired(data, errors, BLANK)
    if rest is not None and _validator(schema).is_valid(_without_blanks(rest[0])):
        return YamlFile(shown, rest[0], moved(marks, rest[1])), faults
    return YamlFile(shown, None, marks), faults


def _without_blanks(data: Any) -> Any:
    """The data with something in the place of what is still to be filled in."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return FILLED if data == BLANK else data


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, with their marks; None for an empty one. Raises yaml.YAMLError."""
    return yaml.compose(text, Loader=_Loader)


def _construct(node: yaml.Node, place: Place, marks: dict[Place, tuple[int, int]], above: tuple[yaml.Node, ...] = ()) -> Any:
    """The plain data of a node. Raises yaml.MarkedYAMLError for keys that stand twice, keys that are no words, and cycles."""
    if node in above:
        raise _wrong(node, "别名指向了它自己所在的结构")
    marks[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
    above = (*above, node)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
                raise _wrong(key_node, "字段名只能是一个词")
            key = _scalar(key_node)
            if key in mapping:
                raise _wrong(key_node, f"字段 {key} 写了两次，前一次在第 {marks[(*place, f'{key}:')][0]} 行")
            marks[(*place, f"{key}:")] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            mapping[key] = _construct(value_node, (*place, key), marks, above)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*place, position), marks, above) for position, item in enumerate(node.value)]
    return _scalar(node)


def _wrong(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _scalar(node: yaml.Node) -> Any:
    try:
        return _Loader("").construct_object(node)
    except (ValueError, yaml.constructor.ConstructorError):
        raise _wrong(node, f"读不懂的值 {node.value!r}") from None


@cache
def _validator(schema: str) -> Draft7Validator:
    definition = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return Draft7Validator(definition, format_checker=Draft7Validator.FORMAT_CHECKER)


BLANK = "待填"
"""Stands for a value that a person has still to find out; the schemas refuse it where it would pass for one."""
FILLED = "已填"

_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "array": "列表",
    "object": "键值表",
    "boolean": "true 或 false",
    "null": "空",
}


def _schema_faults(read: YamlFile, error: ValidationError) -> Iterator[Fault]:
    place: Place = tuple(error.absolute_path)
    name = _called(read.data, place) or "整个文件"
    schema: Any = error.schema
    value: Any = error.validator_value
    instance: Any = error.instance
    if instance == BLANK:
        yield read.fault(place, "DOC009", f"{name} 还没有填", f"把“{BLANK}”换成{schema.get('description', '内容')}")
    elif error.validator == "required":
        for field in value:
            if field not in instance:
                yield read.fault(
                    place, "DOC002", f"缺少字段 {_called(read.data, (*place, field))}", f"补上 {field}：{_describe(schema, field)}"
                )
    elif error.validator == "additionalProperties":
        known = list(schema.get("properties", {}))
        for key in instance:
            if key not in known:
                near = get_close_matches(str(key), known, 1, 0.5)
                hint = f"是不是 {near[0]}？" if near else ""
                yield read.fault((*place, f"{key}:"), "DOC004", f"不认识的字段 {key}", f"{hint}可用的有 {'、'.join(known)}")
    elif error.validator == "type":
        wanted = "或".join(_TYPES[t] for t in ([value] if isinstance(value, str) else value))
        yield read.fault(place, "DOC003", f"{name} 的类型不对：{instance!r}", f"应为{wanted}")
    elif error.validator == "enum":
        near = get_close_matches(str(instance), [str(v) for v in value], 1, 0.4)
        hint = f"是不是 {near[0]}？" if near else ""
        yield read.fault(place, "DOC003", f"{name} 的值 {instance!r} 不在可用的值里", f"{hint}可用的有 {'、'.join(map(str, value))}")
    else:
        yield read.fault(place, "DOC003", f"{name} 的值 {instance!r} 不合要求", schema.get("description", "对照说明改正"))


_NAMES = ("term", "id", "quote", "title", "from")
"""The fields by which people know an entry of a list."""


def _called(data: Any, place: Place) -> str:
    """A place as people would say it: an entry of a list by its name, 第 147 条“智改数转”的 id.

    >>> _called([{"term": "智改数转", "id": 1}], (0, "id")), _called({"text": {"file": ""}}, ("text", "file")), _called([{}], (0,))
    ('第 1 条“智改数转”的 id', 'text.file', '第 1 条')
    """
    called = ""
    for step in place:
        data = data[step] if isinstance(data, list) and isinstance(step, int) else data.get(step) if isinstance(data, dict) else None
        if isinstance(step, int):
            name = (
                next((str(data[key]) for key in _NAMES if key in data and isinstance(data[key], (str, int))), "")
                if isinstance(data, dict)
                else ""
            )
            called += f"{' 的' if called else ''}第 {step + 1} 条" + (f"“{name[:20]}”" if name else "")
        else:
            called += f"{'的 ' if called.endswith(('条', '”')) else '.' if called else ''}{step}"
    return called


def _describe(schema: Mapping[str, Any], field: str) -> str:
    described = schema.get("properties", {}).get(field, {}).get("description", "")
    return str(described) or "见说明"
