"""How a place is cited in Chinese: 二（一）第4段第2句, 第三十四条第一款第（一）项. Written and read back here and nowhere else.

Forms follow official usage: 条 款 项 目 in provisions (《立法技术规范（试行）（一）》), the marks of GB/T 9704 in decisions,
and 第n段, 第n点, 第n句 where nothing is printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from string import ascii_lowercase

from ..text.fold import fold
from ..text.numerals import CIRCLED, HAN_NUMBER, HIGHEST, ROMAN, letter_number, nth, to_han, to_int
from .markers import ANNEX

ANNEX_WORD = f"{ANNEX}?"


class Form(Enum):
    """A step of a citation. The value is how it is written, ``{han}`` or ``{n}`` its number."""

    PART = "第{han}编"
    CHAPTER = "第{han}章"
    DIVISION = "第{han}节"
    ARTICLE = "第{han}条"
    PROVISION = "第{han}款"
    """The unmarked paragraph of an article."""
    PROVISION_ITEM = "第（{han}）项"
    PROVISION_SUBITEM = "第{n}目"
    SECTION = "{han}"
    ITEM = "（{han}）"
    SUBITEM = "{n}"
    SUBSUBITEM = "（{n}）"
    CIRCLE = "{circle}"
    LETTER = "{letter}"
    ROMAN = "{roman}"
    PARAGRAPH = "第{n}段"
    POINT = "第{n}点"
    SENTENCE = "第{n}句"
    ANNEX = "{name}{n}"
    """附件1, 附录2: by its word, and in figures, since 附件一一 may be read in two ways."""
    TABLE = "表{n}"
    ROW = "第{n}行"
    BOX = "专栏{n}"
    FIGURE = "图{n}"
    FOOTNOTE = "脚注{n}"
    """By its number, however the mark is printed (①, [1], *): 注1 are the editors' notes."""
    BEFORE = "前言"
    """What stands before the first mark."""
    AFTER = "结语"
    PREAMBLE = "序言"
    TITLE = "标题"
    ADOPTED = "通过说明"
    NUMBER = "文号"
    ADDRESSEE = "主送机关"
    SIGNATURE = "署名"
    DATE = "成文日期"
    ISSUER = "发文机关"
    OCCASION = "会议"
    SPEAKER = "报告人"
    HEADING = "“{name}”"
    """A head without a mark is cited by its words, a further text of the file by its title."""
    TEXT = "《{name}》"


@dataclass(frozen=True, slots=True)
class Place:
    """One step. Two that mean the same are equal, however they are printed."""

    form: Form
    numbers: tuple[int, ...] = ()
    """The printed number or the position; several for 1.1.2; empty where the step is a name."""
    branch: int | None = None
    name: str = ""
    printed: str = field(default="", compare=False)
    """The mark as the text has it, where that is to stand in the citation: 附件一, 第3-1條."""

    def __str__(self) -> str:
        if self.printed:
            return self.printed
        written = self.form.value
        if self.numbers:
            number = self.numbers[-1]
            written = written.format(
                n=".".join(map(str, self.numbers)),
                han=to_han(min(number, HIGHEST)),
                circle=nth(CIRCLED, number),
                letter=nth(ascii_lowercase, number),
                roman=nth(ROMAN, number),
                name=self.name,
            )
        else:
            written = re.sub(r"\{(?!name)\w+\}", "", written).format(name=self.name)
        return written + (f"之{to_han(self.branch)}" if self.branch else "")


_POSITIONS = (Form.PARAGRAPH, Form.PROVISION, Form.POINT)
_PROVISIONS = (Form.ARTICLE, Form.PROVISION, Form.PROVISION_ITEM, Form.PROVISION_SUBITEM)
_JOINTS = re.compile(rf"\d\n\d|{HAN_NUMBER}\n{HAN_NUMBER}|[A-Z]\n[A-Z]|(?:{ANNEX_WORD}|专栏)\n(?:{HAN_NUMBER}|[\dA-Z])")
"""Where the end of one step and the start of the next (the line break between) would be read as one number."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place within one document, from the largest step to the smallest; without steps the document."""

    steps: tuple[Place, ...] = ()

    def __str__(self) -> str:
        """The steps, one after the other; a number that would run into the one before it is set apart: 附件1第1项."""
        written = ""
        for step in map(str, self.steps):
            written += f"第{step}项" if _JOINTS.search(f"{written}\n{step}") else step
        return written

    @property
    def last(self) -> Place | None:
        """The unit's own step; None for the document."""
        return self.steps[-1] if self.steps else None

    @property
    def position(self) -> int:
        """Which paragraph or point of its neighbours the place is, 1 where it is the only one."""
        last = self.last
        return last.numbers[-1] if last and last.form in _POSITIONS and last.numbers else 1

    def below(self, *places: Place) -> Citation:
        """The citation of a unit below."""
        return Citation((*self.steps, *places))

    def within(self, above: Citation) -> Citation:
        """What it adds to the citation of what lies above; all of it where that is no part of it."""
        size = len(above.steps)
        return Citation(self.steps[size:]) if self.steps[:size] == above.steps else self


