"""A Markdown file → its lines as shown: without Markdown's own marks, with the numbers of its lists; HTML inside it is read, too.

The lines are those of the file, so that an editor finds them by number; only HTML that breaks a line adds one. What is
no text at all (front matter, containers, comments, marks for a table of contents) is left out by a rule with a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import unescape

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ..model.reading import Reading, Remark, Writer
from ..model.records import Block, BlockKind
from .page.lines import shown
from .page.tree import parse

FRONT_MATTER = "文件头信息"
CONTAINER = "Markdown 容器标记"
CONTENTS = "Markdown 目录标记"
COMMENT = "注释"

MOST_MARKS = 1000
"""A paragraph with more brackets and stars is no Markdown; reading it as such would take long."""
_CONTAINER = re.compile(r"\s*:{3,}.*")
_CONTENTS = re.compile(r"\s*(?:\[\[\s*_?toc_?\s*\]\]|\[toc\]|\{:toc\}|@\[toc\].*)\s*", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"\s*\{:?\s*(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w-]+))(?:\s+(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w-]+)))*\s*\}\s*$"
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_BOLD_LEFT = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
"""Bold that CommonMark does not see, since a Chinese stop stands inside its end: **（一）加强领导。**成立小组。"""
_MARKS = re.compile(r"[\[\]*_<`!]")
_SAID = {
    "title": "title",
    "标题": "title",
    "date": "date",
    "日期": "date",
    "author": "issuer",
    "issuer": "issuer",
    "number": "number",
    "发文机关": "issuer",
    "文号": "number",
}


@dataclass(slots=True)
class _Page:
    """The file while it is read: what each of its lines shows (several pieces where HTML breaks it), and what lies among them."""

    source: Sequence[str]
    pieces: list[list[str]]
    outside: dict[int, str] = field(default_factory=dict)
    tables: list[tuple[int, int]] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    footnotes: dict[str, tuple[int, int]] = field(default_factory=dict)
    references: dict[str, tuple[int, int]] = field(default_factory=dict)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    """Those of the first level: the title, if there is one only."""


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, strike-through, front matter and footnotes. Indented lines are text: in Chinese an indent begins a paragraph."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    return parser.disable(["inline", "footnote_tail", "footnote_inline"])


def read_markdown(lines: Sequence[str]) -> Reading:
    """The lines as shown, with tables, pictures and footnotes as blocks."""
    page = _Page(lines, [[""] for _ in lines])
    kept = [line if not (why := _no_text(line)) else "" for line in lines]
    page.outside |= {number: why for number, line in enumerate(lines, 1) if (why := _no_text(line))}
    parser = _parser()
    environment: dict[str, object] = {}
    tokens = parser.parse("\n".join(kept), environment)
    _read(tokens, page, lambda text: _inline(parser, text, environment))
    if len(page.headings) == 1:
        page.said["heading"] = page.headings[0].strip()
    return _written(page)


def _no_text(line: str) -> str:
    return CONTAINER if _CONTAINER.fullmatch(line) else CONTENTS if _CONTENTS.fullmatch(line) else ""


def _inline(parser: MarkdownIt, text: str, environment: dict[str, object]) -> list[Token]:
    if len(_MARKS.findall(text)) > MOST_MARKS:
        return [Token("text", "", 0, content=text)]
    found: list[Token] = []
    parser.inline.parse(text, parser, environment, found)
    return found


def _read(tokens: Sequence[Token], page: _Page, inline: Callable[[str], list[Token]]) -> None:
    marks = _list_marks(tokens)
    mark = label = ""
    row: list[str] | None = None
    for index, token in enumerate(tokens):
        first, last = token.map or (0, 0)
        if token.type in _BLOCKS:
            _BLOCKS[token.type](page, first, last, token)
        elif token.type == "list_item_open":
            mark = marks.get(index, "")
        elif token.type.startswith("footnote_reference_"):
            label = str(token.meta["label"]) if token.nesting > 0 else ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            _row(page, tokens, index, row)
            row = None
        elif token.type == "inline":
            lines = _shown_lines(inline(token.content), page, first)
            if row is not None:
                row.append(" ".join(" ".join(words for pieces in lines for words in pieces).split()))
                continue
            _paragraph(page, first, last, mark, lines)
            page.headings.extend(_heading(tokens[index - 1], lines))
            mark = ""
            if label:
                page.footnotes[label] = (page.footnotes.get(label, (first, first))[0], last - 1)


def _heading(opened: Token, lines: list[list[str]]) -> list[str]:
    """The words of a heading of the first level."""
    return ["".join("".join(pieces) for pieces in lines)] if opened.type == "heading_open" and opened.tag == "h1" else []


def _list_marks(tokens: Sequence[Token]) -> Mapping[int, str]:
    """The printed number of every item of an ordered list, by the item's position. Where all are written alike, they count on."""
    found: dict[int, str] = {}
    open_lists: list[list[int] | None] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            open_lists.append([])
        elif token.type == "bullet_list_open":
            open_lists.append(None)
        elif token.type == "list_item_open" and open_lists and (items := open_lists[-1]) is not None:
            items.append(index)
        elif token.type in ("ordered_list_close", "bullet_list_close") and (items := open_lists.pop()):
            written = [int(tokens[item].info or 1) for item in items]
            counted = range(written[0], written[0] + len(written)) if len(set(written)) == 1 else written
            found |= {item: f"{count}{tokens[item].markup} " for item, count in zip(items, counted, strict=True)}
    return found


