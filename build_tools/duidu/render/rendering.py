"""Markdown → HTML as the site has it, once for each text: what is proved, what is published, and what is compared again after the build.

Kept under the hash of text and extensions. Links are as they stand in the Markdown; whoever publishes a page resolves them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import markdown
from selectolax.lexbor import LexborHTMLParser

from ..project.kept import Kept, key_of
from ..read.words import shipped_words
from .finished import whole_page, with_finished, without_finished
from .markdown import EXTENSION_CONFIGS, EXTENSIONS
from .normal import normal
from .page import OutputFile

KIND = "html"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be known of a page without theme besides the page."""

    key: str
    contents: Sequence[Mapping[str, Any]]
    """As the extension ``toc`` gives them."""
    anchors: Sequence[str]
    """All that a link may lead to."""
    links: Sequence[str]
    """Where its links and pictures are, each once."""
    title: str
    """The words of its first heading of the first level, if it opens the page; "" else."""
    normal: str
    """What a built page is compared with."""


@dataclass(frozen=True, slots=True)
class Rendered(Facts):
    """A page without theme."""

    html: str


@dataclass(frozen=True)
class Extensions:
    """The Markdown extensions of a site, in their order, and their settings."""

    names: Sequence[str]
    settings: Mapping[str, Mapping[str, Any]]

    def __str__(self) -> str:
        return json.dumps([list(self.names), self.settings], sort_keys=True, default=repr, ensure_ascii=False)

    @property
    def is_plain(self) -> bool:
        """Whether they give the same HTML for the same text and settings, whatever else lies on the disk or in the settings' objects."""
        try:
            json.dumps([list(self.names), self.settings])
        except TypeError:
            return False
        return {name.removeprefix("markdown.extensions.") for name in self.names} <= PURE


PURE = frozenset({
    "abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs", "legacy_em", "md_in_html", "nl2br",
    "sane_lists", "smarty", "tables", "toc",
})  # fmt: skip
"""Extensions that read nothing but the text."""
BUILT_IN = ("toc", "tables", "fenced_code")
"""What MkDocs and ProperDocs put before the extensions of ``mkdocs.yml``."""
PERMALINKS: Mapping[str, Any] = {"permalink": "¶", "permalink_title": shipped_words().say("page.permalink")}
"""As shipped: what else a corpus wants to say there, ``toc`` in its ``mkdocs.yml`` says."""
STOCK = Extensions(EXTENSIONS, EXTENSION_CONFIGS)
"""What the generated pages need."""


def extensions_of(names: Sequence[str], settings: Mapping[str, Mapping[str, Any]]) -> Extensions:
    """The extensions of a site that names these in ``mkdocs.yml``: ours are always among them."""
    every = tuple(dict.fromkeys((*BUILT_IN, *names, *EXTENSIONS)))
    return Extensions(every, {"toc": PERMALINKS, **EXTENSION_CONFIGS, **settings})


class Renderer:
    """Renders the pages of one site, each text once."""

    def __init__(self, kept: Kept | None = None, extensions: Extensions = STOCK) -> None:
        self.kept = kept
        self.extensions = extensions
        self._said = str(extensions)
        self._last: dict[str, Rendered] = {}

    def of(self, text: str) -> Rendered:
        """The Markdown without its front matter, as HTML."""
        key = self._key(text)
        if (last := self._last.get(key)) is not None:
            return last
        found = self._kept(key) or self._made(key, text)
        self._last = {key: found}  # asked for again at once, by the next proof of the same page
        return found

    def facts(self, text: str) -> Facts:
        """What is to be known of it; the HTML itself is not read where it is kept."""
        key = self._key(text)
        known = self.kept.parted(KIND, key) if self.kept and key not in self._last else None
        return Facts(key, *json.loads(known.first)) if known else self.of(text)

    def again(self, key: str) -> str | None:
        """The HTML of a text that was rendered before, by its key; None if it is not kept."""
        found = self._last.get(key) or self._kept(key)
        return found.html if found else None

    def _key(self, text: str) -> str:
        return key_of(KIND, self._said, text)

    def rendered(self, page: OutputFile) -> Rendered:
        """A generated page."""
        return self.of(body(page.text))

    def page(self, page: OutputFile) -> str:
        """The HTML of a generated page."""
        return self.rendered(page).html

    def _kept(self, key: str) -> Rendered | None:
        known = self.kept.parted(KIND, key) if self.kept else None
        html = known.second() if known else None
        if known is None or html is None:
            return None
        contents, anchors, links, title, compared = json.loads(known.first)
        return Rendered(key, contents, anchors, links, title, compared, html)

    def _made(self, key: str, text: str) -> Rendered:
        html, contents = rendered(text, self.extensions)
        found = examined(key, html, contents)
        if self.kept:
            beside = [found.contents, found.anchors, found.links, found.title, found.normal]
            self.kept.put_parted(KIND, key, json.dumps(beside, ensure_ascii=False), html.encode())
        return found


STOCK_RENDERER = Renderer()


def body(text: str) -> str:
    """A generated page without its front matter."""
    return text.split("\n---\n", 1)[1].lstrip("\n")


def rendered(text: str, extensions: Extensions) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The HTML, and the contents."""
    names = [name.removeprefix("markdown.extensions.") for name in extensions.names]
    if whole := whole_page(text, names, extensions.settings.get("toc", {})):
        return whole
    made = _markdown(str(extensions)) if extensions.is_plain else _made(extensions)
    apart, runs = without_finished(text, names)
    html = made.reset().convert(apart)
    return with_finished(html, runs), getattr(made, "toc_tokens", [])


@cache
def _markdown(said: str) -> markdown.Markdown:
    """One for all pages: making it takes as long as a short page."""
    return _made(Extensions(*json.loads(said)))


def _made(extensions: Extensions) -> markdown.Markdown:
    return markdown.Markdown(extensions=list(extensions.names), extension_configs={k: dict(v) for k, v in extensions.settings.items()})


def examined(key: str, html: str, contents: Sequence[Mapping[str, Any]]) -> Rendered:
    """What a C parser finds in it."""
    root = LexborHTMLParser(html)
    anchors = [one.id or one.attributes.get("name") or "" for one in root.css("[id], a[name]")]
    links = [one.attributes.get("href") or one.attributes.get("src") or "" for one in root.css("a[href], img[src]")]
    top = root.body.child if root.body else None
    while top is not None and not top.is_element_node:
        top = top.next
    first = next((token for token in contents if token["level"] == 1), None) if top is not None and top.tag == "h1" else None
    compared = normal(root.body) if root.body else ""
    title = first["name"] if first else ""
    return Rendered(key, contents, list(dict.fromkeys(anchors)), list(dict.fromkeys(links)), title, compared, html)
