"""The overview of a pair: the account of both documents by relation, and the matrix of items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...anchors.document import Document
from ...layers.coverage import CATEGORIES, Account, account, item_of, items, matrix
from ...layers.links import Pair
from ..apparatus.relations import CATEGORY_NAMES, none_name, row_id
from ..markdown import attribute, escape, link
from ..names import seal
from .flow_picture import flow_figure


def overview_blocks(pair: Pair) -> Iterator[str]:
    """The blocks of the overview page below its breadcrumbs."""
    one, other = pair.implementing, pair.implemented
    yield f"# {escape(one.meta.short_title)}与{escape(other.meta.short_title)}：对照总览 {{#compare}}"
    yield (
        f"{link(f'按{one.meta.short_title}的次序逐条对照', f'by-{one.id}.md')} · {link(f'按{other.meta.short_title}的次序逐条对照', f'by-{other.id}.md')}"
        f" · {link('分类清单', 'lists.md')} · {link('判定的办法', '../../../about/method.md')}"
    )
    yield "## 总账 {#account}"
    yield from _accounts(pair)
    yield (
        "字数按整句计：句中有一个分句相同，全句即计入照录，不等于这些字都相同；哪些词句相同，逐条对照里有标记。"
        "“未见”只是说在那份文件里没有看到，不等于没有做。\n{ .meta }"
    )
    if picture := flow_figure(pair, "../../../"):
        yield "## 各部分之间 {#flow}"
        yield picture
    yield "## 各条之间 {#matrix}"
    yield (
        f"行是{escape(one.meta.short_title)}的各条，列是{escape(other.meta.short_title)}的各条；格中是两条之间的对应数，点数字，看其中第一处。"
        "“部分标题等”是各部分的标题和不属于任何一条的句子。\n{ .meta }"
    )
    yield _matrix(pair)


def _accounts(pair: Pair) -> Iterator[str]:
    documents = (pair.implemented, pair.implementing)
    accounts = {document.id: account(pair, document) for document in documents}
    for document in documents:
        found = accounts[document.id]
        yield (
            f"{seal(document)} **{escape(document.meta.short_title)}** 共 {sum(found.sentences.values())} 句、{sum(found.heads.values())} 个标题，"
            f"{sum(found.characters.values())} 字。每处只按最紧密的一种关系计一次。"
        )
        yield _account_table(pair, document, found)


def _account_table(pair: Pair, document: Document, found: Account) -> str:
    rows = "\n".join(
        _account_row(_category_link(pair, document, name), found, name)
        for name in CATEGORIES
        if name != "unreviewed" or found.sentences[name] + found.heads[name]
    )
    return (
        '<div class="account" markdown="1">\n\n| 关系 | 句 | 占句 | 标题 | 所在句字数 | 占字 |\n|---|--:|---|--:|--:|--:|\n'
        + rows
        + "\n\n</div>"
    )


def _account_row(name: str, found: Account, key: str) -> str:
    sentences, characters = sum(found.sentences.values()), sum(found.characters.values())
    share = _percent(found.sentences[key], sentences)
    bar = f'<i class="bar {key}" style="--n:{share.rstrip("%")}"></i> {share}'
    return (
        f"| {name} | {found.sentences[key]} | {bar} | {found.heads[key]} | {found.characters[key]} "
        f"| {_percent(found.characters[key], characters)} |"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "0.0%"


def _category_link(pair: Pair, document: Document, name: str) -> str:
    if name == "none":
        return link(none_name(pair, document), f"lists.md#list-none-{document.id}")
    if name == "unreviewed":
        return CATEGORY_NAMES[name]
    return link(CATEGORY_NAMES[name], f"lists.md#list-{name}")


def _matrix(pair: Pair) -> str:
    rows, columns = items(pair.implementing), items(pair.implemented)
    counts = matrix(pair)
    first = _first_rows(pair)
    heads = "".join(_column_head(pair.implemented, column) for column in columns)
    body = "\n".join(_matrix_row(pair, row, columns, counts, first) for row in rows)
    caption = (
        f"{attribute(pair.implementing.meta.short_title)}各条（行）与{attribute(pair.implemented.meta.short_title)}各条（列）之间的对应数"
    )
    return (
        f'<table class="matrix" markdown="1">\n<caption markdown="span">{caption}</caption>\n<thead markdown="1"><tr markdown="1">'
        f'<td>{seal(pair.implementing)}↓ {seal(pair.implemented)}→</td>{heads}</tr></thead>\n<tbody markdown="1">\n{body}\n</tbody>\n</table>'
    )


def _first_rows(pair: Pair) -> Mapping[tuple[str, str], str]:
    """The row a cell leads to: the first link between the two items."""
    found: dict[tuple[str, str], str] = {}
    for one in pair.links:
        found.setdefault((item_of(pair.implementing, one.source), item_of(pair.implemented, one.target)), row_id(one))
    return found


def _column_head(document: Document, item: str) -> str:
    if not item:
        return '<th scope="col"><i>部分标题等</i></th>'
    target = f"../../../{document.id}/{document.page(item)}.md#{item}"
    return f'<th scope="col" markdown="span">{link(document.citation(item), target)}<span>{_title(document, item)}</span></th>'


def _matrix_row(
    pair: Pair, row: str, columns: list[str], counts: Mapping[tuple[str, str], int], first: Mapping[tuple[str, str], str]
) -> str:
    document = pair.implementing
    if row:
        target = f"../../../{document.id}/{document.page(row)}.md#{row}"
        head = f"{link(document.citation(row), target)} <span>{_title(document, row)}</span>"
    else:
        head = "<i>部分标题等</i>"
    cells = "".join(_matrix_cell(pair, row, column, counts.get((row, column), 0), first) for column in columns)
    return f'<tr markdown="1"><th scope="row" markdown="span">{head}</th>{cells}</tr>'


def _matrix_cell(pair: Pair, row: str, column: str, count: int, first: Mapping[tuple[str, str], str]) -> str:
    if not count:
        return "<td></td>"
    names = [document.citation(item) if item else "部分标题等" for document, item in ((pair.implementing, row), (pair.implemented, column))]
    label = attribute(f"{pair.implementing.meta.short_title}{names[0]}与{pair.implemented.meta.short_title}{names[1]}：{count} 处对应")
    target = f"by-{pair.implementing.id}.md#{first[row, column]}"
    return f'<td data-item="{attribute(names[1])}" style="--n:{min(count, 10)}" markdown="span">[{count}]({target}){{ aria-label="{label}" }}</td>'


def _title(document: Document, item: str) -> str:
    return escape(document.text(item).rstrip("。"))