def _shown_lines(tokens: Sequence[Token], page: _Page, first: int) -> list[list[str]]:
    """What a paragraph shows: by line of the file the pieces that HTML breaks it into."""
    shown_lines: list[list[str]] = [[""]]
    for token in tokens:
        number = first + len(shown_lines) - 1
        text = ""
        if token.type in ("softbreak", "hardbreak"):
            shown_lines.append([""])
        elif token.type == "html_inline":
            if _BREAK.fullmatch(token.content):
                shown_lines[-1].append("")
            if _IMAGE.match(token.content):
                page.figures.append(number)
        elif token.type == "image":
            page.figures.append(number)
            text = "".join(child.content for child in token.children or () if child.content not in ("Image", "image", "图片"))
        elif token.type == "footnote_ref":
            page.references.setdefault(str(token.meta["label"]), (number, len(shown_lines[-1][-1]) + 1))
        elif token.type == "s_open":
            page.remarks.append((number, "这一行有加了删除线的字，照样收入"))
        elif token.type in ("text", "text_special", "code_inline"):
            text = token.content
        head, *more = text.split("\n")
        shown_lines[-1][-1] += head
        shown_lines.extend([line] for line in more)
    return shown_lines


def _paragraph(page: _Page, first: int, last: int, mark: str, lines: list[list[str]]) -> None:
    """Each shown line at its place in the file; the file's attributes at its end are none of it."""
    lines[0][0] = mark + lines[0][0]
    for offset, pieces in enumerate(lines):
        number = min(first + offset, max(last - 1, first), len(page.pieces) - 1)
        cleaned = [_BOLD_LEFT.sub(r"\1", _ATTRIBUTES.sub("", piece)) for piece in pieces]
        kept = [piece for piece in cleaned if piece.strip()] or [""]
        page.pieces[number] = kept if page.pieces[number] == [""] else [*page.pieces[number], *kept]


def _row(page: _Page, tokens: Sequence[Token], close: int, row: Sequence[str]) -> None:
    opened = next(index for index in range(close, -1, -1) if tokens[index].type == "tr_open")
    number = (tokens[opened].map or (0, 0))[0]
    is_head = tokens[opened - 1].type == "thead_open"
    if is_head:
        # The line below the head, of dashes, is none of the table: the head takes its place, so that the rows lie together.
        number += 1
        page.tables.append((number, number))
    page.tables[-1] = (page.tables[-1][0], number)
    page.pieces[number] = ["\t".join(row)]


