"""The rows of a pair as finished HTML: the implemented document left, the relation between, the implementing one right.

```
<section class="group" aria-labelledby="group-h2-k1">
<h2 id="group-h2-k1">…</h2>
<table class="pairs">
<tbody>                                                                a run of rows that share the upper unit
<tr id="row-h2-k1-h2-k1" data-r="adapt" data-c="h2-k1.h2-k1">
<td class="up" rowspan="2">…</td><th scope="row">落实 ¶</th><td>…</td>
</tr>
```

``data-r`` is what the row shows, for the filters above; ``data-c`` the items of both ends, by which a cell of the matrix finds its rows.
A ``.t`` is official text, that of the unit to which the first link of the ``.loc`` before it leads: ``prove/quotes.py`` relies on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness
from ...layers.coverage import item_of
from ..apparatus.relations import (
    FORMS,
    PAPER,
    legend,
    marked,
    merged,
    none_label,
    none_name,
    none_row_id,
    only,
    place,
    relation_label,
    relation_name,
    row_id,
)  # fmt: skip
from ..apparatus.rows import Group, Row, state_of_row
from ..markdown import attribute, escape, hyperlink
from ..names import gap_after, seal
from ..wording import say


def group_section(pair: Alignment, document: Document, group: Group, up: str) -> str:
    """A group with its head and the number of its rows. ``up`` leads from the page to docs/."""
    identity = group_id(group)
    count = sum(len(run) for run in group.runs)
    return (
        f'<section class="group" aria-labelledby="{identity}">\n<h2 id="{identity}">{group_name(document, group)}'
        f"<small>{say('compare.count_rows', count=count)}</small></h2>\n{group_table(pair, document, group, up)}\n</section>"
    )


def group_id(group: Group) -> str:
    """The id of its head."""
    return f"group-{group.head or 'preamble'}" + ("-2" if group.continued else "")


def group_table(pair: Alignment, document: Document, group: Group, up: str | None) -> str:
    """The rows of a group. ``up`` leads from the page to docs/; on ``PAPER`` nothing is a link."""
    heads = [f'<th scope="col">{seal(side)} {escape(side.meta.short_title)}</th>' for side in (pair.implemented, pair.implementing)]
    runs = "\n".join(_run(pair, document, run, up) for run in _with_last(group.runs))
    return (
        f'<table class="pairs">\n<thead><tr>{heads[0]}<th scope="col">{say("compare.column")}</th>{heads[1]}</tr></thead>\n{runs}\n</table>'
    )


def group_name(document: Document, group: Group) -> str:
    """The head that the rows stand under, as HTML."""
    if not group.head:
        return escape(say("compare.preamble"))
    marker = document.marker(group.head)
    words = f'<span class="marker">{escape(marker)}</span>{gap_after(marker)}{escape(document.text(group.head).rstrip("。"))}'
    return say("compare.continued", name=words) if group.continued else words


_Run = tuple[tuple[Row, ...], str]
"""Rows, and the lower unit of the row before them."""


def _with_last(runs: Iterable[tuple[Row, ...]]) -> Iterator[_Run]:
    last = ""
    for run in runs:
        yield run, last
        last = run[-1].lower


def _run(pair: Alignment, document: Document, run: _Run, up: str | None) -> str:
    rows, last = run
    if not rows[0].found and state_of_row(pair, rows[0]) == "unread":
        return _unread(document, [row.lower or row.upper for row in rows], up)
    lines = []
    for row in rows:
        cells = [*([_upper(pair, rows, up)] if row is rows[0] else ()), _relation(pair, row, up), _lower(pair, row, last, up)]
        lines.append(
            f'<tr id="{_identity(pair, row)}" data-r="{state_of_row(pair, row)}" data-c="{attribute(_cell(pair, row))}">{"".join(cells)}</tr>'
        )
        last = row.lower
    return "<tbody>\n" + "\n".join(lines) + "\n</tbody>"


def _unread(document: Document, units: Sequence[str], up: str | None) -> str:
    """What nobody has read and the program has not found: by place alone, each with the address that a row of its own would have."""
    places = "、".join(
        f'<span id="{none_row_id(document, anchor)}">{place(document, anchor, up)}</span>' for anchor in units
    )  # fmt: skip
    label = f'<b class="rel auto">{say("none.unreviewed")}</b>'
    return f'<tbody>\n<tr class="places" data-r="unread"><td colspan="3">{label} {seal(document)} {places}</td></tr>\n</tbody>'


def _identity(pair: Alignment, row: Row) -> str:
    if row.found:
        return row_id(row.found)
    return none_row_id(pair.implementing, row.lower) if row.lower else none_row_id(pair.implemented, row.upper)


def _cell(pair: Alignment, row: Row) -> str:
    """The items of both ends."""
    return f"{item_of(pair.implementing, row.lower)}.{item_of(pair.implemented, row.upper)}"


def _upper(pair: Alignment, rows: Sequence[Row], up: str | None) -> str:
    upper, span = rows[0].upper, f' rowspan="{len(rows)}"' if len(rows) > 1 else ""
    if not upper:
        return f'<td class="up void">{say("none.absent", document=escape(pair.implemented.meta.short_title))}</td>'
    found = [row.found for row in rows if row.found]
    text = merged(pair, found) if found else escape(pair.implemented.text(upper))
    shared = f" <small>{say('compare.shared_by', count=len(rows))}</small>" if span else ""
    loc = f'<span class="loc">{seal(pair.implemented)} {place(pair.implemented, upper, up)}{shared}</span>'
    return f'<td class="up"{span}><div class="stay">{loc}{quoted(pair.implemented, upper, text)}</div></td>'


def _relation(pair: Alignment, row: Row, up: str | None) -> str:
    label = relation_label(row.found) if row.found else _single_label(pair, row)
    if up is PAPER:
        return f'<th scope="row">{label}</th>'
    here = hyperlink("¶", f"#{_identity(pair, row)}", class_="pil", aria_label=say("compare.row_link"))
    return f'<th scope="row">{label} {here}</th>'


def _single_label(pair: Alignment, row: Row) -> str:
    """A head alone adds nothing: it is only said to have no counterpart."""
    document, anchor = (pair.implementing, row.lower) if row.lower else (pair.implemented, row.upper)
    name = say("none.head") if document.units[anchor].is_head else none_label(pair, document, pair.state(document, anchor))
    return only(pair, document, name)


def _lower(pair: Alignment, row: Row, last: str, up: str | None) -> str:
    document = pair.implementing
    if not row.lower:
        return f'<td class="void">{say("none.absent", document=escape(document.meta.short_title))}</td>'
    text = marked(pair, row.found)[0] if row.found else escape(document.text(row.lower))
    note = f'<span class="why">{escape(row.found.note)}</span>' if row.found and row.found.note else ""
    loc = f'<span class="loc">{seal(document)} {place(document, row.lower, up)}</span>'
    return f"<td>{loc}{quoted(document, row.lower, text, again=row.lower == last)}{note}</td>"


def quoted(document: Document, anchor: str, text: str, *, again: bool = False) -> str:
    """Official text beside the link to its place; ``text`` is that of the unit as HTML, with marks. ``again``: it stands just above."""
    return f'<span class="t{" again" if again else ""}">{escape(document.marker(anchor))}{text}</span>'


# What stands above the rows


def states(pair: Alignment, rows: Iterable[Row]) -> Mapping[str, int]:
    """How many rows show what, in the order of the legend; only what is there."""
    found = Counter(state_of_row(pair, row) for row in rows)
    return {state: found[state] for state in ORDER if found[state]}


ORDER = (*FORMS.values(), "auto", "lower", "upper", "unread")


def state_word(pair: Alignment, state: str) -> str:
    """同文, 部分同文 …, 仅市, 自动匹配，未判读, 未判读."""
    return {
        **{form: relation_name(closeness) for closeness, form in FORMS.items()},
        "auto": say("relation.automatic"),
        "lower": none_name(pair, pair.implementing),
        "upper": none_name(pair, pair.implemented),
        "unread": say("none.unreviewed"),
    }[state]


def counts_said(pair: Alignment, counts: Mapping[str, int]) -> str:
    """同文 1，部分同文 19，…, each with its number on one line."""
    named = (say("home.count", name=escape(state_word(pair, state)), count=count) for state, count in counts.items())
    return "，".join(f"<span>{said}</span>" for said in named)


def chips(pair: Alignment, counts: Mapping[str, int], lists: Mapping[str, str]) -> str:
    """Filters by relation, where there is more than one kind of row; without scripts they lead to the lists."""
    made = "".join(
        f'<a class="chip" href="{lists[state]}" data-r="{state}">{escape(state_word(pair, state))} <b>{count}</b></a>'
        for state, count in counts.items()
    )
    said = '<span class="shown" role="status"></span>'
    return f'<nav class="chips" aria-label="{attribute(say("compare.chips"))}">{made if len(counts) > 1 else ""}{said}</nav>'


def key(pair: Alignment) -> str:
    """What the relations and the marks mean; of a pair that nobody has read only what its pages have."""
    unread = say("none.unreviewed")
    entries = [
        (f'<b class="rel {form}">{relation_name(closeness)}</b>', say(f"legend.{closeness.value}"))
        for closeness, form in (FORMS.items() if pair.is_read else ())
    ]
    if pair.is_read:
        names = {"lower": escape(pair.implementing.meta.short_title), "upper": escape(pair.implemented.meta.short_title)}
        kinds = "、".join(say(f"none.{kind.value}") for kind in NONE)
        entries += [
            (only(pair, pair.implementing, none_name(pair, pair.implementing)), say("legend.lower", **names)),
            (only(pair, pair.implemented, none_name(pair, pair.implemented)), say("legend.upper", **names, kinds=kinds)),
            (f'<b class="rel auto">{say("relation.suspect", relation=relation_name(Closeness.ADAPT))}</b>', say("legend.suspect")),
        ]
    entries += [
        (f'<b class="rel auto">{say("relation.automatic")}</b>', say("legend.automatic")),
        (f'<b class="rel auto">{unread}</b>', say("legend.unreviewed")),
    ]
    shown = "".join(f"<div><dt>{sign}</dt><dd>{said}</dd></div>" for sign, said in entries)
    return f'<details class="legend"><summary>{say("legend.title")}</summary><dl>{shown}</dl><p>{legend()}</p></details>'
