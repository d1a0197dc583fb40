"""Footnotes of a page: a short mark that leads to a place further down, where a note begins with the same mark.

Sites and word processors write them alike: ``<sup><a href="#n1">[1]</a></sup>``, ``<a href="#_ftn1">``, or a raised [1] without a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .tree import Element

REFERENCE = "\ufdd0"
"""Stands in a line for a mark until its column is known: no text has this character (it is none)."""
_MARK = re.compile(r"\s*(?:[\[〔【(（]\s*(?:注\s*)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[\]〕】)）]|注?\d{1,3}|[①-⑳]|[*＊※†]{1,3})\s*")
_BRACKETED = re.compile(r"\s*[\[〔【]\s*(?:注\s*)?\d{1,3}\s*[\]〕】]\s*|\s*[①-⑳]\s*")


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark, and the element where its note stands."""

    mark: str
    target: Element


def references(nodes: Sequence[Element]) -> dict[int, Reference]:
    """The elements that are marks of notes, by their index."""
    names: dict[str, Element] = {}
    for node in nodes:
        for name in (node.get("id"), node.get("name") if node.tag == "a" else ""):
            if name:
                names.setdefault(name, node)
    found: dict[int, Reference] = {}
    for node in nodes:
        if node.tag == "a" and node.get("href").startswith("#"):
            words, target = node.words(), names.get(node.get("href")[1:])
            if target is not None and target.index > node.end and _MARK.fullmatch(words) and _begins_with(target, words.strip()):
                found[node.index] = Reference(words.strip(), target)
    return found | _without_links(nodes, found)


def _without_links(nodes: Sequence[Element], linked: dict[int, Reference]) -> dict[int, Reference]:
    """Raised marks in brackets whose note is a paragraph further down that begins with the same mark."""
    raised = [
        node for node in nodes if node.tag == "sup" and _BRACKETED.fullmatch(words := node.words()) and words and not _holds(node, linked)
    ]
    wanted = {node.words().strip() for node in raised}
    notes: dict[str, Element] = {}
    for node in nodes:
        if (
            wanted
            and node.tag in ("p", "li", "div")
            and (mark := next((mark for mark in wanted if node.words(40).strip().startswith(mark)), ""))
        ):
            notes.setdefault(mark, node)
    return {
        node.index: Reference(mark, notes[mark]) for node in raised if (mark := node.words().strip()) in notes and notes[mark].index > node.end
    }  # fmt: skip


def _holds(node: Element, linked: dict[int, Reference]) -> bool:
    return any(index in linked for index in range(node.index, node.end + 1))


def _begins_with(target: Element, mark: str) -> bool:
    """Whether the note at the target begins with the mark; the target may be an empty element or the mark itself."""
    block: Element | None = target
    while block is not None and block.tag not in ("p", "li", "div", "td", "dd", "aside", "section", "body"):
        block = block.parent
    if block is None or block.tag == "body":
        return False
    if block.tag == "li" and block.parent is not None and block.parent.tag == "ol":
        return True
    return block.words(40).strip().startswith(mark)
