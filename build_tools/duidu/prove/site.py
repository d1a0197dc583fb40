"""Second proof, over the built site: the official text out of every HTML page equals the raw text less the drops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from ..anchors.document import FULL, Document
from ..model.faults import Fault
from ..render.page import OutputFile, Page
from ..render.rendering import STOCK_RENDERER, Renderer, body
from ..text.excerpt import first_difference
from .compare import Proof, assembled, page_faults, proof_of, shape_fault, whole_fault
from .extract import Official, official_units
from .manifest import AGAIN, MANIFEST, NOT_THERE, manifest_faults
from .quotes import Quotations, is_quoting
from .rendering import difference, is_the_same
from .shape import shape_faults


@dataclass
class Equal:
    """Pages and built pages that were found equal, by the hashes of both: before, and now."""

    before: frozenset[str] = frozenset()
    now: set[str] = field(default_factory=set)


def prove_site(
    site: Path, document: Document, pages: Sequence[Page], done: Callable[[Page], object] = lambda _: None
) -> tuple[Proof, list[Fault]]:
    """Compare the built pages of one document. ``done`` is called after each page."""
    faults: list[Fault] = []
    shown: dict[bool, list[Official]] = {True: [], False: []}
    for page in pages:
        file = built_file(site, page)
        path = _named(site, file)
        if file.is_file():
            html = file.read_text(encoding="utf-8")
            found = list(official_units(html))
            faults.extend(page_faults(path, document, page.anchors, found, "PRV002"))
            faults.extend(shape_fault(path, place, what, "PRV002") for place, what in shape_faults(html))
            shown[page.path.stem == FULL].extend(found)
        else:
            faults.append(_missing(site, file))
        done(page)
    texts = {full: assembled(document, units) for full, units in shown.items()}
    if not faults:
        faults.extend(_whole_faults(site, document, texts))
    return proof_of(document, texts[True]), faults


def _whole_faults(site: Path, document: Document, texts: dict[bool, str]) -> Iterator[Fault]:
    folder = PurePosixPath(site.name, document.id)
    yield from whole_fault(folder / FULL / "index.html", document, texts[True], "PRV002")
    if document.leaves:
        yield from whole_fault(folder / "index.html", document, texts[False], "PRV002")


@dataclass
class Comparison:
    """Built pages against what they are made from. ``now`` are the hashes of the site's files; ``equal`` remembers which were found equal."""

    site: Path
    renderer: Renderer = STOCK_RENDERER
    now: Mapping[str, str] = field(default_factory=dict)
    equal: Equal = field(default_factory=Equal)

    def faults(self, page: OutputFile) -> list[Fault]:
        """Of one page; where there are none, it may be asked again for nothing."""
        file = built_file(self.site, page)
        pair = f"{page.sha256} {self.hash(file)}"
        if pair not in self.equal.before and pair not in self.equal.now and (found := list(_page_difference(self, page, file))):
            return found
        self.equal.now.add(pair)
        return []

    def hash(self, file: Path) -> str:
        """The hash of a file of the site; "" where there is none."""
        return self.now.get(file.relative_to(self.site).as_posix(), "")


def prove_files(comparison: Comparison, root: Path, pages: Sequence[OutputFile], quotations: Quotations) -> Iterator[Fault]:
    """All other files against what they are made from: generated pages and what these quote, data and search files; none is added, none is missing.

    ``pages`` is everything that the converter writes below ``root``.
    """
    site = comparison.site
    yield from manifest_faults(site, comparison.now)
    # Scripts are published shortened and under a name of their own: only the manifest knows them.
    made = [page for page in pages if page.path.parts[0] == "docs" and page.path.parts[1] != "assets"]
    built = {page.path: built_file(site, page) for page in made if page.path.suffix == ".md"}
    for page in made:
        if file := built.get(page.path):
            yield from comparison.faults(page)
            if is_quoting(page) and file.is_file():
                found = quotations.faults(comparison.hash(file), partial(file.read_text, encoding="utf-8"))
                yield from (shape_fault(_named(site, file), place, what, "PRV002") for place, what in found)
        else:
            yield from _file_difference(comparison, page)
    yield from _strangers(site, root, made, built, comparison.now)


