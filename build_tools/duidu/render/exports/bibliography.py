"""A document for reference managers: cite.bib, cite.ris and cite.json (CSL-JSON) beside its data.

The document type is the most general of each format (misc, GEN, document): these are resolutions, not laws, and no format has a
type for them. With the site's address known, each names the full-text page; without it there is no URL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...anchors.document import Document
from ..addresses import full_text, published
from ..names import dated
from ..page import OutputFile
from ..wording import say
from .data import DATA, as_json

FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""Ending of the file → name of the format."""


def bibliography_files(documents: Sequence[Document], site: str = "") -> Iterator[OutputFile]:
    """The three files of every document; ``site`` is the site's address, "" if it has none yet."""
    for document in documents:
        address = published(site, full_text(document))
        made = {"bib": bibtex(document, address), "ris": ris(document, address), "json": as_json([csl(document, address)])}
        for ending in FORMATS:
            yield OutputFile(DATA / document.id / f"cite.{ending}", made[ending])


def _note(document: Document) -> str:
    return f"{dated(document)}。{say('name.warning')}。"


# BibTeX counts braces even behind a backslash, hence the names.
_TEX = str.maketrans(
    {char: f"\\{char}" for char in "%#&$_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)


def bibtex(document: Document, address: str) -> str:
    """One entry; double braces keep the issuer one name, and the title's letters as they are."""
    meta = document.meta
    fields = {
        "author": f"{{{_line(meta.issuer).translate(_TEX)}}}",
        "title": f"{{{_line(meta.title).translate(_TEX)}}}",
        "year": meta.date[:4],
        "date": meta.date,
        "note": _note(document).translate(_TEX),
        "language": "chinese",
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{document.id},\n" + ",\n".join(lines) + "\n}\n"


def ris(document: Document, address: str) -> str:
    """One record: a tag of two characters, two spaces, a hyphen, a space, the value, CR LF; a value is one line."""
    meta = document.meta
    fields = [
        ("TY", "GEN"),
        ("ID", document.id),
        # A comma parts family name and given name.
        ("AU", meta.issuer.replace(",", "，")),
        ("TI", meta.title),
        ("PY", meta.date[:4]),
        ("DA", meta.date.replace("-", "/")),
        ("LA", "zh-CN"),
        ("N1", _note(document)),
        *([("UR", address)] if address else []),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in fields)


def csl(document: Document, address: str) -> dict[str, object]:
    """One CSL-JSON item; an institution is a literal name."""
    meta = document.meta
    item: dict[str, object] = {
        "id": document.id,
        "type": "document",
        "title": _line(meta.title),
        "author": [{"literal": _line(meta.issuer)}],
        "issued": {"date-parts": [[int(part) for part in meta.date.split("-")]]},
        "language": "zh-CN",
        "note": _note(document),
    }
    return item | ({"URL": address} if address else {})


def _line(text: str) -> str:
    return " ".join(text.split())
