"""What people write, checked against JSON Schemas; every fault in Chinese, at its place, with what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, validators
from jsonschema.exceptions import ValidationError

from ..model.faults import Fault
from ..text.controls import CONTROL_CHARACTERS
from ..text.nearest import nearest
from .yamldata import KeyPath, YamlFile, shown

SCHEMAS = Path(__file__).parent.parent / "data/schemas"
BLANK = "待填"
"""Stands for a value that a person has still to find out; the schemas refuse it where it would pass for one."""


def data_schemas() -> Mapping[str, str]:
    """The schemas of the published data files, by file name."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted((SCHEMAS / "data").glob("*.schema.json"))}


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
def validator(schema: str) -> Any:
    """What checks data against ``schemas/<schema>.schema.json``: a jsonschema validator."""
    definition = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return _Validator(definition, format_checker=Draft7Validator.FORMAT_CHECKER)


_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "array": "列表",
    "object": "键值表",
    "boolean": "true 或 false",
    "null": "空",
}


def schema_faults(read: YamlFile, error: ValidationError) -> Iterator[Fault]:
    """One error of a validator as people understand it: what is still blank, missing, unknown, or of a wrong value."""
    place: KeyPath = tuple(error.absolute_path)
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
                near = nearest(str(key), known, 0.5)
                hint = f"是不是 {near}？" if near else ""
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
    if instance is None:
        return f"{name} 没有写值", f"写上值，或删去这一项。{schema.get('description', '')}".rstrip("。")
    if error.validator == "type":
        wanted = "或".join(_TYPES[t] for t in ([value] if isinstance(value, str) else value))
        return f"{name} 的类型不对：{shown(instance)}", f"应为{wanted}"
    if error.validator == "enum":
        near = _described_as(str(instance), schema) or nearest(str(instance), [str(v) for v in value])
        hint = f"是不是 {near}？" if near else ""
        return f"{name} 的值 {shown(instance)} 不在可用的值里", f"{hint}可用的有 {'、'.join(map(str, value))}"
    return f"{name} 的值 {shown(instance)} 不合要求", str(schema.get("description", "对照说明改正"))


def _described_as(word: str, schema: Mapping[str, Any]) -> str:
    """The choice that is described with a word: drop for 不收."""
    described = zip(schema.get("enum", ()), schema.get("enumDescriptions", ()), strict=False)
    return next((str(choice) for choice, words in described if word.strip() in re.split("[，、]", words)), "")


_NAMES = ("term", "id", "quote", "title", "from")
"""The fields by which people know an entry of a list."""


def _called(data: Any, place: KeyPath) -> str:
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
