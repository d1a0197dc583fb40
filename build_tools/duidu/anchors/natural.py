"""The address a unit has by its own printed number: the path of letters and numbers, ``h2-k1-d1-t2``.

The letter follows the form of the mark, not its depth. Units without a number count within their parent, points
apart from paragraphs. Numbers that run through the document instead of restarting start their own path (``a12``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..model.records import Kind, Marker, Outline, Unit
from ..parse.numbering import running_kinds

LETTERS = {
    Kind.PART: "v",
    Kind.CHAPTER: "c",
    Kind.DIVISION: "s",
    Kind.ARTICLE: "a",
    Kind.SECTION: "h",
    Kind.ITEM: "k",
    Kind.SUBITEM: "n",
    Kind.SUBSUBITEM: "m",
    Kind.CIRCLE: "o",
    Kind.LETTER: "l",
    Kind.ROMAN: "j",
    Kind.DECIMAL: "u",
    Kind.POINT: "d",
    Kind.PARAGRAPH: "p",
    Kind.ANNEX: "x",
    Kind.COMPONENT: "w",
    Kind.HEADING: "e",
    Kind.TABLE: "g",
    Kind.ROW: "r",
    Kind.BOX: "z",
    Kind.FIGURE: "i",
    Kind.FOOTNOTE: "f",
    Kind.SENTENCE: "t",
}
"""The kinds that are not here have the kind's own word for an anchor: title, adopted, number …"""


def with_natural_anchors(parsed: Outline) -> Outline:
    """The same tree, every unit with the anchor of its place and printed number."""
    running = running_kinds(parsed)
    counts: Counter[tuple[str, Kind]] = Counter()

    def name(unit: Unit, parent: str, scope: str, above: Marker | None) -> Unit:
        counts[parent, unit.kind] += 1
        anchor = own_anchor(unit, counts[parent, unit.kind], scope if unit.kind in running else parent, above)
        inner_scope = anchor if unit.kind is Kind.ANNEX else scope
        return replace(unit, anchor=anchor, children=tuple(name(child, anchor, inner_scope, unit.marker) for child in unit.children))

    return replace(parsed, units=tuple(name(unit, "", "", None) for unit in parsed.units))


def own_anchor(unit: Unit, position: int, parent: str, above: Marker | None = None) -> str:
    """The anchor of one unit below ``parent`` (an anchor, "" for the document); ``position`` counts from 1 among its kind.

    ``above`` is the parent's marker: what it says already is not said again (1.1 below 1. is ``n1-u1``).
    """
    letter = LETTERS.get(unit.kind)
    if letter is None:
        own = unit.kind.value if position == 1 else f"{unit.kind.value}{position}"
    else:
        own = letter + (number_of(unit.marker, above) or str(position))
    return f"{parent}-{own}" if parent else own


def number_of(marker: Marker | None, above: Marker | None = None) -> str:
    """The printed number as it goes into an anchor: ``12-b2`` for 第十二条之二, ``1-1`` … joined by ``-u`` for 1.1; "" if none."""
    if marker is None or not marker.numbers:
        return ""
    if marker.kind is Kind.DECIMAL:
        said = above.numbers if above and marker.numbers[: len(above.numbers)] == above.numbers else ()
        return "-u".join(map(str, marker.numbers[len(said) :]))
    return f"{marker.numbers[-1]}" + (f"-b{marker.branch}" if marker.branch else "")
