"""add: take a file into source/ as a new document. Recognises what is sure, marks what a person has to fill in, asks nothing."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from ..anchors.natural import with_natural_anchors
from ..convert import publish
from ..edit import with_item
from ..entry import Entry, document_yml, text_name
from ..faults import CallError, Fault
from ..fold import fold
from ..model import Kind, Outline, Role
from ..parse.checks import outline_faults, scan_faults
from ..parse.forms import form_of
from ..parse.hints import Hints
from ..parse.outline import outline
from ..parse.scan import scan
from ..read.corpus import RESERVED, Corpus, read_corpus
from ..read.rawtext import WEB_PAGES, read_raw
from ..read.webpage import address_of, remarks
from ..recognise import LONGEST_SHORT_TITLE, Finding, Recognised, parsed_date, proposed_id, recognise
from ..render.page import Page
from ..write import add_folder
from .report import report

LEVELS = {"central": "中央", "province": "省级", "city": "地市级", "county": "县级"}
_LEVEL_NAMES = {
    "中央": "central",
    "省": "province",
    "省级": "province",
    "市": "city",
    "市级": "city",
    "地市级": "city",
    "县": "county",
    "县级": "county",
}
_HIGHER = tuple(LEVELS)
_NOT_TEXT = (
    (b"%PDF", "PDF 文件", "在阅读程序里把文字全部复制出来，存成 .txt"),
    (b"PK\x03\x04", "Word（docx）或压缩文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"\xd0\xcf\x11\xe0", "Word（doc）文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"{\\rtf", "RTF 文件", "在 Word 或 WPS 里另存为“纯文本（.txt）”"),
    (b"\xff\xfe", "UTF-16 编码的文件", "在记事本里另存为 UTF-8"),
    (b"\xfe\xff", "UTF-16 编码的文件", "在记事本里另存为 UTF-8"),
)
_UNUSABLE = {"SRC001", "SRC002", "SRC004", "SRC005", "OUT003", "OUT006", "OUT007"}
"""With one of these nothing is added: there is no text, or no title to know it by."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMES = {"title": "题名", "date": "日期", "issuer": "发文机关", "level": "层级", "place": "地名", "short_title": "简称", "found": "来源"}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="文件", type=Path, help="要加入的文件：.txt、从网站存下的 .html，或 .md")
    parser.add_argument("--id", metavar="编号", help="文件夹名，也是网址的一部分，如 mianyang-2024；不写就用地名拼音加年份")
    parser.add_argument("--title", metavar="题名", help="全称，认不出标题时用")
    parser.add_argument("--short-title", metavar="简称", help="如 绵阳市委决定")
    parser.add_argument("--issuer", metavar="机关", help="发文机关")
    parser.add_argument("--place", metavar="地名", help="如 绵阳")
    parser.add_argument("--level", metavar="层级", help="central、province、city、county，或 中央、省、市、县")
    parser.add_argument("--date", metavar="日期", help="通过或成文日期，如 2024-07-01")
    parser.add_argument("--implements", metavar="编号", action="append", default=[], help="所落实的上级文件；有几份就写几次")
    parser.add_argument("--found", metavar="来源", help="在何处、何时取得")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be added: its bytes, its parsed text, the address it was saved from."""

    data: bytes
    parsed: Outline
    faults: tuple[Fault, ...]
    address: str
    remarks: tuple[str, ...]


def run(args: argparse.Namespace) -> int:
    given = _given(args)
    corpus, faults = read_corpus(args.root)
    if not corpus.name:
        return report(faults)
    for document in args.implements:
        corpus.source(document)
    candidate, faults = _candidate(args.file, given.get("title", ""))
    if candidate is None:
        report(faults)
        return 1
    _refuse_known(corpus, candidate)
    recognised = recognise(candidate.parsed)
    entry = _entry(corpus, candidate, recognised, given, args)
    folder = PurePosixPath("source", entry.id)
    listing = _listing(args.root, entry.id)
    files = {entry.file: candidate.data, "document.yml": document_yml(entry).encode()}
    try:
        add_folder(args.root, folder, files, listing)
    except OSError as error:
        raise CallError(f"写不进 {error.filename or folder}：{error.strerror}。什么也没有改。") from None
    _tell(corpus, candidate, recognised, entry, given)
    return _what_is_left(args.root, entry, candidate)


def _given(args: argparse.Namespace) -> dict[str, str]:
    """The options that were written, checked. Raises CallError."""
    given = {name: str(getattr(args, name)).strip() for name in _NAMES if getattr(args, name) is not None}
    for name, value in given.items():
        if not value:
            raise CallError(f"--{name.replace('_', '-')} 后面是空的。")
    if "level" in given:
        given["level"] = _LEVEL_NAMES.get(given["level"], given["level"])
        if given["level"] not in LEVELS:
            raise CallError(f"没有 {given['level']} 这个层级。可用的有 {'、'.join(LEVELS)}，或 中央、省、市、县。")
    if "date" in given:
        given["date"] = parsed_date(given["date"]) or given["date"]
        try:
            given["date"] = date.fromisoformat(given["date"]).isoformat()
        except ValueError:
            raise CallError(f"{given['date']} 不是日期。写作 2024-07-01。") from None
    if len(given.get("short_title", "")) > LONGEST_SHORT_TITLE:
        raise CallError(f"简称不能超过 {LONGEST_SHORT_TITLE} 字。")
    if args.id and not _ID.fullmatch(args.id):
        raise CallError(f"编号 {args.id} 不合用。只用小写字母、数字和连字符，如 mianyang-2024。")
    if args.id in RESERVED:
        raise CallError(f"编号 {args.id} 是网站自己的文件夹。换一个，如 {args.id}-2024。")
    return given


def _candidate(file: Path, title: str) -> tuple[Candidate | None, list[Fault]]:
    """The file read and parsed; None, with the faults, where it cannot be added. Raises CallError for what is no text file."""
    shown = PurePosixPath(*file.parts)
    if not file.is_file():
        raise CallError(f"找不到文件 {file}。" + ("这是一个文件夹。" if file.is_dir() else ""))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CallError(f"读不了 {file}：{error.strerror}。") from None
    for magic, name, advice in _NOT_TEXT:
        if data.startswith(magic):
            raise CallError(f"{file} 是 {name}，不能直接加入。{advice}，再加入。")
    if b"\0" in data:
        raise CallError(f"{file} 不是文本文件。能加入的是 .txt、.html、.md。")
    raw, faults = read_raw(file, shown)
    if raw is None or faults:
        return None, faults
    hints = Hints(title)
    lines = scan(raw, hints)
    parsed = with_natural_anchors(outline(raw, lines))
    found = [_retold(fault) for fault in (*scan_faults(shown, lines, hints), *outline_faults(parsed, hints))]
    unusable = [fault for fault in found if fault.code in _UNUSABLE]
    if unusable:
        return None, unusable
    page = data.decode(raw.encoding) if file.suffix.lower() in WEB_PAGES else ""
    return Candidate(data, parsed, tuple(found), address_of(page), remarks(page)), found


def _retold(fault: Fault) -> Fault:
    """Before there is a document.yml, a title is given by an option."""
    if fault.code not in {"OUT003", "OUT006"}:
        return fault
    return Fault(
        fault.path,
        fault.line,
        fault.column,
        fault.code,
        fault.message.replace("document.yml 的 title", "--title "),
        "用 --title 照原文写出题名",
    )


def _refuse_known(corpus: Corpus, candidate: Candidate) -> None:
    text = fold("".join(candidate.parsed.raw.lines))
    for source in corpus.sources:
        if source.raw.sha256 == candidate.parsed.raw.sha256 or fold("".join(source.raw.lines)) == text:
            raise CallError(f"这份文件已经有了，就是 {source.meta.id}（{source.meta.short_title}）。")


def _entry(corpus: Corpus, candidate: Candidate, found: Recognised, given: dict[str, str], args: argparse.Namespace) -> Entry:
    values = {name: given.get(name) or _value(getattr(found, name, None)) for name in _NAMES}
    values["title"] = _value(found.title)
    values["found"] = given.get("found") or (f"网页 {candidate.address}" if candidate.address else "")
    if "short_title" not in given and values["short_title"] in {source.meta.short_title for source in corpus.sources}:
        dated = f"{values['short_title']}（{values['date'][:4]}）"
        values["short_title"] = dated if values["date"] and len(dated) <= LONGEST_SHORT_TITLE else ""
    identity = args.id or proposed_id(values["place"], values["date"])
    if not identity:
        raise CallError(_no_identity(values, candidate.parsed))
    if (args.root / "source" / identity).exists() or identity in RESERVED:
        raise CallError(f"编号 {identity} 已经用了。用 --id 另给一个，如 --id {identity}-b。")
    above = tuple(args.implements) or tuple(source for source, _ in _quoted(corpus, candidate.parsed, values["level"]))
    raw = candidate.parsed.raw
    return Entry(identity, values, above, text_name(args.file.suffix), raw.encoding, raw.sha256)


def _no_identity(values: Mapping[str, str], parsed: Outline) -> str:
    """What is missing for a number, and the lines that look as if they said it."""
    missing = [name for name in ("place", "date") if not values[name]]
    dated = [f"第 {number} 行是“{line.strip()}”" for number, line in enumerate(parsed.raw.lines, 1) if form_of(line) is Role.DATE]
    hint = f"（{'，'.join(dated)}）" if dated and "date" in missing else ""
    options = "、".join(f"--{name}" for name in missing)
    return f"认不准{'和'.join(_NAMES[name] for name in missing)}{hint}，编不出编号。用 {options} 写明，或用 --id 给一个编号，如 --id mianyang-2024。"


def _value(finding: Finding | None) -> str:
    return finding.value if finding else ""


def _quoted(corpus: Corpus, parsed: Outline, level: str) -> Iterator[tuple[str, int]]:
    """The documents of a higher level whose whole title the text quotes, and in which line."""
    for source in corpus.sources:
        if not level or _HIGHER.index(source.meta.level) >= _HIGHER.index(level):
            continue
        quoted = f"《{fold(source.meta.title)}》"
        line = next((number for number, text in enumerate(parsed.raw.lines, 1) if quoted in fold(text)), 0)
        if line:
            yield source.meta.id, line


def _listing(root: Path, identity: str) -> Page:
    """corpus.yml with the new document at the end."""
    path = PurePosixPath("source/corpus.yml")
    return Page(path, with_item((root / path).read_text(encoding="utf-8"), ("documents",), identity))


def _tell(corpus: Corpus, candidate: Candidate, found: Recognised, entry: Entry, given: dict[str, str]) -> None:
    raw = candidate.parsed.raw
    sentences = sum(unit.kind is Kind.SENTENCE for unit in candidate.parsed.walk())
    print(f"已加入 source/{entry.id}/：原文 {entry.file}（{raw.encoding}，{len(raw.lines)} 行，{sentences} 句）和 document.yml")
    print("认出的：")
    for name, called in _NAMES.items():
        value = entry.values[name]
        if value:
            shown = f"{value}（{LEVELS[value]}）" if name == "level" else value
            print(f"  {called}　{shown}　← {_because(name, found, given)}")
    quoted = dict(_quoted(corpus, candidate.parsed, entry.values["level"]))
    for document in entry.implements:
        print(f"  落实　{document}　← {f'第 {quoted[document]} 行' if document in quoted else '命令里写的'}")
    doubts = [f"第 {line} 行　{said}" for line, said in found.doubts if not ("level" in given and "当作地级市" in said)]
    doubts += [*candidate.remarks, *_without_implements(corpus, entry)]
    if doubts:
        print("请看一看：")
        for doubt in doubts:
            print(f"  {doubt}")


def _because(name: str, found: Recognised, given: dict[str, str]) -> str:
    finding: Finding | None = getattr(found, name, None)
    if name in given and name != "title":
        return "命令里写的"
    if name == "found":
        return "网页里写的"
    return f"第 {finding.line} 行" if finding and finding.line else "由题名和发文机关拟的"


def _without_implements(corpus: Corpus, entry: Entry) -> Iterator[str]:
    level = entry.values["level"]
    higher = [s.meta.id for s in corpus.sources if level and _HIGHER.index(s.meta.level) < _HIGHER.index(level)]
    if higher and not entry.implements:
        yield f"没有写落实哪份上级文件；若有，在 document.yml 的 implements 里写上，如 implements: [{higher[-1]}]"


def _what_is_left(root: Path, entry: Entry, candidate: Candidate) -> int:
    """The faults of the new document as the build will list them, and what to run next."""
    corpus, faults = read_corpus(root)
    own = PurePosixPath("source", entry.id)
    mine = [fault for fault in faults if own in fault.path.parents]
    source = next((source for source in corpus.sources if source.meta.id == entry.id), None)
    if source:
        mine += publish(source)[1]
    else:
        mine += [replace(fault, path=own / entry.file) for fault in candidate.faults]
    status = report(mine)
    print("接下来：")
    if status:
        print(f"  照上面所列改 source/{entry.id}/document.yml")
    print(f"  python -m build_tools outline --lines source/{entry.id}/{entry.file}　　看每一行认成了什么")
    print("  make serve　　在浏览器里看")
    return status
