"""Names that carry the content: ``assets/edition.css`` is published as ``assets/edition.3f2a9c41.css``.

A host may then let browsers keep such a file for ever: what changes gets another name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import rcssmin

from .records import Asset

DIGITS = 8
MADE = re.compile(r"/\*.*?\*/\n")
"""The line that says what a script was made of: its sources' sum is no part of its content."""


def digest(text: str) -> str:
    """The first digits of the hash of a file's content."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def named(path: str, mark: str) -> str:
    """A path with a mark before its suffix."""
    one = PurePosixPath(path)
    return str(one.with_name(f"{one.stem}.{mark}{one.suffix}"))


def minified(path: str, text: str) -> str:
    """A style without comments and white space; scripts are made small (``make scripts``), only the first line goes."""
    if PurePosixPath(path).suffix == ".css":
        return str(rcssmin.cssmin(text)).strip() + "\n"
    made = MADE.match(text)
    return text[made.end() :] if made else text


def published(sources: Mapping[str, str]) -> dict[str, Asset]:
    """Scripts and styles by their paths: minified, under names with their hashes.

    One file may name another by its whole path (``assets/part.js``): the name is replaced, so the other's hash is taken first.
    """
    done: dict[str, Asset] = {}
    texts = {path: minified(path, text) for path, text in sources.items()}

    def publish(path: str, above: tuple[str, ...]) -> Asset:
        if path in above:
            raise ValueError(f"文件互相引用，定不出名字：{' → '.join((*above, path))}")
        if path not in done:
            text = texts[path]
            for other in sorted(texts.keys() - {path}):
                if (found := _mention(other)).search(text):
                    text = found.sub(publish(other, (*above, path)).path, text)
            done[path] = Asset(named(path, digest(text)), text)
        return done[path]

    return {path: publish(path, ()) for path in sources}


def _mention(path: str) -> re.Pattern[str]:
    """A path as a whole, not the end or the beginning of a longer one."""
    return re.compile(rf"(?<![\w.-]){re.escape(path)}(?![\w-]|\.\w)")
