"""What a Markdown file has between its paragraphs and is read line by line: front matter, HTML, what stands between fences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

import yaml
from markdown_it.token import Token

from ..page.lines import shown
from ..page.tree import parse
from .lines import MarkdownLines

FRONT_MATTER = "文件头信息"
COMMENT = "注释"

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
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


def _front_matter(file: MarkdownLines, first: int, last: int, token: Token) -> None:
    for number in range(first, last):
        file.pieces[number] = [file.source[number]]
        if file.source[number].strip():
            file.outside[number + 1] = FRONT_MATTER
    try:
        read = yaml.load(token.content, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    for key, value in read.items() if isinstance(read, dict) else ():
        if isinstance(value, str) and str(key).lower() in _SAID:
            file.said.setdefault(_SAID[str(key).lower()], value.strip())


def _html(file: MarkdownLines, first: int, last: int, _token: Token) -> None:
    """HTML between the paragraphs: a table is read as one, of all other elements the text stays and the tags go."""
    block = "\n".join(file.source[first:last])
    if _COMMENT.fullmatch(block.strip()):
        for number in range(first, last):
            file.pieces[number] = [file.source[number]]
            if file.source[number].strip():
                file.outside[number + 1] = COMMENT
        return
    if _TABLE.search(block):
        _html_table(file, first, last, block)
        return
    for number, line in zip(range(first, last), _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), block).split("\n"), strict=False):
        pieces = [unescape(_TAG.sub("", piece)) for piece in BREAK.split(line)]
        file.pieces[number] = [piece for piece in pieces if piece.strip()] or [""]
        if IMAGE.search(line):
            file.figures.append(number)


def _fence(file: MarkdownLines, first: int, last: int, _token: Token) -> None:
    """What stands between two fences is text as it is; the fences go."""
    for number in range(first + 1, min(last, len(file.source))):
        closing = number == last - 1 and file.source[number].lstrip().startswith(("```", "~~~"))
        file.pieces[number] = ["" if closing else file.source[number]]


BLOCKS: Mapping[str, Callable[[MarkdownLines, int, int, Token], None]] = {
    "front_matter": _front_matter,
    "html_block": _html,
    "fence": _fence,
}
"""What is read line by line, by the parser's name for it."""


def _html_table(file: MarkdownLines, first: int, last: int, block: str) -> None:
    """The rows one a line of the block, and the rest of them, if there are more, on its last."""
    texts: list[tuple[str, bool]] = []
    for line in shown(parse(block)):
        texts.extend(("\t".join(row), True) for row in line.rows) if line.rows else texts.append((line.text, False))
    for position, (text, in_table) in enumerate(texts):
        number = min(first + position, last - 1)
        file.pieces[number] = [text] if position < last - first else [*file.pieces[number], text]
        if in_table:
            begun = (
                file.tables[-1][0] if file.tables and file.tables[-1][1] in (number, number - 1) and file.tables[-1][0] >= first else number
            )
            if begun != number:
                file.tables[-1] = (begun, number)
            elif not file.tables or file.tables[-1] != (number, number):
                file.tables.append((number, number))
