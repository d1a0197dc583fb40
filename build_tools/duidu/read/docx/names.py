"""Names of WordprocessingML, strict and transitional alike: namespaces are taken off, since two sets of them mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local(element: Element) -> str:
    """The name without its namespace; "" for what is no element (a comment)."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    for key, value in element.items() if element is not None else ():
        if key.rpartition("}")[2] == name:
            return value
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, and of that its first child, and so on."""
    for step in path:
        element = next(children(element, step), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """All children of that name."""
    return (inner for inner in element if local(inner) == name) if element is not None else iter(())


def value(element: Element | None, *path: str, default: str = "") -> str:
    """The ``val`` of a descendant, ``default`` where there is none."""
    return attribute(child(element, *path), "val", default)


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a toggle is there and not switched off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val", "1") not in ("0", "false", "off", "none")


def number(text: str, default: int = 0) -> int:
    """An integer as files have it, the default for anything else."""
    try:
        return int(text)
    except ValueError:
        return default
