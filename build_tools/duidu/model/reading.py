"""What every reader of a format gives: the lines, the blocks among them, what is not the document's, and what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .records import Block, BlockKind

SITE_DATA = "网页信息表"
"""Why a line is outside the text: in it the site says of the text 索引号, 发文字号."""
BEHIND = "正文之后的网页文字"
"""Why a line is outside the text: it stands behind the element that holds it, and nothing else is known of it."""

INSERTED = "{} 处修订插入的文字，按接受修订读入"
DELETED = "{} 处修订删除的文字，按接受修订没有收入"
"""What is said of tracked changes."""

NEEDS_TEXT = "找文字版；没有就先做文字识别（OCR），核对之后存成 .docx 或 .txt"
"""What to do about a file that has pictures of characters only."""

CONTENTS = "目录"
"""Why a line is left out: it is of a list of contents, whose lines stand again as heads further down."""
MOST_COLUMNS = 60
"""No table has more; what a slip or a trick makes wider is cut."""
MOST_LINES = 50_000
"""More lines that are not blank no single text has."""
_ENDS = re.compile("[\r\n\v\f\u2028\u2029\x85]+")


def lines_said(first: int, last: int) -> str:
    """第 3 行, 第 3—5 行"""
    return f"第 {first} 行" if first == last else f"第 {first}—{last} 行"


LARGEST = "largest"
"""Under this name a file says what it prints largest before its text."""
_LARGER = 1.1


def prints_a_title(size: float, usual: float, words: str) -> bool:
    """Whether words printed in a ``size`` stand out from a text of the ``usual`` one as its title does; a letterhead (……文件) is none."""
    return size > _LARGER * usual and not words.endswith("文件")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the lines cannot show, from line ``first`` to ``last`` (0: the whole file), in Chinese."""

    first: int
    last: int
    words: str

    def __str__(self) -> str:
        if not self.first:
            return self.words
        return f"{lines_said(self.first, self.last)}　{self.words}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read."""

    lines: tuple[str, ...]
    outside: Mapping[int, str] = field(default_factory=dict)
    """Lines that by the form of the file do not stand where its text stands, and where they do; ``parse.surroundings`` decides."""
    blocks: tuple[Block, ...] = ()
    remarks: tuple[Remark, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    """What the file says of the document beside its text: title, number, issuer, date, address."""


class Refused(Exception):  # noqa: N818  a verdict on the file, not an error of ours
    """The file is not read: what is wrong with it, and what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class Covered(str):
    """A place in a row without a text of its own: a cell reaches over it from ``ABOVE`` or from the ``LEFT``."""

    __slots__ = ()


ABOVE, LEFT = Covered(), Covered()


def spans_of(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Row, place, rows and columns of every cell that reaches over several places; rows without any text left out."""
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, Covered):
                continue
            wide = 1
            while row[place + wide : place + wide + 1] and row[place + wide] is LEFT:
                wide += 1
            high = 1
            while at + high < len(rows) and _all_above(rows[at + high][place : place + wide], wide):
                high += 1
            if wide > 1 or high > 1:
                yield at, place, high, wide


def _all_above(places: Sequence[str], wide: int) -> bool:
    return len(places) == wide and all(place is ABOVE for place in places)


class Writer:
    """Lines as they are read, one after the other; blocks and remarks by the lines they get."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.outside: dict[int, str] = {}
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self.said: dict[str, str] = {}

    @property
    def next(self) -> int:
        """The number that the next line gets."""
        return len(self.lines) + 1

    def line(self, text: str) -> int:
        """One more line; its number. A line end inside the text is a space."""
        self.lines.append(_ENDS.sub(" ", text))
        return len(self.lines)

    def table(self, rows: list[list[str]]) -> None:
        """One row a line, cells joined by TAB; rows without any text are left out."""
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        first = self.next
        for row in filled:
            self.line("\t".join(" ".join(cell.split()) for cell in row))
        if filled:
            spans = tuple((first + at, place, high, wide) for at, place, high, wide in spans_of(filled))
            self.blocks.append(Block(BlockKind.TABLE, first, self.next - 1, spans=spans))

    def figure(self, words: str = "") -> int:
        """A picture at its place, with the words that stand for it; its line is "" where there are none."""
        number = self.line(words)
        self.blocks.append(Block(BlockKind.FIGURE, number, number))
        return number

    def remark(self, words: str, first: int = 0, last: int = 0) -> None:
        """Something to look at, in these lines; in the whole file without any."""
        self.remarks.append(Remark(first, last or first, words))

    def reading(self) -> Reading:
        """What was written."""
        return Reading(tuple(self.lines), self.outside, tuple(self.blocks), tuple(self.remarks), self.said)
