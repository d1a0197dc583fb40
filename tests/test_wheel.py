"""The wheel alone, installed elsewhere, makes a site of a corpus in another folder: no repository, no make, no network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.projects import ROOT, SMALL, Project

CONFIG = """site_name: 测试站
theme: {name: material, language: zh, font: false, logo: assets/logo.svg, favicon: assets/logo.svg}
plugins: [duidu]
"""
BY_HAND = ("about/method.md", "about/use.md", "guide/index.md")
"""Pages that generated ones link to."""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SITE_"))}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT))
    done = run(*pip, cwd=folder)
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def duidu(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The command in an empty environment that has the wheel; what it depends on is borrowed from the tests' own."""
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    assert run(sys.executable, "-m", "venv", "--without-pip", str(folder), cwd=ROOT).returncode == 0
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")  # its own .pth files, so the repository, are not read
    python = str(folder / "bin/python")
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", "--force-reinstall")
    done = run(*install, "--ignore-installed", str(wheel), cwd=folder)
    assert done.returncode == 0, done.stderr
    where = run(python, "-c", "import duidu; print(duidu.__file__)", cwd=folder).stdout
    assert where.startswith(str(packages)), where
    return str(folder / "bin/duidu")


def test_the_wheel_has_theme_schemas_and_samples_for_hosts(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "overrides/main.html", "overrides/assets/edition.css", "data/schemas/document.schema.json", "data/schemas/data/units.schema.json",
        "data/hosting/nginx.conf", "read/traditional.txt", "py.typed",
    ):  # fmt: skip
        assert f"duidu/{name}" in names
    assert [name for name in names if name.startswith(("tests", "source", "docs", "build_tools"))] == []


@pytest.mark.full  # in make test-hosts and in CI .ci/wheel does the same and more, without what it depends on being borrowed
def test_a_corpus_elsewhere_becomes_a_site(duidu: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "某市的文件")
    project.add("mou-2024", SMALL)
    (project.root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name in BY_HAND:
        file = project.root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# 说明 {#about-relations}\n", encoding="utf-8")
    for verb, said in (("build", "已写 docs/mou-2024/index.md"), ("site", "网站在"), ("check", "网站　mou-2024"), ("publish", "离线版")):
        done = run(duidu, verb, cwd=project.root)
        assert done.returncode == 0, f"{verb}: {done.stdout}{done.stderr}"
        assert said in done.stdout
    page = (project.root / "site/mou-2024/1/index.html").read_text(encoding="utf-8")
    assert 'id="h1-p1-t1"' in page
    assert "Content-Security-Policy" in page  # the theme of the wheel
    assert (project.root / "site/offline.zip").is_file()
    assert sorted(path.name for path in project.root.iterdir()) == [".duidu", "dist", "docs", "mkdocs.yml", "site", "source"]
