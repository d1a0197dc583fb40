"""terms and notes, as JSON and as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ...layers.layers import Layers
from ...layers.notes import Note, is_suspect
from ...read.glossary import Term
from ..page import OutputFile
from .data import both


def layer_files(layers: Layers, documents: Sequence[Document]) -> Iterator[OutputFile]:
    """The data of the glossary and of all notes."""
    yield from both("terms", [_term(layers, term) for term in layers.terms.glossary.terms])
    notes = [
        _note(document, note) for document in documents for anchor in document.units for note in layers.notes.at(document, anchor)
    ]  # fmt: skip
    yield from both("notes", notes)


def _term(layers: Layers, term: Term) -> dict[str, object]:
    return {
        "id": term.id,
        "term": term.term,
        "forms": list(term.forms),
        "kind": term.kind,
        "definition": term.definition,
        "members": list(term.members),
        "english": term.english,
        "aliases": list(term.aliases),
        "related": list(term.related),
        "distinct_from": list(term.distinct_from),
        "sources": [{"title": source.title, "url": source.url} for source in term.sources],
        "certainty": term.certainty,
        "remark": term.remark,
        "occurrences": [f"{document}#{anchor}" for document, anchor in layers.terms.occurrences(term.id)],
    }


def _note(document: Document, note: Note) -> dict[str, object]:
    target = note.target
    return {
        "id": note.id,
        "unit": f"{document.id}#{note.unit}",
        "quote": note.quote,
        "kind": note.kind,
        "certainty": note.certainty,
        "text": note.text,
        "target": {
            "subject": target.subject,
            "value": target.value,
            "unit": target.unit,
            "deadline": target.deadline,
            "base": target.base,
            "region": target.region,
        }
        if target
        else None,
        "state": "suspect" if is_suspect(document, note) else "confirmed",
    }
