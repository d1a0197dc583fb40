"""source/: which documents there are, what is known of each, and its raw text and registry.

With ``yamlfile``, ``rawtext`` and ``registry`` the only code that reads ``source/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from ..model.faults import CallError, Fault
from ..model.levels import DEFAULT, Level, levels_of
from ..model.records import RawText, Role
from ..model.words import Words
from .corpus_format import format_faults
from .folder import is_ours, outside_faults
from .glossary import Glossary, read_glossary
from .links import LinkFile, read_links
from .notes import NoteFile, read_notes
from .rawtext import kept_faults, read_raw
from .registry import Registry, lost_faults, read_published, read_registry
from .sitesettings import setting
from .synonyms import SynonymFile, read_synonyms
from .words import read_words, shipped_words
from .yamlfile import YamlFile, read_yaml

GUIDE = PurePosixPath("docs/guide/index.md")


@dataclass(frozen=True, slots=True)
class Meta:
    """document.yml."""

    id: str
    title: str
    short_title: str
    issuer: str
    place: str
    level: Level
    date: str
    """ISO 8601."""
    implements: tuple[str, ...]
    file: str
    encoding: str
    sha256: str
    found: str
    remark: str
    roles: Mapping[int, Role]
    """What a person overruled, by line."""
    accepted: frozenset[str]
    """Faults that are the text's own, as ``OUT002@45``."""
    supplied: bool = False
    """Whether the title stands nowhere in the text: a person supplied it."""


@dataclass(frozen=True, slots=True)
class Source:
    """All that source/ holds of one document."""

    meta: Meta
    yaml: YamlFile
    raw: RawText
    registry: Registry
    links: tuple[LinkFile, ...]
    notes: NoteFile
    folder: Path


@dataclass(frozen=True, slots=True)
class Corpus:
    """The site's name and its documents in order. ``root`` is the project's folder. Without a name it could not be read."""

    root: Path
    name: str
    description: str
    sources: tuple[Source, ...]
    glossary: Glossary
    synonyms: SynonymFile
    """Everyday words, for the search."""
    levels: tuple[Level, ...]
    """From the highest down."""
    words: Words
    """What the pages say."""
    guided: bool = False
    """Whether the site has a guide for editors, to which the list of fault codes belongs."""
    drafts: tuple[Source, ...] = ()
    """Documents that are left out of the site until they are ready."""
    published: Mapping[str, int] = field(default_factory=dict)
    """How many addresses each document had when it was last built."""

    def source(self, document: str) -> Source:
        """Raises CallError for an unknown document, naming the nearest."""
        for source in (*self.sources, *self.drafts):
            if source.meta.id == document:
                return source
        known = [source.meta.id for source in (*self.sources, *self.drafts)]
        near = get_close_matches(document, known, 1, 0.3)
        raise CallError(f"没有文档 {document}。" + (f"是不是 {near[0]}？" if near else f"现有：{'、'.join(known)}"))


