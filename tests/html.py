"""Built pages, read by a parser fast enough to read them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


def parsed(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def pages(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    """Every page below a folder."""
    for file in sorted(site.rglob("*.html")):
        yield file, parsed(file)


def values(page: LexborHTMLParser | LexborNode, selector: str, name: str) -> list[str]:
    """An attribute of all elements that a selector finds and that have it."""
    return [value for element in page.css(selector) if (value := element.attributes.get(name)) is not None]
