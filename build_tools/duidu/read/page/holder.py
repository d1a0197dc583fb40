"""Where in a page its lines stand: in the element that holds the text, in what frames the page, before the text or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.reading import BEHIND, SITE_DATA
from ...model.records import SHORTEST_TITLE
from ...text.fold import fold
from .lines import Shown, is_aid, is_hidden
from .tables import label_of, labelled, said_in
from .tree import Element

FRAME = frozenset({"nav", "footer", "aside", "button", "select", "textarea"})
FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})

HIDDEN = "网页上不显示"
COLUMNS = "网页栏目"
LINKS = "网页链接"
BEFORE = "标题之前的网页文字"

HOLDS = 0.75
"""The element that holds the text is the innermost one with this share of all whole sentences …"""
KNOWN_HOLDER = re.compile(
    r"(?:^|\s)(?:UCAP-CONTENT|TRS_Editor|trs_editor_view|trs_paper_default|zoom|Zoom|zoomcon|v_news_content|article-content|article_content|"
    r"news_content|pages_content|ewb-article-content|Custom_UnionStyle|wenzhang|detail-content|content-main|TRS_PreAppend)(?:\s|$)"
)
"""… or one around it that goes by a name which the systems of government sites give that element."""


def frames_of(nodes: Sequence[Element]) -> list[str]:
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
        elif is_aid(node) or node.tag in FRAME or node.get("role") in FRAME_ROLES or (node.tag == "header" and not articles[-1]):
            found.append(COLUMNS)
        else:
            found.append("")
    return found


def holder_of(nodes: Sequence[Element], lines: Sequence[Shown]) -> Element | None:
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
    innermost: Element | None = max(holding, key=lambda node: node.depth)
    known = next((node for node in holding if KNOWN_HOLDER.search(f"{node.get('id')} {node.get('class')}")), None)
    if known is not None:
        return known
    while innermost is not None and innermost.tag in {"p", "h1", "h2", "h3", "pre", "li", "ol", "ul", "td", "tr", "tbody", "table"}:
        if innermost.tag == "td" or innermost.parent is None:
            break
        innermost = innermost.parent
    return innermost


def outside_holder(
    nodes: Sequence[Element], lines: Sequence[Shown], frames: Sequence[str], holder: Element | None
) -> Iterator[tuple[int, str]]:
    """Position and place of every line that does not stand in the element that holds the text. Of a page without one only what frames it."""
    inside = [index for index, line in enumerate(lines) if holder is not None and line.element.inside(holder)]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), len(lines))
    heading = _heading(nodes, lines, frames, first)
    for index, line in enumerate(lines):
        why: str | None = frames[line.element.index] or None
        value = index > 0 and index < first and not line.rows and label_of(lines[index - 1].text) is not None
        if why is None and (value or _is_data(line, index, first, last)):
            why = SITE_DATA
        elif why is None and inside and not first <= index <= last:
            if line.linked:
                why = LINKS
            elif index < heading:
                why = BEFORE
            elif index > last:
                why = BEHIND
        if why is not None:
            yield index, why


def _is_data(line: Shown, index: int, first: int, last: int) -> bool:
    """A table, or a line outside the text, in which the site lists what it knows of the text."""
    if line.rows:
        return said_in(line.rows) is not None
    return not first <= index <= last and (labelled(line.text) is not None or label_of(line.text) is not None)


def _heading(nodes: Sequence[Element], lines: Sequence[Shown], frames: Sequence[str], first: int) -> int:
    """The line before the text that says what the page says it is called; 0 if none does."""
    called = [node.get("content") for node in nodes if node.tag == "meta" and node.get("name").lower() in ("articletitle", "title")]
    called += [node.words() for node in nodes if node.tag == "title"]
    for index in range(min(first + 1, len(lines))):
        text = fold(lines[index].text)
        named = not frames[lines[index].element.index] and not lines[index].linked and len(text) >= SHORTEST_TITLE
        if named and any(text in fold(name) for name in called):
            return index
    return 0
