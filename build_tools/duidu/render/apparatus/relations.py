"""How links are named and drawn: the relation's label, the counterpart's words with shared ones marked, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from ...anchors.document import Document
from ...layers.alignment import AUTOMATIC, NONE, Alignment, Closeness, Coverage, Link, State
from ...text.text_diff import Stretch, compare
from ..markdown import escape, hyperlink
from ..wording import say

FORMS = {Closeness.WHOLE: "same", Closeness.PART: "part", Closeness.ADAPT: "adapt", Closeness.ECHO: "echo"}
"""How a relation is drawn, and the word for it in ids: told apart by form, not by hue."""


def form_of(found: Link) -> str:
    """How a link is drawn, and what filters call it: by its relation; ``auto`` for what nobody has read."""
    return FORMS[found.closeness] if found.is_read else "auto"


def relation_name(closeness: Closeness) -> str:
    """同文, 部分同文, 落实 or 呼应."""
    return say(f"relation.{closeness.value}")


def relation_said(found: Link) -> str:
    """In tables: the relation; nobody has read what the program found, its guess stays in links.json."""
    return relation_name(found.closeness) if found.is_read else say("relation.automatic")


def none_name(pair: Alignment, document: Document) -> str:
    """What is only in one of the two documents: 仅省; 仅见于…… where both are of one level."""
    if document.meta.level == pair.other(document).meta.level:
        return none_title(document)
    return say("none.short", level=document.meta.level.name)


def none_title(document: Document) -> str:
    """仅见于四川省委决定, for heads and legends."""
    return say("none.only", document=document.meta.short_title)


def none_label(pair: Alignment, document: Document, state: Coverage) -> str:
    """仅市; of the implemented document with the kind: 仅省（段首语）."""
    name = none_name(pair, document)
    return name if document is pair.implementing else say("none.kind", none=name, kind=say(f"none.{state.value}"))


def only(pair: Alignment, document: Document, name: str) -> str:
    """The label of what is only in one document: ＋ for the implementing one, － for the other; the styles bring the signs."""
    return f'<b class="rel {"lower" if document is pair.implementing else "upper"}">{escape(name)}</b>'


def category_name(pair: Alignment, document: Document, category: str) -> str:
    """A category of a coverage summary: the implemented document does not carry itself out, it has what does."""
    if category == Coverage.UNREVIEWED:
        return say("none.unreviewed")
    if category in NONE:
        return none_label(pair, document, Coverage(category))
    name = relation_name(Closeness(category))
    return name if document is pair.implementing else say("relation.upper", relation=name)


def state_name(pair: Alignment, state: str) -> str:
    """What a unit of the implemented document is in a pair: a relation, a kind of none, 自动匹配，未判读 or 未判读."""
    if state in NONE:
        return say("none.kind", none=none_name(pair, pair.implemented), kind=say(f"none.{state}"))
    if state == AUTOMATIC:
        return say("relation.automatic")
    return say("none.unreviewed") if state == Coverage.UNREVIEWED else relation_name(Closeness(state))


def relation_label(found: Link) -> str:
    """The relation; 待复核 where an end has changed; of what nobody has read only that it is so."""
    if not found.is_read:
        return f'<b class="rel auto">{say("relation.score", score=f"{found.score:.2f}")}</b>'
    name = relation_name(found.closeness)
    if found.state is State.SUSPECT:
        return f'<b class="rel auto">{say("relation.suspect", relation=name)}</b>'
    return f'<b class="rel {FORMS[found.closeness]}">{name}</b>'


def marked(pair: Alignment, found: Link) -> tuple[str, str]:
    """The two texts of a link, the implementing one first, with shared and differing words marked."""
    return _marked(*pair.facing(*found.ends).texts, found.evidence)


@lru_cache(maxsize=20_000)
def _marked(one: str, other: str, evidence: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The same is shown on the pages of both documents, of the pair, and of who takes up what."""
    first, second = compare(one, other, evidence)
    return _html(first), _html(second)


def merged(pair: Alignment, found: Sequence[Link]) -> str:
    """The text of the implemented document's unit that several links share, with all that any of them marks; the stronger mark wins."""
    if len(found) == 1:
        return marked(pair, found[0])[1]
    sides = [compare(*pair.facing(*one.ends).texts, one.evidence)[1] for one in found]
    kinds = (max(kinds, key=_STRENGTH.index) for kinds in zip(*map(_kinds, sides), strict=True))
    text = pair.implemented.text(found[0].target)
    runs = groupby(zip(text, kinds, strict=True), key=itemgetter(1))
    return _html(tuple(Stretch("".join(char for char, _ in run), kind) for kind, run in runs))


_STRENGTH = ("", "differing", "answering", "shared")


def _kinds(stretches: Iterable[Stretch]) -> list[str]:
    """The kind of every character."""
    return [stretch.kind for stretch in stretches for _ in stretch.text]


def _html(stretches: tuple[Stretch, ...]) -> str:
    tags = {
        "shared": ("<mark>", "</mark>"),
        "answering": ('<span class="like">', "</span>"),
        "differing": ('<span class="diff">', "</span>"),
        "": ("", ""),
    }
    return "".join(f"{tags[s.kind][0]}{escape(s.text)}{tags[s.kind][1]}" for s in stretches)


def legend(diff: str = "compare.diff") -> str:
    """What the marks of ``marked`` mean; ``diff`` is the word for how replaced words are drawn."""
    marks = {
        "shared": f"<mark>{say('compare.shared')}</mark>",
        "like": f'<span class="like">{say("compare.like")}</span>',
        "diff": f'<span class="diff">{say(diff)}</span>',
    }
    return say("compare.legend", **marks)


PAPER = None
"""In the place of the way from a page to docs/: on paper no link leads anywhere."""


def place(document: Document, anchor: str, up: str | None, name: str = "") -> str:
    """A link to a unit in its reading page, as finished HTML, named by its citation if not otherwise; on ``PAPER`` the name alone.

    ``up`` leads from the page to docs/.
    """
    if up is PAPER:
        return escape(name or document.citation(anchor))
    return hyperlink(name or document.citation(anchor), f"{up}{document.id}/{document.page(anchor)}.md#{anchor}")


def row_id(found: Link) -> str:
    """The id of a link's row in the comparison."""
    return f"row-{found.source}-{found.target}"


def none_row_id(document: Document, anchor: str) -> str:
    """The id of the row of a unit without counterpart."""
    return f"row-{document.id}-{anchor}"


def pair_titles(pair: Alignment) -> str:
    """Both documents by their short titles, as one name."""
    return say("compare.titles", lower=pair.implementing.meta.short_title, upper=pair.implemented.meta.short_title)


def pair_folder(pair: Alignment) -> str:
    """The folder of a pair's pages below docs/."""
    return f"compare/{pair_path(pair)}"


def pair_path(pair: Alignment) -> str:
    """What the folders of a pair are called below those of the comparisons and of the data."""
    return f"{pair.implementing.id}/{pair.implemented.id}"


def order_name(document: Document) -> str:
    """What the page of a pair's rows in the order of a document is called, and the folder of its parts."""
    return f"by-{document.id}"
