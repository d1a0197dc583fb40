"""What is wrong with the list of documents, their levels and what they say to implement: facts about the corpus as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..model.faults import Fault
from ..model.levels import Level
from ..text.nearest import nearest
from .yamldata import YamlFile

OF_THE_SITE = frozenset({"compare", "taken-up", "glossary", "figures", "about", "guide", "data", "search", "assets"})
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
_YAML = {"null", "true", "false"}
RESERVED = OF_THE_SITE | _DEVICES | _YAML
"""What no document may be called: folders of the site itself, names that Windows keeps for devices, words that YAML does not read as text."""


def folder_faults(root: Path, read: YamlFile) -> Iterator[Fault]:
    """Documents that are listed in corpus.yml (``read``) and have no folder, folders that are not listed, and ids that are taken."""
    listed: list[str] = read.data["documents"]
    folders = sorted(path.parent.name for path in (root / "source").glob("*/document.yml"))
    for position, document in enumerate(listed):
        if document in RESERVED:
            yield read.fault(("documents", position), "DOC008", f"编号 {document} 是保留的", f"换一个，如 {document}-2024")
        if not (root / "source" / document / "document.yml").is_file():
            near = nearest(document, folders, 0.5)
            hint = f"是不是 {near}？" if near else f"建立 source/{document}/document.yml，或从目录删去"
            yield read.fault(("documents", position), "DOC005", f"目录里的 {document} 没有 document.yml", hint)
    for folder in folders:
        if folder not in listed:
            yield read.fault(("documents",), "DOC005", f"文件夹 source/{folder} 没有列入目录", f"在 documents 里加上 {folder}")


def level_faults(levels: Sequence[Level], read: YamlFile) -> Iterator[Fault]:
    """A level that is declared twice."""
    ids = [level.id for level in levels]
    for position, identity in enumerate(ids):
        if identity in ids[:position]:
            yield read.fault(("levels", position, "id"), "DOC003", f"层级 {identity} 写了两次", "删去一条，或换一个 id")


def unknown_level(read: YamlFile, levels: Sequence[Level]) -> Fault:
    """The level that document.yml (``read``) names is none of the corpus's."""
    known = [level.id for level in levels]
    near = nearest(read.data["level"], known)
    hint = f"是不是 {near}？" if near else ""
    return read.fault(("level",), "DOC003", f"level 的值 {read.data['level']!r} 不在可用的值里", f"{hint}可用的有 {'、'.join(known)}")


def implements_faults(
    above: Mapping[str, tuple[str, ...]], dates: Mapping[str, str], files: Mapping[str, YamlFile], listed: Sequence[str]
) -> Iterator[Fault]:
    """Documents that are implemented and are not there, implement what implements them, or are later than it.

    ``above`` has what each document implements, ``dates`` its date, ``files`` its document.yml, ``listed`` are the ids in corpus.yml.
    """
    for document, implemented in above.items():
        for position, target in enumerate(implemented):
            place = ("implements", position)
            if target not in listed:
                near = nearest(target, listed, 0.3)
                hint = f"是不是 {near}？" if near else "核对编号"
                yield files[document].fault(place, "DOC006", f"所落实的 {target} 不在 corpus.yml 的目录里", hint)
            elif document in _all_above(target, above):
                yield files[document].fault(place, "DOC007", f"{document} 与 {target} 互相落实", "删去其中不对的一条")
            elif dates.get(target, "") > dates[document]:
                later = f"所落实的 {target}（{dates[target]}）晚于本文件（{dates[document]}）"
                yield files[document].fault(place, "DOC013", later, "核对两份文件的 date，或改 implements", warning=True)


def _all_above(document: str, above: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    pending = [document]
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            pending.extend(above.get(current, ()))
    return found
