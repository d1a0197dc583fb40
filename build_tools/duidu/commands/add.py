"""add: take a file into source/ as a new document. Recognises what is sure, marks what a person has to fill in, asks nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from ..model.faults import CallError, stopping
from ..parse.dates import parsed_date
from ..parse.metadata import LONGEST_SHORT_TITLE, Finding, Recognised, proposed_id, recognise
from ..project.report import report
from ..project.switch import switch
from ..read.corpus import Corpus, is_draft, read_corpus
from ..read.corpus_checks import RESERVED
from ..read.formats import CONTAINERS
from ..read.rawtext import kept_name, kept_text
from ..render.page import OutputFile
from ..text.fold import fold
from .added import NAMES, faults_if, level_of, quoted_documents, tell, what_is_left
from .arguments import FILE, Call, Command, argument, flag, option
from .candidate import Candidate, read_candidate
from .document_yml import NewDocument, accepted_value, document_yml, lines_value, text_name
from .schemas import copies, modeline
from .yaml_edit import with_item, with_values

_ID = re.compile(r"(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""Begins with a letter, so that YAML never reads a number in it; corpus.schema.json says the same."""


def run(args: Call) -> int:
    corpus, faults = read_corpus(args.root)
    given = _given(args, corpus)
    if not corpus.name:
        return report(faults)
    for document in args.implements:
        corpus.source(document)
    candidate, faults = read_candidate(args.file, given.get("title", ""), take=args.take)
    if candidate is None:
        report(faults)
        return 1
    again = _draft_of(args.root, candidate) if args.take else ""
    if again:
        return _taken_into(args.root, again, candidate)
    _refuse_known(corpus, args.root, candidate)
    recognised = recognise(candidate.parsed, given.get("issuer", ""), candidate.read.said, candidate.settled.title)
    entry = _entry(corpus, candidate, recognised, given, args)
    folder = PurePosixPath("source", entry.id)
    first_line = modeline(args.root, "document", 1)
    files = {page.path: page.text.encode() for page in (_listing(args.root, entry.id), *copies(args.root))}
    files[folder / entry.file] = candidate.data
    if candidate.read.format in CONTAINERS:
        files[folder / kept_name(entry.file)] = kept_text(candidate.read.raw).encode()
    files[folder / "document.yml"] = document_yml(entry, first_line).encode()
    if stopping(faults_if(args.root, files, entry.id)):
        entry = replace(entry, draft=True)
        files[folder / "document.yml"] = document_yml(entry, first_line).encode()
    switch(args.root, files)
    tell(corpus, candidate, recognised, entry, given)
    return what_is_left(args.root, entry)


def _draft_of(root: Path, candidate: Candidate) -> str:
    """The draft that this very file was added as before, "" if there is none."""
    for file in sorted((root / "source").glob("*/document.yml")):
        if is_draft(file.parent) and candidate.read.raw.sha256 in file.read_text(encoding="utf-8", errors="replace"):
            return file.parent.name
    return ""


def _taken_into(root: Path, document: str, candidate: Candidate) -> int:
    """Write what was suggested into the document.yml of a draft, and end the draft if nothing is left."""
    path = PurePosixPath("source", document, "document.yml")
    settled = candidate.settled
    values = [(("lines",), lines_value(settled.roles or {})), (("accepted",), accepted_value(settled.accepted))]
    text = with_values((root / path).read_text(encoding="utf-8"), values)
    left = faults_if(root, {path: text.encode()}, document)
    ready = not stopping(left)
    switch(root, {path: (_published(text) if ready else text).encode()})
    for (name,), value in values:
        print(f"{name}: {value}")
    if ready:
        print(f"source/{document} 不再是草稿。")
    return report(left)


def _published(text: str) -> str:
    """document.yml with a draft's status ended."""
    return "".join("status: published\n" if line.startswith("status:") else line for line in text.splitlines(keepends=True))


def _given(args: Call, corpus: Corpus) -> dict[str, str]:
    """The options that were written, checked. Raises CallError."""
    given = {name: str(getattr(args, name)).strip() for name in NAMES if getattr(args, name) is not None}
    for name, value in given.items():
        if not value:
            raise CallError(f"--{name.replace('_', '-')} 后面是空的。")
    if "level" in given:
        level = level_of(corpus, given["level"])
        if level is None:
            known, names = ("、".join(words) for words in zip(*((level.id, level.name) for level in corpus.levels), strict=True))
            raise CallError(f"没有 {given['level']} 这个层级。可用的有 {known}，或 {names}。")
        given["level"] = level.id
    if "date" in given:
        given["date"] = _day(given["date"])
    if len(given.get("short_title", "")) > LONGEST_SHORT_TITLE:
        raise CallError(f"简称不能超过 {LONGEST_SHORT_TITLE} 字。")
    if args.id and not _ID.fullmatch(args.id):
        raise CallError(f"编号 {args.id} 不合用。以小写字母开头，只用小写字母、数字和连字符，至多 60 个，如 tongjiang-2024。")
    if args.id in RESERVED:
        raise CallError(f"编号 {args.id} 是保留的。换一个，如 {args.id}-2024。")
    return given


