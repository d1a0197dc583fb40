"""Links in finished HTML, which Markdown and so MkDocs leaves alone: they name the ``.md`` file, as Markdown's own do.

So a page can be followed on a code host, and with addresses of either kind, with folders or with files.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

_HREF = re.compile(r'(?<= href=")(?![a-z]+:|/)([^"#?]*\.md)([^"]*)(?=")')


def resolved(html: str, here: File, files: Files) -> tuple[str, dict[File, dict[str, str]], list[str]]:
    """The page with addresses of the site; which anchors it leads to, as MkDocs notes them; what leads to no page."""
    anchors: dict[File, dict[str, str]] = {}
    unknown: list[str] = []
    folder = posixpath.dirname(here.src_uri)
    known: dict[str, tuple[File, str] | None] = {}

    def address(found: re.Match[str]) -> str:
        path, rest = found.groups()
        if path not in known:
            file = files.get_file_from_path(posixpath.normpath(posixpath.join(folder, unquote(unescape(path)))))
            known[path] = (file, file.url_relative_to(here)) if file else None
        target = known[path]
        if target is None:
            unknown.append(found[0])
            return found[0]
        file, url = target
        if anchor := unquote(urlsplit(unescape(rest)).fragment):
            anchors.setdefault(file, {}).setdefault(anchor, found[0])
        return f"{url}{rest}"

    return _HREF.sub(address, html), anchors, unknown
