"""confirm: end 待复核. Records today's fingerprints of both ends of links, and of what notes stand at, after a person has read them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..anchors.document import Document
from ..layers.alignment import FacingUnits
from ..layers.notes import Notes, is_suspect, notes_of
from ..model.faults import CallError
from ..project.conversion.layered import LayeredCorpus
from ..project.conversion.write import Changes, apply
from ..read.links import LinkFile
from ..read.yamldata import KeyPath, YamlFile
from ..render.page import OutputFile
from .arguments import Call, Command, argument
from .judging import checked, sound_corpus, today
from .yaml_edit import with_values


def run(args: Call) -> int:
    project = sound_corpus(args.root)
    if project is None:
        return 1
    source = project.corpus.source(args.document)
    unknown = [unit for unit in args.units if not _known(project, unit)]
    if unknown:
        raise CallError(f"没有 {'、'.join(unknown)} 这个单位。")
    day = today()
    documents = {document.id: document for document in project.documents}
    own = documents[args.document]
    found: list[tuple[PurePosixPath, Iterable[tuple[KeyPath, str]]]] = [
        (file.yaml.path, _of_links(own, documents[file.implemented], file, args.units, day)) for file in source.links
    ]
    notes = source.beside[Notes.name]
    found.append((notes.path, _of_notes(own, notes, args.units, day)))
    written, said = [], []
    for path, changes in found:
        confirmed = list(changes)
        if confirmed:
            written.append(OutputFile(path, with_values((args.root / path).read_text(encoding="utf-8"), confirmed)))
            said.append(f"已认可 {len(confirmed)} 处，记入 {path}")
    apply(args.root, Changes(tuple(written), ()))
    for line in said:
        print(line)
    if not written:
        print("没有待复核的。")
    return 0


def _known(project: LayeredCorpus, unit: str) -> bool:
    return any(unit in document.units for document in project.documents)


def _of_links(one: Document, other: Document, file: LinkFile, units: list[str], day: str) -> Iterator[tuple[KeyPath, str]]:
    for position, row in enumerate(file.rows):
        now = FacingUnits(one, row.source, other, row.target).fingerprints
        if row.checked != now and (not units or row.source in units or row.target in units):
            yield ("links", position, "checked"), checked(now, day)


def _of_notes(document: Document, file: YamlFile, units: list[str], day: str) -> Iterator[tuple[KeyPath, str]]:
    for position, note in enumerate(notes_of(file)):
        if is_suspect(document, note) and (not units or note.unit in units):
            yield (position, "checked"), f'{{unit: "{document.short_fingerprint(note.unit)}", on: {day}}}'


COMMAND = Command(
    "认可待复核的对应和注释：今天的文字仍然对应、注释仍然合用",
    (
        argument("document", metavar="文档", help="文件的编号，如 tongjiang-2024：它的注释，和它对上级文件的对应"),
        argument("units", metavar="单位", nargs=-1, help="只认可这些单位的注释，和任一端在这里的对应；不写就是全部"),
    ),
    run,
)