_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
"""2024-5-13, 2024/05/13, 2024.5.13; full-width as well, once folded."""


def _day(written: str) -> str:
    """A date as offices write it, as 2024-07-01. Raises CallError."""
    folded = unicodedata.normalize("NFKC", written)
    parts = _DAY.fullmatch(folded)
    try:
        if parts:
            return date(*map(int, parts.groups())).isoformat()
        return date.fromisoformat(parsed_date(written) or folded).isoformat()
    except ValueError:
        raise CallError(f"{written} {'这一天不存在' if parts else '不是日期'}。写作 2024-07-01。") from None


def _refuse_known(corpus: Corpus, root: Path, candidate: Candidate) -> None:
    if draft := _draft_of(root, candidate):
        raise CallError(f"这份文件已经有了，就是草稿 {draft}。要采用全部建议，加上 --take。")
    text = fold("".join(candidate.parsed.raw.lines))
    for source in (*corpus.sources, *corpus.drafts):
        if source.raw.sha256 == candidate.parsed.raw.sha256 or fold("".join(source.raw.lines)) == text:
            raise CallError(f"这份文件已经有了，就是 {source.meta.id}（{source.meta.short_title}）。")


def _entry(corpus: Corpus, candidate: Candidate, found: Recognised, given: dict[str, str], args: Call) -> NewDocument:
    values = {name: given.get(name) or _value(getattr(found, name, None)) for name in NAMES}
    values["title"] = _value(found.title)
    values["found"] = given.get("found") or (f"网页 {candidate.address}" if candidate.address else f"文件 {args.file.name}")
    if "short_title" not in given and values["short_title"] in {source.meta.short_title for source in corpus.sources}:
        dated = f"{values['short_title']}（{values['date'][:4]}）"
        values["short_title"] = dated if values["date"] and len(dated) <= LONGEST_SHORT_TITLE else ""
    identity = args.id or _free(args.root, proposed_id(values["place"], values["date"], values["title"]))
    if (args.root / "source" / identity).exists():
        raise CallError(f"编号 {identity} 已经用了。用 --id 另给一个，如 --id {identity}-b。")
    above = tuple(args.implements) or tuple(source for source, _ in quoted_documents(corpus, candidate.parsed, values["level"]))
    raw, settled = candidate.parsed.raw, candidate.settled
    return NewDocument(
        identity, values, above, text_name(candidate.read.format), raw.encoding, raw.sha256,
        settled.supplied, settled.roles or {}, settled.accepted,
    )  # fmt: skip


def _free(root: Path, identity: str) -> str:
    """The proposed number, or with a figure behind it where it is taken. Raises CallError where none can be proposed."""
    if not identity:
        raise CallError("编不出编号。用 --id 给一个，如 --id mianyang-2024。")
    numbered = (f"{identity}-{count}" for count in range(2, 1000))
    return next(name for name in (identity, *numbered) if name not in RESERVED and not (root / "source" / name).exists())


def _value(finding: Finding | None) -> str:
    return finding.value if finding else ""


def _listing(root: Path, identity: str) -> OutputFile:
    """corpus.yml with the new document at the end."""
    path = PurePosixPath("source/corpus.yml")
    return OutputFile(path, with_item((root / path).read_text(encoding="utf-8"), ("documents",), identity))


COMMAND = Command(
    "加入一份新文件：认出题名、日期、机关等，认不准的留待填写",
    (
        argument("file", metavar="文件", type=FILE, help="要加入的文件：Word 文档、PDF、存下的网页、Markdown 或纯文本"),
        option("--id", metavar="编号", help="文件夹名，也是网址的一部分，如 tongjiang-2024；不写就用地名拼音加年份"),
        option("--title", metavar="题名", help="全称；文件里没有题名时用，会注明是补的"),
        option("--short-title", metavar="简称", help="如 桐江市委意见"),
        option("--issuer", metavar="机关", help="发文机关"),
        option("--place", metavar="地名", help="如 桐江"),
        option("--level", metavar="层级", help="central、province、city、county，或 中央、省、市、县"),
        option("--date", metavar="日期", help="通过或成文日期，如 2024-07-01"),
        option("--implements", metavar="编号", multiple=True, help="所落实的上级文件；有几份就写几次"),
        option("--found", metavar="来源", help="在何处、何时取得"),
        flag("--take", help="采用全部建议：不认识的行不收，编号的问题当作原文如此"),
    ),
    run,
)
