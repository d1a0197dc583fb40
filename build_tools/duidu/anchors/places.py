"""Where a unit stands, as it is cited: from the tree and today's positions to a ``Citation``.

Anchors don't change, positions do. 第n段 counts the unmarked paragraphs below one head, those of an article are its 款.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..model.anchor import Anchor, is_below
from ..model.citation import Citation, Form, Place
from ..model.markers import annex_word
from ..model.records import FRAME, TEXTS, Kind, Outline, Unit
from ..text.fold import fold
from ..text.numerals import to_han

_NAMED = {kind: Form[kind.name] for kind in (*FRAME, Kind.PREAMBLE)}
_COUNTED = {
    Kind.PARAGRAPH: Form.PARAGRAPH,
    Kind.POINT: Form.POINT,
    Kind.SENTENCE: Form.SENTENCE,
    Kind.TABLE: Form.TABLE,
    Kind.ROW: Form.ROW,
    Kind.FIGURE: Form.FIGURE,
}
"""Units whose number is their position among their kind."""
_MARKED = {
    Kind.PART: Form.PART,
    Kind.CHAPTER: Form.CHAPTER,
    Kind.DIVISION: Form.DIVISION,
    Kind.ARTICLE: Form.ARTICLE,
    Kind.SECTION: Form.SECTION,
    Kind.ITEM: Form.ITEM,
    Kind.SUBITEM: Form.SUBITEM,
    Kind.DECIMAL: Form.SUBITEM,
    Kind.SUBSUBITEM: Form.SUBSUBITEM,
    Kind.CIRCLE: Form.CIRCLE,
    Kind.LETTER: Form.LETTER,
    Kind.ROMAN: Form.ROMAN,
    Kind.ANNEX: Form.ANNEX,
    Kind.BOX: Form.BOX,
    Kind.FOOTNOTE: Form.FOOTNOTE,
}
"""Units that are cited by their printed number."""
_AS_PRINTED = {Form.ARTICLE, Form.BOX}


@dataclass(frozen=True)
class Places:
    """The citations of all units of a text, by anchor, and their positions."""

    citations: Mapping[str, Citation]
    positions: Mapping[str, int]
    """Among the units of its kind below one parent, from 1."""


def places_of(outline: Outline, shown: Callable[[Unit], str]) -> Places:
    """All places of a text whose units have their anchors; ``shown`` is a unit's own text or mark as displayed."""
    naming = _Naming(shown)
    naming.group(outline.units, Citation(), None, in_article=False)
    return Places(naming.citations, naming.positions)


class _Naming:
    def __init__(self, shown: Callable[[Unit], str]) -> None:
        self.shown = shown
        self.citations: dict[str, Citation] = {}
        self.positions: dict[str, int] = {}

    def group(self, units: Iterable[Unit], above: Citation, parent: Unit | None, *, in_article: bool) -> None:
        """All units below one parent."""
        siblings = list(units)
        counts: Counter[Kind] = Counter()
        unheaded = _unheaded(siblings) if parent is None or parent.kind is Kind.COMPONENT else {}
        totals = Counter(unit.kind for unit in siblings)
        for unit in siblings:
            counts[unit.kind] += 1
            self.positions[unit.anchor] = counts[unit.kind]
            places = unheaded.get(unit.anchor)
            if places is None:
                places = self._own(unit, counts[unit.kind], totals[unit.kind], parent, in_article=in_article)
            citation = self._base(unit, above, parent).below(*places)
            self.citations[unit.anchor] = citation
            inside = unit.kind is Kind.ARTICLE or (in_article and unit.kind not in TEXTS)
            self.group(unit.children, citation, unit, in_article=inside)

    def _base(self, unit: Unit, above: Citation, parent: Unit | None) -> Citation:
        """What a unit is cited below: an article that counts through the text alone, 1.1 without the 1 of its parent."""
        if unit.kind is Kind.ARTICLE and parent is not None and not is_below(unit.anchor, parent.anchor):
            text = Anchor.parse(unit.anchor).parent
            return self.citations.get(str(text), Citation())
        if unit.kind is Kind.DECIMAL and parent is not None:
            says_annex = parent.kind is Kind.ANNEX and unit.marker is not None and unit.marker.as_printed  # A.1
            if parent.kind is Kind.DECIMAL or says_annex:
                return Citation(above.steps[:-1])
        return above

    def _own(self, unit: Unit, position: int, total: int, parent: Unit | None, *, in_article: bool) -> tuple[Place, ...]:
        if unit.kind in _NAMED:
            return (Place(_NAMED[unit.kind], (position,) if position > 1 else ()),)
        if unit.kind is Kind.PARAGRAPH and parent is not None and parent.kind is Kind.ARTICLE:
            return (Place(Form.PROVISION, (position,)),) if total > 1 else ()
        if unit.kind in _COUNTED:
            return (Place(_COUNTED[unit.kind], (position,)),)
        if unit.marker is None or not unit.marker.numbers:
            return (self._called(unit, position, total),)
        form = _MARKED[unit.kind]
        if in_article:
            form = {Form.ITEM: Form.PROVISION_ITEM, Form.SECTION: Form.PROVISION_ITEM, Form.SUBITEM: Form.PROVISION_SUBITEM}.get(form, form)
        if form is Form.PROVISION_ITEM and unit.kind is Kind.SECTION:  # 一、 in an article is cited 第一项
            number = unit.marker.numbers[-1]
            return (Place(form, (number,), printed=f"第{to_han(number)}项"),)
        numbers = unit.marker.numbers if unit.kind is Kind.DECIMAL else unit.marker.numbers[-1:]
        place = Place(form, numbers, unit.marker.branch, _word(unit))
        return (
            replace(place, printed="".join(unit.marker.text.split()).rstrip(":：、.．"))
            if form in _AS_PRINTED or unit.marker.as_printed
            else place,
        )

    def _called(self, unit: Unit, position: int, total: int) -> Place:
        """Units without a number: a head by its words, a text by its title, the rest by position."""
        if unit.kind is Kind.COMPONENT:
            title = next((child for child in unit.children if child.kind is Kind.TITLE), None)
            return Place(Form.TEXT, name=fold(self.shown(title)).strip("《》")) if title else Place(Form.TEXT, (position,))
        if unit.kind in _MARKED:
            counted = unit.kind is Kind.FOOTNOTE or (total > 1 and unit.kind is not Kind.ANNEX)
            return Place(_MARKED[unit.kind], (position,) if counted else (), name=_word(unit))
        return Place(Form.HEADING, name=fold(self.shown(unit)))


def _word(unit: Unit) -> str:
    """What an annex calls itself; "" for what is none."""
    return annex_word(unit.marker) if unit.marker and unit.kind is Kind.ANNEX else ""


def _unheaded(siblings: list[Unit]) -> dict[str, tuple[Place, ...]]:
    """Paragraphs at the top of a text: 前言 before the first marked unit, 结语 after it, with a number where there are several."""
    first = next((at for at, unit in enumerate(siblings) if unit.is_head or unit.marker), len(siblings))
    if first == len(siblings):
        return {}
    found: dict[str, tuple[Place, ...]] = {}
    for form, group in ((Form.BEFORE, siblings[:first]), (Form.AFTER, siblings[first:])):
        same = [unit.anchor for unit in group if unit.kind is Kind.PARAGRAPH]
        for position, anchor in enumerate(same, 1):
            found[anchor] = (Place(form), *([Place(Form.PARAGRAPH, (position,))] if len(same) > 1 else []))
    return found
