"""Change single values in a YAML file that a person wrote, or add one, and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from ..read.yamldata import KeyPath, compose


def with_values(text: str, changes: Iterable[tuple[KeyPath, str]], removed: Iterable[KeyPath] = ()) -> str:
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
    gone: dict[KeyPath, list[int | str]] = {}
    for place in removed:
        gone.setdefault(place[:-1], []).append(place[-1])
    for place, steps in gone.items():
        splices.extend((start, end, "") for start, end in _cuts(text, _find(root, place), steps))
    for start, end, written in sorted(splices, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def with_item(text: str, place: KeyPath, item: str) -> str:
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


def with_items(text: str, key: str, items: Sequence[str]) -> str:
    """The text with more items, given as YAML source, at the end of the list under a key of the top; it is begun where there is none.

    >>> with_items("a:\\n- b  # mine\\n", "a", ["c", "d"]), with_items("a: 1\\n", "b", ["c"])
    ('a:\\n- b  # mine\\n- c\\n- d\\n', 'a: 1\\nb:\\n- c\\n')
    """
    if not items:
        return text
    node = _find(compose(text), (key,))
    if isinstance(node, yaml.SequenceNode) and node.value:
        indent = " " * node.start_mark.column
        return with_item(text, (key,), ", ".join(items) if node.flow_style else f"\n{indent}- ".join(items))
    return _with_key(text, key, f"[{', '.join(items)}]", "".join(f"\n- {item}" for item in items))


def with_entries(text: str, place: tuple[str, str], entries: Mapping[str, str]) -> str:
    """The text with more keys in the mapping at a place of the second level, each with its value; it is begun where there is none.

    >>> with_entries("a:\\n  b: {c: 1}\\n", ("a", "b"), {"d": "2"}), with_entries("", ("a", "b"), {"d": "2"})
    ('a:\\n  b: {c: 1, d: 2}\\n', 'a:\\n  b: {d: 2}\\n')
    """
    if not entries:
        return text
    root = compose(text)
    inner, outer = _find(root, place), _find(root, place[:1])
    written = "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
    if isinstance(inner, yaml.MappingNode) and inner.value:
        return with_values(text, [((*place, key), value) for key, value in entries.items()])
    if isinstance(outer, yaml.MappingNode) and outer.value:
        return with_values(text, [(place, f" {written}" if _is_void(inner) else written)])
    return _with_key(text, place[0], f"{{{place[1]}: {written}}}", f"\n  {place[1]}: {written}")


def _with_key(text: str, key: str, flow: str, block: str) -> str:
    """The text with a key of the top that was missing or had nothing: begun at the end of the file, or where it stands."""
    root = compose(text)
    node = _find(root, (key,))
    if node is not None:
        return with_values(text, [((key,), block if _is_void(node) else flow)])
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        inside = ", " if root.value else ""
        end = root.end_mark.index - 1
        return text[:end].rstrip() + f"{inside}{key}: {flow}" + text[end:]
    return text + ("" if text.endswith("\n") or not text else "\n") + f"{key}:{block}\n"


def _is_void(node: yaml.Node | None) -> bool:
    """Whether nothing at all is written after a key."""
    return node is not None and bool(node.start_mark.index == node.end_mark.index)


def _splice(root: yaml.Node | None, place: KeyPath, value: str) -> tuple[int, int, str]:
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


def scalar(value: str) -> str:
    """The value as YAML source, in quotes where it would be read as something else.

    >>> scalar("某决定"), scalar("2024")
    ('某决定', "'2024'")
    """
    written: str = yaml.safe_dump(value, allow_unicode=True, width=10**9)
    return written.removesuffix("\n").removesuffix("\n...")


def end_of(node: yaml.Node) -> int:
    """Where a value ends. The end mark of a block collection stands at the next token, that of its last word does not."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _find(node: yaml.Node | None, place: KeyPath) -> yaml.Node | None:
    for step in place:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node
