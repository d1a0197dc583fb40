"""The data of a pair: links.json, coverage.json, and links.csv for spreadsheets (UTF-8 with a byte order mark)."""

from __future__ import annotations

from collections.abc import Iterator

from ...layers.alignment import Alignment, Link, Relation, compared_units
from ..apparatus.relations import relation_said
from ..page import OutputFile
from ..wording import say
from .data import DATA, as_csv, as_json

COLUMNS = ("from", "from_place", "from_text", "relation", "to", "to_place", "to_text", "note", "basis", "score", "state")
"""The columns of links.csv, by the words for their heads."""


def link_pages(pair: Alignment) -> Iterator[OutputFile]:
    """The data files of a pair."""
    folder = DATA / pair.implementing.id / pair.implemented.id
    yield OutputFile(folder / "links.json", as_json([_link(pair, found) for found in pair.links]))
    yield OutputFile(folder / "coverage.json", as_json(_coverage(pair)))
    yield OutputFile(folder / "links.csv", _csv(pair))


def _link(pair: Alignment, found: Link) -> dict[str, object]:
    return {
        "from": f"{pair.implementing.id}#{found.source}",
        "to": f"{pair.implemented.id}#{found.target}",
        "relation": found.relation.value,
        "extent": _extent(found),
        "basis": found.basis,
        "score": found.score,
        "note": found.note,
        "evidence": [list(words) for words in found.evidence],
        "state": found.state.value,
    }


def _extent(found: Link) -> str | None:
    """Of ``same``: the whole sentence, or one of its clauses."""
    if found.relation is not Relation.SAME:
        return None
    return "whole" if found.whole else "clause"


def _coverage(pair: Alignment) -> dict[str, str]:
    return {
        f"{document.id}#{anchor}": pair.state(document, anchor).value
        for document in (pair.implementing, pair.implemented)
        for anchor in compared_units(document)
    }


def _csv(pair: Alignment) -> str:
    one, other = pair.implementing, pair.implemented
    return as_csv(
        [say(f"links_csv.{column}") for column in COLUMNS],
        (
            (
                f"{one.id}#{found.source}", one.citation(found.source), one.text(found.source), relation_said(found),
                f"{other.id}#{found.target}", other.citation(found.target), other.text(found.target), found.note,
                say(f"links_csv.{found.basis}"), "" if found.score is None else f"{found.score:.3f}", say(f"links_csv.{found.state.value}"),
            )
            for found in pair.links
        ),
    )  # fmt: skip
