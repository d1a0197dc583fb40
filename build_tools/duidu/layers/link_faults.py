"""What is wrong with a file of curated links, every fault at its place, with its remedy."""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors.document import Document
from ..model.faults import Fault
from ..model.relation import Relation
from ..read.links import LinkFile
from ..read.yamldata import KeyPath
from ..text.nearest import nearest
from .alignment import Alignment, Coverage, FacingUnits, compared_units, is_compared
from .evidence import evidence_faults
from .extent import common_clauses


def link_faults(alignment: Alignment, file: LinkFile) -> Iterator[Fault]:
    """All of a pair's file; what nobody has read yet is one warning a document."""
    yield from _row_faults(alignment, file)
    yield from _none_faults(alignment, file)
    yield from _rejected_faults(alignment, file)
    yield from _unreviewed_faults(alignment, file)
    if file.precision and file.precision.right > file.precision.sample:
        said = f"抽了 {file.precision.sample} 条，对的却有 {file.precision.right} 条"
        yield file.yaml.fault(("precision", "right"), "LNK012", said, "改正写错的一个")


def _row_faults(alignment: Alignment, file: LinkFile) -> Iterator[Fault]:
    implementing = alignment.implementing
    seen: dict[tuple[str, str], int] = {}
    for position, row in enumerate(file.rows):
        place = ("links", position)
        if _is_gone(alignment, *row.ends):
            continue  # ANC002 says it, and retire mends the link with the address
        unknown = list(_unknown_ends(alignment, file, place, row.ends))
        yield from unknown
        if (first := seen.setdefault(row.ends, position)) != position:
            line, _ = file.yaml.at("links", first)
            yield file.yaml.fault(place, "LNK001", f"{row.source} → {row.target} 与第 {line} 行重复", "删去其中一条")
        if not unknown:
            units = alignment.facing(*row.ends)
            yield from evidence_faults(units, file, position)
            yield from _extent_faults(units, file, position)
            if not units.are_as_checked(row):
                remedy = f"核对两端今天的文字，再运行 duidu confirm {implementing.id} {row.source}"
                said = "核对之后文字有改动，待复核" if row.checked else "还没有核对过"
                yield file.yaml.fault(place, "LNK006", f"{row.source} → {row.target} {said}", remedy, warning=True)


def _is_gone(alignment: Alignment, source: str, target: str) -> bool:
    return alignment.implementing.is_gone(source) or alignment.implemented.is_gone(target)


def _unknown_ends(alignment: Alignment, file: LinkFile, place: KeyPath, ends: tuple[str, str]) -> Iterator[Fault]:
    for document, anchor, key in zip(alignment.documents, ends, ("from", "to"), strict=True):
        if fault := _unknown_unit(file, (*place, key), document, anchor):
            yield fault


def _unknown_unit(file: LinkFile, place: KeyPath, document: Document, anchor: str) -> Fault | None:
    if anchor in document.units:
        if is_compared(document.units[anchor]):
            return None
        return file.yaml.fault(place, "LNK005", f"{document.id} 的 {anchor} 不是句子也不是标题", f"改用其中的一句，如 {anchor}-t1")
    today = document.today(anchor)
    near = nearest(anchor, compared_units(document), 0.3)
    hint = f"它现在是 {today}" if today else f"最接近的是 {near}" if near else "核对地址"
    return file.yaml.fault(place, "ANC003", f"{document.id} 里没有 {anchor}", hint)


def _extent_faults(units: FacingUnits, file: LinkFile, position: int) -> Iterator[Fault]:
    row = file.rows[position]
    if row.relation == Relation.SAME and not common_clauses(units):
        said = f"{row.source} → {row.target} 写的是 same，两句却没有一个分句相同"
        yield file.yaml.fault(("links", position, "relation"), "LNK011", said, "改为 adapt 或 echo，或核对两端的地址", warning=True)


def _none_faults(alignment: Alignment, file: LinkFile) -> Iterator[Fault]:
    documents = {document.id: document for document in alignment.documents}
    lower = alignment.implementing.id
    linked = {(lower, row.source) for row in file.rows} | {(alignment.implemented.id, row.target) for row in file.rows}
    for document, anchor, kind in file.none:
        place = ("none", document, f"{anchor}:")
        if document not in documents:
            yield file.yaml.fault(
                ("none", f"{document}:"), "LNK005", f"none 里的 {document} 不是这两份文件之一", f"只能是 {' 或 '.join(documents)}"
            )
        elif documents[document].is_gone(anchor):
            continue
        elif (document, anchor) in linked:
            yield file.yaml.fault(place, "LNK003", f"{anchor} 既有对应又列在 none 里", "从 none 里删去，或删去它的对应")
        elif fault := _unknown_unit(file, place, documents[document], anchor):
            yield fault
        elif document == lower and Coverage.of_none(kind) is not Coverage.OPEN:
            said = f"{lower} 是下级文件，它的 {anchor} 不能写 {kind}"
            yield file.yaml.fault(("none", document, anchor), "LNK008", said, "改写 open，或补上它的对应")


def _rejected_faults(alignment: Alignment, file: LinkFile) -> Iterator[Fault]:
    linked = {row.ends for row in file.rows}
    for position, (source, target) in enumerate(file.rejected):
        if not _is_gone(alignment, source, target):
            yield from _unknown_ends(alignment, file, ("rejected", position), (source, target))
            if (source, target) in linked:
                said = f"{source} → {target} 既在 links 里又在 rejected 里"
                yield file.yaml.fault(("rejected", position), "LNK009", said, "从其中一处删去")


def _unreviewed_faults(alignment: Alignment, file: LinkFile) -> Iterator[Fault]:
    for document in alignment.documents:
        if left := alignment.unread[document.id]:
            named = "、".join(left[:5]) + ("……" if len(left) > 5 else "")
            yield file.yaml.fault(
                ("none",), "LNK007", f"{document.id} 还有 {len(left)} 处没有判读：{named}", "补上对应，或列入 none", warning=True
            )
