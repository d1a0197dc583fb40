"""Lighthouse (from npm, mobile) and axe on pages of every important kind, beside a stock Material page of the same text, in one run.

Lighthouse is installed for the bench alone; where it cannot be, the bench says so and goes on.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from duidu.project.conversion.convert import convert
from tests import browser as browsers
from tests.bench.peers import MissingPeerError, material, pages_of, run
from tests.bench.serving import Site, served
from tests.browsing import KINDS, started_browser
from tests.builds import build_site
from tests.projects import ROOT, copy_of_the_project

PACKAGE = "lighthouse@13"
PAGES = {
    "首页": "",
    "一个部分": "suining-2024/2/",
    "逐条对照": "compare/suining-2024/sichuan-2024/by-suining-2024/",
    "术语": "glossary/",
}
STOCK = "suining-2024/2/"
CATEGORIES = "performance,accessibility,best-practices,seo"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
REPEATS = 3
"""Times a page is measured; the best counts, since other work on the machine only ever slows it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one page: category → 0 to 100, and the bytes of all it loaded, as sent and uncompressed."""

    categories: Mapping[str, int]
    sent: int
    uncompressed: int

    def __str__(self) -> str:
        told = " / ".join(str(score) for score in self.categories.values())
        return f"{told}；传输 {self.sent / 1000:.0f} KB，展开 {self.uncompressed / 1000:.0f} KB"


def main() -> None:
    """Print the scores."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_the_project(Path(folder, "project"))
        build_site(root)
        with served(root / "site") as site:
            try:
                lighthouse = _installed(Path(folder, "npm"))
                print("Lighthouse（手机）：性能 / 无障碍 / 良好做法 / SEO，要求都 ≥ 98")
                for name, path in PAGES.items():
                    print(f"  {name}：{_best(lighthouse, site.address + path)}")
                _stock(lighthouse, Path(folder, "stock"))
            except MissingPeerError as error:
                print(f"没有量 Lighthouse：{error}")
            for browser in started_browser():
                print(f"axe（WCAG 2.2 AA）：{len(KINDS)} 种页面，深浅两色，共 {sum(_violations(browser, site))} 处不合")


def _stock(lighthouse: Path, folder: Path) -> None:
    stock = material(pages_of(convert(ROOT).documents), folder)
    with served(stock) as site:
        print(f"  同一部分的 Material 原样页面：{_best(lighthouse, site.address + STOCK)}")


def _installed(folder: Path) -> Path:
    """The program. Raises MissingPeerError."""
    if not shutil.which("npm"):
        raise MissingPeerError("没有 npm")
    folder.mkdir(parents=True)
    run("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), PACKAGE)
    return folder / "node_modules" / ".bin" / "lighthouse"


def _best(lighthouse: Path, address: str) -> Scores:
    return max((_scores(lighthouse, address) for _ in range(REPEATS)), key=lambda scores: scores.categories.get("performance", 0))


def _scores(lighthouse: Path, address: str) -> Scores:
    command = [str(lighthouse), address, "--quiet", "--output=json", f"--only-categories={CATEGORIES}", f"--chrome-flags={FLAGS}"]
    report = json.loads(run(*command, CHROME_PATH=str(browsers.installed())))
    loaded = report["audits"]["network-requests"]["details"]["items"]
    return Scores(
        {name: round(100 * category["score"]) for name, category in report["categories"].items() if category["score"] is not None},
        sum(one.get("transferSize", 0) for one in loaded),
        sum(one.get("resourceSize", 0) for one in loaded),
    )


def _violations(browser: Browser, site: Site) -> Iterator[int]:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        for kind in KINDS:
            page.goto(site.address + kind)
            yield len(Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"])
        context.close()
