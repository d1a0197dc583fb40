"""Word files made by the tests: the parts that matter, as Word and WPS write them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(text: str, properties: str = "", runs: str = "") -> str:
    """A paragraph; ``runs`` is markup that follows the text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text) if text else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def numbered(list_id: int, level: int = 0) -> str:
    """The properties of a paragraph of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; a cell may be markup of its own (it begins with <)."""
    cells = [["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)] for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row[0]}</w:tr>" for row in cells) + "</w:tbl>"


def abstract(identity: int, levels: Sequence[tuple[str, str]], extra: str = "", restarts: Mapping[int, int] | None = None) -> str:
    """An abstract list: of each level number format and text; ``extra`` goes into every level, ``restarts`` are those of single levels."""
    again = {depth: f'<w:lvlRestart w:val="{level}"/>' for depth, level in (restarts or {}).items()}
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{again.get(depth, "")}{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identity}">{made}</w:abstractNum>'


def lists(abstracts: str, numbers: Mapping[int, int], overrides: Mapping[int, int] | None = None) -> str:
    """The numbering part: list → abstract list, and lists that start at a number of their own."""
    made = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>'
        + (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{overrides[number]}"/></w:lvlOverride>'
            if overrides and number in overrides
            else ""
        )
        + "</w:num>"
        for number, of in numbers.items()
    )
    return f"<w:numbering {_W}>{abstracts}{made}</w:numbering>"


def docx(body: str, parts: Mapping[str, str] | None = None, relations: str = "") -> bytes:
    """The bytes of a Word file. ``parts`` are further parts by kind: numbering, styles, footnotes …"""
    parts = parts or {}
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELS}"><Relationship Id="r" Type="{_TYPE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        related = "".join(f'<Relationship Id="r{kind}" Type="{_TYPE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELS}">{related}{relations}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {_W} {_R}><w:body>{body}<w:sectPr/></w:body></w:document>")
        for kind, text in parts.items():
            archive.writestr(
                f"word/{kind}.xml", text.replace("<w:footnotes>", f"<w:footnotes {_W}>").replace("<w:styles>", f"<w:styles {_W}>")
            )
    return file.getvalue()
