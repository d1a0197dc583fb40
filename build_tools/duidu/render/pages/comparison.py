"""The pages of a pair of documents: overview, aligned rows in the order of either, lists by relation. Four at most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...anchors.document import Document
from ...layers.coverage import without_counterpart
from ...layers.links import Coverage, Link, Pair, compared_units
from ...model.records import Unit
from ..apparatus.relations import RELATIONS, marked, none_name, none_row_id, pair_folder, place_link, relation_label, row_id
from ..markdown import escape, link, page_text
from ..names import LEVEL_ORDER, seal
from ..page import Page
from .flow_picture import flow_figure
from .overview import overview_blocks

UP = "../../../"
"""From a pair's page to docs/."""


def comparison_pages(pair: Pair) -> Iterator[Page]:
    """Overview, the rows in the order of either document, the lists."""
    titles = f"{pair.implementing.meta.short_title}与{pair.implemented.meta.short_title}"
    yield _page(pair, "index", f"{titles}：对照总览", [_crumbs(pair, ""), *overview_blocks(pair)])
    for document in (pair.implementing, pair.implemented):
        yield _page(pair, f"by-{document.id}", f"{titles}：按{document.meta.short_title}的次序逐条对照", _rows_page(pair, document))
    yield _page(pair, "lists", f"{titles}：分类清单", _lists_page(pair))


def _page(pair: Pair, name: str, title: str, body: list[str]) -> Page:
    meta = {
        "title": title,
        "description": f"{title}。逐句列出照录、落实、呼应，以及没有对应的条文。",
        "running": f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}",
        "colophon": "对照由人判读，以正式文本为准",
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return Page(PurePosixPath("docs", pair_folder(pair), f"{name}.md"), page_text(meta, body))


def _crumbs(pair: Pair, here: str) -> str:
    names = (
        f"{seal(pair.implementing)} {escape(pair.implementing.meta.place)} ↔ {seal(pair.implemented)} {escape(pair.implemented.meta.place)}"
    )
    steps = [link("首页", f"{UP}index.md"), link("省市对照", "../../index.md"), f"[{names}](index.md)" if here else names]
    trail = ' <span class="aid" aria-hidden="true">›</span> '.join([*steps, *([here] if here else [])])
    return f'<nav class="crumbs" aria-label="所在位置" markdown="1">\n\n{trail}\n\n</nav>'


def _rows_page(pair: Pair, document: Document) -> list[str]:
    other = pair.other(document)
    heading = f"按{document.meta.short_title}的次序逐条对照"
    body = [
        _crumbs(pair, "逐条对照"),
        f"# {escape(heading)} {{#compare}}",
        f"<mark>黄底</mark>是两文共有的词句，<span class='like'>黄线</span>是意思相当的词句，<span class='diff'>曲线</span>是互相替换的词句。另有{link(f'按{other.meta.short_title}的次序', f'by-{other.id}.md')}"
        f"、{link('分类清单', 'lists.md')}和{link('总览', 'index.md')}。\n{{ .meta }}",
        _contents(document),
    ]
    for group, anchors in _groups(document):
        body.append(_group_heading(document, group))
        body.append(_table(pair, document, anchors))
    return body


def _groups(document: Document) -> Iterator[tuple[Unit | None, list[str]]]:
    """The compared units in order, grouped by the head they stand under; each head opens its own group."""
    group: Unit | None = None
    anchors: list[str] = []
    for anchor in compared_units(document):
        unit = document.units[anchor]
        if unit.is_head:
            if anchors:
                yield group, anchors
            group, anchors = unit, []
        anchors.append(anchor)
    if anchors:
        yield group, anchors


def _depth(document: Document, anchor: str) -> int:
    depth = 0
    while anchor := document.parents[anchor]:
        depth += 1
    return depth


