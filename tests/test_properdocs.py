"""ProperDocs, the maintained fork of MkDocs, builds the same docs/, mkdocs.yml and plugin: the same pages, and check passes.

Run by ``make test-hosts``: it is installed from the package index into a folder of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import copy_of_the_project
from tests.some import some

pytestmark = pytest.mark.hosts
RELEASE = "properdocs>=1.6,<2"
INSTALL_TIMEOUT = 300


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH."""
    folder = tmp_path_factory.mktemp("properdocs")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--target",
        str(folder),
        RELEASE,
    ]
    try:
        done = subprocess.run(install, capture_output=True, text=True, check=False, timeout=INSTALL_TIMEOUT)
    except subprocess.TimeoutExpired:
        pytest.skip(f"装不上 {RELEASE}（超时）：没有用 ProperDocs 测试")
    if done.returncode:
        pytest.skip(f"装不上 {RELEASE}：没有用 ProperDocs 测试。{done.stderr.strip().splitlines()[-1:]}")
    return folder


def test_the_pages_are_the_same_and_check_passes(packages: Path, built: Path, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path)
    env = {**os.environ, "PYTHONPATH": str(packages), "NO_MKDOCS_2_WARNING": "1"}
    for command in (["properdocs", "build", "--strict", "-f", "mkdocs.yml"], ["duidu", "check"]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    for page in some(sorted((built / "site").rglob("*.html"))):
        name = page.relative_to(built / "site")
        one, other = (
            re.sub(r'<meta name="generator"[^>]*>', "", file.read_text(encoding="utf-8")) for file in (page, root / "site" / name)
        )
        assert one == other, name
