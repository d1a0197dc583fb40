from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from tests import browser as browsers
from tests.browsing import Tab, serve, started_browser
from tests.builds import Builds
from tests.denying import sitecustomize
from tests.linked import write_two
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
def builds(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Builds:
    """What is built once and read by many."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "builds"
    folder.mkdir(exist_ok=True)
    return Builds(folder)


@pytest.fixture(scope="module", autouse=True)
def untouched(builds: Builds) -> Iterator[None]:
    """A test that changes what others read fails its module: it is to take a copy."""
    yield
    assert list(builds.touched()) == []


@pytest.fixture(scope="session")
def built(builds: Builds) -> Path:
    """A copy of the real project with the site built into ``site/``; only to be read."""
    return builds.corpus()


@pytest.fixture(scope="session")
def levels(builds: Builds) -> Path:
    """A small project of two linked documents with the site built into ``site/``; only to be read."""
    return builds.levels()


@pytest.fixture
def pair(levels: Path, tmp_path: Path) -> Project:
    """A copy of that project, without the site."""
    root = shutil.copytree(levels, tmp_path / "pair", ignore=shutil.ignore_patterns("site"))
    return Project(root)


@pytest.fixture
def two(builds: Builds, tmp_path: Path) -> Project:
    """A provincial and a municipal document, linked and confirmed."""
    return Project(shutil.copytree(builds.get("linked", write_two), tmp_path, dirs_exist_ok=True))


@pytest.fixture
def three(project: Project) -> Project:
    """A document and two that carry it out, not yet built."""
    project.add("shi-2024", SMALL, short_title="某市委决定", level="city")
    for name, place in (("jia-2024", "甲县"), ("yi-2024", "乙县")):
        text = SMALL.replace("某市", place)
        project.add(name, text, short_title=f"{place}决定", place=place, level="county", implements=["shi-2024"])
    return project


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    yield from started_browser()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    yield from serve(built / "site")


@pytest.fixture(scope="session")
def small_address(levels: Path) -> Iterator[str]:
    """Where the site of the small corpus is served."""
    yield from serve(levels / "site")


def _tab(browser: Browser, width: int, height: int) -> Iterator[Tab]:
    made = Tab(browser, viewport={"width": width, "height": height})
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    yield from _tab(browser, 1280, 800)


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """A page that fails the test on an error in the console, a dialog, or a request to another host."""
    yield from tab.lent()


@pytest.fixture(scope="module")
def desk_tab(browser: Browser) -> Iterator[Tab]:
    yield from _tab(browser, 1440, 900)


@pytest.fixture
def desk(desk_tab: Tab) -> Iterator[Page]:
    """A wide page, whose apparatus stands beside the text."""
    yield from desk_tab.lent()


@pytest.fixture(scope="module")
def narrow_tab(browser: Browser) -> Iterator[Tab]:
    yield from _tab(browser, 360, 740)


@pytest.fixture
def narrow(narrow_tab: Tab) -> Iterator[Page]:
    """A window as wide as a phone, with a mouse."""
    yield from narrow_tab.lent()


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores Ctrl-C for what it runs behind; tests of Ctrl-C start processes

sitecustomize.deny()  # what is built in a test is built without the network

settings.register_profile("duidu", deadline=None)  # how long a machine takes is no property of what is tested
settings.load_profile("duidu")

OF_THE_CORPUS = {"real", "built", "address"}
"""Fixtures that hold this repository's documents: what uses them is a test of the corpus."""


LONGEST = (
    "test_guide.py", "test_print.py", "test_search.py", "test_missing_page.py", "test_reading.py", "test_share.py", "test_kept.py",
    "test_assets_look.py", "test_print_pages.py", "test_apparatus.py", "test_serve.py", "test_share_elsewhere.py", "test_landing.py",
    "test_apparatus_phone.py", "test_hostile_texts.py", "test_assets.py", "test_wheel.py", "test_links_of_the_decisions.py", "test_site.py",
    "test_offline.py", "test_new.py", "test_hosts.py", "test_zensical.py",
)  # fmt: skip
"""Files that take long, first: who began one of them at the end would work on it while the others have nothing left to do."""


LONG = frozenset((
    "test_card.py", "test_fidelity.py", "test_guide.py", "test_hostile_texts.py", "test_interrupted.py", "test_kept.py", "test_landing.py",
    "test_levels.py", "test_mutations.py", "test_new.py", "test_offline.py", "test_releases.py", "test_reuse.py", "test_search_answers.py",
    "test_search_index.py", "test_serve.py", "test_site.py", "test_switch.py", "test_taken_up.py", "test_taken_up_used.py", "test_ten_years.py", "test_verbs.py", "test_wheel.py",
))  # fmt: skip
"""Files whose tests build whole sites, kill at every step or look how time grows: ``make quick`` leaves them to ``make test``."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(LONGEST)))
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and not browsers.wanted():
            item.add_marker(pytest.mark.skip(reason="BROWSER=none：没有运行浏览器测试"))
        if item.path.name in LONG:
            item.add_marker(pytest.mark.long)
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
