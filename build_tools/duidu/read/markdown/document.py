"""A Markdown file → its lines as shown: without Markdown's own marks, with the numbers of its lists; HTML inside it is read, too.

The lines are those of the file, so that an editor finds them by number; only HTML that breaks a line adds one. What is
no text at all (front matter, containers, comments, marks for a table of contents) is left out by a rule with a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ...model.markers import BULLET, read_marker
from ...model.reading import MOST_LINES, Reading, Refused
from .blocks import BLOCKS, BREAK, IMAGE
from .lines import MarkdownLines

CONTAINER = "Markdown 容器标记"
CONTENTS = "Markdown 目录标记"

MOST_MARKS = 1000
"""A paragraph with more brackets and stars is no Markdown; reading it as such would take long."""
_CONTAINER = re.compile(r"\s*:{3,}.*")
_CONTENTS = re.compile(r"\s*(?:\[\[\s*_?toc_?\s*\]\]|\[toc\]|\{:toc\}|@\[toc\].*)\s*", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"\s*\{:?\s*(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w-]+))(?:\s+(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w-]+)))*\s*\}\s*$"
)
_BOLD_LEFT = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
"""Bold that CommonMark does not see, since a Chinese stop stands inside its end: **（一）加强领导。**成立小组。"""
_MARKS = re.compile(r"[\[\]*_<`!]")


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, strike-through, front matter and footnotes. Indented lines are text: in Chinese an indent begins a paragraph."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    return parser.disable(["inline", "footnote_tail", "footnote_inline"])


def read_markdown(lines: Sequence[str]) -> Reading:
    """The lines as shown, with tables, pictures and footnotes as blocks. Raises Refused."""
    if sum(1 for line in lines if line.strip()) > MOST_LINES:
        raise Refused(f"Markdown 文件超过 {MOST_LINES} 行，不像一份文件", "拆成一份一份的文件，分别添加")
    file = MarkdownLines(lines, [[""] for _ in lines])
    kept = [line if not (why := _no_text(line)) else "" for line in lines]
    file.outside |= {number: why for number, line in enumerate(lines, 1) if (why := _no_text(line))}
    parser = _parser()
    environment: dict[str, object] = {}
    tokens = parser.parse("\n".join(kept), environment)
    _read(tokens, file, lambda text: _inline(parser, text, environment))
    if len(file.headings) == 1:
        file.said["heading"] = file.headings[0].strip()
    return file.written()


def _no_text(line: str) -> str:
    return CONTAINER if _CONTAINER.fullmatch(line) else CONTENTS if _CONTENTS.fullmatch(line) else ""


def _inline(parser: MarkdownIt, text: str, environment: dict[str, object]) -> list[Token]:
    if len(_MARKS.findall(text)) > MOST_MARKS:
        return [Token("text", "", 0, content=text)]
    found: list[Token] = []
    parser.inline.parse(text, parser, environment, found)
    return found


def _read(tokens: Sequence[Token], file: MarkdownLines, inline: Callable[[str], list[Token]]) -> None:
    marks = _list_marks(tokens)
    mark = label = ""
    row: list[str] | None = None
    for index, token in enumerate(tokens):
        first, last = token.map or (0, 0)
        if token.type in BLOCKS:
            BLOCKS[token.type](file, first, last, token)
        elif token.type == "list_item_open":
            mark = marks.get(index, "")
        elif token.type.startswith("footnote_reference_"):
            label = str(token.meta["label"]) if token.nesting > 0 else ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            _row(file, tokens, index, row)
            row = None
        elif token.type == "inline":
            lines = _shown_lines(inline(token.content), file, first)
            if row is not None:
                row.append(" ".join(" ".join(words for pieces in lines for words in pieces).split()))
                continue
            _paragraph(file, first, last, mark, lines)
            file.headings.extend(_heading(tokens[index - 1], lines))
            mark = ""
            if label:
                file.footnotes[label] = (file.footnotes.get(label, (first, first))[0], last - 1)


def _heading(opened: Token, lines: list[list[str]]) -> list[str]:
    """The words of a heading of the first level."""
    return ["".join("".join(pieces) for pieces in lines)] if opened.type == "heading_open" and opened.tag == "h1" else []


def _list_marks(tokens: Sequence[Token]) -> Mapping[int, str]:
    """What is printed before every item of a list, by the item's position: a bullet, or its number; where all are written alike, they count on."""
    found: dict[int, str] = {}
    open_lists: list[list[int] | None] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            open_lists.append([])
        elif token.type == "bullet_list_open":
            open_lists.append(None)
        elif token.type == "list_item_open" and open_lists and open_lists[-1] is None:
            found[index] = f"{BULLET} "
        elif token.type == "list_item_open" and open_lists and (items := open_lists[-1]) is not None:
            items.append(index)
        elif token.type in ("ordered_list_close", "bullet_list_close") and (items := open_lists.pop()):
            written = [int(tokens[item].info or 1) for item in items]
            counted = range(written[0], written[0] + len(written)) if len(set(written)) == 1 else written
            found |= {item: f"{count}{tokens[item].markup} " for item, count in zip(items, counted, strict=True)}
    return found


