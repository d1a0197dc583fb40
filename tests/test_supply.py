"""What the tool is built from: every package with its licence, nothing that is not open, nothing that is compiled while installing."""

from __future__ import annotations

import re

from tests.licences import HEAD, LISTED, SITE, locked, needed_by_a_site
from tests.projects import ROOT

NEW = ROOT / "build_tools/duidu/data/new"
OPEN = re.compile(r"MIT|BSD|Apache|MPL|PSF|Python Software Foundation|ISC|HPND|Unlicense|0BSD|Mozilla|LGPL|Zlib|CC0|CNRI", re.IGNORECASE)


def listed() -> dict[str, list[str]]:
    text = LISTED.read_text()
    assert text.startswith(HEAD)
    return {cells[0]: cells[1:] for cells in (line.strip("|\n ").split(" | ") for line in text.removeprefix(HEAD).splitlines())}


def test_every_package_of_the_lock_is_listed_with_its_version() -> None:
    """After a change of the lock: make licences."""
    assert {name: cells[0] for name, cells in listed().items()} == locked()


def test_every_licence_is_a_free_one() -> None:
    assert {name: cells[2] for name, cells in listed().items() if not OPEN.search(cells[2]) and cells[2] != "（本机不需要）"} == {}


def test_what_only_tests_need_is_no_dependency_of_the_tool() -> None:
    tests_only = {name for name, cells in listed().items() if cells[1] != "网站"}
    assert {"pytest", "playwright", "mypy", "ruff", "hypothesis"} <= tests_only
    assert not tests_only & needed_by_a_site()


def test_to_build_the_site_nothing_is_installed_that_only_tests_need() -> None:
    """But for what installs the tool from this repository; and the tests run on the versions that the site is built with."""
    builders = {"hatchling", "editables", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
    assert locked(SITE).keys() - needed_by_a_site() - builders == set()
    assert locked(SITE).items() <= locked().items()
    assert {"pytest", "playwright"} <= locked().keys() - locked(SITE).keys()


def test_nothing_is_compiled_while_installing() -> None:
    """Nor is anybody's program run by it: all that comes from elsewhere comes as a wheel."""
    lines = (ROOT / "Makefile").read_text().splitlines()
    (install,) = [line for line in lines if line.startswith("INSTALL :=")]
    assert "--require-hashes --only-binary :all:" in install
    assert [line.strip() for line in lines if re.search(r"\.lock$", line) and line.startswith("\t") and "COMPILE" not in line] == [
        "$(INSTALL) -r requirements.lock",
        "$(INSTALL) -r requirements-test.lock",
    ]
    assert "--only-binary :all:" in (NEW / "requirements.txt").read_text().splitlines()
    told = [ROOT / ".ci/wheel", ROOT / "docs/about/hosting.md", NEW / "wheels/README.md"]
    fetching = [line for file in told for line in file.read_text().splitlines() if "pip wheel" in line]
    assert len(fetching) > 3
    assert [line for line in fetching if "pip wheel --only-binary :all:" not in line.replace("--quiet ", "")] == []


def test_what_a_recipe_runs_in_is_named_by_its_content() -> None:
    """A name can be moved to another image; its actions are in test_publishing."""
    recipes = [ROOT / ".gitlab-ci.yml", *(ROOT / ".github").rglob("*.yml"), *NEW.rglob("*.yml")]
    images = [line for file in recipes for line in file.read_text().splitlines() if re.match(r"\s*(- )?(image|container):", line)]
    assert images
    assert [line for line in images if not re.fullmatch(r"\s+image: [a-z]+:[\d.]+@sha256:[0-9a-f]{64}", line)] == []
