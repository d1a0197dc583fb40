"""The overview of a pair: the coverage of both documents, summed up, and the matrix of items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage, Link
from ...layers.coverage import CATEGORIES, CoverageSummary, item_of, items, matrix, none_kinds, summary_of
from ..apparatus.relations import FORMS, category_name, none_title, order_name, pair_folder, place, row_id
from ..apparatus.rows import row_address
from ..markdown import attribute, escape, hyperlink, link, sized
from ..names import seal, whole_name
from ..wording import say
from .comparison_frame import UP
from .comparison_listings import words_addresses
from .flow_picture import flow_figure
from .reading_state import precision_said, unread_remark


def overview_blocks(pair: Alignment, by_part: Sequence[str] = ()) -> Iterator[str]:
    """The blocks of the overview page below its breadcrumbs. Of a pair that nobody has read nothing is counted but what was matched.

    ``by_part`` are the ways to the rows, where they stand on several pages.
    """
    one, other = pair.implementing, pair.implemented
    names = {"lower": escape(one.meta.short_title), "upper": escape(other.meta.short_title)}
    whole = {"lower": whole_name(one), "upper": whole_name(other)}
    title = say("compare.page_title", titles=say("compare.titles", **whole), name=say("compare.overview_name"))
    yield f"# {title} {{#compare}}"
    ways = [
        *(link(say("compare.ordered", document=document.meta.short_title), f"{order_name(document)}.md") for document in (one, other)),
        link(say("compare.lists"), "lists.md"),
        *(link(none_title(document), _words(pair, f"none-{document.id}")) for document in ((one, other) if pair.is_read else ())),
        link(say("overview.method"), f"{UP}about/method.md"),
    ]
    yield f"{'　'.join(ways)}\n{{ .ways-on }}"
    yield unread_remark(pair)
    yield precision_said(pair)
    if pair.is_read:
        yield f"## {say('overview.account')} {{#account}}"
        yield from coverage_blocks(pair)
    yield from by_part
    if pair.is_read and (picture := flow_figure(pair, UP)):
        yield f"## {say('overview.flow')} {{#flow}}"
        yield picture
    if pair.counted:
        yield f"## {say('overview.matrix')} {{#matrix}}"
        yield f"{say(_of(pair, 'overview.matrix_said'), **names, **_kinds(pair))}\n{{ .meta }}"
        yield _matrix(pair)


def _of(pair: Alignment, key: str) -> str:
    """The words for a pair that was read, or those for one that was not."""
    return key if pair.is_read else f"{key}_unread"


def _kinds(pair: Alignment) -> dict[str, str]:
    """What the rows and the columns are called: 各条, or 各部分 where no part has heads below it (章 with 条 that have none)."""
    found = {"rows": pair.implementing, "columns": pair.implemented}
    return {
        name: say(f"overview.{'items' if any(map(document.parents.get, items(document))) else 'parts'}") for name, document in found.items()
    }


def coverage_blocks(pair: Alignment, *, on_paper: bool = False) -> Iterator[str]:
    """How much of either document is taken up in which way, each as a table after the paragraph that introduces it; and what to think of it.

    On paper the kinds do not lead to their lists.
    """
    for document in (pair.implemented, pair.implementing):
        found = summary_of(pair, document)
        sentences = sum(found.sentences.values())
        said = say(
            "overview.size" if found.read == sentences else "overview.size_part",
            sentences=sentences,
            heads=sum(found.heads.values()),
            characters=sum(found.characters.values()),
            read=found.read,
        )
        yield f"{seal(document)} **{escape(document.meta.short_title)}** {said}"
        yield _coverage_table(pair, document, found, on_paper=on_paper)
    yield f"{say('overview.remark')}\n{{ .meta }}"


def _coverage_table(pair: Alignment, document: Document, found: CoverageSummary, *, on_paper: bool) -> str:
    kinds = none_kinds(pair, document)
    rows = "\n".join(
        _coverage_row((category_name if on_paper else _category_link)(pair, document, name), found, name)
        for name in CATEGORIES
        if not ((name in NONE and name not in kinds) or (name == Coverage.UNREVIEWED and not found.sentences[name] + found.heads[name]))
    )
    columns = " | ".join(say(f"overview.{name}") for name in ("relation", "count", "share", "heads", "characters", "characters_share"))
    return f'<div class="account" markdown="1">\n\n| {columns} |\n|---|--:|---|--:|--:|--:|\n{rows}\n\n</div>'


def _coverage_row(name: str, found: CoverageSummary, key: str) -> str:
    """Shares are of what was read: what was not has none."""
    counts = f"{found.sentences[key]} | {{}} | {found.heads[key]} | {found.characters[key]} | {{}}"
    if key == Coverage.UNREVIEWED:
        return f"| {name} | {counts.format('—', '—')} |"
    share = _percent(found.sentences[key], found.read)
    form = "none" if key in NONE else FORMS[Closeness(key)]
    bar = f'<i class="bar {form} {sized(found.sentences[key], found.read)}"></i> {share}'
    characters = sum(found.characters.values()) - found.characters[Coverage.UNREVIEWED]
    return f"| {name} | {counts.format(bar, _percent(found.characters[key], characters))} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "0.0%"


def _category_link(pair: Alignment, document: Document, category: str) -> str:
    name = category_name(pair, document, category)
    if category == Coverage.UNREVIEWED:
        return name
    if category not in NONE:
        return link(name, _words(pair, FORMS[Closeness(category)]))
    kind = "" if document is pair.implementing else Coverage(category).kind
    return link(name, _words(pair, f"none-{document.id}", kind))


def _words(pair: Alignment, listing: str, kind: str = "") -> str:
    """The words of a list, from the page of the pair."""
    return words_addresses(pair)[listing, kind].removeprefix(f"{pair_folder(pair)}/")


def _matrix(pair: Alignment) -> str:
    rows, columns = items(pair.implementing), items(pair.implemented)
    counts = matrix(pair)
    first = _first_links(pair)
    body = "\n".join(_matrix_row(pair, row, columns, counts, first) for row in rows)
    caption = say(
        _of(pair, "overview.matrix_caption"),
        lower=escape(pair.implementing.meta.short_title),
        upper=escape(pair.implemented.meta.short_title),
        **_kinds(pair),
    )
    form = "matrix" if pair.is_read else "matrix unread"
    corner = f'<td rowspan="2">{seal(pair.implementing)}↓ {seal(pair.implemented)}→</td>'
    return (
        f'<table class="{form}">\n<caption>{caption}</caption>\n<thead><tr>{corner}{_column_parts(pair.implemented, columns)}</tr>\n'
        f"<tr>{''.join(_column_head(pair.implemented, column) for column in columns)}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _column_parts(document: Document, columns: Sequence[str]) -> str:
    """Above the columns the parts that they belong to; the words where there is room for some."""
    cells = []
    for top, own in groupby(columns, key=lambda item: _top(document, item)):
        span = len(list(own))
        if not top:
            cells.append(f'<td colspan="{span}"></td>')
            continue
        name = f"<span>{_title(document, top)}</span>" if span > 1 else ""
        cells.append(f'<th scope="colgroup" colspan="{span}">{place(document, top, UP)}{name}</th>')
    return "".join(cells)


def _top(document: Document, item: str) -> str:
    return next(reversed([*document.upwards(item)]), "")


def _first_links(pair: Alignment) -> Mapping[tuple[str, str], Link]:
    """The first link between two items."""
    found: dict[tuple[str, str], Link] = {}
    for one in pair.counted:
        found.setdefault((item_of(pair.implementing, one.source), item_of(pair.implemented, one.target)), one)
    return found


def _column_head(document: Document, item: str) -> str:
    if not item:
        return f'<th scope="col"><i>{say("overview.outside")}</i></th>'
    own = document.cite(item).last
    short = place(document, item, UP, str(own) if own and document.parents[item] else "")
    return f'<th scope="col">{short}<span>{_title(document, item)}</span></th>'


def _matrix_row(
    pair: Alignment, row: str, columns: Sequence[str], counts: Mapping[tuple[str, str], int], first: Mapping[tuple[str, str], Link]
) -> str:
    document = pair.implementing
    head = f"{place(document, row, UP)} <span>{_title(document, row)}</span>" if row else f"<i>{say('overview.outside')}</i>"
    cells = "".join(_matrix_cell(pair, row, column, counts.get((row, column), 0), first) for column in columns)
    return f'<tr><th scope="row">{head}</th>{cells}</tr>'


def _matrix_cell(pair: Alignment, row: str, column: str, count: int, first: Mapping[tuple[str, str], Link]) -> str:
    """``?cell=`` has the script show the rows between the two items alone; without scripts the link leads to the first of them."""
    if not count:
        return "<td></td>"
    names = [
        document.citation(item) if item else say("overview.outside")
        for document, item in ((pair.implementing, row), (pair.implemented, column))
    ]
    lower, upper = pair.implementing.meta.short_title, pair.implemented.meta.short_title
    label = say(_of(pair, "overview.cell"), lower=lower, row=names[0], upper=upper, column=names[1], count=count)
    found = first[row, column]
    # What belongs to no item stands in several parts: the rows are together in the order of the document that has the item.
    by = pair.implementing if row or not column else pair.implemented
    query = f"?cell={row}.{column}" if (row or column) and count > 1 else ""
    target = f"{UP}{row_address(pair, by, pair.ends(found, by)[0])}{query}#{row_id(found)}"
    cell = hyperlink(str(count), target, aria_label=label)
    return f'<td data-item="{attribute(names[1])}" class="{sized(min(count, 10), 100)}">{cell}</td>'


def _title(document: Document, item: str) -> str:
    return escape(document.text(item).rstrip("。"))
