"""A browser of the Chromium family on this machine; the press prints with it, the tests read with it."""

from __future__ import annotations

import shutil
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
NAMES = (WINDOWLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
"""First the one without windows: the same engine for two thirds of the processor time."""
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def installed() -> str | None:
    """The path of a browser that somebody installed, or None."""
    return next((found for found in (*map(shutil.which, NAMES), *PLACES) if found and Path(found).exists()), None)
