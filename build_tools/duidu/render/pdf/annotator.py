"""What the printed book adds to the official text: the notes, which the press sets at the foot of the page, and one line of counterparts.

A note stands in the markup where its sign is to stand, as in CSS's ``float: footnote``:
``……。</span><span class="aid note" id="note-gao"><b>校勘</b> <q>质量发展是</q> ……</span>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, compared_in
from ...layers.layers import Layers
from ...layers.notes import Note
from ...model.records import Kind, Unit
from ..annotator import Annotator
from ..apparatus.counterparts import doubts, target_fields
from ..apparatus.relations import none_label, relation_label
from ..markdown import escape
from ..wording import say


class BookAnnotator(Annotator):
    """The official text with notes and counterparts in their printed form."""

    def __init__(self, document: Document, layers: Layers) -> None:
        self.document = document
        self.layers = layers

    def signs(self, anchor: str) -> str:
        """The unit's notes, whole; the press numbers them and leaves the number here."""
        return "".join(_note(self.document, note) for note in self.layers.notes.at(self.document, anchor))

    def beside(self, unit: Unit) -> str:
        """The counterparts of the unit and its sentences, by place alone: the booklet has both texts side by side."""
        anchors = compared_in(unit)
        said = [line for pair in self.layers.links.of(self.document) if (line := _counterparts(self.document, pair, anchors))]
        return "\n\n".join(f"{line}\n{{: .aid .counterparts }}" for line in said)


def _note(document: Document, note: Note) -> str:
    doubt = "".join(f"（{doubt}）" for doubt in doubts(document, note))
    return (
        f'<span class="aid note" id="{note.id}"><b>{note.kind}</b> <q>{escape(note.quote)}</q>{doubt}　{escape(note.text)}'
        f"{target_fields(note)}</span>"
    )


def _counterparts(document: Document, pair: Alignment, anchors: Sequence[str]) -> str:
    """四川省委决定：句1 ↔ 二（一）第1段第2句〔落实〕，二（一）第5点第1句〔呼应〕；句2 ↔ ……；仅市 句4"""
    pieces = [*_found(document, pair, anchors), *_missing(document, pair, anchors)]
    return f"{escape(pair.other(document).meta.short_title)}：{'；'.join(pieces)}" if pieces else ""


def _found(document: Document, pair: Alignment, anchors: Sequence[str]) -> Iterator[str]:
    other = pair.other(document)
    for anchor in anchors:
        places = [f"{escape(other.citation(pair.ends(one, document)[1]))}{relation_label(one)}" for one in pair.links_of(document, anchor)]
        if places:
            yield _sentence(document, anchor) + "，".join(places)


def _missing(document: Document, pair: Alignment, anchors: Sequence[str]) -> Iterator[str]:
    """A head alone adds nothing: only sentences are said to have no counterpart."""
    sentences = [anchor for anchor in anchors if document.units[anchor].kind is Kind.SENTENCE]
    for state in NONE:
        none = [str(document.position(anchor)) for anchor in sentences if pair.state(document, anchor) is state]
        if none:
            yield f"{escape(none_label(pair, document, state))} {say('book.sentence', number='、'.join(none))}"


def _sentence(document: Document, anchor: str) -> str:
    return f"{say('book.sentence', number=document.position(anchor))} ↔ " if document.units[anchor].kind is Kind.SENTENCE else ""
