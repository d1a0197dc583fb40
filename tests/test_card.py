"""The picture for shared links: drawn from the corpus, the project's own where there is one, none where no font has the characters."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from duidu.model.levels import DEFAULT
from duidu.project.kept import Kept
from duidu.read.corpus import read_corpus
from duidu.site import cards, fonts
from duidu.site.card import SIZE, card, document_card
from tests.builds import build_site
from tests.html import parsed, values
from tests.projects import SMALL, Project

needs_a_font = pytest.mark.skipif(card("水", DEFAULT) is None, reason="没有中文字体：图没有测试")


@pytest.fixture
def made(tmp_path: Path) -> Project:
    project = Project(tmp_path / "水源文件")
    assert Project(tmp_path).run("new", str(project.root)).status == 0
    project.add("mou-2024", SMALL)
    return project


def picture_of(project: Project, page: str) -> str:
    """The address of the picture that a page of the site names."""
    return values(parsed(project.root / "site" / page / "index.html"), "meta[property='og:image']", "content")[0]


def told(project: Project) -> bool:
    """Whether pages name a picture."""
    build_site(project.root, SITE_URL="https://texts.example/")
    return "og:image" in (project.root / "site/index.html").read_text(encoding="utf-8")


@needs_a_font
def test_the_name_and_every_level_change_the_picture_and_nothing_else_does() -> None:
    one = card("水源文件", DEFAULT[:2])
    assert one == card("水源文件", DEFAULT[:2])
    assert len({one, card("水利文件", DEFAULT[:2]), card("水源文件", DEFAULT[1:3]), card("水源文件", DEFAULT), card("水源文件", [])}) == 5
    assert Image.open(io.BytesIO(one or b"")).size == SIZE


@needs_a_font
def test_a_long_name_stays_within_the_picture() -> None:
    drawn = Image.open(io.BytesIO(card("关于各级水源保护文件的逐句对读网站" * 2, DEFAULT) or b"")).convert("RGB")
    edge = {drawn.getpixel((x, y)) for x in (*range(40), *range(1160, 1200)) for y in range(60, 630)}
    assert len(edge) == 1


@needs_a_font
def test_a_site_with_an_address_names_its_picture(made: Project) -> None:
    assert told(made)
    assert (made.root / "site/assets/card.png").read_bytes() == card("水源文件", [DEFAULT[2]])
    assert picture_of(made, "") == picture_of(made, "about/use") == "https://texts.example/assets/card.png"


@needs_a_font
def test_every_page_of_a_document_names_the_documents_own_picture_and_it_is_drawn_once(
    made: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(made)
    own = "https://texts.example/assets/cards/mou-2024.png"
    assert {picture_of(made, f"mou-2024/{page}") for page in ("", "1", "2", "full")} == {own}
    drawn = (made.root / "site/assets/cards/mou-2024.png").read_bytes()
    title, below = "中共某市委关于加快某事的决定", "中共某市委　2024年1月2日"
    assert drawn == document_card("水源文件", DEFAULT[2], "某市", title, below)
    (meta,) = (source.meta for source in read_corpus(made.root)[0].sources)
    monkeypatch.setattr(cards, "document_card", lambda *_: b"anew")
    assert cards.kept_document_card("水源文件", meta, Kept(made.root)) == drawn, "nothing changed"
    for changed in (
        replace(meta, title="另一题"),
        replace(meta, date="2024-01-03"),
        replace(meta, place="别处"),
        replace(meta, level=DEFAULT[1]),
    ):
        assert cards.kept_document_card("水源文件", changed, Kept(made.root, writing=False)) == b"anew"


@needs_a_font
@pytest.mark.parametrize("title", ["水法", "中共某市委关于加快某事的决定" * 4, "无" * 400, "ABC Regulations 2024"])
def test_a_title_of_any_length_stays_between_the_margins_and_above_the_line_below_it(title: str) -> None:
    drawn = Image.open(io.BytesIO(document_card("水源文件", DEFAULT[0], "某市", title, "某市委　2024年1月2日") or b"")).convert("RGB")
    paper = drawn.getpixel((5, 300))
    assert {drawn.getpixel((x, y)) for x in (*range(80), *range(1120, 1200)) for y in range(60, 630)} == {paper}
    assert {drawn.getpixel((x, y)) for x in range(90, 1110, 3) for y in range(467, 473)} == {paper}


def test_a_picture_of_the_projects_own_is_left_as_it_is(made: Project) -> None:
    own = made.root / "docs/assets/card.png"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"own")
    assert told(made)
    assert (made.root / "site/assets/card.png").read_bytes() == b"own"


def test_without_a_font_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    assert card("水源文件", DEFAULT) is None
    assert document_card("水源文件", DEFAULT[0], "某市", "水法", "某市委") is None


def test_characters_that_no_font_has_make_no_picture() -> None:
    assert card("\U0010fffe", []) is None


def test_a_site_without_an_address_needs_none(made: Project) -> None:
    assert made.run("site").status == 0
    assert not [*(made.root / "site/assets").glob("card*")]
