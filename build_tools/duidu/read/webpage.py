"""A saved web page → the lines of text it shows, and which of them are not the document's and why.

Every character that the page shows stands in exactly one line; none is made up, and the marks of notes stand in none.
What never shows (scripts, styles, comments) is no text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from ..model.reading import Reading, Writer
from ..model.records import Block, BlockKind, Role
from ..parse.chrome import chrome_rule
from ..parse.forms import form_of
from ..parse.markers import read_marker
from ..text.fold import fold
from .page.lines import Shown, is_hidden, shown
from .page.notes import Reference
from .page.tables import label_of, labelled, said_in
from .page.tree import Node, parse

FRAME = frozenset({"nav", "footer", "aside", "button", "select", "textarea"})
FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})

HIDDEN = "网页上不显示"
COLUMNS = "网页栏目"
LINKS = "网页链接"
BEFORE = "标题之前的网页文字"
AFTER = "正文之后的网页文字"
DATA = "网页信息表"
UNSURE = ""
"""Outside the element that holds the text, and yet a whole sentence or numbered: a person decides."""

HOLDS = 0.75
"""The element that holds the text is the innermost one with this share of all whole sentences …"""
KNOWN_HOLDER = re.compile(
    r"(?:^|\s)(?:UCAP-CONTENT|TRS_Editor|trs_editor_view|trs_paper_default|zoom|Zoom|zoomcon|v_news_content|article-content|article_content|"
    r"news_content|pages_content|ewb-article-content|Custom_UnionStyle|wenzhang|detail-content|content-main|TRS_PreAppend)(?:\s|$)"
)
"""… or one around it that goes by a name which the systems of government sites give that element."""
SIGNED_WITHIN = 3
"""A date among so many lines behind that element is the document's, and so is the signature before it."""
SHORTEST_TITLE = 5
_DOWNLOAD = re.compile(r"\.(?:docx?|wps|pdf|ofd|xlsx?|zip|rar)\s*(?:[(（][^（()）]{0,20}[)）])?\s*$", re.IGNORECASE)
"""A file that the page offers below the text: 附件：某办法.docx"""
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)")


def declared_encoding(data: bytes) -> str:
    """What a page says of its encoding, "" if it does not."""
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii").lower() if match else ""


def read_page(html: str) -> Reading:
    """The lines of a page, what is not the document's (``UNSURE``: a person decides), its tables, pictures and notes."""
    nodes = parse(re.sub("\r\n?|\f", "\n", html))
    lines = shown(nodes)
    frames = _frames(nodes)
    holder = _holder(nodes, [line for line in lines if not frames[line.element.index]])
    kept = [line for line in lines if not line.picture or line.text or (holder is not None and line.element.inside(holder))]
    why = dict(_outside(nodes, kept, frames, holder))
    return _written(kept, why, _said(nodes, html))


def _written(lines: Sequence[Shown], why: Mapping[int, str], said: Mapping[str, str]) -> Reading:
    writer = Writer()
    data = [list(row) for index, line in enumerate(lines) if why.get(index) == DATA for row in line.rows or [[line.text]]]
    writer.said |= {**(said_in(data) or {}), **said}
    places: dict[int, tuple[int, int]] = {}
    notes = _notes(lines)
    for index, line in enumerate(lines):
        first = writer.next
        text = line.text
        if index in notes:
            text = text.removeprefix(notes[index].mark).lstrip()
        if line.rows:
            writer.table([list(row) for row in line.rows])
        elif line.picture:
            writer.figure(text)
            if index not in why:
                writer.remark("这里有一张图，图里的字没有收入", first)
        else:
            writer.line(text)
        for column, reference in line.references:
            places.setdefault(reference.target.index, (first, column))
        if index in why:
            writer.outside.update(dict.fromkeys(range(first, writer.next), why[index]))
        if index in notes:
            note = notes[index]
            writer.blocks.append(Block(BlockKind.FOOTNOTE, first, first, note.mark, places.get(note.target.index, (0, 0))))
    return writer.reading()


def _notes(lines: Sequence[Shown]) -> Mapping[int, Reference]:
    """The lines that are notes, and what refers to each: from the place that a mark leads to on, to the end of the element there."""
    found: dict[int, Reference] = {}
    ends = [line.last for line in lines]
    for line in lines:
        for _, reference in line.references:
            target = reference.target
            index = bisect_left(ends, target.index)
            first = index
            while index < len(lines) and (index == first or lines[index].first <= target.end):
                if not lines[index].rows and not lines[index].picture:
                    found.setdefault(index, reference)
                index += 1
    return found


