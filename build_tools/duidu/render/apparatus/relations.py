"""How links are named and drawn: the relation's label, the counterpart's words with shared ones marked, where it stands."""

from __future__ import annotations

from ...anchors.document import Document
from ...layers.links import Link, Pair, Relation, State
from ...text.text_diff import Stretch, compare
from ..markdown import escape, link

RELATIONS = {Relation.SAME: "照录", Relation.ADAPT: "落实", Relation.ECHO: "呼应"}
RELATION_NAMES = {relation.value: name for relation, name in RELATIONS.items()}
CATEGORY_NAMES = {**RELATION_NAMES, "unreviewed": "未判读"}
NEW, GONE = "本市新增", "未见承接"


def none_name(pair: Pair, document: Document) -> str:
    """What a provision without counterpart is called: the implementing document's own, or not taken up."""
    if document is not pair.implementing:
        return GONE
    return NEW if document.meta.level == "city" else "本级新增"


def relation_label(found: Link) -> str:
    """照录, with 待复核 or 自动 where no person has read the link as it stands; told apart by form, not by hue."""
    name = RELATIONS[found.relation]
    if found.state is State.SUSPECT:
        return f'<b class="rel auto">{name} · 待复核</b>'
    if found.score is not None:
        return f'<b class="rel auto">{name} · 自动 {found.score:.2f}</b>'
    return f'<b class="rel {found.relation.value}">{name}</b>'


def marked(pair: Pair, found: Link) -> tuple[str, str]:
    """The two texts of a link, the implementing one first, with shared and differing words marked."""
    one, other = pair.implementing.text(found.source), pair.implemented.text(found.target)
    first, second = compare(one, other, found.evidence)
    return _html(first), _html(second)


def _html(stretches: tuple[Stretch, ...]) -> str:
    tags = {
        "shared": ("<mark>", "</mark>"),
        "answering": ('<span class="like">', "</span>"),
        "differing": ('<span class="diff">', "</span>"),
        "": ("", ""),
    }
    return "".join(f"{tags[s.kind][0]}{escape(s.text)}{tags[s.kind][1]}" for s in stretches)


def place_link(document: Document, anchor: str, up: str, name: str = "") -> str:
    """A link to a unit in its reading page, named by its citation if not otherwise; ``up`` leads from the page to docs/."""
    return link(name or document.citation(anchor), f"{up}{document.id}/{document.page(anchor)}.md#{anchor}")


def row_id(found: Link) -> str:
    """The id of a link's row in the comparison."""
    return f"row-{found.source}-{found.target}"


def none_row_id(document: Document, anchor: str) -> str:
    """The id of the row of a unit without counterpart."""
    return f"row-{document.id}-{anchor}"


def pair_folder(pair: Pair) -> str:
    """The folder of a pair's pages below docs/."""
    return f"compare/{pair.implementing.id}/{pair.implemented.id}"
