"""add: take a file into source/ as a new document. Recognises what is sure, marks what a person has to fill in, asks nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from ..model.faults import CallError
from ..model.records import Outline, Role
from ..parse.forms import form_of
from ..parse.metadata import LONGEST_SHORT_TITLE, Finding, Recognised, parsed_date, proposed_id, recognise
from ..read.corpus import RESERVED, Corpus, read_corpus
from ..render.page import Page
from ..report import report
from ..text.fold import fold
from ..write import add_folder
from .added import NAMES, level_of, quoted_documents, tell, what_is_left
from .arguments import FILE, Call, Command, argument, option
from .candidate import Candidate, read_candidate
from .document_yml import Entry, document_yml, text_name
from .schemas import copies, modeline
from .yaml_edit import with_item

_ID = re.compile(r"(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""Begins with a letter, so that YAML never reads a number in it; corpus.schema.json says the same."""


def run(args: Call) -> int:
    corpus, faults = read_corpus(args.root)
    given = _given(args, corpus)
    if not corpus.name:
        return report(faults)
    for document in args.implements:
        corpus.source(document)
    candidate, faults = read_candidate(args.file, given.get("title", ""))
    if candidate is None:
        report(faults)
        return 1
    _refuse_known(corpus, candidate)
    recognised = recognise(candidate.parsed, given.get("issuer", ""))
    entry = _entry(corpus, candidate, recognised, given, args)
    folder = PurePosixPath("source", entry.id)
    listing = [_listing(args.root, entry.id), *copies(args.root)]
    files = {entry.file: candidate.data, "document.yml": document_yml(entry, modeline(args.root, "document", 1)).encode()}
    try:
        add_folder(args.root, folder, files, listing)
    except OSError as error:
        raise CallError(f"写不进 {error.filename or folder}：{error.strerror}。什么也没有改。") from None
    tell(corpus, candidate, recognised, entry, given)
    return what_is_left(args.root, entry, candidate)


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
        given["date"] = parsed_date(given["date"]) or given["date"]
        try:
            given["date"] = date.fromisoformat(given["date"]).isoformat()
        except ValueError:
            raise CallError(f"{given['date']} 不是日期。写作 2024-07-01。") from None
    if len(given.get("short_title", "")) > LONGEST_SHORT_TITLE:
        raise CallError(f"简称不能超过 {LONGEST_SHORT_TITLE} 字。")
    if args.id and not _ID.fullmatch(args.id):
        raise CallError(f"编号 {args.id} 不合用。以小写字母开头，只用小写字母、数字和连字符，至多 60 个，如 tongjiang-2024。")
    if args.id in RESERVED:
        raise CallError(f"编号 {args.id} 是保留的。换一个，如 {args.id}-2024。")
    return given


def _refuse_known(corpus: Corpus, candidate: Candidate) -> None:
    text = fold("".join(candidate.parsed.raw.lines))
    for source in corpus.sources:
        if source.raw.sha256 == candidate.parsed.raw.sha256 or fold("".join(source.raw.lines)) == text:
            raise CallError(f"这份文件已经有了，就是 {source.meta.id}（{source.meta.short_title}）。")


def _entry(corpus: Corpus, candidate: Candidate, found: Recognised, given: dict[str, str], args: Call) -> Entry:
    values = {name: given.get(name) or _value(getattr(found, name, None)) for name in NAMES}
    values["title"] = _value(found.title)
    values["found"] = given.get("found") or (f"网页 {candidate.address}" if candidate.address else "")
    if "short_title" not in given and values["short_title"] in {source.meta.short_title for source in corpus.sources}:
        dated = f"{values['short_title']}（{values['date'][:4]}）"
        values["short_title"] = dated if values["date"] and len(dated) <= LONGEST_SHORT_TITLE else ""
    identity = args.id or proposed_id(values["place"], values["date"])
    if not identity:
        raise CallError(_no_identity(values, candidate.parsed))
    if (args.root / "source" / identity).exists():
        raise CallError(f"编号 {identity} 已经用了。用 --id 另给一个，如 --id {identity}-b。")
    above = tuple(args.implements) or tuple(source for source, _ in quoted_documents(corpus, candidate.parsed, values["level"]))
    raw = candidate.parsed.raw
    return Entry(identity, values, above, text_name(args.file.suffix), raw.encoding, raw.sha256)


def _no_identity(values: Mapping[str, str], parsed: Outline) -> str:
    """What is missing for a number, and the lines that look as if they said it."""
    missing = [name for name in ("place", "date") if not values[name]]
    dated = [f"第 {number} 行是“{line.strip()}”" for number, line in enumerate(parsed.raw.lines, 1) if form_of(line) is Role.DATE]
    hint = f"（{'，'.join(dated)}）" if dated and "date" in missing else ""
    options = "、".join(f"--{name}" for name in missing)
    return f"认不准{'和'.join(NAMES[name] for name in missing)}{hint}，编不出编号。用 {options} 写明，或用 --id 给一个编号，如 --id tongjiang-2024。"


def _value(finding: Finding | None) -> str:
    return finding.value if finding else ""


def _listing(root: Path, identity: str) -> Page:
    """corpus.yml with the new document at the end."""
    path = PurePosixPath("source/corpus.yml")
    return Page(path, with_item((root / path).read_text(encoding="utf-8"), ("documents",), identity))


COMMAND = Command(
    "加入一份新文件：认出题名、日期、机关等，认不准的留待填写",
    (
        argument("file", metavar="文件", type=FILE, help="要加入的文件：.txt、从网站存下的 .html，或 .md"),
        option("--id", metavar="编号", help="文件夹名，也是网址的一部分，如 tongjiang-2024；不写就用地名拼音加年份"),
        option("--title", metavar="题名", help="全称，认不出标题时用"),
        option("--short-title", metavar="简称", help="如 桐江市委意见"),
        option("--issuer", metavar="机关", help="发文机关"),
        option("--place", metavar="地名", help="如 桐江"),
        option("--level", metavar="层级", help="central、province、city、county，或 中央、省、市、县"),
        option("--date", metavar="日期", help="通过或成文日期，如 2024-07-01"),
        option("--implements", metavar="编号", multiple=True, help="所落实的上级文件；有几份就写几次"),
        option("--found", metavar="来源", help="在何处、何时取得"),
    ),
    run,
)
