"""The edition's own search, asked in its box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.bench.serving import Site, fresh_page

INPUT = ".md-search__input"
# Both ends of the time are taken in the page: when the key stroke arrives, and when the answer stands there.
CLOCK = """() => {
  const box = document.querySelector(".md-search");
  box.addEventListener("input", () => { window.began = performance.now(); window.took = null; }, true);
  new MutationObserver(() => {
    if (box.dataset.answered === "=" + box.querySelector("input").value) window.took ??= performance.now() - window.began;
  }).observe(box, { attributes: true, attributeFilter: ["data-answered"] });
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Addresses of the hits, milliseconds, bytes."""

    hits: tuple[str, ...]
    took: float
    bytes: int


def ask(page: Page, query: str) -> tuple[tuple[str, ...], float]:
    """Type a query; hits and milliseconds from key stroke to result."""
    page.evaluate("() => { delete document.querySelector('.md-search').dataset.answered; window.took = null; }")
    page.fill(INPUT, query)
    took = page.wait_for_function("() => window.took", timeout=60_000).json_value()
    links = page.eval_on_selector_all(".md-search-result__list a[href]", "all => all.map((one) => one.href)")
    return tuple(links), float(took)


def asked(browser: Browser, site: Site, queries: Sequence[str]) -> list[Answer]:
    """The queries one after the other by a reader who has never been here; the first answer pays for opening the box."""
    with fresh_page(browser, site) as page:
        site.spent()
        page.evaluate(CLOCK)
        page.click(INPUT)
        answers = []
        for query in queries:
            hits, took = ask(page, query)
            page.wait_for_timeout(50)
            answers.append(Answer(hits, took, site.spent()))
    return answers
