"""数字与时限: the 指标 notes of all documents, the levels side by side, on a time axis, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...anchors.matching import likeness
from ...layers.layers import Layers
from ...layers.notes import Note, Target
from ...model.levels import Level, from_the_highest
from ..exports.data import DATA, as_csv
from ..markdown import attribute, escape, link, page_text
from ..names import seal
from ..page import OutputFile, Page
from ..wording import say

SAME_SUBJECT = 0.25
"""From this likeness of their subjects on, two targets in linked sentences stand in one row."""
COLUMNS = ("document", "unit", "place", "subject", "value", "measure", "base", "deadline", "region", "text")
"""The columns of targets.csv, by the words for their heads."""


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A target in a document."""

    document: Document
    note: Note
    target: Target


def targets(layers: Layers, documents: Sequence[Document]) -> list[PlacedTarget]:
    """All targets, the higher level first, each document in its order."""
    ordered = sorted(documents, key=lambda document: document.meta.level.rank)
    return [
        PlacedTarget(document, note, note.target)
        for document in ordered
        for anchor in document.units
        for note in layers.notes.at(document, anchor)
        if note.target
    ]


def target_files(layers: Layers, documents: Sequence[Document]) -> Iterator[OutputFile]:
    """targets.csv, and the page if there is any target."""
    found = targets(layers, documents)
    yield OutputFile(DATA / "targets.csv", _csv(found))
    if not found:
        return
    title = say("figures.title")
    body = [
        f"# {title} {{#figures}}",
        f"{say('figures.lead', count=len(found))}\n{{ .meta }}",
        _timeline(found),
        _table(layers, documents, found),
        f"{say('figures.download')}\n{{ .meta }}",
    ]
    meta = {"title": title, "description": say("figures.description"), "running": title, "hide": ["navigation", "toc"]}
    yield Page(PurePosixPath("docs/figures.md"), page_text(meta, body))


def _rows(layers: Layers, found: Sequence[PlacedTarget]) -> list[list[PlacedTarget]]:
    """The targets of linked sentences together, from the highest level down, each with the one of the most alike subject; every target in one row.

    Only links that a person has read bring targets together.
    """
    linked = {
        (pair.implemented.id, link.target, pair.implementing.id, link.source)
        for pair in layers.links.alignments
        if pair.is_read
        for link in pair.counted
    }
    candidates = sorted(
        (-likeness(upper.target.subject, lower.target.subject), found.index(upper), found.index(lower))
        for upper in found
        for lower in found
        if (upper.document.id, upper.note.unit, lower.document.id, lower.note.unit) in linked
    )
    partner: dict[int, int] = {}
    for unlike, upper, lower in candidates:
        if -unlike >= SAME_SUBJECT and upper not in partner and lower not in partner.values():
            partner[upper] = lower
    return [list(_chain(found, partner, position)) for position in range(len(found)) if position not in partner.values()]


def _chain(found: Sequence[PlacedTarget], partner: Mapping[int, int], position: int | None) -> Iterator[PlacedTarget]:
    """A target and what faces it at the levels below."""
    while position is not None:
        yield found[position]
        position = partner.get(position)


def _table(layers: Layers, documents: Sequence[Document], found: Sequence[PlacedTarget]) -> str:
    """A row a target, a column a level."""
    levels = from_the_highest(document.meta.level for document in documents)
    ordered = sorted(_rows(layers, found), key=lambda row: _deadline(row) or "9999")
    opening = {id(next(rows)) for _, rows in groupby(ordered, _deadline)}
    rows = "\n".join(_row(layers, levels, row, opens=id(row) in opening) for row in ordered)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in (say("figures.deadline"), *(level.name for level in levels)))
    return (
        f'<table class="figures sortable" markdown="1">\n<thead><tr>{heads}</tr></thead>\n<tbody markdown="1">\n{rows}\n</tbody>\n</table>'
    )


def _deadline(row: Sequence[PlacedTarget]) -> str:
    return next((one.target.deadline for one in row if one.target.deadline), "")


def _row(layers: Layers, levels: Sequence[Level], row: Sequence[PlacedTarget], *, opens: bool) -> str:
    """``opens``: the first row of its year, which a phone has above them like a heading."""
    deadline = _deadline(row)
    when = say("figures.year", year=deadline) if deadline else say("figures.no_year")
    cells = "".join(_cells(layers, level, row) for level in levels)
    return f'<tr markdown="1"><th scope="row" class="{"when first" if opens else "when"}">{when}</th>{cells}</tr>'


def _cells(layers: Layers, level: Level, row: Sequence[PlacedTarget]) -> str:
    """What the row has at a level, or why it has nothing there: looked for and not there, or not looked for. The level is named where no column is."""
    here = [one for one in row if one.document.meta.level == level]
    if here:
        return f'<td markdown="span">{"<br>".join(map(_target, here))}</td>'
    pairs = [pair for one in row for pair in layers.links.of(one.document) if pair.other(one.document).meta.level == level]
    said = "" if not pairs else say("figures.absent" if all(pair.is_read_whole for pair in pairs) else "figures.unread")
    return f'<td class="void" data-level="{attribute(level.name)}">{said}</td>' if said else '<td class="void"></td>'


def _target(one: PlacedTarget) -> str:
    target, document = one.target, one.document
    base = say("figures.base", year=target.base) if target.base else ""
    place = link(document.citation(one.note.unit), f"{document.id}/{document.page(one.note.unit)}.md#{one.note.id}")
    return f'{seal(document)} {escape(target.subject)}：<b>{escape(target.value + target.unit)}</b>{base} <span class="loc">{place}</span>'


def _timeline(found: Sequence[PlacedTarget]) -> str:
    """A column a year along one axis; in it the targets of each document, the higher level first."""
    years = sorted({one.target.deadline for one in found if one.target.deadline})
    if not years:
        return ""
    columns = "\n".join(_year(year, [one for one in found if one.target.deadline == year]) for year in years)
    return f'<ol class="timeline" aria-label="{attribute(say("figures.timeline"))}" markdown="1">\n{columns}\n</ol>'


def _year(year: str, found: Sequence[PlacedTarget]) -> str:
    groups = "\n".join(_targets(document, list(group)) for document, group in groupby(found, lambda one: one.document))
    return f'<li markdown="1"><b class="year">{say("figures.year", year=year)}</b>\n{groups}\n</li>'


def _targets(document: Document, found: Sequence[PlacedTarget]) -> str:
    words = "\n".join(f"<li>{escape(one.target.subject)}：{escape(one.target.value + one.target.unit)}</li>" for one in found)
    said = say("figures.count", document=f"{seal(document)} {escape(document.meta.short_title)}", count=len(found))
    return f'<p markdown="span">{said}</p>\n<ul>\n{words}\n</ul>'


def _csv(found: Sequence[PlacedTarget]) -> str:
    return as_csv(
        [say(f"figures_csv.{column}") for column in COLUMNS],
        (
            (
                f.document.meta.short_title, f"{f.document.id}#{f.note.unit}", f.document.citation(f.note.unit), f.target.subject, f.target.value,
                f.target.unit, f.target.base, f.target.deadline, f.target.region, f.note.text,
            )
            for f in found
        ),
    )  # fmt: skip
