"""A conversion proved and written: nothing where neither the sources nor what was written changed, nothing where anything is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...model.faults import Fault, stopping
from ...prove.compare import prove_tree
from ...prove.known import keep_quotations, known_quotations, once, proof_key
from ...prove.pages import prove_document
from ...prove.quotes import prove_quotes
from ...read.registry import read_registry
from ...read.sitesettings import markdown_extensions
from ...render.rendering import Extensions, Renderer, extensions_of
from ..kept import Kept
from ..switch import working
from .convert import Conversion, convert, pages_by_document
from .record import Made, record, recorded
from .reuse import Reuse
from .write import Changes, apply, changes


def site_extensions(root: Path) -> Extensions:
    """The Markdown extensions that the site is built with."""
    return extensions_of(*markdown_extensions(root))


def planned(conversion: Conversion, renderer: Renderer | None = None) -> tuple[Changes, list[Fault]]:
    """What is to be written: every tree proved against its source, the pages of each document of which one changed against the tree.

    With faults nothing may be written.
    """
    renderer = renderer or Renderer()
    plan = changes(conversion.corpus.root, conversion.files)
    written = pages_by_document(plan.written)
    faults: list[Fault] = []
    for document in conversion.documents if conversion.files else ():
        faults.extend(prove_tree(document))
        if document.id in written:
            pages = conversion.pages_of(document)
            proved = partial(prove_document, document, pages, renderer.page)
            faults.extend(once(renderer.kept, proof_key(document, pages, renderer.extensions), proved)[1])
    quotations = known_quotations(renderer.kept, conversion.documents)
    faults.extend(prove_quotes(plan.written, quotations))
    keep_quotations(renderer.kept, quotations, whole=False)
    return plan, faults


@dataclass(frozen=True, slots=True)
class Built:
    """One build: what it wrote, what it found, what lies there now (None with faults that stop it, or where nothing may be kept), and the
    conversion, if there had to be one."""

    changes: Changes
    faults: list[Fault]
    made: Made | None
    conversion: Conversion | None


def build(root: Path, *, write: bool) -> tuple[Changes, list[Fault]]:
    """Convert, prove, and write what changed unless there are faults. Nothing is done where neither the sources nor what was written changed."""
    one = built(root, Kept(root, writing=write))
    return one.changes, one.faults


def built(root: Path, kept: Kept) -> Built:
    """The same, with all that is to be known of it. Nobody else writes meanwhile."""
    with working(root, "build"):
        return _built(root, kept)


def _built(root: Path, kept: Kept) -> Built:
    known = recorded(root, kept)
    if known is not None:
        return Built(Changes((), ()), known[1], known[0], None)
    renderer = Renderer(kept, site_extensions(root))
    reuse = Reuse(kept, renderer)
    conversion = convert(root, reuse)
    plan, found = planned(conversion, renderer)
    faults = [*conversion.faults, *found]
    if stopping(faults):
        return Built(Changes((), ()), faults, None, conversion)
    made = None
    if kept.writing:
        apply(root, plan)
        for source in conversion.corpus.sources:
            reuse.first_published(source, read_registry(source.folder / source.registry.path.name, source.registry.path)[0])
        made = record(root, kept, conversion.files, faults)
        reuse.sweep()
    return Built(plan, faults, made, conversion)
