"""What the matcher finds of what people linked: shares, by relation, and what the issues named."""

from __future__ import annotations

import pytest

from duidu.layers.align.evaluate import by_relation, evaluate, held_out
from duidu.layers.align.propose import BEST, PUBLISH, Proposal, propose
from tests.projects import Project
from tests.test_align import OTHERS, texts


class TestEvaluate:
    PROPOSED = tuple(Proposal(f"h{n}-p1-t1", f"p{n}", "adapt", score, ()) for n, score in enumerate((0.9, 0.8, 0.7, 0.3)))
    CURATED = (("h0-p1-t1", "p0", "adapt"), ("h1-p1-t1", "p1", "echo"), ("h3-p1-t1", "p3", "same"), ("h5", "p5", "same"))

    def test_strictly_an_echo_is_false(self) -> None:
        found = evaluate(self.PROPOSED, self.CURATED)
        assert (found.at(0.6).hits, found.at(0.6).proposed, found.relevant) == (1, 3, 3)
        assert found.false == (("h1-p1-t1", "p1"), ("h2-p1-t1", "p2"))
        assert found.misses == (("h3-p1-t1", "p3"), ("h5", "p5"))
        assert (found.at(BEST).exact, found.at(BEST).hits) == (1, 1)

    def test_leniently_it_counts_as_neither(self) -> None:
        assert evaluate(self.PROPOSED, self.CURATED, strict=False).at(0.6).proposed == 2

    def test_best_and_precise(self) -> None:
        found = evaluate(self.PROPOSED, self.CURATED)
        assert (found.best.threshold, found.best.hits, found.best.proposed) == (0.05, 2, 4)
        assert (found.precise.threshold, found.precise.precision) == (0.85, 1)

    def test_nothing_proposed_and_nothing_wanted(self) -> None:
        found = evaluate((), ())
        assert (found.best.f1, found.best.precision, found.best.recall) == (1, 1, 1)
        assert held_out((), ()).best.f1 == 1

    def test_held_out_counts_every_section_once(self) -> None:
        found = held_out(self.PROPOSED, self.CURATED)
        assert found.best.wanted == found.precise.wanted == 3


STOCK = [
    "有下列情形之一的，由政府有关部门责令限期改正；逾期不改正的，处五千元以上二万元以下的罚款。",
    "县级以上人民政府有关部门应当按照职责分工，依法做好相关工作。",
    "法律、行政法规另有规定的，从其规定。",
]
MANY = [
    "加强饮用水水源保护，整治黑臭水体，推进河湖长制，建设节水型社会，防治地下水污染。",
    "扩大高校毕业生就业渠道，开展灵活就业人员技能培训。",
    "建设区域医疗中心，完善分级诊疗。",
]


class TestWhatTheIssueNames:
    """Single sentences, each against the fault it was found by."""

    @staticmethod
    def scores(project: Project, here: list[str], there: list[str]) -> dict[tuple[str, str], Proposal]:
        ours, theirs = texts(project, here=("遂宁", "city", here), there=("四川", "province", there))
        return {(proposal.source, proposal.target): proposal for proposal in propose(ours, theirs)}

    def test_stock_phrases_and_dates_alone_link_nothing(self, project: Project) -> None:
        here = [*STOCK, "2024年1月2日起，图书馆每日开放十小时。"]
        there = [
            "有下列情形之一的，由城管部门责令限期改正；逾期不改正的，处五千元以上二万元以下的罚款。",
            "县级以上人民政府有关部门应当按照职责分工，依法查处无证养犬。",
            "军用车辆通行，法律、行政法规另有规定的，从其规定。",
            "2024年1月2日起，粮食收购实行最低价。",
        ]
        assert [found for found in self.scores(project, here, there).values() if found.score >= PUBLISH] == []

    def test_a_second_sentence_that_carries_out_the_same_loses_nothing(self, project: Project) -> None:
        there = ["推广企业首席数据官制度，培育数据标注产业。", *MANY]
        one = ["探索企业首席数据官制度。", "发展茶叶种植。"]
        two = ["探索企业首席数据官制度。", "为首席数据官制度安排专项经费。"]
        alone = self.scores(project, one, there)["p1-t1", "p1-t1"].score
        both = self.scores(project, two, there)
        assert both["p1-t1", "p1-t1"].score >= BEST
        assert both["p2-t1", "p1-t1"].score >= BEST
        assert both["p1-t1", "p1-t1"].score >= 0.7 * alone

    def test_a_sentence_with_five_counterparts_keeps_them(self, project: Project) -> None:
        here = ["加强饮用水水源保护。", "整治城区黑臭水体。", "全面推行河湖长制。", "建设节水型社会示范县。", "防治地下水污染。"]
        found = self.scores(project, here, MANY)
        assert [found[f"p{n}-t1", "p1-t1"].score >= BEST for n in range(1, 6)] == [True] * 5

    def test_neighbours_alone_publish_nothing(self, project: Project) -> None:
        here = ["加强饮用水水源保护。", "鼓励种植油茶。", "建设区域医疗中心。"]
        there = ["加强饮用水水源保护。", "扩大灵活就业人员参保。", "建设区域医疗中心。"]
        found = self.scores(project, here, there)
        assert found["p1-t1", "p1-t1"].score >= PUBLISH
        assert ("p2-t1", "p2-t1") not in found

    def test_evidence_ends_at_words(self, project: Project) -> None:
        here = ["建设世界一流的大科学装置。", *OTHERS]
        there = ["建设世界一流的大学和学科。", *MANY]
        ((here_words, there_words), *_) = self.scores(project, here, there)["p1-t1", "p1-t1"].evidence
        assert here_words == there_words == "建设世界一流"

    @pytest.mark.parametrize(
        ("here", "there", "relation"),
        [
            ("始终坚持系统观念，做好信访工作。", "坚持系统观念，办好学前教育。", "same"),
            ("建强先进技术成果西部转化中心遂宁基地。", "建强先进技术成果西部转化中心。", "adapt"),
            ("燃放烟花爆竹，应当佩戴护目用具。", "燃放烟花爆竹，应当遵守燃放说明，佩戴护目镜。", "adapt"),
        ],
        ids=["a whole clause", "part of one", "the same people"],
    )
    def test_same_is_a_whole_clause_of_what_is_to_be_done(self, project: Project, here: str, there: str, relation: str) -> None:
        found = self.scores(project, [here, *OTHERS], [there, *MANY])
        assert found["p1-t1", "p1-t1"].relation == relation


def test_an_echo_is_only_looked_at(project: Project) -> None:
    """What shares words and no clause is proposed as the lesser relation, with its score."""
    here = ["发展富硒茶叶种植，办好采茶节，培育茶旅线路。", *OTHERS]
    there = ["推广粮食规模种植，完善粮食收储，培育家庭农场。", *MANY]
    ours, theirs = texts(project, here=("遂宁", "city", here), there=("四川", "province", there))
    found = {(proposal.source, proposal.target): proposal for proposal in propose(ours, theirs)}["p1-t1", "p1-t1"]
    assert found.relation == "echo"
    assert found.score < PUBLISH


class TestByRelation:
    def test_each_relation_is_counted_for_itself(self) -> None:
        proposed = tuple(Proposal(f"p{n}", "p1", kind, 0.5, ()) for n, kind in enumerate(("same", "adapt", "echo", "echo")))
        found = by_relation(proposed, [("p0", "p1", "same"), ("p1", "p1", "echo"), ("p2", "p1", "echo")], 0.4)
        assert [(one.hits, one.proposed, one.wanted) for one in found.values()] == [(1, 1, 1), (0, 1, 0), (1, 2, 2)]
