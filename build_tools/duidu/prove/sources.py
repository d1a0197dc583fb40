"""The addresses elsewhere that the sources name: of definitions, of where a text was found. Asked only when a person wants it, never by a build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError, URLError
from urllib.parse import quote

from ..model.faults import Fault
from .asking import AT_ONCE, opened

TIMEOUT = 20
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}（），。；、》”]+")
_COMMENT = re.compile(r"(?:^|\s)#.*")


@dataclass(frozen=True, slots=True)
class Position:
    """Where an address stands."""

    path: PurePosixPath
    line: int
    column: int


def addresses(root: Path) -> Mapping[str, Sequence[Position]]:
    """Every address in what people write below ``source/``, with its places, in the order of files and lines. Comments name none."""
    found: dict[str, list[Position]] = {}
    for file in sorted((root / "source").rglob("*.yml")):
        path = PurePosixPath(*file.relative_to(root).parts)
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for match in _ADDRESS.finditer(_COMMENT.sub("", line)):
                found.setdefault(match[0].rstrip(".,;)]"), []).append(Position(path, number, match.start() + 1))
    return found


def answered(wanted: Iterable[str]) -> Mapping[str, str]:
    """What is wrong with each address, "" where a page answers. A few are asked at once."""
    listed = list(wanted)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(listed, pool.map(_ask, listed), strict=True))


def address_faults(places: Mapping[str, Sequence[Position]], answers: Mapping[str, str]) -> list[Fault]:
    """A warning at each place whose address does not answer: the other side may be down for a day only."""
    return sorted(
        Fault(place.path, place.line, place.column, "PRV006", f"{address} {answers[address]}", "用浏览器再看一次", warning=True)
        for address, where in places.items()
        for place in where
        if answers[address]
    )


def _ask(address: str) -> str:
    try:
        with opened(quote(address, safe="/:?#[]@!$&'()*+,;=%~"), TIMEOUT):
            return ""
    except HTTPError as error:
        return f"应答是 {error.code}"
    except (URLError, HTTPException, OSError, ValueError):
        return "没有应答"
