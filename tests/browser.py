"""Which browser the tests use: an installed one, else Playwright's own, else Debian's package (as root); and Chinese fonts for it.

``python -m tests.browser`` makes sure there are both and says which; ``BROWSER=none`` does without, and says what is not run.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from duidu.render.pdf.browser import WINDOWLESS
from duidu.render.pdf.browser import installed as somebodys
from duidu.site.fonts import font_for
from tests import debian

PLAYWRIGHT_OWN = "playwright"
FONTS = "fonts-noto-cjk"
CHINESE = "决定：智改数转。"


def wanted() -> bool:
    return os.environ.get("BROWSER", "").lower() != "none"


def installed() -> str | None:
    """The path of a browser on this machine, or ``playwright`` where Playwright has its own, or None."""
    if found := somebodys():
        return found
    with sync_playwright() as playwright:
        return PLAYWRIGHT_OWN if Path(playwright.chromium.executable_path).exists() else None


def set_up() -> str | None:
    """Find a browser or install one, if we may the one without windows."""
    if not shutil.which(WINDOWLESS):
        debian.install([WINDOWLESS])
    if found := installed():
        return found
    debian.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if found := installed():
        return found
    debian.install(["chromium"])
    return installed()


def has_fonts() -> bool:
    """Whether a page in Chinese can be drawn: without a font every character is the same empty box."""
    return font_for(CHINESE) is not None


def main() -> int:
    if not wanted():
        print("BROWSER=none：不运行浏览器测试（tests/test_browser.py）。")
        return 0
    found = set_up()
    if found is None:
        print(
            "没有可用的浏览器，也装不上。请安装 chromium、chrome 或 edge；确实没有时，用 BROWSER=none make test 跳过浏览器测试。",
            file=sys.stderr,
        )
        return 1
    if not has_fonts():
        debian.install([FONTS])
    if not has_fonts():
        print(f"没有中文字体，也装不上：网页和 PDF 里的字画不出来。请安装一种宋体，Debian、Ubuntu 上是 {FONTS}。", file=sys.stderr)
        return 1
    print(f"浏览器：{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
