"""source/: which documents there are, what is known of each, and its raw text and registry.

With ``yamlfile``, ``rawtext`` and ``registry`` the only code that reads ``source/``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ..model.faults import CallError, Fault
from ..model.levels import DEFAULT, Level, levels_of
from ..model.meta import Meta
from ..model.reading import MOST_LINES
from ..model.records import RawText, Role
from ..model.registry import Registry
from ..model.words import Words
from ..text.nearest import nearest
from .beside import read_beside
from .corpus_checks import folder_faults, implements_faults, level_faults, unknown_level
from .corpus_format import format_faults
from .folder import is_ours, outside_faults
from .glossary import Glossary, read_glossary
from .links import LinkFile, read_links
from .rawtext import kept_faults, read_raw
from .registry import lost_faults, read_published, read_registry
from .sitesettings import setting
from .synonyms import SynonymFile, read_synonyms
from .words import read_words, shipped_words
from .yamldata import YamlFile
from .yamlfile import read_yaml

GUIDE = PurePosixPath("docs/guide/index.md")


@dataclass(frozen=True, slots=True)
class Source:
    """All that source/ holds of one document."""

    meta: Meta
    yaml: YamlFile
    raw: RawText
    registry: Registry
    links: tuple[LinkFile, ...]
    beside: Mapping[str, YamlFile]
    """By name what people wrote for layers beside the text: ``notes``."""
    folder: Path
    original: bytes
    """The raw file, byte for byte as obtained."""


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
    address: str = ""
    """Where the site is published, from SITE_URL in the environment; "" for a site without an address of its own."""
    published: Mapping[str, int] = field(default_factory=dict)
    """How many addresses each document had when it was last built."""

    def source(self, document: str) -> Source:
        """Raises CallError for an unknown document, naming the nearest."""
        for source in (*self.sources, *self.drafts):
            if source.meta.id == document:
                return source
        known = [source.meta.id for source in (*self.sources, *self.drafts)]
        near = nearest(document, known, 0.3)
        raise CallError(
            f"没有文档 {document}。" + (f"是不是 {near}？" if near else f"现有：{'、'.join(known)}" if known else "目录里还没有文档。")
        )


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
    faults.extend(folder_faults(root, read))
    levels = levels_of(read.data["levels"]) if "levels" in read.data else DEFAULT
    faults.extend(level_faults(levels, read))
    published = read_published(root)
    sources, drafts, found = _read_sources(root, read, levels, published)
    faults.extend(found)
    is_guided = (root / GUIDE).is_file()
    return Corpus(
        root, name, description, sources, glossary, synonyms, levels, words, is_guided, drafts, os.environ.get("SITE_URL", ""), published
    ), faults


def _read_sources(
    root: Path, read: YamlFile, levels: Sequence[Level], published: Mapping[str, int]
) -> tuple[tuple[Source, ...], tuple[Source, ...], list[Fault]]:
    """The documents that corpus.yml (``read``) lists: those of the site, the drafts, and what is wrong with either."""
    sources: list[Source] = []
    drafts: list[Source] = []
    faults: list[Fault] = []
    for document in read.data["documents"]:
        if (root / "source" / document).is_dir():
            source, found = _read_source(root, document, levels, published.get(document, 0))
            draft = is_draft(root / "source" / document)
            faults.extend(as_warnings(found) if draft else found)
            if source:
                (drafts if draft else sources).append(source)
    above = {source.meta.id: source.meta.implements for source in sources}
    dates = {source.meta.id: source.meta.date for source in sources}
    faults.extend(implements_faults(above, dates, {source.meta.id: source.yaml for source in sources}, read.data["documents"]))
    hidden = {draft.meta.id for draft in drafts}
    # What implements a draft does so once that is published.
    return tuple(replace(source, meta=_without(source.meta, hidden)) for source in sources), tuple(drafts), faults


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
        return None, [*faults, unknown_level(read, levels)]
    meta = _meta(document, read, level)
    if is_ours(meta.file):
        said = f"{meta.file} 是这里另一种文件的名字"
        return None, [*faults, read.fault(("text", "file"), "SRC011", said, "把原文文件改名为 text 加原来的后缀，如 text.txt")]
    links, link_faults = read_links(folder, shown, meta.implements)
    beside, beside_faults = read_beside(folder, shown)
    faults += link_faults + beside_faults
    raw, raw_faults = read_raw(folder / meta.file, shown / meta.file, meta.encoding)
    faults += raw_faults
    if raw is None:
        return None, faults
    singly = {int(key) for key in read.data.get("lines", {}) if "-" not in str(key)}
    # In a range blank lines are nothing; a single line that is blank is a slip.
    meta = replace(
        meta, roles={line: role for line, role in meta.roles.items() if line in singly or "".join(raw.lines[line - 1 : line]).strip()}
    )
    faults += _range_faults(read, len(raw.lines))
    faults += kept_faults(raw, folder / meta.file, document) if raw.sha256 == meta.sha256 else [_changed_text(read, raw, meta)]
    return Source(meta, read, raw, registry, links, beside, folder, (folder / meta.file).read_bytes()), faults


def _changed_text(read: YamlFile, raw: RawText, meta: Meta) -> Fault:
    """The raw text is not the one that document.yml (``read``) names."""
    line, column = read.at("text", "sha256")
    remedy = f"有意改动就运行 duidu accept {meta.id}；否则取回原文件"
    said = f"{meta.file} 的 sha256 是 {raw.sha256[:8]}…，与所记的 {meta.sha256[:8]}… 不同"
    return Fault(read.path, line, column, "SRC003", said, remedy)


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
        figures={int(line): words for line, words in data.get("figures", {}).items()},
        supplied="title" in data.get("supplied", ()),
        offered=data["text"].get("download", True),
    )


def _range_faults(read: YamlFile, last_line: int) -> Iterator[Fault]:
    """Ranges of ``lines`` that are written backwards or go beyond the text."""
    for key in read.data.get("lines", {}):
        first, _, last = str(key).partition("-")
        if last and int(first) > int(last):
            yield read.fault(("lines", f"{key}:"), "DOC003", f"lines 的起止行 {key} 前后颠倒", f'写作 "{last}-{first}"')
        elif last and int(last) > last_line:
            yield read.fault(("lines", f"{key}:"), "DOC003", f"lines 的起止行 {key} 超出原文，原文只有 {last_line} 行", "核对行号")


def _roles(lines: Mapping[str | int, str]) -> Mapping[int, Role]:
    """Roles by line: a key is a line, or a range like ``"123-191"``, cut where a slip of the pen makes it longer than any text; a single line overrules a range."""
    roles: dict[int, Role] = {}
    for key, role in sorted(lines.items(), key=lambda entry: "-" not in str(entry[0])):
        first, _, last = str(key).partition("-")
        roles |= dict.fromkeys(range(int(first), min(int(last or first), int(first) + MOST_LINES) + 1), Role(role))
    return roles
