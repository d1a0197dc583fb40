"""Links of a rendered page as they are published: to a Markdown file its address, checked as the host checks its own.

The host does this while it renders; pages come to it rendered, so it is asked for each file that a page leads to, once.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import ItemsView, Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_LINK = re.compile(r"(<(?:a\b[^>]*?\shref|img\b[^>]*?\ssrc)=\")([^\"]*)(?=\")")


class Targets:
    """The files of one build, as links between them name them: a link stands in many pages of its folder, and is looked up once."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._known: dict[tuple[str, str], File | None] = {}

    def get(self, folder: str, path: str) -> File | None:
        """The file to which a plain path leads from a page in a folder; None if there is none."""
        key = (folder, path)
        if key not in self._known:
            self._known[key] = self.files.get_file_from_path(posixpath.normpath(posixpath.join(folder, unquote(path)).lstrip("/")))
        return self._known[key]


def resolved(page: Page, links: Iterable[str], config: MkDocsConfig, targets: Targets) -> tuple[Mapping[str, str], bool]:
    """What the files that a page leads to are called in the site, by their paths; of other links the whole, where it changes.

    What is wrong with a link, the host says, and ``--strict`` counts. Besides, whether it can have said nothing.
    """
    host: Any = sys.modules[type(page).__module__]  # MkDocs or ProperDocs: its own warnings, its own values of settings
    asked = host._RelativePathTreeprocessor(page.file, targets.files, config)
    folder, own = posixpath.dirname(page.file.src_uri), page.file.url
    names: dict[str, str] = {}
    quiet = True
    for link in dict.fromkeys(map(_path, links)):
        if not link:
            continue
        target = targets.get(folder, link) if _SIMPLE.fullmatch(link) else None
        if target is not None and not target.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            name = host.utils.get_relative_url(target.url, own)  # nothing is wrong: no need to ask
        else:
            name = asked.path_to_url(link)
            quiet = quiet and bool(urlsplit(link).netloc)
        if name != link:
            names[link] = name
    return names, quiet


def _path(link: str) -> str:
    """The part of a link that the host is asked about: of a plain one the file."""
    path, _, anchor = link.partition("#")
    return path if _is_plain(path) or not anchor else link


_SIMPLE = re.compile(r"(?!/)[\w./-]*", re.ASCII)
"""A path in which nothing can be anything else."""


def _is_plain(path: str) -> bool:
    if _SIMPLE.fullmatch(path):
        return True
    parts = urlsplit(path)
    return not (parts.scheme or parts.netloc or parts.query or path.startswith(("/", "\\")))


def renamed(html: str, names: Mapping[str, str]) -> str:
    """A page with its links under their names in the site."""

    def name(found: re.Match[str]) -> str:
        link = unescape(found[2])
        asked = _path(link)
        new = names.get(asked)
        return found[0] if new is None else found[1] + _written(new + link[len(asked) :])

    return _LINK.sub(name, html)


def published(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page that the host has rendered, which leaves finished HTML alone: links in it resolved too, and noted with those that it knows."""
    targets = Targets(files)
    folder, finished = posixpath.dirname(page.file.src_uri), _links(page.markdown or "")

    def is_left(link: str) -> bool:
        """Markdown is gone from what the host resolves; of other files it is their address only if it stands so in the finished HTML."""
        path = link.partition("#")[0]
        return _is_plain(link) and (path.endswith(".md") or (link in finished and targets.get(folder, path) is not None))

    own = [link for link in _links(html) if is_left(link)]
    known = page.links_to_anchors = page.links_to_anchors or {}
    for file, anchors in AnchorLinks(page.file, own, targets).items():
        known.setdefault(file, {}).update(anchors)
    return renamed(html, resolved(page, own, config, targets)[0])


def _links(html: str) -> Mapping[str, None]:
    """Where it leads, each once, in the order of the text."""
    return dict.fromkeys(unescape(found[2]) for found in _LINK.finditer(html))


def _written(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


class AnchorLinks:
    """The anchors that a page leads to, by file, as the host asks for them when it has read all pages: one text in memory until then."""

    def __init__(self, file: File, links: Iterable[str], targets: Targets) -> None:
        self._file = file
        self._targets = targets
        self._links = "\n".join(link for link in links if "#" in link)

    def items(self) -> ItemsView[File, Mapping[str, str]]:
        """File → anchor → the link as it is written."""
        anchors: dict[File, dict[str, str]] = {}
        folder = posixpath.dirname(self._file.src_uri)
        for link in self._links.splitlines():
            path, _, anchor = link.partition("#")
            target = self._file if not path else self._targets.get(folder, path) if _is_plain(path) else None
            if target is not None and anchor:
                anchors.setdefault(target, {}).setdefault(anchor, link)
        return anchors.items()
