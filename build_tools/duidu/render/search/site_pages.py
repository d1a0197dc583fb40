"""The pages of the site that hold no text of a document, as the search finds them: by their titles and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

_HEADING = re.compile(r"^(#{1,2}) +(?P<text>.*?) *(?:\{[^}#]*#(?P<id>[\w-]+)[^}]*\})?$")
_FINISHED = re.compile(r'^<h[12] id="(?P<id>[\w-]+)"[^>]*>(?P<text>.*)</h[12]>$')
"""The same as finished HTML."""
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
_FENCE = re.compile(r"^ *(?:```|~~~)")
_MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}|!?\[([^\]]*)\]\([^)]*\)|[*`\\|]|^\W*(?:- |> |\d+\. )")
ELSEWHERE = ("term-", "initial-", "group-", "part-")
"""Headings of the glossary and of comparisons: terms are found by their names, provisions by their texts."""
_SAID = 40
"""Characters of what stands under a heading."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page, or a heading of it: the title of its page, its heading ("" for the page), the words below, its address."""

    title: str
    heading: str
    text: str
    url: str


def site_pages(pages: Iterable[tuple[PurePosixPath, str]]) -> Iterator[SitePage]:
    """Of each page, path below ``docs/`` and Markdown, the page and its headings that have an address."""
    for path, markdown in pages:
        url = _url(path)
        said = _TITLE.search(markdown.partition("\n---\n")[0]) if markdown.startswith("---\n") else None
        title = ""
        for heading, anchor, text in _headings(markdown):
            if not title:
                title = said[1].strip().strip("'\"") if said else heading
                yield SitePage(title, "", text, url)
            elif anchor and not anchor.startswith(ELSEWHERE):
                yield SitePage(title, heading, text, f"{url}#{anchor}")


def _headings(markdown: str) -> Iterator[tuple[str, str, str]]:
    """Heading, its id, the first words below it."""
    found: tuple[str, str] | None = None
    said = ""
    in_code = False
    for line in markdown.partition("\n---\n")[2].splitlines() if markdown.startswith("---\n") else markdown.splitlines():
        in_code ^= bool(_FENCE.match(line))
        head = _HEADING.match(line) or _FINISHED.match(line) if line.startswith(("#", "<h")) and not in_code else None
        if head:
            if found:
                yield (*found, said[:_SAID])
            found, said = (_plain(head["text"]), head["id"] or ""), ""
        elif found and not in_code and len(said) < _SAID and not line.startswith(("<!--", "{")):
            said += _plain(line)
    if found:
        yield (*found, said[:_SAID])


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\1", text).strip()


def _url(path: PurePosixPath) -> str:
    """As MkDocs serves it: about/use/ of about/use.md, "" of index.md."""
    parts = path.with_suffix("").parts
    kept = parts[:-1] if parts[-1] == "index" else parts
    return "".join(f"{part}/" for part in kept)
