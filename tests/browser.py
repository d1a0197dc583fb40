"""Which browser the tests use: an installed one, else Playwright's own, else Debian's package (as root).

``python -m tests.browser`` makes sure there is one and says which; ``BROWSER=none`` does without, and says what is not run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from duidu.render.pdf.browser import installed as somebodys

PLAYWRIGHT_OWN = "playwright"
SET_UP_TIMEOUT = 300


def wanted() -> bool:
    return os.environ.get("BROWSER", "").lower() != "none"


def installed() -> str | None:
    """The path of a browser on this machine, or ``playwright`` where Playwright has its own, or None."""
    if found := somebodys():
        return found
    with sync_playwright() as playwright:
        return PLAYWRIGHT_OWN if Path(playwright.chromium.executable_path).exists() else None


def set_up() -> str | None:
    """Find a browser or install one."""
    attempts: list[list[list[str]]] = [[], [[sys.executable, "-m", "playwright", "install", "chromium"]]]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        attempts.append([["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]])
    for commands in attempts:
        for command in commands:
            try:
                environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                subprocess.run(command, env=environment, capture_output=True, check=False, timeout=SET_UP_TIMEOUT)
            except subprocess.TimeoutExpired:
                print(f"超时：{' '.join(command)}", file=sys.stderr)
        if found := installed():
            return found
    return None


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
    print(f"浏览器：{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
