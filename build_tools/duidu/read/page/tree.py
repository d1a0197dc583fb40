"""HTML → its tree as a browser builds it (HTML Living Standard), numbered in reading order so that "inside" is a comparison.

No walk over it recurses, and none looks up from every line to the root: pages that close nothing are deep.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

DEEPEST = 512
"""Elements deeper than this stand beside each other, as in Chromium; the standard's tree building is quadratic in depth."""
_NESTING = re.compile(
    r"<(/?)(div|section|article|main|blockquote|center|ul|ol|dl|li|fieldset|table|span|b|i|em|strong|font|a|u|s)\b[^>]{0,2000}>",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Element:
    """An element, or a piece of text (``tag`` is "" then). ``index`` counts in reading order; all inside have one up to ``end``."""

    tag: str
    index: int
    depth: int
    parent: Element | None = None
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    end: int = 0

    def get(self, name: str) -> str:
        """An attribute, "" where there is none."""
        return self.attributes.get(name, "")

    def inside(self, other: Element) -> bool:
        """Whether it is ``other`` or stands in it."""
        return other.index <= self.index <= other.end

    def words(self, enough: int = sys.maxsize) -> str:
        """The text inside, in order; no more than is needed for so many characters."""
        found: list[str] = []
        length = 0
        pending = [self]
        while pending and length < enough:
            node = pending.pop()
            found.append(node.text)
            length += len(node.text)
            pending.extend(reversed(node.children))
        return "".join(found)


def parse(html: str) -> list[Element]:
    """All nodes of a page in reading order; the first is the root."""
    root = LexborHTMLParser(_flattened(html)).root
    nodes: list[Element] = []
    if root is None:
        return nodes
    current, parent = root, None
    while True:
        node = Element(current.tag or "", len(nodes), parent.depth + 1 if parent else 0, parent)
        if current.is_text_node:
            node.tag, node.text = "", current.text_content or ""
        elif current.is_element_node:
            node.attributes = {name: value or "" for name, value in current.attributes.items()}
        else:
            node.tag = "!"
        nodes.append(node)
        if parent is not None:
            parent.children.append(node)
        below = current.first_child if current.is_element_node else None
        if below is not None:
            current, parent = below, node
            continue
        node.end = node.index
        while current.next is None:
            if parent is None or current.parent is None:
                return nodes
            parent.end = len(nodes) - 1
            current, parent = current.parent, parent.parent
            if current.mem_id == root.mem_id:
                return nodes
        current = current.next


def _flattened(html: str) -> str:
    """The page with the start tags left out that would nest deeper than anybody nests."""
    if html.count("<") < DEEPEST:
        return html
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if match[1] and depth else 1 if not match[1] else 0
        return match[0] if depth <= DEEPEST else "<br>"

    return _NESTING.sub(kept, html)
