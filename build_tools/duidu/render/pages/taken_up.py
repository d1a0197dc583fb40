"""One provision of an upper document and all who carry it out, place by place; and the matrix of all provisions by all documents.

No page grows with the number of documents: places that do not fit are on further pages, and so are rows of the matrix, and the list of
places by closeness where it is long:

```
taken-up/sichuan-2024/index.md, all-2.md        provisions × documents
taken-up/sichuan-2024/h2-k1.md, h2-k1/2.md      a provision and the places
taken-up/sichuan-2024/h2-k1/closest.md          all places by closeness
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.alignment import Alignment
from ...layers.layers import Layers
from ...layers.takers import closeness_of, counted, own_units, provisions, state_of, taken_up, takers
from ...model.records import Kind
from ..apparatus.relations import FORMS, place
from ..markdown import attribute, escape, hyperlink
from ..packing import page_names, parted
from ..page import Page
from ..wayfinding import pages_nav
from ..wording import say
from .comparison_rows import ORDER, state_word
from .taken_up_frame import UP, called, download, taken_crumbs, taken_page
from .taken_up_places import Part, closeness_said, page_of, parts_of, place_in, state_form, to_place
from .taken_up_whole import whole_pages

LISTED = 60
"""So many places are listed by closeness on the provision's own page."""
LINES = 300
"""So many to a page of their own."""


def taken_up_pages(document: Document, layers: Layers) -> Iterator[Page]:
    """The pages of an upper document: the matrix, and one page or more a provision. Nothing below two implementing ones."""
    pairs = takers(layers, document)
    if not pairs:
        return
    parts = {anchor: parts_of(document, anchor, pairs) for anchor in provisions(document)}
    yield from whole_pages(document, pairs, parts)
    for anchor, found in parts.items():
        yield from _provision(document, anchor, pairs, found)


def _provision(document: Document, anchor: str, pairs: Sequence[Alignment], parts: Sequence[Part]) -> Iterator[Page]:
    whose = f"{document.meta.short_title}{document.citation(anchor)}"
    title = say("taken.title", place=whose)
    units = own_units(document, anchor)
    first, *rest = parts
    read = sum(pair.is_read for pair in pairs)
    lead = say("taken.lead", place=place(document, anchor, UP, whose), units=len(units), count=len(pairs), read=read)
    names = [part.name for part in parts]
    short = len(pairs) <= LISTED
    ranked = "#closest" if short else f"{anchor}/closest.md"
    ways = [hyperlink(say("taken.text"), "#text"), hyperlink(say("taken.matrix"), "#matrix"), hyperlink(say("taken.closest"), ranked),
            hyperlink(say("taken.places"), "#places"), *_below(document, anchor), download(document, UP)]  # fmt: skip
    body = [
        taken_crumbs(document, [hyperlink(say("taken.nav"), "index.md"), escape(document.citation(anchor))], UP),
        f"# {escape(called(document, anchor))} {{#taken-up}}",
        f"<p>{lead}</p>",
        f'<p class="ways-on">{"　".join(ways)}</p>',
        f"## {say('taken.text')} {{#text}}",
        *_text(document, anchor, units, pairs),
        *_part(document, units, first, names, 0, ranked),
        *(_closest(units, pairs, parts) if short else ()),
    ]
    yield taken_page(document, first.name, title, body)
    for number, part in enumerate(rest, 1):
        steps = [hyperlink(say("taken.nav"), "../index.md"), hyperlink(document.citation(anchor), f"../{anchor}.md"), str(number + 1)]
        there = [f"../{names[0]}", *(name.partition("/")[2] for name in names[1:])]
        more = [
            taken_crumbs(document, steps, part.up),
            f"# {escape(called(document, anchor))} {{#taken-up}}",
            *_part(document, units, part, there, number, f"../{anchor}.md#closest" if short else "closest.md"),
        ]
        yield taken_page(document, part.name, say("taken.title_part", title=title, number=number + 1), more)
    if not short:
        yield from _closest_pages(document, anchor, title, _ranked(units, pairs), parts)


def _part(document: Document, units: Sequence[str], part: Part, names: Sequence[str], here: int, ranked: str) -> Iterator[str]:
    """The places of one page: their table, tools to order and filter them, their words."""
    yield f"## {say('taken.matrix')} {{#matrix}}"
    yield pages_nav(names, here)
    yield f'<p class="meta">{_legend(part.pairs[0])}</p>'
    yield _matrix(document, units, part.pairs)
    yield f"## {say('taken.places')} {{#places}}"
    yield _tools(units, part.pairs, ranked, whole=len(names) == 1)
    blocks = "\n".join(block for _, block in part.places)
    yield f'<div class="taker-list">\n{blocks}\n</div>'
    yield pages_nav(names, here, again=True)


