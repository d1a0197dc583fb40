"""A browser on the built site, and a plain web server for it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

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
REPRESENTATIVE = ("", "suining-2024/full/", "compare/suining-2024/sichuan-2024/by-suining-2024/", "glossary/")
"""Of those the four that differ most."""


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


def opened_together(context: BrowserContext, addresses: Iterable[str]) -> Iterator[tuple[str, Page]]:
    """Pages that ask for nothing more, with the addresses they were opened by. All at once: each is waited for as long as the longest."""
    opened = [(address, context.new_page()) for address in addresses]
    for address, page in opened:
        page.goto(address, wait_until="commit")
    for address, page in opened:
        page.wait_for_load_state("networkidle")
        yield address, page
        page.close()


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
