"""The address a unit has by its own printed number: the path of letters and numbers, ``h2-k1-d1-t2``.

The letter follows the form of the mark, not its depth. Units without a number count within their parent, points
apart from paragraphs. Numbers that run through the document instead of restarting start their own path (``a12``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, product
from string import ascii_lowercase

from ..model.anchor import LETTERS, Anchor, Step
from ..model.markers import annex_word
from ..model.records import TEXTS, Kind, Marker, Outline, Unit
from ..parse.numbering import running_kinds


def with_natural_anchors(parsed: Outline) -> Outline:
    """The same tree, every unit with the anchor of its place and printed number.

    A number that is printed twice below one parent is a fault (OUT002); so that accepting it leads to no other, the second
    has a letter behind it.
    """
    running = running_kinds(parsed)
    used: set[str] = set()
    further: dict[str, Iterator[str]] = {}
    annexes = _annex_numbers(parsed)

    def name(unit: Unit, position: int, parent: str, scope: str, above: Marker | None) -> Unit:
        position = annexes.get(unit.line, position) if unit.kind is Kind.ANNEX else position
        wanted = own_anchor(unit, position, scope if unit.kind in running else parent, above)
        anchor = wanted if wanted not in used else next(free for free in further.setdefault(wanted, lettered(wanted)) if free not in used)
        used.add(anchor)
        return replace(unit, anchor=anchor, children=below(unit.children, anchor, anchor if unit.kind in TEXTS else scope, unit.marker))

    def below(units: tuple[Unit, ...], parent: str, scope: str, above: Marker | None) -> tuple[Unit, ...]:
        counts: Counter[Kind] = Counter()
        named = []
        for unit in units:
            counts[unit.kind] += 1
            named.append(name(unit, counts[unit.kind], parent, scope, above))
        return tuple(named)

    return replace(parsed, units=below(parsed.units, "", "", None))


def _annex_numbers(parsed: Outline) -> dict[int, int]:
    """Line of an annex → its number: the printed one, unless 附件1 and 附表1 stand in one file; then the others are counted on."""
    taken: set[int] = set()
    numbers: dict[int, int] = {}
    annexes = [unit for unit in parsed.units if unit.kind is Kind.ANNEX and unit.marker]
    first = next((_word(unit) for unit in annexes), "")
    for unit in sorted(annexes, key=lambda unit: _word(unit) != first):
        printed = unit.marker.numbers[0] if unit.marker and unit.marker.numbers else 0
        same = _word(unit) == first
        number = (
            printed if printed and (same or printed not in taken) else next(free for free in count(len(taken) + 1) if free not in taken)
        )
        taken.add(number)
        numbers[unit.line] = number
    return numbers


def _word(annex: Unit) -> str:
    """附件, 附录, 附表; 附 is short for 附件."""
    assert annex.marker is not None
    word = annex_word(annex.marker)
    return word if len(word) > 1 else "附件"


def lettered(stem: str) -> Iterator[str]:
    """a2a, a2b, … a2aa …: what is free behind an address that is taken."""
    taken = Anchor.parse(stem)
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield str(taken.inserted("".join(letters)))


def own_anchor(unit: Unit, position: int, parent: str, above: Marker | None = None) -> str:
    """The anchor of one unit below ``parent`` (an anchor, "" for the document); ``position`` counts from 1 among its kind.

    ``above`` is the parent's marker: what it says already is not said again (1.1 below 1. is ``n1-u1``).
    """
    return str(Anchor.parse(parent).below(*_own_steps(unit, position, above)))


def _own_steps(unit: Unit, position: int, above: Marker | None) -> tuple[Step, ...]:
    letter = LETTERS.get(unit.kind)
    if letter is None:
        return (Step(unit.kind.value, position if position > 1 else None),)
    if unit.kind is Kind.ANNEX:
        return (Step(letter, position),)
    if unit.kind is Kind.COMPONENT:
        return (Step(letter, position + 1),)  # the first text has no prefix
    return _printed_steps(letter, unit.marker, above) or (Step(letter, position),)


def _printed_steps(letter: str, marker: Marker | None, above: Marker | None) -> tuple[Step, ...]:
    """The printed number: ``a12-b2`` for 第十二条之二, ``u1-u1`` for 1.1; none where nothing is printed, or the parent says it all."""
    if marker is None or not marker.numbers:
        return ()
    if marker.kind is Kind.DECIMAL:
        said = above.numbers if above and marker.numbers[: len(above.numbers)] == above.numbers else ()
        return tuple(Step(letter, number) for number in marker.numbers[len(said) :])
    return (Step(letter, marker.numbers[-1], branch=marker.branch or None),)