def _tools(units: Sequence[str], pairs: Sequence[Alignment], ranked: str, *, whole: bool) -> str:
    """Order and filter. Where the places have several pages, the order by closeness is a list of its own."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        for state, count in counted(pair, units).items():
            counts[state_form(state)] += count
    chips = "".join(
        hyperlink(f"{state_word(pairs[0], state)} {counts[state]}", f"?show={state}", class_="chip", data_r=state)
        for state in ORDER
        if counts[state]
    )
    order = hyperlink(say("taken.closest"), ranked, class_="chip sort", **({"data_s": "closeness"} if whole else {}))
    if whole:
        order = hyperlink(say("taken.by_place"), "#places", class_="chip sort", data_s="") + order
    return (
        f'<nav class="chips" aria-label="{attribute(say("taken.tools"))}">{order}'
        f'{chips if len(counts) > 1 else ""}<span class="shown" role="status"></span></nav>'
    )


def _below(document: Document, anchor: str) -> list[str]:
    """The provisions below this one."""
    return [hyperlink(document.citation(child.anchor), f"{child.anchor}.md") for child in document.units[anchor].children if child.is_head]


def _text(document: Document, anchor: str, units: Sequence[str], pairs: Sequence[Alignment]) -> Iterator[str]:
    """The provision, each sentence with the number of places that carry it out, which the script makes the list's only question."""
    counts = {unit: _count(place_in(document, anchor, unit), unit, sum(bool(taken_up(pair, [unit])) for pair in pairs)) for unit in units}
    yield f"<p>{escape(called(document, anchor))}{counts[anchor]}</p>"
    for paragraph in dict.fromkeys(document.parents[unit] for unit in units if document.units[unit].kind is Kind.SENTENCE):
        sentences = [sentence.anchor for sentence in document.units[paragraph].sentences]
        words = "".join(f"{escape(document.text(one))}{counts[one]}" for one in sentences)
        yield f'<blockquote class="provision">{escape(document.marker(paragraph))}{words}</blockquote>'


def _count(name: str, unit: str, count: int) -> str:
    """Without scripts it leads to all places."""
    return (
        hyperlink(str(count), "#places", class_="took", data_u=unit, aria_label=say("taken.took", unit=name, count=count)) if count else ""
    )


def _mark(state: str) -> str:
    """One character and the form of the relation; a dot for what nobody has read and the program has not found."""
    form = state_form(state)
    return say("taken.mark_unread") if form == "unread" else f'<b class="rel {form}">{say(f"taken.mark_{form}")}</b>'


def _legend(pair: Alignment) -> str:
    forms = (*FORMS.values(), "upper", "auto")
    marks = [f'<b class="rel {form}">{say(f"taken.mark_{form}")}</b> {escape(state_word(pair, form))}' for form in forms]
    return say("taken.legend", marks="，".join([*marks, f"{say('taken.mark_unread')} {say('none.unreviewed')}"]))


def _matrix(document: Document, units: Sequence[str], pairs: Sequence[Alignment]) -> str:
    heads = "".join(f'<th scope="col"><span>{escape(place_in(document, units[0], unit))}</span></th>' for unit in units)
    names = Counter(pair.implementing.meta.place for pair in pairs)
    rows = "\n".join(
        f'<tr><th scope="row">{to_place(pair, "", short=names[pair.implementing.meta.place] == 1)}</th>'
        + "".join(f"<td>{_mark(state_of(pair, unit))}</td>" for unit in units)
        + "</tr>"
        for pair in pairs
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{attribute(say("taken.matrix"))}">\n<table class="takers">\n'
        f'<thead><tr><th scope="col">{say("taken.place")}</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>'
    )


# By closeness


def _ranked(units: Sequence[str], pairs: Sequence[Alignment]) -> list[Alignment]:
    """The closest first, those that nobody has read last."""
    scores = {pair: closeness_of(pair, units) for pair in pairs}
    return sorted(pairs, key=lambda pair: (scores[pair] is None, -(scores[pair] or 0)))


def _closest(units: Sequence[str], pairs: Sequence[Alignment], parts: Sequence[Part]) -> Iterator[str]:
    yield f"## {say('taken.closest')} {{#closest}}"
    yield f'<p class="meta">{say("taken.closeness_said")}</p>'
    own = parts[0].name
    lines = "\n".join(
        f"<li>{to_place(pair, '' if page_of(parts, pair) == own else f'{page_of(parts, pair)}.md')}　{closeness_said(pair, units)}</li>"
        for pair in _ranked(units, pairs)
    )
    yield f'<ol class="closest">\n{lines}\n</ol>'


def _closest_pages(document: Document, anchor: str, title: str, ranked: Sequence[Alignment], parts: Sequence[Part]) -> Iterator[Page]:
    units = own_units(document, anchor)
    lists = parted(ranked, LINES)
    names = page_names(len(lists), "closest")
    for here, pairs in enumerate(lists):
        steps = [hyperlink(say("taken.nav"), "../index.md"), hyperlink(document.citation(anchor), f"../{anchor}.md"), say("taken.closest")]
        lines = "\n".join(f"<li>{to_place(pair, f'../{page_of(parts, pair)}.md')}　{closeness_said(pair, units)}</li>" for pair in pairs)
        body = [
            taken_crumbs(document, steps, f"{UP}../"),
            f"# {escape(called(document, anchor))} {{#taken-up}}",
            f'<p class="meta">{say("taken.closeness_said")}</p>',
            pages_nav(names, here),
            f'<ol class="closest" start="{here * LINES + 1}">\n{lines}\n</ol>',
        ]
        yield taken_page(document, f"{anchor}/{names[here]}", say("taken.title_closest", title=title), body)
