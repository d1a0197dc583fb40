"""The tree of a page → its lines as shown: block elements, parted at ``<br>``, with numbers of lists, tables and pictures in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...model.markers import read_marker
from ...text.raised import raised
from .lists import Counters
from .notes import REFERENCE, Reference, references
from .tables import is_data, rows_of
from .tree import Element

NEVER = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "title", "rp", "!", "img", "audio", "video", "canvas",
})  # fmt: skip
"""Elements whose contents are no text of the page. (A browser ends the head where text begins.)"""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
_BETWEEN_HAN = re.compile(r"(?<=[⺀-鿿　-〿＀-￯])[ \t]*\n[ \t\n]*(?=[⺀-鿿　-〿＀-￯])")
_SPACE = re.compile(r"[ \t\n]+")
_WORD_PROCESSORS = re.compile("LibreOffice|OpenOffice|Microsoft Word|WPS|StarOffice", re.IGNORECASE)
_AIDS = frozenset({"mw-editsection", "mw-jump-link", "noprint", "ws-noexport", "navbox", "catlinks", "printfooter"})
"""MediaWiki's own names, and those of Wikisource, for what is not printed with the text."""
_RAISED = {"sup": "superscript", "sub": "subscript"}
_FILE_NAME = re.compile(r".*\.(?:png|jpe?g|gif|bmp|webp|svg)|image|图片|\s*", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s|｜·>›»→/、—-]*")
"""What stands between the links of a menu."""
SMALLEST_PICTURE = 48
"""A picture of fewer pixels is an icon."""


@dataclass(slots=True)
class Shown:
    """One line as shown (a table: all its rows), and where it stands."""

    text: str
    element: Element
    linked: bool = False
    """Whether all of it is links."""
    rows: Sequence[Sequence[str]] = ()
    picture: bool = False
    references: list[tuple[int, Reference]] = field(default_factory=list)
    """Column (from 1) and target of each note that the line refers to."""
    first: int = 0
    last: int = 0
    """The nodes whose text it is."""


@dataclass(slots=True)
class _Open:
    """An element of the walk: what is left of it, and what holds for all inside."""

    node: Element
    left: Iterator[Element]
    block: Element
    is_block: bool
    preserved: bool = False
    linked: bool = False
    raised: str = ""


