"""What the pages of ``taken-up/`` share: their frame, crumbs, and the ways between the pages of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from ...anchors.document import Document
from ..markdown import hyperlink, page_text
from ..names import numbered, seal
from ..page import Page
from ..wayfinding import crumbs
from ..wording import say

FOLDER = PurePosixPath("docs/taken-up")
UP = "../../"
"""From the pages beside the provisions' own to docs/."""


def taken_page(document: Document, name: str, title: str, body: Sequence[str]) -> Page:
    """A page below taken-up/<document>/."""
    meta = {
        "title": title,
        "description": say("taken.description", title=title),
        "running": title,
        "colophon": say("name.warning"),
        "comparison": True,  # the template adds the script for filters
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return Page(FOLDER / document.id / f"{name}.md", page_text(meta, body))


def taken_crumbs(document: Document, steps: Sequence[str], up: str) -> str:
    """Where the reader is, below the upper document."""
    front = f"{seal(document)} {hyperlink(document.meta.short_title, f'{up}{document.id}/index.md')}"
    return crumbs([hyperlink(say("compare.home"), f"{up}index.md"), front, *steps])


def called(document: Document, anchor: str) -> str:
    """As it is called: （二）推动产业深度转型升级"""
    return numbered(document, document.units[anchor])


def download(document: Document, up: str) -> str:
    """The table of all provisions and documents."""
    return say("taken.download", csv=f'<a href="{up}data/{document.id}/taken-up.csv">CSV</a>')