def _page_difference(compared: Comparison, page: OutputFile, file: Path) -> Iterator[Fault]:
    site = compared.site
    if not file.is_file():
        yield _missing(site, file)
        return
    html = file.read_text(encoding="utf-8")
    if is_the_same(compared.renderer.facts(body(page.text)), html):
        return
    if found := difference(compared.renderer.rendered(page), html):
        place, stands, wanted = found
        where = f"{place} 起" if place else "开头"
        what = f"{where}与 {page.path} 不符：这里是“{stands[:60]}”，应是“{wanted[:60]}”"
        yield Fault(_named(site, file), 1, 1, "PRV002", what, AGAIN)


def _file_difference(compared: Comparison, page: OutputFile) -> Iterator[Fault]:
    site = compared.site
    file = site / page.path.relative_to("docs")
    if not file.is_file():
        yield _missing(site, file)
        return
    if compared.hash(file) == page.sha256:
        return
    stands = file.read_bytes()
    if stands != page.content:
        line, text = _first_line(stands.decode("utf-8", "replace"), page.content.decode("utf-8", "replace"))
        yield Fault(_named(site, file), line, 1, "PRV002", f"与原文生成的不同，这一行是“{text[:60]}”", AGAIN)


def _first_line(stands: str, wanted: str) -> tuple[int, str]:
    at = first_difference(stands, wanted)
    start = max(stands.rfind("\n", 0, at) + 1, at - 20)
    return stands.count("\n", 0, at) + 1, stands[start:].partition("\n")[0]


def _strangers(
    site: Path, root: Path, made: Sequence[OutputFile], built: Mapping[PurePosixPath, Path], now: Iterable[str]
) -> Iterator[Fault]:
    """Pages that no page of the project is built into, and data that the converter did not write; pages of the project without a built one."""
    docs = root / "docs"
    paths = (PurePosixPath("docs", *file.relative_to(docs).parts) for file in docs.rglob("*.md"))
    generated = set(built.values())
    expected = generated | {built_file(site, OutputFile(path, "")) for path in paths if path not in built}
    yield from (_missing(site, file) for file in sorted(expected - generated) if not file.is_file())
    data = {site / page.path.relative_to("docs") for page in made} | {site / MANIFEST}
    for inside in now:
        top = inside.partition("/")[0]
        page = inside.endswith((".html", ".htm", ".xhtml", ".svg")) and top != "assets" and inside != NOT_THERE
        kept = top in ("data", "search")
        if not page and not kept:
            continue
        file = site / inside
        if not file.is_file():
            continue
        if page and file not in expected and not _copied(file, docs / inside):
            yield Fault(_named(site, file), 1, 1, "PRV003", "这一页不是由项目里的页面生成的", f"删去它，{AGAIN}")
        elif kept and file not in data and not _copied(file, docs / inside):
            yield Fault(_named(site, file), 1, 1, "PRV003", "这个数据文件不是由原文生成的", f"删去它，{AGAIN}")


def _copied(file: Path, source: Path) -> bool:
    return source.is_file() and source.read_bytes() == file.read_bytes()


def _missing(site: Path, file: Path) -> Fault:
    return Fault(_named(site, file), 1, 1, "PRV003", "网站缺这一页", "先运行 duidu site")


def _named(site: Path, file: Path) -> PurePosixPath:
    return PurePosixPath(site.name, *file.relative_to(site).parts)


def built_file(site: Path, page: OutputFile) -> Path:
    """Where MkDocs writes a page: with directory URLs, or without (the offline edition)."""
    relative = page.path.relative_to("docs").with_suffix("")
    folder = relative.parent if relative.name == "index" else relative
    directory = site / folder / "index.html"
    plain = site / relative.with_suffix(".html")
    return plain if plain.is_file() and not directory.is_file() else directory
