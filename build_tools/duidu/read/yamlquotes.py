"""Quotation marks around values as Chinese keyboards type them: YAML takes “2024-05-13” with its marks for the value.

They are taken off, so that everything else is told in the same run, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from .yamlslips import Slip

_MARKS = "“”‘’「」『』＂＇〝〞"
_QUOTED = re.compile(rf"[{_MARKS}](?P<bare>[^{_MARKS}\"']*)[{_MARKS}\"']")
_TWO_CODES = re.compile(rf"[{_MARKS}\w@-]+(?:[，、][{_MARKS}\w@-]+)+", re.ASCII)
"""Codes between which a Chinese comma stands: YAML makes one value of them."""
_RUN_ON = re.compile(r"(?P<key>[\w-]+)(?P<colon>\s*：\s*|:| +)(?P<value>[\w-]+)", re.ASCII)
"""A field and its value that are one word for YAML: {5：drop}, {5:drop}, {5 drop}."""
_COLONS = {
    "：": ("冒号是全角的", "用半角冒号加一个空格"),
    ":": ("冒号后面缺空格", "冒号后加一个空格"),
    "": ("缺冒号", "用半角冒号加一个空格"),
}
_LIST, _WORD = "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"
_WIDE_LIST = re.compile(r"[【［](?P<bare>[^【】［］]*)[】］]")
_WORDS: Mapping[str, frozenset[str]] = {
    "document": frozenset({"figures", "found", "remark"}),
    "corpus": frozenset(),
    "links": frozenset({"evidence", "note"}),
    "notes": frozenset({"quote", "text", "target"}),
    "glossary": frozenset({"term", "forms", "definition", "members", "english", "aliases", "title", "remark"}),
}
"""Of each kind of file the fields that hold words of a text, which may be a quotation as they stand. In the other kinds all do."""


def unquoted(root: yaml.Node, schema: str) -> list[Slip]:
    """Take the marks off all values (and names of fields) of a file that may not have them, in place; what was wrong."""
    return list(_of(root, _WORDS[schema])) if schema in _WORDS else []


def _of(node: yaml.Node, free: frozenset[str]) -> Iterator[Slip]:
    if isinstance(node, yaml.MappingNode):
        for at, (key, value) in enumerate(node.value):
            if _is_plain(key) and _is_plain(value) and not value.value and (found := _RUN_ON.fullmatch(key.value)):
                said, remedy = _COLONS[found["colon"].strip()]
                yield Slip(*_place(key), said, f"{remedy}，如 {found['key']}: {found['value']}")
                node.value[at] = _word(key, found["key"]), _word(key, found["value"])
                continue
            yield from _of(key, free)
            if not isinstance(key, yaml.ScalarNode) or key.value not in free:
                if _is_plain(value) and (found := _WIDE_LIST.fullmatch(value.value)):
                    yield Slip(
                        *_place(value), f"{value.value[0]}{value.value[-1]} 是中文的括号，不成列表", "用半角方括号 [ ]，里面用半角逗号分开"
                    )
                    node.value[at] = key, yaml.SequenceNode(_LIST, _parted(value, found["bare"]), value.start_mark, value.end_mark)
                yield from _of(node.value[at][1], free)
    elif isinstance(node, yaml.SequenceNode):
        for item in [item for item in node.value if node.flow_style and _is_plain(item) and _TWO_CODES.fullmatch(item.value)]:
            yield Slip(*_place(item), "列表里的逗号是中文的，几个值成了一个", "用半角逗号加一个空格分开")
            at = node.value.index(item)
            node.value[at : at + 1] = _parted(item, item.value)
        for item in node.value:
            yield from _of(item, free)
    elif isinstance(node, yaml.ScalarNode) and _is_plain(node) and (found := _QUOTED.fullmatch(node.value)):
        yield Slip(*_place(node), f"{node.value[0]}{node.value[-1]} 是中文的引号，会当作值的一部分", f"去掉引号：{found['bare']}")
        node.value = found["bare"]


def _word(node: yaml.Node, text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(_WORD, text, node.start_mark, node.end_mark)


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _parted(node: yaml.Node, text: str) -> list[yaml.Node]:
    parts = [part for part in re.split(r"\s*[，,、]\s*", text.strip()) if part]
    return [_word(node, part) for part in parts]
