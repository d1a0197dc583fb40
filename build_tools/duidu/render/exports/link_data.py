"""The data of a pair: links.json, coverage.json, and links.csv for spreadsheets (UTF-8 with a byte order mark)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...layers.alignment import Alignment, Link, compared_units
from ...model.relation import Relation
from ...text.formulas import guarded
from ..apparatus.relations import pair_path, relation_said
from ..page import OutputFile
from ..wording import say
from .data import DATA, as_csv, as_json, csv_rows

OF_A_PAIR = ("links.json", "links.csv", "coverage.json")
"""Its files, the order in which pages name them."""
COLUMNS = ("from", "from_place", "from_text", "relation", "to", "to_place", "to_text", "note", "basis", "score", "state")
"""The columns of links.csv, by the words for their heads."""


Rows = Callable[[Alignment, Callable[[Alignment], str]], str]
"""The rows of a pair: made by the function, or kept."""


def all_links(pairs: Sequence[Alignment], rows: Rows = lambda pair, make: make(pair)) -> Iterator[OutputFile]:
    """One table over all pairs: every link, with the documents of both its ends; nothing where there is no pair."""
    if pairs:
        columns = [say(f"links_csv.{column}") for column in ("from_document", "to_document", *COLUMNS)]
        yield OutputFile(DATA / "links.csv", as_csv(columns, ()) + "".join(rows(pair, _in_all) for pair in pairs))


def _in_all(pair: Alignment) -> str:
    titles = pair.implementing.meta.short_title, pair.implemented.meta.short_title
    return csv_rows([guarded(cell) for cell in (*titles, *row)] for row in _rows(pair))


def link_files(pair: Alignment) -> Iterator[OutputFile]:
    """The data files of a pair."""
    folder = DATA / pair_path(pair)
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
    return as_csv([say(f"links_csv.{column}") for column in COLUMNS], _rows(pair))


def _rows(pair: Alignment) -> Iterator[tuple[str, ...]]:
    """A row for every link, in the order of COLUMNS."""
    one, other = pair.implementing, pair.implemented
    for found in pair.links:
        yield (
            f"{one.id}#{found.source}", one.citation(found.source), one.text(found.source), relation_said(found),
            f"{other.id}#{found.target}", other.citation(found.target), other.text(found.target), found.note,
            say(f"links_csv.{found.basis}"), "" if found.score is None else f"{found.score:.3f}", say(f"links_csv.{found.state.value}"),
        )  # fmt: skip
