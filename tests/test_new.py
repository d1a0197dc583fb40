"""new: a folder that builds at once and names no place but its own; with one document no page, table or head is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from duidu.read.schemas import SCHEMAS
from tests import levels
from tests.projects import ROOT, Project
from tests.test_guide import git

NOTICE = """桐江市人民政府关于加快清洁水源建设的通知
各县人民政府:
为了做好水源建设,现将有关事项通知如下。
一、提高认识
保护水源是各地共同的责任。全市各级要认真对待,认真办好。
二、抓好建设
(一)加强领导。成立领导小组,统筹推进水源保护。
(二)加强保障。设立专项资金,完善水价政策。
"""
FOREIGN = re.compile("四川|遂宁|省市|决定|sichuan|suining")
"""Words of this repository's own corpus."""


@pytest.fixture
def made(tmp_path: Path) -> Project:
    """A new corpus."""
    project = Project(tmp_path / "水务")
    result = Project(tmp_path).run("new", str(project.root), "--name", "水务: 文件")
    assert result.status == 0, result.err
    return project


def add(project: Project, text: str, name: str, *options: str) -> None:
    file = project.root.parent / name
    file.write_text(text, encoding="utf-8")
    result = project.run("add", str(file), "--found", "测试", *options)
    assert result.status == 0, result.err


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def foreign(folder: Path) -> list[str]:
    texts = (path for path in files(folder) if path.suffix not in {".png", ".zip"})
    return [f"{path.relative_to(folder)}: {words[0]}" for path in texts if (words := FOREIGN.search(path.read_text(encoding="utf-8")))]


def test_a_new_corpus_builds_strictly_and_is_checked_before_anything_is_added(made: Project) -> None:
    assert made.run("site").status == 0
    home = (made.root / "site/index.html").read_text(encoding="utf-8")
    assert "水务: 文件" in home
    assert "这里还没有文件。" in home
    assert made.run("check").status == 0
    assert foreign(made.root) == []


def test_one_document_has_no_empty_page_head_or_way(made: Project) -> None:
    add(
        made,
        NOTICE,
        "水源.txt",
        "--date",
        "2024-03-04",
        "--issuer",
        "桐江市人民政府",
        "--place",
        "桐江",
        "--level",
        "市",
        "--id",
        "tongjiang-2024",
    )
    assert made.run("site").status == 0
    site = made.root / "site"
    assert [name for name in ("compare", "glossary", "figures", "guide") if (site / name).exists()] == []
    home = (site / "index.html").read_text(encoding="utf-8")
    nav = re.findall(r"<a [^>]*>([^<]*)</a>", re.search(r'class="site-pages".*?</nav>', home, re.DOTALL)[0])  # type: ignore[index]
    assert nav == ["首页", "说明"]
    assert 'id="ways"' not in home
    assert 'id="accounts"' not in home
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        main = page[page.index("<main") : page.index("</main")]
        assert not re.search(r"<(ul|ol|tbody|thead|p|nav|section|h[1-6])\b(?![^>]*hidden)[^>]*>\s*</\1>", main), path
    assert foreign(made.root) == []


def test_levels_that_nobody_here_has_seen_read_right_and_bring_no_words_of_ours(made: Project) -> None:
    options = ("--date", "2024-01-02", "--place")
    texts = (levels.PROVINCE, "云岭", "yunling"), (levels.CITY, "桐江", "tongjiang"), (levels.COUNTY, "松溪", "songxi")
    above = ""
    for text, place, name in texts:
        said = text.replace("决定", "意见")
        add(made, said, f"{name}.txt", *options, place, "--id", name, *(("--implements", above) if above else ()))
        above = name
    levels.link(made, "tongjiang", "yunling")
    levels.target(made, "yunling", "h2-k2-p1-t3", "30")
    assert made.run("site").status == 0
    site = made.root / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert all(name in home for name in ("对照", "数字与时限"))
    assert (site / "compare/songxi/tongjiang/index.html").is_file()
    assert foreign(made.root) == []


