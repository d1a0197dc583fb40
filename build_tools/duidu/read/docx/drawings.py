"""What is drawn on a page of a Word file: boxes with text, pictures, lettering, formulas of the old editor (DrawingML, VML)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .names import attribute, child, local

_PICTURES = frozenset({"blip", "imagedata", "OLEObject", "chart", "relIds"})
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|emf|wmf)$|[\r\n]", re.IGNORECASE)


@dataclass(slots=True)
class Drawn:
    """What a drawing shows."""

    boxes: list[Element] = field(default_factory=list)
    letterings: list[str] = field(default_factory=list)
    pictures: int = 0
    formula: bool = False
    described: str = ""
    """What the file says that the picture shows."""


def drawn(element: Element) -> Drawn:
    """What stands in a drawing, each thing once, though it is written twice for newer and older programs."""
    found = Drawn()
    for inner in _within(element):
        name = local(inner)
        if name == "txbxContent":
            found.boxes.append(inner)
        elif name == "textpath" and (words := attribute(inner, "string").strip()):
            found.letterings.append(words)
        elif name in _PICTURES:
            found.pictures += 1
            found.formula |= attribute(inner, "ProgID").startswith(("Equation", "MathType"))
        elif name == "docPr" and not found.described:
            words = (attribute(inner, "descr") or attribute(inner, "title")).strip()
            found.described = "" if _FILE_NAME.search(words) else words
    return found


def _within(element: Element) -> Iterator[Element]:
    pending: list[Element] = [element]
    while pending:
        current = pending.pop()
        yield current
        if local(current) != "txbxContent":
            inside = chosen(current) if local(current) == "AlternateContent" else current
            pending.extend(reversed(list(inside)))


def chosen(element: Element) -> Iterable[Element]:
    """Of contents written twice for newer and older programs, those for the newer."""
    choice = child(element, "Choice")
    return choice if choice is not None else child(element, "Fallback") or ()