class _Line:
    """The line that is being gathered."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = True
        self.nodes: list[int] = []
        self.references: list[Reference] = []
        self.mark = ""
        """The number of a list, printed before the first text of the item."""


def shown(nodes: Sequence[Element]) -> list[Shown]:
    """All lines of a page in reading order, those of its frame too."""
    return list(_shown(nodes[0], references(nodes))) if nodes else []


def _shown(root: Element, refers: dict[int, Reference]) -> Iterator[Shown]:
    counters = Counters(bullets=_by_word_processor(root))
    line = _Line()
    stack = [_Open(root, iter(root.children), root, is_block=True)]
    while stack:
        top = stack[-1]
        node = next(top.left, None)
        if node is None:
            stack.pop()
            if top.is_block:
                yield from _ended(line, top.block)
            continue
        if not node.tag:
            yield from _text(line, node, top)
        elif node.index in refers:
            line.references.append(refers[node.index])
            _add(line, REFERENCE, node.index, top)
        elif whole := _whole(node, top):
            yield from _ended(line, top.block)
            yield from whole
        elif node.tag not in NEVER and not is_deleted(node):
            inner = _opened(node, top)
            if inner.is_block or node.tag == "br":
                yield from _ended(line, top.block)
            if node.tag == "li":
                line.mark = counters.mark(node)
            stack.append(inner)


def _by_word_processor(root: Element) -> bool:
    """Whether a word processor says that it wrote the page."""
    head = next((node for node in root.children if node.tag == "head"), None)
    said = (
        node.get("content") for node in (head.children if head else ()) if node.tag == "meta" and node.get("name").lower() == "generator"
    )
    return any(_WORD_PROCESSORS.search(content) for content in said)


def _whole(node: Element, top: _Open) -> list[Shown]:
    """The lines of an element that is shown as a whole: a picture, a table of data; none for any other."""
    if node.tag == "img" and _is_picture(node):
        words = "" if _FILE_NAME.fullmatch(node.get("alt").strip()) else " ".join(node.get("alt").split())
        return [Shown(words, node, top.linked, picture=True, first=node.index, last=node.index)]
    return list(_table(node)) if node.tag == "table" and is_data(node) else []


def _opened(node: Element, top: _Open) -> _Open:
    is_block = node.tag in BLOCKS or is_hidden(node) or is_aid(node)
    preserved = top.preserved or node.tag in ("pre", "textarea")
    raised = node.tag if node.tag in _RAISED else top.raised
    return _Open(node, iter(node.children), node if is_block else top.block, is_block, preserved, top.linked or node.tag == "a", raised)


def _text(line: _Line, node: Element, top: _Open) -> Iterator[Shown]:
    for position, part in enumerate(node.text.split("\n") if top.preserved else [node.text]):
        if position:
            yield from _ended(line, top.block)
        _add(line, part, node.index, top)


def _add(line: _Line, text: str, index: int, top: _Open) -> None:
    if top.raised and text.strip():
        text = raised(text, _RAISED[top.raised])
    line.pieces.append(text)
    if text.strip():
        line.linked &= top.linked or _SEPARATOR.fullmatch(text) is not None
    if text.strip(" \t\n"):
        line.nodes.append(index)


def _ended(line: _Line, block: Element) -> Iterator[Shown]:
    """The gathered line, if it shows anything; then a new one begins."""
    text = collapsed("".join(line.pieces))
    # A mark waits for the item's first text, which may stand in a paragraph of its own.
    if text:
        if line.mark and read_marker(text) is None:
            text = line.mark + text
        found: list[tuple[int, Reference]] = []
        for reference in line.references:
            place = text.index(REFERENCE)
            text = text[:place] + text[place + 1 :]
            found.append((place + 1, reference))
        if text:
            yield Shown(text, block, line.linked, references=found, first=line.nodes[0], last=line.nodes[-1])
        line.mark = ""
    line.pieces, line.nodes, line.references, line.linked = [], [], [], True


def _table(table: Element) -> Iterator[Shown]:
    caption, rows = rows_of(table, text_of)
    if caption:
        yield Shown(caption, table, first=table.index, last=table.index)
    filled = [row for row in rows if any(row)]
    while len(filled) > 1 and len(filled[0]) > 1 and not any(filled[0][1:]):
        # A first row of one cell over all columns is what the table is called, an annex's title among them.
        yield Shown(filled.pop(0)[0], table, first=table.index, last=table.index)
    if filled:
        yield Shown("\n".join("\t".join(row) for row in filled), table, rows=filled, first=table.index, last=table.end)


def text_of(element: Element) -> str:
    """All that a cell shows, in one line."""
    return " ".join(line.text for line in _shown(element, {}) if line.text)


def _is_picture(node: Element) -> bool:
    sizes = [int(size) for name in ("width", "height") if (size := re.sub("px$", "", node.get(name).strip())).isdecimal()]
    return not (sizes and min(sizes) < SMALLEST_PICTURE)


def is_hidden(node: Element) -> bool:
    """Whether the page itself says that an element is not shown."""
    return "hidden" in node.attributes or bool(re.search(r"display\s*:\s*none", node.get("style"), re.IGNORECASE))


def is_deleted(node: Element) -> bool:
    """Whether an element is a tracked deletion, as Word saves it: HTML gives ``del`` the time or the source of the change."""
    return node.tag == "del" and bool(node.get("datetime") or node.get("cite"))


def is_inserted(node: Element) -> bool:
    """Whether an element is a tracked insertion."""
    return node.tag == "ins" and bool(node.get("datetime") or node.get("cite"))


def is_aid(node: Element) -> bool:
    """Whether an element is none of the text by the name that wikis give it: [编辑] beside a head, boxes that lead elsewhere."""
    return bool(_AIDS & set(node.get("class").split()))


def collapsed(text: str) -> str:
    """White space as a browser shows it: a line break between Chinese characters is none, any other run is one space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return _SPACE.sub(" ", _BETWEEN_HAN.sub("", text.strip(" \t\n"))).strip(" ")
