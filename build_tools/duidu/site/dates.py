"""The date of what is built: it comes from the sources, so that the same sources give the same site on any day."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path


def latest_date(source: Path) -> int:
    """The latest date of a document or of a check that stands in the sources, as seconds since 1970."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in source.rglob("*.yml"))
    dates = {found for text in texts for found in re.findall(r"(?:^date|\bon): [\"']?(\d{4}-\d\d-\d\d)", text, re.MULTILINE)}
    return max(map(_seconds, dates), default=0)


def _seconds(date: str) -> int:
    """0 for what is no date; the converter says so at its place."""
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0
