from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import serve, started_browser, watched
from tests.projects import SMALL, Project, copy_of_the_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    return Project(tmp_path)


@pytest.fixture
def small(project: Project) -> Project:
    """A project with one small document, built."""
    project.add("mou-2024", SMALL)
    assert project.run("build").status == 0
    return project


@pytest.fixture
def real(tmp_path: Path) -> Project:
    """A copy of the real project."""
    return Project(copy_of_the_project(tmp_path))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project with the site built into ``site/``."""
    root = copy_of_the_project(tmp_path_factory.mktemp("built"))
    build_site(root)
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    yield from started_browser()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    yield from serve(built / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on an error in the console, a dialog, or a request to another host."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong = watched(opened)
    yield opened
    opened.close()
    assert wrong == []


def build_site(root: Path, **environment: str) -> None:
    """``mkdocs build --strict`` as make site runs it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


OF_THE_CORPUS = {"real", "built", "address"}
"""Fixtures that hold this repository's documents: what uses them is a test of the corpus."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if OF_THE_CORPUS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.corpus)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests measured on the way, whichever process they ran in."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            if name == "figure":
                terminalreporter.write_line(str(value))
