"""accept: record a changed text. Shows what moves, then writes its sha256 and anchors; gone units must be settled first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..anchors.lasting import Published
from ..anchors.publishing import publish
from ..project.conversion.write import Changes, apply
from ..project.report import report
from ..read.corpus import Source, read_corpus
from ..read.formats import CONTAINERS
from ..read.rawtext import kept_name, kept_text
from ..read.registry import registry_text
from ..render.page import OutputFile
from ..text.excerpt import first_difference, shortened
from .arguments import Call, Command, argument
from .yaml_edit import with_values

CONTEXT = 12
"""So many characters before a difference are shown with it,"""
SHOWN = 30
"""and so many in all."""


def run(args: Call) -> int:
    corpus, faults = read_corpus(args.root)
    own = PurePosixPath("source", args.document)
    blocking = [fault for fault in faults if fault.code not in ("SRC003", "SRC008") and (own in fault.path.parents or not corpus.sources)]
    if report(blocking):
        return 1
    source = corpus.source(args.document)
    published, found = publish(source.raw, source.meta, source.registry)
    for line in _moves(published):
        print(line)
    if report(found):
        return 1
    written = [_recorded(source), OutputFile(source.registry.path, registry_text(published.registry.rows))]
    if source.raw.encoding in CONTAINERS:
        written.append(OutputFile(own / kept_name(source.meta.file), kept_text(source.raw)))
    apply(args.root, Changes(tuple(written), ()))
    print(f"已记下 {args.document}：sha256 {source.raw.sha256[:8]}…，{len(list(published.registry.live()))} 个地址。请接着运行 build。")
    return 0


def _moves(published: Published) -> Iterator[str]:
    first = not any(row.line for row in published.registry.rows) and len(published.added) == len(published.registry.rows)
    if first:
        yield f"首次发布，{len(published.added)} 个地址。"
        return
    for row, folded in published.changed:
        yield f"文字改动　{row.anchor}　{' → '.join(_where_they_differ(row.folded, folded))}"
    for anchor in published.added:
        yield f"新增　{anchor}"
    for row in published.gone:
        yield f"不见了　{row.anchor}　{shortened(row.folded, SHOWN)}"
    if not (published.changed or published.added or published.gone):
        yield "各单位的文字和地址都没有变。"


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Both texts from a few characters before the first difference on."""
    start = max(first_difference(before, after) - CONTEXT, 0)
    opened = "…" if start else ""
    return opened + shortened(before[start:], SHOWN), opened + shortened(after[start:], SHOWN)


def _recorded(source: Source) -> OutputFile:
    """document.yml with the new sha256, everything else as written."""
    file = source.folder / "document.yml"
    text = file.read_text(encoding="utf-8")
    return OutputFile(source.yaml.path, with_values(text, [(("text", "sha256"), source.raw.sha256)]))


COMMAND = Command(
    "认可改动过的原文：先列出哪些地址变动，再记下",
    (argument("document", metavar="文档", help="文档的编号，如 tongjiang-2024"),),
    run,
)
