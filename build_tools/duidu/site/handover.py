"""Pages handed to the host as finished: rendered once, by whoever needed them first, and drawn into the theme only where anything changed.

The host still reads, checks and writes every page: it gets contents, anchors and links from here, so that ``--strict`` counts what is wrong
with them as ever, and an empty text to render. Memory: what a page holds stays on the disk until it is written.

Only where this plugin is the only one, and the extensions do nothing but what their settings say: else the host does it all itself.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data

from ..project.files import files_key
from ..project.kept import Kept, key_of
from ..render.markdown import GENERATED
from ..render.rendering import KIND, Renderer, extensions_of
from .assets.records import Met
from .links import AnchorLinks, Targets, renamed, resolved

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

KEPT = "duidu-kept.html"
"""The template of a page that is not drawn again: nothing, its text comes after."""
OF_THE_HOST = ("plugins", "theme", "nav", "site_dir", "docs_dir", "config_file_path", "hooks", "not_in_nav", "exclude_docs", "draft_docs")
"""Settings that no template shows, or that are looked at otherwise."""
_FRONT = re.compile(r"---\n" + re.escape(GENERATED) + r"\n(.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """Of a page what is not on the disk."""

    rendered: str
    """The key of its HTML."""
    named: str
    """The hash of what its links are called."""
    names: Mapping[str, str] | None
    """What its links are called; None where that is as in the last build, and not asked yet."""
    output: str = ""
    """The key of the page as it is published, "" where that is not kept."""


def can_hand_over(config: MkDocsConfig) -> bool:
    """Whether nothing else has a part in the pages."""
    return set(config.plugins) == {"duidu"} and not config.hooks and extensions_of(config.markdown_extensions, config.mdx_configs).is_plain


class Handover:
    """One build's pages."""

    def __init__(self, kept: Kept, config: MkDocsConfig) -> None:
        self.kept = kept
        self.renderer = Renderer(kept, extensions_of(config.markdown_extensions, config.mdx_configs))
        self.kind = "output" if config.use_directory_urls else "output-files"
        self.known: dict[str, Known] = {}
        self.named = Named(kept, self.kind)
        self.ready: set[str] = set()
        self.targets: Targets | None = None
        self._read: tuple[dict[str, Any], str] = ({}, "")

    def read(self, page: Page) -> None:
        """Take in the source of a page; the host would make its Markdown anew to render nothing."""
        self._read = _parts(page.file.content_string)
        page.content = ""
        page.__dict__["render"] = _rendered_already

    def meta(self) -> dict[str, Any]:
        """What its front matter says."""
        return self._read[0]

    def content(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """What the host needs to know of the page; it may be rendered from here on."""
        found = self.renderer.facts(self._read[1])
        if self.targets is None or self.targets.files is not files:
            self.targets = Targets(files)
            self.named.among(files)
        source = page.file.src_uri
        page.toc = get_toc(list(found.contents))  # type: ignore[arg-type]
        page._title_from_render = found.title or None
        page.present_anchor_ids = set(map(sys.intern, found.anchors))
        page.links_to_anchors = AnchorLinks(page.file, found.links, self.targets)  # type: ignore[assignment]
        named, names = self.named.before(source, found.key), None
        if named is None:
            names, quiet = resolved(page, found.links, config, self.targets)
            named = key_of(json.dumps(names, ensure_ascii=False))
            if quiet:
                self.named.note(source, found.key, named)
        self.known[source] = Known(found.key, named, names)
        self._read = ({}, "")

    def settle(self, surroundings: str, nav: Navigation, files: Files) -> None:
        """All pages are read: find those that were drawn before, exactly as they would be now. Pages of the navigation are always drawn."""
        apart = {page.file.src_uri for page in nav.pages}
        for file in files.documentation_pages():
            page, known = file.page, self.known.get(file.src_uri)
            if page is None or known is None or file.src_uri in apart:
                continue
            try:
                about = json.dumps(
                    [file.src_uri, file.dest_uri, page.title, page.meta, page.canonical_url, page.edit_url, known.named], ensure_ascii=False
                )
            except TypeError:
                continue  # a date in front matter written by hand
            key = key_of("output", surroundings, known.rendered, about)
            self.known[file.src_uri] = replace(known, output=key)
            if self.kept.keeps(self.kind, key):
                self.ready.add(file.src_uri)
                page.meta["template"] = KEPT

    def html(self, page: Page, config: MkDocsConfig) -> str | None:
        """The page without theme, its links resolved; None where it need not be drawn."""
        known = self.known.get(page.file.src_uri)
        if known is None or page.file.src_uri in self.ready:
            return None
        html = self.renderer.again(known.rendered)
        if html is None:  # somebody emptied the folder meanwhile
            html = self.renderer.of(_parts(page.file.content_string)[1]).html
        names = known.names
        if names is None:
            assert self.targets
            names, _ = resolved(page, self.renderer.facts(_parts(page.file.content_string)[1]).links, config, self.targets)
        return renamed(html, names)

    def drawn(self, page: Page) -> tuple[Met, str] | None:
        """The page as it was published, and what it needs; None where it is drawn anew. Raises OSError if it is gone since ``settle``."""
        known = self.known.get(page.file.src_uri)
        if known is None or page.file.src_uri not in self.ready:
            return None
        written = self.kept.get(self.kind, known.output)
        if written is None:
            raise OSError(f"{self.kept.folder} 里的东西在生成时被删去了。再运行一次。")
        head, _, html = written.partition("\n")
        needs, references, scripts, sheets = json.loads(head)
        return Met(set(needs), set(references), set(scripts), {tuple(one) for one in sheets}), html

    def keep(self, page: Page, met: Met, html: str) -> None:
        """A page as it is published, for the next time."""
        known = self.known.get(page.file.src_uri)
        if known and known.output:
            head = json.dumps([sorted(one) for one in (met.needs, met.references, met.scripts, met.sheets)], ensure_ascii=False)
            self.kept.put(self.kind, known.output, f"{head}\n{html}")

    def finish(self) -> None:
        """Remove what this build did not use."""
        self.named.keep()
        self.kept.sweep((KIND, self.kind))


def _rendered_already(*_: object) -> None:
    """In the place of the host's own rendering."""


class Named:
    """What the links of pages are called in the site, from build to build: the same for the same page among the same files.

    Only of pages about whose links the host has nothing to say: of others it is to say it in every build.
    """

    def __init__(self, kept: Kept, kind: str) -> None:
        self.kept = kept
        self.kind = kind
        self._files = ""
        self._before: Mapping[str, list[str]] = {}
        self._now: dict[str, list[str]] = {}

    def among(self, files: Files) -> None:
        """All files of the build are known."""
        self._files = key_of(*sorted(f"{file.src_uri} {file.url} {file.inclusion.name}" for file in files))
        written = self.kept.get(self.kind, key_of("names", self.kind))
        known, pages = json.loads(written) if written else ("", {})
        self._before = pages if known == self._files else {}

    def before(self, source: str, rendered: str) -> str | None:
        """The hash of what the links of a page are called; None where that is to be asked."""
        known = self._before.get(source)
        if known is None or known[0] != rendered:
            return None
        self._now[source] = known
        return known[1]

    def note(self, source: str, rendered: str, named: str) -> None:
        """What they are called, has this hash."""
        self._now[source] = [rendered, named]

    def keep(self) -> None:
        """For the next build."""
        self.kept.put(self.kind, key_of("names", self.kind), json.dumps([self._files, self._now], ensure_ascii=False))


def surroundings(config: MkDocsConfig, nav: Navigation, ours: frozenset[str], further: Mapping[str, object]) -> str:
    """The hash of all that every page shows besides its own: settings, navigation, templates, what the plugin adds."""
    host = sys.modules[type(config).__module__.partition(".")[0]]
    settings = {name: value for name, value in dict(config).items() if name not in OF_THE_HOST}
    said = json.dumps(
        [settings, dict(config.theme), list(_entries(nav.items)), further], default=_plain, ensure_ascii=False, sort_keys=True
    )  # fmt: skip
    templates = [_templates(Path(folder)) for folder in config.theme.dirs if folder in ours or "site-packages" not in Path(folder).parts]
    return key_of(getattr(host, "__version__", ""), Path(config.config_file_path).read_bytes(), said, *templates)


def _templates(folder: Path) -> str:
    """Of a folder that no version of a package stands for."""
    return files_key((file for file in folder.rglob("*") if file.is_file()), folder)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value) if hasattr(value, "path") else type(value).__name__


def _entries(items: Any) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.title or "", getattr(item, "url", "") or ""
        yield from _entries(item.children or ())


def _parts(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and text. Ours has a value in JSON a line, which reads faster than YAML."""
    if found := _FRONT.match(text):
        lines = (line.partition(": ") for line in found[1].splitlines())
        return {name: json.loads(value) for name, _, value in lines}, text[found.end() :].lstrip("\n")
    body, meta = get_data(text)
    return dict(meta), body
