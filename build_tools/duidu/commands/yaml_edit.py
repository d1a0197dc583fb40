"""Change single values in a YAML file that a person wrote, or add one, and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import yaml

from ..read.yamlfile import Place, compose


def with_values(text: str, changes: Iterable[tuple[Place, str]], removed: Iterable[Place] = ()) -> str:
    """The text with each place's value replaced by YAML source, and without the items and keys at the ``removed`` places.

    A last key that is missing is added to its mapping.

    >>> with_values("a: {b: 1}  # mine\\n", [(("a", "b"), "2"), (("a", "c"), "3")])
    'a: {b: 2, c: 3}  # mine\\n'
    >>> with_values("a: [b, c, d]\\ne:\\n- f  # mine\\n- g\\n", [], [("a", 2), ("e", 0)])
    'a: [b, c]\\ne:\\n- g\\n'

    Raises KeyError where more than the last step of a place is missing.
    """
    root = compose(text)
    splices = [_splice(root, place, value) for place, value in changes]
    gone: dict[Place, list[int | str]] = {}
    for place in removed:
        gone.setdefault(place[:-1], []).append(place[-1])
    for place, steps in gone.items():
        splices.extend((start, end, "") for start, end in _cuts(text, _find(root, place), steps))
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
    end = end_of(node.value[-1])
    if node.flow_style:
        return text[:end] + f", {item}" + text[end:]
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return text[:line_end] + f"\n{' ' * node.start_mark.column}- {item}" + text[line_end:]


def _splice(root: yaml.Node | None, place: Place, value: str) -> tuple[int, int, str]:
    """Where to write what: start and end in the text, and the words that go there."""
    node = _find(root, place)
    if node is not None:
        return node.start_mark.index, end_of(node), value
    parent, key = _find(root, place[:-1]), place[-1]
    if not isinstance(parent, yaml.MappingNode) or not parent.value:
        raise KeyError(key)
    if parent.flow_style:
        end = parent.value[-1][1].end_mark.index
        return end, end, f", {key}: {value}"
    # Before the first key, whose place is sure.
    first = parent.value[0][0].start_mark
    return first.index, first.index, f"{key}: {value}\n{' ' * first.column}"


def _cuts(text: str, parent: yaml.Node | None, steps: Sequence[int | str]) -> Iterator[tuple[int, int]]:
    """What to cut out so that these children are gone: whole lines of a block; of a flow the child and one comma."""
    if not isinstance(parent, yaml.CollectionNode):
        raise KeyError(steps[0])
    children = [(child if isinstance(child, tuple) else (child, child)) for child in parent.value]
    names = [key.value for key, _ in children] if isinstance(parent, yaml.MappingNode) else list(range(len(children)))
    unknown = set(steps) - set(names)
    if unknown:
        raise KeyError(unknown.pop())
    bounds = [(key.start_mark.index, end_of(value)) for key, value in children]
    if not parent.flow_style:
        for (start, end), name in zip(bounds, names, strict=True):
            if name in steps:
                yield text.rfind("\n", 0, start) + 1, (text.find("\n", end - 1) + 1) or len(text)  # a block's text ends with its line
        return
    kept = [bound for bound, name in zip(bounds, names, strict=True) if name not in steps]
    inside = text[bounds[0][0] : bounds[-1][1]]
    if not kept:
        yield bounds[0][0], bounds[0][0] + len(inside)
        return
    last_kept = kept[-1][1]
    for place, ((start, end), name) in enumerate(zip(bounds, names, strict=True)):
        if name in steps and end < last_kept:
            yield start, bounds[place + 1][0]
    yield last_kept, bounds[-1][1]


def end_of(node: yaml.Node) -> int:
    """Where a value ends. The end mark of a block collection stands at the next token, that of its last word does not."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
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
