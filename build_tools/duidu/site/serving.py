"""The site while somebody works on it: built once per save, shown anew in the browser, faults as a page until they are mended.

The reload is a script from a file of the same origin, so that the page's own policy lets it run; it is only there while serving.
"""

from __future__ import annotations

import html
import shutil
import tempfile
import threading
import time
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..model.faults import CallError, stopping
from ..project.conversion.build import build
from ..project.refusals import reason_deaf, reason_unread
from ..project.report import report
from ..project.switch import working
from ..prove.manifest import NOT_THERE
from .building import generate
from .watching import Watched

SCRIPT, VERSION = "/.duidu/reload.js", "/.duidu/version"
LOOK_EVERY = 0.3
WAIT_AT_MOST = 20
"""Seconds that a browser's question for a new version stays open."""
NOTICE = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>body{{max-width:60em;margin:2em auto;padding:0 1em;font:1rem/1.7 sans-serif}}li{{margin:.5em 0;overflow-wrap:anywhere}}</style>
<h1>{title}</h1>
<p>{remark}</p>
<ol id="faults">{items}</ol>
</html>
"""


class Serving:
    """What is shown now: a folder with the site, or a notice in its place."""

    def __init__(self, root: Path, work: Path) -> None:
        self.root = root
        self.work = work
        self.folder: Path | None = None
        self.notice = NOTICE.format(title="正在生成", remark="生成好了，这一页自己换成网站。", items="")
        self.number = 0
        self.started = time.time_ns()
        self.turned = threading.Condition()
        self.watched = Watched(root)

    @property
    def version(self) -> str:
        """Another one whenever something else is shown, also after a new start."""
        return f"{self.started}-{self.number}"

    def watch(self) -> None:
        """Build whenever something changed, for ever."""
        while True:
            if self.watched.changed():
                self.rebuild()
            time.sleep(LOOK_EVERY)

    def rebuild(self) -> None:
        """One build; then the new site or what is wrong is shown."""
        self.watched.take()
        began = time.monotonic()
        new = self.work / str(self.number + 1)
        wrong = self._build(new)
        if wrong:
            shutil.rmtree(new, ignore_errors=True)
            items = "".join(f"<li>{html.escape(line)}</li>" for line in wrong)
            self._show(None, NOTICE.format(title="有问题，网站没有重新生成", remark="改好存盘，这一页自己换回网站。", items=items))
            print(f"有 {len(wrong)} 处问题，列在上面，也在浏览器里。", flush=True)
        else:
            self._show(new, "")
            print(f"已生成（{time.monotonic() - began:.1f} 秒）。", flush=True)

    def _build(self, new: Path) -> Sequence[str]:
        try:
            with working(self.root, "duidu serve"):
                return self._built(new)
        except CallError as error:
            return [str(error)]
        except OSError as error:  # a file that is just being written or removed
            return [f"{error.filename}：{reason_unread(error) or error.strerror}"]

    def _built(self, new: Path) -> Sequence[str]:
        plan, faults = build(self.root, write=True)
        self.watched.wrote(self.root / path for path in (*(page.path for page in plan.written), *plan.removed))
        report(faults)
        if wrong := stopping(faults):
            return [str(fault) for fault in sorted(set(wrong))]
        said: list[str] = []
        good = generate(self.root, new, environment={"SITE_URL": "", "SITE_OFFLINE": "", "SITE_CHANGES": ""}, said=said)
        return [] if good else [line for line in said if line.startswith(("WARNING", "ERROR"))] or said or ["MkDocs 没有生成网站。"]

    def _show(self, folder: Path | None, notice: str) -> None:
        with self.turned:
            old = self.folder
            self.folder, self.notice = folder, notice
            self.number += 1
            self.turned.notify_all()
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def wait_for_other_than(self, shown: str) -> str:
        """The version as soon as it is another than the one shown, or the same after a while."""
        with self.turned:
            self.turned.wait_for(lambda: self.version != shown, WAIT_AT_MOST)
            return self.version


class Handler(SimpleHTTPRequestHandler):
    """Files of the site as it is now; pages with the script that asks for a newer one."""

    def __init__(self, *args: Any, serving: Serving, **settings: Any) -> None:
        self.serving = serving
        super().__init__(*args, directory=str(serving.folder or serving.work), **settings)

    def do_GET(self) -> None:
        """Answer one request."""
        asked = urlsplit(self.path)
        if asked.path == SCRIPT:
            self._answer(Path(__file__).with_name("reload.js").read_bytes(), "text/javascript")
        elif asked.path == VERSION:
            shown = parse_qs(asked.query).get("shown", [""])[0]
            self._answer(self.serving.wait_for_other_than(shown).encode(), "text/plain")
        elif self.serving.folder is None:
            self._page(self.serving.notice, HTTPStatus.OK)
        else:
            self._file()

    def _file(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file /= "index.html"
        if file.is_dir():
            super().do_GET()  # leads on to the address with a slash
        elif file.suffix == ".html" and file.is_file():
            self._page(file.read_text(encoding="utf-8"), HTTPStatus.OK)
        elif file.is_file():
            super().do_GET()
        else:
            missing = Path(self.directory, NOT_THERE)
            self._page(missing.read_text(encoding="utf-8") if missing.is_file() else "", HTTPStatus.NOT_FOUND)

    def _page(self, page: str, status: HTTPStatus) -> None:
        script = f'<script src="{SCRIPT}" data-version="{self.serving.version}"></script>'
        before, end, after = page.rpartition("</body>")
        self._answer((before + script + end + after if end else page + script).encode(), "text/html", status)

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Nothing is kept: the next save changes it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """The terminal is for faults."""


class Server(ThreadingHTTPServer):
    """Says nothing about readers who leave in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A closed connection is no fault."""


def serve(root: Path, port: int) -> None:
    """Serve until stopped. Raises CallError if the port is taken."""
    with tempfile.TemporaryDirectory(prefix="duidu-") as work:
        serving = Serving(root, Path(work))
        try:
            server = Server(("127.0.0.1", port), partial(Handler, serving=serving))
        except OSError as error:
            raise CallError(f"用不了端口 {port}：{reason_deaf(error)}。用 --port 换一个，如 --port {port + 1}。") from None
        with server:
            print(f"在浏览器里打开 http://127.0.0.1:{server.server_port}/ ，按 Ctrl 和 C 结束。", flush=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            serving.watch()
