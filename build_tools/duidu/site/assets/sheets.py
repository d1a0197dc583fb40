"""The one style sheet that a page gets for all that it had: its place in the page, its text, and its name, which is known last."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from .naming import digest, named
from .records import Asset

JOINED = "assets/styles.css"
SHEET = re.compile(r"[ \t]*<link\b(?=[^>]*\brel=[\"']?stylesheet\b)(?![^>]*\bmedia=)[^>]*\bhref=[\"']([^\"']*)[\"'][^>]*>\s*?\n?")
CHARSET = re.compile(r"@charset [^;]*;\s*", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*([\"']?)(?![\"']|[a-z][a-z+.-]*:|[/#])([^)\"']+)\1\s*\)", re.IGNORECASE)


def together(sheets: Iterable[Asset], folder: str) -> str:
    """The style sheets in their order, as one that lies in a folder."""
    return '@charset "UTF-8";' + "".join(_moved(CHARSET.sub("", sheet.text), posixpath.dirname(sheet.path), folder) for sheet in sheets)


def _moved(css: str, old: str, new: str) -> str:
    """A style sheet moved from one folder to another."""
    return ADDRESS.sub(lambda found: f"url({found[1]}{posixpath.relpath(posixpath.join(old, found[2].strip()), new)}{found[1]})", css)


def joined(html: str, known: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """A page with one style sheet, under a name that is still to be finished, instead of those it has; and which those were.

    ``known`` are the style sheets by their addresses. Those for one medium only (``media="print"``) and unknown ones stay.
    """
    head, end, body = html.partition("</head>")
    paths: list[str] = []
    root = ""
    for link in SHEET.finditer(head):
        if path := next((one for one in known if link[1] == one or link[1].endswith(f"/{one}")), None):
            paths.append(path)
            root = link[1].removesuffix(path)
    if not paths:
        return html, ()
    sheets = tuple(paths)
    wanted = iter([f'<link rel="stylesheet" href="{root}{unfinished(sheets)}">\n'])
    return SHEET.sub(lambda link: next(wanted, "") if link[1].removeprefix(root) in known else link[0], head) + end + body, sheets


def unfinished(sheets: tuple[str, ...]) -> str:
    """The name of a joined style sheet while its content is unknown, as long as the final one: it is written over in place."""
    return named(JOINED, digest("\n".join(sheets)))
