"""One build's scripts and styles, from the files as they are to the site as it is delivered.

While pages are rendered, templates ask ``address`` for the published name of a file; each built page passes through ``page``; ``finish``
then knows what all pages need, writes the style sheets that they share, and removes what no page needs.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from pathlib import Path

from ...project.kept import Kept, key_of
from . import reduce
from .finish import remove, rename, unneeded
from .naming import digest, minified, named, published
from .page_needs import attributes, inline_scripts, met, references, words
from .records import Asked, Asset, Met
from .sheets import JOINED, joined, together, unfinished

KIND = "sheet"


class Assembly:
    """``own`` are our scripts and styles, ``theme`` the files of the theme that may go; both by address, with the text if there is one."""

    def __init__(self, own: Mapping[str, str], theme: Mapping[str, str | None], kept: Kept) -> None:
        self.kept = kept
        self.own = published(own)
        self.files: dict[str, str | None] = {**theme, **{asset.path: asset.text for asset in self.own.values()}}
        self.sheets = {path: text for path, text in self.files.items() if text and path.endswith(".css")}
        every = [self._asked(text) for text in self.sheets.values()]
        self.asked = Asked(frozenset().union(*(one.needs for one in every)), frozenset().union(*(one.attributes for one in every)))
        self.attributes = attributes(self.asked)
        self.folders = sorted({path.partition("/")[0] for path in self.files if "/" in path})
        self.met = Met()
        self.needs: dict[tuple[str, ...], set[str]] = {}
        self.pages: list[Path] = []

    def __str__(self) -> str:
        """The hash of all that pages are looked through for, and of the names they are given."""
        return key_of(json.dumps([{path: asset.path for path, asset in self.own.items()}, self.files], ensure_ascii=False))

    def address(self, path: str) -> str:
        """Where a file is published."""
        return self.own[path].path if path in self.own else path

    def page(self, file: Path, html: str) -> str:
        """A built page with one style sheet for all that it had; what it needs is noted."""
        found, html = self.examined(html)
        self.take(file, found)
        return html

    def examined(self, html: str) -> tuple[Met, str]:
        """What a page needs, and the page with one style sheet."""
        html, sheets = joined(html, self.sheets)
        needs = met(html, self.asked, self.attributes)
        return Met(needs, references(html, self.folders), inline_scripts(html), {sheets} if sheets else set()), html

    def take(self, file: Path, found: Met) -> None:
        """A page is to be written there that needs this."""
        for sheets in found.sheets:
            self.needs.setdefault(sheets, set()).update(found.needs)
        self.met.scripts |= found.scripts
        self.met.references |= found.references
        self.pages.append(file)

    def finish(self, site: Path) -> None:
        """Write the joined style sheets, name them in the pages, remove what nothing refers to."""
        made = {unfinished(sheets): self._sheet(sheets) for sheets in sorted(self.needs)}
        for asset in made.values():
            file = site / asset.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(asset.text, encoding="utf-8", newline="\n")
        rename(self.pages, {old: asset.path for old, asset in made.items()})
        self.kept.sweep([KIND])
        remove(site, unneeded(self.files, self.met.references | self._own_scripts()))

    def _own_scripts(self) -> set[str]:
        return {asset.path for asset in self.own.values() if asset.path.endswith(".js")}

    def _sheet(self, sheets: tuple[str, ...]) -> Asset:
        """Style sheets as one, without what none of the pages can use that have them."""
        scripts = [
            text for path, text in self.files.items() if text and path.endswith(".js") and path in self.met.references | self._own_scripts()
        ]
        css = together((Asset(path, self.sheets[path]) for path in sheets), posixpath.dirname(JOINED))
        can = words(self.needs[sheets], [*scripts, *self.met.scripts])
        key = key_of(KIND, css, json.dumps([sorted(can.pages), sorted(can.scripts)]))
        text = self.kept.get(KIND, key)
        if text is None:
            text = minified(JOINED, reduce.reduced(css, can))
            self.kept.put(KIND, key, text)
        return Asset(named(JOINED, digest(text)), text)

    def _asked(self, css: str) -> Asked:
        """What a style sheet asks of pages: the same from build to build, and looking for it takes as long as thirty pages."""
        key = key_of("asked", css)
        written = self.kept.get(KIND, key)
        if written is not None:
            return Asked(*map(frozenset, json.loads(written)))
        found = reduce.asked(css)
        self.kept.put(KIND, key, json.dumps([sorted(found.needs), sorted(found.attributes)]))
        return found
