"""Query sets, measured: what of the wanted stands among the first ten, how high, and what should have found nothing.

``python -m tests.search_sets FILE…`` prints the figures of each file, and every query that missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.projects import converted
from tests.search_answers import Asking, written

FIRST = 10
Ask = Callable[[str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, its kind (``ordinary``, ``hard``, ``none``: nothing should be found), and the units that answer it."""

    text: str
    kind: str
    expect: tuple[str, ...]


@dataclass(slots=True)
class Measured:
    """The figures of a set. ``recall``: the share of the wanted units among the first ten; ``found``: whether one of them is there."""

    recall: dict[str, list[float]] = field(default_factory=dict)
    found: dict[str, list[float]] = field(default_factory=dict)
    ranks: list[float] = field(default_factory=list)
    missed: list[tuple[Asked, list[str]]] = field(default_factory=list)
    noisy: list[tuple[Asked, list[str]]] = field(default_factory=list)
    """Queries that should find nothing and have a hit that is not shown as merely near."""
    silent: int = 0

    def lowest(self) -> float:
        """The worse of the kinds."""
        return min(mean(shares) for shares in self.recall.values())

    def __str__(self) -> str:
        """All figures on a line."""
        kinds = "；".join(f"{kind} 召回率@10 {mean(shares):.3f}、找到 {mean(self.found[kind]):.3f}" for kind, shares in self.recall.items())
        return f"{kinds}；MRR {mean(self.ranks):.3f}；应当没有的 {self.silent} 问里 {len(self.noisy)} 问有结果"


def mean(values: Sequence[float]) -> float:
    """0 of nothing."""
    return sum(values) / len(values) if values else 0


def queries_in(file: Path) -> list[Asked]:
    """A set as the tests keep it (``q``, ``kind``, ``expect`` of ids), or as its writer gave it (``query``, ``who``, ``expect`` of addresses)."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        Asked(
            str(row.get("q", row.get("query"))),
            row.get("kind") or ("hard" if row["expect"] else "none"),
            tuple(unit_of(str(address)) for address in row["expect"]),
        )
        for row in rows
    ]


def unit_of(address: str) -> str:
    """``sichuan-2024/2/#h2-k1`` → ``sichuan-2024#h2-k1``."""
    path, _, anchor = address.partition("#")
    return f"{path.strip('/').partition('/')[0]}#{anchor}"


def measure(ask: Ask, queries: Sequence[Asked]) -> Measured:
    """Ask all of them."""
    figures = Measured()
    for query in queries:
        answer = ask(query.text)
        hits = answer["hits"][:FIRST]
        if query.kind == "none":
            figures.silent += 1
            if len(answer["hits"]) > answer["near"]:
                figures.noisy.append((query, hits))
            continue
        share = len({*hits} & {*query.expect}) / min(FIRST, len(query.expect))
        rank = next((1 / (place + 1) for place, hit in enumerate(hits) if hit in query.expect), 0.0)
        figures.recall.setdefault(query.kind, []).append(share)
        figures.found.setdefault(query.kind, []).append(float(rank > 0))
        figures.ranks.append(rank)
        if share < 1 or rank < 1:
            figures.missed.append((query, hits))
    return figures


def main(files: Sequence[str]) -> None:
    """Figures and misses of each file."""
    with tempfile.TemporaryDirectory() as folder:
        ask = Asking(written(((page.path, page.text) for page in converted().files), Path(folder)))
        for file in files:
            figures = measure(ask, queries_in(Path(file)))
            for query, hits in figures.missed:
                places = [hits.index(one) + 1 if one in hits else 0 for one in query.expect]
                print(
                    f"  {'未找到' if not any(places) else '不全'} {query.text}：{dict(zip(query.expect, places, strict=True))} 最先 {hits[:3]}"
                )
            for query, hits in figures.noisy:
                print(f"  不该有 {query.text}：{hits[:3]}")
            print(f"{Path(file).stem}：{figures}")
        ask.close()


if __name__ == "__main__":
    main(sys.argv[1:])
