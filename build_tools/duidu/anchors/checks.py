"""What is wrong with the addresses of a text: duplicates, published units that are gone, replacements that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.anchor import is_below, letter_of
from ..model.faults import Fault
from ..model.records import Unit
from ..model.registry import GONE
from ..text.excerpt import shortened
from ..text.fold import fold
from ..text.nearest import nearest
from .lasting import Published
from .retiring import gone_tops, successor


def anchor_faults(published: Published) -> Iterator[Fault]:
    """Duplicate anchors, published units that are gone, and replacements that lead nowhere."""
    path = published.outline.raw.path
    seen: dict[str, Unit] = {}
    for unit in published.outline.walk():
        if unit.anchor in seen:
            yield Fault(
                path, unit.line, unit.column, "ANC001", f"地址 {unit.anchor} 与第 {seen[unit.anchor].line} 行的单位重复",
                "核对两处的编号，或用 document.yml 的 lines 指定这一行的身份",
            )  # fmt: skip
        seen.setdefault(unit.anchor, unit)
    yield from _gone_faults(published)
    yield from _replacement_faults(published, frozenset(seen))


def _gone_faults(published: Published) -> Iterator[Fault]:
    """One fault for a gone unit and all below it; ``retire`` settles them together."""
    document = published.registry.path.parent.name
    for row in gone_tops(published):
        below = sum(is_below(other.anchor, row.anchor) for other in published.gone) - 1
        text = shortened(row.folded, 24)
        with_it = f"和它下面的 {below} 个地址" if below else ""
        by = successor(row, published)
        command = f"运行 duidu retire {document} {row.anchor}"
        remedy = f"{command} --by {by}（看来由它代替；没有代替就不写 --by）" if by else f"{command}；有代替它的，再加 --by 地址"
        yield Fault(published.registry.path, row.line, 1, "ANC002", f"已发布的 {row.anchor}（{text}）{with_it}在正文里找不到了", remedy)


def _replacement_faults(published: Published, live: frozenset[str]) -> Iterator[Fault]:
    """Replacements that do not exist or lead in a circle, and rows that retire a unit whose text still stands."""
    path = published.registry.path
    known = live | published.registry.anchors()
    added = {fold(unit.text): unit.anchor for unit in published.outline.walk() if unit.anchor in published.added}
    replaced = {row.anchor: row.replaced_by for row in published.registry.retired()}
    for row in published.registry.retired():
        if row.replaced_by != GONE and row.replaced_by not in known:
            near = nearest(row.replaced_by, live)
            hint = f"最接近的是 {near}" if near else "核对第三栏"
            yield Fault(path, row.line, 1, "ANC003", f"代替 {row.anchor} 的地址 {row.replaced_by} 不存在", hint)
        elif _circles(row.anchor, replaced):
            yield Fault(path, row.line, 1, "ANC003", f"{row.anchor} 的代替者又回到它自己", "第三栏写上今天仍在用的地址，或 -")
        elif row.folded in added and letter_of(added[row.folded]) == letter_of(row.anchor):
            yield Fault(path, row.line, 1, "ANC005", f"{row.anchor} 标为已废，它的文字却还在正文里", "把第三栏清空，保住原来的地址")


def _circles(anchor: str, replaced: Mapping[str, str]) -> bool:
    seen = {anchor}
    while (anchor := replaced.get(anchor, "")) in replaced:
        if anchor in seen:
            return True
        seen.add(anchor)
    return False
