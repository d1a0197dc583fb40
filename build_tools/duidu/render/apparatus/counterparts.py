"""What belongs to a provision in its reading page: counterparts at the other level, or that there is none, and notes.

The rows of a block stand once, after it, and scripts only ever move them:

```
<details class="aids" id="aids-h2-k1-p1">        closed: one quiet line, 对应 3　注 1
<summary>…</summary>
<div class="rows">
<details class="row cp" data-s="h2-k1-p1-t1">    a counterpart of that sentence; data-s says whose row it is
<details class="row annot" data-s="…">           a note
<p class="row none" data-s="… …">                sentences without a counterpart
<p class="none few">                             where the others are, of a unit that many documents carry out
```

Without scripts all of it opens by itself; the styles put it into the margin where there is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage, Link, compared_in
from ...layers.layers import Layers
from ...layers.links import Links
from ...layers.notes import Note, Notes, is_suspect
from ...layers.questions import Questions
from ...layers.takers import provision_of, takers
from ...layers.terms import Terms
from ...model.records import Kind, Unit
from ..markdown import escape, hyperlink
from ..names import seal
from ..wording import say
from .relations import marked, none_label, none_row_id, only, place, relation_label, row_id
from .rows import row_address

UP = "../"
"""From a document's page to docs/."""


def apparatus(document: Document, layers: Layers, unit: Unit, numbers: Mapping[str, int]) -> str:
    """The block to put after a unit's own; "" for nothing. ``numbers`` are those of the notes on the page."""
    anchors = compared_in(unit)
    pairs = layers.links.of(document)
    others = [pair.other(document).meta for pair in pairs]
    places = Counter(other.place for other in others)
    names = {other.id: other.place if places[other.place] == 1 else other.short_title for other in others}
    links = [list(layers.links.at(document, anchor)) for anchor in anchors]
    notes = [[_note(document, note, anchor, numbers[note.id]) for note in layers.notes.at(document, anchor)] for anchor in anchors]
    without = [row for pair in pairs for row in _without_all(document, pair, anchors)]
    count = sum(map(len, links))
    shown, more = few(document, layers, unit, links)
    drawn = [[_counterpart(document, *one, anchor, names) for one in kept] for anchor, kept in zip(anchors, shown, strict=True)]
    left = count > sum(map(len, shown))
    rows = [*chain.from_iterable(one + other for one, other in zip(drawn, notes, strict=True)), *(() if left else without), *more]
    rows += [row for anchor in anchors for row in _further(document, layers, anchor)]
    if not rows:
        return ""
    read = sum(link.is_read for _, link in chain.from_iterable(links))
    summary = _tally(read, count - read, len(without), sum(map(len, notes)))
    if not summary and more:  # a head with nothing but the way to those who carry it out
        summary = f'<span class="of-links">{say("taken.nav")}</span>'
    start = f'<details class="aids" id="aids-{unit.anchor}">\n<summary>{summary}</summary>\n<div class="rows">'
    return "\n".join([start, *rows, "</div>\n</details>"])


DRAWN = (Links, Notes, Terms, Questions)
"""The layers that are drawn in a way of their own: here, and in the text (``annotator.py``); what people ask is found by alone."""


def _further(document: Document, layers: Layers, anchor: str) -> Iterator[str]:
    """What every other layer has at a unit, in the words of its items."""
    for layer in layers.collected:
        if not isinstance(layer, DRAWN):
            for item in layer.at(document, anchor):
                yield f'<p class="row {layer.name}" data-s="{anchor}">{escape(str(item))}</p>'


def _tally(links: int, unread: int, without: int, notes: int) -> str:
    """The quiet line: how much there is of each layer; what nobody has read is counted apart, and said to be unread."""
    read = say("aid.links", count=links) if links else say("aid.no_link") if without and not unread else ""
    counted = " ".join(filter(None, (read, say("aid.unread", count=unread) if unread else "")))
    shown = [("links", counted), ("notes", say("aid.notes", count=notes) if notes else "")]
    return " ".join(f'<span class="of-{layer}">{text}</span>' for layer, text in shown if text)


Found = tuple[Alignment, Link]
FEW = 4
"""So many counterparts stand beside a unit that many documents carry out; the others are on the pages of ``taken-up/``."""


def few(document: Document, layers: Layers, unit: Unit, links: Sequence[Sequence[Found]]) -> tuple[Sequence[Sequence[Found]], list[str]]:
    """The closest links of the sentences of a unit that many documents carry out, and where the others are; all of them elsewhere.

    ``links`` has those of each sentence; so has what is returned, with a line more or none.
    """
    if not takers(layers, document):
        return links, []
    page = f"{UP}taken-up/{document.id}/{provision_of(document, unit.anchor) or 'index'}.md"
    there = hyperlink(say("taken.nav"), page)
    room = FEW
    kept: list[Sequence[Found]] = []
    for found in links:
        kept.append(sorted(found, key=_closest_first)[:room])
        room -= len(kept[-1])
    left = sum(map(len, links)) - sum(map(len, kept))
    said = say("taken.few", count=left, link=there) if left else say("taken.here", link=there) if unit.is_head else ""
    return kept, [f'<p class="none few">{said}</p>'] if said else []


