"""The layer of notes: each at a unit and an exact quote; one whose quote is not there is an orphan and stops the build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from ..anchors.document import Document
from ..model.faults import Fault
from ..read.corpus import Corpus
from ..read.yamldata import YamlFile
from ..text.fold import fold
from ..text.nearest import nearest
from .alignment import is_compared
from .contract import AddressedCorpus, Edit, Gone, Layer


@dataclass(frozen=True, slots=True)
class Target:
    """What a 指标 note says is to be reached. ``deadline`` and ``base`` are years or ""."""

    subject: str
    value: str
    unit: str
    deadline: str
    base: str
    region: str


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation. ``kind`` is 校勘, 释义, 差异, 指标 or 关联; ``certainty`` certain, likely or doubtful."""

    id: str
    unit: str
    quote: str
    kind: str
    certainty: str
    text: str
    target: Target | None
    checked: str = ""
    """The fingerprint (8 digits) of the unit when the note was checked against it, "" for one that never was."""


@dataclass(frozen=True)
class Notes(Layer[Note]):
    """The notes of every document."""

    documents: tuple[Document, ...]
    files: Mapping[str, YamlFile]
    """By document, what lies beside its text."""
    name: ClassVar[str] = "notes"

    @classmethod
    def collect(cls, corpus: AddressedCorpus) -> Self:
        """The notes of notes.yml, document by document."""
        return cls(corpus.documents, {source.meta.id: source.beside[cls.name] for source in corpus.written.sources})

    def at(self, document: Document, anchor: str) -> Sequence[Note]:
        """The notes at a unit, in the order of their quotes."""
        return self._by_unit.get((document.id, anchor), ())

    def faults(self) -> Iterator[Fault]:
        """Notes that share an id, stand at no unit, quote what is not there, or were checked against another text."""
        owners: dict[str, str] = {}
        for document in self.documents:
            place = self.files[document.id]
            for position, note in enumerate(self._written[document.id]):
                if note.id in owners:
                    yield place.fault((position, "id"), "NOT002", f"注释 {note.id} 已在 {owners[note.id]} 里用过", "换一个 id")
                owners.setdefault(note.id, document.id)
                yield from _note_faults(document, note, position, place)

    def confirmed(self, document: Document, units: Collection[str], day: str) -> Iterator[Edit]:
        """Today's fingerprints of the sentences that the document's notes stand at."""
        edit = Edit(self.files[document.id])
        for position, note in enumerate(self._written[document.id]):
            if is_suspect(document, note) and (not units or note.unit in units):
                edit.values.append(((position, "checked"), f'{{unit: "{document.short_fingerprint(note.unit)}", on: {day}}}'))
        yield edit

    @classmethod
    def retired(cls, written: Corpus, gone: Gone) -> Iterator[Edit]:
        """The document's notes: each moves with its sentence, if the words that it quotes are still there."""
        for source in written.sources:
            if source.meta.id == gone.document:
                yield _without(source.beside[cls.name], gone)

    @cached_property
    def _written(self) -> Mapping[str, Sequence[Note]]:
        return {document: notes_of(file) for document, file in self.files.items()}

    @cached_property
    def _by_unit(self) -> Mapping[tuple[str, str], Sequence[Note]]:
        found: dict[tuple[str, str], list[Note]] = {}
        for document in self.documents:
            for note in self._written[document.id]:
                if note.unit in document.units:
                    found.setdefault((document.id, note.unit), []).append(note)
            for anchor in document.units:
                found.get((document.id, anchor), []).sort(key=lambda note: _position(document, note))
        return found


def notes_of(file: YamlFile) -> tuple[Note, ...]:
    """The notes of a notes.yml, in the order of the file."""
    return tuple(map(_note, file.data or ()))


def _note(row: dict[str, Any]) -> Note:
    target = row.get("target")
    return Note(
        id=str(row["id"]),
        unit=str(row["unit"]),
        quote=str(row["quote"]),
        kind=str(row["kind"]),
        certainty=str(row["certainty"]),
        text=str(row["text"]).strip(),
        target=Target(
            target["subject"], target["value"], target["unit"], target["deadline"], target.get("base", ""), target["region"]
        )
        if isinstance(target, dict)
        else None,
        checked=row["checked"]["unit"] if "checked" in row else "",
    )  # fmt: skip


def _without(file: YamlFile, gone: Gone) -> Edit:
    edit = Edit(file)
    for position, note in enumerate(notes_of(file)):
        if note.unit not in gone.replaced:
            continue
        new = gone.replaced[note.unit]
        if new and fold(note.quote) in gone.texts[new]:
            edit.values.append(((position, "unit"), new))
            edit.said.append(f"注释　{note.id} 移到 {new}")
        else:
            edit.removed.append((position,))
            edit.said.append(f"注释　{note.id}（{note.unit}“{note.quote}”：{note.text}）已删；仍然有用的，写到今天的句子上")
    return edit


def is_suspect(document: Document, note: Note) -> bool:
    """Whether the sentence is not the one that the note was checked against."""
    return note.checked != document.short_fingerprint(note.unit)


def _position(document: Document, note: Note) -> int:
    return fold(document.text(note.unit)).find(fold(note.quote))


def _note_faults(document: Document, note: Note, position: int, file: YamlFile) -> Iterator[Fault]:
    if document.is_gone(note.unit):
        return  # ANC002 says it, and retire mends the note with the address
    if note.unit not in document.units or not is_compared(document.units[note.unit]):
        near = _nearest(document, note)
        yield file.fault((position, "unit"), "ANC003", f"{document.id} 里没有 {note.unit} 这一句", near)
    elif fold(note.quote) not in fold(document.text(note.unit)):
        yield file.fault((position, "quote"), "NOT001", f"“{note.quote}”不在 {note.unit} 里", _elsewhere(document, note.quote))
    elif is_suspect(document, note):
        said = "核对之后，所注的这一句有改动，待复核" if note.checked else "还没有核对过"
        remedy = f"核对今天的 {note.unit}，再运行 duidu confirm {document.id} {note.unit}"
        yield file.fault((position,), "NOT003", f"{note.id} {said}", remedy, warning=True)


def _nearest(document: Document, note: Note) -> str:
    today = document.today(note.unit)
    near = nearest(note.unit, document.units)
    return f"它现在是 {today}" if today else _elsewhere(document, note.quote) if not near else f"最接近的是 {near}"


def _elsewhere(document: Document, quote: str) -> str:
    """Where the quote stands now, if anywhere."""
    places: Sequence[str] = [
        anchor for anchor, unit in document.units.items() if is_compared(unit) and fold(quote) in fold(document.text(anchor))
    ]
    return f"它现在在 {'、'.join(places[:3])}" if places else "全文都没有这几个字；照今天的原文改正，或删去这条注释"
