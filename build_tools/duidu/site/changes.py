"""What a reader finds changed since the release before: texts, links, notes, terms, from the data files of both sites.

``data/changes.json`` and the page ``about/changes/`` are made of it; they lie in the release, not in the site, which knows of no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..render.wording import say

DATA, PAGE = "data/changes.json", "about/changes/index.html"
ADDRESS = PAGE.removesuffix("index.html")
"""How the footer of the pages of a release names it."""
FRAME = "about/data/index.html"
"""A page that every site has, as deep as this one: so all addresses in its frame are right here."""
_ARTICLE = re.compile(r"(<article\b[^>]*>).*(</article>)", re.DOTALL)
_ITS_OWN = re.compile(
    r'[ \t]*<(?:meta (?:name="(?:description|twitter:card)"|property=)|link rel="(?:canonical|prev|next)")[^>]*>\n?'
    r'|<nav class="sisters".*?</nav>|(?<=<html )data-running="[^"]*"| aria-current="[^"]*"',
    re.DOTALL,
)
LAYERS = ("texts", "links", "notes", "terms")
ALIKE = 0.6
"""Two wordings with less in common than this, of 1, stand below each other: marked within one line they could not be read."""
_UP = "../../"
_COMPARED = {
    "texts": ("marker", "text"),
    "links": ("relation", "extent", "note", "evidence", "state"),
    "notes": ("unit", "quote", "kind", "certainty", "text", "target", "state"),
    "terms": ("term", "forms", "kind", "definition", "members", "english", "aliases", "sources", "certainty", "remark"),
}
"""What counts as a change of a record; not where it stands in a file, nor the scores of what a program found."""
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One record that came, went or became another; ``before`` is None for a new one, ``after`` for one that is gone."""

    layer: str
    id: str
    before: Record | None
    after: Record | None


def changes(before: Path, after: Path) -> list[Change]:
    """From one built site to another, by layer, in the order of the new one; what is gone comes last."""
    return [change for layer in LAYERS for change in _changes(layer, _records(layer, before), _records(layer, after))]


def as_json(since: str, found: Iterable[Change]) -> str:
    """One change a line."""
    lines = ",\n".join(json.dumps(asdict(change), ensure_ascii=False) for change in found)
    return f'{{"since": {json.dumps(since)}, "changes": [\n{lines}\n]}}\n'


def as_page(since: str, found: Iterable[Change], before: Path, after: Path) -> str:
    """A page in the frame of the new site's page that lies beside it; without that, bare. ``since`` is "" for the first release."""
    listed, title = list(found), escape(say("changes.title"))
    places = _Places(before, after)
    lead = say("changes.since", release=since) if since else say("changes.first")
    parts = [f'<h1 id="changes">{title}</h1>', f"<p>{escape(lead)}</p>"]
    for layer in LAYERS if since else ():
        of_layer = [change for change in listed if change.layer == layer]
        parts.append(f"<h2>{escape(say(f'changes.{layer}', count=len(of_layer)))}</h2>")
        if of_layer:
            parts.append("<ul>" + "\n".join(f"<li>{places.said(change)}</li>" for change in of_layer) + "</ul>")
    parts.append(f'<p><a href="{_UP}">{escape(say("template.home"))}</a></p>')
    frame = after / FRAME
    return _framed(frame.read_text(encoding="utf-8"), title, parts) if frame.is_file() else _bare(title, parts)


def _bare(title: str, parts: Iterable[str]) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
    return f'<!doctype html>\n<html lang="zh">\n<head>{head}</head>\n<body>\n' + "\n".join(parts) + "\n</body>\n</html>\n"


def _framed(page: str, title: str, parts: Iterable[str]) -> str:
    """Another page with this one's title and text; what it says of itself goes: descriptions, its address, its place among its sisters."""
    page = _ITS_OWN.sub("", page)
    page = re.sub(r"<title>.*?</title>", lambda _: f"<title>{title}</title>", page, count=1, flags=re.DOTALL)
    page = re.sub(r'<a href="#[^"]*" class="md-skip">', '<a href="#changes" class="md-skip">', page, count=1)
    return _ARTICLE.sub(lambda found: found[1] + "\n" + "\n".join(parts) + "\n" + found[2], page, count=1)


def _changes(layer: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Change]:
    """A field that the data of one release do not have at all says nothing: the tool has learnt or dropped it since."""
    both = _fields(old.values()) & _fields(new.values())
    for key in [*new, *(key for key in old if key not in new)]:
        before, after = old.get(key), new.get(key)
        if before is None or after is None or any(before.get(name) != after.get(name) for name in _COMPARED[layer] if name in both):
            yield Change(layer, key, before, after)