def _closest_first(one: Found) -> tuple[bool, int, float]:
    """What a person has read before what the program found, either by how close it is; the corpus's order among equals."""
    _, link = one
    return not link.is_read, list(Closeness).index(link.closeness) if link.is_read else 0, -(link.score or 0)


def doubts(document: Document, note: Note) -> Iterator[str]:
    """What makes a note less than certain: how sure its author is, and that its sentence has changed since."""
    if note.certainty != "certain":
        yield say(f"note.{note.certainty}")
    if is_suspect(document, note):
        yield say("note.suspect")


def _note(document: Document, note: Note, anchor: str, number: int) -> str:
    doubt = "".join(f' <span class="cert">{doubt}</span>' for doubt in doubts(document, note))
    summary = f'<span class="no">{say("note.number", number=number)}</span> <b>{note.kind}</b> <q>{escape(note.quote)}</q>{doubt}'
    shown = " open" if note.kind == "校勘" else ""
    return f'<details class="row annot" id="{note.id}" data-s="{anchor}"{shown}>\n<summary>{summary}</summary>\n<p>{escape(note.text)}{target_fields(note)}</p>\n</details>'


def target_fields(note: Note) -> str:
    """What a 指标 note says is to be reached, field by field; "" for other notes."""
    if note.target is None:
        return ""
    target = note.target
    fields = [
        ("subject", target.subject),
        ("value", target.value + target.unit),
        ("base", target.base),
        ("deadline", target.deadline),
        ("region", target.region),
    ]
    shown = "；".join(f"{say(f'target.{name}')}：{escape(value)}" for name, value in fields if value)
    return f' <span class="target-fields">{shown}。</span>'


def _without_all(document: Document, pair: Alignment, anchors: Sequence[str]) -> Iterator[str]:
    for state in NONE:
        none = [anchor for anchor in anchors if pair.state(document, anchor) is state]
        if none:
            yield _without(document, pair, none, state)


def is_shown(pair: Alignment, document: Document, anchor: str) -> bool:
    """Whether something is said of a unit: a link, read or not, or that it has none."""
    return bool(pair.links_of(document, anchor)) or pair.state(document, anchor) in NONE


def _counterpart(document: Document, pair: Alignment, found: Link, anchor: str, names: Mapping[str, str]) -> str:
    """``names`` are what the other documents are called here: by their place, which fits a phone, where that says which one is meant."""
    other = pair.other(document)
    _, there = pair.ends(found, document)
    _, quoted = pair.seen_from(document, marked(pair, found))
    is_sentence = document.units[anchor].kind is Kind.SENTENCE
    position = say("book.sentence", number=document.position(anchor)) if is_sentence else say("aid.head")
    where = f"{escape(names[other.id])} {escape(other.citation(there))}"
    summary = f'<span class="no">{position}</span> {seal(other)} <span class="place">{where}</span> {relation_label(found)}'
    row = hyperlink(say("compare.rows"), f"{UP}{row_address(pair, document, anchor)}#{row_id(found)}")
    ways = f"{place(other, there, UP, say('aid.there'))} · {row}"
    note = f"{escape(found.note)} " if found.note else ""
    return (
        f'<details class="row cp" id="link-{other.id}-{anchor}-{there}" data-s="{anchor}">\n<summary>{summary}</summary>\n'
        f'<blockquote>{quoted}</blockquote>\n<p>{note}<span class="go">{ways}</span></p>\n</details>'
    )


def _without(document: Document, pair: Alignment, anchors: Sequence[str], state: Coverage) -> str:
    """Per paragraph, not per sentence: 仅市 第2、3句. A head alone adds nothing: it is only said to have no counterpart."""
    rows = f"{UP}{row_address(pair, document, anchors[0])}"
    other = escape(pair.other(document).meta.short_title)
    numbers = [
        hyperlink(str(document.position(a)), f"{rows}#{none_row_id(document, a)}")
        for a in anchors
        if document.units[a].kind is Kind.SENTENCE
    ]
    owners = f'class="row none" data-s="{" ".join(anchors)}"'
    if not numbers:
        this = hyperlink(say("none.this_head"), f"{rows}#{none_row_id(document, anchors[0])}")
        return f"<p {owners}>{this}{say('none.head_says', document=other)}</p>"
    said = say("none.sentences", numbers="、".join(numbers), document=other)
    return f"<p {owners}>{only(pair, document, none_label(pair, document, state))} {said}</p>"