def _group_heading(document: Document, group: Unit | None) -> str:
    if group is None:
        return "## 前言 {#group-preamble}"
    text = f"{document.marker(group.anchor)}{document.text(group.anchor)}".rstrip("。")
    return f"{'#' * min(_depth(document, group.anchor) + 2, 6)} {escape(text)} {{#group-{group.anchor}}}"


def _contents(document: Document) -> str:
    lines = []
    for group, _ in _groups(document):
        if group is not None:
            indent = "    " * _depth(document, group.anchor)
            name = f"{document.marker(group.anchor)}{document.text(group.anchor)}".rstrip("。")
            lines.append(f"{indent}- {link(name, f'#group-{group.anchor}')}")
    inner = "\n".join(lines)
    return f'<details class="contents" tabindex="0" aria-label="目次" markdown="1">\n<summary>目次</summary>\n\n{inner}\n\n</details>'


def _table(pair: Pair, document: Document, anchors: list[str]) -> str:
    sides = _sides(pair)
    heads = "".join(f'<th scope="col">{seal(side)} {escape(side.meta.short_title)}</th>' for side in sides)
    rows = "\n".join(row for anchor in anchors for row in _rows(pair, document, anchor))
    return (
        f'<table class="pairs" markdown="1">\n<thead><tr><th scope="col">关系</th>{heads}</tr></thead>\n'
        f'<tbody markdown="1">\n{rows}\n</tbody>\n</table>'
    )


def _sides(pair: Pair) -> tuple[Document, Document]:
    """The higher level left, the lower right, whichever document orders the page."""
    first, second = sorted((pair.implemented, pair.implementing), key=lambda document: LEVEL_ORDER.index(document.meta.level))
    return first, second


def _rows(pair: Pair, document: Document, anchor: str) -> Iterator[str]:
    found = pair.links_of(document, anchor)
    yield from (_linked_row(pair, one) for one in found)
    if not found:
        yield _single_row(pair, document, anchor)


def _linked_row(pair: Pair, found: Link) -> str:
    texts = dict(zip((pair.implementing.id, pair.implemented.id), marked(pair, found), strict=True))
    anchors = {pair.implementing.id: found.source, pair.implemented.id: found.target}
    cells = "".join(_cell(side, anchors[side.id], texts[side.id]) for side in _sides(pair))
    note = f'<span class="why">{escape(found.note)}</span>' if found.note else ""
    return _row(row_id(found), f"{relation_label(found)}{note}", cells)


def _single_row(pair: Pair, document: Document, anchor: str) -> str:
    form = "new" if document is pair.implementing else "gone"
    known = pair.state(document, anchor) is Coverage.NONE
    label = _none_label(pair, document, anchor, form) if known else '<b class="rel auto">未判读</b>'
    absent = f'<td class="void">{escape(pair.other(document).meta.short_title)}中{"未见相应内容" if known else "尚未查对"}</td>'
    cells = "".join(_cell(side, anchor, escape(side.text(anchor))) if side is document else absent for side in _sides(pair))
    return _row(none_row_id(document, anchor), label, cells)


def _none_label(pair: Pair, document: Document, anchor: str, form: str) -> str:
    """A head alone adds nothing: it is only said to have no counterpart."""
    is_head = document.units[anchor].is_head
    return f'<b class="rel {form}">{"标题无对应" if is_head else none_name(pair, document)}</b>'


def _row(identity: str, label: str, cells: str) -> str:
    here = f'<a class="aid" href="#{identity}" >本行链接</a>'
    return f'<tr id="{identity}" markdown="1"><th scope="row">{label} {here}</th>{cells}</tr>'


def _cell(side: Document, anchor: str, text: str) -> str:
    return (
        f'<td markdown="span"><span class="loc">{seal(side)} {place_link(side, anchor, UP)}</span><span class="t">'
        f"{escape(side.marker(anchor))}{text}</span></td>"
    )


