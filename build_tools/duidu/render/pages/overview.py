"""The overview of a pair: the account of both documents by relation, and the matrix of items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...anchors.document import Document
from ...layers.alignment import NONE, Alignment, Closeness, Coverage
from ...layers.coverage import CATEGORIES, CoverageSummary, item_of, items, matrix, none_kinds, summary_of
from ..apparatus.relations import FORMS, category_name, row_id
from ..markdown import attribute, escape, link, sized
from ..names import seal
from ..wording import say
from .flow_picture import flow_figure
from .reading_state import precision_said, unread_remark


def overview_blocks(pair: Alignment) -> Iterator[str]:
    """The blocks of the overview page below its breadcrumbs. Of a pair that nobody has read nothing is counted but what was matched."""
    one, other = pair.implementing, pair.implemented
    names = {"lower": escape(one.meta.short_title), "upper": escape(other.meta.short_title)}
    title = say("compare.page_title", titles=say("compare.titles", **names), name=say("compare.overview_name"))
    yield f"# {title} {{#compare}}"
    ways = [
        *(link(say("compare.ordered", document=document.meta.short_title), f"by-{document.id}.md") for document in (one, other)),
        link(say("compare.lists"), "lists.md"),
        link(say("overview.method"), "../../../about/method.md"),
    ]
    yield " · ".join(ways)
    yield unread_remark(pair)
    yield precision_said(pair)
    if pair.is_read:
        yield f"## {say('overview.account')} {{#account}}"
        yield from _accounts(pair)
        yield f"{say('overview.remark')}\n{{ .meta }}"
        if picture := flow_figure(pair, "../../../"):
            yield f"## {say('overview.flow')} {{#flow}}"
            yield picture
    if pair.counted:
        yield f"## {say('overview.matrix')} {{#matrix}}"
        yield f"{say(_of(pair, 'overview.matrix_said'), **names)}\n{{ .meta }}"
        yield _matrix(pair)


def _of(pair: Alignment, key: str) -> str:
    """The words for a pair that was read, or those for one that was not."""
    return key if pair.is_read else f"{key}_unread"


def _accounts(pair: Alignment) -> Iterator[str]:
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
        yield _account_table(pair, document, found)


def _account_table(pair: Alignment, document: Document, found: CoverageSummary) -> str:
    kinds = none_kinds(pair, document)
    rows = "\n".join(
        _account_row(_category_link(pair, document, name), found, name)
        for name in CATEGORIES
        if not ((name in NONE and name not in kinds) or (name == Coverage.UNREVIEWED and not found.sentences[name] + found.heads[name]))
    )
    columns = " | ".join(say(f"overview.{name}") for name in ("relation", "count", "share", "heads", "characters", "characters_share"))
    return f'<div class="account" markdown="1">\n\n| {columns} |\n|---|--:|---|--:|--:|--:|\n{rows}\n\n</div>'


def _account_row(name: str, found: CoverageSummary, key: str) -> str:
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
        return link(name, f"lists.md#list-{FORMS[Closeness(category)]}")
    kind = "" if document is pair.implementing else category.removeprefix("none")
    return link(name, f"lists.md#list-none-{document.id}{kind}")


def _matrix(pair: Alignment) -> str:
    rows, columns = items(pair.implementing), items(pair.implemented)
    counts = matrix(pair)
    first = _first_rows(pair)
    heads = "".join(_column_head(pair.implemented, column) for column in columns)
    body = "\n".join(_matrix_row(pair, row, columns, counts, first) for row in rows)
    caption = say(
        _of(pair, "overview.matrix_caption"),
        lower=escape(pair.implementing.meta.short_title),
        upper=escape(pair.implemented.meta.short_title),
    )
    form = "matrix" if pair.is_read else "matrix unread"
    return (
        f'<table class="{form}" markdown="1">\n<caption markdown="span">{caption}</caption>\n<thead markdown="1"><tr markdown="1">'
        f'<td>{seal(pair.implementing)}↓ {seal(pair.implemented)}→</td>{heads}</tr></thead>\n<tbody markdown="1">\n{body}\n</tbody>\n</table>'
    )


def _first_rows(pair: Alignment) -> Mapping[tuple[str, str], str]:
    """The row a cell leads to: the first link between the two items."""
    found: dict[tuple[str, str], str] = {}
    for one in pair.counted:
        found.setdefault((item_of(pair.implementing, one.source), item_of(pair.implemented, one.target)), row_id(one))
    return found


def _column_head(document: Document, item: str) -> str:
    if not item:
        return f'<th scope="col"><i>{say("overview.outside")}</i></th>'
    target = f"../../../{document.id}/{document.page(item)}.md#{item}"
    return f'<th scope="col" markdown="span">{link(document.citation(item), target)}<span>{_title(document, item)}</span></th>'


def _matrix_row(
    pair: Alignment, row: str, columns: list[str], counts: Mapping[tuple[str, str], int], first: Mapping[tuple[str, str], str]
) -> str:
    document = pair.implementing
    if row:
        target = f"../../../{document.id}/{document.page(row)}.md#{row}"
        head = f"{link(document.citation(row), target)} <span>{_title(document, row)}</span>"
    else:
        head = f"<i>{say('overview.outside')}</i>"
    cells = "".join(_matrix_cell(pair, row, column, counts.get((row, column), 0), first) for column in columns)
    return f'<tr markdown="1"><th scope="row" markdown="span">{head}</th>{cells}</tr>'


def _matrix_cell(pair: Alignment, row: str, column: str, count: int, first: Mapping[tuple[str, str], str]) -> str:
    if not count:
        return "<td></td>"
    names = [
        document.citation(item) if item else say("overview.outside")
        for document, item in ((pair.implementing, row), (pair.implemented, column))
    ]
    lower, upper = pair.implementing.meta.short_title, pair.implemented.meta.short_title
    label = attribute(say(_of(pair, "overview.cell"), lower=lower, row=names[0], upper=upper, column=names[1], count=count))
    target = f"by-{pair.implementing.id}.md#{first[row, column]}"
    return f'<td data-item="{attribute(names[1])}" class="{sized(min(count, 10), 100)}" markdown="span">[{count}]({target}){{ aria-label="{label}" }}</td>'


def _title(document: Document, item: str) -> str:
    return escape(document.text(item).rstrip("。"))
