"""The places of a term that are too many for the glossary's own page, on pages of the term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...anchors.document import Document
from ...layers.terms import Terms
from ...read.glossary import Term
from ..addresses import term_address
from ..markdown import escape, hyperlink
from ..names import seal
from ..packing import parted
from ..page import Page
from ..wayfinding import pages_nav
from ..wording import say
from .glossary_frame import counted, glossary_page, place_line, places_of

SPREAD = 1_200
"""So many places of all terms together stand on the glossary's own page; beyond that each term has them on pages of its own."""
TOGETHER = 500
"""So many places stand on one page of a term."""
OWN = frozenset({"index", "concordance", "kinds"})
"""Pages of the glossary that no term may have."""


def is_spread(terms: Terms) -> bool:
    """Whether the places of terms have pages of their own."""
    return sum(len(places_of(terms, term)) for term in terms.glossary.terms) > SPREAD


def page_of(term: Term) -> str:
    """Its page in the glossary's folder."""
    return f"term-{term.id}" if term.id in OWN else term.id


def places_pages(terms: Terms, documents: Mapping[str, Document], term: Term) -> Iterator[Page]:
    """All places of a term, document by document in the corpus's order, cut into pages."""
    order = {name: position for position, name in enumerate(documents)}
    found = sorted(places_of(terms, term), key=lambda one: order[one[0]])
    parts = parted(found, TOGETHER)
    for number, part in enumerate(parts):
        up = "../" * (2 if number else 1)
        name = f"{page_of(term)}/{number + 1}" if number else page_of(term)
        body = [
            f"# {escape(term.term)} {{#places}}",
            f"<p>{escape(term.definition)} {hyperlink(say('glossary.back'), term_address(term.id, up))}</p>",
            *_places(terms, documents, term, part, up),
            pages_nav([_way(page_of(term), number, there) for there in range(len(parts))], number),
        ]
        yield glossary_page(name, say("glossary.places", term=term.term), body)


def _places(terms: Terms, documents: Mapping[str, Document], term: Term, part: Sequence[tuple[str, str]], up: str) -> Iterator[str]:
    for name, group in groupby(part, lambda one: one[0]):
        document, anchors = documents[name], [anchor for _, anchor in group]
        yield f"## {seal(document)} {escape(document.meta.short_title)}　{counted(document, anchors)} {{#places-{name}}}"
        yield "<ul>\n" + "\n".join(place_line(terms, document, anchor, term.id, up) for anchor in anchors) + "\n</ul>"


def _way(name: str, here: int, there: int) -> str:
    """From one page of a term to another, without ``.md``."""
    if here:
        return str(there + 1) if there else f"../{name}"
    return f"{name}/{there + 1}"
