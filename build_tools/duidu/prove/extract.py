"""Official text out of HTML, by what the contract promises and nothing else.

A unit is an element whose id is letter + digits (or title, adopted …); ``.aid`` and ``.headerlink`` are not official, a
``.marker`` is the printed mark, sentences are ``span.sentence``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.anchor import ANCHOR

FOREIGN = frozenset({"aid", "headerlink"})


@dataclass(frozen=True, slots=True)
class Official:
    """One unit as it stands in a page. ``text`` is without the marker; a paragraph's includes its sentences."""

    anchor: str
    marker: str
    text: str
    is_sentence: bool


@lru_cache(maxsize=1)
def parsed(html: str) -> LexborNode:
    """The root of a page, or of a fragment, as a browser reads it; several proofs look at the same one in turn, none changes it."""
    root = LexborHTMLParser(html).root
    assert root is not None  # an HTML parser makes a page of anything
    return root


def official_units(html: str, container: str | None = "article") -> Iterator[Official]:
    """The units of a page in the order of the page; ``container`` None takes all of a fragment."""
    root = parsed(html)
    scope = root.css_first(container) if container else root
    rows: dict[int, str] = {}
    for element in below(scope, "[id]") if scope else ():
        if is_unit(element):
            if element.tag == "table":
                rows = _rows(element)
            marker, text = ("", rows.get(element.mem_id, "")) if element.tag == "tr" else _texts(element)
            yield Official(element.id or "", marker, text, "sentence" in classes(element))


def is_unit(element: LexborNode) -> bool:
    """Whether an element is a unit of official text."""
    identity = element.id
    return bool(identity and _is_anchor(identity)) and FOREIGN.isdisjoint(classes(element))


@lru_cache(maxsize=8192)  # each is asked for by both proofs, of several pages, and from every element that stands in it
def _is_anchor(identity: str) -> bool:
    return ANCHOR.fullmatch(identity) is not None


def classes(element: LexborNode) -> list[str]:
    """The classes of an element."""
    return (element.attributes.get("class") or "").split()


def children(element: LexborNode) -> Iterator[LexborNode]:
    """What stands directly in an element, texts and comments too."""
    child = element.child
    while child is not None:
        yield child
        child = child.next


def elements(top: LexborNode) -> Iterator[LexborNode]:
    """All elements below one, in the order of the page. What a template holds is not part of the page."""
    found = top.traverse(include_text=False)
    next(found, None)  # itself
    return (node for node in found if node.is_element_node)


def below(top: LexborNode, selector: str) -> Iterator[LexborNode]:
    """The elements below one that a selector picks, in the order of the page."""
    own = top.mem_id
    return (node for node in top.css(selector) if node.mem_id != own)


def _rows(table: LexborNode) -> dict[int, str]:
    """The text of each row of a table by the row's identity, its cells parted by tabs. What a cell reaches over is "" in the row."""
    found: dict[int, str] = {}
    reaching: dict[int, int] = {}
    """Place → how many rows below a cell still reaches over it."""
    for row in table.css("tr"):
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in row.css("td, th"):
            _past(cells, reaching)
            high, wide = (_reach(cell.attributes.get(name)) for name in ("rowspan", "colspan"))
            below.update(dict.fromkeys(range(len(cells), len(cells) + wide), high - 1))
            cells += [cell.text(), *[""] * (wide - 1)]
        _past(cells, reaching)
        found[row.mem_id] = "\t".join(cells)
        reaching = {place: left - 1 for place, left in reaching.items() if left > 1} | {
            place: left for place, left in below.items() if left
        }
    return found


def _past(cells: list[str], reaching: Mapping[int, int]) -> None:
    while len(cells) in reaching:
        cells.append("")


WIDEST = 1000
"""No cell reaches further, as in browsers."""


def _reach(printed: str | None) -> int:
    return min(max(int(printed), 1), WIDEST) if printed and printed.isdecimal() and printed.isascii() else 1


def _texts(unit: LexborNode) -> tuple[str, str]:
    """A unit's mark and text; a table's text is that of its rows."""
    if unit.tag == "table":
        return "", ""
    marker: list[str] = []
    text: list[str] = []
    left = [(unit.child, text)]
    while left:
        node, into = left.pop()
        if node is None:
            continue
        left.append((node.next, into))
        if node.is_text_node:
            into.append(node.text_content or "")
        elif node.is_element_node and FOREIGN.isdisjoint(classes(node)):
            left.append((node.child, marker if "marker" in classes(node) else into))
    return "".join(marker).strip(), "".join(text).strip()