def _front_matter(page: _Page, first: int, last: int, token: Token) -> None:
    for number in range(first, last):
        page.pieces[number] = [page.source[number]]
        if page.source[number].strip():
            page.outside[number + 1] = FRONT_MATTER
    try:
        read = yaml.load(token.content, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    for key, value in read.items() if isinstance(read, dict) else ():
        if isinstance(value, str) and str(key).lower() in _SAID:
            page.said.setdefault(_SAID[str(key).lower()], value.strip())


def _html(page: _Page, first: int, last: int, _token: Token) -> None:
    """HTML between the paragraphs: a table is read as one, of all other elements the text stays and the tags go."""
    block = "\n".join(page.source[first:last])
    if _COMMENT.fullmatch(block.strip()):
        for number in range(first, last):
            page.pieces[number] = [page.source[number]]
            if page.source[number].strip():
                page.outside[number + 1] = COMMENT
        return
    if _TABLE.search(block):
        _html_table(page, first, last, block)
        return
    for number, line in zip(range(first, last), _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), block).split("\n"), strict=False):
        pieces = [unescape(_TAG.sub("", piece)) for piece in _BREAK.split(line)]
        page.pieces[number] = [piece for piece in pieces if piece.strip()] or [""]
        if _IMAGE.search(line):
            page.figures.append(number)


def _fence(page: _Page, first: int, last: int, _token: Token) -> None:
    """What stands between two fences is text as it is; the fences go."""
    for number in range(first + 1, min(last, len(page.source))):
        closing = number == last - 1 and page.source[number].lstrip().startswith(("```", "~~~"))
        page.pieces[number] = ["" if closing else page.source[number]]


_BLOCKS: Mapping[str, Callable[[_Page, int, int, Token], None]] = {"front_matter": _front_matter, "html_block": _html, "fence": _fence}
"""What is read line by line, by the parser's name for it."""


def _html_table(page: _Page, first: int, last: int, block: str) -> None:
    """The rows one a line of the block, and the rest of them, if there are more, on its last."""
    texts: list[tuple[str, bool]] = []
    for line in shown(parse(block)):
        texts.extend(("\t".join(row), True) for row in line.rows) if line.rows else texts.append((line.text, False))
    for position, (text, in_table) in enumerate(texts):
        number = min(first + position, last - 1)
        page.pieces[number] = [text] if position < last - first else [*page.pieces[number], text]
        if in_table:
            begun = (
                page.tables[-1][0] if page.tables and page.tables[-1][1] in (number, number - 1) and page.tables[-1][0] >= first else number
            )
            if begun != number:
                page.tables[-1] = (begun, number)
            elif not page.tables or page.tables[-1] != (number, number):
                page.tables.append((number, number))


def _written(page: _Page) -> Reading:
    writer = Writer()
    places: list[tuple[int, int]] = []
    for pieces in page.pieces:
        first = writer.next
        for piece in pieces:
            writer.line(piece)
        places.append((first, writer.next - 1))
    outside = {places[number - 1][0]: why for number, why in page.outside.items()}
    for number in page.outside:
        writer.lines[places[number - 1][0] - 1] = page.source[number - 1]
    blocks = [Block(BlockKind.TABLE, places[first][0], places[last][1]) for first, last in page.tables]
    remarks = [Remark(places[number][0], places[number][1], words) for number, words in page.remarks]
    for number in dict.fromkeys(page.figures):
        if not any(first <= number <= last for first, last in page.tables):
            if _alone(page, number):
                blocks.append(Block(BlockKind.FIGURE, *places[number]))
            remarks.append(Remark(*places[number], "这里有一张图，图里的字没有收入"))
    for label, (first, last) in page.footnotes.items():
        line, column = page.references.get(label, (-1, 0))
        blocks.append(Block(BlockKind.FOOTNOTE, places[first][0], places[last][1], label, (places[line][0] if line >= 0 else 0, column)))
    return Reading(tuple(writer.lines), outside, tuple(sorted(blocks, key=lambda block: block.first)), tuple(remarks), page.said)


def _alone(page: _Page, number: int) -> bool:
    """Whether a picture has its line for itself, with nothing but its own words beside it."""
    return bool(re.fullmatch(r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*|<[^>]*>\s*)+", page.source[number]))
