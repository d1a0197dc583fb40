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


def data_pages(documents: Sequence[Document], schemas: Mapping[str, str]) -> Iterator[OutputFile]:
    """All data files of the site; ``schemas`` by file name lie beside them."""
    yield OutputFile(DATA / "documents.json", as_json([_document(document) for document in documents]))
    for document in documents:
        yield OutputFile(DATA / document.id / "units.json", as_json([_unit(document, anchor) for anchor in document.units]))
    for name, text in schemas.items():
        yield OutputFile(DATA / name, text)


def as_json(value: object) -> str:
    """One record a line, so that a change shows as a line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in value) + "\n]\n"
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """For spreadsheets: a byte order mark, CRLF, and no cell that is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return "\ufeff" + written.getvalue()


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
