"""What is seen is what is proved: the text that a browser shows equals the source, and whatever would hide, add, turn or move words is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from duidu.prove.extract import official_units
from tests.browsing import serve
from tests.seen import differences

SHEET = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }"
READING = "yunling/2/"
SENTENCE = "#h2-k1-p1-t1"
WAYS = ("light", "dark", "print", "phone", "zoom")


def source(file: Path) -> dict[str, str]:
    """What ``check`` has compared with the source: unit → mark and text of a built page, without spaces."""
    return {unit.anchor: re.sub(r"\s", "", unit.marker + unit.text) for unit in official_units(file.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def reading(levels: Path, browser: Browser) -> Iterator[Page]:
    """One page, opened once for all that is done to it."""
    for address in serve(levels / "site"):
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.goto(address + READING)
        opened.wait_for_load_state("networkidle")
        yield opened
        opened.close()


def said(page: Page, levels: Path, css: str) -> list[str]:
    page.evaluate(SHEET, css)
    try:
        return list(differences(page, source(levels / "site" / READING / "index.html")))
    finally:
        page.evaluate(SHEET, "")


def test_the_page_as_built_shows_the_source(reading: Page, levels: Path) -> None:
    assert said(reading, levels, "") == []


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("color: #fffefb", "colour of its ground"),
        ("color: transparent", "colour of its ground"),
        ("opacity: .1", "colour of its ground"),
        ("-webkit-text-fill-color: transparent", "colour of its ground"),
        ("color: #000; background: #111", "colour of its ground"),
        ("font-size: 0", "tiny"),
        ("font-size: 3px", "tiny"),
        ("visibility: hidden", "invisible"),
        ("display: none", "not on the page"),
        ("position: absolute; left: -9999px", "not on the page"),
        ("display: inline-block; width: 0; overflow: hidden", "not on the page"),
        ("display: inline-block; height: 1px; overflow: hidden", "not on the page"),
        ("display: inline-block; text-indent: -999em; overflow: hidden", "not on the page"),
        ("clip-path: inset(100%)", "cut out"),
        ("filter: blur(9px)", "cut out"),
        ("display: inline-block; transform: scaleX(0)", "transformed"),
        ("direction: rtl; unicode-bidi: bidi-override", "turned"),
        ("text-transform: uppercase", "replaced"),
        ("-webkit-text-security: disc", "replaced"),
        ("letter-spacing: -.7em", "over"),
        ("position: relative; top: 300px", "above"),
        ("display: inline-block; translate: 0 40px", "transformed"),
        ("text-decoration: line-through", "struck out"),
        ("mix-blend-mode: screen", "cut out"),
        ("-webkit-text-stroke: 4px #fffefb", "cut out"),
        ("position: absolute; clip: rect(0 0 0 0)", "cut out"),
        ("background-image: linear-gradient(#222, #222)", "on a picture"),
        ("outline: 2em solid #fffefb; outline-offset: -2em", "under its frame"),
        ("text-emphasis: '不'", "replaced"),
        ("zoom: .2", "tiny"),
        ("font-size-adjust: .01", "tiny"),
        ("display: inline-block; content-visibility: hidden", ""),
        ("display: inline-block; height: 0; contain: strict", ""),
        ("animation: blink 9s infinite", "moves"),
    ],
)
def test_what_would_keep_a_sentence_from_being_read_is_noticed(reading: Page, levels: Path, rule: str, why: str) -> None:
    found = said(
        reading, levels, f"{SENTENCE} {{ {rule} !important }}".replace(";", " !important;") + "@keyframes blink { to { opacity: 0 } }"
    )
    assert any(why in line for line in found), found


@pytest.mark.parametrize(
    "css",
    [
        f"{SENTENCE}::before {{ content: '不' }}",
        f"{SENTENCE}::after {{ content: '不' }}",
        "#h2-k1-p1::before { content: '不' }",
        "article .marker::after { content: '之一' }",
        "#h2-k1-p1::first-line { font-size: 1px }",
        "#h2-k1-p1::first-line { color: #fffefb }",
        "#h2-k1-p1::first-letter { color: transparent }",
        "#h2-k1-p1 { display: list-item; list-style: '删去：' inside }",
        "#h2-k1-p1 { position: relative } #h2-k1-p1::after { content: ''; position: absolute; inset: 0; background: white }",
        "article { position: relative } article::after { content: ''; position: absolute; inset: 0; background: white; pointer-events: none }",
        "#h2-k1-p1 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden; width: 6em }",
        "#h2-k1-p1 { content: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }",
        "article, article > * { display: flex; flex-direction: column-reverse }",
        "#h2-k1-p1 { display: flex; flex-direction: column } #h2-k1-p1-t1 { order: 2 }",
        "body::before { content: ''; position: fixed; inset: 0; background: white; z-index: 99; pointer-events: auto }",
        "article { position: relative } article::after { content: ''; position: absolute; inset: 0; background: white; z-index: 9 }",
    ],
)
def test_words_that_a_style_adds_moves_or_covers_are_noticed(reading: Page, levels: Path, css: str) -> None:
    assert said(reading, levels, css)


def shown(browser: Browser, way: str) -> Page:
    """A window as a reader has it; at 400 % a page has a quarter of the width."""
    size = {"phone": (360, 740), "zoom": (320, 256)}.get(way, (1280, 800))
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if way == "dark" else "light")
    if way == "print":
        page.emulate_media(media="print")
    return page


def pages_with_text(site: Path) -> list[str]:
    return sorted(
        file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html") if any(source(file).values())
    )


def wrong(browser: Browser, site: Path, way: str) -> list[str]:
    found = []
    for address in serve(site):
        page = shown(browser, way)
        for path in pages_with_text(site):
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            found += [f"{path} {line}" for line in differences(page, source(site / path / "index.html"))]
        page.close()
    return found


@pytest.mark.full
@pytest.mark.parametrize("way", WAYS)
def test_every_page_with_official_text_shows_it_whole(built: Path, browser: Browser, way: str) -> None:
    assert wrong(browser, built / "site", way) == []
