"""The MkDocs plugin: what happens at which of the host's events. ``plugins: [duidu]`` is all a corpus's ``mkdocs.yml`` needs.

It brings the theme's folder, starts the converter, keeps a build the same on any day, and lets ``site`` make the pages light. What is
done at an event stands in a module of its own.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import ChoiceLoader, DictLoader, pass_context
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority

from ..model.faults import CallError
from ..project.conversion.build import build
from ..project.kept import Kept
from ..project.report import report
from ..project.switch import working
from ..prove.manifest import write_manifest
from ..read.glossary import read_glossary
from ..read.words import read_words, shipped_words
from ..render.exports.words import template_words
from ..render.line_breaks import with_line_breaks
from ..render.permalinks import with_named_permalinks
from ..render.rendering import extensions_of
from ..render.wording import using
from .assets.assembly import Assembly
from .building import CONVERTED
from .card import CARD
from .cards import cards, document_path
from .dates import latest_date
from .files import add, assembled
from .handover import KEPT, Handover, can_hand_over, surroundings
from .links import published
from .navigation import APART, navigation
from .running_titles import with_running_titles
from .search_engines import ROBOTS, SITEMAP, address_of, last_changes, robots
from .theme import theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

STYLES = tuple(f"assets/{name}.css" for name in ("edition", "share", "search", "print"))
SCRIPTS = tuple(f"assets/{name}.js" for name in ("edition", "landing", "share", "search"))


class Options(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say below ``duidu``; MkDocs checks the values and warns of names it does not know."""

    theme = c.Type(bool, default=True)
    """Whether the plugin brings its theme: templates, styles, scripts. A corpus that says no needs all of them itself."""


class DuiduPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """The state of the build that is running: mkdocs calls the events one by one."""

    def __init__(self) -> None:
        self.whole = True
        self.root = Path()
        self.ours: frozenset[str] = frozenset()
        self.unbroken: frozenset[str] = frozenset()
        """What stays whole where a heading is broken: terms, and what we call our own pages."""
        self.words = shipped_words()
        self.assembly: Assembly | None = None
        self.alone = ExitStack()
        self.handover: Handover | None = None
        self.nav: Navigation | None = None

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build of changed pages only leaves names and styles as they are."""
        self.whole = not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The project is where ``mkdocs.yml`` lies; its own theme folder comes before ours. Dates come from the sources, not from the clock."""
        self.root = Path(config.config_file_path).resolve().parent
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(latest_date(self.root / "source")))
        extensions = extensions_of(config.markdown_extensions, config.mdx_configs)
        config.markdown_extensions[:] = extensions.names
        config.mdx_configs.update({name: dict(settings) for name, settings in extensions.settings.items()})
        self.ours = frozenset({str(config.theme.custom_dir or theme_folder()), str(theme_folder())})
        if config.not_in_nav is None:
            config.not_in_nav = c.PathSpec().validate(APART)
        if self.config.theme:
            self._bring_theme(config)
        return config

    def _bring_theme(self, config: MkDocsConfig) -> None:
        """Our folder after the project's own, our styles and scripts before those it adds; what ``mkdocs.yml`` lists itself stays as it is."""
        if str(theme_folder()) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_folder()))
        config.theme["font"] = False  # else every page names another host's fonts
        config.extra_css[:0] = [path for path in STYLES if path not in config.extra_css]
        listed = {str(script) for script in config.extra_javascript}
        config.extra_javascript[:0] = [path for path in SCRIPTS if path not in listed]

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Convert first; faults in the sources end the build. Until the site is there nobody else changes what it is made from."""
        try:
            self.alone.enter_context(working(self.root, "mkdocs build"))
            converted = os.environ.get(CONVERTED) == str(self.root)
            faults = () if converted else build(self.root, write=True)[1]
        except CallError as error:
            raise Abort(str(error)) from None
        if report(faults):
            raise Abort("原文有问题，没有生成网站。")
        glossary, _ = read_glossary(self.root)
        self.words, _ = read_words(self.root)
        if config.nav is None:
            config.nav = navigation(Path(config.docs_dir), self.words)
        forms = (form for term in glossary.terms for form in term.forms)
        self.unbroken = frozenset([*forms, *(self.words.say(f"compare.{name}") for name in ("rows", "overview_name", "lists"))])
        self.handover = Handover(Kept(self.root), config) if self.whole and can_hand_over(config) else None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish our scripts and styles under names that carry their content. A build of changed pages only leaves all as it is."""
        self.assembly = None
        self._add_pictures(files, config)
        add(files, config, ROBOTS, robots(config.site_url))
        if self.whole:
            self.assembly = assembled(files, config, self.ours, Kept(self.root))
        return files

    def _add_pictures(self, files: Files, config: MkDocsConfig) -> None:
        """For shared links; only a site that knows its address names them."""
        if config.site_url:
            with using(self.words):
                for path, picture in cards(self.root, config.site_name, lambda path: files.get_file_from_path(path) is None):
                    add(files, config, path, picture)
        config.extra["card"] = files.get_file_from_path(CARD) is not None

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """``{{ 'assets/part.js'|url }}`` gives the published name; without the hooks, the file itself. Templates speak the corpus's words."""
        own = DictLoader({"partials/words.html": template_words(self.words), KEPT: ""})
        env.loader = ChoiceLoader([own, env.loader] if env.loader else [own])
        if assembly := self.assembly:
            plain: Any = env.filters["url"]

            @pass_context
            def url(context: Context, value: object) -> str:
                return str(plain(context, assembly.address(str(value))))

            env.filters["url"] = url
        if self.handover and self.nav:
            further = {"words": template_words(self.words), "unbroken": self.unbroken, "assets": str(self.assembly)}
            self.handover.settle(surroundings(config, self.nav, self.ours, further), self.nav, files)
        return env

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Pages that stand in the navigation are drawn in every build."""
        self.nav = nav
        return nav

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """Nothing, for a page that we render: the host has no part in it."""
        if self.handover is None:
            return None
        self.handover.read(page)
        return ""

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What the front matter says, which stood in what the host did not read; and the picture of the document that a page is of."""
        if self.handover:
            page.meta = self.handover.meta()
        citation = page.meta.get("citation")
        if isinstance(citation, dict) and files.get_file_from_path(path := document_path(str(citation.get("document")))):
            page.meta["card"] = path
        return markdown

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """The edition for a disk has files instead of folders as addresses; those that people pass on are the site's."""
        if page.canonical_url and config.site_url and not config.use_directory_urls:
            page.canonical_url = address_of(config.site_url, page.file.dest_uri)
        return page

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Official headings break between words; a page that we render is not held until it is drawn."""
        if self.handover is None:
            return self._as_drawn(published(html, page, config, files))
        self.handover.content(page, config, files)
        return ""

    def on_page_context(self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """Now it is drawn."""
        if self.handover and (html := self.handover.html(page, config)) is not None:
            page.content = self._as_drawn(html)
        return context

    def _as_drawn(self, html: str) -> str:
        """The HTML of a page with what the theme adds to it: where headings may be broken, what permalinks are called."""
        return with_line_breaks(with_named_permalinks(html), self.unbroken)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """The running titles of paper stand in attributes of the page, where no word of a corpus can become a rule; note what it needs."""
        file = Path(page.file.abs_dest_path)
        if self.handover and self.assembly and (drawn := self.handover.drawn(page)):
            self.assembly.take(file, drawn[0])
            return drawn[1]
        output = with_running_titles(output, page.meta, config.site_name, page.canonical_url if config.site_url else None)
        if self.handover:
            page.content = ""
        if self.assembly is None:
            return output
        found, output = self.assembly.examined(output)
        self.assembly.take(file, found)
        if self.handover:
            self.handover.keep(page, found, output)
        return output

    def on_template_context(self, context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """When each page that comes from the sources last changed, for search engines; of others nothing says so."""
        if template_name == SITEMAP and config.site_url:
            context["lastmod"] = last_changes(self.root)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages without a source: 404.html."""
        if self.assembly and template_name.endswith(".html"):
            return self.assembly.page(Path(config.site_dir, template_name), output_content)
        return output_content

    @event_priority(-100)  # after every other plugin
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what all pages share, remove what none needs, list what is there."""
        if self.assembly:
            self.assembly.finish(Path(config.site_dir))
        if self.handover:
            self.handover.finish()
        write_manifest(Path(config.site_dir))
        self.alone.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Others may work here again."""
        self.alone.close()
