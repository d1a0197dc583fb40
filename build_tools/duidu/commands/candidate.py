"""A file that is to be added, read and parsed; or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..anchors.natural import with_natural_anchors
from ..model.faults import CallError, Fault
from ..model.records import Outline
from ..parse.checks import outline_faults, scan_faults
from ..parse.hints import Hints
from ..parse.outline import outline
from ..parse.scan import scan
from ..read.rawtext import WEB_PAGES, read_raw
from ..read.webpage import address_of, remarks

_NOT_TEXT = (
    (b"%PDF", "PDF 文件", "在阅读程序里把文字全部复制出来，存成 .txt"),
    (b"PK\x03\x04", "Word（docx）或压缩文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"\xd0\xcf\x11\xe0", "Word（doc）文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"{\\rtf", "RTF 文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"\xff\xfe", "UTF-16 编码的文件", "在记事本里另存为 UTF-8"),
    (b"\xfe\xff", "UTF-16 编码的文件", "在记事本里另存为 UTF-8"),
)
_UNUSABLE = {"OUT003", "OUT006", "OUT007"}
"""With one of these nothing is added: there is no title to know the text by, or no text below it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be added: its bytes, its parsed text, the address it was saved from."""

    data: bytes
    parsed: Outline
    faults: tuple[Fault, ...]
    address: str
    remarks: tuple[str, ...]


def read_candidate(file: Path, title: str) -> tuple[Candidate | None, list[Fault]]:
    """The file read and parsed; None, with the faults, where it cannot be added. Raises CallError for what is no text file."""
    shown = PurePosixPath(*file.parts)
    if not file.is_file():
        raise CallError(f"找不到文件 {file}。" + ("这是一个文件夹。" if file.is_dir() else ""))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CallError(f"读不了 {file}：{error.strerror}。") from None
    for magic, name, advice in _NOT_TEXT:
        if data.startswith(magic):
            raise CallError(f"{file} 是 {name}，不能直接加入。{advice}，再加入。")
    if b"\0" in data:
        raise CallError(f"{file} 不是文本文件。能加入的是 .txt、.html、.md。")
    raw, faults = read_raw(file, shown)
    if raw is None or faults:
        return None, faults
    hints = Hints(title)
    lines = scan(raw, hints)
    parsed = with_natural_anchors(outline(raw, lines))
    found = [_retold(fault) for fault in (*scan_faults(shown, lines, hints), *outline_faults(parsed, hints))]
    unusable = [fault for fault in found if fault.code in _UNUSABLE]
    if unusable:
        return None, unusable
    page = data.decode(raw.encoding) if file.suffix.lower() in WEB_PAGES else ""
    return Candidate(data, parsed, tuple(found), address_of(page), remarks(page)), found


def _retold(fault: Fault) -> Fault:
    """Before there is a document.yml, a title is given by an option."""
    if fault.code not in {"OUT003", "OUT006"}:
        return fault
    return Fault(
        fault.path,
        fault.line,
        fault.column,
        fault.code,
        fault.message.replace("document.yml 的 title", "--title "),
        "用 --title 照原文写出题名",
    )
