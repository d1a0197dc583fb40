"""One provision of an upper document and all who carry it out, place by place; and the matrix of all provisions by all documents.

A page is kept below a size that a phone loads at once: the places that do not fit are on further pages, /taken-up/<document>/<anchor>/2/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage
from ...layers.layers import Layers
from ...layers.takers import closeness_of, counted, own_units, provisions, state_of, taken_up, takers
from ...model.records import Kind
from ..apparatus.relations import FORMS, none_name, pair_folder, place_link, relation_name, state_name
from ..markdown import attribute, escape, hyperlink, link, page_text, sized
from ..names import seal
from ..page import Page
from ..wayfinding import crumbs
from ..wording import say
from .reading_state import reading_said
from .taken_up_places import Part, page_of, parts_of, place_id, place_in, to_place

FOLDER = PurePosixPath("docs/taken-up")
STATES = (*(closeness.value for closeness in Closeness), *NONE, "automatic", Coverage.UNREVIEWED.value)


def taken_up_pages(document: Document, layers: Layers) -> Iterator[Page]:
    """The pages of an upper document: the matrix, and one page or more a provision. Nothing below two implementing ones."""
    pairs = takers(layers, document)
    if not pairs:
        return
    parts = {anchor: parts_of(document, anchor, pairs) for anchor in provisions(document)}
    yield _whole(document, pairs, parts)
    for anchor, found in parts.items():
        yield from _provision(document, anchor, pairs, found)


def _page(document: Document, name: str, title: str, body: Sequence[str]) -> Page:
    meta = {
        "title": title,
        "description": say("taken.description", title=title),
        "running": title,
        "colophon": say("name.warning"),
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return Page(FOLDER / document.id / f"{name}.md", page_text(meta, body))


def _crumbs(document: Document, steps: Sequence[str], up: str) -> str:
    home = hyperlink(say("compare.home"), f"{up}index.md")
    front = f"{seal(document)} {hyperlink(document.meta.short_title, f'{up}{document.id}/index.md')}"
    return crumbs([home, front, *steps])


def _called(document: Document, anchor: str) -> str:
    """（二）推动产业深度转型升级"""
    return f"{document.marker(anchor)}{document.text(anchor)}".rstrip("。")


# The whole document


def _whole(document: Document, pairs: Sequence[Alignment], parts: Mapping[str, list[Part]]) -> Page:
    title = say("taken.whole", document=document.meta.short_title)
    heads = "".join(
        f'<th scope="col">{hyperlink(document.citation(anchor), f"{anchor}.md")}<span>{escape(document.text(anchor).rstrip("。"))}</span></th>'
        for anchor in parts
    )
    rows = "\n".join(_whole_row(document, pair, parts) for pair in pairs)
    body = [
        _crumbs(document, [say("taken.nav")], "../../"),
        f"# {escape(title)} {{#taken-up}}",
        f"{say('taken.whole_said', count=len(pairs), document=escape(document.meta.short_title))}{_download(document, '../../')}",
        f"{say('taken.whole_cells')}\n{{ .meta }}",
        f'<table class="matrix">\n<caption>{escape(title)}</caption>\n'
        f"<thead><tr><td>{say('taken.place')}</td>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>",
        f"## {say('taken.provisions')} {{#provisions}}",
        "\n".join(f"- {link(_called(document, anchor), f'{anchor}.md')}　{_summary(document, anchor, pairs)}" for anchor in parts),
    ]
    return _page(document, "index", title, body)


def _download(document: Document, up: str) -> str:
    return say("taken.download", csv=f"[CSV]({up}data/{document.id}/taken-up.csv)")


def _summary(document: Document, anchor: str, pairs: Sequence[Alignment]) -> str:
    """How many of the documents that a person has read carry a provision out; of the others nothing is said."""
    units, read = own_units(document, anchor), [pair for pair in pairs if pair.is_read]
    if not read:
        return say("none.unreviewed")
    return say("taken.summary", all=len(read), count=sum(bool(taken_up(pair, units)) for pair in read))


def _whole_row(document: Document, pair: Alignment, parts: Mapping[str, list[Part]]) -> str:
    head = f"{seal(pair.implementing)} {hyperlink(pair.implementing.meta.short_title, f'../../{pair_folder(pair)}/index.md')}"
    cells = "".join(_whole_cell(document, pair, anchor, found) for anchor, found in parts.items())
    return f'<tr><th scope="row">{head} <span>{reading_said(pair)}</span></th>{cells}</tr>'


def _whole_cell(document: Document, pair: Alignment, anchor: str, parts: Sequence[Part]) -> str:
    """How many units are carried out; of what nobody has read how many the program found, in brackets; empty for nothing."""
    units = own_units(document, anchor)
    found, unread = taken_up(pair, units), counted(pair, units).get("automatic", 0)
    if not found and not unread:
        return "<td></td>"
    shown = str(found) if found else f"({unread})"
    label = say("taken.cell" if found else "taken.cell_unread", place=pair.implementing.meta.short_title, count=found or unread)
    item = attribute(document.citation(anchor))
    size = f' class="{sized(min(found, 10), 100)}"' if found else ""
    target = f"{page_of(parts, pair)}.md#{place_id(pair)}"
    return f'<td data-item="{item}"{size}>{hyperlink(shown, target, aria_label=label)}</td>'


# One provision


def _provision(document: Document, anchor: str, pairs: Sequence[Alignment], parts: Sequence[Part]) -> Iterator[Page]:
    place = f"{document.meta.short_title}{document.citation(anchor)}"
    title = say("taken.title", place=place)
    units = own_units(document, anchor)
    first, *rest = parts
    read = sum(pair.is_read for pair in pairs)
    body = [
        _crumbs(document, [hyperlink(say("taken.nav"), "index.md"), escape(document.citation(anchor))], "../../"),
        f"# {escape(_called(document, anchor))} {{#taken-up}}",
        say("taken.lead", place=place_link(document, anchor, "../../", place), units=len(units), count=len(pairs), read=read),
        " · ".join([*_ways(), *_below(document, anchor), _download(document, "../../")]),
        f"## {say('taken.text')} {{#text}}",
        *_text(document, anchor, units, pairs),
        f"## {say('taken.matrix')} {{#matrix}}",
        f"{_legend(pairs[0])}\n{{ .meta }}",
        _matrix(document, units, pairs, parts),
        f"## {say('taken.closest')} {{#closest}}",
        f"{say('taken.closeness_said')}\n{{ .meta }}",
        _ordered(units, pairs, parts),
        f"## {say('taken.places')} {{#places}}",
        *(block for _, block in first.places),
        _further(parts, 0),
    ]
    yield _page(document, first.name, title, body)
    for number, part in enumerate(rest, 1):
        steps = [hyperlink(say("taken.nav"), "../index.md"), hyperlink(document.citation(anchor), f"../{anchor}.md"), str(number + 1)]
        more = [
            _crumbs(document, steps, part.up),
            f"# {escape(_called(document, anchor))} {{#taken-up}}",
            *(block for _, block in part.places),
            _further(parts, number),
        ]
        yield _page(document, part.name, say("taken.title_part", title=title, number=number + 1), more)


def _ways() -> list[str]:
    return [link(say(f"taken.{name}"), f"#{name}") for name in ("text", "matrix", "closest", "places")]


def _below(document: Document, anchor: str) -> list[str]:
    """The provisions below this one."""
    return [link(document.citation(child.anchor), f"{child.anchor}.md") for child in document.units[anchor].children if child.is_head]


def _text(document: Document, anchor: str, units: Sequence[str], pairs: Sequence[Alignment]) -> Iterator[str]:
    """The provision, each sentence with the number of places that carry it out."""
    counts = {unit: sum(bool(taken_up(pair, [unit])) for pair in pairs) for unit in units}
    yield f"<p>{escape(_called(document, anchor))}{_count(counts[anchor])}</p>"
    for paragraph in dict.fromkeys(document.parents[unit] for unit in units if document.units[unit].kind is Kind.SENTENCE):
        sentences = [sentence.anchor for sentence in document.units[paragraph].sentences]
        words = "".join(f"{escape(document.text(one))}{_count(counts[one])}" for one in sentences)
        yield f'<blockquote class="provision">{escape(document.marker(paragraph))}{words}</blockquote>'


def _count(count: int) -> str:
    return f'<small class="took">{count}</small>' if count else ""


def _mark(state: str) -> str:
    """One character and the form of the relation; a dot for what nobody has read and the program has not found."""
    if state == Coverage.UNREVIEWED:
        return say("taken.mark_unread")
    form = FORMS[Closeness(state)] if state in list(Closeness) else "upper" if state in NONE else "auto"
    return f'<b class="rel {form}">{say(f"taken.mark_{form}")}</b>'


def _legend(pair: Alignment) -> str:
    names = {FORMS[closeness]: relation_name(closeness) for closeness in Closeness}
    names |= {"upper": none_name(pair, pair.implemented), "auto": say("relation.automatic")}
    marks = [f'<b class="rel {form}">{say(f"taken.mark_{form}")}</b> {escape(name)}' for form, name in names.items()]
    return say("taken.legend", marks="，".join([*marks, f"{say('taken.mark_unread')} {say('none.unreviewed')}"]))


def _matrix(document: Document, units: Sequence[str], pairs: Sequence[Alignment], parts: Sequence[Part]) -> str:
    heads = "".join(f'<th scope="col"><span>{escape(place_in(document, units[0], unit))}</span></th>' for unit in units)
    names = Counter(pair.implementing.meta.place for pair in pairs)
    rows = "\n".join(
        f'<tr><th scope="row">{to_place(pair, parts, short=names[pair.implementing.meta.place] == 1)}</th>'
        + "".join(f"<td>{_mark(state_of(pair, unit))}</td>" for unit in units)
        + "</tr>"
        for pair in pairs
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{attribute(say("taken.matrix"))}">\n<table class="takers">\n'
        f'<thead><tr><th scope="col">{say("taken.place")}</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>'
    )


def _ordered(units: Sequence[str], pairs: Sequence[Alignment], parts: Sequence[Part]) -> str:
    """The places by closeness, the closest first, those nobody has read last: each leads to its own block, which stand in the corpus's order."""
    scored = [(closeness_of(pair, units), pair) for pair in pairs]
    order = sorted(scored, key=lambda one: (one[0] is None, -(one[0] or 0)))
    rows = "\n".join(
        f"<li>{to_place(pair, parts)}　{say('none.unreviewed') if score is None else say('taken.closeness', score=score)}　{_counts(pair, units)}</li>"
        for score, pair in order
    )
    return f"<ol>\n{rows}\n</ol>"


def _counts(pair: Alignment, units: Sequence[str]) -> str:
    found = counted(pair, units)
    return "，".join(say("home.count", name=state_name(pair, state), count=found[state]) for state in STATES if found.get(state))


def _further(parts: Sequence[Part], here: int) -> str:
    """The other pages of the same provision."""
    if len(parts) == 1:
        return ""
    up = "../" if here else ""
    pages = " · ".join(
        str(number + 1) if number == here else link(str(number + 1), f"{up}{part.name}.md") for number, part in enumerate(parts)
    )
    return say("taken.further", pages=pages)