def test_every_first_line_leads_to_a_schema(made: Project) -> None:
    add(made, NOTICE, "水源.txt", "--date", "2024-03-04", "--place", "桐江", "--level", "市")
    found = sorted((made.root / "source").rglob("*.yml"))
    assert len(found) == 5
    for file in found:
        led = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
        assert led, file
        assert (file.parent / led[1]).read_bytes() == (SCHEMAS / Path(led[1]).name).read_bytes()


def test_add_brings_the_schemas_of_the_tool_that_is_installed_now(made: Project) -> None:
    old = made.root / "source/.schemas/document.schema.json"
    old.write_text("{}", encoding="utf-8")
    add(made, NOTICE, "水源.txt", "--date", "2024-03-04", "--place", "桐江", "--level", "市")
    assert old.read_bytes() == (SCHEMAS / old.name).read_bytes()


def test_the_examples_in_comments_build_once_they_are_uncommented(made: Project) -> None:
    add(made, NOTICE, "水源.txt", "--date", "2024-03-04", "--place", "桐江", "--level", "市")
    for name in ("glossary", "synonyms", "words"):
        file = made.root / f"source/{name}.yml"
        head, example = file.read_text(encoding="utf-8").split("#\n", 1)
        file.write_text(head + example.replace("# ", ""), encoding="utf-8")
    result = made.run("build")
    assert (result.status, [code.split(":")[1] for code in result.codes]) == (0, ["TRM006", "SYN001"])  # an example's words occur nowhere


def test_the_examples_in_the_readme_keep_to_their_schemas(made: Project) -> None:
    text = (made.root / "source/README.md").read_text(encoding="utf-8").replace("（由程序写）", "a" * 64)
    blocks = re.findall(r"```yaml\n# \S+ \$schema=\S+?(\w+)\.schema\.json\n(.*?)```", text, re.DOTALL)
    assert [name for name, _ in blocks] == ["document", "links", "notes", "questions"]
    for name, block in blocks:
        definition = yaml.safe_load((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        data = yaml.load(block.replace("2024-03-04", "'2024-03-04'"), yaml.SafeLoader)
        assert list(Draft7Validator(definition).iter_errors(data)) == [], name


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/own.txt").write_text("自己的")
    result = Project(tmp_path).run("new", str(tmp_path / "a"))
    assert result.status == 2
    assert "已经有东西" in result.err
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["own.txt"]


def test_an_empty_folder_is_taken_and_its_name_is_the_sites(tmp_path: Path) -> None:
    (tmp_path / "水务").mkdir()
    assert Project(tmp_path).run("new", str(tmp_path / "水务")).status == 0
    assert yaml.load((tmp_path / "水务/mkdocs.yml").read_text(), yaml.BaseLoader)["site_name"] == "水务"
    assert [path.name for path in tmp_path.iterdir()] == ["水务"]


def test_what_is_written_by_hand_is_made_once(made: Project) -> None:
    file = made.root / "docs/about/method.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n自己的话。\n", encoding="utf-8")
    assert made.run("build").status == 0
    assert file.read_text(encoding="utf-8").endswith("\n自己的话。\n")


def test_git_ignores_what_is_generated_and_nothing_that_people_write(made: Project) -> None:
    add(made, NOTICE, "水源.txt", "--date", "2024-03-04", "--place", "桐江", "--level", "市")
    assert made.run("site").status == 0
    git(made.root, "init", "--quiet")
    kept = git(made.root, "ls-files", "--others", "--exclude-standard").splitlines()
    assert [path for path in kept if path.startswith(("docs", "site"))] == [
        f"docs/about/{name}.md" for name in ("hosting", "method", "use")
    ]
    assert any(path.endswith("anchors.tsv") for path in kept)


def test_raw_texts_are_kept_as_the_repository_keeps_its_own(made: Project) -> None:
    rules = [line for line in (made.root / ".gitattributes").read_text().splitlines() if not line.startswith("#")]
    assert rules == [line for line in (ROOT / ".gitattributes").read_text().splitlines() if not line.startswith("#")]
