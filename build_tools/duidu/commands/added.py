"""What ``add`` says: what was recognised and from which line, what is doubtful, what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..anchors.publishing import publish
from ..model.faults import Fault
from ..model.levels import Level
from ..model.reading import lines_said
from ..model.records import Kind, Outline
from ..parse.metadata import BESIDE, Finding, Recognised
from ..project.report import report
from ..project.switch import workplace
from ..read.corpus import Corpus, read_corpus
from ..read.sitesettings import CONFIG
from ..text.fold import fold
from .candidate import Candidate, Settled, with_suggestions
from .document_yml import NewDocument, accepted_value, lines_value

NAMES = {"title": "题名", "date": "日期", "issuer": "发文机关", "level": "层级", "place": "地名", "short_title": "简称", "found": "来源"}


def level_of(corpus: Corpus, name: str) -> Level | None:
    """The level of that id, or of that name (省, 省级); None where the corpus has no such level."""
    return next((level for level in corpus.levels if name.lower() in (level.id.lower(), level.name.lower(), level.grade.lower())), None)


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


def tell(corpus: Corpus, candidate: Candidate, found: Recognised, entry: NewDocument, given: dict[str, str]) -> None:
    """Print what became of the file: each value with what it was recognised by, what is doubtful, what was settled by suggestion."""
    raw = candidate.parsed.raw
    sentences = sum(unit.kind is Kind.SENTENCE for unit in candidate.parsed.walk())
    print(f"已加入 source/{entry.id}/：原文 {entry.file}（{raw.encoding}，{len(raw.lines)} 行，{sentences} 句）和 document.yml")
    print("认出的：")
    for name, called in NAMES.items():
        value = entry.values[name]
        if value:
            level = level_of(corpus, value) if name == "level" else None
            shown = f"{value}（{level.grade}）" if level else value
            print(f"  {called}　{shown}　← {_because(name, value, found, given, candidate.title_from)}")
    number = candidate.parsed.first(Kind.NUMBER)
    if number or candidate.read.said.get("number"):
        print(f"  文号　{number.text if number else candidate.read.said['number']}　← {f'第 {number.line} 行' if number else BESIDE}")
    quoted = dict(quoted_documents(corpus, candidate.parsed, entry.values["level"]))
    for document in entry.implements:
        print(f"  落实　{document}　← {f'第 {quoted[document]} 行' if document in quoted else '命令里写的'}")
    doubts = [f"第 {doubt.line} 行　{doubt.words}" if doubt.line else doubt.words for doubt in found.doubts if doubt.about not in given]
    doubts += _against_the_text(found, given)
    if entry.values["found"].startswith("文件 "):
        doubts.append("来源只写了文件名；知道是在何处、何时取得的，改 document.yml 的 found")
    doubts += [*map(str, candidate.read.remarks), *_without_implements(corpus, entry)]
    if entry.supplied:
        doubts.insert(0, f"正文里没有题名“{entry.values['title']}”，是{candidate.title_from}里的")
    for heading, said in (
        ("没有收入的行：", list(_dropped(candidate.parsed))),
        ("请看一看：", doubts),
        ("照建议定了的：", list(_taken(entry))),
    ):
        if said:
            print(heading)
            for words in said:
                print(f"  {words}")


def _dropped(parsed: Outline) -> Iterator[str]:
    """What was left out, by rule, as ranges of lines, with the words of the first."""
    runs: list[tuple[int, int, str, str]] = []
    lines = parsed.raw.lines
    for dropped in parsed.dropped:
        number = dropped.passage.line
        if runs and runs[-1][2] == dropped.why and not any(line.strip() for line in lines[runs[-1][1] : number - 1]):
            runs[-1] = (runs[-1][0], number, dropped.why, runs[-1][3])
        else:
            runs.append((number, number, dropped.why, dropped.passage.text))
    for first, last, why, text in runs:
        yield f"{lines_said(first, last)}　{why}　{text[:24]}" + ("…" if len(text) > 24 or last > first else "")


def _taken(entry: NewDocument) -> Iterator[str]:
    if entry.roles:
        yield f"lines: {lines_value(entry.roles)}"
    if entry.accepted:
        yield f"accepted: {accepted_value(entry.accepted)}"


def _because(name: str, value: str, found: Recognised, given: dict[str, str], supplied: str) -> str:
    finding: Finding | None = getattr(found, name, None)
    if name in given and name != "title":
        return "命令里写的"
    if name == "found":
        return "网页里写的" if value.startswith("网页 ") else "文件名"
    if name == "title" and supplied:
        return f"{supplied}，正文里没有"
    if finding and finding.line:
        return f"第 {finding.line} 行"
    return finding.source if finding and finding.source else "由题名和发文机关拟的"


def _against_the_text(found: Recognised, given: dict[str, str]) -> Iterator[str]:
    """What the call says otherwise than the text does."""
    if found.date and given.get("date", found.date.value) != found.date.value:
        place = f"第 {found.date.line} 行" if found.date.line else found.date.source
        yield f"命令里写的日期是 {given['date']}，{place}写的是 {found.date.value}；照命令写了，核对是哪一个"
    if found.level and found.level.line and given.get("level", found.level.value) != found.level.value:
        yield f"命令里写的层级是 {given['level']}，照第 {found.level.line} 行的机关是 {found.level.value}；照命令写了，核对是哪一个"


def _without_implements(corpus: Corpus, entry: NewDocument) -> Iterator[str]:
    level = entry.values["level"]
    higher = [source.meta for source in corpus.sources if source.meta.level in _above(corpus, level)]
    if higher and not entry.implements:
        nearest = max(higher, key=lambda meta: meta.level.rank)
        yield f"没有写落实哪份上级文件；若有，在 document.yml 的 implements 里写上，如 implements: [{nearest.id}]"


def what_is_left(root: Path, entry: NewDocument) -> int:
    """The faults of the new document as the build will list them, one list of suggestions, and what to run next."""
    faults = faults_of(root, entry.id)
    status = report(faults)
    suggested = with_suggestions(Settled(entry.values["title"], entry.supplied, entry.roles, entry.accepted), faults)
    if suggested.roles != entry.roles or suggested.accepted != entry.accepted:
        print("建议（核对之后写进 document.yml，或再运行一次并加上 --take 全部采用）：")
        print(f"  lines: {lines_value(suggested.roles or {})}")
        print(f"  accepted: {accepted_value(suggested.accepted)}")
    print("接下来：")
    if status:
        print(f"  照上面所列改 source/{entry.id}/document.yml；改好之前它是草稿（status: draft），不进网站，也不妨碍其他文件")
    print(f"  duidu outline --lines source/{entry.id}/{entry.file}　　看每一行认成了什么")
    print("  duidu serve　　在浏览器里看")
    return status


def faults_if(root: Path, files: Mapping[PurePosixPath, bytes], document: str) -> list[Fault]:
    """What ``faults_of`` would find with these files in the project, which stays as it is."""
    with workplace(root) as place:
        read = [root / CONFIG, *(path for path in (root / "source").rglob("*") if path.is_file())]
        as_it_is = {PurePosixPath(path.relative_to(root)): path.read_bytes() for path in read}
        for path, data in {**as_it_is, **files}.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(data)
        return faults_of(place, document)


def faults_of(root: Path, document: str) -> list[Fault]:
    """All faults of one document, as they would be if it were no draft."""
    corpus, faults = read_corpus(root)
    own = PurePosixPath("source", document)
    mine = [replace(fault, warning=False) if fault.code not in WARNINGS else fault for fault in faults if own in fault.path.parents]
    source = next((source for source in (*corpus.sources, *corpus.drafts) if source.meta.id == document), None)
    return mine + publish(source.raw, source.meta, source.registry)[1] if source else mine


WARNINGS = {"OUT008"}
"""Codes that are warnings in a published document, too."""
