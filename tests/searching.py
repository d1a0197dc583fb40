"""The search as tests see it: what its files hold, and the box in a browser."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from duidu.render.search.files import SEARCH, TOGETHER
from duidu.render.search.folding import fold
from duidu.render.search.postings import DIGITS, ENDING, Postings, piece, postings
from tests import browser as browsers
from tests.projects import converted

in_a_browser = pytest.mark.skipif(not browsers.wanted(), reason="BROWSER=none：没有运行浏览器测试")
INPUT, HITS = ".md-search__input", ".md-search-result__list a[href]"


@cache
def files() -> Mapping[str, Any]:
    """Name → data of every file of the search."""
    found = {page.path.stem: page.text for page in converted().files if page.path.is_relative_to(SEARCH)}
    return {name: json.loads(text.removeprefix(f'__edition_search("{name}",').removesuffix(")\n")) for name, text in found.items()}


def decoded(codes: str) -> Iterator[int]:
    """As search/postings.js reads them: both are held to tests/cases/scripts/postings.json."""
    before, high = -1, 0
    for char in codes:
        digit = DIGITS.index(char)
        if digit >= ENDING:
            high = high * (len(DIGITS) - ENDING) + digit - ENDING + 1
        else:
            before += high * ENDING + digit + 1
            high = 0
            yield before


@cache
def index() -> Postings:
    """That of these texts. They are so few that it is not written: a page looks through them itself."""
    return postings(piece((fold(text), "") for _, text in sentences()))


@cache
def entries_with(pair: str) -> frozenset[int]:
    """As scripts/search/index.js looks them up where there are many."""
    if pair in index().common:
        return frozenset(decoded(index().common[pair]))
    shard = max(0, bisect_right(index().bounds, pair) - 1)
    block = index().shards[shard].get(pair[0], "")
    codes = next((one[1:] for one in block.split(" ") if one[:1] == pair[1]), "")
    return frozenset(decoded(codes))


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Id and text of every entry in the texts, by their numbers."""
    found: list[tuple[str, str]] = []
    names = [name for name, _, _, _, size, _ in files()["manifest"]["documents"] for _ in range(size)]
    for file in range(-(-len(names) // TOGETHER)):
        for anchor, *_, last in (row[:4] for row in files()[f"t{file}"] if len(row) > 1):
            for end, text in [["", last]] if isinstance(last, str) else last:
                found.append((f"{names[len(found)]}#{anchor}{end}", text))
    return tuple(found)


def opened(page: Page, address: str) -> Page:
    """The home page with the search opened."""
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    return page


def ask(page: Page, query: str) -> list[str]:
    """Type a query, wait for its answer; the ids of the hits."""
    page.evaluate("delete document.querySelector('.md-search').dataset.answered")
    page.fill(INPUT, query)
    expect(page.locator(".md-search")).to_have_attribute("data-answered", f"={page.input_value(INPUT)}")
    return ids(page)


def ids(page: Page) -> list[str]:
    links = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
    return [
        f"{link.partition('#')[0].rstrip('/').rpartition('-2024')[0].rpartition('/')[2]}-2024#{link.partition('#')[2]}" for link in links
    ]


def status(page: Page) -> str:
    return page.locator(".md-search-result__meta").inner_text()
