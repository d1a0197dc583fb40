"""The search in Chromium: times, bytes and recall, beside Material's own search and Pagefind over the same texts in the same run."""

from __future__ import annotations

import gzip
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from duidu.anchors.document import Document
from duidu.project.conversion.convert import Conversion, convert
from duidu.read.synonyms import general_synonyms, merged, read_traditional
from duidu.render.search.files import SEARCH, search_files
from tests.bench import corpus, ours, peers
from tests.bench.ours import Answer
from tests.bench.queries import BEFORE, VARIED, Query, regression_set
from tests.bench.serving import Figures, Site, served
from tests.browsing import started_browser
from tests.builds import build_site
from tests.projects import ROOT, copy_of_the_project

LARGE, MIDDLE = 1000, 100
"""Generated documents of 200 sentences: for ours, and as many as Material can still manage."""
FIRST_TEN = 10

Ask = Callable[[Browser, Site, Sequence[str]], list[Answer]]


@dataclass(frozen=True, slots=True)
class Place:
    """What a hit leads to: the units in it, and how many characters one has to read."""

    units: frozenset[str]
    length: int


def main() -> None:
    """Both corpora, ours and the peers."""
    conversion = convert(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder) / "project")
        for browser in started_browser():
            real(browser, conversion, site, Path(folder))
            large(browser, conversion, site, Path(folder))


def build(root: Path) -> Path:
    """The real site."""
    copy_of_the_project(root)
    build_site(root)
    return root / "site"


def real(browser: Browser, conversion: Conversion, built: Path, folder: Path) -> None:
    """Recall, length, times and bytes on the texts of the project."""
    print(f"搜索，真实文本（{len(conversion.documents)} 份，索引 {size_of(built / SEARCH.name)}）：")
    queries = regression_set()
    with served(built) as site:
        recall("本站", queries, ours.asked(browser, site, [query.text for query in queries]), partial(our_place, conversion.documents))
        times("本站", browser, site)
    pages = peers.pages_of(conversion.documents)
    print("  （对照的一处命中是它通向的一节，节里有所求的句子就算找到：这样算偏向对照。）")
    for name, make, ask in PEERS:
        try:
            with served(make(pages, folder / name)) as site:
                recall(name, queries, ask(browser, site, [query.text for query in queries]), partial(their_place, pages))
                peer_times(name, browser, site, ask)
        except peers.MissingPeerError as error:
            print(f"  {name}：装不上，未比较（{error}）")


def large(browser: Browser, conversion: Conversion, built: Path, folder: Path) -> None:
    """Times and bytes on generated texts, with the peers on as many as they can manage."""
    generated = tuple(corpus.documents(LARGE))
    for count in (MIDDLE, LARGE):
        documents = (*conversion.documents, *generated[:count])
        data = built / SEARCH.name
        shutil.rmtree(data)
        data.mkdir()
        for path, text in search_files(
            documents, conversion.layers, merged(conversion.corpus.synonyms.words, general_synonyms()), read_traditional()
        ):
            (data / path.name).write_text(text, encoding="utf-8")
        print(f"搜索，生成的文本（{len(documents)} 份，约 {count * corpus.SENTENCES:,} 句，索引 {size_of(data)}）：")
        with served(built) as site:
            times("本站", browser, site)
        if count == MIDDLE:
            pages = peers.pages_of(documents)
            for name, make, ask in PEERS:
                try:
                    with served(make(pages, folder / name)) as site:
                        peer_times(name, browser, site, ask)
                except peers.MissingPeerError as error:
                    print(f"  {name}：未比较（{error}）")


PEERS: Sequence[tuple[str, Callable[[peers.Pages, Path], Path], Ask]] = (
    ("Material", peers.material, peers.ask_material),
    ("Pagefind", peers.pagefind, peers.ask_pagefind),
)


def times(name: str, browser: Browser, site: Site) -> None:
    """Every query as a reader's first, as a further one, and once more when its files are there."""
    first, further, warm = [], [], []
    for query in VARIED:
        first += ours.asked(browser, site, [query])
        _, one, _, again = ours.asked(browser, site, [BEFORE, query, f"{query} ", query])
        further.append(one)
        warm.append(again)
    print(f"  {name} 第一问：{figures(first)}")
    print(f"  {name} 再一问：{figures(further)}")
    print(f"  {name} 文件已在：{Figures(tuple(one.took for one in warm))}")


def peer_times(name: str, browser: Browser, site: Site, ask: Ask) -> None:
    """The first query of a reader (Material loads its index with the page, so this is with the page), and all the others after it."""
    first, *further = ask(browser, site, [BEFORE, *VARIED])
    print(f"  {name} 第一问 {first.bytes / 1000:.0f} KB；再一问：{figures(further)}")


def figures(answers: Sequence[Answer]) -> Figures:
    """Times and bytes of answers."""
    return Figures(tuple(one.took for one in answers), tuple(one.bytes for one in answers))


def recall(name: str, queries: Sequence[Query], answers: Sequence[Answer], place: Callable[[str], Place | None]) -> None:
    """Print recall among the first ten hits, and how long the places are that they lead to."""
    shares: dict[str, list[float]] = {"ordinary": [], "hard": []}
    lengths: list[int] = []
    for query, answer in zip(queries, answers, strict=True):
        places = [found for link in answer.hits[:FIRST_TEN] if (found := place(link))]
        units = frozenset[str]().union(*(one.units for one in places))
        shares[query.kind].append(len(units & query.expected) / min(FIRST_TEN, len(query.expected)))
        lengths += [one.length for one in places]
    told = "，".join(f"{kind} {statistics.mean(shares[key]):.3f}" for kind, key in (("普通", "ordinary"), ("难", "hard")))
    print(f"  {name} 召回率@10：{told}；一处命中平均 {statistics.mean(lengths or [0]):.0f} 字")


def our_place(documents: Iterable[Document], link: str) -> Place | None:
    """The sentence, head or paragraph of an address."""
    path, _, anchor = link.partition("#")
    for document in documents:
        if f"/{document.id}/" in path and anchor in document.units:
            return Place(frozenset({f"{document.id}#{anchor}"}), len(document.text(anchor)))
    return None


def their_place(pages: peers.Pages, link: str) -> Place | None:
    """The section of an address."""
    section = peers.section_of(pages, link)
    return Place(section.units, section.length) if section else None


def size_of(folder: Path) -> str:
    """Of all files, compressed and not."""
    files = [file.read_bytes() for file in folder.iterdir()]
    return f"{len(files)} 个文件，{sum(map(len, files)) / 1e6:.2f} MB，压缩后 {sum(len(gzip.compress(file, 6)) for file in files) / 1e6:.2f} MB"
