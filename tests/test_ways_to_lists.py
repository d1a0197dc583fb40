"""From every page of a comparison it is one step to what stands in only one of the two documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html import parsed

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
