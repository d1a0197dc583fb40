"""The picture for shared links: drawn from the corpus, the project's own where there is one, none where no font has the characters."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from duidu.model.levels import DEFAULT
from duidu.site import card as cards
from duidu.site.card import card
from tests.builds import build_site
from tests.projects import SMALL, Project

needs_a_font = pytest.mark.skipif(card("水", DEFAULT) is None, reason="没有中文字体：图没有测试")


@pytest.fixture
def made(tmp_path: Path) -> Project:
    project = Project(tmp_path / "水源文件")
    assert Project(tmp_path).run("new", str(project.root)).status == 0
    project.add("mou-2024", SMALL)
    return project


def told(project: Project) -> bool:
    """Whether pages name a picture."""
    build_site(project.root, SITE_URL="https://texts.example/")
    return "og:image" in (project.root / "site/index.html").read_text(encoding="utf-8")


@needs_a_font
def test_the_name_and_every_level_change_the_picture_and_nothing_else_does() -> None:
    one = card("水源文件", DEFAULT[:2])
    assert one == card("水源文件", DEFAULT[:2])
    assert len({one, card("水利文件", DEFAULT[:2]), card("水源文件", DEFAULT[1:3]), card("水源文件", DEFAULT), card("水源文件", [])}) == 5
    assert Image.open(io.BytesIO(one or b"")).size == cards.SIZE


@needs_a_font
def test_a_long_name_stays_within_the_picture() -> None:
    drawn = Image.open(io.BytesIO(card("关于各级水源保护文件的逐句对读网站" * 2, DEFAULT) or b"")).convert("RGB")
    edge = {drawn.getpixel((x, y)) for x in (*range(40), *range(1160, 1200)) for y in range(60, 630)}
    assert len(edge) == 1


@needs_a_font
def test_a_site_with_an_address_names_its_picture(made: Project) -> None:
    assert told(made)
    assert (made.root / "site/assets/card.png").read_bytes() == card("水源文件", [DEFAULT[2]])


def test_a_picture_of_the_projects_own_is_left_as_it_is(made: Project) -> None:
    own = made.root / "docs/assets/card.png"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"own")
    assert told(made)
    assert (made.root / "site/assets/card.png").read_bytes() == b"own"


def test_without_a_font_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_FOLDERS", ())
    assert card("水源文件", DEFAULT) is None


def test_characters_that_no_font_has_make_no_picture() -> None:
    assert card("\U0010fffe", []) is None


def test_a_site_without_an_address_needs_none(made: Project) -> None:
    assert made.run("site").status == 0
    assert not (made.root / "site/assets/card.png").exists()
