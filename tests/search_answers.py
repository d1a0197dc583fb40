"""Queries answered in node, as the page answers them, without a page."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from duidu.render.search.files import SEARCH
from tests.projects import ROOT

ASK = ROOT / "build_tools/scripts/tests/ask.js"
in_node = pytest.mark.skipif(not shutil.which("node"), reason="没有 node：没有运行搜索的问答")


def written(files: Iterable[tuple[PurePosixPath, str]], folder: Path) -> Path:
    """The files of a search in a folder."""
    for path, text in files:
        if path.is_relative_to(SEARCH):
            (folder / path.name).write_text(text, encoding="utf-8")
    return folder


class Asking:
    """One search that answers queries in turn."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(["node", ASK, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, query: str) -> dict[str, Any]:
        """Its hits in order, how many of them are only near, the groups beside, and what was said of its words."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(query) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert isinstance(answer, dict)
        return answer

    def close(self) -> None:
        """Let it go."""
        self.process.communicate(timeout=10)
