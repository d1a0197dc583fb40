"""review: proposals and unread sentences of a document as a workbook to judge in; with --read, decisions back into the links files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from ..layers.align.propose import propose
from ..layers.alignment import Alignment
from ..layers.link_edits import checked
from ..layers.links import spellings
from ..layers.review import Decision, Plan, planned, review_rows, sample_rows, unclaimed
from ..layers.review_reading import Sample, read_decisions, sample_of, settled
from ..model.faults import CallError, Fault
from ..project.conversion.layered import LayeredCorpus
from ..project.conversion.write import Changes, apply
from ..project.report import report
from ..project.switch import write_file
from ..read.workbook import Filled, read_workbook
from ..read.yamldata import KeyPath
from ..render.page import OutputFile
from .arguments import FILE, Call, Command, argument, flag, option
from .judging import pairs_of, sound_corpus, today
from .schemas import modeline
from .yaml_edit import with_entries, with_items, with_values

if TYPE_CHECKING:
    from .workbook import PairRows


def run(args: Call) -> int:
    if args.read and (args.sample or args.all or args.to):
        raise CallError("--read 只和 --prefer-file 合用。")
    if args.prefer_file and not args.read:
        raise CallError("--prefer-file 和 --read 合用。")
    project = sound_corpus(args.root)
    if project is None:
        return 1
    pairs = pairs_of(project, args.document)
    if args.read:
        return _read(args, project, pairs)
    return _write(args, project, pairs)


def _write(args: Call, project: LayeredCorpus, pairs: Sequence[Alignment]) -> int:
    target = args.to or Path(f"{args.document}-{'抽样' if args.sample else '判读'}.xlsx")
    if target.exists():
        raise CallError(f"{target} 已经有了，不覆盖：里面也许有人填过。先用 --read 读回，或用 --to 另写一个文件名。")
    sheets = [_sheets(project, pair, args.sample or 0, all_of_it=args.all) for pair in pairs]
    if not any(one.rows or one.unclaimed for one in sheets):
        print("没有要判读的：都已判读。要改已判读的，加上 --all。")
        return 0
    from .workbook import review_workbook  # noqa: PLC0415  (what writes workbooks takes a third of a second to load)

    write_file(target, review_workbook(sheets, sample=bool(args.sample)))
    for one in sheets:
        proposed = sum(1 for row in one.rows if row.target)
        left = f"，上级文件无人承接的 {len(one.unclaimed)} 处" if one.unclaimed else ""
        print(f"{one.pair.implementing.id} ↔ {one.pair.implemented.id}：建议 {proposed} 条，没有建议的 {len(one.rows) - proposed} 句{left}")
    print(f"已写 {target}")
    return 0


def _sheets(project: LayeredCorpus, pair: Alignment, sample: int, *, all_of_it: bool) -> PairRows:
    from .workbook import PairRows  # noqa: PLC0415

    proposals = propose(pair.implementing, pair.implemented, spellings(project.corpus.glossary))
    if sample:
        return PairRows(pair, tuple(sample_rows(pair, proposals, sample)), (), {})
    rows = tuple(review_rows(pair, proposals, all_of_it=all_of_it))
    return PairRows(pair, rows, tuple(unclaimed(pair, all_of_it=all_of_it)), Counter(row.target for row in rows))


def _read(args: Call, project: LayeredCorpus, pairs: Sequence[Alignment]) -> int:
    rows, faults = read_workbook(args.read)
    judgements, found = read_decisions(args.document, pairs, rows)
    if report([*faults, *found]):
        return 1
    files = {file.implemented: file for file in project.corpus.source(args.document).links}
    day = today()
    written: list[OutputFile] = []
    differences: list[Fault] = []
    said: list[str] = []
    for judgement in judgements:
        file = files.get(judgement.pair.implemented.id)
        decisions = settled(judgement)
        plan = planned(judgement.pair, file, [decision for _, decision in decisions], prefer=args.prefer_file)
        differences += _differences(plan, decisions)
        path = PurePosixPath("source", args.document, "links", f"{judgement.pair.implemented.id}.yml")
        sample = sample_of(judgement)
        changed = _links_file(args.root, path, judgement.pair, plan, sample, day)
        written += changed
        said.append(f"{path}：{_summary(plan) if changed else '没有新的判定'}")
        if sample:
            left = f"还有 {sample.left} 条没有判定，准确率判完再记" if sample.left else f"对的 {sample.right} 条"
            said.append(f"抽样 {sample.size} 条，{left}")
    apply(args.root, Changes(tuple(written), ()))
    for line in said:
        print(line)
    report(differences)
    return 0


def _differences(plan: Plan, decisions: Sequence[tuple[Filled, Decision]]) -> list[Fault]:
    rows = {id(decision): row for row, decision in decisions}
    return [
        rows[id(decision)].fault(
            "answer", "REV010", f"已判读的是：{said}；表里不同，没有改动", "照表里的改，再来一次并加上 --prefer-file", warning=True
        )
        for decision, said in plan.differences
    ]


def _summary(plan: Plan) -> str:
    counts = {
        "新增对应 {} 条": len(plan.links),
        "改动对应 {} 条": len(plan.changed),
        "不取 {} 条": len(plan.rejected),
        "仅见于 {} 处": len(plan.none),
        "撤去 {} 处": len(plan.lost_links) + len(plan.lost_rejected) + len(plan.lost_none),
    }
    return "，".join(said.format(count) for said, count in counts.items() if count) or "记下抽样的结果"


def _links_file(root: Path, path: PurePosixPath, pair: Alignment, plan: Plan, sample: Sample | None, day: str) -> list[OutputFile]:
    """The links file as it is to be; nothing where nothing changes."""
    file = root / path
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    opened = f"{modeline(root, 'links', 2)}\n"
    text = with_values(before, _changed(pair, plan, day), _removed(plan)) if before else opened
    text = with_items(text, "links", [_link(pair, decision, day) for decision in plan.links])
    text = with_items(text, "rejected", [_rejected(pair, decision, day) for decision in plan.rejected])
    for document, anchors in _none(pair, plan).items():
        text = with_entries(text, ("none", document), anchors)
    if sample and not sample.left:
        written = f"{{sample: {sample.size}, right: {sample.right}, on: {day}}}"
        known = pair.precision
        if known is None:
            text += f"precision: {written}\n"
        elif (known.sample, known.right) != (sample.size, sample.right):
            text = with_values(text, [(("precision",), written)])
    return [] if text in (before, opened) else [OutputFile(path, text)]


def _changed(pair: Alignment, plan: Plan, day: str) -> list[tuple[KeyPath, str]]:
    return [
        *((("links", place), _link(pair, decision, day)) for place, decision in plan.changed),
        *(
            (("none", document, anchor), kind)
            for document, anchors in _none(pair, plan, known=True).items()
            for anchor, kind in anchors.items()
        ),
    ]


def _removed(plan: Plan) -> list[KeyPath]:
    return [
        *(("links", place) for place in sorted(plan.lost_links)),
        *(("rejected", place) for place in sorted(plan.lost_rejected)),
        *(("none", document, anchor) for document, anchor in sorted(plan.lost_none)),
    ]


def _none(pair: Alignment, plan: Plan, *, known: bool = False) -> Mapping[str, Mapping[str, str]]:
    """Document → anchor → kind, of what the file does not list yet, or of what it lists otherwise."""
    found: dict[str, dict[str, str]] = {}
    for decision in plan.none:
        document, anchor = (pair.implementing.id, decision.source) if decision.source else (pair.implemented.id, decision.target)
        if ((document, anchor) in pair.none) is known:
            found.setdefault(document, {})[anchor] = decision.said
    return found


def _link(pair: Alignment, decision: Decision, day: str) -> str:
    evidence = ", ".join(_quoted([one, other]) for one, other in decision.evidence)
    words = f", evidence: [{evidence}]" if evidence else ""
    return f"{{from: {decision.source}, to: {decision.target}, relation: {decision.said}{words}{_note(decision)}, {_checked(pair, decision, day)}}}"


def _rejected(pair: Alignment, decision: Decision, day: str) -> str:
    return f"{{from: {decision.source}, to: {decision.target}{_note(decision)}, {_checked(pair, decision, day)}}}"


def _note(decision: Decision) -> str:
    return f", note: {_quoted(decision.note)}" if decision.note else ""


def _checked(pair: Alignment, decision: Decision, day: str) -> str:
    return f"checked: {checked(pair.facing(*decision.ends).fingerprints, day)}"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


COMMAND = Command(
    "把建议和没有判读的句子写成表格，供人判读；--read 把填好的读回",
    (
        argument("document", metavar="文档", help="下级文件的编号，如 suining-2024"),
        option("--read", type=FILE, metavar="表格", help="读回填好的表格：有错的按单元格列出，没有错才记入 links"),
        flag("--prefer-file", help="与已判读的不同时，照表格改；不写则只列出，不改"),
        option("--sample", type=click.IntRange(1), metavar="条数", help="只抽这么多条有把握的建议，用来估计程序的准确率"),
        flag("--all", help="已判读的也写进表格"),
        option("--to", type=FILE, metavar="文件", help="表格的文件名；不写是 文档-判读.xlsx"),
    ),
    run,
)
