"""A saved web page → the lines of text it shows, and which of them are not the document's and why.

Every character that the page shows stands in exactly one line; none is made up. Lines are block elements, parted at
``<br>``; white space is collapsed as a browser does it. What never shows (scripts, styles, comments) is no text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from ..model.records import Role
from ..parse.forms import form_of
from ..parse.markers import read_marker
from ..text.fold import fold

NEVER = frozenset({"script", "style", "template", "noscript", "svg", "math", "object", "iframe", "title", "rp"})
"""Elements whose contents are no text of the page. The head has no others; where it is not closed, it holds the whole page."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
FRAME = frozenset({"nav", "footer", "aside", "button", "select", "textarea"})
FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})

HIDDEN = "网页上不显示"
COLUMNS = "网页栏目"
LINKS = "网页链接"
BEFORE = "标题之前的网页文字"
AFTER = "正文之后的网页文字"
UNSURE = ""
"""Outside the element that holds the text, and yet a whole sentence or numbered: a person decides."""

HOLDS = 0.75
"""The element that holds the text is the innermost one with this share of all whole sentences."""
SIGNED_WITHIN = 3
"""A date among so many lines behind that element is the document's, and so is the signature before it."""
SHORTEST_TITLE = 5

_BETWEEN_HAN = re.compile(r"(?<=[⺀-鿿　-〿＀-￯])[ \t]*\n[ \t\n]*(?=[⺀-鿿　-〿＀-￯])")
_SPACE = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One line as shown, the element it stands in, and whether all of it is links."""

    text: str
    element: Tag
    linked: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """An element that is being read: what of it is still to come, and how its text is taken.

    Levels are kept in a list, since old pages close no paragraph: there each one stands in the one before, a thousand deep.
    """

    nodes: Iterator[PageElement]
    block: Tag
    is_block: bool
    preserved: bool = False
    linked: bool = False


def page_lines(html: str) -> tuple[tuple[str, ...], Mapping[int, str]]:
    """The lines of the page, and by line number why a line is not the document's (``UNSURE``: a person decides)."""
    soup = BeautifulSoup(re.sub("\r\n?|\f", "\n", html), "html.parser")
    blocks = list(_blocks(soup))
    return tuple(block.text for block in blocks), dict(_outside(soup, blocks))


