"""The navigation of a corpus whose ``mkdocs.yml`` has none: what there is, and nothing that there is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.words import Words

APART = """\
/*/index.md
/*/[0-9]*.md
/*/full.md
/compare/*/*
/taken-up/
/glossary/*
!/glossary/index.md
/about/texts/
"""
"""Pages that have their own contents: a navigation of constant size keeps 200 documents as light as two."""
_FIRST = ("use.md", "texts.md", "data.md", "method.md", "hosting.md")
"""The order of the pages below about/; what an editor adds comes after them."""


def navigation(docs: Path, words: Words) -> list[Any]:
    """As ``nav`` in mkdocs.yml, for the pages that lie in ``docs``; a page's own title is its name."""
    overviews = {
        words.say("home.title"): "index.md",
        words.say("compare.nav"): "compare/index.md",
        words.say("glossary.title"): "glossary/index.md",
        words.say("figures.title"): "figures.md",
    }
    nav: list[Any] = [{name: path} for name, path in overviews.items() if (docs / path).is_file()]
    nav += sorted(file.name for file in docs.glob("*.md") if file.name not in overviews.values())
    about = {file.name for file in (docs / "about").glob("*.md")}
    ordered = [name for name in _FIRST if name in about] + sorted(about.difference(_FIRST))
    return nav + ([{words.say("nav.about"): [f"about/{name}" for name in ordered]}] if ordered else [])
