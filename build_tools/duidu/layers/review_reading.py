"""A judged workbook → decisions, and everything that is wrong with it, each fault at its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..anchors.document import Document
from ..model.faults import Fault, stopping
from ..model.relation import NONE_NAMES, RELATION_NAMES, Relation
from ..read.workbook import ANSWERS, NO, ONLY, UPPER_ANSWERS, Filled, fingerprints, pairs_of_words
from ..text.controls import CONTROL_CHARACTERS
from ..text.fold import fold
from ..text.nearest import nearest
from .alignment import Alignment, compared_units
from .review import Decision

_SAID = {
    **{name: key for key, name in RELATION_NAMES.items()},
    NO: "rejected",
    ONLY: "open",
    **{name: key for key, name in NONE_NAMES.items()},
}


@dataclass
class Judgement:
    """What a workbook says of one pair: decisions with the row each stands in, and the rows of its sample."""

    pair: Alignment
    decided: list[tuple[Filled, Decision]] = field(default_factory=list)
    sample: list[tuple[int, str]] = field(default_factory=list)
    """Of every row of the sample its size, and what was decided of it ("" for nothing)."""


def read_decisions(document: str, pairs: Sequence[Alignment], rows: Sequence[Filled]) -> tuple[list[Judgement], list[Fault]]:
    """The decisions on each pair of a document, and all faults. With faults that stop, no decision may be used."""
    judgements = {pair.implemented.id: Judgement(pair) for pair in pairs}
    faults: list[Fault] = []
    for row in rows:
        upper = row["upper_address"].partition("#")[0]
        if row["lower_address"].partition("#")[0] != document or upper not in judgements:
            known = "、".join(judgements)
            faults.append(row.fault("lower_address", "REV003", f"这一行不是 {document} 对 {known} 的", "删去这一行，或从原表复制回来"))
            continue
        found = list(_row_faults(judgements[upper].pair, row))
        faults += found
        if not stopping(found):
            _take(judgements[upper], row)
    for judgement in judgements.values():
        faults += _contradictions(judgement)
    return list(judgements.values()), faults


def _take(judgement: Judgement, row: Filled) -> None:
    decision = _decision(judgement.pair, row)
    if decision:
        judgement.decided.append((row, decision))
    if row["sample"].isdecimal():
        judgement.sample.append((int(row["sample"]), decision.said if decision else ""))


def _ends(pair: Alignment, row: Filled) -> tuple[str, str]:
    """Both anchors; where no proposal was, the one that a person wrote the place of."""
    source, target = (row[f"{side}_address"].partition("#")[2] for side in ("lower", "upper"))
    if row.form == "lower" and not target and row["answer"] in RELATION_NAMES.values():
        target = _by_place(pair.implemented, row["upper_place"])
    return source, target


def _by_place(document: Document, place: str) -> str:
    """The sentence or head that a person names; "" for none."""
    said = place.strip().removeprefix(f"{document.id}#")
    return (document.unit_meant(said, compared_units(document)) or "") if said else ""


def _decision(pair: Alignment, row: Filled) -> Decision | None:
    answer = row["answer"]
    if not answer:
        return None
    source, target = _ends(pair, row)
    if row.form == "upper" or answer == ONLY:
        return Decision(source if row.form == "lower" else "", target if row.form == "upper" else "", _SAID[answer])
    evidence = tuple(pairs_of_words(row["evidence"])) if answer in RELATION_NAMES.values() else ()
    return Decision(source, target, _SAID[answer], evidence, row["note"])


def _row_faults(pair: Alignment, row: Filled) -> Iterator[Fault]:
    for key in ("answer", "note", "evidence", "lower_address", "upper_address"):
        if key in row.formulas:
            yield row.fault(key, "REV002", f"单元格里是公式 {row[key]}", "在前面加一个英文单引号，或改写成文字")
    yield from _address_faults(pair, row)
    answers = ANSWERS if row.form == "lower" else UPPER_ANSWERS
    answer = row["answer"]
    if answer and answer not in answers and "answer" not in row.formulas:
        near = nearest(answer, answers, 0.3)
        hint = f"是不是 {near}？" if near else ""
        yield row.fault("answer", "REV001", f"判定“{answer[:20]}”不在单子里", f"{hint}可选的有 {'、'.join(answers)}")
    elif answer in RELATION_NAMES.values():
        yield from _link_faults(pair, row)
    if CONTROL_CHARACTERS.search(row["note"]):
        yield row.fault("note", "REV011", "备注里有看不见的控制字符", "把这个单元格的内容删去重写")
    elif row["note"] and answer not in (*RELATION_NAMES.values(), NO):
        said = "没有判定的行，备注不会记下" if not answer else f"{answer}的行，备注没有地方记"
        yield row.fault("note", "REV009", said, "先选判定" if not answer else "不用改；要紧的话写成注释", warning=True)


def _address_faults(pair: Alignment, row: Filled) -> Iterator[Fault]:
    texts = []
    wrong = False
    for side, document in (("lower", pair.implementing), ("upper", pair.implemented)):
        anchor = row[f"{side}_address"].partition("#")[2]
        unit = document.units.get(anchor)
        if anchor and unit is None:
            wrong = True
            yield row.fault(
                f"{side}_address", "REV003", f"{document.id} 里没有 {anchor}", "从原表把这一栏复制回来；原文改过的，另出一份表格"
            )
        texts.append(document.fingerprint(anchor) if unit else "")
    if not any(texts) and not wrong:
        yield row.fault("lower_address", "REV003", "这一行没有写是哪一句", "从原表把地址复制回来，或删去这一行")
    elif not wrong and row["answer"] and row["check"] != fingerprints(*texts):
        remedy = f"重新运行 duidu review {pair.implementing.id}，按今天的文字判读这一行"
        yield row.fault("answer", "REV004", "生成表格之后，这一行的原文改动过，或灰色的栏被改了", remedy)


def _link_faults(pair: Alignment, row: Filled) -> Iterator[Fault]:
    source, target = _ends(pair, row)
    if not target:
        place = row["upper_place"]
        near = nearest(place, [pair.implemented.citation(anchor) for anchor in compared_units(pair.implemented)], 0.5)
        said = (
            f"{pair.implemented.meta.short_title}里没有“{place[:30]}”这一处" if place else f"选了{row['answer']}，没有写是上级文件的哪一处"
        )
        yield row.fault("upper_place", "REV007", said, f"最接近的是 {near}" if near else "照网站上的写法，如 二（二）第2段第3句")
        return
    if source not in pair.implementing.units or target not in pair.implemented.units:
        return
    for one, other in pairs_of_words(row["evidence"]):
        for words, document, anchor in ((one, pair.implementing, source), (other, pair.implemented, target)):
            if not fold(words) or fold(words) not in fold(document.text(anchor)):
                said = f"依据“{words[:30]}”不在{document.meta.short_title}{document.citation(anchor)}里"
                yield row.fault("evidence", "REV005", said, "照原文改正；两边不同的写作 本文件的词语＝上级文件的词语")


def _contradictions(judgement: Judgement) -> Iterator[Fault]:
    """What one row says against another, at the later one."""
    ends: dict[tuple[str, str], tuple[Filled, Decision]] = {}
    linked: dict[tuple[str, str], Filled] = {}
    lone: dict[tuple[str, str], Filled] = {}
    for row, decision in list(judgement.decided):
        key = decision.ends
        first, before = ends.setdefault(key, (row, decision))
        if before.said != decision.said:
            yield row.fault("answer", "REV006", f"这一处与 {first.place('answer')} 的判定不同", "改掉其中一行")
        elif first is not row:
            judgement.decided.remove((row, decision))
        for side, anchor in zip(("lower", "upper"), key, strict=True):
            if anchor and (decision.is_link or decision.is_none):
                (linked if decision.is_link else lone).setdefault((side, anchor), row)
    for (side, anchor), row in lone.items():
        if (other := linked.get((side, anchor))) is not None:
            yield row.fault("answer", "REV006", f"{anchor} 既仅见于这份文件，又在 {other.place('answer')} 有对应", "把其中一行的判定留空")


def settled(judgement: Judgement) -> list[tuple[Filled, Decision]]:
    """The decisions, and for a sentence said to be 仅见于 on a row with a proposal also that the proposal is refused."""
    found = list(judgement.decided)
    for row, decision in judgement.decided:
        target = row["upper_address"].partition("#")[2]
        if decision.is_none and decision.source and target:
            found.append((row, Decision(decision.source, target, "rejected")))
    return found


@dataclass(frozen=True, slots=True)
class Sample:
    """How far a sample was judged: how many were drawn, how many of them nobody has judged yet, how many are right."""

    size: int
    left: int
    right: int


def sample_of(judgement: Judgement) -> Sample | None:
    """What became of the sample of a workbook; None where it has none. Right is what a person found to be 同文 or 落实."""
    if not judgement.sample:
        return None
    size = max(size for size, _ in judgement.sample)
    judged = [said for _, said in judgement.sample if said]
    return Sample(size, max(size - len(judged), 0), sum(said in (Relation.SAME, Relation.ADAPT) for said in judged))
