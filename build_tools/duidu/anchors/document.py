"""The published text: a document whose units all have their lasting addresses, ready for layers and rendering."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model.anchor import Anchor
from ..model.citation import Citation, read_citation
from ..model.meta import Meta
from ..model.records import Dropped, Kind, Outline, Unit
from ..model.registry import Registry, RegistryRow
from ..text.fold import fingerprint, fold
from ..text.typography import display
from .footnotes import references
from .paging import FULL, LANDING, Leaf, leaves_of, pages_of, sections_of
from .places import Places, places_of

__all__ = ["FULL", "LANDING", "Document"]


@dataclass(frozen=True)
class Document:
    """One text of the corpus: its tree and its words. Addresses are anchors, "" is the document itself; all text is as displayed.

    On which page a unit is read, ``paging`` knows, and how it is cited, ``places``.
    """

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
            text = texts[unit.anchor] = display(unit.text) if unit.kind is not Kind.ROW else _row(unit.text)
            start = len(unit.passage.text)
            for sentence in unit.sentences:
                end = start + len(sentence.passage.text)
                texts[sentence.anchor] = text[start:end]
                start = end
        return texts

    def upwards(self, anchor: str) -> Iterator[str]:
        """The unit and all it stands under, up to the top of the tree; nothing for ""."""
        while anchor:
            yield anchor
            anchor = self.parents[anchor]

    @cached_property
    def items(self) -> Mapping[str, str]:
        """Unit → the item it belongs to: the nearest head above that has no head below it, or the unit itself if it is one; "" for a section's
        own head and for what stands under none."""
        found: dict[str, str] = {}
        for anchor, unit in self.units.items():
            if unit.is_head:
                found[anchor] = "" if any(child.is_head for child in unit.children) else anchor
            else:
                found[anchor] = found.get(self.parents[anchor], "")
        return found

    def text(self, anchor: str) -> str:
        """The unit's own text without its marker: a head's words, a paragraph's sentences, a sentence."""
        return self._texts[anchor]

    def picture(self, anchor: str) -> str:
        """What a person typed of the words in a picture; "" for every other unit. It is no part of the text."""
        unit = self.units[anchor]
        return self.meta.figures.get(unit.line, "") if unit.kind is Kind.FIGURE else ""

    def block(self, anchor: str) -> str:
        """The unit that is a block of its own on a page: of a sentence the paragraph that it stands in, else the unit itself."""
        return self.parents[anchor] if self.units[anchor].kind is Kind.SENTENCE else anchor

    def marker(self, anchor: str) -> str:
        """The printed mark as displayed, "" where there is none."""
        marker = self.units[anchor].marker
        return display(marker.text) if marker else ""

    def fingerprint(self, anchor: str) -> str:
        """sha256 of the unit's folded text."""
        return fingerprint(self.text(anchor))

    def short_fingerprint(self, anchor: str) -> str:
        """Its first 8 digits: what ``checked`` of links and notes remembers of a unit."""
        return self.fingerprint(anchor)[:8]

    @cached_property
    def footnotes(self) -> Mapping[str, tuple[str, ...]]:
        """The anchor of a sentence or head → its footnotes."""
        return references(self.outline)

    @cached_property
    def source_text(self) -> str:
        """The folded text of the source less the dropped lines: what every proof is against."""
        return self.outline.source_text

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

    def today(self, anchor: str) -> str:
        """Where an address that was published leads today; "" where it leads nowhere, or never was one."""
        return self.registry.resolve(anchor) if anchor in self.registry.anchors() else ""

    @cached_property
    def retired(self) -> tuple[tuple[RegistryRow, str], ...]:
        """Addresses that were published once and have no unit of their own any more, and where each leads today."""
        return tuple((row, self.registry.resolve(row.anchor)) for row in self.registry.retired())

    def retired_on(self, placed: frozenset[str]) -> Mapping[str, Sequence[tuple[RegistryRow, str]]]:
        """The same for a page with these units: block → the old addresses that lead to it or a sentence in it.

        Where an address leads to another page, it is found at the nearest ancestor, by its path, that stands on this one.
        """
        if placed not in self._retired_on:
            found: dict[str, list[tuple[RegistryRow, str]]] = {}
            for row, target in self.retired:
                home = target if target in placed else _nearest(row.anchor, placed)
                if home:
                    found.setdefault(self.block(home), []).append((row, target))
            self._retired_on[placed] = found
        return self._retired_on[placed]

    @cached_property
    def _retired_on(self) -> dict[frozenset[str], Mapping[str, Sequence[tuple[RegistryRow, str]]]]:
        """By page: gone through once for each, not once for each block."""
        return {}

    @cached_property
    def sections(self) -> tuple[Unit, ...]:
        """The headed units of the first text that have a page each; empty where it has none, or has several kinds of them."""
        return sections_of(self.outline.units)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The reading pages besides the landing page: sections, parts and chapters, issued texts, annexes."""
        return tuple(leaves_of(self.outline.units, self.sections))

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        return pages_of(self.outline.units, self.leaves)

    @cached_property
    def pages_by_prefix(self) -> Mapping[str, str]:
        """Prefix of an anchor → its page, as few as will do: an anchor with no prefix here is found on the full page.

        A unit that moved keeps its anchor, and stands on another page than its neighbours by address: it has an entry of its own.
        """
        known: dict[str, str] = {}
        for top in self.outline.units:
            for unit in top.walk():
                page = self.page(unit.anchor)
                found = next((known[step] for step in Anchor.parse(unit.anchor).upwards() if step in known), FULL)
                if page != found and (unit is top or found != FULL):
                    known[unit.anchor] = page
        return known

    def page(self, anchor: str) -> str:
        """The page a unit stands on (besides the full text): ``index``, ``full``, the number of its section, or the anchor of a leaf."""
        return self._pages[anchor] if anchor else LANDING

    def url(self, anchor: str) -> str:
        """The unit's address within the site: ``sichuan-2024/2/#h2-k1``."""
        page = self.page(anchor)
        step = "" if page == LANDING else f"{page}/"
        return f"{self.id}/{step}" + (f"#{anchor}" if anchor else "")

    @cached_property
    def _places(self) -> Places:
        return places_of(self.outline, lambda unit: self.text(unit.anchor))

    def cite(self, anchor: str) -> Citation:
        """The place as it is cited, by today's positions, step by step; "" is the document itself."""
        return self._places.citations[anchor] if anchor else Citation()

    def position(self, anchor: str) -> int:
        """Which of its kind the unit is below its parent, from 1: 3 for 第3句."""
        return self._places.positions[anchor]

    def citation(self, anchor: str) -> str:
        """The place as it is cited, by today's positions: 二（二）第4段第2句; 题名 and 通过说明 have their names.

        第n段 counts the unmarked paragraphs below one head, a point is 第n点; 款 of an article are 第n款.
        """
        if anchor not in self._citations:
            self._citations[anchor] = str(self.cite(anchor))
        return self._citations[anchor]

    def unit_meant(self, said: str, among: Collection[str] = ()) -> str | None:
        """The unit that a person names: by its address, or as it is cited (二（一）第4段第2句, 第10条第2款); None for what is not there.

        ``among``: only one of these is meant.
        """
        known = among or self.units
        if (anchor := fold(said)) in known:
            return anchor
        citation = read_citation(said)
        return None if citation is None else next((anchor for anchor in known if self.cite(anchor) == citation), None)

    @cached_property
    def _citations(self) -> dict[str, str]:
        return {}


def _row(text: str) -> str:
    """A table's row: its cells, parted by tabs."""
    return "\t".join(display(cell.strip()) for cell in text.split("\t"))


def _nearest(anchor: str, placed: frozenset[str]) -> str:
    return next((above for above in Anchor.parse(anchor).upwards() if above in placed), "")