def read_corpus(root: Path) -> tuple[Corpus, list[Fault]]:
    """Read all of source/. Documents that cannot be read are left out and have faults; raises CallError without a corpus.yml or a mkdocs.yml."""
    file = root / "source" / "corpus.yml"
    if not file.is_file():
        raise CallError("找不到 source/corpus.yml。请在项目的文件夹里运行，或用 --root 指明它。")
    shown = PurePosixPath("source/corpus.yml")
    name, description = setting(root, "site_name", ""), setting(root, "site_description", "")
    if not name:
        raise CallError("mkdocs.yml 里没有 site_name，即网站的名称。")
    faults = [*outside_faults(root), *format_faults(file, shown)]
    if faults:
        return Corpus(
            root, "", "", (), Glossary(YamlFile(shown, None, {}), ()), SynonymFile(YamlFile(shown, None, {}), {}), DEFAULT, shipped_words()
        ), faults
    read, faults = read_yaml(file, shown, "corpus")
    glossary, glossary_faults = read_glossary(root)
    synonyms, synonym_faults = read_synonyms(root)
    words, word_faults = read_words(root)
    faults.extend([*glossary_faults, *synonym_faults, *word_faults])
    if read.data is None:
        return Corpus(root, "", "", (), glossary, synonyms, DEFAULT, words), faults
    faults.extend(_folder_faults(root, read))
    levels = levels_of(read.data["levels"]) if "levels" in read.data else DEFAULT
    faults.extend(_level_faults(levels, read))
    published = read_published(root)
    sources: list[Source] = []
    drafts: list[Source] = []
    for document in read.data["documents"]:
        if (root / "source" / document).is_dir():
            source, found = _read_source(root, document, levels, published.get(document, 0))
            draft = is_draft(root / "source" / document)
            faults.extend(as_warnings(found) if draft else found)
            if source:
                (drafts if draft else sources).append(source)
    faults.extend(_implements_faults(sources, read.data["documents"]))
    hidden = {draft.meta.id for draft in drafts}
    # What implements a draft does so once that is published.
    sources = [replace(source, meta=_without(source.meta, hidden)) for source in sources]
    is_guided = (root / GUIDE).is_file()
    return Corpus(root, name, description, tuple(sources), glossary, synonyms, levels, words, is_guided, tuple(drafts), published), faults


def _without(meta: Meta, hidden: set[str]) -> Meta:
    return replace(meta, implements=tuple(target for target in meta.implements if target not in hidden))


_DRAFT = re.compile(r"""^status[ \t]*:[ \t]*["']?draft["']?[ \t]*(?:#.*)?$""", re.MULTILINE)


