"""Change single values in a YAML file that a person wrote, or add one, and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from ..read.yamlfile import Place, compose


def with_values(text: str, changes: Iterable[tuple[Place, str]]) -> str:
    """The text with each place's value replaced by YAML source; a last key that is missing is added to its mapping.

    >>> with_values("a: {b: 1}  # mine\\n", [(("a", "b"), "2"), (("a", "c"), "3")])
    'a: {b: 2, c: 3}  # mine\\n'

    Raises KeyError where more than the last step of a place is missing.
    """
    root = compose(text)
    splices = [_splice(root, place, value) for place, value in changes]
    for start, end, written in sorted(splices, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def with_item(text: str, place: Place, item: str) -> str:
    """The text with one more item, given as YAML source, at the end of the list at ``place``, written as the others are.

    >>> with_item("a: [b, c]  # mine\\n", ("a",), "d"), with_item("a:\\n  - b\\n  - c  # mine\\n", ("a",), "d")
    ('a: [b, c, d]  # mine\\n', 'a:\\n  - b\\n  - c  # mine\\n  - d\\n')

    Raises KeyError where no list is.
    """
    node = _find(compose(text), place)
    if not isinstance(node, yaml.SequenceNode):
        raise KeyError(place)
    if not node.value:
        return text[: node.start_mark.index] + f"[{item}]" + text[node.end_mark.index :]
    end = _end(node.value[-1])
    if node.flow_style:
        return text[:end] + f", {item}" + text[end:]
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return text[:line_end] + f"\n{' ' * node.start_mark.column}- {item}" + text[line_end:]


def _splice(root: yaml.Node | None, place: Place, value: str) -> tuple[int, int, str]:
    """Where to write what: start and end in the text, and the words that go there."""
    node = _find(root, place)
    if node is not None:
        return node.start_mark.index, _end(node), value
    parent, key = _find(root, place[:-1]), place[-1]
    if not isinstance(parent, yaml.MappingNode) or not parent.value:
        raise KeyError(key)
    if parent.flow_style:
        end = parent.value[-1][1].end_mark.index
        return end, end, f", {key}: {value}"
    # Before the first key, whose place is sure.
    first = parent.value[0][0].start_mark
    return first.index, first.index, f"{key}: {value}\n{' ' * first.column}"


def _end(node: yaml.Node) -> int:
    """Where a value ends. The end mark of a block collection stands at the next token, that of its last word does not."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _find(node: yaml.Node | None, place: Place) -> yaml.Node | None:
    for step in place:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node
