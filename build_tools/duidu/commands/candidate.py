"""A file that is to be added, read and parsed; its title, wherever that stands; and what a person would settle, as suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath

from ..anchors.publishing import parse
from ..model.faults import CallError, Fault, stopping
from ..model.reading import LARGEST
from ..model.records import SHORTEST_TITLE, Outline, Role
from ..parse.hints import Hints
from ..project.refusals import reason_unread
from ..read.rawtext import TextRead, read_text
from ..text.fold import fold

_UNUSABLE = {"OUT006", "OUT007"}
"""With one of these nothing is added: the title that was given is not the text's, or there is no text below it."""
_NOT_ACCEPTABLE = {"OUT003", "OUT005", "OUT006", "OUT007", "OUT008"}
"""Faults that are no property of the text: nobody can say that the text has them itself."""
MOST_ROUNDS = 10
_SITE_NAME = re.compile(r"\s*(?:[_|｜]|--+|\s[-–—]\s).*")


@dataclass(frozen=True, slots=True)
class Settled:
    """What document.yml says of the text: its title (``supplied``: it stands nowhere in the text), lines and accepted faults."""

    title: str = ""
    supplied: bool = False
    roles: Mapping[int, Role] | None = None
    accepted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be added: its bytes, how it was read and parsed, and what is wrong with it."""

    data: bytes
    read: TextRead
    parsed: Outline
    faults: tuple[Fault, ...]
    settled: Settled
    title_from: str
    """Where a title comes from that stands not in the text: 网页信息, 文件名 …; "" for the text itself."""

    @property
    def address(self) -> str:
        """The address that a page was saved from, "" where it is not known."""
        return self.read.said.get("address", "")


def read_candidate(file: Path, title: str, *, take: bool = False) -> tuple[Candidate | None, list[Fault]]:
    """The file read and parsed, with all that is wrong with it; None where it cannot be added. Raises CallError for what is no file.

    With ``take`` every suggestion is taken.
    """
    shown = PurePosixPath(*file.parts)
    if not file.is_file():
        raise CallError(f"找不到文件 {file}。" + ("这是一个文件夹。" if file.is_dir() else ""))
    try:
        data = file.read_bytes()
        read, faults = read_text(file, shown)
    except OSError as error:
        raise CallError(f"读不了 {file}：{reason_unread(error) or error.strerror}。") from None
    if read is None or faults:
        return None, faults
    first = titled(read, title, file)
    settled, source, parsed, found = first.settled, first.source, first.parsed, first.faults
    for _ in range(MOST_ROUNDS if take else 0):
        more = with_suggestions(settled, found)
        if more == settled:
            break
        settled = replace(more, roles=_through_blanks(more.roles or {}, read.raw.lines))
        parsed, found = parsed_with(read, settled)
    unusable = [_retold(fault) for fault in found if fault.code in _UNUSABLE or (fault.code == "OUT003" and not settled.title)]
    if unusable:
        return None, unusable
    return Candidate(data, read, parsed, tuple(found), settled, source), found


def _through_blanks(roles: Mapping[int, Role], lines: Sequence[str]) -> Mapping[int, Role]:
    """The roles, with the blank lines between two lines of one role, so that ``lines`` names them as one range."""
    found = dict(roles)
    for before, after in pairwise(sorted(roles)):
        if roles[before] is roles[after] and not any(line.strip() for line in lines[before : after - 1]):
            found |= dict.fromkeys(range(before + 1, after), roles[before])
    return found


def parsed_with(read: TextRead, settled: Settled) -> tuple[Outline, list[Fault]]:
    """The text parsed as document.yml would have it, and what is wrong with it."""
    return parse(read.raw, Hints(settled.title, settled.roles or {}, settled.supplied), settled.accepted)


@dataclass(frozen=True, slots=True)
class Titled:
    """The title that was settled on and where it is from ("" for the text itself), and the text as parsed with it."""

    settled: Settled
    source: str
    parsed: Outline
    faults: list[Fault]


def titled(read: TextRead, given: str, file: Path) -> Titled:
    """The title: the one given, else one that stands in the text, else what the file says beside it, the file's name last."""
    if given:
        parsed, faults = parsed_with(read, Settled(given))
        if parsed.title:
            return Titled(Settled(given), "", parsed, faults)
        return _parsed(read, Settled(given, supplied=True), "命令")
    for title in _in_the_text(read):
        parsed, faults = parsed_with(read, Settled(title))
        if fold(parsed.title) == fold(title):
            named = Titled(Settled(title), "", parsed, faults)
            return _better(read, named) if stopping(faults) else named
    unnamed = _parsed(read, Settled())
    if stopping(unnamed.faults):
        unnamed = _by_its_print(read, unnamed)
    if unnamed.parsed.title:
        return unnamed
    title, source = next(_beside(read, file), ("", ""))
    return _parsed(read, Settled(title, supplied=True), source) if title else unnamed


