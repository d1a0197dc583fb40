"""What ``add`` says: what was recognised and from which line, what is doubtful, what is left to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..convert import publish
from ..model.levels import Level
from ..model.records import Kind, Outline
from ..parse.metadata import Finding, Recognised
from ..read.corpus import Corpus, read_corpus
from ..report import report
from ..text.fold import fold
from .candidate import Candidate
from .document_yml import Entry

NAMES = {"title": "题名", "date": "日期", "issuer": "发文机关", "level": "层级", "place": "地名", "short_title": "简称", "found": "来源"}


def level_of(corpus: Corpus, name: str) -> Level | None:
    """The level of that id, or of that name (省, 省级); None where the corpus has no such level."""
    return next((level for level in corpus.levels if name in (level.id, level.name, level.grade)), None)


def _above(corpus: Corpus, level: str) -> tuple[Level, ...]:
    """The levels above one; none above one that is not known."""
    found = level_of(corpus, level)
    return corpus.levels[: found.rank] if found else ()


def quoted_documents(corpus: Corpus, parsed: Outline, level: str) -> Iterator[tuple[str, int]]:
    """The documents of a higher level whose whole title the text quotes, and in which line."""
    for source in corpus.sources:
        if source.meta.level not in _above(corpus, level):
            continue
        quoted = f"《{fold(source.meta.title)}》"
        line = next((number for number, text in enumerate(parsed.raw.lines, 1) if quoted in fold(text)), 0)
        if line:
            yield source.meta.id, line


def tell(corpus: Corpus, candidate: Candidate, found: Recognised, entry: Entry, given: dict[str, str]) -> None:
    raw = candidate.parsed.raw
    sentences = sum(unit.kind is Kind.SENTENCE for unit in candidate.parsed.walk())
    print(f"已加入 source/{entry.id}/：原文 {entry.file}（{raw.encoding}，{len(raw.lines)} 行，{sentences} 句）和 document.yml")
    print("认出的：")
    for name, called in NAMES.items():
        value = entry.values[name]
        if value:
            level = level_of(corpus, value) if name == "level" else None
            shown = f"{value}（{level.grade}）" if level else value
            print(f"  {called}　{shown}　← {_because(name, found, given)}")
    quoted = dict(quoted_documents(corpus, candidate.parsed, entry.values["level"]))
    for document in entry.implements:
        print(f"  落实　{document}　← {f'第 {quoted[document]} 行' if document in quoted else '命令里写的'}")
    doubts = [f"第 {doubt.line} 行　{doubt.words}" for doubt in found.doubts if doubt.about not in given]
    doubts += [*candidate.remarks, *_without_implements(corpus, entry)]
    if doubts:
        print("请看一看：")
        for said in doubts:
            print(f"  {said}")


def _because(name: str, found: Recognised, given: dict[str, str]) -> str:
    finding: Finding | None = getattr(found, name, None)
    if name in given and name != "title":
        return "命令里写的"
    if name == "found":
        return "网页里写的"
    return f"第 {finding.line} 行" if finding and finding.line else "由题名和发文机关拟的"


def _without_implements(corpus: Corpus, entry: Entry) -> Iterator[str]:
    level = entry.values["level"]
    higher = [source.meta for source in corpus.sources if source.meta.level in _above(corpus, level)]
    if higher and not entry.implements:
        nearest = max(higher, key=lambda meta: meta.level.rank)
        yield f"没有写落实哪份上级文件；若有，在 document.yml 的 implements 里写上，如 implements: [{nearest.id}]"


def what_is_left(root: Path, entry: Entry, candidate: Candidate) -> int:
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
    print(f"  duidu outline --lines source/{entry.id}/{entry.file}　　看每一行认成了什么")
    print("  duidu serve　　在浏览器里看")
    return status
