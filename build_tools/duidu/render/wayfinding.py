"""Where a reader is and where else there is to go: the running line of crumbs, folded contents and their entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..anchors.document import Document
from ..model.records import Kind, Unit
from .markdown import attribute, escape, hyperlink
from .names import numbered
from .wording import say

TOPIC_LIMIT = 25
"""No sentence longer than this is a topic sentence, in characters."""


ContentsEntry = tuple[int, str]
"""How deep it stands in a list, from 0, and a link as finished HTML."""


def crumbs(steps: Iterable[str], after: str = "") -> str:
    """The running line, from the home page down; ``steps`` are finished HTML, ``after`` stands behind the last."""
    trail = ' <span class="aid" aria-hidden="true">›</span> '.join(steps)
    return f'<nav class="crumbs" aria-label="{attribute(say("compare.place"))}"><p>{trail}{after}</p></nav>'


def folded_contents(entries: Sequence[ContentsEntry]) -> str:
    """A list of links, closed at first."""
    name = say("compare.contents")
    return (
        f'<details class="contents" tabindex="0" aria-label="{attribute(name)}">\n<summary>{name}</summary>\n{nested(entries)}\n</details>'
    )


def nested(entries: Sequence[ContentsEntry]) -> str:
    """Lists within lists. An entry stands at most one deeper than the one before it.

    >>> nested([(0, "a"), (1, "b"), (0, "c")]).replace("\\n", "")
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'
    """
    lines: list[str] = []
    open_lists = 0
    for depth, inner in entries:
        if depth + 1 > open_lists:
            lines.append("<ul>")
            open_lists += 1
        else:
            lines.append("</li>" + "\n</ul>\n</li>" * (open_lists - depth - 1))
            open_lists = depth + 1
        lines.append(f"<li>{inner}")
    lines.append("</li>\n</ul>" * open_lists)
    return "\n".join(lines)


def parts_nav(label: str, ways: Sequence[tuple[str, str]], here: int | None = None) -> str:
    """The pages or parts of one thing, each by its name and address, that of this page marked; "" where there is but one.

    ``label`` is the key of the words that say what they are.
    """
    if len(ways) < 2:
        return ""
    links = "".join(f"<b>{escape(name)}</b>" if at == here else hyperlink(name, address) for at, (name, address) in enumerate(ways))
    return f'<nav class="parts" aria-label="{attribute(say(label))}">{links}</nav>'


def pages_nav(names: Sequence[str], here: int, *, again: bool = False) -> str:
    """The pages of one thing, by number; "" for one page. ``names`` are their addresses from this one, without ``.md``.

    ``again``: a second time on the page, which those who hear it can tell from the first.
    """
    return parts_nav(
        "compare.pages_again" if again else "compare.pages", [(str(number), f"{name}.md") for number, name in enumerate(names, 1)], here
    )


def turn(previous: str, following: str) -> str:
    """The links back and on at the end of a page; either may be "".

    The bar at the foot of a narrow screen takes its own from here: ``scripts/page/reading_bar.js``.
    """
    ways = {"previous": previous, "next": following}
    inner = "\n".join(f'<p><span class="{way}">{say(f"document.{way}")}</span> {there}</p>' for way, there in ways.items() if there)
    return f'<nav class="turn" aria-label="{attribute(say("document.turn"))}">\n{inner}\n</nav>'


def entry(document: Document, unit: Unit, target: str, **attributes: str) -> str:
    """A head in a list of contents: its mark and words, without the stop of a run-in head."""
    return hyperlink(numbered(document, unit), target, **attributes)


def topic_sentence(document: Document, anchor: str) -> Unit | None:
    """The sentence that names the subject of a paragraph or point, for the contents at the side; None where there is none.

    Its first sentence, at most 25 characters, without ，, more text after it, not in its parent's first paragraph:
    强化特色优势产业科技赋能。
    """
    unit = document.units[anchor]
    above = document.parents[anchor]
    if unit.kind not in (Kind.PARAGRAPH, Kind.POINT) or not above or len(unit.sentences) < 2:
        return None
    if next((child for child in document.units[above].children if child.kind is Kind.PARAGRAPH), None) is unit:
        return None
    first = unit.sentences[0]
    text = document.text(first.anchor)
    return first if len(text) <= TOPIC_LIMIT and "，" not in text else None
