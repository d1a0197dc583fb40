"""Several style sheets as one, their own relative addresses kept right."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from .assets import Asset

CHARSET = re.compile(r"@charset [^;]*;\s*", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*([\"']?)(?![\"']|[a-z][a-z+.-]*:|[/#])([^)\"']+)\1\s*\)", re.IGNORECASE)


def together(sheets: Iterable[Asset], folder: str) -> str:
    """The style sheets in their order, as one that lies in a folder."""
    return '@charset "UTF-8";' + "".join(_moved(CHARSET.sub("", sheet.text), posixpath.dirname(sheet.path), folder) for sheet in sheets)


def _moved(css: str, old: str, new: str) -> str:
    """A style sheet moved from one folder to another."""
    return ADDRESS.sub(lambda found: f"url({found[1]}{posixpath.relpath(posixpath.join(old, found[2].strip()), new)}{found[1]})", css)