def _said(nodes: Sequence[Node], html: str) -> Mapping[str, str]:
    """What the head of the page says: its address and its title."""
    said: dict[str, str] = {}
    saved = _SAVED_FROM.search(html[:4096])
    if saved:
        said["address"] = saved[1]
    for node in nodes:
        if node.tag == "link" and node.get("rel").lower() == "canonical" and re.match("https?://", node.get("href")):
            said.setdefault("address", node.get("href"))
        if node.tag == "meta":
            name, content = (node.get("name") or node.get("property")).lower(), node.get("content").strip()
            if name == "og:url" and re.match("https?://", content):
                said.setdefault("address", content)
            if name == "articletitle" and content:
                said["title"] = content
        if node.tag == "title" and "page" not in said and (words := " ".join(node.words().split())):
            said["page"] = words
    headings = [words for node in nodes if node.tag == "h1" and (words := "".join(node.words().split()))]
    if len(headings) == 1:
        said["heading"] = headings[0]
    return said


def _frames(nodes: Sequence[Node]) -> list[str]:
    """Why an element and all inside is never the document's, by index; "" where it may be."""
    found: list[str] = []
    articles: list[bool] = []
    for node in nodes:
        above = found[node.parent.index] if node.parent else ""
        articles.append((articles[node.parent.index] if node.parent else False) or node.tag in ("article", "main"))
        if above:
            found.append(above)
        elif is_hidden(node):
            found.append(HIDDEN)
        elif node.tag in FRAME or node.get("role") in FRAME_ROLES or (node.tag == "header" and not articles[-1]):
            found.append(COLUMNS)
        else:
            found.append("")
    return found


def _holder(nodes: Sequence[Node], lines: Sequence[Shown]) -> Node | None:
    """The innermost element that holds nearly all whole sentences, or a known holder around it."""
    weights = [0] * len(nodes)
    for line in lines:
        if "。" in line.text and not line.linked:
            weights[line.element.index] += len(line.text)
    for node in reversed(nodes):
        if node.parent is not None:
            weights[node.parent.index] += weights[node.index]
    if not weights or not weights[0]:
        return None
    holding = [node for node in nodes if weights[node.index] >= HOLDS * weights[0]]
    innermost: Node | None = max(holding, key=lambda node: node.depth)
    known = next((node for node in holding if KNOWN_HOLDER.search(f"{node.get('id')} {node.get('class')}")), None)
    if known is not None:
        return known
    while innermost is not None and innermost.tag in {"p", "h1", "h2", "h3", "pre", "li", "ol", "ul", "td", "tr", "tbody", "table"}:
        if innermost.tag == "td" or innermost.parent is None:
            break
        innermost = innermost.parent
    return innermost


def _outside(nodes: Sequence[Node], lines: Sequence[Shown], frames: Sequence[str], holder: Node | None) -> Iterator[tuple[int, str]]:
    inside = [index for index, line in enumerate(lines) if holder is not None and line.element.inside(holder)]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), len(lines))
    last = _signed(lines, last)
    heading = _heading(nodes, lines, frames, first)
    for index, line in enumerate(lines):
        why: str | None = frames[line.element.index] or None
        value = index > 0 and index < first and not line.rows and label_of(lines[index - 1].text) is not None
        if why is None and (value or _is_data(line, index, first, last)):
            why = DATA
        elif why is None and inside and not first <= index <= last:
            if line.linked:
                why = LINKS
            elif index < heading:
                why = BEFORE
            elif index > last:
                sure = _DOWNLOAD.search(line.text) or not ("。" in line.text or read_marker(line.text))
                why = AFTER if sure else UNSURE
        if why is not None:
            yield index, why


def _is_data(line: Shown, index: int, first: int, last: int) -> bool:
    """A table, or a line outside the text, in which the site lists what it knows of the text."""
    if line.rows:
        return said_in(line.rows) is not None
    return not (first <= index <= last or chrome_rule(line.text)) and (labelled(line.text) is not None or label_of(line.text) is not None)


def _signed(lines: Sequence[Shown], last: int) -> int:
    """The last line of the text, signature and date behind its element included."""
    for index in range(last + 1, min(last + 1 + SIGNED_WITHIN, len(lines))):
        if form_of(lines[index].text) is Role.DATE:
            return index
    return last


def _heading(nodes: Sequence[Node], lines: Sequence[Shown], frames: Sequence[str], first: int) -> int:
    """The line before the text that says what the page says it is called; 0 if none does."""
    called = [node.get("content") for node in nodes if node.tag == "meta" and node.get("name").lower() in ("articletitle", "title")]
    called += [node.words() for node in nodes if node.tag == "title"]
    for index in range(min(first + 1, len(lines))):
        text = fold(lines[index].text)
        named = not frames[lines[index].element.index] and not lines[index].linked and len(text) >= SHORTEST_TITLE
        if named and any(text in fold(name) for name in called):
            return index
    return 0
