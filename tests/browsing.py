"""A browser on the built site, and a plain web server for it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, sync_playwright

from tests import browser as browsers

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--font-render-hinting=none",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
OWN = ("http://127.0.0.1:", "data:", "blob:")
KINDS = (
    "", "sichuan-2024/", "sichuan-2024/2/", "suining-2024/full/", "compare/", "compare/suining-2024/sichuan-2024/",
    "compare/suining-2024/sichuan-2024/by-suining-2024/", "compare/suining-2024/sichuan-2024/by-suining-2024/3/", "compare/suining-2024/sichuan-2024/lists/", "glossary/", "glossary/concordance/",
    "glossary/kinds/", "figures/", "about/texts/", "about/method/",
)  # fmt: skip
"""One page of every kind."""
SMALL_KINDS = (
    "", "yunling/", "yunling/2/", "tongjiang/full/", "compare/", "compare/tongjiang/yunling/", "compare/tongjiang/yunling/by-tongjiang/",
    "compare/tongjiang/yunling/lists/", "glossary/", "glossary/concordance/", "glossary/kinds/", "figures/", "about/texts/", "about/data/",
)  # fmt: skip
"""The same of the small corpus of two levels."""


def some_now(every: Iterable[Any], now: Collection[Any]) -> list[Any]:
    """Parameters of a test: all of them run in ``make test-full``, those of ``now`` in ``make test`` as well."""
    cases = list(every)
    assert cases
    assert [case for case in now if case not in cases] == []
    return [case if case in now else pytest.param(case, marks=pytest.mark.full) for case in cases]


def started_browser() -> Iterator[Browser]:
    found = browsers.installed()
    assert found, "没有浏览器；先运行 python -m tests.browser，或用 BROWSER=none"
    with sync_playwright() as playwright:
        path = None if found == browsers.PLAYWRIGHT_OWN else found
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Keep the test output clean."""


def serve(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def watched(opened: Page | BrowserContext) -> list[str]:
    """Everything that must not happen in a page, or in any page of a context: errors in the console, dialogs, requests to other hosts."""
    wrong: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    opened.on("console", lambda message: wrong.extend([message.text] if message.type == "error" else []))
    if isinstance(opened, Page):
        opened.on("pageerror", lambda error: wrong.append(str(error)))
    else:
        opened.on("weberror", lambda error: wrong.append(str(error.error)))
    opened.on("dialog", on_dialog)
    opened.on("request", lambda request: wrong.extend([] if request.url.startswith(OWN) else [request.url]))
    return wrong


class Tab:
    """A page that one test after another works in: to begin a new one takes as long as it takes to open a page of the site.

    Each finds it empty, of the same size, with nothing remembered; and fails on an error in the console, a dialog, or a request to another host.
    """

    def __init__(self, browser: Browser, **settings: Any) -> None:
        self.context = browser.new_context(reduced_motion="reduce", **settings)
        self.size = settings["viewport"]
        self.wrong = watched(self.context)
        self.sites: set[str] = set()
        self.context.on("request", lambda request: self.sites.update([origin(request.url)] if request.url.startswith("http") else []))

    def lent(self) -> Iterator[Page]:
        """The page, for one test."""
        page = next(iter(self.context.pages), None) or self.context.new_page()
        page.set_viewport_size(self.size)
        page.emulate_media(media="null", color_scheme="light", reduced_motion="reduce")
        yield page
        wrong = self.wrong.copy()
        self._empty()
        self.wrong.clear()
        assert wrong == []

    def _empty(self) -> None:
        page, *others = self.context.pages or [self.context.new_page()]
        for other in others:
            other.close()
        page.unroute_all()
        page.goto("about:blank")
        session = self.context.new_cdp_session(page)
        for site in self.sites:
            session.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
        session.detach()
        self.sites.clear()


def origin(url: str) -> str:
    """The site of an address: ``http://127.0.0.1:8000``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


AT_ONCE = 4


def opened_together(context: BrowserContext, addresses: Iterable[str]) -> Iterator[tuple[str, Page]]:
    """Pages that ask for nothing more, with the addresses they were opened by. A few at a time: each is waited for as long as the longest."""
    left = list(addresses)
    while left:
        opened = [(address, context.new_page()) for address in left[:AT_ONCE]]
        left = left[AT_ONCE:]
        for address, page in opened:
            page.goto(address, wait_until="commit")
        for address, page in opened:
            page.bring_to_front()  # what lies behind may put off what it asks for
            page.wait_for_load_state("networkidle")
            yield address, page
            page.close()


def settled(page: Page) -> None:
    """Once the page with all that it names is there, its scripts have run, and what they changed is drawn."""
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))")


def evaluated(page: Page, expression: str) -> Any:
    """In the page that it ends on: a script may just be leading on to another."""
    while True:
        try:
            return page.evaluate(expression)
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
            page.wait_for_load_state("networkidle")


def in_view(page: Page, anchor: str) -> bool:
    """Whether the unit's first line lies in the window, below the header."""
    box = page.locator(f"[id='{anchor}']").bounding_box()
    header = page.locator(".md-header").bounding_box()
    viewport = page.viewport_size
    assert box
    assert header
    assert viewport
    return header["y"] + header["height"] <= box["y"] + 1 and box["y"] < viewport["height"]


def first_line(page: Page, anchor: str) -> tuple[float, float]:
    """Scrolls to a sentence, which may begin far to the right; gives the middle of its first line."""
    page.locator(f"[id='{anchor}']").scroll_into_view_if_needed()
    x, y = page.evaluate(
        "id => { const r = document.getElementById(id).getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; }", anchor
    )
    return x, y
