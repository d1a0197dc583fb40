"""confirm: end 待复核. Records today's fingerprints of both ends, after a person has read them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from ..anchors.document import Document
from ..convert import Conversion, convert
from ..model.faults import CallError
from ..read.links import LinkFile
from ..read.yamlfile import Place
from ..render.page import Page
from ..report import report
from ..write import Changes, apply
from .arguments import Call, Command, argument
from .yaml_edit import with_values


def run(args: Call) -> int:
    conversion = convert(args.root)
    if report(fault for fault in conversion.faults if not fault.warning):
        return 1
    source = conversion.corpus.source(args.document)
    unknown = [unit for unit in args.units if not _known(conversion, unit)]
    if unknown:
        raise CallError(f"没有 {'、'.join(unknown)} 这个单位。")
    today = datetime.now(UTC).date().isoformat()
    documents = {document.id: document for document in conversion.documents}
    pages = []
    for file in source.links:
        changes = list(_changes(documents[args.document], documents[file.implemented], file, args.units, today))
        if changes:
            path = args.root / file.yaml.path
            pages.append(Page(file.yaml.path, with_values(path.read_text(encoding="utf-8"), changes)))
            print(f"已认可 {len(changes)} 处，记入 {file.yaml.path}")
    apply(args.root, Changes(tuple(pages), ()))
    if not pages:
        print("没有待复核的对应。")
    return 0


def _known(conversion: Conversion, unit: str) -> bool:
    return any(unit in document.units for document in conversion.documents)


def _changes(one: Document, other: Document, file: LinkFile, units: list[str], today: str) -> Iterator[tuple[Place, str]]:
    for position, row in enumerate(file.rows):
        now = (one.fingerprint(row.source)[:8], other.fingerprint(row.target)[:8])
        if row.checked != now and (not units or row.source in units or row.target in units):
            yield ("links", position, "checked"), f'{{from: "{now[0]}", to: "{now[1]}", on: {today}}}'


COMMAND = Command(
    "认可待复核的对应：两端今天的文字仍然对应",
    (
        argument("document", metavar="文档", help="下级文件的编号，如 suining-2024"),
        argument("units", metavar="单位", nargs=-1, help="只认可这些单位（任一端）的对应；不写就是全部"),
    ),
    run,
)