_N = rf"{HAN_NUMBER}|\d+"
_READERS = (
    (Form.TEXT, r"《(?P<name>[^《》]+)》"),
    (Form.HEADING, r"“(?P<name>[^“”]+)”"),
    (Form.PROVISION_ITEM, rf"第\(?(?P<n>{_N})\)?[项項]"),
    (Form.PROVISION_SUBITEM, rf"第(?P<n>{_N})目"),
    *(
        (form, rf"第(?P<n>{_N}){word}")
        for form, word in (
            (Form.PART, "(?:分?[编編]|篇|部分|部)"),
            (Form.CHAPTER, "章"),
            (Form.DIVISION, "[节節]"),
            (Form.PROVISION, "款"),
            (Form.PARAGRAPH, "段"),
            (Form.POINT, "点"),
            (Form.SENTENCE, "句"),
            (Form.ROW, "行"),
        )
    ),
    (Form.ARTICLE, rf"第(?P<n>{_N})(?:-(?P<dash>\d+))?[条條](?:之(?P<b>{_N}))?"),
    (Form.ANNEX, rf"(?P<name>{ANNEX_WORD})(?:(?P<n>{_N})|(?P<u>[A-Z]))?:?"),
    (Form.TABLE, r"表(?P<n>\d+)"),
    (Form.BOX, rf"专栏(?P<n>{_N})?"),
    (Form.FIGURE, r"图(?P<n>\d+)"),
    (Form.FOOTNOTE, r"脚注(?P<n>\d+)"),
    *((form, form.value) for form in Form if "{" not in form.value),
    (Form.CIRCLE, rf"(?P<o>[{CIRCLED}])"),
    (Form.ITEM, rf"\((?P<n>{HAN_NUMBER})\)"),
    (Form.SUBSUBITEM, r"\((?P<n>\d+)(?P<x>[A-Z]{1,2})?\)"),
    (Form.LETTER, r"\((?P<l>[a-z])(?P<x>[a-z])\)"),
    (Form.SECTION, rf"(?P<n>{HAN_NUMBER})、?"),
    (Form.SUBITEM, r"(?P<d>(?:[A-Z]\.)?\d+(?:\.\d+)*)(?P<x>[A-Z]{1,2}(?![A-Za-z]))?\.?"),
    (Form.ROMAN, r"(?P<r>[IVX]+)"),
    (Form.LETTER, r"(?P<l>[a-z])"),
)
_PATTERNS = tuple((form, re.compile(pattern)) for form, pattern in _READERS)
_SET_APART = re.compile(r"第(?P<step>[^第()项項]+)[项項]")
_CIRCLE = re.compile(f"[{CIRCLED}]")


def read_citation(text: str) -> Citation | None:
    """The citation that is written ``text``, of either width, with Chinese or Arabic numbers; None if it is none.

    >>> read_citation("第34条第1款第(一)项") == read_citation("第三十四条第一款第（一）项")
    True
    """
    folded = "".join(char if _CIRCLE.match(char) else fold(char) for char in text)
    places: list[Place] = []
    at = 0
    while at < len(folded):
        place, at = _set_apart(folded, at, places) or _place(folded, at)
        if place is None:
            return None
        places.append(place)
    return Citation(tuple(places))


def _set_apart(text: str, at: int, above: list[Place]) -> tuple[Place, int] | None:
    """第1项 below what is no provision: the mark 1 (or 一, 1.1), as ``Citation`` sets it apart from the number before it."""
    if not above or above[-1].form in _PROVISIONS or not (found := _SET_APART.match(text, at)):
        return None
    place, end = _place(found["step"], 0)
    return (place, found.end()) if place and end == len(found["step"]) else None


def _place(text: str, at: int) -> tuple[Place | None, int]:
    for form, pattern in _PATTERNS:
        if found := pattern.match(text, at):
            groups = found.groupdict()
            try:
                branch = groups.get("b") or groups.get("dash")
                letters = groups.get("x")
                number = to_int(branch) if branch else letter_number(letters) if letters else None
                return Place(form, _numbers(groups), number, groups.get("name") or ""), found.end()
            except ValueError:  # 十十 has the look of a number and is none
                return None, at
    return None, at


def _numbers(groups: dict[str, str | None]) -> tuple[int, ...]:
    if circle := groups.get("o"):
        return (CIRCLED.index(circle) + 1,)
    if decimal := groups.get("d"):
        return tuple(int(part) if part.isdecimal() else letter_number(part) for part in decimal.split("."))
    if roman := groups.get("r"):
        return (ROMAN.index(roman) + 1,)
    if letter := groups.get("u") or groups.get("l"):
        return (letter_number(letter),)
    return (to_int(printed),) if (printed := groups.get("n")) else ()
