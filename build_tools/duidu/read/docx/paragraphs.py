"""The paragraphs of a Word file → their text as a reader of the accepted text sees it, with what hangs on it: notes, boxes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...model.markers import SYMBOL_BULLETS
from ...text.raised import raised
from .drawings import chosen, drawn
from .fields import Field, equation
from .names import attribute, child, is_on, local
from .styles import Styles

BREAK = "\n"
"""Inside a paragraph's text: a line broken by hand."""
_ENDS = re.compile("[\r\n]+")
_SYMBOLS = {f"{ord(code):04X}": sign for code, sign in SYMBOL_BULLETS.items()} | {
    "F0A8": "□", "F06F": "□", "F071": "□", "F0FE": "☑", "F052": "☑", "F0FD": "☒", "F050": "✓", "F0B7": "·",
}  # fmt: skip
"""Characters of symbol fonts that office texts use, by their code: those before points, and boxes to tick. Within a text • is ·."""
SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "rPrChange", "pPrChange"}
)


@dataclass(slots=True)
class NoteReference:
    """Where in the text a note is referred to: its kind and id ("" for one that was typed by hand), and its mark, if it is not counted."""

    place: int
    kind: str
    identity: str
    mark: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read: its text, and what hangs on it."""

    styles: Styles
    fields: list[Field]
    """Those that are open; they may go on over many paragraphs."""
    text: str = ""
    notes: list[NoteReference] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    """Where raised characters stand in the text."""
    boxes: list[Element] = field(default_factory=list)
    letterings: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """What is to be reported: a word for each time."""
    is_contents: bool = False
    """Whether it stands in a table of contents."""


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


def _control(element: Element, found: Paragraph) -> None:
    """A content control that nobody has filled in shows what to fill in."""
    if is_on(element, "sdtPr", "showingPlcHdr"):
        found.seen.append("placeholders")
    else:
        read_inline(element, found)


def _ruby(element: Element, found: Paragraph) -> None:
    found.seen.append("ruby")
    read_inline(child(element, "rubyBase") or (), found)


def _formula(element: Element, found: Paragraph) -> None:
    found.seen.append("formulas")
    found.text += "".join(inner.text or "" for inner in element.iter() if local(inner) == "t")


def _run(run: Element, found: Paragraph) -> None:
    properties = child(run, "rPr")
    if found.styles.is_hidden(properties):
        found.seen.extend(["hidden"] * any(local(inner) == "t" and bool((inner.text or "").strip()) for inner in run.iter()))
        _run_parts((inner for inner in run if local(inner) in ("fldChar", "instrText")), found)
        return
    before, notes = len(found.text), len(found.notes)
    _run_parts(run, found)
    if (place := found.styles.raised(properties)) in ("superscript", "subscript"):
        found.text = found.text[:before] + raised(found.text[before:], place)
        if place == "superscript":
            start = found.raised.pop()[0] if found.raised and found.raised[-1][1] == before else before
            found.raised.append((start, len(found.text)))
    for note in found.notes[notes:]:
        if note.mark:
            # Its mark is written out behind it.
            note.mark = found.text[note.place :].strip()
            found.text = found.text[: note.place]


def _run_parts(parts: Iterable[Element], found: Paragraph) -> None:
    for element in parts:
        name = local(element)
        if name in _TEXTS:
            if all(one.in_result for one in found.fields):
                found.text += _TEXTS[name](element)
                found.is_contents |= any(one.is_contents for one in found.fields)
        elif name in _PARTS:
            _PARTS[name](element, found)


def _instruction(element: Element, found: Paragraph) -> None:
    if found.fields:
        found.fields[-1].instruction += element.text or ""


def _field(element: Element, found: Paragraph) -> None:
    """A field without a result shows what its instruction says; of all others the result stands in the text."""
    event = attribute(element, "fldCharType")
    if event == "begin":
        found.fields.append(Field())
    elif event in ("separate", "end") and found.fields:
        opened = found.fields[-1]
        if not opened.in_result:
            opened.in_result = True
            if all(one.in_result for one in found.fields) and (shown := equation(opened.instruction)):
                found.text += shown
                found.seen.append("equations")
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
    shown = drawn(element)
    found.boxes.extend(shown.boxes)
    found.letterings.extend(shown.letterings)
    if shown.formula:
        found.seen.append("lost formulas")
    elif shown.pictures:
        found.figures.append(shown.described)


def _note(element: Element, found: Paragraph) -> None:
    follows = attribute(element, "customMarkFollows", "0") not in ("0", "false", "off")
    found.notes.append(NoteReference(len(found.text), local(element).removesuffix("Reference"), attribute(element, "id"), "*" * follows))


_SPECIAL: dict[str, Callable[[Element, Paragraph], None]] = {
    "r": _run,
    "sdt": _control,
    "ruby": _ruby,
    "oMath": _formula,
    "oMathPara": _formula,
    "AlternateContent": lambda element, found: read_inline(chosen(element), found),
}
_TEXTS: dict[str, Callable[[Element], str]] = {
    "t": lambda element: _ENDS.sub(" ", element.text or ""),
    "tab": lambda _: "　",
    "ptab": lambda _: "　",
    "cr": lambda _: BREAK,
    "br": lambda _: BREAK,
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
