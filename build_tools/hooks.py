"""MkDocs hooks: the only module that knows mkdocs.

They start the converter, keep a build the same on any day, and let ``assets`` make the pages light. Everything works without them as well.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

from jinja2 import pass_context
from mkdocs.exceptions import Abort

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_tools.assets.assembly import Assembly  # noqa: E402  (mkdocs loads this file by its path, outside the package)
from build_tools.assets.dates import latest_date  # noqa: E402
from build_tools.commands.build import build  # noqa: E402
from build_tools.commands.report import report  # noqa: E402
from build_tools.faults import CallError  # noqa: E402
from build_tools.joints import with_joints  # noqa: E402
from build_tools.read.glossary import read_glossary  # noqa: E402

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

SUFFIXES = (".css", ".js")


class _State:
    """Of the build that is running: mkdocs calls the hooks one by one."""

    whole = True
    terms: frozenset[str] = frozenset()
    assembly: Assembly | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Dates in the built site come from the sources, not from the clock."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(latest_date(ROOT / "source")))
    _State.whole = not dirty


def on_pre_build(config: MkDocsConfig) -> None:  # noqa: ARG001
    """Convert first; faults in the sources end the build."""
    try:
        _, faults = build(ROOT, write=True)
    except CallError as error:
        raise Abort(str(error)) from None
    if report(faults):
        raise Abort("原文有问题，没有生成网站。")
    glossary, _ = read_glossary(ROOT)
    _State.terms = frozenset(form for term in glossary.terms for form in term.forms)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish our scripts and styles under names that carry their content. A build of changed pages only leaves all as it is."""
    _State.assembly = None
    if not _State.whole:
        return files
    listed = {str(one) for one in (*config.extra_css, *config.extra_javascript)}
    own = {file.src_uri: file for file in files if file.src_uri.endswith(SUFFIXES) and (file.src_uri in listed or _ours(file, config))}
    theme = {
        file.src_uri: file for file in files if file.src_uri not in own and file.src_dir in config.theme.dirs and not _ours(file, config)
    }
    assembly = _State.assembly = Assembly(
        {path: file.content_string for path, file in own.items()},
        {path: file.content_string if path.endswith(SUFFIXES) else None for path, file in theme.items()},
    )
    for path, file in own.items():
        file.content_string, file.dest_uri = assembly.own[path].text, assembly.own[path].path
        for derived in ("url", "abs_dest_path"):
            file.__dict__.pop(derived, None)
    config.extra_css = [assembly.address(path) for path in config.extra_css]
    for at, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[at] = assembly.address(script)
        else:
            script.path = assembly.address(script.path)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """``{{ 'assets/part.js'|url }}`` gives the published name; without the hooks, the file itself."""
    if assembly := _State.assembly:
        plain: Any = env.filters["url"]

        @pass_context
        def url(context: Context, value: object) -> str:
            return str(plain(context, assembly.address(str(value))))

        env.filters["url"] = url
    return env


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG001
    """The edition for a disk has files instead of folders as addresses; those that people pass on are the site's."""
    if page.canonical_url and config.site_url and not config.use_directory_urls:
        page.canonical_url = urljoin(config.site_url, re.sub(r"(^|/)index\.html$", r"\1", page.file.dest_uri).replace(".html", "/"))
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Official headings break between words."""
    return with_joints(html, _State.terms)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Note what the page needs."""
    return _State.assembly.page(Path(page.file.abs_dest_path), output) if _State.assembly else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages without a source: 404.html."""
    if _State.assembly and template_name.endswith(".html"):
        return _State.assembly.page(Path(config.site_dir, template_name), output_content)
    return output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write what all pages share, remove what none needs."""
    if _State.assembly:
        _State.assembly.finish(Path(config.site_dir))


def _ours(file: File, config: MkDocsConfig) -> bool:
    return config.theme.custom_dir is not None and file.src_dir == config.theme.custom_dir


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Convert again when something under source/ changes."""
    server.watch(str(ROOT / "source"))
    return server