def address_of(html: str) -> str:
    """Where a saved page says it was saved from, or the address it gives itself; "" if it does not."""
    saved = re.search(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", html)
    if saved:
        return saved[1]
    soup = BeautifulSoup(html, "html.parser")
    for found in (soup.find("link", rel="canonical"), soup.find("meta", property="og:url")):
        address = str(found.get("href") or found.get("content") or "") if isinstance(found, Tag) else ""
        if re.match("https?://", address):
            return address
    return ""


def remarks(html: str) -> tuple[str, ...]:
    """What the page shows that lines of text cannot: pictures, tables, numbers that the browser makes."""
    soup = BeautifulSoup(html, "html.parser")
    holder = _holder([block for block in _blocks(soup) if not _frame(block.element)])
    if holder is None:
        return ()
    said = {
        "img": "正文里有 {} 张图片，图片里的字没有收入",
        "table": "正文里有 {} 张表格，每一格成为一行",
        "ol": "正文里有 {} 处由网页自动编号，号码不在文字里；与网页对照，缺号的请用纯文本重新加入",
    }
    counts = {name: len(holder.find_all(name)) for name in said}
    return tuple(said[name].format(count) for name, count in counts.items() if count)


def _blocks(soup: BeautifulSoup) -> Iterator[Block]:
    gathered: list[tuple[str, bool]] = []
    for element, piece, linked in _pieces(soup):
        if piece is not None:
            gathered.append((piece, linked))
            continue
        text = _collapsed("".join(words for words, _ in gathered))
        if text:
            yield Block(text, element, all(inside for words, inside in gathered if words.strip()))
        gathered = []


def _pieces(soup: BeautifulSoup) -> Iterator[tuple[Tag, str | None, bool]]:
    """Text in reading order with the block it stands in; None where a line ends. True where it is part of a link."""
    levels = [_Level(soup.children, soup, is_block=True)]
    while levels:
        level = levels[-1]
        node = next(level.nodes, None)
        if node is None:
            levels.pop()
            if level.is_block:
                yield level.block, None, level.linked
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            for position, part in enumerate(node.split("\n") if level.preserved else [str(node)]):
                if position:
                    yield level.block, None, level.linked
                yield level.block, part, level.linked
        elif isinstance(node, Tag) and node.name not in NEVER:
            inner = _inside(node, level)
            if inner.is_block or node.name == "br":
                yield level.block, None, level.linked
            levels.append(inner)


def _inside(tag: Tag, level: _Level) -> _Level:
    is_block = tag.name in BLOCKS or _is_hidden(tag)
    preserved = level.preserved or tag.name in {"pre", "textarea"}
    return _Level(tag.children, tag if is_block else level.block, is_block, preserved, level.linked or tag.name == "a")


def _collapsed(text: str) -> str:
    """White space as a browser shows it: a line break between Chinese characters is none, any other run is one space."""
    return _SPACE.sub(" ", _BETWEEN_HAN.sub("", text.strip(" \t\n"))).strip(" ")


def _outside(soup: BeautifulSoup, blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    named = [_frame(block.element) for block in blocks]
    holder = _holder([block for block, name in zip(blocks, named, strict=True) if not name])
    inside = [index for index, block in enumerate(blocks) if holder is not None and _within(block.element, holder)]
    first, last = (inside[0], inside[-1]) if inside else (len(blocks), len(blocks))
    last = _signed(blocks, last)
    heading = _heading(soup, blocks, named, first)
    for index, block in enumerate(blocks):
        why: str | None = named[index]
        if not why and inside and not first <= index <= last:
            if block.linked:
                why = LINKS
            elif index < heading:
                why = BEFORE
            elif index > last:
                why = UNSURE if "。" in block.text or read_marker(block.text) else AFTER
        if why is not None:
            yield index + 1, why


def _frame(element: Tag) -> str | None:
    for around in (element, *element.parents):
        if _is_hidden(around):
            return HIDDEN
        if around.name in FRAME or around.get("role") in FRAME_ROLES:
            return COLUMNS
        if around.name == "header" and not around.find_parent(["article", "main"]):
            return COLUMNS
    return None


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(re.search(r"display\s*:\s*none", str(tag.get("style", "")), re.IGNORECASE))


def _holder(blocks: Sequence[Block]) -> Tag | None:
    """The innermost element that holds nearly all whole sentences."""
    weights: Counter[int] = Counter()
    elements: dict[int, Tag] = {}
    for block in blocks:
        if "。" in block.text and not block.linked:
            for element in (block.element, *block.element.parents):
                weights[id(element)] += len(block.text)
                elements[id(element)] = element
    wanted = HOLDS * max(weights.values(), default=0)
    holding = [elements[key] for key, weight in weights.items() if weight >= wanted]
    innermost = max(holding, key=_depth, default=None)
    while innermost is not None and innermost.name in {"p", "h1", "h2", "h3", "pre", "li"} and innermost.parent is not None:
        innermost = innermost.parent
    return innermost


def _depth(element: PageElement) -> int:
    return sum(1 for _ in element.parents)


def _within(element: Tag, holder: Tag) -> bool:
    return element is holder or any(around is holder for around in element.parents)


def _signed(blocks: Sequence[Block], last: int) -> int:
    """The last line of the text, signature and date behind its element included."""
    for index in range(last + 1, min(last + 1 + SIGNED_WITHIN, len(blocks))):
        if form_of(blocks[index].text) is Role.DATE:
            return index
    return last


def _heading(soup: BeautifulSoup, blocks: Sequence[Block], named: Sequence[str | None], first: int) -> int:
    """The line before the text that says what the page says it is called; 0 if none does."""
    meta = soup.find("meta", attrs={"name": re.compile("^(ArticleTitle|title)$", re.IGNORECASE)})
    called = [str(meta.get("content", "")) if isinstance(meta, Tag) else "", soup.title.get_text() if soup.title else ""]
    for index in range(min(first + 1, len(blocks))):
        text = fold(blocks[index].text)
        if not named[index] and not blocks[index].linked and len(text) >= SHORTEST_TITLE and any(text in fold(name) for name in called):
            return index
    return 0
