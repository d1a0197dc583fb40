"""What a person should know of a Word file as a whole: what was left out or read as it most likely is, and what lies around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from ...model.reading import DELETED, INSERTED, Writer
from .names import local
from .package import Package

_SAID = {
    "inserted": INSERTED,
    "deleted": DELETED,
    "hidden": "{} 处隐藏的文字，没有收入",
    "comments": "{} 条批注，没有收入",
    "formulas": "{} 个公式，只收入了其中的字",
    "ruby": "{} 处注音，注音没有收入",
    "symbols": "{} 个符号字体里的字认不出来，没有收入",
    "equations": "{} 处用域代码排的字（带圈字、注音、分数），读成了一行，核对",
    "lost formulas": "{} 个公式是旧公式编辑器的对象，没有收入",
    "placeholders": "{} 处内容控件没有填写，提示文字没有收入",
}
FEWEST_HAN = 4
"""A header or footer with fewer Chinese characters says nothing but the page's number."""

LONGEST_TARGET = 80
"""Of an address in a message."""


def remark_counted(writer: Writer, seen: Mapping[str, Sequence[int]]) -> None:
    """Of each kind of thing that was left out how many there were, and in which lines. ``seen`` has the lines by kind."""
    for what, words in _SAID.items():
        if found := seen.get(what):
            writer.remark(f"有 {words.format(len(found))}", min(found), max(found))


def remark_parts(writer: Writer, package: Package) -> None:
    """Headers and footers with words; what lies outside the file, which is never opened."""
    for part in package.relations(package.main):
        if part.kind in ("header", "footer") and not part.external:
            words = "".join(_plain(package.part(part.target)))
            if len(re.findall("[㐀-鿿]", words)) >= FEWEST_HAN:
                writer.remark(f"页眉页脚没有收入：“{words.strip()[:30]}”")
        if part.kind in ("attachedTemplate", "subDocument", "frame", "oleObject") and part.external:
            writer.remark("文件引用了外面的模板或文件，没有打开")
        if part.kind == "image" and part.external:
            writer.remark(f"文件引用了外面的图片，没有取来：{part.target[:LONGEST_TARGET]}")
    if package.outside:
        writer.remark(f"压缩包里有指向别处的文件名，没有解开：{package.outside[0][:LONGEST_TARGET]}")
    settings = next((part.target for part in package.relations(package.main) if part.kind == "settings"), "")
    if settings and any(part.external and part.kind == "attachedTemplate" for part in package.relations(settings)):
        writer.remark("文件引用了外面的模板，没有打开")


def _plain(part: Element | None) -> Iterator[str]:
    """The words of a header or footer; where its fields print a page number there are none."""
    return (element.text or "" for element in part.iter() if local(element) == "t") if part is not None else iter(())
