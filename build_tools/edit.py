"""Change single values in a YAML file that a person wrote, and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from .read.yamlfile import Place, compose


def with_values(text: str, changes: Iterable[tuple[Place, str]]) -> str:
    """The text with each place's value replaced by YAML source; a last key that is missing is added to its mapping.

    >>> with_values("a: {b: 1}  # mine\\n", [(("a", "b"), "2"), (("a", "c"), "3")])
    'a: {b: 2, c: 3}  # mine\\n'

    Raises KeyError where more than the last step of a place is missing.
    """
    for place, value in changes:
        root = compose(text)
        node = _find(root, place)
        if node is not None:
            text = text[: node.start_mark.index] + value + text[node.end_mark.index :]
        else:
            text = _added(text, _find(root, place[:-1]), str(place[-1]), value)
    return text


def _find(node: yaml.Node | None, place: Place) -> yaml.Node | None:
    for step in place:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def _added(text: str, parent: yaml.Node | None, key: str, value: str) -> str:
    if not isinstance(parent, yaml.MappingNode) or not parent.value:
        raise KeyError(key)
    last = parent.value[-1][1].end_mark.index
    if parent.flow_style:
        return f"{text[:last]}, {key}: {value}{text[last:]}"
    indent = " " * parent.value[0][0].start_mark.column
    return f"{text[:last]}\n{indent}{key}: {value}{text[last:]}"
