"""A static host as the bench sees it: gzip as hosts send it, and a browser that tells how long answers take and what they cost."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import statistics
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browsing import QuietHandler

COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".txt", ".xml")


@cache
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class Host(QuietHandler):
    """Files with ``Content-Encoding: gzip``, kept compressed after the first time, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802
        """Text is sent compressed."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = _gzipped(file) if file.suffix in COMPRESSED else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Meter:
    """Counts what a page receives, headers included, its workers' requests too."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self._session = page.context.new_cdp_session(page)
        self._session.send("Network.enable")
        self._session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def spent(self) -> int:
        """Bytes since it was last asked."""
        spent, self.bytes = self.bytes, 0
        return spent


@contextlib.contextmanager
def fresh_page(browser: Browser, address: str) -> Iterator[tuple[Page, Meter]]:
    """A page in a browser that has never been there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    meter = Meter(page)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    meter.spent()
    yield page, meter
    context.close()


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
