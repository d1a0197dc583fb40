"""A file → RawText: its format known by its bytes, decoded as declared or as detected; never a guess in silence.

What the lines of a text are depends on the format: those of the file, of Markdown as read, of a web page, a Word file
or a PDF as shown. Of the last two they are kept beside the file (``text.read.txt``), since another version of the
tool may read them otherwise.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path, PurePosixPath

from ..model.faults import MOST_ALIKE, Fault
from ..model.reading import Reading, Refused, Remark
from ..model.records import RawText
from .decoding import CODECS, ENCODINGS, LINE_END, Damage, damages, decoded, detect, misread, mojibake, without_bom
from .formats import CONTAINERS, Format, Unreadable, container_of, text_format
from .markdown.document import read_markdown
from .page.document import declared_encoding, read_page
from .tabbed import tabbed_tables

MOST_DAMAGES = 5
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ud800-\udfff]")
_PAGE_BREAKS = "\x0b\x0c"
"""What ends a page where a PDF was made into text: at the ends of a line it is white space like any other."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """A file as read: its raw text, its format, and what is to be known of it beside its lines."""

    raw: RawText
    format: Format
    remarks: tuple[Remark, ...]
    said: Mapping[str, str]
    """What the file says of the document beside its text: title, number, issuer, date, address."""


def read_raw(file: Path, shown: PurePosixPath, encoding: str | None = None) -> tuple[RawText | None, list[Fault]]:
    """The raw text of ``file``. ``encoding`` is what document.yml declares; without one it is detected (and told in the result)."""
    read, faults = read_text(file, shown, encoding)
    return (read.raw if read else None), faults


def read_text(file: Path, shown: PurePosixPath, encoding: str | None = None) -> tuple[TextRead | None, list[Fault]]:
    """As ``read_raw``, with what the format says beside the lines."""
    if not file.is_file():
        return None, [Fault(shown, 1, 1, "SRC001", f"找不到原文文件 {file.name}", "把文件放进该文件夹，或改 text.file")]
    data = file.read_bytes()
    container = container_of(data)
    if isinstance(container, Unreadable):
        return None, [_unreadable(shown, container.name, container.advice)]
    if container is not None:
        used, form, reading, faults = container.value, container, *_contained(container, data, shown, encoding)
    else:
        text, used, faults = _text(data, shown, encoding)
        form = text_format(text, file.suffix)
        try:
            reading = None if faults else lines_of(text, form)
        except Refused as refused:
            return None, [_refused(shown, refused)]
    if reading is None:
        return None, faults
    if not any(line.strip() for line in reading.lines):
        return None, [Fault(shown, 1, 1, "SRC004", "原文是空的", "重新取得原文，放进该文件")]
    raw = RawText(shown, used, hashlib.sha256(data).hexdigest(), reading.lines, reading.outside, reading.blocks)
    return TextRead(raw, form, reading.remarks, reading.said), list(islice(_control_characters(raw), MOST_ALIKE))


def lines_of(text: str, form: Format) -> Reading:
    """The lines of a decoded text. Raises Refused."""
    if form is Format.WEB:
        return read_page(text)
    lines = tuple(LINE_END.split(text))
    return read_markdown(lines) if form is Format.MARKDOWN else Reading(lines, blocks=tabbed_tables(lines))


def kept_name(file: str) -> str:
    """Where the lines of a container are kept: ``text.read.txt`` for ``text.docx``."""
    return f"{PurePosixPath(file).stem}.read.txt"


def kept_text(raw: RawText) -> str:
    """What is kept of the lines of a container."""
    return "".join(f"{line}\n" for line in raw.lines)


def kept_faults(raw: RawText, file: Path, document: str) -> Iterator[Fault]:
    """Whether the lines of a container are those that were kept when it was added."""
    if raw.encoding not in CONTAINERS:
        return
    kept = file.with_name(kept_name(file.name))
    shown = raw.path.with_name(kept.name)
    remedy = f"有意如此就运行 duidu accept {document}；否则从版本库取回"
    try:
        before = kept.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (FileNotFoundError, UnicodeDecodeError):
        yield Fault(shown, 1, 1, "SRC008", f"没有 {kept.name}，不知道原来读出的是哪些行", remedy)
        return
    for number, (old, new) in enumerate(zip_longest(before, raw.lines), 1):
        if old != new:
            yield Fault(shown, number, 1, "SRC008", f"今天从 {file.name} 读出的这一行是“{(new or '')[:20]}”，与所记的不同", remedy)
            return


def _contained(form: Format, data: bytes, shown: PurePosixPath, declared: str | None) -> tuple[Reading | None, list[Fault]]:
    if declared is not None and declared != form:
        return None, [Fault(shown, 1, 1, "SRC002", f"文件不是所声明的 {declared}，是 {form.value}", f"把 text.encoding 改为 {form.value}")]
    try:
        return _read_container(data, form), []
    except Refused as refused:
        return None, [_refused(shown, refused)]


def _refused(shown: PurePosixPath, refused: Refused) -> Fault:
    return Fault(shown, 1, 1, "SRC006", refused.message, refused.advice)


def _read_container(data: bytes, form: Format) -> Reading:
    """A Word file or a PDF. What reads them takes a fifth of a second to load: only where there is one."""
    if form is Format.DOCX:
        from .docx.document import read_docx  # noqa: PLC0415

        return read_docx(data)
    from .pdf.document import read_pdf  # noqa: PLC0415

    return read_pdf(data)


def _text(data: bytes, shown: PurePosixPath, declared: str | None) -> tuple[str, str, list[Fault]]:
    """The decoded text and its encoding; or a fault that says what the bytes are."""
    detected = detect(data, declared if declared in CODECS else declared_encoding(data))
    if b"\0" in data and detected != "utf-16" and without_bom(data):
        return "", "", [_unreadable(shown, "没有 BOM 的 UTF-16 文本", "用记事本打开，另存时“编码”选 UTF-8")]
    if detected is None and b"\0" in data:
        return "", "", [_unreadable(shown, "认不出的文件，不是文本", "能读的是纯文本、Markdown、网页、Word 文档（.docx）和有文字的 PDF")]
    used = declared if declared is not None and (declared == detected or _also(declared, detected, data)) else detected
    if used is None or (declared is not None and used != declared):
        return "", "", _undecodable(data, shown, declared, detected)
    text = decoded(data, used) or ""
    if wrong := mojibake(text):
        read = f"第一行本来是“{wrong.line[:30]}”" if wrong.line else "有的字已经丢失"
        remedy = "重新取得原文件，不要经过转换；只有这一份时，用记事本以原来的编码打开再另存为 UTF-8"
        return "", "", [Fault(shown, 1, 1, "SRC007", f"乱码：{wrong.was} 的文字被当作 {wrong.taken_for} 存下了，{read}", remedy)]
    if used == "gb18030" and (broken := misread(text)):
        return "", "", _damaged(shown, broken)
    return text, used, []


def _also(encoding: str, detected: str | None, data: bytes) -> bool:
    """Pure ASCII is valid in every encoding there is, and some bytes are valid in two."""
    if data.isascii():
        return detected == "utf-8" and encoding in ("utf-8", "gb18030", "big5")
    return {encoding, detected} <= {"gb18030", "big5"} and decoded(data, encoding) is not None


def _unreadable(shown: PurePosixPath, name: str, advice: str) -> Fault:
    return Fault(shown, 1, 1, "SRC006", f"这是{name}，读不了", f"{advice}，再加入")


def _undecodable(data: bytes, shown: PurePosixPath, declared: str | None, detected: str | None) -> list[Fault]:
    broken = damages(data) if detected is None else []
    if broken:
        return _damaged(shown, broken)
    line, column = _first_undecodable(data, declared or "utf-8")
    if detected:
        return [
            Fault(shown, line, column, "SRC002", f"字节不是所声明的 {declared}，认出的是 {detected}", f"把 text.encoding 改为 {detected}")
        ]
    said = f"字节不是所声明的 {declared}，也不是 " if declared else "字节不是 "
    return [Fault(shown, line, column, "SRC002", f"{said}{'、'.join(ENCODINGS)} 中的任何一种", "重新取得原文；文件可能已损坏")]


def _damaged(shown: PurePosixPath, broken: Sequence[Damage]) -> list[Fault]:
    more = f"（这样的地方共 {len(broken)} 处）" if len(broken) > MOST_DAMAGES else ""
    return [
        Fault(
            shown, place.line, place.column, "SRC002",
            f"“{place.before}”之后有字节不全或损坏，不成一个字（其余都是 {place.encoding}）", f"重新取得原文；多半是下载或转存时截断了{more}",
        )
        for place in broken[:MOST_DAMAGES]
    ]  # fmt: skip


def _first_undecodable(data: bytes, encoding: str) -> tuple[int, int]:
    codec = CODECS.get(encoding, "utf-8")
    try:
        data.decode(codec)
        position = 0
    except UnicodeDecodeError as error:
        position = error.start
    before = LINE_END.split(data[:position].decode(codec, "replace"))
    return len(before), len(before[-1]) + 1


def _control_characters(raw: RawText) -> Iterator[Fault]:
    return (
        Fault(raw.path, number, match.start() + 1, "SRC005", f"含有控制字符 U+{ord(match.group()):04X}", "换用没有这个字符的转录本")
        for number, line in enumerate(raw.lines, 1)
        for match in _CONTROL.finditer(line)
        if not (match.group() in _PAGE_BREAKS and not (line[: match.start()].strip() and line[match.end() :].strip()))
    )
