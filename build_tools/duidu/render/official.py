"""Official text → Markdown, in the forms of docs/about/contract.md: ids, ``.sentence``, ``.marker``, nothing else inside.

```
## <span class="marker">（一）</span>实施前沿科技攻坚突破行动。 {#h2-k1}

<span class="sentence" id="h2-k1-p1-t1">瞄准国家战略需求……</span>
{: #h2-k1-p1 }
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors.document import FULL, LANDING, Document
from ..model.anchor import Anchor
from ..model.citation import Form
from ..model.records import FRAME, Kind, Unit
from ..model.registry import GONE, Row
from .annotator import PLAIN, Annotator
from .blocks import figure, table
from .markdown import attribute, escape, link, opening
from .wording import say


def blocks(
    document: Document, unit: Unit, level: int, placed: frozenset[str], annotator: Annotator = PLAIN, apart: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The blocks of a unit and all below it but what is ``apart``.

    ``level`` is that of its heading, ``placed`` are the anchors on this page, ``annotator`` adds the layers.
    """
    yield from _retired_blocks(document, unit.anchor, placed)
    if unit.kind is Kind.TABLE:
        yield table(document, unit)
        yield annotator.beside(unit)
        return
    if unit.kind is Kind.TITLE or unit.is_head:
        yield _heading(document, unit, level, placed, annotator)
    elif unit.kind is Kind.FIGURE:
        yield from figure(document, unit)
    elif unit.marker or unit.passage.text or unit.sentences:
        yield _paragraph(document, unit, placed, annotator)
    else:
        yield f'<p class="{unit.kind.value}" id="{unit.anchor}"></p>'
    yield annotator.beside(unit)
    for child in unit.children:
        if child.kind is not Kind.SENTENCE and child.anchor not in apart:
            below = level if child.kind is Kind.TITLE else level + 1
            yield from blocks(document, child, below, placed, annotator, apart)


def _heading(document: Document, unit: Unit, level: int, placed: frozenset[str], annotator: Annotator) -> str:
    words = escape(document.text(unit.anchor))
    signs = _notes(document, unit.anchor, placed) + annotator.signs(unit.anchor)
    return f"{'#' * min(level, 6)} {_marker(document, unit)}{words}{signs} {{#{unit.anchor}}}"


def _paragraph(document: Document, unit: Unit, placed: frozenset[str], annotator: Annotator) -> str:
    sentences = "".join(
        f'<span class="sentence" id="{sentence.anchor}">{annotator.words(sentence.anchor, document.text(sentence.anchor))}</span>'
        f"{_notes(document, sentence.anchor, placed)}{annotator.signs(sentence.anchor)}"
        for sentence in unit.sentences
    )
    own = sentences if unit.sentences else opening(escape(document.text(unit.anchor)))
    attributes = f"{{: #{unit.anchor} .{unit.kind.value} }}" if unit.kind in _CLASSED else f"{{: #{unit.anchor} }}"
    return f"{_marker(document, unit)}{own}{_number(document, unit)}\n{attributes}"


def _notes(document: Document, anchor: str, placed: frozenset[str]) -> str:
    """The marks of the footnotes of a sentence or head, behind it: their own marks are no part of the text."""
    return "".join(
        f"{link(say('unit.footnote', number=document.cite(note).position), f'#{note}' if note in placed else f'{FULL}.md#{note}')}{{ .aid .fnref }}"
        for note in document.footnotes.get(anchor, ())
    )


_CLASSED = {*FRAME, Kind.POINT, Kind.ARTICLE, Kind.FOOTNOTE}


def _marker(document: Document, unit: Unit) -> str:
    return f'<span class="marker">{escape(document.marker(unit.anchor))}</span>' if unit.marker else ""


def _number(document: Document, unit: Unit) -> str:
    """The paragraph's number beside the text, ¶ where it has a printed one: the link to it, and where its menu opens."""
    citation = document.citation(unit.anchor)
    if unit.kind in (Kind.PARAGRAPH, Kind.POINT):
        place = document.cite(unit.anchor)
        provision = place.last is not None and place.last.form is Form.PROVISION
        name = say("unit.provision" if provision else "unit.point" if unit.kind is Kind.POINT else "unit.paragraph")
        shown = str(place.position)
    elif unit.sentences:
        name, shown = say("unit.item"), "¶"
    else:
        return ""
    return f'<a class="aid num" href="#{unit.anchor}" aria-label="{attribute(say("unit.link", unit=name, place=citation))}">{shown}</a>'


def _retired_blocks(document: Document, anchor: str, placed: frozenset[str]) -> Iterator[str]:
    """Old addresses that lead to this block or a sentence in it: the browser finds their ids here, and the reader is told."""
    inside: list[str] = []
    for row, target in document.retired_on(placed).get(anchor, ()):
        # Ten thousand of them cost a minute as Markdown; only a link to another page needs it, which the host then checks.
        elsewhere = row.replaced_by != GONE and bool(target) and target not in placed
        kind = ' markdown="1"' if elsewhere else ""
        block = f'<div class="aid retired" id="{row.anchor}" role="note"{kind}>{_remark(document, row, target, placed)}</div>'
        if elsewhere:
            yield block
        else:
            inside.append(block)
    if inside:
        yield "\n".join(inside)


def moved_blocks(document: Document, page: str) -> Iterator[str]:
    """Units that stood on this page while their section had its number, and stand on another since it was renumbered."""
    letters = {Anchor.parse(section.anchor).steps[0].letter for section in document.sections}
    for anchor in document.units:
        first = Anchor.parse(anchor).steps[0]
        if first.letter in letters and str(first.number) == page and document.page(anchor) not in (page, LANDING, FULL):
            there = link(document.citation(anchor), f"{document.page(anchor)}.md#{anchor}")
            moved = say("unit.moved", place=there)
            yield f'<div class="aid retired moved" id="{anchor}" role="note" markdown="1">{moved}</div>'


def _remark(document: Document, row: Row, target: str, placed: frozenset[str]) -> str:
    opened = say("unit.old", anchor=row.anchor)
    if row.replaced_by == GONE or not target:
        return f"{opened}{say('unit.gone')}"
    citation = document.citation(target)
    place = f'<a href="#{target}">{escape(citation)}</a>' if target in placed else link(citation, f"{document.page(target)}.md#{target}")
    return f"{opened}{say('unit.elsewhere', place=place)}"
