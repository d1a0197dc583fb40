"""What paper prints in the margins of a page: it stands in attributes, where no word of a corpus can become a rule of a style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any


def with_running_titles(html: str, meta: Mapping[str, Any], site: str, address: str | None) -> str:
    """A whole page with what ``print.css`` prints around it: ``running`` and ``colophon`` of its front matter, else the site's name; its address.

    Values of generated front matter are escaped already.
    """
    name = escape(site)
    titles = {"running": meta.get("running") or name, "colophon": meta.get("colophon") or name}
    if address:
        titles["address"] = escape(address)
    said = " ".join(f'data-{key}="{value}"' for key, value in titles.items())
    return html.replace("<html ", f"<html {said} ", 1)
