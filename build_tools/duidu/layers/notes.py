"""Notes beside the text: each at a unit and an exact quote; one whose quote is not there is an orphan and stops the build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.notes import Note, NoteFile
from ..text.fold import fold
from .links import is_compared


def notes_by_unit(document: Document, file: NoteFile) -> Mapping[str, tuple[Note, ...]]:
    """The notes of every unit that has some, in the order of their quotes."""
    found: dict[str, tuple[Note, ...]] = {}
    for note in file.notes:
        if note.unit in document.units:
            found[note.unit] = (*found.get(note.unit, ()), note)
    return {anchor: tuple(sorted(notes, key=lambda note: _position(document, note))) for anchor, notes in found.items()}


def is_suspect(document: Document, note: Note) -> bool:
    """Whether the sentence is not the one that the note was checked against."""
    return note.checked != document.fingerprint(note.unit)[:8]


def _position(document: Document, note: Note) -> int:
    return fold(document.text(note.unit)).find(fold(note.quote))


def note_faults(document: Document, file: NoteFile, seen: dict[str, str]) -> Iterator[Fault]:
    """What is wrong with the notes of a document; ``seen`` collects the ids of all documents."""
    for position, note in enumerate(file.notes):
        if note.id in seen:
            yield file.yaml.fault((position, "id"), "NOT002", f"注释 {note.id} 已在 {seen[note.id]} 里用过", "换一个 id")
        seen.setdefault(note.id, document.id)
        if document.is_gone(note.unit):
            continue  # ANC002 says it, and retire mends the note with the address
        if note.unit not in document.units or not is_compared(document.units[note.unit]):
            near = _nearest(document, note)
            yield file.yaml.fault((position, "unit"), "ANC003", f"{document.id} 里没有 {note.unit} 这一句", near)
        elif fold(note.quote) not in fold(document.text(note.unit)):
            yield file.yaml.fault((position, "quote"), "NOT001", f"“{note.quote}”不在 {note.unit} 里", _elsewhere(document, note.quote))
        elif is_suspect(document, note):
            said = "核对之后，所注的这一句有改动，待复核" if note.checked else "还没有核对过"
            remedy = f"核对今天的 {note.unit}，再运行 duidu confirm {document.id} {note.unit}"
            yield file.yaml.fault((position,), "NOT003", f"{note.id} {said}", remedy, warning=True)


def _nearest(document: Document, note: Note) -> str:
    today = document.registry.resolve(note.unit) if note.unit in document.registry.anchors() else ""
    near = get_close_matches(note.unit, list(document.units), 1, 0.4)
    return f"它现在是 {today}" if today else _elsewhere(document, note.quote) if not near else f"最接近的是 {near[0]}"


def _elsewhere(document: Document, quote: str) -> str:
    """Where the quote stands now, if anywhere."""
    places: Sequence[str] = [
        anchor for anchor, unit in document.units.items() if is_compared(unit) and fold(quote) in fold(document.text(anchor))
    ]
    return f"它现在在 {'、'.join(places[:3])}" if places else "全文都没有这几个字；照今天的原文改正，或删去这条注释"
