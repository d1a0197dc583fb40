"""A built page against the page it was made from: what stands in the article is that page as the site's own extensions turn it into HTML.

Left aside is what MkDocs and the theme may change: addresses of links but for their fragment, line breaks, permalinks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from ..render.normal import normal
from ..render.rendering import Facts, Rendered
from .extract import classes, parsed

Token = tuple[str, str]
"""(the nearest address before it, an opening tag, text, or the end of an element)."""


def is_the_same(wanted: Facts, html: str) -> bool:
    """Whether a built page is certainly what it was made from; where not, ``difference`` looks closer."""
    scope = parsed(html).css_first("article")
    return scope is not None and normal(scope) == wanted.normal


def difference(wanted: Rendered, html: str) -> tuple[str, str, str] | None:
    """The first difference of a built page from what it was made from: the nearest address before it, what stands there, what should; None if there is none."""
    scope = parsed(html).css_first("article")
    if scope is None:
        return "", "", "article"
    body = parsed(wanted.html).css_first("body")
    if body is None:
        return "", "", "article"
    last = ""
    for found, right in zip_longest(_tokens(scope), _tokens(body), fillvalue=("", "")):
        if found[1] != right[1]:
            return last, found[1], right[1]
        last = right[0] or last
    return None


def _tokens(top: LexborNode) -> Iterator[Token]:
    text: list[str] = []
    for place, token, is_text in _pieces(top):
        if is_text:
            text.append(token)
            continue
        if words := "".join("".join(text).split()):
            yield "", words
        text.clear()
        yield place, token
    if words := "".join("".join(text).split()):
        yield "", words


def _pieces(top: LexborNode) -> Iterator[tuple[str, str, bool]]:
    left: list[LexborNode | str | None] = [top.child]
    while left:
        node = left.pop()
        if isinstance(node, str):
            yield "", f"</{node}>", False
        elif node is not None:
            left.append(node.next)
            if node.is_text_node:
                yield "", node.text_content or "", True
            elif node.is_element_node and not _of_the_theme(node):
                yield node.attributes.get("id") or "", _opening(node), False
                left += [node.tag or "", node.child]


def _of_the_theme(element: LexborNode) -> bool:
    names = classes(element)
    if element.tag == "wbr":
        return names == ["aid"] and element.attributes.keys() == {"class"}
    return (
        element.tag == "a"
        and names == ["headerlink"]
        and element.attributes.keys() <= {"class", "href", "title", "aria-label"}
        and element.text() == "¶"
        and element.child is not None
        and element.child.next is None
    )


def _opening(element: LexborNode) -> str:
    written = {name: _fragment(value or "") if name in ("href", "src") else value or "" for name, value in element.attributes.items()}
    return f"<{element.tag}{''.join(f' {name}={value!r}' for name, value in sorted(written.items()))}>"


def _fragment(address: str) -> str:
    """What of an address stays the same: all of a foreign one, of our own what stands behind #."""
    parts = urlsplit(address)
    return address if parts.scheme or parts.netloc else parts.fragment
