"""duidu serve: one build per save, a reload under the page's own policy, faults as a page that goes away when mended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from duidu.site.watching import Watched
from tests.projects import Project

PATIENCE = 90
"""Seconds after which a change that has not come through counts as lost."""
SHOWN = PATIENCE * 1000
Served = tuple[Project, str, "subprocess.Popen[str]"]


@pytest.fixture
def served(pair: Project) -> Iterator[Served]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    log = (pair.root.parent / f"{pair.root.name}.log").open("w")
    command = [sys.executable, "-m", "duidu", "--root", str(pair.root), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env={**os.environ}, start_new_session=True)
    assert process.stdout
    assert "127.0.0.1" in process.stdout.readline()
    yield pair, f"http://127.0.0.1:{port}/", process
    process.kill()
    process.communicate()
    log.close()


def test_a_save_is_shown_by_itself_faults_are_a_page_and_ctrl_c_is_quiet(served: Served, page: Page) -> None:
    """One long test: the server is started once."""
    project, address, process = served
    file = project.root / "source/tongjiang/document.yml"
    good = file.read_text()
    page.goto(f"{address}tongjiang/")  # a page says that the first build is running, and gives way to the site
    expect(page.locator("#title")).to_contain_text("中共桐江市委", timeout=SHOWN)
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert "script-src 'self'" in policy

    file.write_text(good + "\nremark: [\n")
    expect(page.locator("#faults")).to_contain_text("source/tongjiang/document.yml:", timeout=SHOWN)
    expect(page.locator("#faults")).to_contain_text("DOC001")
    assert page.url == f"{address}tongjiang/"

    file.write_text(good.replace("found: 测试", "found: 另一个转载网站的页面"))
    expect(page.locator(".provenance").first).to_contain_text("另一个转载网站的页面", timeout=SHOWN)
    assert "另一个转载网站的页面" in (project.root / "docs/tongjiang/index.md").read_text()

    file.write_text(good.replace("found: 测试", "found: 又一个网站的页面"))
    expect(page.locator(".provenance").first).to_contain_text("又一个网站的页面", timeout=SHOWN)
    page.goto("about:blank")
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert out.count("已生成") == 3  # at the start, and once for each good save: what it writes itself is no change
    assert out.count("处问题") == 1
    assert "Traceback" not in (project.root.parent / f"{project.root.name}.log").read_text()


def test_a_port_that_is_taken_is_a_wrong_call(pair: Project) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = pair.run("serve", "--port", str(port))
    assert result.status == 2
    assert f"用不了端口 {port}：已经有别的程序在用。" in result.err


def looked_twice(watched: Watched) -> bool:
    return [watched.changed(), watched.changed()][1]


def test_what_people_change_is_seen_once_it_rests_and_what_we_write_is_not(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "docs").mkdir()
    text, page = tmp_path / "source/text.txt", tmp_path / "docs/index.md"
    text.write_text("甲")
    watched = Watched(tmp_path)
    assert not watched.changed()  # may still be being written
    assert watched.changed()
    watched.take()
    page.write_text("页")
    watched.wrote([page])
    (tmp_path / "source/.text.txt.swp").write_text("")
    assert not looked_twice(watched)
    text.write_text("甲乙")
    assert looked_twice(watched)
    watched.take()
    text.unlink()
    assert looked_twice(watched)
    watched.take()
    page.unlink()
    watched.wrote([page])
    assert not looked_twice(watched)
