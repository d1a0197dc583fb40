"""What stands around a text on its pages: where the signature of a text without sections is read, and what parts a mark from its words."""

from __future__ import annotations

import pytest

from duidu.anchors.paging import leaves_of, pages_of, sections_of
from duidu.render.names import gap_after
from tests.small_texts import parsed_of, raw_of


def pages(text: str) -> dict[str, str]:
    """Top unit → its page."""
    units = parsed_of(raw_of(text)).units
    leaves = list(leaves_of(units, sections_of(units)))
    found = pages_of(units, leaves)
    return {unit.anchor: found[unit.anchor] for unit in units}


def test_a_text_without_sections_is_read_with_its_signature_on_one_page() -> None:
    assert pages("某县关于修路的批复\n某府函〔2024〕1号\n某乡政府：\n同意修路。\n某县人民政府\n2024年3月1日") == {
        "title": "index",
        "number": "index",
        "addressee": "index",
        "p1": "full",
        "signature": "full",
        "date": "full",
    }


def test_a_text_in_sections_has_its_signature_below_their_list() -> None:
    found = pages("某县关于修路的意见\n一、要求\n抓紧修路。\n二、保障\n安排资金。\n某县人民政府\n2024年3月1日")
    assert found == {"title": "index", "h1": "1", "h2": "2", "signature": "index", "date": "index"}


@pytest.mark.parametrize(
    ("marker", "gap"), [("第一章", "　"), ("3.1", "　"), ("附件2", "　"), ("附录A", "　"), ("附件", "　"), ("Ⅰ", "　")]
)
def test_a_mark_without_a_stop_is_parted_from_its_words(marker: str, gap: str) -> None:
    assert gap_after(marker) == gap


@pytest.mark.parametrize("marker", ["一、", "（一）", "1.", "a）", "①", "㈠", "⒈", "——", ""])
def test_a_mark_with_a_stop_or_a_frame_stands_next_to_its_words(marker: str) -> None:
    assert gap_after(marker) == ""
