"""From every page of a comparison it is one step to what stands in only one of the two documents."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from duidu.render.pages import comparison_index, comparison_listings
from tests.html import parsed
from tests.projects import Project

PAIR = "compare/tongjiang/yunling/"


@pytest.mark.parametrize(("where", "lists"), [("compare/", "tongjiang/yunling/lists/"), (PAIR, "lists/")])
def test_what_is_only_in_one_document_is_named_in_full_and_linked(levels: Path, where: str, lists: str) -> None:
    links = {a.text(): a.attributes["href"] for a in parsed(levels / "site" / where / "index.html").css("article a")}
    for document, name in (("tongjiang", "仅见于桐江市委决定"), ("yunling", "仅见于云岭省委决定")):
        assert [address for text, address in links.items() if text.startswith(name)] == [f"{lists}#list-none-{document}"]


def test_the_list_of_pairs_leads_to_each_relation(levels: Path) -> None:
    links = {a.text(): a.attributes["href"] for a in parsed(levels / "site/compare/index.html").css("article a")}
    for relation, name in (("同文", "same"), ("部分同文", "part"), ("落实", "adapt"), ("呼应", "echo")):
        assert [address for text, address in links.items() if text.startswith(f"{relation} ")] == [f"tongjiang/yunling/lists/#list-{name}"]


def build_anew(project: Project) -> Path:
    """Nothing is taken from the build before: the test has changed the tool."""
    shutil.rmtree(project.root / ".duidu", ignore_errors=True)
    assert project.run("build").status == 0
    return project.root / "docs"


@pytest.fixture
def long_lists(pair: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages of the pair where no page has room for all its lists."""
    monkeypatch.setattr(comparison_listings, "ROOM", 60)
    return build_anew(pair)


@pytest.mark.parametrize("page", ["index", "compare/index", "compare/tongjiang/yunling/index"])
def test_where_the_lists_have_pages_of_their_own_it_is_one_step_to_the_words(long_lists: Path, page: str) -> None:
    text = (long_lists / f"{page}.md").read_text()
    folder = PAIR.removeprefix(f"{page.removesuffix('index')}")
    for document in ("tongjiang", "yunling"):
        assert f"]({folder}lists/none-{document}.md)" in text
    assert "lists.md#list-none" not in text


def test_a_kind_leads_to_its_words_and_an_empty_one_to_its_count(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison_listings, "ROOM", 60)
    file = pair.root / "source/tongjiang/links/yunling.yml"
    file.write_text(file.read_text().replace("h2-k2-p1-t2: open", "h2-k2-p1-t2: other"))
    folder = build_anew(pair) / PAIR
    overview = (folder / "index.md").read_text()
    found = {}
    for kind, name in (("topic", "段首语"), ("other", "专指他地或上级事项"), ("open", "其他")):
        (address,) = re.findall(rf"\[仅省（{name}）\]\(([^)]*)\)", overview)
        page, _, identity = address.partition("#")
        assert f'id="{identity}"' in (folder / page).read_text()
        found[kind] = page, identity
    assert found["topic"] == ("lists/none-yunling.md", "topic")
    assert found["other"][1] == "other"
    assert found["open"] == ("lists.md", "list-none-yunling-open")


def test_the_list_of_many_pairs_does_not_go_through_each(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison_listings, "ROOM", 60)
    monkeypatch.setattr(comparison_index, "PICTURED", 0)
    text = (build_anew(pair) / "compare/index.md").read_text()
    assert "(tongjiang/yunling/lists.md#list-none-tongjiang)" in text
