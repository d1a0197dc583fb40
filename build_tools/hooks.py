"""MkDocs hooks: the only module that knows mkdocs. They start the converter, and keep a build the same on any day."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_tools.commands.build import build  # noqa: E402  (mkdocs loads this file by its path, outside the package)
from build_tools.commands.report import report  # noqa: E402
from build_tools.faults import CallError  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Dates in the built site come from the sources, not from the clock."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_latest_date()))


def on_pre_build(config: MkDocsConfig) -> None:  # noqa: ARG001
    """Convert first; faults in the sources end the build."""
    try:
        _, faults = build(ROOT, write=True)
    except CallError as error:
        raise Abort(str(error)) from None
    if report(faults):
        raise Abort("原文有问题，没有生成网站。")


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001
    """Leave the theme's own scripts out: no page loads them, they weigh two megabytes and name other hosts."""
    for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Convert again when something under source/ changes."""
    server.watch(str(ROOT / "source"))
    return server


def _latest_date() -> int:
    """The latest date of a document or of a check that stands in the sources, as seconds since 1970."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in (ROOT / "source").rglob("*.yml"))
    dates = {found for text in texts for found in re.findall(r"(?:^date|\bon): [\"']?(\d{4}-\d\d-\d\d)", text, re.MULTILINE)}
    return max((_seconds(date) for date in dates), default=0)


def _seconds(date: str) -> int:
    """0 for what is no date; the converter says so at its place."""
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0
