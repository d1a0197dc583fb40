"""The data of a pair: links.json, coverage.json, and links.csv for spreadsheets (UTF-8 with a byte order mark)."""

from __future__ import annotations

from collections.abc import Iterator

from ...layers.links import Link, Pair, compared_units
from ..apparatus.relations import RELATIONS
from ..page import Page
from .data import DATA, as_csv, as_json

COLUMNS = ("下级单位", "下级出处", "下级原文", "关系", "上级单位", "上级出处", "上级原文", "说明", "依据", "相似度", "状态")
_BASES = {"curated": "人工", "automatic": "自动"}
_STATES = {"confirmed": "已核对", "suspect": "待复核", "unreviewed": "未判读"}


def link_pages(pair: Pair) -> Iterator[Page]:
    """The data files of a pair."""
    folder = DATA / pair.implementing.id / pair.implemented.id
    yield Page(folder / "links.json", as_json([_link(pair, found) for found in pair.links]))
    yield Page(folder / "coverage.json", as_json(_coverage(pair)))
    yield Page(folder / "links.csv", _csv(pair))


def _link(pair: Pair, found: Link) -> dict[str, object]:
    return {
        "from": f"{pair.implementing.id}#{found.source}",
        "to": f"{pair.implemented.id}#{found.target}",
        "relation": found.relation.value,
        "basis": found.basis,
        "score": found.score,
        "note": found.note,
        "evidence": [list(words) for words in found.evidence],
        "state": found.state.value,
    }


def _coverage(pair: Pair) -> dict[str, str]:
    return {
        f"{document.id}#{anchor}": pair.state(document, anchor).value
        for document in (pair.implementing, pair.implemented)
        for anchor in compared_units(document)
    }


def _csv(pair: Pair) -> str:
    one, other = pair.implementing, pair.implemented
    return as_csv(
        COLUMNS,
        (
            (
                f"{one.id}#{found.source}", one.citation(found.source), one.text(found.source), RELATIONS[found.relation],
                f"{other.id}#{found.target}", other.citation(found.target), other.text(found.target), found.note,
                _BASES[found.basis], "" if found.score is None else f"{found.score:.3f}", _STATES[found.state],
            )
            for found in pair.links
        ),
    )  # fmt: skip
