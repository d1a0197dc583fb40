"""What a PDF says its signs mean, put right, so that 高质量 can be searched, copied and read aloud.

A Chinese font draws 长 and the radical ⻓ with one sign. Chromium writes down the first character of the font that has the sign,
which is the radical; half of a text's common characters come out as another character that only looks the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from ...text.radicals import RADICALS

OTHERS = {"⼾": "户", "\u2012": "–", "\u2015": "—", "\u2003": "\u3000", "\u2215": "／"}
"""What besides radicals has a sign in common; ⼾ is 戶 by its normal form, and 户 in these fonts."""
HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
BLOCK = re.compile(rb"\d+\s+beginbf(char|range)(.*?)endbf\1", re.DOTALL)
LONGEST = 100
"""Entries that one block may have, by the format."""


def meant(char: str, text: str) -> str:
    """⻓ → 长, ⼀ → 一, if that is what stands in the text; anything else as it is."""
    if char in text:
        return char
    other = RADICALS.get(char) or OTHERS.get(char) or unicodedata.normalize("NFKC", char)
    return other if other in text else char


def corrected(cmap: bytes, text: str) -> bytes:
    """A ToUnicode table in which every sign means the character that was meant."""
    entries = sorted(entry for kind, body in BLOCK.findall(cmap) for entry in _entries(kind, body))
    lines = [f"<{code}> <{_hex(meant(char, text))}>" for code, char in entries]
    blocks = [lines[start : start + LONGEST] for start in range(0, len(lines), LONGEST)]
    written = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    head, _, rest = cmap.partition(b"endcodespacerange\n")
    return head + b"endcodespacerange\n" + written.encode() + BLOCK.sub(b"", rest).lstrip()


def _entries(kind: bytes, body: bytes) -> Iterator[tuple[str, str]]:
    """Code in hexadecimal → its text; a range is taken apart."""
    values = [value.decode() for value in HEX.findall(body)]
    ends = (values[0::3], values[1::3], values[2::3]) if kind == b"range" else (values[0::2], values[0::2], values[1::2])
    for first, last, target in zip(*ends, strict=True):
        text = bytes.fromhex(target).decode("utf-16-be")
        for step in range(int(last, 16) - int(first, 16) + 1):
            yield f"{int(first, 16) + step:0{len(first)}X}", text[:-1] + chr(ord(text[-1]) + step)


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def make_legible(writer: PdfWriter, text: str) -> None:
    """Correct the tables of every font of every page, in place. ``text`` has every character that was printed."""
    done: set[int] = set()
    for page in writer.pages:
        for font in _fonts(page):
            table = font.get("/ToUnicode")
            stream = table.get_object() if table else None
            if isinstance(stream, StreamObject) and id(stream) not in done:
                done.add(id(stream))
                stream.set_data(corrected(stream.get_data(), text))


def _fonts(holder: DictionaryObject) -> Iterator[DictionaryObject]:
    """Those of a page, and of what is drawn on it."""
    resources = holder.get("/Resources", DictionaryObject()).get_object()
    for font in resources.get("/Font", DictionaryObject()).get_object().values():
        yield font.get_object()
    for drawn in resources.get("/XObject", DictionaryObject()).get_object().values():
        yield from _fonts(drawn.get_object())
