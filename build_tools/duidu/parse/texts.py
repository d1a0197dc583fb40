"""Where the further texts of a file begin: what a covering notice issues, and the annexes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ..model.markers import read_marker
from ..model.passage import Passage
from ..model.records import Kind, Marker, Role
from ..text.fold import fold
from ..text.sentences import is_complete
from .body import is_appended
from .chrome import chrome_rule
from .closing import ends_the_act
from .forms import form_of, reads_like_title

_ISSUED = re.compile(r"(?:印发|公布|发布|转发|批转|下发|颁布|颁发)(.{4,80}?)的(?:通知|函|公告|决定|命令|令|意见|批复)$")
_NAMED = re.compile(r"《([^《》]{4,80})》")
_EDITION = re.compile(r"\([^()]{1,16}\)$")
_REFERS = re.compile(r"[\[(]見?第[^\[\]()]{1,30}(?:\([^()]{1,6}\))*[條条段部款]?[^\[\]()]{0,20}[\])]")
"""To which provisions an annex belongs stands above its title: 附表1 / [第3條] / 費用."""
_QUOTES = str.maketrans("", "", '《》“”"<>〈〉')
MOST_TITLE_LINES = 4
LONGEST_TITLE_LINE = 50
LONGEST_ANNEX_TITLE = 80
LONGEST_EDITION = 24
LONGEST_EXPLANATION = 24
"""A list of annexes before the signature has no more lines than this."""
_NAMING_LINES = 12
_COUNTED = {Kind.PART, Kind.CHAPTER, Kind.ARTICLE}
"""What is counted through a law from 1."""


class Opening(Enum):
    """What begins."""

    ISSUED = "issued"
    ANNEX = "annex"
    LISTED = "listed"
    """A line that only names an annex (附件说明), before signature and date."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a further text begins, and how many lines its title has."""

    at: int
    what: Opening
    title: int = 1


def further_texts(passages: Sequence[Passage], start: int, title: str, last_block: int = 0) -> list[Start]:
    """The further texts behind ``start``, the first line of the first text. ``last_block`` is the last line of a table or picture."""
    names = _issued_names(title, [passage.text for passage in passages[start : start + _NAMING_LINES]])
    found: list[Start] = []
    last = _last_annexes(passages)
    last_annex = max(last.values(), default=-1)
    at, began, dated, word = start, start, False, ""
    counted: dict[Kind, int] = {}
    while at < len(passages):
        text = passages[at].text
        marker = read_marker(text)
        step = 1
        if marker and marker.kind is Kind.ANNEX and len(text) <= LONGEST_ANNEX_TITLE and "。" not in text:
            listed = 0 if dated else _listed(passages, at, last, last_block)
            if listed:
                found += [Start(at + line, Opening.LISTED) for line in range(listed)]
                step = listed
            else:
                titled = 1 if text[len(marker.text) :].strip() else 1 + _title_lines(passages, at + 1, annex=True)
                step = _with_edition(passages, at, titled)
                found.append(Start(at, Opening.ANNEX, step))
                began, dated = at + step, False
                word = marker.text[:2]
        elif word == "附录" and is_appended(text) and at > last_annex:
            # 参考文献, 本标准用词说明 behind the annexes of a standard are none of the last of them (GB/T 1.1—2020, 5.1).
            found.append(Start(at, Opening.ISSUED))
            began, dated = at + 1, False
        elif not marker and at > began and (lines := _issued_title(passages, at, names, dated) or _restarted(passages, at, counted)):
            found.append(Start(at, Opening.ISSUED, lines))
            step, began, dated = lines, at + lines, False
            counted = {}
        elif form_of(text) is Role.DATE or ends_the_act(text):
            dated = True
        elif is_complete(text) and not fold(text).startswith("("):
            dated = False
        if marker and marker.kind in _COUNTED and marker.numbers:
            counted[marker.kind] = marker.numbers[-1]
        at += step
    return found


def _issued_names(title: str, texts: Sequence[str]) -> frozenset[str]:
    """What a covering notice says that it issues."""
    names = {found[1] for found in (_ISSUED.search(fold(title)),) if found}
    issuing = [text for text in texts if re.search("印发|公布|发布|转发|批转|下发|颁布|施行", text)]
    names.update(name for text in [title, *issuing] for name in _NAMED.findall(fold(text)))
    return frozenset(_bare(name) for name in names)


def _bare(name: str) -> str:
    return _EDITION.sub("", fold(name).translate(_QUOTES))


def _issued_title(passages: Sequence[Passage], at: int, names: frozenset[str], dated: bool) -> int:
    """How many lines the title of an issued text has that begins here; 0 if none does."""
    joined = ""
    for count, passage in enumerate(passages[at : at + MOST_TITLE_LINES], 1):
        text = passage.text
        if not _may_be_title(text):
            break
        joined += text
        if _bare(joined) in names:
            return _with_edition(passages, at, count)
    if not dated:
        return 0
    count = _title_lines(passages, at, annex=False)
    return _with_edition(passages, at, count) if count and at + count < len(passages) else 0


