"""The shape in and around official text is a closed list: what is not on it could hide, strike out or forge a word.

What may stand in a unit is what the renderer makes and the theme adds; around units stand only the page's own boxes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ..model.anchor import ANCHOR, LETTERS, Anchor
from ..model.records import FRAME, Kind
from .extract import FOREIGN, below, classes, elements, is_unit, parsed

BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "table", "tr", "figure"})
CLASSES = frozenset(
    kind.value
    for kind in (*FRAME, Kind.POINT, Kind.ARTICLE, Kind.FOOTNOTE, Kind.COMPONENT, Kind.BOX)
    if kind is not Kind.TITLE  # a heading
)
"""What a unit's block may be called besides nothing."""
STRUCTURE = {"table": frozenset({"thead", "tbody"}), "tr": frozenset({"td", "th"})}
"""What a table is made of besides its rows, and a row: without any attribute but those of a cell that say how far it reaches."""
REACH = frozenset({"rowspan", "colspan"})
BOXES = frozenset({"html", "body", "div", "main", "article"})
BOX_ATTRIBUTES = frozenset({"data-running", "data-colophon", "data-address", "class", "lang", "dir", "data-md-component"})
BOX_CLASSES = re.compile(r"md-[\w-]+|no-js")
NOTE = re.compile(r"#[a-z]+-[\w-]+")
_HERE_OR_FULL = re.compile(r"(?:\.\./)*(?:full(?:\.md|/|/index\.html|\.html)?)?")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A kind of element that may stand in a unit: its attributes, its words, where it leads (given the unit's address)."""

    tag: str
    attributes: frozenset[str]
    words: re.Pattern[str]
    leads: Callable[[str, str], bool] = lambda href, _: not href


def _to_itself(href: str, unit: str) -> bool:
    return href == f"#{unit}"


def _to_footnote(href: str) -> bool:
    path, _, anchor = href.partition("#")
    return bool(_HERE_OR_FULL.fullmatch(path) and ANCHOR.fullmatch(anchor)) and Anchor.parse(anchor).letter == LETTERS[Kind.FOOTNOTE]


_LINK = frozenset({"class", "href"})
_ANY = re.compile(r".+", re.DOTALL)
"""Official words, which may have < and > in them: what stands in the element is looked at apart."""
ALLOWED = {
    "marker": Allowed("span", frozenset({"class"}), _ANY),
    "term": Allowed("a", _LINK, _ANY, lambda href, _: "#term-" in href),
    "aid num": Allowed("a", _LINK | {"aria-label"}, re.compile(r"\d+|¶"), _to_itself),
    "aid ref": Allowed("a", _LINK | {"aria-label"}, re.compile(r"\d+"), lambda href, _: bool(NOTE.fullmatch(href))),
    "aid fnref": Allowed("a", _LINK, re.compile(r"注\d+"), lambda href, _: _to_footnote(href)),
    "headerlink": Allowed("a", _LINK | {"title", "aria-label"}, re.compile("¶"), _to_itself),
    "aid": Allowed("wbr", frozenset({"class"}), re.compile("")),
}
"""By their classes. The first two hold official words, which are compared; the words of the others are listed here."""


def shape_faults(html: str, container: str | None = "article") -> Iterator[tuple[str, str]]:
    """(address, what is wrong) for everything in and around units that is not on the list. ``container`` None: a fragment."""
    root = parsed(html)
    scopes = root.css(container) if container else [root]
    if len(scopes) != 1:
        yield "", f"页面里应有一个 {container}，却有 {len(scopes)} 个"
        return
    if container:
        yield from _around(scopes[0])
        yield from _outside(root, scopes[0])
    for element in below(scopes[0], "[id]"):
        if is_unit(element):
            yield from _unit(element, scopes[0])
    for element in below(scopes[0], ".sentence"):
        if not is_unit(element):
            yield _name(element), f"{_said(element)} 是句子，却没有地址"


def _around(scope: LexborNode) -> Iterator[tuple[str, str]]:
    box: LexborNode | None = scope
    while box is not None and box.is_element_node:
        odd = box.attributes.keys() - BOX_ATTRIBUTES
        named = [name for name in classes(box) if not BOX_CLASSES.fullmatch(name)]
        if box.tag not in BOXES or odd or named:
            yield "", f"正文外面有 {_said(box)}，正文可能因此看不见"
        box = box.parent


def _outside(root: LexborNode, scope: LexborNode) -> Iterator[tuple[str, str]]:
    for like in ("[id]", ".sentence", ".marker"):
        inside = {element.mem_id for element in below(scope, like)}
        for element in below(root, like):
            if element.mem_id not in inside and (like != "[id]" or is_unit(element)):
                yield _name(element), f"{_said(element)} 像是正文，却在 article 之外"


def _unit(unit: LexborNode, scope: LexborNode) -> Iterator[tuple[str, str]]:
    anchor = _name(unit)
    names = classes(unit)
    sentence = "sentence" in names
    named = set(names) - ({"sentence"} if sentence else CLASSES)
    if unit.tag not in ({"span"} if sentence else BLOCKS) or unit.attributes.keys() - {"id", "class"} or named:
        yield anchor, f"{_said(unit)} 不是正文单位可以有的样子"
    above = unit.parent
    placed = above is not None and (
        is_unit(above) and above.tag in BLOCKS
        if sentence
        else above.mem_id == scope.mem_id or above.tag in ("body", "table", "thead", "tbody")
    )
    if not placed:
        yield anchor, f"不直接在{'段落' if sentence else '正文'}里，而在 {_said(above) if above else '别处'} 里"
    structure = STRUCTURE.get(unit.tag or "", ())
    for element in elements(unit):
        if element.tag in structure and _only_reaches(element):
            continue
        if not is_unit(element) and _holder(element) == anchor:
            yield from _inside(element, anchor, sentence)


def _only_reaches(element: LexborNode) -> bool:
    allowed = REACH if element.tag in STRUCTURE["tr"] else frozenset()
    return all(name in allowed and (value or "").isdecimal() for name, value in element.attributes.items())


def _inside(element: LexborNode, anchor: str, sentence: bool) -> Iterator[tuple[str, str]]:
    names = classes(element)
    form = ALLOWED.get(" ".join(names))
    foreign = not FOREIGN.isdisjoint(names)
    wanted = form is not None and form.tag == element.tag and element.attributes.keys() <= form.attributes
    if not form or not wanted or (sentence and (foreign or "marker" in names)):
        yield anchor, f"里面有 {_said(element)}，正文里没有这种样子的东西"
    elif not form.words.fullmatch(element.text()) or not form.leads(element.attributes.get("href") or "", anchor):
        yield anchor, f"里面的 {_said(element)} 写着“{element.text()[:20]}”，不是它可以写的，或指向了别处"
    elif next(elements(element), None) is not None:
        yield anchor, f"里面的 {_said(element)} 还套着别的东西"


def _holder(element: LexborNode) -> str:
    """The address of the unit that an element stands in."""
    above = element.parent
    while above is not None and not is_unit(above):
        above = above.parent
    return _name(above) if above is not None else ""


def _name(element: LexborNode) -> str:
    return element.id or ""


def _said(element: LexborNode) -> str:
    """An element's opening tag, as it stands."""
    written = "".join(f' {name}="{value}"' if value is not None else f" {name}" for name, value in element.attributes.items())
    return f"<{element.tag}{written}>"[:120]
