"""The sign behind a heading has a name for those who hear the page, and what is proved is the same with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from duidu.prove.shape import shape_faults
from duidu.render.line_breaks import with_line_breaks
from duidu.render.normal import normal
from duidu.render.permalinks import with_named_permalinks

HEADING = '<h2 id="h1">推进区域协同<a class="headerlink" href="#h1" title="本条链接">¶</a></h2>'


def test_every_sign_of_the_site_is_called_what_its_title_says(levels: Path) -> None:
    signs = [
        sign for file in (levels / "site").rglob("*.html") for sign in LexborHTMLParser(file.read_text(encoding="utf-8")).css(".headerlink")
    ]
    assert len(signs) > 20
    assert {(sign.attributes.get("aria-label"), sign.attributes.get("title")) for sign in signs} == {("本条链接", "本条链接")}


def test_the_name_is_no_fault_in_the_text() -> None:
    assert list(shape_faults(with_named_permalinks(HEADING), None)) == list(shape_faults(HEADING, None)) == []


def test_what_the_theme_adds_makes_no_difference_to_how_pages_are_compared() -> None:
    """Else every page would be compared piece by piece, which takes many times as long."""
    published = with_line_breaks(with_named_permalinks(HEADING))
    assert published != HEADING
    assert compared(published) == compared(HEADING)
    assert compared(published.replace("区域", "地域")) != compared(HEADING)


def compared(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body
    return normal(body)


@pytest.mark.parametrize("html", ['<a class="headerlink" href="#h1">¶</a>', '<a href="#h1" title="本条链接">一</a>', "<p>¶</p>"])
def test_what_has_no_title_or_is_no_sign_is_left_alone(html: str) -> None:
    assert with_named_permalinks(html) == html
