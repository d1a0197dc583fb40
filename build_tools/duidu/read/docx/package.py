"""The parts of a Word file (ECMA-376, part 2), opened so that nothing in it can do harm.

Nothing is fetched or run: a part with a document type declaration is refused (entities), and so is an archive that
unpacks to many times its size; parts outside the archive (remote templates, linked pictures) are never opened.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ...model.reading import Refused

HIGHEST_SIZE = 24 * 2**20
"""No part may be larger than this when unpacked: what Word writes for half a million characters is less, and more takes over 20 s."""
HIGHEST_TOTAL = 2 * HIGHEST_SIZE
"""Nor all parts that are read, pictures aside: they are never opened."""
HIGHEST_RATIO = 300
"""Nor so many times its packed size, from a size on that matters."""
MATTERS = 10 * 2**20
MOST_MEMBERS = 10_000

_BROKEN = "文件已损坏，读不出来"
_AGAIN = "在 Word 或 WPS 里打开、另存为新的 .docx，再加入"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part that another one refers to. ``kind`` is the last word of the relation's type."""

    kind: str
    target: str
    external: bool


class Package:
    """An open Word file."""

    def __init__(self, data: bytes) -> None:
        """Raises Refused for an archive that is damaged, locked or made to do harm."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
            raise Refused(_BROKEN, _AGAIN) from None
        members = self._archive.infolist()
        self._unpacked = 0
        self._opened: set[str] = set()
        self._names = {member.filename: member for member in members}
        self.outside = [name for name in self._names if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)]
        """Members whose names lead out of a folder they would be unpacked into; nothing is ever unpacked."""
        if len(members) > MOST_MEMBERS:
            raise Refused("压缩包里的文件太多，不像 Word 文件", _AGAIN)
        self.main = next((part.target for part in self.relations("") if part.kind == "officeDocument"), "word/document.xml")

    def part(self, name: str) -> Element | None:
        """A part as XML; None where there is none. Raises Refused."""
        data = self._read(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\0!\0D\0O\0C" in data:
            raise Refused("文件里有外部实体的声明，Word 不会写出这样的文件，为安全起见不读", _AGAIN)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError):
            raise Refused(_BROKEN, _AGAIN) from None

    def relations(self, name: str) -> list[Relationship]:
        """What a part refers to; of the package itself for ""."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: list[Relationship] = []
        for entry in root if root is not None else ():
            external = entry.get("TargetMode") == "External"
            target = entry.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Relationship(entry.get("Type", "").rpartition("/")[2], target, external))
        return found

    def related(self, kind: str) -> Element | None:
        """The first part of a kind that the main part refers to."""
        return next((self.part(part.target) for part in self.relations(self.main) if part.kind == kind and not part.external), None)

    def _read(self, name: str) -> bytes | None:
        member = self._names.get(name)
        if member is None:
            return None
        if member.flag_bits & 1:
            raise Refused("文件加了密码", "打开之后去掉密码，再保存")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MATTERS and ratio > HIGHEST_RATIO:
            raise Refused("压缩包解开之后大得不合情理（压缩炸弹），不读", "重新取得这份文件")
        self._unpacked += 0 if name in self._opened else member.file_size
        self._opened.add(name)
        if member.file_size > HIGHEST_SIZE or self._unpacked > HIGHEST_TOTAL:
            raise Refused(
                f"Word 文件里的文字和格式解开之后超过 {HIGHEST_SIZE // 2**20} MB，不像一份文件",
                "在 Word 或 WPS 里拆成几份，或把正文复制到新的文档里只留文字，存成 .docx",
            )
        try:
            with self._archive.open(member) as file:
                # The size that the directory states may be a lie.
                data = file.read(HIGHEST_SIZE + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise Refused(_BROKEN, _AGAIN) from None
        if len(data) > member.file_size:
            raise Refused("压缩包解开之后大得不合情理（压缩炸弹），不读", "重新取得这份文件")
        return data
