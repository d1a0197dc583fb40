"""The date of what is built: it comes from the sources, so that the same sources give the same site on any day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path


def latest_date(source: Path) -> int:
    """The latest date of a document or of a check that stands in the sources, as seconds since 1970."""
    return max(map(_seconds, _dates(source.rglob("*.yml"))), default=0)


def iso_date(seconds: int) -> str:
    """As search engines read it; "" for 0."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""


def document_date(source: Path, document: str) -> str:
    """The latest date that concerns the pages of one document, ISO 8601: its own, its checks', and those of the links that lead to it; "" without one."""
    files = [*(source / document).rglob("*.yml"), *source.glob(f"*/links/{document}.yml")]
    return max((date for date in _dates(files) if _seconds(date)), default="")


def _dates(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        yield from re.findall(r"(?:^date|\bon): [\"']?(\d{4}-\d\d-\d\d)", text, re.MULTILINE)


def _seconds(date: str) -> int:
    """0 for what is no date; the converter says so at its place."""
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0
