"""Bytes → RawText: decode as declared, or as detected where nothing is declared; never a guess in silence.

What the lines of a text are depends on the kind of file: those of the file, of a web page as shown, of Markdown as read.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from ..model.faults import Fault
from ..model.records import RawText
from .markdowntext import markdown_lines
from .webpage import page_lines

ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")
"""In the order in which they are tried; utf-8-sig only where there is a byte order mark."""
WEB_PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
MARKDOWN = frozenset({".md", ".markdown"})
_LINE_END = re.compile("\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffd\ud800-\udfff]")


def read_raw(file: Path, shown: PurePosixPath, encoding: str | None = None) -> tuple[RawText | None, list[Fault]]:
    """Decode ``file``; line ends may be LF, CRLF or CR. Without ``encoding`` it is detected (and told in the result)."""
    if not file.is_file():
        return None, [Fault(shown, 1, 1, "SRC001", f"找不到原文文件 {file.name}", "把文件放进该文件夹，或改 text.file")]
    data = file.read_bytes()
    detected = detect(data)
    if detected is None or (encoding is not None and encoding != detected and not _also(encoding, detected, data)):
        return None, [_undecodable(data, shown, encoding, detected)]
    used = encoding or detected
    text = data.decode(used)
    lines, outside = lines_of(text, file.suffix)
    raw = RawText(shown, used, hashlib.sha256(data).hexdigest(), lines, outside)
    if not any(line.strip() for line in lines):
        return None, [Fault(shown, 1, 1, "SRC004", "原文是空的", "重新取得原文，放进该文件")]
    return raw, [
        Fault(shown, number, match.start() + 1, "SRC005", f"含有控制字符 U+{ord(match.group()):04X}", "换用没有这个字符的转录本")
        for number, line in enumerate(raw.lines, 1)
        for match in _CONTROL.finditer(line)
    ]


def lines_of(text: str, suffix: str) -> tuple[tuple[str, ...], Mapping[int, str]]:
    """The lines of a decoded file, and those among them that its form shows not to be the document's, with the reason."""
    if suffix.lower() in WEB_PAGES:
        return page_lines(text)
    lines = tuple(_LINE_END.split(text))
    return markdown_lines(lines) if suffix.lower() in MARKDOWN else (lines, {})


def detect(data: bytes) -> str | None:
    """The first encoding of ENCODINGS that the bytes are valid in, or None."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig" if _valid(data, "utf-8-sig") else None
    return next((name for name in ENCODINGS[1:] if _valid(data, name)), None)


def _also(encoding: str, detected: str, data: bytes) -> bool:
    """Pure ASCII is valid in every encoding there is."""
    return data.isascii() and detected == "utf-8" and encoding in ENCODINGS


def _valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _undecodable(data: bytes, shown: PurePosixPath, declared: str | None, detected: str | None) -> Fault:
    try:
        data.decode(declared or "utf-8")
        position = 0
    except UnicodeDecodeError as error:
        position = error.start
    before = _LINE_END.split(data[:position].decode(declared or "utf-8"))
    line, column = len(before), len(before[-1]) + 1
    if detected:
        return Fault(
            shown, line, column, "SRC002", f"字节不是所声明的 {declared}，认出的是 {detected}", f"把 text.encoding 改为 {detected}"
        )
    said = f"字节不是所声明的 {declared}，也不是 " if declared else "字节不是 "
    return Fault(shown, line, column, "SRC002", f"{said}{'、'.join(ENCODINGS)} 中的任何一种", "重新取得原文；文件可能已损坏")
