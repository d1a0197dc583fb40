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
from jsonschema import Draft7Validator, validators
from jsonschema.exceptions import ValidationError

from ..model.faults import Fault
from ..text.excerpt import shortened
from .yamlrepair import moved, repaired
from .yamlslips import slips

Place = tuple[str | int, ...]
"""The way to a value: keys and list positions."""
SCHEMAS = Path(__file__).parent.parent / "data/schemas"


def data_schemas() -> Mapping[str, str]:
    """The schemas of the published data files, by file name."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted((SCHEMAS / "data").glob("*.schema.json"))}


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


def _construct(node: yaml.Node, place: Place, marks: dict[Place, tuple[int, int]]) -> Any:
    """The plain data of a node. Raises yaml.MarkedYAMLError for keys that stand twice and keys that are no words."""
    marks[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
                raise _wrong(key_node, "字段名只能是一个词")
            key = _scalar(key_node)
            if key in mapping:
                raise _wrong(key_node, f"字段 {key} 写了两次，前一次在第 {marks[(*place, f'{key}:')][0]} 行")
            marks[(*place, f"{key}:")] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            mapping[key] = _construct(value_node, (*place, key), marks)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*place, position), marks) for position, item in enumerate(node.value)]
    return _scalar(node)


def _wrong(node: Any, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _scalar(node: yaml.Node) -> Any:
    try:
        return _Loader("").construct_object(node)
    except (ValueError, yaml.constructor.ConstructorError):
        raise _wrong(node, f"读不懂的值 {shown(node.value)}") from None


def shown(value: object) -> str:
    """A value as faults show it: short, and its control characters spelt out."""
    return shortened(repr(value), SHOWN)


SHOWN = 60


CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""What no value of ours has: none shows, and some break a line in one program only."""
_LINE_BREAK = re.compile(r"\n(?!\s*$)")


def _type(validator: Any, types: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Draft 7's ``type``; besides, a string is one line without controls, unless its schema says ``"multiline": true``.

    What breaks a line breaks out of a heading, a table cell or a style in some output.
    """
    yield from Draft7Validator.VALIDATORS["type"](validator, types, instance, schema)
    if isinstance(instance, str) and (
        CONTROL_CHARACTERS.search(instance) or (_LINE_BREAK.search(instance) and not schema.get("multiline"))
    ):
        yield ValidationError(CONTROLS)


CONTROLS = "controls"
_Validator: Any = validators.extend(Draft7Validator, {"type": _type})  # type: ignore[no-untyped-call]


@cache
def _validator(schema: str) -> Any:
    definition = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return _Validator(definition, format_checker=Draft7Validator.FORMAT_CHECKER)


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
    else:
        said, remedy = _value_fault(name, error)
        yield read.fault(place, "DOC003", said, remedy)


def _value_fault(name: str, error: ValidationError) -> tuple[str, str]:
    """What is wrong with a value, and what to write instead."""
    value: Any = error.validator_value
    instance: Any = error.instance
    schema: Any = error.schema
    if error.message == CONTROLS:
        what = "有看不见的控制字符" if CONTROL_CHARACTERS.search(instance) else "分成了几行"
        return f"{name} {what}：{shown(instance)}", "写成一行，去掉换行和控制字符"
    if error.validator == "type":
        wanted = "或".join(_TYPES[t] for t in ([value] if isinstance(value, str) else value))
        return f"{name} 的类型不对：{shown(instance)}", f"应为{wanted}"
    if error.validator == "enum":
        near = get_close_matches(str(instance), [str(v) for v in value], 1, 0.4)
        hint = f"是不是 {near[0]}？" if near else ""
        return f"{name} 的值 {shown(instance)} 不在可用的值里", f"{hint}可用的有 {'、'.join(map(str, value))}"
    return f"{name} 的值 {shown(instance)} 不合要求", str(schema.get("description", "对照说明改正"))


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