def is_draft(folder: Path) -> bool:
    """Whether document.yml says so, also where it cannot be read as a whole: a draft never stands in the way of the others."""
    try:
        return bool(_DRAFT.search((folder / "document.yml").read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def as_warnings(faults: list[Fault]) -> list[Fault]:
    """The faults of a draft: shown, and stopping nothing."""
    return [replace(fault, warning=True) for fault in faults]


OF_THE_SITE = frozenset({"compare", "taken-up", "glossary", "figures", "about", "guide", "data", "search", "assets"})
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
_YAML = {"null", "true", "false"}
RESERVED = OF_THE_SITE | _DEVICES | _YAML
"""What no document may be called: folders of the site itself, names that Windows keeps for devices, words that YAML does not read as text."""


def _folder_faults(root: Path, read: YamlFile) -> Iterator[Fault]:
    listed: list[str] = read.data["documents"]
    folders = sorted(path.parent.name for path in (root / "source").glob("*/document.yml"))
    for position, document in enumerate(listed):
        if document in RESERVED:
            yield read.fault(("documents", position), "DOC008", f"编号 {document} 是保留的", f"换一个，如 {document}-2024")
        if not (root / "source" / document / "document.yml").is_file():
            near = get_close_matches(document, folders, 1, 0.5)
            hint = f"是不是 {near[0]}？" if near else f"建立 source/{document}/document.yml，或从目录删去"
            yield read.fault(("documents", position), "DOC005", f"目录里的 {document} 没有 document.yml", hint)
    for folder in folders:
        if folder not in listed:
            yield read.fault(("documents",), "DOC005", f"文件夹 source/{folder} 没有列入目录", f"在 documents 里加上 {folder}")


def _level_faults(levels: Sequence[Level], read: YamlFile) -> Iterator[Fault]:
    """A level that is declared twice."""
    ids = [level.id for level in levels]
    for position, identity in enumerate(ids):
        if identity in ids[:position]:
            yield read.fault(("levels", position, "id"), "DOC003", f"层级 {identity} 写了两次", "删去一条，或换一个 id")


def _read_source(root: Path, document: str, levels: Sequence[Level], addresses: int) -> tuple[Source | None, list[Fault]]:
    folder = root / "source" / document
    shown = PurePosixPath("source", document)
    if not (folder / "document.yml").is_file():
        return None, []
    read, faults = read_yaml(folder / "document.yml", shown / "document.yml", "document")
    registry, registry_faults = read_registry(folder / "anchors.tsv", shown / "anchors.tsv")
    faults += registry_faults or lost_faults(registry, addresses)
    if read.data is None:
        return None, faults
    level = next((level for level in levels if level.id == read.data["level"]), None)
    if level is None:
        known = [level.id for level in levels]
        near = get_close_matches(read.data["level"], known, 1, 0.4)
        hint = f"是不是 {near[0]}？" if near else ""
        said = f"level 的值 {read.data['level']!r} 不在可用的值里"
        faults.append(read.fault(("level",), "DOC003", said, f"{hint}可用的有 {'、'.join(known)}"))
        return None, faults
    meta = _meta(document, read, level)
    if is_ours(meta.file):
        said = f"{meta.file} 是这里另一种文件的名字"
        return None, [*faults, read.fault(("text", "file"), "SRC011", said, "把原文文件改名为 text 加原来的后缀，如 text.txt")]
    links, link_faults = read_links(folder, shown, meta.implements)
    notes, note_faults = read_notes(folder, shown)
    faults += link_faults + note_faults
    raw, raw_faults = read_raw(folder / meta.file, shown / meta.file, meta.encoding)
    faults += raw_faults
    if raw is None:
        return None, faults
    singly = {int(key) for key in read.data.get("lines", {}) if "-" not in str(key)}
    # In a range blank lines are nothing; a single line that is blank is a slip.
    meta = replace(
        meta, roles={line: role for line, role in meta.roles.items() if line in singly or "".join(raw.lines[line - 1 : line]).strip()}
    )
    if raw.sha256 != meta.sha256:
        line, column = read.at("text", "sha256")
        remedy = f"有意改动就运行 duidu accept {document}；否则取回原文件"
        faults.append(
            Fault(
                read.path, line, column, "SRC003", f"{meta.file} 的 sha256 是 {raw.sha256[:8]}…，与所记的 {meta.sha256[:8]}… 不同", remedy
            )
        )
    else:
        faults += kept_faults(raw, folder / meta.file, document)
    return Source(meta, read, raw, registry, links, notes, folder), faults


def _meta(document: str, read: YamlFile, level: Level) -> Meta:
    data = read.data
    return Meta(
        id=document,
        title=data["title"],
        short_title=data["short_title"],
        issuer=data["issuer"],
        place=data["place"],
        level=level,
        date=data["date"],
        implements=tuple(data["implements"]),
        file=data["text"]["file"],
        encoding=data["text"]["encoding"],
        sha256=data["text"]["sha256"],
        found=data["provenance"]["found"],
        remark=data["provenance"].get("remark", ""),
        roles=_roles(data.get("lines", {})),
        accepted=frozenset(data.get("accepted", ())),
        supplied="title" in data.get("supplied", ()),
    )


LONGEST_RANGE = 50_000
"""No text has more lines; what a slip of the pen makes longer is cut."""


def _roles(lines: Mapping[str | int, str]) -> Mapping[int, Role]:
    """Roles by line: a key is a line, or a range like ``"123-191"``; a single line overrules a range."""
    roles: dict[int, Role] = {}
    for key, role in sorted(lines.items(), key=lambda entry: "-" not in str(entry[0])):
        first, _, last = str(key).partition("-")
        roles |= dict.fromkeys(range(int(first), min(int(last or first), int(first) + LONGEST_RANGE) + 1), Role(role))
    return roles


def _implements_faults(sources: list[Source], listed: list[str]) -> Iterator[Fault]:
    above = {source.meta.id: source.meta.implements for source in sources}
    for source in sources:
        for position, target in enumerate(source.meta.implements):
            place = ("implements", position)
            if target not in listed:
                near = get_close_matches(target, listed, 1, 0.3)
                hint = f"是不是 {near[0]}？" if near else "核对编号"
                yield source.yaml.fault(place, "DOC006", f"所落实的 {target} 不在 corpus.yml 的目录里", hint)
            elif source.meta.id in _all_above(target, above):
                yield source.yaml.fault(place, "DOC007", f"{source.meta.id} 与 {target} 互相落实", "删去其中不对的一条")


def _all_above(document: str, above: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    pending = [document]
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            pending.extend(above.get(current, ()))
    return found