def _parsed(read: TextRead, settled: Settled, source: str = "") -> Titled:
    return Titled(settled, source, *parsed_with(read, settled))


def _by_its_print(read: TextRead, unnamed: Titled) -> Titled:
    """With what is printed largest for a title, if that leaves fewer lines unknown: a title need not end as titles end."""
    words = read.said.get(LARGEST, "")
    named = _parsed(read, Settled(words)) if len(fold(words)) >= SHORTEST_TITLE else unnamed
    fewer = len(stopping(named.faults)) < len(stopping(unnamed.faults))
    return named if fewer and fold(named.parsed.title) == fold(words) else unnamed


def _better(read: TextRead, named: Titled) -> Titled:
    """A page's heading may be the title of what a notice issues: the notice has its own, and with it fewer lines are unknown."""
    other = _parsed(read, Settled())
    fewer = len(stopping(other.faults)) < len(stopping(named.faults))
    return other if other.parsed.title and fewer else named


def _in_the_text(read: TextRead) -> Iterator[str]:
    """What the file itself calls the title of the text, in the order in which it is believed."""
    for key in ("title", "heading"):
        if len(fold(read.said.get(key, ""))) >= SHORTEST_TITLE:
            yield read.said[key]


def _beside(read: TextRead, file: Path) -> Iterator[tuple[str, str]]:
    """What a file says of its title beside the text, and where."""
    for key, source in (("title", "文件所附的信息"), ("heading", "文件里的大标题"), ("page", "网页的标题栏")):
        title = " ".join(_SITE_NAME.sub("", read.said.get(key, "")).split())
        if len(fold(title)) >= SHORTEST_TITLE:
            yield title, source
    name = re.sub(r"^[\d\s.、_-]+|[\s（(]\d+[)）]$", "", file.stem).strip()
    if len(re.findall("[㐀-鿿]", name)) >= SHORTEST_TITLE:
        yield name, "文件名"


def with_suggestions(settled: Settled, faults: list[Fault]) -> Settled:
    """What document.yml would say if every suggestion were taken."""
    roles = dict(settled.roles or {})
    accepted = set(settled.accepted)
    for fault in faults:
        if fault.warning or not fault.code.startswith("OUT"):
            continue
        if fault.code == "OUT004":
            roles[fault.line] = Role.DROP
        elif fault.code not in _NOT_ACCEPTABLE:
            accepted.add(f"{fault.code}@{fault.line}")
    return Settled(settled.title, settled.supplied, roles, frozenset(accepted))


def ranged(roles: Mapping[int, Role]) -> list[tuple[str, Role]]:
    """Lines and their roles as document.yml has them: runs of one role as ranges."""
    runs: list[tuple[int, int, Role]] = []
    for number, role in sorted(roles.items()):
        if runs and runs[-1][2] is role and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number, role)
        else:
            runs.append((number, number, role))
    return [(str(first) if first == last else f'"{first}-{last}"', role) for first, last, role in runs]


def _retold(fault: Fault) -> Fault:
    """Before there is a document.yml, a title is given by an option."""
    if fault.code not in {"OUT003", "OUT006"}:
        return fault
    message = fault.message.replace("document.yml 的 title ", "--title 写的")
    remedy = "照原文的标题写 --title，或去掉 --title" if fault.code == "OUT006" else "用 --title 写出题名"
    return Fault(fault.path, fault.line, fault.column, fault.code, message, remedy)
