"""What a Word file has beside its body that is not read: headers and footers, and what leads out of the file. Each is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .names import local
from .package import Package

_FILES = frozenset({"attachedTemplate", "subDocument", "frame", "oleObject"})
LONGEST_TARGET = 80
"""Of an address in a message."""
FEWEST_WORDS = 4
"""A header with fewer Chinese characters says nothing."""


def package_remarks(package: Package) -> Iterator[str]:
    """What a person should know of it."""
    related = package.relations(package.main)
    for part in related:
        if part.kind in ("header", "footer") and not part.external:
            words = "".join(_plain(package.part(part.target)))
            if len(re.findall("[㐀-鿿]", words)) >= FEWEST_WORDS:
                yield f"页眉页脚没有收入：“{words.strip()[:30]}”"
        if part.kind in _FILES and part.external:
            yield "文件引用了外面的模板或文件，没有打开"
        if part.kind == "image" and part.external:
            yield f"文件引用了外面的图片，没有取来：{part.target[:LONGEST_TARGET]}"
    settings = next((part.target for part in related if part.kind == "settings"), "")
    if settings and any(part.external and part.kind == "attachedTemplate" for part in package.relations(settings)):
        yield "文件引用了外面的模板，没有打开"
    if package.outside:
        yield f"压缩包里有指向别处的文件名，没有解开：{package.outside[0][:LONGEST_TARGET]}"


def _plain(part: Element | None) -> Iterator[str]:
    """The words of a header or footer; where its fields print a page number there are none."""
    return (element.text or "" for element in part.iter() if local(element) == "t") if part is not None else iter(())