def _restarted(passages: Sequence[Passage], at: int, counted: Mapping[Kind, int]) -> int:
    """How many lines the title of a further law has below which chapters or articles begin at 1 again; 0 if none does.

    Several laws in one page stand one below the other: 第三十五条　本办法自……施行。 / 某办法 / 第一章　总则.
    """
    if not counted or not (count := _title_lines(passages, at, annex=False)):
        return 0
    behind = passages[at + count : at + count + _NAMING_LINES]
    first = next(
        (mark for passage in behind if (mark := read_marker(passage.text)) or not (form_of(passage.text) or is_edition(passage.text))), None
    )
    return count if first and first.kind in _COUNTED and first.numbers == (1,) and counted.get(first.kind, 0) > 1 else 0


def _with_edition(passages: Sequence[Passage], at: int, count: int) -> int:
    """A title's edition may have a line for itself: （2024—2026年）, （试行）."""
    return count + (at + count < len(passages) and is_edition(passages[at + count].text))


def is_edition(text: str) -> bool:
    """Whether a line only says which edition or which years: （试行）, （2021—2030年）."""
    return len(text) <= LONGEST_EDITION and _EDITION.fullmatch(fold(text)) is not None and not form_of(text) and not chrome_rule(text)


def _may_be_title(text: str) -> bool:
    odd = len(text) > LONGEST_TITLE_LINE or is_complete(text) or read_marker(text) or form_of(text) or chrome_rule(text)
    return not odd


def _title_lines(passages: Sequence[Passage], at: int, *, annex: bool) -> int:
    """How many of the lines from here make a title; an annex's may end as it likes, if it is one line."""
    run = 0
    if annex and at < len(passages) and (refers := _REFERS.match(fold(passages[at].text[:LONGEST_TITLE_LINE]))):
        alone = refers.end() == len(fold(passages[at].text))
        return 1 + (_title_lines(passages, at + 1, annex=True) if alone else 0)
    for passage in passages[at : at + MOST_TITLE_LINES]:
        text = passage.text
        if not _may_be_title(text):
            break
        run += 1
        if reads_like_title(fold("".join(part.text for part in passages[at : at + run])), fewest=1):
            return run
    return (1 + (run > 1 and is_edition(passages[at].text)) if run else 0) if annex else 0


def _last_annexes(passages: Sequence[Passage]) -> dict[tuple[str, tuple[int, ...]], int]:
    """Number of an annex → the last line that has it for a mark."""
    marks = ((at, read_marker(passage.text)) for at, passage in enumerate(passages))
    return {_named(mark): at for at, mark in marks if mark and mark.kind is Kind.ANNEX}


def _named(mark: Marker) -> tuple[str, tuple[int, ...]]:
    """An annex by its word and number; 附件：1.…… lists several, the first of them 附件1."""
    word = mark.text[:2].rstrip(":： 　")
    return word, mark.numbers or ((1,) if word == "附件" else ())


def _listed(passages: Sequence[Passage], at: int, last: Mapping[tuple[str, tuple[int, ...]], int], last_block: int) -> int:
    """How many lines from here only name annexes: signature and date follow, or nothing does, or the annex comes further down."""
    colon = fold(passages[at].text[:8]).find(":") >= 0
    own = read_marker(passages[at].text)
    comes_again = own is not None and last.get(_named(own), at) > at
    naming = _naming(passages, at, last if comes_again else {})
    if colon and comes_again:
        return naming
    lines = 0
    for passage in passages[at : at + LONGEST_EXPLANATION]:
        text = passage.text
        if form_of(text) is Role.DATE:
            return naming
        if is_complete(text) or len(text) > LONGEST_ANNEX_TITLE:
            break
        lines += 1
    if lines == LONGEST_EXPLANATION:
        return 0
    tabled = naming == 1 and passages[-1].line < last_block  # what it names is a table, right below
    return naming if colon and at + lines == len(passages) and not tabled else 0


def _naming(passages: Sequence[Passage], at: int, last: Mapping[tuple[str, tuple[int, ...]], int]) -> int:
    """The lines that name annexes: the first, and those numbered below it, up to one that ``last`` has for the annex itself."""
    end = at + 1
    while end < len(passages):
        marker = read_marker(passages[end].text)
        bare = marker is not None and marker.text == passages[end].text
        if not marker or bare or marker.kind not in (Kind.SUBITEM, Kind.ANNEX, Kind.DECIMAL):
            break
        if marker.kind is Kind.ANNEX and last.get(_named(marker)) == end:
            break
        end += 1
    return end - at
