"""What several bundles use is sent once: one bundle carries it, on every page before those that take it from there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.projects import ROOT

SCRIPTS = ROOT / "build_tools/scripts"
ASSETS = ROOT / "overrides/assets"
SAID = json.loads((SCRIPTS / "bundles.json").read_text(encoding="utf-8"))
GIVERS: dict[str, list[str]] = SAID["gives"]
LATER = {"share-menu.js", "search-engine.js", "search-seldom.js", "own-file.js"}  # loaded by those that stand in the page


def given(name: str) -> list[str]:
    """What the modules export that this bundle carries for others."""
    sources = [(SCRIPTS / module).read_text(encoding="utf-8") for module in GIVERS.get(name, [])]
    return [found for source in sources for found in re.findall(r"^export (?:const|class|function) (\w+)", source, re.MULTILINE)]


def taken(name: str) -> set[str]:
    """What it takes of others: ``{one: a, all: b} = __edition``."""
    said = re.findall(r"\{([\w$:,]*)\}=__edition", (ASSETS / name).read_text(encoding="utf-8"))
    return {member.partition(":")[0] for found in said for member in found.split(",") if member}


def test_what_is_given_is_given_once_and_is_taken() -> None:
    assert SAID["bundles"].keys() > LATER
    everything = [one for giver in GIVERS for one in given(giver)]
    assert len(everything) == len(set(everything))
    assert all(set().union(*map(taken, SAID["bundles"])) & set(given(giver)) for giver in GIVERS)


@pytest.mark.parametrize("name", SAID["bundles"])
def test_a_bundle_takes_what_others_give_and_nothing_that_it_carries(name: str) -> None:
    assert taken(name) <= {one for giver in GIVERS if giver != name for one in given(giver)}


@pytest.mark.parametrize("where", ["index.html", "404.html", "suining-2024/2/index.html", "compare/suining-2024/sichuan-2024/index.html"])
def test_on_a_page_what_gives_runs_first(built: Path, where: str) -> None:
    page = (built / "site" / where).read_text(encoding="utf-8")
    order = [f"{stem}.js" for stem in re.findall(r'<script src="[^"]*assets/([\w-]+)(?:\.\w+)?\.js"', page)]
    assert not LATER & set(order)
    for at, name in enumerate(order):
        if name in SAID["bundles"]:
            assert taken(name) <= {one for other in order[:at] for one in given(other)}, name
