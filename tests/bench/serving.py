"""A static host as the bench sees it: gzip as hosts send it, and a browser that tells how long answers take and what they cost."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import statistics
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browsing import QuietHandler

HEAD = 250
"""Bytes of a response's head, about."""
COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".txt", ".xml")


class Host(QuietHandler):
    """Files with ``Content-Encoding: gzip``, kept compressed after the first time, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Site, *args: Any, **options: Any) -> None:
        self.site = site
        super().__init__(*args, **options)

    def do_GET(self) -> None:  # noqa: N802
        """Text is sent compressed."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = self.site.compressed(file) if file.suffix in COMPRESSED else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.site.log.append((self.path, len(body) + HEAD))
        self.wfile.write(body)


class Site:
    """A folder that is served, and what was sent of it: body and head, whoever asked, a worker too."""

    def __init__(self, folder: Path) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, self, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self.log: list[tuple[str, int]] = []
        self._compressed: dict[Path, bytes] = {}
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def spent(self, path: str = "") -> int:
        """Bytes since it was last asked, of files with this in their path."""
        log, self.log = self.log, []
        return sum(size for one, size in log if path in one)

    def compressed(self, file: Path) -> bytes:
        """As a host sends it; compressed once."""
        if file not in self._compressed:
            self._compressed[file] = gzip.compress(file.read_bytes(), 6)
        return self._compressed[file]

    def close(self) -> None:
        """No more requests."""
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder as a site."""
    with contextlib.closing(Site(folder)) as site:
        yield site


@contextlib.contextmanager
def fresh_page(browser: Browser, site: Site) -> Iterator[Page]:
    """The home page in a browser that has never been there. What it costs itself is still to be taken off."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True) as context:  # Playwright waits by eval
        page = context.new_page()
        page.goto(site.address, wait_until="load")
        page.wait_for_timeout(300)
        yield page


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a list of queries: milliseconds from key stroke to result, and bytes."""

    times: tuple[float, ...]
    sizes: tuple[int, ...] = ()

    def __str__(self) -> str:
        told = f"中位 {statistics.median(self.times):.0f} ms，p95 {at(self.times, 0.95):.0f} ms"
        return told + (f"；每问 {statistics.median(self.sizes) / 1000:.0f} KB，最多 {max(self.sizes) / 1000:.0f} KB" if self.sizes else "")


def at(values: Sequence[float], share: float) -> float:
    """The value below which this share of all lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
