"""The picture of a pair: every sentence and head once, in bands that add up."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from duidu.layers.alignment import Coverage, compared_units
from duidu.layers.section_flows import Side, flow
from duidu.render.pages.flow_picture import _placed, flow_figure
from tests.projects import converted
from tests.some import some


def sides() -> tuple[Side, Side]:
    return flow(converted().layers.links.alignments[0])


@pytest.mark.corpus
def test_what_goes_somewhere_and_what_has_no_counterpart_are_all_there_is() -> None:
    pair = converted().layers.links.alignments[0]
    for side in some(flow(pair)):
        in_sections = {unit.anchor for section in side.document.sections for unit in section.walk()}
        counted = [anchor for anchor in compared_units(side.document) if anchor in in_sections]
        linked = [anchor for anchor in counted if pair.state(side.document, anchor) is Coverage.LINKED]
        assert sum(side.sizes.values()) == len(counted)
        assert sum(side.going.values()) <= len(linked)
        assert all(
            sum(count for (one, _), count in side.going.items() if one == section) <= size for section, size in some(side.sizes.items())
        )


@pytest.mark.corpus
def test_both_sides_have_the_same_bands() -> None:
    upper, lower = sides()
    assert {*upper.going} == {key[::-1] for key in lower.going}


@pytest.mark.corpus
def test_the_stretches_of_a_side_follow_each_other_without_overlap() -> None:
    for side in some(sides()):
        placed = list(_placed(side))
        assert all(before[1] <= after[0] + 1e-9 for (_, before), (_, after) in pairwise(placed))
        assert [section for section, _ in groupby(placed, lambda one: one[0][0])] == [
            s for s in side.sizes if any(k[0] == s for k in side.going)
        ]


@pytest.mark.corpus
def test_each_band_says_how_many_on_either_side() -> None:
    picture = flow_figure(converted().layers.links.alignments[0], "")
    upper, lower = sides()
    for (one, other), here in upper.going.items():
        left, right = f"四川{upper.document.citation(one)}", f"遂宁{lower.document.citation(other)}"
        there = lower.going[other, one]
        if here and there:
            assert f"{left}的 {here} 处与{right}的 {there} 处相对应" in picture
        else:  # a place counts where it is closest: nothing is said of 0 处
            assert (f"{left}的 {here} 处在{right}有对应" if here else f"{right}的 {there} 处在{left}有对应") in picture
    assert "的 0 处" not in picture


@pytest.mark.corpus
def test_what_has_no_band_is_marked_by_its_kind_and_adds_up() -> None:
    pair = converted().layers.links.alignments[0]
    picture = flow_figure(pair, "")
    for side in flow(pair):
        for section, size in side.sizes.items():
            staying = sum(count for (one, _), count in side.staying.items() if one == section)
            going = sum(count for (one, _), count in side.going.items() if one == section)
            assert going + staying <= size
    marked = sum(len(side.staying) for side in flow(pair))
    assert picture.count("<rect") == marked > 0
    assert picture.count("<path") == len(sides()[0].going)
