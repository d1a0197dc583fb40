"""What stands beside a provision in its reading page: counterparts at the other level, or that there is none, and notes.

One ``<div class="aids">`` after the unit's block; each counterpart and note a ``<details>``, so that it opens without JavaScript.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...anchors.document import Document
from ...layers.layers import Layers
from ...layers.links import Coverage, Link, Pair
from ...model.records import Kind, Unit
from ...read.notes import Note
from ..markdown import escape, link
from ..names import seal
from .relations import marked, none_name, none_row_id, pair_folder, place_link, relation_label, row_id

UP = "../"
"""From a document's page to docs/."""
CERTAINTIES = {"certain": "", "likely": "大致可信", "doubtful": "存疑"}


def apparatus(document: Document, layers: Layers, unit: Unit, numbers: Mapping[str, int]) -> str:
    """The block to put after a unit's own; "" for nothing. ``numbers`` are those of the notes on the page."""
    anchors = [unit.anchor] if unit.is_head else [sentence.anchor for sentence in unit.sentences]
    others = [pair.other(document).meta for pair in layers.pairs_of(document)]
    places = Counter(other.place for other in others)
    names = {other.id: other.place if places[other.place] == 1 else other.short_title for other in others}
    blocks = [block for pair in layers.pairs_of(document) for block in _counterparts(document, pair, anchors, names)]
    blocks += [_note(note, numbers[note.id]) for anchor in anchors for note in layers.notes_of(document, anchor)]
    return "\n\n".join(['<div class="aids" markdown="1">', *blocks, "</div>"]) if blocks else ""


def _note(note: Note, number: int) -> str:
    doubt = f' <span class="cert">{CERTAINTIES[note.certainty]}</span>' if CERTAINTIES[note.certainty] else ""
    summary = f'<span class="no">注{number}</span> <b>{note.kind}</b> <q>{escape(note.quote)}</q>{doubt}'
    shown = " open" if note.kind == "校勘" else ""
    return f'<details class="annot" id="{note.id}"{shown} markdown="1">\n<summary>{summary}</summary>\n\n{escape(note.text)}{target_fields(note)}\n\n</details>'


def target_fields(note: Note) -> str:
    """What a 指标 note says is to be reached, field by field; "" for other notes."""
    if note.target is None:
        return ""
    target = note.target
    fields = [
        ("指标", target.subject),
        ("数值", target.value + target.unit),
        ("基期", target.base),
        ("期限", target.deadline),
        ("地区", target.region),
    ]
    shown = "；".join(f"{name}：{escape(value)}" for name, value in fields if value)
    return f' <span class="target-fields">{shown}。</span>'


def _counterparts(document: Document, pair: Pair, anchors: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """``names`` are what the other documents are called here: by their place, which fits a phone, where that says which one is meant."""
    for anchor in anchors:
        for found in pair.links_of(document, anchor):
            yield _counterpart(document, pair, anchor, found, names)
    none = [anchor for anchor in anchors if pair.state(document, anchor) is Coverage.NONE]
    if none:
        yield _without(document, pair, none)


def _counterpart(document: Document, pair: Pair, anchor: str, found: Link, names: Mapping[str, str]) -> str:
    other = pair.other(document)
    there = found.target if other is pair.implemented else found.source
    texts = marked(pair, found)
    quoted = texts[1] if other is pair.implemented else texts[0]
    position = _position(document, anchor)
    place = f"{escape(names[other.id])} {escape(other.citation(there))}"
    summary = f'{position}<span aria-hidden="true">↔</span> {seal(other)} <span class="place">{place}</span> {relation_label(found)}'
    row = link("逐条对照", f"{UP}{pair_folder(pair)}/by-{document.id}.md#{row_id(found)}")
    ways = f"{link('本句' if position else '本条', f'#{anchor}')} · {place_link(other, there, UP, '原处')} · {row}"
    note = f"{escape(found.note)} " if found.note else ""
    return (
        f'<details class="cp" id="link-{other.id}-{anchor}-{there}" markdown="1">\n<summary>{summary}</summary>\n'
        f'<blockquote>{quoted}</blockquote>\n\n{note}<span class="go" markdown="span">{ways}</span>\n\n</details>'
    )


def _position(document: Document, anchor: str) -> str:
    if document.units[anchor].kind is not Kind.SENTENCE:
        return ""
    return f"<span>句{_number(document, anchor)}</span> "


def _number(document: Document, anchor: str) -> str:
    return document.citation(anchor).rpartition("第")[2].removesuffix("句")


def _without(document: Document, pair: Pair, anchors: Sequence[str]) -> str:
    """Per paragraph, not per sentence: ＋ 本市新增 第2、3句. A head alone adds nothing: it is only said to have no counterpart."""
    rows = f"{UP}{pair_folder(pair)}/by-{document.id}.md"
    other = escape(pair.other(document).meta.short_title)
    numbers = [link(_number(document, a), f"{rows}#{none_row_id(document, a)}") for a in anchors if _position(document, a)]
    if not numbers:
        return f"{link('本标题', f'{rows}#{none_row_id(document, anchors[0])}')}在{other}中无对应。\n{{ .none }}"
    form = "new" if document is pair.implementing else "gone"
    return f'<b class="rel {form}">{none_name(pair, document)}</b> 第{"、".join(numbers)}句：{other}中未见相应内容。\n{{ .none }}'
