"""Published addresses last: the real texts, mutated as texts are mutated in life, against the anchors published of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from duidu.anchors.checks import anchor_faults
from duidu.anchors.lasting import Published, with_lasting_anchors
from duidu.model.registry import Registry, RegistryRow
from duidu.read.registry import read_registry
from duidu.text.fold import fold
from tests.projects import DOCUMENTS, ROOT, Project
from tests.small_texts import parsed_of, raw_of
from tests.some import some

WIDE = str.maketrans(",:;()", "，：；（）")


def text_of(document: str) -> str:
    return (ROOT / "source" / document / "text.txt").read_text(encoding="utf-8")


def registry_of(document: str) -> Registry:
    registry, faults = read_registry(ROOT / "source" / document / "anchors.tsv", PurePosixPath("anchors.tsv"))
    assert not faults
    return registry


def publish(text: str, registry: Registry) -> Published:
    return with_lasting_anchors(parsed_of(raw_of(text)), registry)


def republish(document: str, change: Callable[[str], str]) -> Published:
    before = text_of(document)
    after = change(before)
    assert after != before
    return publish(after, registry_of(document))


def moved(document: str, published: Published) -> dict[str, str]:
    """Old → new anchor of every unit whose text stands once in both and whose address is another now."""
    old = [(row.anchor, row.folded) for row in registry_of(document).live()]
    new = [(unit.anchor, fold(unit.text)) for unit in published.outline.walk()]
    singles = {text for _, text in old if [t for _, t in old].count(text) == 1 == [t for _, t in new].count(text)}
    now = {text: anchor for anchor, text in new if text in singles}
    return {anchor: now[text] for anchor, text in old if text in singles and now[text] != anchor}


@pytest.mark.corpus
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_published_anchors_are_those_of_the_texts(document: str) -> None:
    published = publish(text_of(document), registry_of(document))
    assert (published.added, published.changed, published.gone) == ((), (), ())
    assert [row.anchor for row in registry_of(document).live()] == [unit.anchor for unit in published.outline.walk()]


@pytest.mark.corpus
@pytest.mark.parametrize("document", DOCUMENTS)
def test_punctuation_made_full_width_changes_no_address(document: str) -> None:
    published = republish(document, lambda text: text.translate(WIDE))
    assert (moved(document, published), published.added, published.gone) == ({}, (), ())


@pytest.mark.corpus
def test_a_paragraph_inserted_gets_its_predecessors_anchor_with_a_letter() -> None:
    new = "新增的一段讲另一件事。这件事原来没有写。\n"
    mark = "培育壮大新兴产业和未来产业。"
    published = republish("sichuan-2024", lambda text: text.replace(mark, new + mark, 1))
    assert moved("sichuan-2024", published) == {}
    assert published.added == ("h2-k2-p3a", "h2-k2-p3a-t1", "h2-k2-p3a-t2")
    assert published.gone == ()


@pytest.mark.corpus
def test_a_paragraph_removed_stops_the_build_with_one_fault_and_the_command() -> None:
    lines = text_of("suining-2024").splitlines()
    published = publish("\n".join(line for line in lines if not line.startswith("激发创新创造活力")), registry_of("suining-2024"))
    assert moved("suining-2024", published) == {}
    assert {row.anchor.partition("-t")[0] for row in published.gone} == {"h2-k1-p3"}
    (fault,) = anchor_faults(published)
    assert (fault.code, "h2-k1-p3（激发" in fault.message, "7 个地址" in fault.message) == ("ANC002", True, True)
    assert "retire" in fault.remedy


@pytest.mark.corpus
def test_a_paragraph_split_keeps_the_sentences() -> None:
    mark = "提升中试服务水平,"
    published = republish("sichuan-2024", lambda text: text.replace(mark, "\n" + mark, 1))
    assert moved("sichuan-2024", published) == {}
    assert published.added == ("h2-k2-p2a",)
    assert [unit.anchor for unit in published.outline.walk() if unit.anchor.startswith("h2-k2-p2a-t")] == []
    assert published.gone == ()


@pytest.mark.corpus
def test_paragraphs_merged_keep_the_sentences_and_say_which_address_remains() -> None:
    mark = "\n激发创新创造活力。"
    published = republish("suining-2024", lambda text: text.replace(mark, mark.strip(), 1))
    assert moved("suining-2024", published) == {}
    assert published.added == ()
    assert [row.anchor for row in published.gone] == ["h2-k1-p3"]
    (fault,) = anchor_faults(published)
    assert "h2-k1-p3 --by h2-k1-p2" in fault.remedy


@pytest.mark.corpus
def test_the_missing_character_restored_changes_no_address() -> None:
    published = republish("sichuan-2024", lambda text: text.replace("\n质量发展是", "\n高质量发展是", 1))
    assert (moved("sichuan-2024", published), published.added, published.gone) == ({}, (), ())
    assert [row.anchor for row, _ in published.changed] == ["h1-p1", "h1-p1-t1"]


@pytest.mark.corpus
def test_a_typo_mended_changes_no_address() -> None:
    published = republish("suining-2024", lambda text: text.replace("主段产业链", "主干产业链", 1))
    assert (moved("suining-2024", published), published.added, published.gone) == ({}, (), ())
    assert [row.anchor for row, _ in published.changed] == ["h2-k2-p1", "h2-k2-p1-t2"]


@pytest.mark.corpus
def test_a_section_moved_and_renumbered_keeps_its_addresses() -> None:
    def swap(text: str) -> str:
        start, middle, end = (text.index(mark) for mark in ("三、增强", "四、提升", "五、构建"))
        third, fourth = text[start:middle], text[middle:end]
        return text[:start] + fourth.replace("四、", "三、", 1) + third.replace("三、", "四、", 1) + text[end:]

    published = republish("sichuan-2024", swap)
    assert (moved("sichuan-2024", published), published.added, published.gone) == ({}, (), ())
    assert [unit.anchor for unit in published.outline.units if unit.is_head] == ["h1", "h2", "h4", "h3", "h5", "h6"]


@pytest.mark.corpus
@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_single_sentence_removed_moves_another(document: str) -> None:
    registry = registry_of(document)
    text = text_of(document)
    sentences = [row for row in registry.live() if "-t" in row.anchor]
    for row in some(sentences[::12]):
        published = publish(text.replace(row.folded, "", 1), registry)
        assert [gone.anchor for gone in published.gone if "-t" in gone.anchor] == [row.anchor]
        assert moved(document, published) == {}


def test_duplicates_are_told_apart_by_their_neighbours() -> None:
    lines = ["关于某事的决定", "一、甲", "抓好落实。", "甲的事很多。", "二、乙", "乙的事很多。", "抓好落实。"]
    first = publish("\n".join(lines), Registry(PurePosixPath("anchors.tsv")))
    second = publish("\n".join(lines[:2] + lines[3:]), first.registry)
    assert [row.anchor for row in second.gone] == ["h1-p1", "h1-p1-t1"]
    assert [unit.anchor for unit in second.outline.walk() if unit.text == "抓好落实。"] == ["h2-p2", "h2-p2-t1"]


def test_addresses_are_never_reused() -> None:
    rows = (
        RegistryRow("title", "关于某事的决定"),
        RegistryRow("p1", "甲事。"),
        RegistryRow("p1-t1", "甲事。"),
        RegistryRow("p2", "丙", "-"),
        RegistryRow("p1a", "丁", "-"),
    )
    published = publish("关于某事的决定\n甲事。\n乙完全不同的另外一件。", Registry(PurePosixPath("anchors.tsv"), rows))
    assert published.added == ("p1b", "p1b-t1")


@pytest.mark.parametrize(
    ("old", "today"),
    [("h1-p2", "h1-p1"), ("h1-p2-t1", "h1-p1-t1"), ("h1-p3", "h1"), ("h1-p3-t2", "h1"), ("h9", ""), ("h1-p4", "h1-p1")],
)
def test_an_old_address_leads_to_its_replacement_or_the_nearest_ancestor(old: str, today: str) -> None:
    rows = [
        RegistryRow("h1", "甲"),
        RegistryRow("h1-p1", "乙"),
        RegistryRow("h1-p1-t1", "乙"),
        RegistryRow("h1-p2", "丙", "h1-p1"),
        RegistryRow("h1-p2-t1", "丙", "h1-p1-t1"),
    ]
    rows += [RegistryRow("h1-p3", "丁", "-"), RegistryRow("h1-p4", "戊", "h1-p2")]
    assert Registry(PurePosixPath("anchors.tsv"), tuple(rows)).resolve(old) == today


def test_accept_lists_what_moves_refuses_gone_units_and_records_the_rest(small: Project) -> None:
    before = small.snapshot()
    small.edit("mou-2024", "定期研究。", "")
    refused = small.run("build")
    assert refused.status == 1
    assert {code.split(":")[1] for code in refused.codes} == {"SRC003", "ANC002"}
    refused = small.run("accept", "mou-2024")
    assert refused.status == 1
    assert "不见了　h2-k1-p1-t2" in refused.out
    assert {**small.snapshot(), "source/mou-2024/text.txt": b""} == {**before, "source/mou-2024/text.txt": b""}
    registry = small.root / "source/mou-2024/anchors.tsv"
    registry.write_text(registry.read_text().replace("t2\t定期研究。\t", "t2\t定期研究。\th2-k1-p1-t1"))
    assert small.run("accept", "mou-2024").status == 0
    assert small.run("build").status == 0
    page = (small.root / "docs/mou-2024/2.md").read_text()
    assert '<div class="aid retired" id="h2-k1-p1-t2"' in page
    assert "旧地址 h2-k1-p1-t2" in page
    assert "二（一）第1段第1句" in page


def test_accept_records_a_mended_typo(small: Project) -> None:
    small.edit("mou-2024", "安排资金", "安排经费")
    accepted = small.run("accept", "mou-2024")
    assert accepted.status == 0, accepted.err
    assert "文字改动　h2-k2-p1-t1" in accepted.out
    assert small.run("build").status == 0
    assert small.run("build", "--check").status == 0
