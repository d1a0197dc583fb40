"""Footnotes and endnotes of a Word file: their parts, and how their marks count (ECMA-376, 17.11)."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from ...text.counting import printed
from .names import attribute, children, local, value
from .package import Package
from .paragraphs import NoteReference


class Footnotes:
    """The notes of a file, and how many of each kind were referred to so far."""

    def __init__(self, package: Package, body: Element | None) -> None:
        kinds = ("footnote", "endnote")
        self._notes = {kind: {attribute(note, "id"): note for note in children(package.related(f"{kind}s"), kind)} for kind in kinds}
        settings = package.related("settings")
        sections = [element for element in body.iter() if local(element) == "sectPr"] if body is not None else []
        self._formats = {
            kind: next((form for holder in (*sections, settings) if (form := value(holder, f"{kind}Pr", "numFmt"))), "decimal")
            for kind in kinds
        }
        self._counts: Counter[str] = Counter()

    def read(self, note: NoteReference) -> tuple[str, Element] | None:
        """The mark and the text of what is referred to; None where there is none."""
        found = self._notes[note.kind].get(note.identity)
        if found is None or attribute(found, "type") in ("separator", "continuationSeparator"):
            return None
        if note.mark:
            return note.mark, found
        self._counts[note.kind] += 1
        return printed(self._counts[note.kind], self._formats[note.kind]), found
