"""What is wrong with the outline of a text: numbering that skips, levels that are mixed, no title, unknown lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath
from string import ascii_lowercase

from ..model.faults import Fault
from ..model.markers import FORMAL
from ..model.records import FRAME, Kind, Line, Outline, Role, Unit
from ..text.fold import fold
from ..text.numerals import CIRCLED, HAN_NUMBER, HIGHEST, STEMS, nth, to_han
from .hints import NO_HINTS, Hints
from .numbering import running_kinds, scopes, sibling_groups
from .scan import TOO_LONG
from .suspicious import suspicious_faults


def scan_faults(path: PurePosixPath, lines: Sequence[Line], hints: Hints) -> Iterator[Fault]:
    """Faults of single lines."""
    for line in lines:
        if line.role is Role.UNKNOWN:
            place = line.passage
            yield Fault(
                path, place.line, place.column, "OUT004", f"{line.why or '标题之前'}有不认识的行“{place.text[:20]}”",
                f"在 document.yml 里写 lines: {{{place.line}: drop}} 或指定别的身份",
            )  # fmt: skip
    if lines and lines[-1].why == TOO_LONG:
        place = lines[-1].passage
        yield Fault(
            path, place.line, 1, "OUT016", f"从这一行起还有 {len(place.spans)} 行，超出一份文件的行数", "拆成一份一份的文件，分别添加"
        )
    printed = {span.line for line in lines for span in line.passage.spans}
    yield from _unused_roles(path, lines, hints)
    spoken = hints.roles.keys()
    for number in sorted(spoken - printed):
        if number - 1 in spoken and number + 1 in spoken:
            continue  # a blank line in a range
        yield Fault(path, number, 1, "OUT005", f"lines 所指的第 {number} 行不存在或是空行", "核对 document.yml 里的行号")


def _unused_roles(path: PurePosixPath, lines: Sequence[Line], hints: Hints) -> Iterator[Fault]:
    """What a person said of a line that cannot be done: a head without a mark, a part of a line that was joined to others."""
    for line in lines:
        for number in (span.line for span in line.passage.spans):
            role = hints.roles.get(number, line.role)
            if role in (Role.HEAD, Role.MARKED) and line.marker is None:
                yield Fault(path, number, 1, "OUT005", f"第 {number} 行没有编号，不能指定为 {role.value}", "改为 paragraph，或核对行号")
            elif number != line.passage.line and role is not line.role:
                yield Fault(path, number, 1, "OUT005", f"第 {number} 行与前面的行连成了一行，不能单独指定", "改指那一行的第一行")


def outline_faults(parsed: Outline, hints: Hints = NO_HINTS) -> Iterator[Fault]:
    """Faults of the tree as a whole."""
    path = parsed.raw.path
    title = parsed.first(Kind.TITLE)
    if title is None and not hints.supplied:
        yield Fault(path, 1, 1, "OUT003", "找不到标题", "在 document.yml 的 lines 里指明标题所在的行，如 {5: title}")
    elif title is not None and hints.title and fold(title.text) != fold(hints.title):
        yield Fault(path, title.line, 1, "OUT006", f"原文标题“{title.text}”与 document.yml 的 title 不同", "改正 title，使两者一致")
    if title is not None and not any(unit.kind not in FRAME for unit in parsed.units):
        yield Fault(path, title.line, 1, "OUT007", "标题之后没有正文", "核对原文是否完整")
    running = running_kinds(parsed)
    boxed = {id(child) for unit in parsed.walk() if unit.kind is Kind.BOX and unit.sentences for child in unit.children}
    for scope in scopes(parsed):
        last: dict[Kind, int] = {}
        for siblings in sibling_groups(scope):
            marked = [unit for unit in siblings if unit.marker and unit.marker.numbers and unit.kind not in _APART]
            yield from _mixed(path, marked)
            for series in _series_of(marked):
                kind = series[0].kind
                if id(series[0]) in boxed:
                    continue  # the numbers before stand in the box's own text
                yield from _skipped(path, series, last.get(kind, 0) if kind in running else 0)
                last[kind] = _number(series[-1])
    yield from suspicious_faults(parsed, hints.figures)
    for number in sorted(hints.figures - {unit.line for unit in parsed.walk() if unit.kind is Kind.FIGURE}):
        yield Fault(path, number, 1, "OUT005", f"figures 所指的第 {number} 行没有图片", "核对 document.yml 里的行号，或删去这一条")


_APART = {Kind.ANNEX, Kind.BOX, Kind.FOOTNOTE}
"""Their numbers have nothing to do with those of the text around them."""


def _series_of(marked: Sequence[Unit]) -> list[list[Unit]]:
    """Units that count on from each other: of one kind, and 1.1 1.2 apart from 2.1 2.2."""
    series: dict[tuple[Kind, tuple[int, ...]], list[Unit]] = {}
    for unit in marked:
        series.setdefault((unit.kind, unit.marker.numbers[:-1] if unit.marker else ()), []).append(unit)
    return list(series.values())


def _mixed(path: PurePosixPath, marked: Sequence[Unit]) -> Iterator[Fault]:
    for unit in marked:
        if unit.kind is not marked[0].kind and unit.marker and marked[0].marker:
            yield Fault(
                path, unit.line, unit.column, "OUT001",
                f"“{unit.marker.text}”与第 {marked[0].line} 行的“{marked[0].marker.text}”并列在同一层，编号层级错乱",
                f"核对原文是否缺了上一级的行；原文如此则接受：accepted: [OUT001@{unit.line}]",
            )  # fmt: skip
            return


def _skipped(path: PurePosixPath, units: Sequence[Unit], last: int) -> Iterator[Fault]:
    for unit in units:
        number = _number(unit)
        branched = bool(unit.marker and unit.marker.branch)
        if number != last + 1 and not (branched and number == last) and unit.marker:
            verb = "重复" if number <= last else "跳号"
            yield Fault(
                path, unit.line, unit.column, "OUT002", f"编号{verb}：这里是“{unit.marker.text}”，应为“{_printed_like(unit, last + 1)}”",
                f"核对原文是否缺行；原文如此则接受：accepted: [OUT002@{unit.line}]",
            )  # fmt: skip
        last = number


def _number(unit: Unit) -> int:
    return unit.marker.numbers[-1] if unit.marker and unit.marker.numbers else 0


_BRANCH = re.compile("之.*")
_LAST_NUMBER = re.compile(rf"(?:{HAN_NUMBER}|[{FORMAL}]+|[{STEMS}]|\d+|[{CIRCLED}]|[a-z])(?=\D*$)")


def _printed_like(unit: Unit, number: int) -> str:
    """The marker as it would be printed with another number, brackets full-width as official texts have them."""
    assert unit.marker is not None
    printed = _BRANCH.sub("", unit.marker.text).translate(str.maketrans("()", "（）"))
    if unit.kind is Kind.CIRCLE:
        core = nth(CIRCLED, number)
    elif unit.kind is Kind.LETTER and printed.strip("（")[0] in STEMS:
        core = nth(STEMS, number)
    elif unit.kind is Kind.LETTER:
        core = nth(ascii_lowercase, number)
    else:
        core = str(number) if any(char.isdecimal() for char in printed) else to_han(min(number, HIGHEST))
    return _LAST_NUMBER.sub(core, printed, count=1)


def accepted_faults(faults: Collection[Fault], accepted: Collection[str], path: PurePosixPath) -> list[Fault]:
    """The faults less those a person accepted as the text's own; an acceptance that fits none is a warning."""
    keys = {f"{fault.code}@{fault.line}" for fault in faults}
    left = [fault for fault in faults if f"{fault.code}@{fault.line}" not in accepted]
    spare = [
        Fault(path, int(key.partition("@")[2]), 1, "OUT008", f"accepted 里的 {key} 已不存在", "从 accepted 里删去", warning=True)
        for key in sorted(set(accepted) - keys)
    ]
    return left + spare
