"""outline: the structure of any text, registered or not, as an indented list or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ..anchors.publishing import publish
from ..model.faults import CallError, Fault, gathered, stopping
from ..model.records import Kind, Outline, Unit
from ..project.report import report
from ..read.corpus import read_corpus
from ..read.rawtext import read_text
from ..text.excerpt import shortened
from .arguments import FILE, Call, Command, argument, flag
from .candidate import titled

SHOWN = 36
"""Characters of a line or unit."""
LONGEST_DROPPED = 200
"""Of what is left out as one, thousands of lines perhaps, the beginning tells what it is."""


def run(args: Call) -> int:
    if not args.file.is_file():
        raise CallError(f"找不到文件 {args.file}。")
    parsed, faults = _registered(args.root, args.file) or _unregistered(args.file)
    if args.json:
        print(json.dumps(_as_json(parsed, faults), ensure_ascii=False, indent=1))
        return 1 if stopping(faults) else 0
    if parsed and args.lines:
        print("\n".join(_by_line(parsed, faults)))
    elif parsed:
        print(f"编码 {parsed.raw.encoding}，{len(parsed.raw.lines)} 行")
        for unit in parsed.units:
            print("\n".join(_tree(unit, 0)))
        for dropped in parsed.dropped:
            print(f"删去 第 {dropped.passage.line} 行（{dropped.why}）{shortened(dropped.passage.text, LONGEST_DROPPED)}")
    return report(faults)


def _registered(root: Path, file: Path) -> tuple[Outline | None, list[Fault]] | None:
    """The published outline, if the file is the text of a document of the corpus."""
    if not (root / "source" / "corpus.yml").is_file():
        return None
    corpus, known = read_corpus(root)
    for source in (*corpus.sources, *corpus.drafts):
        if (source.folder / source.meta.file).resolve() == file.resolve():
            published, faults = publish(source.raw, source.meta, source.registry)
            own = (source.raw.path, source.yaml.path, source.registry.path)
            return published.outline, [fault for fault in known if fault.path in own] + faults
    return None


def _unregistered(file: Path) -> tuple[Outline | None, list[Fault]]:
    """The outline as ``add`` would have it, its title by what the file calls it."""
    read, faults = read_text(file, PurePosixPath(*file.parts))
    if read is None:
        return None, faults
    named = titled(read, "", file)
    parsed, found = named.parsed, named.faults
    path = read.raw.path
    noted = [Fault(path, max(note.first, 1), 1, "SRC009", note.words, "对照原件看一看", warning=True) for note in read.remarks]
    return parsed, gathered([*faults, *noted, *found])


def _as_json(parsed: Outline | None, faults: list[Fault]) -> dict[str, object]:
    problems = [
        {"file": str(f.path), "line": f.line, "column": f.column, "code": f.code, "message": f.message, "remedy": f.remedy}
        for f in faults
    ]  # fmt: skip
    if parsed is None:
        return {"title": "", "encoding": "", "units": [], "dropped": [], "problems": problems}
    return {
        "title": parsed.title,
        "encoding": parsed.raw.encoding,
        "units": [_unit(unit) for unit in parsed.units],
        "dropped": [{"line": d.passage.line, "text": d.passage.text, "why": d.why} for d in parsed.dropped],
        "problems": problems,
    }


def _unit(unit: Unit) -> dict[str, object]:
    return {
        "kind": unit.kind.value,
        "marker": unit.marker.text if unit.marker else "",
        "text": unit.passage.text,
        "anchor": unit.anchor,
        "line": unit.line,
        "column": unit.column,
        "children": [_unit(child) for child in unit.children],
    }


_CALLED = {
    Kind.TITLE: "标题", Kind.ADOPTED: "通过说明", Kind.NUMBER: "文号", Kind.ADDRESSEE: "主送机关", Kind.SIGNATURE: "署名", Kind.DATE: "成文日期",
    Kind.PARAGRAPH: "段落", Kind.ISSUER: "发文机关", Kind.OCCASION: "场合", Kind.SPEAKER: "报告人", Kind.COMPONENT: "另一份文件", Kind.ANNEX: "附件",
    Kind.ARTICLE: "条", Kind.TABLE: "表格", Kind.ROW: "表格的一行", Kind.BOX: "专栏", Kind.FIGURE: "图片", Kind.FOOTNOTE: "脚注",
}  # fmt: skip


def _by_line(parsed: Outline, faults: Iterable[Fault]) -> Iterator[str]:
    """Every line of the raw text: its number, what it was taken for and what is wrong there, where it begins."""
    wrong: dict[int, list[str]] = {}
    for fault in faults:
        if fault.path == parsed.raw.path and fault.code not in wrong.setdefault(fault.line, []):
            wrong[fault.line].append(fault.code)
    roles = {dropped.passage.line: f"不收（{dropped.why}）" for dropped in parsed.dropped}
    for unit in parsed.walk():
        if unit.kind is not Kind.SENTENCE and unit.line not in roles:
            roles[unit.line] = f"{_CALLED.get(unit.kind) or ('小标题' if unit.is_head else '编号段')} {unit.anchor}"
    for number, line in enumerate(parsed.raw.lines, 1):
        if line.strip():
            role = "不认识" if "OUT004" in wrong.get(number, ()) else roles.get(number, "接上行")
            yield "　".join([str(number), role, *wrong.get(number, ()), shortened(line.strip(), SHOWN)])


def _tree(unit: Unit, depth: int) -> Iterator[str]:
    shown = shortened(unit.text, SHOWN)
    marker = unit.marker.text if unit.marker else ""
    counted = f"　{len(unit.sentences)} 句" if unit.sentences else ""
    yield f"{'  ' * depth}{unit.anchor}  {marker}{shown}{counted}"
    for child in unit.children:
        if child.kind is not Kind.SENTENCE:
            yield from _tree(child, depth + 1)


COMMAND = Command(
    "显示任何一份文本的结构，登记与否都可以",
    (
        argument("file", metavar="文件", type=FILE, help="任何一份文件：Word 文档、PDF、网页、Markdown、纯文本"),
        flag("--lines", help="逐行列出：行号、认成了什么、文字"),
        flag("--json", help="输出 JSON；问题列在其中的 problems"),
    ),
    run,
    alone=False,
)
