"""The register of addresses: damaged, lost, in another encoding, with replacements that lead nowhere."""

from __future__ import annotations

import pytest

from tests.projects import SMALL, Project


def test_a_registry_that_was_damaged(small: Project) -> None:
    file = small.root / "source/mou-2024/anchors.tsv"
    file.write_text(file.read_text().replace("title\t", "title ", 1) + "h1\t重复\t\n")
    assert [code.split(":")[1] for code in small.run("build").codes].count("ANC004") == 2


def test_a_registry_that_is_gone_or_lost_lines_stops_the_build(small: Project) -> None:
    """Without it the same addresses would be given anew, to whatever stands there today."""
    file = small.root / "source/mou-2024/anchors.tsv"
    rows = file.read_text().splitlines(keepends=True)
    for left, said in (([], "不见了"), (rows[:-1], f"只剩 {len(rows) - 1} 个")):
        file.unlink(missing_ok=True)
        if left:
            file.write_text("".join(left))
        for call in (("build",), ("accept", "mou-2024"), ("retire", "mou-2024", "h1")):
            result = small.run(*call)
            assert result.status == 1
            assert f"source/mou-2024/anchors.tsv:1:1: ANC006 已经登记过 {len(rows)} 个地址，anchors.tsv 里的{said}" in result.err
    (small.root / "docs").rename(small.root / "elsewhere")  # nor does it depend on what was built
    assert small.run("build").codes == ["1:ANC006"]
    file.write_text("".join(rows))
    assert small.run("build").status == 0


def test_a_document_that_was_never_published_may_begin_anew(small: Project) -> None:
    (small.root / "source/mou-2024/anchors.tsv").unlink()
    (small.root / "source/published.tsv").write_text("")
    assert small.run("build").status == 0
    assert (small.root / "source/published.tsv").read_text().startswith("mou-2024\t")


def test_a_published_document_that_becomes_a_draft_is_remembered(small: Project) -> None:
    before = (small.root / "source/published.tsv").read_text()
    small.add("mou-2024", SMALL, status="draft")
    assert small.run("build").status == 0
    assert (small.root / "source/published.tsv").read_text() == before


def test_a_replacement_that_does_not_exist(small: Project) -> None:
    file = small.root / "source/mou-2024/anchors.tsv"
    file.write_text(file.read_text() + "h2-k3\t旧的一条。\th2-k9\n")
    result = small.run("build")
    assert "ANC003 代替 h2-k3 的地址 h2-k9 不存在。最接近的是" in result.err


def test_a_registry_in_another_encoding_is_a_fault(small: Project) -> None:
    file = small.root / "source/mou-2024/anchors.tsv"
    file.write_bytes(file.read_text().encode("gb18030"))
    assert "1:1: ANC004 文件不是 UTF-8 编码" in small.run("build").err


@pytest.mark.parametrize("rows", ["h8\t旧。\th8\n", "h8\t旧。\th9\nh9\t又旧。\th8\n"])
def test_replacements_in_a_circle(small: Project, rows: str) -> None:
    file = small.root / "source/mou-2024/anchors.tsv"
    file.write_text(file.read_text() + rows)
    assert "ANC003 h8 的代替者又回到它自己" in small.run("build").err


def test_a_unit_that_still_stands_cannot_be_retired(small: Project) -> None:
    file = small.root / "source/mou-2024/anchors.tsv"
    file.write_text(file.read_text().replace("t2\t定期研究。\t", "t2\t定期研究。\t-"))
    assert "ANC005 h2-k1-p1-t2 标为已废，它的文字却还在正文里" in small.run("build").err
