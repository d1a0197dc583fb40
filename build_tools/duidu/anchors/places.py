"""How a unit is cited, by today's positions: 二（二）第4段第2句, 第八条第二款第（三）项, 附件1表1第3行."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..model.citation import Citation, Place
from ..model.records import Kind, Unit
from ..text.numerals import to_han
from ..text.typography import display

_NAMED = {
    Kind.TITLE: "标题",
    Kind.ADOPTED: "通过说明",
    Kind.NUMBER: "文号",
    Kind.ADDRESSEE: "主送机关",
    Kind.SIGNATURE: "署名",
    Kind.DATE: "成文日期",
    Kind.ISSUER: "发文机关",
    Kind.OCCASION: "场合",
    Kind.SPEAKER: "报告人",
    Kind.PREAMBLE: "序言",
}
_COUNTED = {Kind.PARAGRAPH: ("第", "段"), Kind.POINT: ("第", "点"), Kind.SENTENCE: ("第", "句"), Kind.ROW: ("第", "行"),
            Kind.TABLE: ("表", ""), Kind.FIGURE: ("图", ""), Kind.FOOTNOTE: ("脚注", ""), Kind.BOX: ("专栏", "")}  # fmt: skip
_IN_ARTICLE = {Kind.ITEM: "项", Kind.SUBITEM: "目"}


def citations(units: tuple[Unit, ...]) -> dict[str, Citation]:
    """Anchor → citation of every unit; "" is the document."""
    found = {"": Citation()}
    first_marked = next((place for place, unit in enumerate(units) if unit.marker or unit.kind is Kind.HEADING), len(units))
    unheaded = (
        ("前言" if first_marked < len(units) else "", [unit for unit in units[:first_marked] if unit.kind is Kind.PARAGRAPH]),
        ("结语", [unit for unit in units[first_marked:] if unit.kind is Kind.PARAGRAPH]),
    )
    places = {unit.anchor: _unheaded(name, group, at) for name, group in unheaded for at, unit in enumerate(group, 1)}
    _below(units, Citation(), None, found, places)
    return found


def _unheaded(name: str, group: list[Unit], at: int) -> Citation:
    """前言 before the first marked unit, 结语 after it; with a number where there are several; 第n段 where nothing is marked."""
    named = Citation() + Place(name)
    return named if name and len(group) == 1 else named + Place("第", at, "段")


def _below(
    units: tuple[Unit, ...],
    above: Citation,
    parent: Unit | None,
    found: dict[str, Citation],
    tops: Mapping[str, Citation],
    in_article: bool = False,
) -> None:
    counts: Counter[Kind] = Counter()
    provisions = sum(unit.kind is Kind.PARAGRAPH for unit in units)
    for unit in units:
        counts[unit.kind] += 1
        if unit.anchor in tops:
            own = tops[unit.anchor]
        elif parent and parent.kind is Kind.ARTICLE and unit.kind is Kind.PARAGRAPH:
            own = above + Place("第", counts[unit.kind], "款", to_han(counts[unit.kind])) if provisions > 1 else above
        else:
            own = above + _own(unit, counts[unit.kind], in_article)
        found[unit.anchor] = own
        _below(unit.children, own, unit, found, {}, in_article or unit.kind is Kind.ARTICLE)


def _name(unit: Unit) -> str:
    """What is cited by a name: the title, an issued text by its own, a head without a mark by its words."""
    if unit.kind is Kind.COMPONENT:
        title = next((child.text for child in unit.children if child.kind is Kind.TITLE), "")
        return f"《{display(title).strip('《》')}》"
    return display(unit.text) if unit.kind is Kind.HEADING else _NAMED.get(unit.kind, "")


def _own(unit: Unit, position: int, in_article: bool) -> Place:
    if name := _name(unit):
        return Place(name)
    if unit.kind is Kind.SECTION and unit.marker and not in_article:
        return Place(to_han(unit.marker.numbers[-1]))
    if unit.marker is None or unit.kind is Kind.POINT:
        before, after = _COUNTED.get(unit.kind, ("第", ""))
        return Place(before, position, after)
    mark = display(unit.marker.text).strip("、.．:： 　【】〔〕[]")
    if in_article and unit.kind in _IN_ARTICLE:
        return Place(f"第{mark}{_IN_ARTICLE[unit.kind]}")
    return Place(mark)
