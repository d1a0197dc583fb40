"""The data files: documents.json, and units.json per document, with their JSON Schemas beside them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...text.formulas import guarded
from ..page import OutputFile

DATA = PurePosixPath("docs/data")


def data_files(documents: Sequence[Document], schemas: Mapping[str, str]) -> Iterator[OutputFile]:
    """The data files of the whole site; ``schemas`` by file name lie beside them."""
    yield from both("documents", [_document(document) for document in documents])
    for name, text in schemas.items():
        yield OutputFile(DATA / name, text)


def unit_files(document: Document) -> Iterator[OutputFile]:
    """The units of a document."""
    yield from both(f"{document.id}/units", [_unit(document, anchor) for anchor in document.units])


def both(name: str, records: Sequence[Mapping[str, object]]) -> Iterator[OutputFile]:
    """The same records as JSON and, under the same names, as a table."""
    yield OutputFile(DATA / f"{name}.json", as_json(list(records)))
    columns = list(records[0]) if records else []
    yield OutputFile(DATA / f"{name}.csv", as_csv(columns, ([_cell(record[column]) for column in columns] for record in records)))


def _cell(value: object) -> str:
    """A list is parted by spaces where it holds ids, else by semicolons; a record is written as JSON."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return (" " if all("#" in one for one in value) else "；").join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def as_json(value: object) -> str:
    """One record a line, so that a change shows as a line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in value) + "\n]\n"
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """For spreadsheets: a byte order mark, CRLF, and no cell that is a formula."""
    return "\ufeff" + csv_rows([columns]) + csv_rows([guarded(cell) for cell in row] for row in rows)


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows of a table, as they stand in it."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _document(document: Document) -> dict[str, object]:
    meta = document.meta
    return {
        "id": meta.id,
        "title": meta.title,
        "short_title": meta.short_title,
        "issuer": meta.issuer,
        "level": meta.level.id,
        "date": meta.date,
        "implements": list(meta.implements),
        "sha256": meta.sha256,
        "url": document.url(""),
    }


def _unit(document: Document, anchor: str) -> dict[str, object]:
    unit = document.units[anchor]
    return {
        "id": f"{document.id}#{anchor}",
        "document": document.id,
        "anchor": anchor,
        "kind": unit.kind.value,
        "parent": document.parents[anchor],
        "marker": document.marker(anchor),
        "text": document.text(anchor),
        "line": unit.line,
        "column": unit.column,
        "url": document.url(anchor),
        "sha256": document.fingerprint(anchor),
    }
