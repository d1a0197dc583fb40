"""check --site ADDRESS: what a server sends against what was built, a line for each difference."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from duidu.model.faults import CallError
from duidu.prove.served import served_faults
from tests.test_releases import site

HEADERS = "# 响应头\n/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\n/assets/*.js\n  Cache-Control: immutable\n"


class Server(SimpleHTTPRequestHandler):
    """A server with the headers that the site asks for."""

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        return super().guess_type(path) + "; charset=utf-8"

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = site(tmp_path, 1)
    (folder / "_headers").write_text(HEADERS)
    return folder


@pytest.fixture
def online(built: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A copy of the site, served."""
    folder = tmp_path / "online"
    folder.mkdir()
    for file in built.rglob("*"):
        if file.is_file():
            (folder / file.relative_to(built)).parent.mkdir(parents=True, exist_ok=True)
            (folder / file.relative_to(built)).write_bytes(file.read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


def said(address: str, built: Path) -> list[str]:
    found = list(served_faults(address, built))
    assert {fault.code for fault in found} <= {"PRV005"}
    return [f"{fault.path} {fault.message}" for fault in found]


def test_the_same_site_has_no_finding(online: tuple[str, Path], built: Path) -> None:
    assert said(online[0], built) == []
    assert said(online[0] + "/", built) == []


def test_each_difference_is_a_line(online: tuple[str, Path], built: Path) -> None:
    address, folder = online
    (folder / "about.html").write_text("改过")
    (folder / "search/t0.js").unlink()
    (folder / "data/manifest.json").write_text("{}")
    assert said(address, built) == [
        "网上/data/manifest.json 网上的不是这里建成的一版",
        "网上/about.html 内容与建成的不同",
        "网上/search/t0.js 应答是 404，应为 200",
    ]


def test_headers_that_are_missing_or_others_are_lines(online: tuple[str, Path], built: Path) -> None:
    (built / "_headers").write_text(HEADERS.replace("no-referrer", "same-origin").replace("  X-Con", "  X-Frame-Options: DENY\n  X-Con"))
    assert said(online[0], built) == [
        "网上/index.html 响应头 X-Frame-Options 没有，应为“DENY”",
        "网上/index.html 响应头 Referrer-Policy 是“no-referrer”，应为“same-origin”",
    ]


def test_where_nothing_answers_or_nothing_was_built_the_call_is_wrong(online: tuple[str, Path], built: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="没有应答"):
        said("http://127.0.0.1:9/", built)
    with pytest.raises(CallError, match="先运行 duidu site"):
        said(online[0], tmp_path / "nowhere")