def _fields(records: Iterable[Record]) -> set[str]:
    return {name for record in records for name in record}


def _records(layer: str, site: Path) -> Mapping[str, Record]:
    """By id; of links both ends are it, of texts there are the sentences and what else has no parts of its own.

    A release may be years old: what its records have no field for is passed over, never an error.
    """
    data = site / "data"
    if layer == "texts":
        return {unit["id"]: unit for document in _read(data / "documents.json", "id") for unit in _leaves(data / document["id"])}
    if layer == "links":
        files = sorted(data.glob("*/*/links.json"))
        return {f"{link['from']} {link['to']}": link for file in files for link in _read(file, "from", "to")}
    return {
        record["id"]: {name: record[name] for name in record if name != "occurrences"} for record in _read(data / f"{layer}.json", "id")
    }


def _leaves(folder: Path) -> Iterator[Record]:
    units = _read(folder / "units.json", "id")
    parents = {unit["parent"] for unit in units if unit.get("parent")}
    return (unit for unit in units if unit.get("anchor") not in parents)


def _read(file: Path, *needed: str) -> list[Record]:
    """The records of a file that have the fields by which they are told apart."""
    records = json.loads(file.read_bytes()) if file.is_file() else []
    return [record for record in records if isinstance(record, dict) and all(name in record for name in needed)]


class _Places:
    """Units as a reader knows them: by their document and words, as a link where the new release has them."""

    def __init__(self, before: Path, after: Path) -> None:
        self.titles = {
            one["id"]: one.get("short_title") or one["id"] for site in (before, after) for one in _read(site / "data/documents.json", "id")
        }
        self.there = _units(after)
        self.known = {**_units(before), **self.there}

    def said(self, change: Change) -> str:
        """One change in a line."""
        now: Record = change.after or change.before or {}
        kind = "new" if change.before is None else "gone" if change.after is None else "changed"
        where = {
            "texts": lambda: self._unit(change.id),
            "links": lambda: f"{self._unit(now['from'])} → {self._unit(now['to'])}",
            "notes": lambda: self._unit(str(now.get("unit", ""))),
            "terms": lambda: self._term(change),
        }[change.layer]()
        return f"{escape(say(f'changes.{kind}'))}　{where}<br>{_difference(change)}"

    def _unit(self, unit: str) -> str:
        document, _, anchor = unit.partition("#")
        record = self.known.get(unit, {})
        shown = escape(say("changes.place", document=self.titles.get(document, document), text=(record.get("text") or anchor)[:20]))
        return f'<a href="{escape(_UP + quote(record["url"], safe="/#"))}">{shown}</a>' if "url" in self.there.get(unit, {}) else shown

    def _term(self, change: Change) -> str:
        now: Record = change.after or change.before or {}
        shown = escape(str(now.get("term", change.id)))
        return f'<a href="{_UP}glossary/#term-{quote(change.id)}">{shown}</a>' if change.after else shown


def _units(site: Path) -> Mapping[str, Record]:
    return {
        one["id"]: one
        for document in _read(site / "data/documents.json", "id")
        for one in _read(site / "data" / document["id"] / "units.json", "id")
    }


def _difference(change: Change) -> str:
    """The words with what went and what came marked; both wordings in full where little of the one is left in the other."""
    if change.before is None or change.after is None:
        tag = "ins" if change.after else "del"
        return f"<{tag}>{escape(_words(change.after or change.before or {}))}</{tag}>"
    before, after = _words(change.before), _words(change.after)
    if before == after:
        return f"{escape(after)}<br>{escape(say('changes.beside'))}"
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return f"<del>{escape(before)}</del><br><ins>{escape(after)}</ins>"
    return "".join(_marked(before[a:b], after[c:d]) for _, a, b, c, d in matcher.get_opcodes())


def _marked(before: str, after: str) -> str:
    if before == after:
        return escape(after)
    return "".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in (("del", before), ("ins", after)) if words)


def _words(record: Record) -> str:
    """What a reader sees of a record: a text, a definition, a relation and what is said of it."""
    if "relation" not in record:
        return str(record.get("marker", "")) + str(record.get("definition") or record.get("text") or "")
    if record.get("state") == "unreviewed":
        return say("relation.automatic")
    relation = record["relation"]
    if relation == "same":
        relation = "same-whole" if record.get("extent") == "whole" else "same-part"
    name = say(f"relation.{relation}")
    return " · ".join(
        filter(None, (say("relation.suspect", relation=name) if record.get("state") == "suspect" else name, record.get("note")))
    )
