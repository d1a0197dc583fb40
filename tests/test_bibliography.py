"""cite.bib, cite.ris and cite.json, read by parsers that know the formats and not the project."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from duidu.anchors.document import Document
from duidu.render.exports.bibliography import bibliography_files
from tests.projects import DOCUMENTS, converted
from tests.some import some
from tests.test_escaping import HOSTILE

WARNING = "转录文本，以正式发布文本为准"
TITLES = (
    *HOSTILE,
    "关于印发《某条例》的通知",
    "a {b c} d",
    "} @misc{x, title = {y}}",
    "50% & $1 #2 a_b ~c ^d",
    "行一\r\nER  - \r\nTY  - BOOK",
    'say "x" , and y',
)
TEX = {
    "textbackslash{}": "\\", "textbraceleft{}": "{", "textbraceright{}": "}", "textasciitilde{}": "~", "textasciicircum{}": "^",
} | {char: char for char in "%#&$_"}  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return converted().documents


def made(document: Document, site: str = "", title: str = "某决定", issuer: str = "某市委") -> dict[str, str]:
    """The three files by ending, for the document with another title and issuer."""
    changed = Document(dataclasses.replace(document.meta, title=title, issuer=issuer), document.outline, document.registry)
    return {page.path.suffix[1:]: page.text for page in bibliography_files([changed], site)}


def bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of the only entry, as BibTeX reads it: it counts braces, also behind a backslash."""
    head = re.match(r"@(\w+)\{([\w-]+),", text)
    assert head
    fields: dict[str, str] = {}
    position = head.end()
    while field := re.compile(r"\s*(\w+)\s*=\s*\{").match(text, position):
        depth, start = 1, field.end()
        position = start
        while depth:
            depth += {"{": 1, "}": -1}.get(text[position], 0)
            position += 1
        fields[field[1]] = text[start : position - 1]
        position += text[position] == ","
    assert text[position:].strip() == "}"
    return head[1], head[2], fields


def untex(text: str) -> str:
    """What LaTeX would print, protecting braces left out."""
    shown, position = "", 0
    while position < len(text):
        if text[position] == "\\":
            command = next(name for name in TEX if text.startswith(name, position + 1))
            shown += TEX[command]
            position += 1 + len(command)
        else:
            assert text[position] not in "%#&$_~^", text
            shown += text[position] if text[position] not in "{}" else ""
            position += 1
    return shown


def ris(text: str) -> list[tuple[str, str]]:
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) and "\n" not in line for line in some(lines)), lines
    return [(line[:2], line[6:]) for line in lines]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_and_issuer_come_out_as_they_went_in(documents: tuple[Document, ...], title: str) -> None:
    files = made(documents[0], title=title, issuer=title)
    plain = " ".join(title.split())
    _, _, fields = bibtex(files["bib"])
    assert fields["author"][0] + fields["author"][-1] == "{}"
    assert (untex(fields["title"]), untex(fields["author"])) == (plain, plain)
    record = ris(files["ris"])
    assert [tag for tag, _ in record].count("ER") == 1
    assert dict(record)["TI"] == plain
    assert dict(record)["AU"] == plain.replace(",", "，")
    [item] = json.loads(files["json"])
    assert (item["title"], item["author"]) == (plain, [{"literal": plain}])


def test_every_document_of_the_site_has_all_three(built: Path, documents: tuple[Document, ...]) -> None:
    for document in documents:
        meta = document.meta
        year, month, day = (int(part) for part in meta.date.split("-"))
        note = f"{year}年{month}月{day}日通过。{WARNING}。"
        folder = built / "site/data" / document.id
        kind, key, fields = bibtex((folder / "cite.bib").read_text())
        assert (kind, key) == ("misc", document.id)
        assert fields == {
            "author": f"{{{meta.issuer}}}", "title": f"{{{meta.title}}}", "year": str(year), "date": meta.date, "note": note, "language": "chinese",
        }  # fmt: skip
        record = ris((folder / "cite.ris").read_bytes().decode())
        assert (record[0], record[-1]) == (("TY", "GEN"), ("ER", ""))
        assert dict(record) | {"AU": meta.issuer, "TI": meta.title, "DA": meta.date.replace("-", "/"), "N1": note} == dict(record)
        assert json.loads((folder / "cite.json").read_text()) == [
            {
                "id": document.id,
                "type": "document",
                "title": meta.title,
                "author": [{"literal": meta.issuer}],
                "issued": {"date-parts": [[year, month, day]]},
                "language": "zh-CN",
                "note": note,
            }
        ]
        landing = (built / "site" / document.id / "index.html").read_text()
        assert all(f'href="../data/{document.id}/cite.{ending}"' in landing for ending in ("bib", "ris", "json"))
    assert [document.id for document in documents] == list(DOCUMENTS)


@pytest.mark.corpus
@pytest.mark.parametrize("site", ["https://texts.example/a", "https://texts.example/a/"])
def test_with_the_sites_address_they_name_the_full_text(documents: tuple[Document, ...], site: str) -> None:
    files = made(documents[0], site)
    address = "https://texts.example/a/sichuan-2024/full/"
    assert bibtex(files["bib"])[2]["url"] == address
    assert dict(ris(files["ris"]))["UR"] == address
    assert json.loads(files["json"])[0]["URL"] == address
