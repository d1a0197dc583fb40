"""align: propose links for a document, as entries of its links file, best first; with --score, compare with the curated file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..layers.align.evaluate import Evaluation, HeldOut, by_relation, evaluate, held_out
from ..layers.align.propose import PUBLISH, Proposal, propose
from ..layers.alignment import Alignment
from ..layers.links import spellings
from ..layers.review import WORTH_A_LOOK
from ..model.faults import CallError
from ..model.relation import RELATION_NAMES
from .arguments import Call, Command, argument, flag
from .judging import pairs_of, sound_corpus


def run(args: Call) -> int:
    project = sound_corpus(args.root)
    if project is None:
        return 1
    pairs = pairs_of(project, args.document)
    variants = spellings(project.corpus.glossary)
    found = [(pair, _not_refused(pair, propose(pair.implementing, pair.implemented, variants))) for pair in pairs]
    if args.score:
        _print_scores(found)
    elif args.json:
        records = [_record(pair, proposal) for pair, proposals in found for proposal in proposals]
        print(json.dumps(sorted(records, key=lambda record: -float(str(record["score"]))), ensure_ascii=False, indent=1))
    else:
        for pair, proposals in found:
            _print_entries(pair, proposals)
    return 0


def _not_refused(pair: Alignment, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Without what a person refused."""
    return tuple(found for found in proposals if found.ends not in pair.rejected)


def _print_scores(found: Iterable[tuple[Alignment, tuple[Proposal, ...]]]) -> None:
    scored = False
    for pair, proposals in found:
        curated = [(link.source, link.target, link.relation.value) for link in pair.links if link.is_read]
        if curated:
            _print_score(pair, proposals, curated)
            scored = True
        else:
            print(f"{pair.implementing.id} ↔ {pair.implemented.id} 还没有判读过的对应，无从比较。")
    if not scored:
        raise CallError("没有一对文件判读过。")


def _record(pair: Alignment, found: Proposal) -> dict[str, object]:
    return {
        "from": f"{pair.implementing.id}#{found.source}",
        "to": f"{pair.implemented.id}#{found.target}",
        "relation": found.relation,
        "score": found.score,
        "evidence": [list(words) for words in found.evidence],
    }


def _print_entries(pair: Alignment, proposals: Iterable[Proposal]) -> None:
    """Entries to copy; what a person has linked already is marked."""
    curated = {link.ends for link in pair.links if link.is_read}
    print(f"# source/{pair.implementing.id}/links/{pair.implemented.id}.yml")
    for found in proposals:
        if found.score >= WORTH_A_LOOK:
            evidence = ", ".join(json.dumps(words, ensure_ascii=False) for words in found.evidence)
            known = "，已有" if found.ends in curated else ""
            sure = "" if found.score >= PUBLISH else "，把握不足"
            print(
                f"- {{from: {found.source}, to: {found.target}, relation: {found.relation}, evidence: [{evidence}]}}  # {found.score:.3f}{sure}{known}"
            )


def _print_score(pair: Alignment, proposals: tuple[Proposal, ...], curated: list[tuple[str, str, str]]) -> None:
    found = evaluate(proposals, curated)
    print(f"{pair.implementing.id} ↔ {pair.implemented.id}，已判读的同文与落实 {found.relevant} 对")
    print("阈值　准确率　召回率　F1　连关系也对的准确率")
    for row in found.curve:
        print(f"{row.threshold:.2f}　{row.precision:.3f}　{row.recall:.3f}　{row.f1:.3f}　{row.strict:.3f}")
    _print_summary(found, held_out(proposals, curated))
    for name, figures in by_relation(proposals, curated, WORTH_A_LOOK).items():
        print(
            f"{RELATION_NAMES[name]}（{WORTH_A_LOOK:.2f} 以上）：提出 {figures.proposed}，判读相同 {figures.hits}，判读为此的共 {figures.wanted}"
        )
    for name, missed in (("漏掉", found.misses), ("多出", found.false)):
        for source, target in missed:
            print(f"{name}　{source} → {target}")


def _print_summary(found: Evaluation, held: HeldOut) -> None:
    best, sure, shown = found.best, found.precise, found.at(PUBLISH)
    print(f"最佳 F1 {best.f1:.3f}（阈值 {best.threshold:.2f}，准确率 {best.precision:.3f}，召回率 {best.recall:.3f}）")
    print(f"准确率达到 0.9 的阈值 {sure.threshold:.2f}（准确率 {sure.precision:.3f}，召回率 {sure.recall:.3f}）")
    print(
        f"自动对应只发布 {PUBLISH:.2f} 以上的（准确率 {shown.precision:.3f}，连关系也对的 {shown.strict:.3f}，召回率 {shown.recall:.3f}）"
    )
    print(
        f"留出检验（逐部分留出，用其余部分选阈值）：F1 {held.best.f1:.3f}；以准确率达到 0.9 选阈值时的准确率 {held.precise.precision:.3f}"
    )


COMMAND = Command(
    "提出与上级文件的对应，供人判读；--score 与已判读的比较",
    (
        argument("document", metavar="文档", help="下级文件的编号，如 tongjiang-2024"),
        flag("--json", help="输出 JSON"),
        flag("--score", help="与已判读的对应比较：各阈值的准确率、召回率和 F1，以及漏掉的"),
    ),
    run,
)
