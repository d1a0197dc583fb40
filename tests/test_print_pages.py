"""On paper: what a browser prints of a page of the site."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from duidu.render.pdf.to_unicode import OTHERS
from duidu.text.fold import fold
from duidu.text.radicals import RADICALS
from tests.browsing import serve
from tests.builds import Builds
from tests.projects import converted

SECTION, FULL = "suining-2024/2/", "suining-2024/full/"

ROWS = "compare/suining-2024/sichuan-2024/by-suining-2024/2/"


@pytest.fixture
def paper(page: Page) -> Page:
    """A page as it goes to the printer: as wide as A4 between its margins."""
    page.set_viewport_size({"width": 630, "height": 930})
    page.emulate_media(media="print")
    return page


VISIBLE = """() => {
    const article = document.querySelector("article");
    const shown = element => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden";
    const foreign = [...document.body.querySelectorAll("*")].filter(e => !article.contains(e) && !e.contains(article) && shown(e));
    const inside = [...article.querySelectorAll("nav, button, input, label, .headerlink, .go, .contents, .crumbs, .turn")].filter(shown);
    return [...foreign, ...inside].map(e => e.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("kind", [SECTION, FULL, ROWS])
def test_of_the_page_only_its_content_is_printed(paper: Page, address: str, kind: str) -> None:
    paper.goto(address + kind)
    paper.wait_for_load_state("networkidle")
    assert paper.evaluate(VISIBLE) == []


@pytest.mark.parametrize("kind", [SECTION, ROWS])
def test_it_is_printed_black_on_white_in_the_dark_as_well(paper: Page, address: str, kind: str) -> None:
    paper.emulate_media(media="print", color_scheme="dark")
    paper.goto(address + kind)
    words = ".sentence, .pairs .t"
    assert paper.evaluate(f"getComputedStyle(document.querySelector('{words}')).color") == "rgb(0, 0, 0)"
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_comparison_is_printed_in_two_columns_the_province_left(paper: Page, address: str) -> None:
    paper.goto(address + ROWS)
    rows = paper.evaluate(
        """() => [...document.querySelectorAll(".pairs tbody tr")].map(row =>
            [...row.cells].filter(cell => cell.tagName === "TD").map(cell => ["left", "right", "top"].map(side => cell.getBoundingClientRect()[side])))"""
    )
    rows = [row for row in rows if len(row) == 2]  # the first of a run has the upper cell, for all of them
    assert len(rows) > 50
    for (left, right, top), (other_left, other_right, other_top) in rows:
        assert top == other_top
        assert right <= other_left
        assert abs((right - left) - (other_right - other_left)) < 2
    assert paper.evaluate("getComputedStyle(document.querySelector('.pairs thead')).display") == "table-header-group"
    assert "四川" in paper.locator(".pairs thead th").first.inner_text()


def test_a_row_that_is_open_is_printed_with_the_counterparts_words(page: Page, address: str) -> None:
    page.goto(address + SECTION)
    opened, closed = (page.locator(".row.cp").nth(at) for at in (0, 1))
    opened.locator("summary").click()
    page.emulate_media(media="print")
    assert opened.locator("blockquote").is_visible()
    assert not closed.locator("blockquote").is_visible()


@pytest.fixture(scope="module")
def section(browser: Browser, address: str) -> PdfReader:
    """A section with its apparatus, as a browser prints it."""
    page = browser.new_page()
    page.goto(address + SECTION)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    return PdfReader(io.BytesIO(printed))


def test_a_section_is_printed_on_a4_with_title_hash_and_page_in_its_margins(section: PdfReader) -> None:
    assert (round(float(section.pages[0].mediabox.width)), round(float(section.pages[0].mediabox.height))) == (595, 842)
    first = fold(section.pages[0].extract_text())
    assert fold("遂宁市委决定 · 二") in first
    assert "2024年6" in first
    assert "e9de0f86" in first
    assert "—1—" in first


def test_a_section_has_its_notes_whole_and_of_its_counterparts_only_the_place(section: PdfReader) -> None:
    """Unfolded, the counterparts alone would fill twice as many pages as the text."""
    conversion = converted()
    printed = _by_shape("".join(page.extract_text() for page in section.pages))
    document = next(document for document in conversion.documents if document.id == "suining-2024")
    anchors = [anchor for anchor in document.units if anchor.partition("-")[0] == "h2"]
    notes = [note for anchor in anchors for note in conversion.layers.notes.at(document, anchor)]
    assert len(notes) > 40
    for note in notes:
        assert _by_shape(note.text) in printed, note.id
    (pair,) = conversion.layers.links.alignments
    links = [link for anchor in anchors for link in pair.links_of(document, anchor)]
    quoted = [link for link in links if _by_shape(pair.implemented.text(link.target)) in printed]
    assert len(quoted) < len(links) / 20
    assert len(section.pages) <= 12


def _by_shape(text: str) -> str:
    """A browser's own PDF has radicals for characters: both made the same."""
    return fold(text.translate({ord(radical): char for radical, char in (RADICALS | OTHERS).items()}))


def test_with_an_address_the_page_bears_its_own(browser: Browser, builds: Builds) -> None:
    for base in serve(builds.levels(SITE_URL="https://texts.example/a/") / "site"):
        page = browser.new_page()
        page.goto(f"{base}yunling/full/")
        text = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
        page.close()
    assert "https://texts.example/a/yunling/full/" in fold(text)
