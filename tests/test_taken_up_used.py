"""/taken-up/ in a browser: what is folded at a place, and when it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from duidu.render.pages import taken_up_places
from tests.browsing import serve
from tests.builds import build_site
from tests.projects import Project
from tests.test_taken_up import add_town

FOLDED = "#place-tongjiang .rest tr"


@pytest.fixture
def provision(pair: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the page of a provision is served whose places show a row each and fold two."""
    monkeypatch.setattr(taken_up_places, "FEW", 1)
    add_town(pair, "baihe", "白河", read=True)
    assert pair.run("build").status == 0
    build_site(pair.root)
    for address in serve(pair.root / "site"):
        yield f"{address}taken-up/yunling/h1/"


def test_a_filter_unfolds_what_it_shows_and_its_end_folds_it_again(page: Page, provision: str) -> None:
    page.goto(provision)
    expect(page.locator(FOLDED).first).to_be_hidden()
    page.locator(".took[data-u='h1-p1-t2']").click()
    expect(page.locator(f"{FOLDED}[data-u='h1-p1-t2']")).to_be_visible()
    expect(page.locator(f"{FOLDED}[data-u='h1-p1-t1']")).to_be_hidden()
    expect(page.locator("#place-tongjiang > .places")).to_be_hidden()
    expect(page.locator("#place-tongjiang summary")).to_be_hidden()
    page.locator(".took[data-u='h1-p1-t2']").click()
    expect(page.locator("#place-tongjiang summary")).to_have_text("其余 2 处")
    expect(page.locator(FOLDED).first).to_be_hidden()


def test_on_paper_nothing_is_folded(page: Page, provision: str) -> None:
    page.goto(provision)
    page.emulate_media(media="print")
    expect(page.locator(FOLDED).first).to_be_visible()
    expect(page.locator("#place-tongjiang summary")).to_be_hidden()
