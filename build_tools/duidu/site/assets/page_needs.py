"""What a built page shows of what it needs: words of selectors, references to files, scripts.

Only regular expressions, and only what is asked for is kept: there may be 20,000 pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from .records import Asked, Vocabulary

TAG = re.compile(r"<([a-zA-Z][\w-]*)")
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PROPERTY = re.compile(r"--[a-zA-Z][\w-]*")
WORD = re.compile(r"[\w-]+")
BEGINNING = re.compile(r"[-_]*[a-zA-Z][\w-]*[-_]")
IMPLIED = frozenset({"html", "head", "body", "tbody"})
"""Elements that a browser adds."""


def attributes(asked: Asked) -> re.Pattern[str]:
    """Finds the attributes that selectors ask about."""
    names = "|".join(sorted(map(re.escape, asked.attributes | {"class", "id"}), key=len, reverse=True))
    return re.compile(rf"\s({names})=[\"']([^\"']+)[\"']")


def met(html: str, asked: Asked, pattern: re.Pattern[str]) -> set[str]:
    """What selectors ask for and a page has, in the forms of ``asked.needs`` (``h2``, ``.sentence``, ``#search``, ``[type=radio]``), and
    every custom property that it mentions (``--n``). ``pattern`` is that of ``attributes(asked)``, compiled once for all pages.
    """
    found = {tag.lower() for tag in set(TAG.findall(html))} | IMPLIED
    for name, value in set(pattern.findall(html)):
        found.add(f"[{name}={value}]")
        if name == "class":
            found.update(f".{one}" for one in value.split())
        elif name == "id":
            found.add(f"#{value}")
    return (found & asked.needs) | set(PROPERTY.findall(html))


def inline_scripts(html: str) -> set[str]:
    """The scripts that stand in a page."""
    return set(INLINE.findall(html))


def references(html: str, folders: Collection[str]) -> set[str]:
    """The files in some folders of the site's root that a page refers to, by their addresses from there."""
    return {one for folder in folders for one in re.findall(rf"{re.escape(folder)}/[^\"'\s<>?#)&]+", html)}


def words(needs: Iterable[str], scripts: Iterable[str]) -> Vocabulary:
    """All that can be met. A script may put a name together: what ends with - or _ is its beginning."""
    mentioned = {word for script in scripts for word in WORD.findall(script)}
    return Vocabulary(frozenset(needs), mentioned, tuple(sorted(word for word in mentioned if BEGINNING.fullmatch(word))))
