"""Results kept between runs: whatever happens to the folder they lie in, a build gives the same bytes as one that never kept anything."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from duidu.project.files import files_key
from duidu.project.kept import FOLDER, FORM, Kept, key_of
from tests.projects import SMALL, Project

LOWER = SMALL.replace("某市", "某县").replace("各级各部门", "全县各部门")
UPPER = {"short_title": "某市委决定", "place": "某市", "level": "city"}
BELOW = {"short_title": "某县委决定", "place": "某县", "level": "county", "issuer": "中共某县委", "implements": ["shi-2024"]}
PAGE = '# 手写的一页 {#mine}\n\n[一处](shi-2024/2.md#h2-k1)，<a href="shi-2024/1.md#h1">又一处</a>。\n'


@pytest.fixture
def two(project: Project) -> Project:
    """A document and one that carries it out, and a page written by hand."""
    (project.root / "mkdocs.yml").write_text(
        "site_name: 测试站\nsite_description: 用来测试。\nplugins: [duidu]\ntheme: {name: material, language: zh, font: false}\n"
        "validation: {links: {anchors: warn}}\n"
    )
    project.add("shi-2024", SMALL, **UPPER)
    project.add("xian-2024", LOWER, **BELOW)
    (project.root / "docs/about").mkdir(parents=True)
    for name in ("use", "method"):
        (project.root / f"docs/about/{name}.md").write_text(f"# {name} {{#{name}}}\n")
    (project.root / "docs/mine.md").write_text(PAGE)
    return project


def site(project: Project) -> dict[str, bytes]:
    """The built site, by ``duidu site``."""
    done = project.run("site")
    assert done.status == 0, done.out + done.err
    folder = project.root / "site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def entries(project: Project) -> list[Path]:
    return sorted(path for path in (project.root / FOLDER).rglob("*") if path.is_file())


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("html", "a" * 64, "一、\n二\r\n")
    assert Kept(tmp_path).get("html", "a" * 64) == "一、\n二\r\n"
    assert Kept(tmp_path).keeps("html", "a" * 64)
    assert kept.get("html", "b" * 64) is None
    assert kept.get("proof", "a" * 64) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda data: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:],
        lambda data: data + b"\n",
        lambda data: data.replace(FORM.encode(), b"duidu-kept 0"),
        lambda data: data.replace(b"html", b"text"),
        lambda data: b"\xff" + data,
    ],
)
def test_what_was_damaged_is_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    kept = Kept(tmp_path)
    kept.put("html", "a" * 64, "一句话。")
    file = tmp_path / FOLDER / "html" / ("a" * 64)
    file.write_bytes(damage(file.read_bytes()))
    assert kept.get("html", "a" * 64) is None
    assert not kept.keeps("html", "a" * 64)


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        (lambda data: data, ("[1]", "一句话。")),
        (lambda data: data[:-1], None),
        (lambda data: data + b"\n", None),
        (lambda data: data.replace(b"[1]", b"[2]"), None),
        (lambda data: data.replace(b"[1]\n", b"[1]"), None),
        (lambda data: data.replace(b"html", b"text"), None),
        (lambda data: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:], ("[1]", None)),
        (lambda _: b"", None),
    ],
)
def test_of_an_entry_in_two_parts_neither_is_there_if_it_was_damaged(
    tmp_path: Path, damage: Callable[[bytes], bytes], left: tuple[str, str | None] | None
) -> None:
    kept = Kept(tmp_path)
    kept.put_parted("html", "a" * 64, "[1]", "一句话。".encode())
    file = tmp_path / FOLDER / "html" / ("a" * 64)
    file.write_bytes(damage(file.read_bytes()))
    found = kept.parted("html", "a" * 64)
    assert (found and (found.first, found.second())) == left


def test_an_entry_under_another_ones_name_is_not_there(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("html", "a" * 64, "一句话。")
    shutil.copy(tmp_path / FOLDER / "html" / ("a" * 64), tmp_path / FOLDER / "html" / ("b" * 64))
    assert kept.get("html", "b" * 64) is None


def test_parts_of_a_key_are_told_apart() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".duidu").write_text("")
    kept = Kept(tmp_path)
    kept.put("html", "a" * 64, "一句话。")
    assert kept.get("html", "a" * 64) is None


def test_what_a_run_did_not_use_goes(tmp_path: Path) -> None:
    first = Kept(tmp_path)
    for key in "abc":
        first.put("html", key * 64, key)
    later = Kept(tmp_path)
    later.get("html", "a" * 64)
    later.sweep(["html"])
    assert [path.name for path in (tmp_path / FOLDER / "html").iterdir()] == ["a" * 64]


def test_only_looking_keeps_nothing(two: Project) -> None:
    assert two.run("build", "--check").status == 1
    assert entries(two) == []


def test_a_source_that_changed_and_a_page_that_was_touched_are_seen_again(two: Project) -> None:
    assert two.run("build").status == 0
    assert two.run("build").out == "没有要改的。\n"
    page = two.root / "docs/shi-2024/2.md"
    page.write_text(page.read_text() + "添的。\n")
    assert two.run("build").out == "已写 docs/shi-2024/2.md\n"
    (two.root / "docs/data/documents.json").unlink()
    assert two.run("build").out == "已写 docs/data/documents.json\n"
    (two.root / "source/shi-2024/notes.yml").write_text(
        "- {id: note-a, unit: h1-p1-t1, quote: 某事, kind: 释义, certainty: certain, text: 某事指甲事。}\n"
    )
    assert "已写 docs/shi-2024/1.md" in two.run("build").out


def test_warnings_are_said_again_though_nothing_is_to_be_done(two: Project) -> None:
    (two.root / "source/glossary.yml").write_text(
        "- {id: meiyou, term: 没有的词, forms: [没有的词], kind: 口号, definition: 这个词在文中不出现。, english: none, certainty: common}\n"
    )
    first = two.run("build")
    assert "TRM006" in first.err
    again = two.run("build")
    assert (again.out, again.err) == ("没有要改的。\n", first.err)


def damage(project: Project) -> None:
    """Every entry changed in a byte, or cut off."""
    chance = random.Random(17)
    assert entries(project)
    for file in entries(project):
        data = bytearray(file.read_bytes())
        at = chance.randrange(len(data))
        data[at] ^= 1 + chance.randrange(255)
        file.write_bytes(bytes(data) if chance.random() < 0.5 else bytes(data[:at]))


def test_a_touched_site_and_a_damaged_folder_give_the_same_site_again(two: Project) -> None:
    fresh = site(two)
    page = two.root / "site/shi-2024/2/index.html"
    page.write_text(page.read_text().replace("领导", "領導", 1))
    damage(two)
    assert site(two) == fresh


@pytest.mark.full
def test_the_site_is_the_same_however_the_folder_was_found(two: Project) -> None:
    """Deleted, damaged in every entry, and with a change in between."""
    fresh = site(two)
    page = two.root / "site/shi-2024/2/index.html"
    page.write_text(page.read_text().replace("领导", "領導", 1))
    assert site(two) == fresh  # the touched file was noticed
    damage(two)
    shutil.rmtree(two.root / "site")
    assert site(two) == fresh
    shutil.rmtree(two.root / "site")  # drawn from what was kept
    assert site(two) == fresh
    two.edit("xian-2024", "定期研究。", "每月研究。")
    assert two.run("accept", "xian-2024").status == 0
    changed = site(two)
    assert changed != fresh
    shutil.rmtree(two.root / ".duidu")
    shutil.rmtree(two.root / "site")
    assert site(two) == changed


def test_links_that_lead_nowhere_stop_the_build(two: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """In Markdown and in finished HTML; also where all other pages, or this one too, were kept."""
    page = two.root / "docs/mine.md"
    page.write_text(PAGE.replace("h2-k1", "h9-k1").replace("#h1", "#h8") + PAGE.replace("2.md", "3.md").replace("1.md", "4.md"))
    for _ in range(2):
        assert two.run("site").status == 1
        said = capfd.readouterr().err  # by MkDocs, a process of its own
        assert "'shi-2024/2.md' does not contain an anchor '#h9-k1'" in said
        assert "'shi-2024/1.md' does not contain an anchor '#h8'" in said
        assert "contains a link 'shi-2024/3.md', but the target is not found" in said
        assert "contains a link 'shi-2024/4.md', but the target is not found" in said


def test_an_anchor_that_went_from_under_an_unchanged_page_stops_the_build(two: Project, capfd: pytest.CaptureFixture[str]) -> None:
    (two.root / "docs/other.md").write_text("# 另一页 {#other}\n\n[手写的](mine.md#mine)，[没有的](https://example.org/#x)。\n")
    site(two)
    (two.root / "docs/mine.md").write_text(PAGE.replace("#mine", "#yours"))
    assert two.run("site").status == 1
    assert "'mine.md' does not contain an anchor '#mine'" in capfd.readouterr().err


def test_a_link_is_called_otherwise_when_another_file_came(two: Project, capfd: pytest.CaptureFixture[str]) -> None:
    page = two.root / "docs/other.md"
    page.write_text("# 另一页 {#other}\n\n[手写的](mine.md)。\n")
    assert 'href="../mine/"' in site(two)["other/index.html"].decode()
    (two.root / "docs/mine.md").rename(two.root / "docs/ours.md")
    assert two.run("site").status == 1
    assert "contains a link 'mine.md', but the target is not found" in capfd.readouterr().err


def test_with_a_hook_the_host_renders_and_the_pages_are_the_same(two: Project) -> None:
    alone = site(two)
    shutil.rmtree(two.root / ".duidu")
    config = two.root / "mkdocs.yml"
    (two.root / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n")
    config.write_text(f"{config.read_text()}hooks: [hook.py]\n")
    together = site(two)
    assert not (two.root / FOLDER / "output").exists()
    for name in ("mine", "shi-2024/2", "xian-2024/2", "compare/xian-2024/shi-2024/by-xian-2024"):
        assert article(together[f"{name}/index.html"]) == article(alone[f"{name}/index.html"])


def article(page: bytes) -> bytes:
    return page.partition(b"<article")[2].partition(b"</article>")[0]


def test_files_hash_the_same_by_whatever_way_their_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator is told the whole way to a project, a person stands in it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.txt").write_text("甲")
    monkeypatch.chdir(tmp_path)
    assert files_key(Path().rglob("*"), Path()) == files_key(tmp_path.rglob("*"), tmp_path)
    assert files_key(Path("a").rglob("*"), Path("a")) != files_key(Path("a").rglob("*"), Path())
