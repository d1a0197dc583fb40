"""Units found in a page against the document they are to show: each unit once, in order, every character.

Comparing is over folded text; what is shown must besides be exactly the displayed text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePosixPath

from ..anchors.document import Document
from ..model.faults import Fault
from ..model.records import Kind
from ..text.excerpt import first_difference
from ..text.fold import fold
from .extract import Official
from .manifest import AGAIN


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared: characters of folded official text, and their sha256."""

    document: str
    characters: int
    sha256: str


def proof_of(document: Document, folded: str) -> Proof:
    """The proof of a folded text."""
    return Proof(document.id, len(folded), hashlib.sha256(folded.encode()).hexdigest())


def page_faults(path: PurePosixPath, document: Document, expected: Sequence[str], found: Sequence[Official], code: str) -> Iterator[Fault]:
    """Differences between the units of one page and the document."""
    names = [unit.anchor for unit in found]
    if names != list(expected):
        odd = next((a or b for a, b in zip_longest(names, expected, fillvalue="") if a != b), "")
        yield _fault(path, code, f"单位的次序或个数不符，从 {odd} 起")
        return
    for unit in found:
        text, marker = document.text(unit.anchor), document.marker(unit.anchor)
        if unit.text != text or unit.marker != marker:
            yield _fault(path, code, f"{unit.anchor} 处{_difference(unit.marker + unit.text, marker + text)}")


def shape_fault(path: PurePosixPath, place: str, what: str, code: str) -> Fault:
    """Something in or around official text that has no place there."""
    return _fault(path, code, f"{place} 处：{what}" if place else what)


def prove_tree(document: Document) -> Iterator[Fault]:
    """The tree against the source: what the pages are made from has every character, in order."""
    units = (unit for unit in document.units.values() if unit.kind is not Kind.SENTENCE)
    text = fold("".join(document.marker(unit.anchor) + document.text(unit.anchor) for unit in units))
    yield from whole_fault(document.outline.raw.path, document, text, "PRV001")


def assembled(document: Document, found: Sequence[Official]) -> str:
    """The folded text that the found units make up together, in the document's order, each character once."""
    by_anchor = {unit.anchor: unit for unit in found}
    pieces: list[str] = []
    for anchor, unit in document.units.items():
        shown = by_anchor.get(anchor)
        if shown and unit.kind is not Kind.SENTENCE:
            pieces.append(shown.marker + shown.text)
    return fold("".join(pieces))


def whole_fault(path: PurePosixPath, document: Document, text: str, code: str) -> Iterator[Fault]:
    """The whole text of a document against its source."""
    if text != document.source_text:
        yield _fault(path, code, f"{document.id} 全篇与原文不符，{_difference(text, document.source_text)}")


def _difference(found: str, wanted: str) -> str:
    position = first_difference(found, wanted)
    start = max(position - 6, 0)
    return f"第 {position + 1} 字起是“{found[start : position + 8]}”，原文是“{wanted[start : position + 8]}”"


def _fault(path: PurePosixPath, code: str, message: str) -> Fault:
    return Fault(path, 1, 1, code, message, "页面没有写出，请把这一行报给开发者" if code == "PRV001" else AGAIN)
