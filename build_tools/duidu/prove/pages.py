"""First proof, before a page is written: the Markdown page is turned back into text and compared with the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from ..anchors.document import FULL, Document
from ..model.faults import Fault
from ..render.page import OutputFile, Page
from ..render.rendering import STOCK_RENDERER
from .compare import Proof, assembled, page_faults, proof_of, shape_fault, whole_fault
from .extract import Official, official_units
from .shape import shape_faults

Html = Callable[[OutputFile], str]
"""The HTML of a page without theme, with the extensions of the site."""
STOCK: Html = STOCK_RENDERER.page


def prove_page(document: Document, page: Page, html: Html = STOCK) -> tuple[list[Official], list[Fault]]:
    """The units that a page shows, and what is wrong with them, unit by unit."""
    shown = html(page)
    found = list(official_units(shown, container=None))
    faults = list(page_faults(page.path, document, page.anchors, found, "PRV001"))
    faults.extend(shape_fault(page.path, place, what, "PRV001") for place, what in shape_faults(shown, container=None))
    return found, faults


def prove_document(document: Document, pages: Sequence[Page], html: Html = STOCK) -> tuple[Proof, list[Fault]]:
    """All pages of a document: unit by unit, and the whole text as it stands on the full page and on the others together."""
    faults: list[Fault] = []
    shown: dict[PurePosixPath, list[Official]] = {}
    for page in pages:
        shown[page.path], wrong = prove_page(document, page, html)
        faults.extend(wrong)
    full = [page for page in pages if page.path.stem == FULL]
    for path, group in ((full[0].path, full), (pages[0].path, [page for page in pages if page not in full] or full)):
        if group is not full and not document.leaves:
            continue
        text = assembled(document, [unit for page in group for unit in shown[page.path]])
        faults.extend(whole_fault(path, document, text, "PRV001"))
    return proof_of(document, document.source_text), faults
