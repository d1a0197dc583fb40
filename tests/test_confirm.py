"""confirm: what is to be checked again counts as read once a person says so; the file stays as it was written."""

from __future__ import annotations

import json

import pytest
import yaml

from tests.linked import only_pair, write_links
from tests.projects import Project


def test_a_changed_sentence_makes_its_links_suspect_and_confirm_ends_it(two: Project) -> None:
    two.edit("province", "成立省领导小组", "成立省委领导小组")
    assert two.run("accept", "province").status == 0
    built = two.run("build")
    assert (built.status, built.codes) == (0, ["8:LNK006"])
    assert "h2-k1-p1-t1 → h2-k1-p1-t1 核对之后文字有改动，待复核" in built.err
    assert [link.target for link in only_pair(two).links if link.state == "suspect"] == ["h2-k1-p1-t1"]
    assert '<b class="rel auto">落实 · 待复核</b>' in (two.root / "docs/city/2.md").read_text()
    links = json.loads((two.root / "docs/data/city/province/links.json").read_text())
    assert [link["state"] for link in links].count("suspect") == 1
    before = (two.root / "source/city/links/province.yml").read_text()
    assert two.run("confirm", "city", "h1").out == "没有待复核的。\n"
    assert two.run("confirm", "city", "h2-k1-p1-t1").status == 0
    after = (two.root / "source/city/links/province.yml").read_text()
    assert [a == b for a, b in zip(before.splitlines(), after.splitlines(), strict=True)].count(False) == 1
    assert "# mine" in after
    result = two.run("build")
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("said", ["二（一）第1段第1句", "二(一)", "二（一）"])
def test_confirm_takes_a_place_as_it_is_cited(two: Project, said: str) -> None:
    two.edit("province", "成立省领导小组", "成立省委领导小组")
    assert two.run("accept", "province").status == 0
    expected = "没有待复核的。\n" if "句" not in said else "已认可 1 处，记入 source/city/links/province.yml\n"
    assert two.run("confirm", "city", said).out == expected


def test_confirm_of_an_unknown_unit_or_document_is_a_wrong_call(two: Project) -> None:
    assert two.run("confirm", "city", "h9").status == 2
    wrong = two.run("confirm", "city", "二（九）", "h1", "第三十条")
    assert (wrong.status, "没有 二（九）、第三十条 这个单位" in wrong.err) == (2, True)
    assert two.run("confirm", "town").status == 2


def test_of_a_draft_there_is_nothing_to_confirm(two: Project) -> None:
    yml = two.root / "source/city/document.yml"
    yml.write_text(yml.read_text() + "status: draft\n")
    asked = two.run("confirm", "city")
    assert (asked.status, asked.err) == (2, "city 还是草稿，不进网站，没有要认可的。\n")


@pytest.mark.parametrize(
    "entry",
    [
        "- from: h1-p1-t1\n  to: h1-p1-t1\n  relation: same\n  evidence:\n  - - 某事很重要\n    - 某事很重要\n- {from: h1, to: h1, relation: same}\n",
        "- from: h1-p1-t1\n  to: h1-p1-t1\n  relation: same\n  note: |\n    一段说明。\n",
        "- from: h1-p1-t1\n  to: h1-p1-t1\n  relation: same\n  checked:\n    from: '00000000'\n    to: '00000000'\n    on: 2024-01-01\n  # mine\n",
    ],
)
def test_confirm_keeps_links_written_in_block_style(two: Project, entry: str) -> None:
    file = write_links(two, f"links:\n{entry}")
    before = yaml.safe_load(file.read_text())["links"]
    assert two.run("confirm", "city").status == 0
    after = yaml.safe_load(file.read_text())["links"]
    assert all(row.pop("checked") for row in after)
    assert after == [{key: value for key, value in row.items() if key != "checked"} for row in before]
    assert two.run("confirm", "city").out == "没有待复核的。\n"
