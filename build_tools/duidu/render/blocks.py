"""Tables and figures as finished HTML: a row is a unit, its cells are cited by it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..anchors.document import Document
from ..model.records import Unit
from .wording import say


def table(document: Document, unit: Unit) -> str:
    """A table whose first row is its head, so that paper repeats it."""
    rows = [_row(document, row, "th" if at == 0 and len(unit.children) > 1 else "td") for at, row in enumerate(unit.children)]
    head = f"<thead>{rows[0]}</thead>" if len(rows) > 1 else ""
    body = "".join(rows[1:] if head else rows)
    return f'<table id="{unit.anchor}">{head}<tbody>{body}</tbody></table>'


def _row(document: Document, row: Unit, cell: str) -> str:
    cells = "".join(f"<{cell}>{escape(text, quote=False)}</{cell}>" for text in document.text(row.anchor).split("\t"))
    return f'<tr id="{row.anchor}">{cells}</tr>'


def figure(document: Document, unit: Unit) -> Iterator[str]:
    """The words that stand for a picture; after it those that a person typed, or that there are none."""
    words = document.text(unit.anchor)
    yield f'<figure id="{unit.anchor}">{escape(words, quote=False)}</figure>'
    if typed := document.picture(unit.anchor):
        yield from (f'<p class="aid picture">{escape(line)}</p>' for line in say("unit.picture_words", words=typed.strip()).split("\n"))
    elif not words:
        yield f'<p class="aid picture">{escape(say("unit.picture"))}</p>'
