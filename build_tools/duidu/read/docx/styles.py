"""The styles of a Word file (ECMA-376, 17.7): what a paragraph, a run or a table has from its style and from the styles below that."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .names import attribute, child, children, is_on, local, value


class Styles:
    """The styles of a file, by their id."""

    def __init__(self, part: Element | None) -> None:
        self._by_id = {attribute(entry, "styleId"): entry for entry in children(part, "style")}
        self._standard = next(
            (name for name, entry in self._by_id.items() if attribute(entry, "type") == "paragraph" and is_default(entry)), ""
        )

    def chain(self, name: str, kind: str = "") -> Iterator[tuple[str, Element]]:
        """The style of that id and those that it is based on, with their ids; the standard one for a paragraph of no style."""
        seen: set[str] = set()
        name = name or (self._standard if kind == "paragraph" else "")
        while name in self._by_id and name not in seen:
            seen.add(name)
            yield name, self._by_id[name]
            name = value(self._by_id[name], "basedOn")

    def is_hidden(self, properties: Element | None) -> bool:
        """Whether a run of these properties does not show: by its own word or its style's."""
        return is_on(self._of_run(properties, "vanish"))

    def raised(self, properties: Element | None) -> str:
        """``superscript``, ``subscript`` or anything else that a run of these properties is."""
        return attribute(self._of_run(properties, "vertAlign"), "val")

    def _of_run(self, properties: Element | None, name: str) -> Element | None:
        own = child(properties, name)
        if own is not None:
            return own
        styles = self.chain(value(properties, "rStyle"))
        return next((found for _, style in styles if (found := child(style, "rPr", name)) is not None), None)

    def is_framed(self, table: Element) -> bool:
        """Whether a table has lines: its own, its style's or those of any of its cells."""
        styles = self.chain(value(table, "tblPr", "tblStyle"))
        borders = [child(table, "tblPr", "tblBorders"), *(child(style, "tblPr", "tblBorders") for _, style in styles)]
        return any(_has_line(one) for one in borders) or any(_has_line(one) for one in table.iter() if local(one) == "tcBorders")


def is_default(style: Element) -> bool:
    """Whether a style is that of all that name none."""
    return attribute(style, "default") in ("1", "true", "on")


def _has_line(borders: Element | None) -> bool:
    return borders is not None and any(attribute(side, "val") not in ("", "nil", "none") for side in borders)
