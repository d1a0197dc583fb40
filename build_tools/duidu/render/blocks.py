"""Tables and figures as finished HTML: a row is a unit, its cells are cited by it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ..anchors.document import Document
from ..model.records import BlockKind, Unit
from .wording import say


def table(document: Document, unit: Unit) -> str:
    """A table whose first rows are its head, so that paper repeats it: as many as its first cells reach down."""
    texts = [document.text(row.anchor).split("\t") for row in unit.children]
    spans = _spans(document, unit, texts)
    covered = {
        (at + down, place + aside)
        for (at, place), (high, wide) in spans.items()
        for down in range(high)
        for aside in range(wide)
        if down or aside
    }
    head = _head_rows(spans, len(texts))
    rows = [
        f'<tr id="{row.anchor}">'
        + "".join(
            _cell("th" if at < head else "td", text, *spans.get((at, place), (1, 1)))
            for place, text in enumerate(texts[at])
            if (at, place) not in covered
        )
        + "</tr>"
        for at, row in enumerate(unit.children)
    ]
    shown = f"<thead>{''.join(rows[:head])}</thead>" if head else ""
    return f'<table id="{unit.anchor}">{shown}<tbody>{"".join(rows[head:])}</tbody></table>'


def _head_rows(spans: Mapping[tuple[int, int], tuple[int, int]], count: int) -> int:
    """How many rows are the head: the first, and those that its cells reach down to; 0 where that would be all."""
    head = 1
    for (at, _), (high, _) in sorted(spans.items()):
        if at < head:
            head = max(head, at + high)
    return head if head < count else 0


def _spans(document: Document, unit: Unit, texts: Sequence[Sequence[str]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Row and place → rows and columns of the cells that reach over several places. Of a table a person has cut, none that no longer fits."""
    lines = [row.line for row in unit.children]
    block = next(
        (block for block in document.outline.raw.blocks if block.kind is BlockKind.TABLE and block.first <= unit.line <= block.last), None
    )
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for line, place, reach, wide in block.spans if block else ():
        at = bisect_left(lines, line)
        if at == len(lines) or lines[at] != line:
            continue
        high = sum(other < line + reach for other in lines[at : at + reach])
        places = [texts[at + down][place : place + wide] for down in range(high)]
        if all(len(row) == wide for row in places) and not any(
            cell for down, row in enumerate(places) for cell in (row if down else row[1:])
        ):
            found[at, place] = (high, wide)
    return found


def _cell(tag: str, text: str, high: int, wide: int) -> str:
    reach = (f' rowspan="{high}"' if high > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
    return f"<{tag}{reach}>{escape(text, quote=False)}</{tag}>"


def figure(document: Document, unit: Unit) -> Iterator[str]:
    """The words that stand for a picture; after it those that a person typed, or that there are none."""
    words = document.text(unit.anchor)
    yield f'<figure id="{unit.anchor}">{escape(words, quote=False)}</figure>'
    if typed := document.picture(unit.anchor):
        yield from (f'<p class="aid picture">{escape(line)}</p>' for line in say("unit.picture_words", words=typed.strip()).split("\n"))
    elif not words:
        yield f'<p class="aid picture">{escape(say("unit.picture"))}</p>'
