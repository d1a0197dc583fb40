"""Official text that other pages quote: in the rows and lists of a comparison, and of who carries out a provision.

A quotation is a ``span.t`` after a ``.loc`` whose first link names its unit. It is the unit's mark and text, character for character,
and in it stand marks of likeness and nothing else: what is not on this list could strike out or forge a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from hashlib import sha256

from selectolax.lexbor import LexborNode

from ..anchors.document import Document
from ..model.faults import Fault
from ..render.page import OutputFile
from .compare import shape_fault
from .extract import children, classes, elements, parsed

FOLDERS = frozenset({"compare", "taken-up"})
"""Below docs/: whose pages quote official text in this form."""
_UNIT = re.compile(r"(?:\.\./)*([^/#?]+)/[^#]*#(.+)")
"""Where a link to a unit leads, in Markdown and in the site: the document's folder, and the anchor."""
_MARKS = {"mark": ([],), "span": (["like"], ["diff"])}
"""What may stand in a quotation: element and its classes."""
_USUAL = re.compile(r'<span class="t">(?:[^<]++|<mark>[^<]*</mark>|<span class="(?:like|diff)">[^<]*</span>)*</span>')
"""A quotation in which nothing else stands, as the parser writes it: what is not like this is looked at piece by piece."""


def is_quoting(page: OutputFile) -> bool:
    """Whether it is a page that quotes official text."""
    return page.path.suffix == ".md" and page.path.parts[1] in FOLDERS


class Quotations:
    """The official text that a corpus's pages quote. What was found true of the same bytes and the same texts is not looked at again."""

    def __init__(self, documents: Mapping[str, Document], before: Mapping[str, str] | None = None) -> None:
        """``before`` are the pages that were found true: the hash of the page → the documents that it names, with the hashes of their texts."""
        self.documents = documents
        self.before = before or {}
        self.now: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def faults(self, page: str, html: Callable[[], str]) -> list[tuple[str, str]]:
        """(address, what is wrong) for every quotation that is not what its link names, or is not only that. ``page`` is the hash of the page."""
        named = self.before.get(page)
        if named is None or named != self._said(one.partition(":")[0] for one in named.split(" ")):
            documents: set[str] = set()
            found = list(quote_faults(html(), self.documents, documents))
            if found:
                return found
            named = self._said(sorted(documents))
        self.now[page] = named
        return []

    def _said(self, documents: Iterable[str]) -> str:
        return " ".join(f"{document}:{self._text(document)}" for document in documents if document)

    def _text(self, document: str) -> str:
        if document not in self._texts:
            known = self.documents.get(document)
            said = [(anchor, known.marker(anchor), known.text(anchor)) for anchor in known.units] if known else []
            self._texts[document] = sha256(repr(said).encode()).hexdigest()
        return self._texts[document]


def prove_quotes(pages: Iterable[OutputFile], quotations: Quotations) -> Iterator[Fault]:
    """Before they are written: the finished HTML in Markdown pages."""
    for page in filter(is_quoting, pages):
        found = quotations.faults(page.sha256, partial(getattr, page, "text"))
        yield from (shape_fault(page.path, place, what, "PRV001") for place, what in found)


def quote_faults(html: str, documents: Mapping[str, Document], named: set[str] | None = None) -> Iterator[tuple[str, str]]:
    """The faults of one page. ``named`` is filled with the documents whose texts it was compared with."""
    for element in parsed(html).css(".t"):
        document, anchor = _named(element)
        if named is not None:
            named.add(document)
        known = documents.get(document)
        place = f"{document}#{anchor}"
        if known is None or anchor not in known.units:
            yield place, f"引文“{element.text()[:20]}”前面没有指向原处的链接"
            continue
        text, wanted = element.text(), known.marker(anchor) + known.text(anchor)
        if text != wanted:
            yield place, f"引文是“{text[:40]}”，原文是“{wanted[:40]}”"
        if not _USUAL.fullmatch(element.html or ""):
            yield from ((place, f"引文里有 <{odd.tag}>，引文里没有这种样子的东西") for odd in elements(element) if not _is_mark(odd))


def _named(quotation: LexborNode) -> tuple[str, str]:
    """The document and the anchor to which the first link before a quotation leads."""
    before = quotation.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    link = before.css_first("a[href]") if before is not None and "loc" in classes(before) else None
    return _unit(link.attributes.get("href") or "") if link else ("", "")


@lru_cache(maxsize=8192)  # a unit is quoted on many pages of its folder
def _unit(address: str) -> tuple[str, str]:
    found = _UNIT.fullmatch(address)
    return (found[1], found[2]) if found else ("", "")


def _is_mark(element: LexborNode) -> bool:
    named = classes(element)
    return (
        named in _MARKS.get(element.tag or "", ())
        and element.attributes.keys() <= {"class"}
        and not any(child.is_element_node for child in children(element))
    )
