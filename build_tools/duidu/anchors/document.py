"""The published text: a document whose units all have their lasting addresses, ready for layers and rendering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..model.records import Dropped, Kind, Outline, Unit
from ..read.corpus import Meta
from ..read.registry import Registry, Row
from ..text.fold import fingerprint
from ..text.numerals import to_han
from ..text.typography import display

LANDING = "index"
FULL = "full"


@dataclass(frozen=True)
class Document:
    """One text of the corpus. Addresses are anchors, "" is the document itself; all text is as displayed."""

    meta: Meta
    outline: Outline
    registry: Registry

    @property
    def id(self) -> str:
        """The name of its folder, and of its pages."""
        return self.meta.id

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Every unit by anchor, in reading order."""
        return {unit.anchor: unit for unit in self.outline.walk()}

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """Anchor → anchor of the unit above, "" at the top."""
        return {child.anchor: unit.anchor for unit in self.outline.walk() for child in unit.children} | {
            unit.anchor: "" for unit in self.outline.units
        }

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """Displayed text by anchor; sentences take theirs from the paragraph, where their neighbours are known."""
        texts: dict[str, str] = {}
        for unit in self.outline.walk():
            if unit.kind is Kind.SENTENCE:
                continue
            text = texts[unit.anchor] = display(unit.text)
            start = len(unit.passage.text)
            for sentence in unit.sentences:
                end = start + len(sentence.passage.text)
                texts[sentence.anchor] = text[start:end]
                start = end
        return texts

    def text(self, anchor: str) -> str:
        """The unit's own text without its marker: a head's words, a paragraph's sentences, a sentence."""
        return self._texts[anchor]

    def marker(self, anchor: str) -> str:
        """The printed mark as displayed, "" where there is none."""
        marker = self.units[anchor].marker
        return display(marker.text) if marker else ""

    def fingerprint(self, anchor: str) -> str:
        """sha256 of the unit's folded text."""
        return fingerprint(self.text(anchor))

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        """The lines of the raw text that are page chrome."""
        return self.outline.dropped

    def is_gone(self, anchor: str) -> bool:
        """Whether an address was published and the text no longer has it, and nobody has said yet what replaced it (ANC002)."""
        return anchor not in self.units and anchor in self._published

    @cached_property
    def _published(self) -> frozenset[str]:
        return frozenset(row.anchor for row in self.registry.live())

    def retired(self) -> Iterator[Row]:
        """Addresses that were published once and have no unit of their own any more."""
        return self.registry.retired()

    @cached_property
    def sections(self) -> tuple[Unit, ...]:
        """The headed units at the top that have a page each; empty where the text has none, or has several kinds of them."""
        heads = [unit for unit in self.outline.units if unit.is_head and unit.kind is not Kind.ANNEX]
        marked = [unit for unit in self.outline.units if unit.marker and unit.kind not in (Kind.ANNEX, Kind.POINT)]
        numbers = [unit.marker.numbers for unit in heads if unit.marker]
        one_kind = len({unit.kind for unit in marked}) == 1 and len(set(numbers)) == len(heads) == len(marked)
        return tuple(heads) if one_kind else ()

    def page_name(self, section: Unit) -> str:
        """The last step of the section's page address: its printed number."""
        assert section.marker is not None
        return str(section.marker.numbers[-1])

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        pages: dict[str, str] = {}
        in_sections = {section.anchor: self.page_name(section) for section in self.sections}
        for top in self.outline.units:
            page = in_sections.get(top.anchor, LANDING if self.on_landing(top) else FULL)
            pages.update((unit.anchor, page) for unit in top.walk())
        return pages

    def on_landing(self, top: Unit) -> bool:
        """Whether a unit at the top stands on the landing page: what belongs to no section and is no annex."""
        return top.kind in LANDING_KINDS or (top.kind is Kind.PARAGRAPH and bool(self.sections))

    def page(self, anchor: str) -> str:
        """The page a unit stands on (besides the full text): ``index``, ``full``, or the number of its section."""
        return self._pages[anchor] if anchor else LANDING

    def url(self, anchor: str) -> str:
        """The unit's address within the site: ``sichuan-2024/2/#h2-k1``."""
        page = self.page(anchor)
        step = "" if page == LANDING else f"{page}/"
        return f"{self.id}/{step}" + (f"#{anchor}" if anchor else "")

    def citation(self, anchor: str) -> str:
        """The place as it is cited, by today's positions: 二（二）第4段第2句; 题名 and 通过说明 have their names.

        第n段 counts the unmarked paragraphs below one head, a point is 第n点.
        """
        if not anchor:
            return ""
        unit = self.units[anchor]
        if unit.kind in _NAMED:
            return _NAMED[unit.kind]
        above = self.parents[anchor]
        if unit.kind is Kind.PARAGRAPH and not above:
            return self._unheaded_citation(anchor)
        return self.citation(above) + self._own_citation(unit, above)

    def _own_citation(self, unit: Unit, above: str) -> str:
        if unit.kind is Kind.SECTION and unit.marker:
            return to_han(unit.marker.numbers[-1])
        counted = _COUNTED.get(unit.kind)
        if counted is None:
            return self.marker(unit.anchor).rstrip("、.．")
        siblings = self.units[above].children if above else self.outline.units
        position = [sibling.anchor for sibling in siblings if sibling.kind is unit.kind].index(unit.anchor) + 1
        return f"第{position}{counted}"

    def _unheaded_citation(self, anchor: str) -> str:
        """前言 before the first marked unit, 结语 after it; with a number where there are several; 第n段 where nothing is marked."""
        tops = list(self.outline.units)
        first_marked = next((place for place, unit in enumerate(tops) if unit.marker), len(tops))
        before = tops.index(self.units[anchor]) < first_marked
        group = tops[:first_marked] if before else tops[first_marked:]
        same = [unit.anchor for unit in group if unit.kind is Kind.PARAGRAPH]
        number = f"第{same.index(anchor) + 1}段"
        if first_marked == len(tops):
            return number
        name = "前言" if before else "结语"
        return name if len(same) == 1 else name + number

    def topic_sentence(self, anchor: str) -> Unit | None:
        """The sentence that names the subject of a paragraph or point, for the contents at the side.

        Its first sentence, at most 25 characters, without ，, more text after it, not in its parent's first paragraph:
        强化特色优势产业科技赋能。
        """
        unit = self.units[anchor]
        above = self.parents[anchor]
        if unit.kind not in (Kind.PARAGRAPH, Kind.POINT) or not above or len(unit.sentences) < 2:
            return None
        if next((child for child in self.units[above].children if child.kind is Kind.PARAGRAPH), None) is unit:
            return None
        first = unit.sentences[0]
        text = self.text(first.anchor)
        return first if len(text) <= TOPIC_LIMIT and "，" not in text else None


TOPIC_LIMIT = 25
LANDING_KINDS = (Kind.TITLE, Kind.ADOPTED, Kind.NUMBER, Kind.ADDRESSEE, Kind.SIGNATURE, Kind.DATE)
_NAMED = {
    Kind.TITLE: "标题",
    Kind.ADOPTED: "通过说明",
    Kind.NUMBER: "文号",
    Kind.ADDRESSEE: "主送机关",
    Kind.SIGNATURE: "署名",
    Kind.DATE: "成文日期",
}
_COUNTED = {Kind.PARAGRAPH: "段", Kind.POINT: "点", Kind.SENTENCE: "句"}
