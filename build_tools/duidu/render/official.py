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
from ..model.registry import GONE, RegistryRow
from .annotator import PLAIN, Annotator
from .blocks import figure, table
from .markdown import attribute, escape, link, opening
from .names import gap_after
from .wording import say

_CLASSED = {*FRAME, Kind.POINT, Kind.ARTICLE, Kind.FOOTNOTE}


class OfficialText:
    """The official text of a document as it stands on one page, with what an annotator adds."""

    def __init__(
        self, document: Document, placed: frozenset[str], annotator: Annotator = PLAIN, apart: frozenset[str] = frozenset()
    ) -> None:
        """``placed`` are the anchors on the page; what is ``apart`` has a page of its own and is left out here."""
        self.document = document
        self.placed = placed
        self.annotator = annotator
        self.apart = apart

    def blocks(self, unit: Unit, level: int) -> Iterator[str]:
        """The blocks of a unit and all below it as Markdown; ``level`` is that of its heading."""
        yield from self._retired(unit.anchor)
        if unit.kind is Kind.TABLE:
            yield table(self.document, unit)
            yield self.annotator.beside(unit)
            return
        if unit.kind is Kind.TITLE or unit.is_head:
            yield self._heading(unit, level)
        elif unit.kind is Kind.FIGURE:
            yield from figure(self.document, unit)
        elif unit.marker or unit.passage.text or unit.sentences:
            yield self._paragraph(unit)
        else:
            yield f'<p class="{unit.kind.value}" id="{unit.anchor}"></p>'
        yield self.annotator.beside(unit)
        for child in unit.children:
            if child.kind is not Kind.SENTENCE and child.anchor not in self.apart:
                yield from self.blocks(child, level if child.kind is Kind.TITLE else level + 1)

    def _heading(self, unit: Unit, level: int) -> str:
        words = escape(self.document.text(unit.anchor))
        return f"{'#' * min(level, 6)} {_marker(self.document, unit)}{words}{self._signs(unit.anchor)} {{#{unit.anchor}}}"

    def _paragraph(self, unit: Unit) -> str:
        document = self.document
        sentences = "".join(
            f'<span class="sentence" id="{sentence.anchor}">{self.annotator.words(sentence.anchor, document.text(sentence.anchor))}</span>'
            f"{self._signs(sentence.anchor)}"
            for sentence in unit.sentences
        )
        own = sentences if unit.sentences else opening(escape(document.text(unit.anchor)))
        attributes = f"{{: #{unit.anchor} .{unit.kind.value} }}" if unit.kind in _CLASSED else f"{{: #{unit.anchor} }}"
        return f"{_marker(document, unit)}{own}{_number(document, unit)}\n{attributes}"

    def _signs(self, anchor: str) -> str:
        """What stands behind a sentence or a head's words: the marks of its footnotes, which are no part of the text, and the annotator's."""
        marks = "".join(
            f"{link(say('unit.footnote', number=self.document.cite(note).position), self._way(note))}{{ .aid .fnref }}"
            for note in self.document.footnotes.get(anchor, ())
        )
        return marks + self.annotator.signs(anchor)

    def _way(self, note: str) -> str:
        """To a footnote: on this page, or on the full one."""
        return f"#{note}" if note in self.placed else f"{FULL}.md#{note}"

    def _retired(self, anchor: str) -> Iterator[str]:
        """Old addresses that lead to this block or a sentence in it: the browser finds their ids here, and the reader is told."""
        inside: list[str] = []
        for row, target in self.document.retired_on(self.placed).get(anchor, ()):
            # Ten thousand of them cost a minute as Markdown; only a link to another page needs it, which the host then checks.
            elsewhere = row.replaced_by != GONE and bool(target) and target not in self.placed
            kind = ' markdown="1"' if elsewhere else ""
            block = f'<div class="aid retired" id="{row.anchor}" role="note"{kind}>{self._remark(row, target)}</div>'
            if elsewhere:
                yield block
            else:
                inside.append(block)
        if inside:
            yield "\n".join(inside)

    def _remark(self, row: RegistryRow, target: str) -> str:
        opened = say("unit.old", anchor=row.anchor)
        if row.replaced_by == GONE or not target:
            return f"{opened}{say('unit.gone')}"
        citation = self.document.citation(target)
        here = target in self.placed
        place = f'<a href="#{target}">{escape(citation)}</a>' if here else link(citation, f"{self.document.page(target)}.md#{target}")
        return f"{opened}{say('unit.elsewhere', place=place)}"


def _marker(document: Document, unit: Unit) -> str:
    marker = document.marker(unit.anchor) if unit.marker else ""
    return f'<span class="marker">{escape(marker)}</span>{gap_after(marker)}' if marker else ""


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


def moved_blocks(document: Document, page: str) -> Iterator[str]:
    """Units that stood on this page while their section had its number, and stand on another since it was renumbered."""
    letters = {Anchor.parse(section.anchor).steps[0].letter for section in document.sections}
    for anchor in document.units:
        first = Anchor.parse(anchor).steps[0]
        if first.letter in letters and str(first.number) == page and document.page(anchor) not in (page, LANDING, FULL):
            there = link(document.citation(anchor), f"{document.page(anchor)}.md#{anchor}")
            moved = say("unit.moved", place=there)
            yield f'<div class="aid retired moved" id="{anchor}" role="note" markdown="1">{moved}</div>'
