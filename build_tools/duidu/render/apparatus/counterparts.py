"""What stands beside a provision in its reading page: counterparts at the other level, or that there is none, and notes.

One ``<div class="aids">`` after the unit's block; each counterpart and note a ``<details>``, so that it opens without JavaScript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...anchors.document import Document
from ...layers.layers import Layers
from ...layers.links import NONE, Coverage, Link, Pair
from ...layers.notes import is_suspect
from ...layers.takers import provision_of, takers
from ...model.records import Kind, Unit
from ...read.notes import Note
from ..markdown import escape, link
from ..names import seal
from ..wording import say
from .relations import marked, none_label, none_row_id, only, pair_folder, place_link, relation_label, row_id

UP = "../"
"""From a document's page to docs/."""


def apparatus(document: Document, layers: Layers, unit: Unit, numbers: Mapping[str, int]) -> str:
    """The block to put after a unit's own; "" for nothing. ``numbers`` are those of the notes on the page."""
    anchors = [unit.anchor] if unit.is_head else [sentence.anchor for sentence in unit.sentences]
    others = [pair.other(document).meta for pair in layers.pairs_of(document)]
    places = Counter(other.place for other in others)
    names = {other.id: other.place if places[other.place] == 1 else other.short_title for other in others}
    blocks = [block for pair in layers.pairs_of(document) for block in _counterparts(document, pair, anchors, names)]
    blocks = few(document, layers, unit, blocks)
    blocks += [_note(document, note, numbers[note.id]) for anchor in anchors for note in layers.notes_of(document, anchor)]
    return "\n\n".join(['<div class="aids" markdown="1">', *blocks, "</div>"]) if blocks else ""


FEW = 4
"""So many counterparts stand beside a unit that many documents carry out; the others are on the pages of ``taken-up/``."""


def few(document: Document, layers: Layers, unit: Unit, blocks: list[str]) -> list[str]:
    """The first of the blocks, and where the others are; of a head always where all who carry it out are."""
    if not takers(layers, document):
        return blocks
    page = f"{UP}taken-up/{document.id}/{provision_of(document, unit.anchor) or 'index'}.md"
    there, linked = link(say("taken.nav"), page), [block for block in blocks if block.startswith("<details")]
    kept = [*linked, *(block for block in blocks if block not in linked)][:FEW]
    left = len(linked) - FEW
    said = (
        say("taken.few", count=left, link=there) if left > 0 else say("taken.here", link=there) if unit.is_head or len(blocks) > FEW else ""
    )
    return [*kept, *([f"{said}\n{{ .none }}"] if said else [])]


def doubts(document: Document, note: Note) -> Iterator[str]:
    """What makes a note less than certain: how sure its author is, and that its sentence has changed since."""
    if note.certainty != "certain":
        yield say(f"note.{note.certainty}")
    if is_suspect(document, note):
        yield say("note.suspect")


def _note(document: Document, note: Note, number: int) -> str:
    doubt = "".join(f' <span class="cert">{doubt}</span>' for doubt in doubts(document, note))
    summary = f'<span class="no">{say("note.number", number=number)}</span> <b>{note.kind}</b> <q>{escape(note.quote)}</q>{doubt}'
    shown = " open" if note.kind == "校勘" else ""
    return f'<details class="annot" id="{note.id}"{shown} markdown="1">\n<summary>{summary}</summary>\n\n{escape(note.text)}{target_fields(note)}\n\n</details>'


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


def _counterparts(document: Document, pair: Pair, anchors: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """``names`` are what the other documents are called here: by their place, which fits a phone, where that says which one is meant."""
    for anchor in anchors:
        for found in pair.links_of(document, anchor):
            yield _counterpart(document, pair, anchor, found, names)
    for state in NONE:
        none = [anchor for anchor in anchors if pair.state(document, anchor) is state]
        if none:
            yield _without(document, pair, none, state)


def is_shown(pair: Pair, document: Document, anchor: str) -> bool:
    """Whether something is said of a unit: a link, read or not, or that it has none."""
    return bool(pair.links_of(document, anchor)) or pair.state(document, anchor) in NONE


def _counterpart(document: Document, pair: Pair, anchor: str, found: Link, names: Mapping[str, str]) -> str:
    other = pair.other(document)
    _, there = pair.ends(found, document)
    texts = marked(pair, found)
    quoted = texts[1] if other is pair.implemented else texts[0]
    position = _position(document, anchor)
    place = f"{escape(names[other.id])} {escape(other.citation(there))}"
    summary = f'{position}<span aria-hidden="true">↔</span> {seal(other)} <span class="place">{place}</span> {relation_label(found)}'
    row = link(say("compare.rows"), f"{UP}{pair_folder(pair)}/by-{document.id}.md#{row_id(found)}")
    ways = f"{link(say('aid.this_sentence' if position else 'aid.this_head'), f'#{anchor}')} · {place_link(other, there, UP, say('aid.there'))} · {row}"
    note = f"{escape(found.note)} " if found.note else ""
    return (
        f'<details class="cp" id="link-{other.id}-{anchor}-{there}" markdown="1">\n<summary>{summary}</summary>\n'
        f'<blockquote>{quoted}</blockquote>\n\n{note}<span class="go" markdown="span">{ways}</span>\n\n</details>'
    )


def _position(document: Document, anchor: str) -> str:
    if document.units[anchor].kind is not Kind.SENTENCE:
        return ""
    return f"<span>{say('book.sentence', number=_number(document, anchor))}</span> "


def _number(document: Document, anchor: str) -> str:
    return document.citation(anchor).rpartition("第")[2].removesuffix("句")


def _without(document: Document, pair: Pair, anchors: Sequence[str], state: Coverage) -> str:
    """Per paragraph, not per sentence: 仅市 第2、3句. A head alone adds nothing: it is only said to have no counterpart."""
    rows = f"{UP}{pair_folder(pair)}/by-{document.id}.md"
    other = escape(pair.other(document).meta.short_title)
    numbers = [link(_number(document, a), f"{rows}#{none_row_id(document, a)}") for a in anchors if _position(document, a)]
    if not numbers:
        this = link(say("none.this_head"), f"{rows}#{none_row_id(document, anchors[0])}")
        return f"{this}{say('none.head_says', document=other)}\n{{ .none }}"
    said = say("none.sentences", numbers="、".join(numbers), document=other)
    return f"{only(pair, document, none_label(pair, document, state))} {said}\n{{ .none }}"
