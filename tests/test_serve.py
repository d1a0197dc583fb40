"""make serve: a change under source/ is converted again while the server runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.projects import Project

PATIENCE = 60
"""Seconds after which a change that has not come through counts as lost."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(url: str, wanted: str) -> str:
    shown = ""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                shown = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            shown = ""
        if wanted in shown:
            return shown
        time.sleep(0.2)
    raise AssertionError(f"{wanted!r} did not come: {shown[:200]!r}")


def test_a_changed_source_is_converted_again(real: Project) -> None:
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=real.root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/suining-2024/", "中共遂宁市委")
        file = real.root / "source/suining-2024/document.yml"
        file.write_text(file.read_text().replace("一个转载网站的页面", "另一个转载网站的页面"))
        wait_for(f"http://127.0.0.1:{port}/suining-2024/", "另一个转载网站的页面")
        assert "另一个转载网站的页面" in (real.root / "docs/suining-2024/index.md").read_text()
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
