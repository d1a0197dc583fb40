"""数字与时限: the 指标 notes of all documents, the two levels side by side, on a time axis, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...anchors.matching import likeness
from ...layers.layers import Layers
from ...read.notes import Note, Target
from ..exports.data import DATA, as_csv
from ..markdown import escape, link, page_text
from ..names import LEVEL_ORDER, seal
from ..page import Page

SAME_SUBJECT = 0.25
"""From this likeness of their subjects on, two targets in linked sentences stand in one row."""
COLUMNS = ("文件", "单位", "出处", "指标", "数值", "量词", "基期", "期限", "地区", "说明")


@dataclass(frozen=True, slots=True)
class Figure:
    """A target in a document."""

    document: Document
    note: Note
    target: Target


def figures(layers: Layers, documents: Sequence[Document]) -> list[Figure]:
    """All targets, the higher level first, each document in its order."""
    ordered = sorted(documents, key=lambda document: LEVEL_ORDER.index(document.meta.level))
    return [
        Figure(document, note, note.target)
        for document in ordered
        for anchor in document.units
        for note in layers.notes_of(document, anchor)
        if note.target
    ]


def figure_pages(layers: Layers, documents: Sequence[Document]) -> Iterator[Page]:
    """The page and targets.csv."""
    found = figures(layers, documents)
    body = [
        "# 数字与时限 {#figures}",
        f"各级文件里的数字、期限和升降目标，共 {len(found)} 项，有期限的在前。同一行的两格是有对应的两处；“未见”是那一级没有相应的目标。"
        "数值照原文写，说明见各句的注释。\n{ .meta }",
        _timeline(found),
        _table(layers, found),
        "全表可下载：[targets.csv](data/targets.csv)。\n{ .meta }",
    ]
    meta = {
        "title": "数字与时限",
        "description": "各级文件里的指标、数目和期限，并列对照",
        "running": "数字与时限",
        "hide": ["navigation", "toc"],
    }
    yield Page(PurePosixPath("docs/figures.md"), page_text(meta, body))
    yield Page(DATA / "targets.csv", _csv(found))


def _rows(layers: Layers, found: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Higher and lower figures of linked sentences side by side, the most alike subjects first; every figure in one row."""
    linked = {
        (pair.implemented.id, link.target, pair.implementing.id, link.source) for pair in layers.pairs for link in pair.links
    }  # fmt: skip
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
    above = {pair.implemented.id for pair in layers.pairs}
    for position, figure in enumerate(found):
        if position in partner:
            yield figure, found[partner[position]]
        elif position not in partner.values():
            yield (figure, None) if figure.document.id in above else (None, figure)


def _table(layers: Layers, found: Sequence[Figure]) -> str:
    rows = "\n".join(_row(*pair) for pair in sorted(_rows(layers, found), key=lambda pair: _deadline(*pair) or "9999"))
    return (
        '<table class="figures sortable" markdown="1">\n<thead><tr><th scope="col">期限</th><th scope="col">上级</th><th scope="col">下级</th></tr></thead>\n'
        f'<tbody markdown="1">\n{rows}\n</tbody>\n</table>'
    )


def _deadline(upper: Figure | None, lower: Figure | None) -> str:
    return next((figure.target.deadline for figure in (upper, lower) if figure and figure.target.deadline), "")


def _row(upper: Figure | None, lower: Figure | None) -> str:
    deadline = _deadline(upper, lower)
    when = f"{deadline}年" if deadline else "未写明"
    cells = "".join(_cell(figure) for figure in (upper, lower))
    return f'<tr markdown="1"><th scope="row" class="when">{when}</th>{cells}</tr>'


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return '<td class="void">未见</td>'
    target, document = figure.target, figure.document
    base = f"（比{target.base}年）" if target.base else ""
    place = link(document.citation(figure.note.unit), f"{document.id}/{document.page(figure.note.unit)}.md#{figure.note.id}")
    return (
        f'<td markdown="span">{seal(document)} {escape(target.subject)}：<b>{escape(target.value + target.unit)}</b>{base} '
        f'<span class="loc">{place}</span></td>'
    )


def _timeline(found: Sequence[Figure]) -> str:
    """A column a year along one axis; in it the targets of each document, the higher level first."""
    years = sorted({figure.target.deadline for figure in found if figure.target.deadline})
    if not years:
        return ""
    columns = "\n".join(_year(year, [figure for figure in found if figure.target.deadline == year]) for year in years)
    return f'<ol class="timeline" aria-label="有期限的指标" markdown="1">\n{columns}\n</ol>'


def _year(year: str, found: Sequence[Figure]) -> str:
    groups = "\n".join(_targets(document, list(group)) for document, group in groupby(found, lambda figure: figure.document))
    return f'<li markdown="1"><b class="year">{year}年</b>\n{groups}\n</li>'


def _targets(document: Document, found: Sequence[Figure]) -> str:
    words = "\n".join(f"<li>{escape(figure.target.subject)}：{escape(figure.target.value + figure.target.unit)}</li>" for figure in found)
    return f'<p markdown="span">{seal(document)} {escape(document.meta.short_title)} {len(found)} 项</p>\n<ul>\n{words}\n</ul>'


def _csv(found: Sequence[Figure]) -> str:
    return as_csv(
        COLUMNS,
        (
            (
                f.document.meta.short_title, f"{f.document.id}#{f.note.unit}", f.document.citation(f.note.unit), f.target.subject, f.target.value,
                f.target.unit, f.target.base, f.target.deadline, f.target.region, f.note.text,
            )
            for f in found
        ),
    )  # fmt: skip
