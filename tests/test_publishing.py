"""What is ready for other hosts: workflows that build with ``make site`` and know their address, and a page that tells the operator."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.projects import ROOT

PAGE = (ROOT / "docs/about/hosting.md").read_text()
GITHUB = ROOT / ".github/workflows/pages.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
NETLIFY = ROOT / "netlify.toml"
RECIPES = (GITHUB, GITLAB, NETLIFY)


def commands(language: str = "") -> list[str]:
    """The lines of all code blocks of the page."""
    return [line for block in re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()]


def compression() -> str:
    """The page's command that compresses ``site/`` beforehand."""
    return next(line for line in commands() if line.startswith("find site "))


def steps() -> list[dict[str, Any]]:
    jobs = yaml.safe_load(GITHUB.read_text())["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_github_builds_with_the_address_of_its_pages_and_publishes_the_folder() -> None:
    build = next(step for step in steps() if "run" in step)
    assert build["run"] == "make publish"
    assert build["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
    by_action = {step["uses"].partition("@")[0]: step for step in steps() if "uses" in step}
    assert by_action["actions/configure-pages"]["id"] == "pages"
    assert by_action["actions/upload-pages-artifact"]["with"]["path"] == "site"
    assert "actions/deploy-pages" in by_action


def test_github_actions_are_pinned_by_commit() -> None:
    """A tag can be moved to other code; which version a commit is stands behind it."""
    for recipe in (GITHUB, ROOT / "build_tools/duidu/data/new/dot-github/workflows/pages.yml"):
        used = [line for line in recipe.read_text().splitlines() if "uses:" in line]
        assert len(used) == 5
        assert [line for line in used if not re.fullmatch(r"\s+(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_gitlab_builds_with_the_address_of_its_pages_and_publishes_public() -> None:
    pages = yaml.safe_load(GITLAB.read_text())["pages"]
    assert pages["variables"]["SITE_URL"] == "$CI_PAGES_URL/"
    assert pages["script"][:2] == ["make publish", "mv site public"]
    assert pages["script"][2] == compression().replace("find site ", "find public ")
    assert pages["artifacts"]["paths"] == ["public"]


def test_netlify_builds_the_same_folder() -> None:
    build = tomllib.loads(NETLIFY.read_text())["build"]
    assert build["command"].endswith("make publish")
    assert "SITE_URL=$URL/" in build["command"]
    assert build["publish"] == "site"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.name)
def test_no_recipe_names_a_package_index_or_another_address(recipe: Path) -> None:
    assert re.findall(r"https?://|index-url|pypi|npm", recipe.read_text()) == []


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.name)
def test_recipes_take_a_python_that_the_project_supports(recipe: Path) -> None:
    minor = int(re.findall(r"\b3\.(\d+)", recipe.read_text())[0])
    required = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert minor >= int(required.removeprefix(">=3."))


def test_object_storage_shows_the_first_pages_and_answers_what_is_missing_with_404() -> None:
    website = ElementTree.parse(ROOT / "build_tools/duidu/data/hosting/oss-website.xml").getroot()
    found = {element.tag: (element.text or "").strip() for element in website.iter()}
    assert found["Suffix"] == "index.html"
    assert found["SupportSubDir"] == "true"
    assert (found["Key"], found["HttpStatus"]) == ("404.html", "404")


def test_each_object_storage_has_its_two_kinds_of_caching() -> None:
    for tool in ("ossutil", "coscli", "aws s3"):
        lines = [line for line in commands() if line.startswith(tool)]
        assert any("no-cache" in line and "--delete" in line for line in lines), tool
        assert any(
            "site/assets/ " in line and "svg" in line and "png" in line and "public, max-age=31536000, immutable" in line for line in lines
        ), tool


def test_what_is_kept_for_ever_has_a_name_with_a_fingerprint(built: Path) -> None:
    """Of the assets all but pictures, as the commands and _headers say."""
    names = [file.name for file in (built / "site/assets").rglob("*") if file.is_file() and file.suffix not in (".svg", ".png")]
    assert {Path(name).suffix for name in names} == {".js", ".css"}
    assert [name for name in names if not re.search(r"\.[0-9a-f]{8}\.", name)] == []


def test_every_file_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`((?:build_tools|docs|overrides|\.github)/[\w./-]+|netlify\.toml|\.gitlab-ci\.yml)`", PAGE))
    assert len(named) >= 8
    assert [name for name in named if not (ROOT / name).exists()] == []
