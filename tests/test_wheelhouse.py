"""An office behind a wall: the wheel and all it depends on in one folder, installed without an index or a network, make and check a site."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.projects import ROOT

RECIPE = ROOT / ".ci/wheel"
TOLD = (ROOT / "docs/about/hosting.md").read_text(encoding="utf-8")


@pytest.mark.hosts
def test_the_recipe_works_without_an_index(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SITE_", "VIRTUAL_ENV"))}
    done = subprocess.run([str(RECIPE), str(tmp_path)], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "水源文件/site/index.html").is_file()


def test_the_page_tells_the_commands_that_are_tried() -> None:
    tried = re.sub(r'"\$\{alone\[@\]\}" |--quiet ', "", RECIPE.read_text(encoding="utf-8"))
    for command in (
        "pip wheel --only-binary :all: --wheel-dir wheels",
        "pip install --no-index --find-links wheels duidu",
        "pip install --no-index -r requirements.txt",
    ):
        assert command in tried
        assert command in TOLD
