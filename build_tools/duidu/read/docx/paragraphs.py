"""The paragraphs of a Word file → their text as a reader of the accepted text sees it, with what hangs on it: notes, boxes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...text.raised import raised
from .names import attribute, child, is_on, local, value

BREAK = "\n"
"""Inside a paragraph's text: a line broken by hand."""
_SYMBOLS = {
    "F0A8": "□", "F06F": "□", "F071": "□", "F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0FC": "✓", "F050": "✓", "F06C": "●", "F06E": "■", "F0D8": "➢",
    "F0B7": "·",
}  # fmt: skip
"""Characters of symbol fonts that office texts use, by their code."""
_CIRCLED = re.compile(r"\beq\s+\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇◯]\s*[,，;]\s*(\d{1,2})\s*\)", re.IGNORECASE)
"""The field that Word makes of a circled number: EQ \\o\\ac(○,11)."""
SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "rPrChange", "pPrChange"}
)


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read: its text, and what hangs on it."""

    text: str = ""
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    """Where in the text a note is referred to, its kind and id."""
    boxes: list[Element] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """The instructions of the fields that are open."""
    seen: list[str] = field(default_factory=list)
    """What is to be reported: a word for each time."""


def read_inline(parent: Iterable[Element], found: Paragraph) -> None:
    """All text in an element, added to ``found``: insertions are accepted, deletions are not read."""
    for element in parent:
        name = local(element)
        if name in ("del", "moveFrom"):
            found.seen.extend(["deleted"] * any(local(inner) in ("delText", "t") for inner in element.iter()))
        elif name in ("ins", "moveTo"):
            found.seen.extend(["inserted"] * any(local(inner) == "t" for inner in element.iter()))
            read_inline(element, found)
        elif name in _SPECIAL:
            _SPECIAL[name](element, found)
        elif name not in SKIPPED:
            read_inline(element, found)


def chosen(element: Element) -> Iterable[Element]:
    """Of contents written twice for newer and older programs, those for the newer."""
    choice = child(element, "Choice")
    return choice if choice is not None else child(element, "Fallback") or ()


def _ruby(element: Element, found: Paragraph) -> None:
    found.seen.append("ruby")
    read_inline(child(element, "rubyBase") or (), found)


def _formula(element: Element, found: Paragraph) -> None:
    found.seen.append("formulas")
    found.text += "".join(inner.text or "" for inner in element.iter() if local(inner) == "t")


def _run(run: Element, found: Paragraph) -> None:
    if is_on(run, "rPr", "vanish"):
        found.seen.extend(["hidden"] * any(local(inner) == "t" and bool((inner.text or "").strip()) for inner in run.iter()))
        return
    before = len(found.text)
    _run_parts(run, found)
    if (place := value(run, "rPr", "vertAlign")) in ("superscript", "subscript"):
        found.text = found.text[:before] + raised(found.text[before:], place)


def _run_parts(parts: Iterable[Element], found: Paragraph) -> None:
    for element in parts:
        name = local(element)
        if name in _TEXTS:
            found.text += _TEXTS[name](element)
        elif name in _PARTS:
            _PARTS[name](element, found)


def _instruction(element: Element, found: Paragraph) -> None:
    if found.fields:
        found.fields[-1] += element.text or ""


def _field(element: Element, found: Paragraph) -> None:
    """A circled number is a field without a result; of all others the result stands in the text."""
    event = attribute(element, "fldCharType")
    if event == "begin":
        found.fields.append("")
    elif event in ("separate", "end") and found.fields:
        if circled := _CIRCLED.search(found.fields[-1]):
            count = int(circled[1])
            found.text += chr(0x2460 + count - 1) if 1 <= count <= 20 else f"({count})"
        found.fields[-1] = ""
        if event == "end":
            found.fields.pop()


def _symbol(element: Element, found: Paragraph) -> None:
    code = attribute(element, "char").upper()
    point = int(code, 16) if re.fullmatch("[0-9A-F]{1,4}", code) else 0xE000
    if code in _SYMBOLS:
        found.text += _SYMBOLS[code]
    elif 0xD800 <= point <= 0xF8FF:
        found.seen.append("symbols")
    else:
        found.text += chr(point)


def _drawing(element: Element, found: Paragraph) -> None:
    boxes = [inner for inner in element.iter() if local(inner) == "txbxContent"]
    found.boxes.extend(boxes)
    pictures = [inner for inner in element.iter() if local(inner) in ("blip", "imagedata", "OLEObject", "chart")]
    if pictures and not boxes:
        described = next((inner for inner in element.iter() if local(inner) == "docPr"), None)
        words = attribute(described, "descr") or attribute(described, "title")
        found.figures.append("" if _FILE_NAME.search(words) else words.strip())


def _note(element: Element, found: Paragraph) -> None:
    found.notes.append((len(found.text), local(element).removesuffix("Reference"), attribute(element, "id")))


_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|emf|wmf)$|[\r\n]", re.IGNORECASE)
_SPECIAL: dict[str, Callable[[Element, Paragraph], None]] = {
    "r": _run,
    "ruby": _ruby,
    "oMath": _formula,
    "oMathPara": _formula,
    "AlternateContent": lambda element, found: read_inline(chosen(element), found),
}
_TEXTS: dict[str, Callable[[Element], str]] = {
    "t": lambda element: element.text or "",
    "tab": lambda _: "　",
    "ptab": lambda _: "　",
    "cr": lambda _: BREAK,
    "br": lambda element: BREAK if attribute(element, "type", "textWrapping") == "textWrapping" else "",
    "noBreakHyphen": lambda _: "-",
}
_PARTS: dict[str, Callable[[Element, Paragraph], None]] = {
    "instrText": _instruction,
    "fldChar": _field,
    "sym": _symbol,
    "footnoteReference": _note,
    "endnoteReference": _note,
    "commentReference": lambda _, found: found.seen.append("comments"),
    "drawing": _drawing,
    "pict": _drawing,
    "object": _drawing,
    "AlternateContent": lambda element, found: _run_parts(chosen(element), found),
    "ruby": _ruby,
    "r": _run,
}
