"""A web server that sends the files of a folder, and whatever else it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

POLICY = "default-src 'none'; script-src 'self'"


@dataclass
class Behaviour:
    """How a server answers, besides sending the files of its folder."""

    folder: Path
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"})
    cached: bool = True
    types: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    packed: dict[str, bytes] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    everything_is_there: bool = False


class Server(SimpleHTTPRequestHandler):
    behaviour: Behaviour

    def do_GET(self) -> None:
        path, how = self.path.lstrip("/"), self.behaviour
        if path in how.raw:
            self.wfile.write(how.raw[path])
        elif path in how.redirects:
            self.send_response(302)
            self.send_header("Location", how.redirects[path])
            self.end_headers()
        elif path in how.packed and "gzip" in self.headers["Accept-Encoding"]:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(how.packed[path])
        elif how.everything_is_there and not Path(self.translate_path(self.path)).exists():
            self.path = "/"
            super().do_GET()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.behaviour.headers.items():
            self.send_header(name, value)
        if self.behaviour.cached and self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "immutable")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        return self.behaviour.types.get(Path(path).suffix, super().guess_type(path) + "; charset=utf-8")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not there is answered with the site's own page, if it has one."""
        page = self.behaviour.folder / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def list_directory(self, _: Any) -> None:
        self.send_error(404)

    def log_message(self, *_: Any) -> None:
        pass
