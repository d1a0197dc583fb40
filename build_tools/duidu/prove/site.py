"""Second proof, over the built site: the official text out of every HTML page equals the raw text less the drops."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from ..anchors.document import FULL, Document
from ..model.faults import Fault
from ..render.page import Page
from .compare import Proof, assembled, page_faults, proof_of, whole_fault
from .extract import Official, official_units


def prove_site(
    site: Path, document: Document, pages: Sequence[Page], done: Callable[[], object] = lambda: None
) -> tuple[Proof, list[Fault]]:
    """Compare the built pages of one document. ``done`` is called after each page."""
    faults: list[Fault] = []
    shown: dict[bool, list[Official]] = {True: [], False: []}
    for page in pages:
        file = built_file(site, page)
        path = PurePosixPath(site.name, *file.relative_to(site).parts)
        if file.is_file():
            found = list(official_units(file.read_text(encoding="utf-8")))
            faults.extend(page_faults(path, document, page.anchors, found, "PRV002"))
            shown[page.path.stem == FULL].extend(found)
        else:
            faults.append(Fault(path, 1, 1, "PRV003", "网站缺这一页", "先运行 make site"))
        done()
    texts = {full: assembled(document, units) for full, units in shown.items()}
    if not faults:
        faults.extend(_whole_faults(site, document, texts))
    return proof_of(document, texts[True]), faults


def _whole_faults(site: Path, document: Document, texts: dict[bool, str]) -> Iterator[Fault]:
    folder = PurePosixPath(site.name, document.id)
    yield from whole_fault(folder / FULL / "index.html", document, texts[True], "PRV002")
    if document.leaves:
        yield from whole_fault(folder / "index.html", document, texts[False], "PRV002")


def built_file(site: Path, page: Page) -> Path:
    """Where MkDocs writes a page: with directory URLs, or without (the offline edition)."""
    relative = page.path.relative_to("docs").with_suffix("")
    folder = relative.parent if relative.name == "index" else relative
    directory = site / folder / "index.html"
    plain = site / relative.with_suffix(".html")
    return plain if plain.is_file() and not directory.is_file() else directory
