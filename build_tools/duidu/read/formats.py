"""What a file is, by its bytes and never by its name; and what it is called and turned into where it cannot be read.

Containers are told by their first bytes and members. Of a text its own marks say whether it is a web page or Markdown;
a name in ``.md`` only settles a text that shows no mark at all.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from ..model.reading import NEEDS_TEXT


class Format(StrEnum):
    """The formats that are read. The value is what document.yml calls the two that are no text."""

    TEXT = "text"
    MARKDOWN = "markdown"
    WEB = "html"
    DOCX = "docx"
    PDF = "pdf"


CONTAINERS = frozenset({Format.DOCX, Format.PDF})
"""Files whose lines are read out of a container; beside them lies ``text.read.txt``."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What a file is that cannot be read, and what a person does to get one that can."""

    name: str
    advice: str


_WORD = "用 Word 或 WPS 打开，另存为 Word 文档（.docx）"
_MAGIC = (
    (b"{\\rtf", "RTF 文件", _WORD),
    (b"\xff\xd8\xff", "图片（JPEG）", NEEDS_TEXT),
    (b"\x89PNG", "图片（PNG）", NEEDS_TEXT),
    (b"GIF8", "图片（GIF）", NEEDS_TEXT),
    (b"II*\0", "图片（TIFF）", NEEDS_TEXT),
    (b"MM\0*", "图片（TIFF）", NEEDS_TEXT),
    (b"BM", "图片（BMP）", NEEDS_TEXT),
    (b"Rar!", "压缩文件（RAR）", "解压之后加入里面的文件"),
    (b"7z\xbc\xaf", "压缩文件（7z）", "解压之后加入里面的文件"),
    (b"\x1f\x8b", "压缩文件（gzip）", "解压之后加入里面的文件"),
    (b"CAJ", "CAJ 文件", "用 CAJ 阅读程序打开，把文字复制出来存成 .txt"),
    (b"HN\0\0", "CAJ 文件", "用 CAJ 阅读程序打开，把文字复制出来存成 .txt"),
    (b"%!PS", "PostScript 文件", "转成 PDF"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "加了密码的 Office 文件", "打开之后去掉密码，再保存"),
    ("WpsCustomData", "WPS 文字的旧格式（.wps）", _WORD),
    ("WordDocument", "Word 97—2003 的旧格式（.doc 或 .wps）", _WORD),
    ("Workbook", "Excel 文件（.xls）", "把文字复制到 Word，存成 .docx"),
    ("PowerPoint Document", "演示文稿（.ppt）", "把文字复制到 Word，存成 .docx"),
)
"""The streams of an OLE compound file that tell what it is ([MS-CFB] writes their names in UTF-16)."""
_ZIP_MEMBERS = (
    ("OFD.xml", "OFD 版式文件", "用 OFD 阅读程序打开，导出为 PDF，或把文字复制出来存成 .txt"),
    ("xl/workbook.xml", "Excel 文件（.xlsx）", "把文字复制到 Word，存成 .docx"),
    ("ppt/presentation.xml", "演示文稿（.pptx）", "把文字复制到 Word，存成 .docx"),
    ("content.xml", "OpenDocument 文件", _WORD),
    ("META-INF/container.xml", "电子书（EPUB）", "解压之后加入里面的网页"),
)
_MHT = re.compile(
    rb"\A(?:From: <?Saved by|(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type: multipart/related))", re.IGNORECASE
)


_XML = (
    (re.compile(rb"<\?mso-application[^>]*Word\.Document|<(?:\w+:)?wordDocument\b|<pkg:package\b"), "Word 的 XML 文件", _WORD),
    (re.compile(rb"<office:document\b"), "OpenDocument 的单个 XML 文件（.fodt）", _WORD),
    (re.compile(rb"<(?:uof:)?UOF\b"), "标文通（UOF）文件", _WORD),
    (
        re.compile(rb"\A(?!.*<(?:!doctype\s+)?html\b)", re.IGNORECASE | re.DOTALL),
        "XML 文件",
        "用写成它的程序打开，另存为 Word 文档（.docx）",
    ),
)
"""Office files that are one XML file, by what stands in their first bytes."""
_XML_HEAD = 4096


def container_of(data: bytes) -> Format | Unreadable | None:
    """The container that the bytes are, or what they are that cannot be read; None for what may be a text."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip(data)
    if data.startswith(_OLE):
        known = (Unreadable(name, advice) for stream, name, advice in _OLE_STREAMS if stream.encode("utf-16-le") in data)
        return next(known, Unreadable("旧式的 Office 文件", _WORD))
    return _other(data)


def _other(data: bytes) -> Unreadable | None:
    for magic, name, advice in _MAGIC:
        if data.startswith(magic):
            return Unreadable(name, advice)
    for pattern, name, advice in _XML:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and pattern.search(data[:_XML_HEAD]):
            return Unreadable(name, advice)
    if _MHT.match(data[:4096]):
        return Unreadable("单个文件的网页（.mht）", "用浏览器打开，另存为“网页，仅 HTML”")
    return None


def _zip(data: bytes) -> Format | Unreadable:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
        return Unreadable("损坏的 Word（docx）或压缩文件", "重新取得这份文件；多半没有下载完")
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    for member, name, advice in _ZIP_MEMBERS:
        if member in names:
            return Unreadable(name, advice)
    return Unreadable("压缩文件（zip）", "解压之后加入里面的文件")


_PAGE_HEAD = 8192
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|div|table|tbody|tr|p|h[1-6]|span|center|article|section|main|font|style|script|ol|ul|b|strong|br)\b",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[\w-]+[ \t]*:|#)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_UNDERLINE = re.compile(r"^[^\s#][^\r\n]{0,80}\r?\n={3,}[ \t]*\r?$", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|:::)", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:", re.MULTILINE)
_BOLD = re.compile(r"^\*\*[^*\r\n]{1,80}\*\*[ \t]*\r?$", re.MULTILINE)


def text_format(text: str, suffix: str = "") -> Format:
    """What a decoded text is: a web page, Markdown or plain text."""
    head = text[:_PAGE_HEAD].lstrip("\ufeff")
    marked = bool(_FRONT_MATTER.match(head) or _HEADING.search(text))
    if _WHOLE_PAGE.search(head) and not _FRONT_MATTER.match(head):
        return Format.WEB
    if _PAGE.match(head) and not marked:
        return Format.WEB
    if marked or any(sign.search(text) for sign in (_UNDERLINE, _FENCE, _FOOTNOTE, _BOLD)):
        return Format.MARKDOWN
    return Format.MARKDOWN if suffix.lower() in {".md", ".markdown"} else Format.TEXT
