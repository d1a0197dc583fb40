"""What the pages of a pair share: their frame, the crumbs, and what the pair is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from ...layers.alignment import Alignment, Closeness
from ..apparatus.relations import pair_folder, pair_titles, relation_name
from ..exports.data import DATA
from ..exports.link_data import OF_A_PAIR
from ..markdown import escape, hyperlink, page_text
from ..names import seal
from ..page import Page
from ..wayfinding import crumbs
from ..wording import say
from .data_files import saved_as
from .reading_state import reading_of

UP = "../../../"
"""From a pair's page to docs/."""


def comparison_page(pair: Alignment, path: str, named: str, body: Sequence[str]) -> Page:
    """A page of a pair; ``path`` is its address below docs/, ``named`` what it is called beside the names of both documents."""
    title = say("compare.page_title", titles=pair_titles(pair), name=named)
    relations = "、".join(map(relation_name, Closeness))
    meta = {
        "title": title,
        "description": say("compare.description" if pair.is_read_whole else "compare.description_part", title=title, relations=relations)
        if pair.is_read
        else say("compare.description_unread", title=title),
        "running": f"{pair.implementing.meta.short_title} ↔ {pair.implemented.meta.short_title}",
        "colophon": say(f"reading.{reading_of(pair)}_colophon"),
        "comparison": True,  # the template adds the script for filters
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return Page(PurePosixPath("docs", f"{path}.md"), page_text(meta, [*body, _data(pair, "../" * path.count("/"))]))


def _data(pair: Alignment, up: str) -> str:
    """The way to the files of the pair."""
    folder = DATA / pair.implementing.id / pair.implemented.id
    paths = (folder / name for name in OF_A_PAIR)
    files = "、".join(f'<a href="{up}{path.relative_to("docs")}" download="{saved_as(path)}">{path.name}</a>' for path in paths)
    return f'<p class="meta ways-on">{say("compare.data", files=files, page=hyperlink(say("data.title"), f"{up}about/data.md"))}</p>'


def comparison_crumbs(pair: Alignment, up: str, steps: Sequence[str]) -> str:
    """Where the reader is; ``steps`` come below the pair's own page, as HTML, none on that page."""
    sides = (f"{seal(side)} {escape(side.meta.place)}" for side in (pair.implementing, pair.implemented))
    names = " ↔ ".join(sides)
    own = f'<a href="{up}{pair_folder(pair)}/index.md">{names}</a>' if steps else names
    return crumbs([hyperlink(say("compare.home"), f"{up}index.md"), hyperlink(say("compare.nav"), f"{up}compare/index.md"), own, *steps])