def _shown_lines(tokens: Sequence[Token], file: MarkdownLines, first: int) -> list[list[str]]:
    """What a paragraph shows: by line of the file the pieces that HTML breaks it into."""
    shown_lines: list[list[str]] = [[""]]
    for token in tokens:
        number = first + len(shown_lines) - 1
        text = ""
        if token.type in ("softbreak", "hardbreak"):
            shown_lines.append([""])
        elif token.type == "html_inline":
            if BREAK.fullmatch(token.content):
                shown_lines[-1].append("")
            if IMAGE.match(token.content):
                file.figures.append(number)
        elif token.type == "image":
            file.figures.append(number)
            text = "".join(child.content for child in token.children or () if child.content not in ("Image", "image", "图片"))
        elif token.type == "footnote_ref":
            file.references.setdefault(str(token.meta["label"]), (number, len(shown_lines[-1][-1]) + 1))
        elif token.type == "s_open":
            file.remarks.append((number, "这一行有加了删除线的字，照样收入"))
        elif token.type in ("text", "text_special", "code_inline"):
            text = token.content
        head, *more = text.split("\n")
        shown_lines[-1][-1] += head
        shown_lines.extend([line] for line in more)
    return shown_lines


def _paragraph(file: MarkdownLines, first: int, last: int, mark: str, lines: list[list[str]]) -> None:
    """Each shown line at its place in the file; the file's attributes at its end are none of it."""
    marked = mark.strip() == BULLET and read_marker("".join(lines[0]).lstrip()) is not None
    lines[0][0] = lines[0][0] if marked else mark + lines[0][0]
    for offset, pieces in enumerate(lines):
        number = min(first + offset, max(last - 1, first), len(file.pieces) - 1)
        cleaned = [_BOLD_LEFT.sub(r"\1", _ATTRIBUTES.sub("", piece)) for piece in pieces]
        kept = [piece for piece in cleaned if piece.strip()] or [""]
        file.pieces[number] = kept if file.pieces[number] == [""] else [*file.pieces[number], *kept]


def _row(file: MarkdownLines, tokens: Sequence[Token], close: int, row: Sequence[str]) -> None:
    opened = next(index for index in range(close, -1, -1) if tokens[index].type == "tr_open")
    number = (tokens[opened].map or (0, 0))[0]
    is_head = tokens[opened - 1].type == "thead_open"
    if is_head:
        # The line below the head, of dashes, is none of the table: the head takes its place, so that the rows lie together.
        number += 1
        file.tables.append((number, number))
    file.tables[-1] = (file.tables[-1][0], number)
    file.pieces[number] = ["\t".join(row)]
