"""anchors.tsv: every anchor ever published, the folded text it was published with, and what replaced it.

One row an anchor: anchor TAB folded text TAB replacement (empty: live; ``-``: gone without one).

``source/published.tsv`` has a row for each document: its id TAB the number of its anchors. Anchors only become more; where there are fewer,
or none, a file was lost, and a build without it would give the same addresses to other sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..model.anchor import ANCHOR
from ..model.faults import Fault
from ..model.registry import Registry, RegistryRow

PUBLISHED = PurePosixPath("source/published.tsv")


def read_registry(file: Path, shown: PurePosixPath) -> tuple[Registry, list[Fault]]:
    """Read anchors.tsv; a missing file is an empty registry (nothing was published yet)."""
    if not file.is_file():
        return Registry(shown), []
    rows: list[RegistryRow] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return Registry(shown), [Fault(shown, 1, 1, "ANC004", "文件不是 UTF-8 编码", "从版本库取回，或另存为 UTF-8")]
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 3 or not ANCHOR.fullmatch(cells[0]):
            faults.append(Fault(shown, number, 1, "ANC004", "这一行不是“地址、文字、代替者”三栏", "用制表符分成三栏，或从版本库取回此行"))
        elif cells[0] in seen:
            faults.append(Fault(shown, number, 1, "ANC004", f"地址 {cells[0]} 与第 {seen[cells[0]]} 行重复", "删去其中一行"))
        else:
            seen[cells[0]] = number
            rows.append(RegistryRow(cells[0], cells[1], cells[2].strip(), number))
    return Registry(shown, tuple(rows)), faults


def read_published(root: Path) -> Mapping[str, int]:
    """Document → how many addresses it was published with; what is no such row says nothing."""
    try:
        text = (root / PUBLISHED).read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return {}
    rows = (line.split("\t") for line in text.splitlines())
    return {row[0]: int(row[1]) for row in rows if len(row) == 2 and row[1].strip().isdecimal()}


def published_text(counts: Mapping[str, int]) -> str:
    """The contents of published.tsv."""
    return "".join(f"{document}\t{counts[document]}\n" for document in sorted(counts))


def lost_faults(registry: Registry, known: int) -> Iterator[Fault]:
    """Fewer addresses than were published: the file is not the one that it was."""
    if len(registry.rows) < known:
        document = registry.path.parent.name
        said = f"只剩 {len(registry.rows)} 个" if registry.rows else "不见了"
        yield Fault(
            registry.path, 1, 1, "ANC006", f"已经登记过 {known} 个地址，anchors.tsv 里的{said}",
            f"从版本库或备份取回它；网站从没有发布过的，删去 {PUBLISHED} 里 {document} 一行，地址重新编",
        )  # fmt: skip


def registry_text(rows: Iterable[RegistryRow]) -> str:
    """The file's contents."""
    return "".join(f"{row.anchor}\t{row.folded}\t{row.replaced_by}\n" for row in rows)