def _lists_page(pair: Pair) -> list[str]:
    body = [_crumbs(pair, "分类清单"), "# 分类清单 {#lists}", _lists_contents(pair)]
    for relation, name in RELATIONS.items():
        found = [one for one in pair.links if one.relation is relation]
        body.append(f"## {name}（{len(found)} 对） {{#list-{relation.value}}}")
        body.append("\n".join(_pair_line(pair, one) for one in found) or "没有。")
    for document in (pair.implementing, pair.implemented):
        sentences, heads = without_counterpart(pair, document)
        name = none_name(pair, document)
        body.append(f"## {seal(document)} {escape(document.meta.short_title)}：{name}（{len(sentences)} 句） {{#list-none-{document.id}}}")
        body.append("\n".join(_none_line(document, anchor) for anchor in sentences) or "没有。")
        if heads:
            body.append(f"没有对应的标题 {len(heads)} 个：" + "；".join(_none_words(document, anchor) for anchor in heads) + "。")
    return body


def _lists_contents(pair: Pair) -> str:
    ways = [link(name, f"#list-{relation.value}") for relation, name in RELATIONS.items()]
    ways += [link(none_name(pair, d), f"#list-none-{d.id}") for d in (pair.implementing, pair.implemented)]
    return " · ".join(ways) + "\n{ .meta }"


def _pair_line(pair: Pair, found: Link) -> str:
    ends = f"{seal(pair.implementing)} {place_link(pair.implementing, found.source, UP)} ↔ {seal(pair.implemented)} {place_link(pair.implemented, found.target, UP)}"
    row = link("逐条对照", f"by-{pair.implementing.id}.md#{row_id(found)}")
    words = "".join(_quoted(first) for first in dict.fromkeys(first for first, _ in found.evidence))
    return f"- {ends}　{relation_label(found) if found.state != 'confirmed' else ''}{words}　{row}"


def _quoted(words: str) -> str:
    """Quotation marks inside a quotation are single ones (GB/T 15834)."""
    return f"“{escape(words.translate({ord('“'): '‘', ord('”'): '’'}))}”"


def _none_line(document: Document, anchor: str) -> str:
    return f"- {_none_words(document, anchor)}"


def _none_words(document: Document, anchor: str) -> str:
    return f"{place_link(document, anchor, UP)}　{escape(document.marker(anchor) + document.text(anchor)).rstrip('。')}"


PICTURED = 3
"""So many pairs are shown as pictures on the page that lists them."""


def compare_index(pairs: tuple[Pair, ...]) -> Page:
    """The page that lists all pairs of documents."""
    lines = []
    for pair in pairs:
        own, left = (len(without_counterpart(pair, document)[0]) for document in (pair.implementing, pair.implemented))
        ends = f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}"
        folder = f"{pair.implementing.id}/{pair.implemented.id}"
        counts = "，".join(f"{name} {sum(one.relation is relation for one in pair.links)} 对" for relation, name in RELATIONS.items())
        lines.append(
            f"- {seal(pair.implementing)} {link(ends, f'{folder}/index.md')}：{counts}；{none_name(pair, pair.implementing)} {own} 句，"
            f"{none_name(pair, pair.implemented)} {left} 句。"
            f"{link('逐条对照', f'{folder}/by-{pair.implementing.id}.md')} · {link('分类清单', f'{folder}/lists.md')}"
        )
    body = [
        "# 省市对照 {#compare}",
        "下级的决定怎样承接上级的决定：每一对文件有总览、按两边次序的逐条对照，以及分类清单。判定的办法见[对照方法](../about/method.md)。",
        "\n".join(lines) or "还没有成对的文件。",
        *(flow_figure(pair, "../") for pair in (pairs if len(pairs) <= PICTURED else ())),
    ]
    meta = {"title": "省市对照", "description": "各级决定逐条对照", "hide": ["navigation", "toc"]}
    return Page(PurePosixPath("docs/compare/index.md"), page_text(meta, body))
