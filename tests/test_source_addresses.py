"""check --sources: the addresses that the sources name, asked on demand; a warning at every place of one that does not answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from duidu.prove.sources import addresses
from tests.projects import Project


class Pages(BaseHTTPRequestHandler):
    """Every page is there but /gone."""

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/gone" else 200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def written(root: Path, path: str, text: str) -> None:
    (root / "source" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "source" / path).write_text(text)


def test_addresses_are_found_wherever_people_write_them_and_not_in_comments(tmp_path: Path) -> None:
    written(tmp_path, "glossary.yml", '# https://comment.example/\n- url: "https://a.example/x?y=1#z"  # https://b.example/\n')
    written(tmp_path, "a/document.yml", "found: 转载（https://a.example/x?y=1#z），另见 http://c.example/页。\n")
    assert {address: [f"{one.path}:{one.line}:{one.column}" for one in places] for address, places in addresses(tmp_path).items()} == {
        "https://a.example/x?y=1#z": ["source/a/document.yml:1:11", "source/glossary.yml:2:9"],
        "http://c.example/页": ["source/a/document.yml:1:41"],
    }


def test_each_place_of_an_address_that_does_not_answer_is_a_line(project: Project, elsewhere: str) -> None:
    written(project.root, "a/document.yml", f"found: {elsewhere}/gone\n")
    written(project.root, "glossary.yml", f"- url: {elsewhere}/页\n- url: {elsewhere}/gone\n- url: http://127.0.0.1:9/\n")
    result = project.run("check", "--sources")
    assert result.status == 1
    assert f"有应答　{elsewhere}/页　1 处" in result.out
    assert f"应答是 404　{elsewhere}/gone　2 处" in result.out
    said = [line for line in result.err.splitlines() if "PRV006" in line]
    assert [line.split(" ")[0] for line in said] == ["source/a/document.yml:1:8:", "source/glossary.yml:2:8:", "source/glossary.yml:3:8:"]
    assert "http://127.0.0.1:9/ 没有应答" in said[2]


def test_where_all_answer_nothing_is_wrong(project: Project, elsewhere: str) -> None:
    written(project.root, "glossary.yml", f"- url: {elsewhere}/a\n")
    result = project.run("check", "--sources")
    assert (result.status, result.err) == (0, "")
