"""The built site: strict, every link and anchor resolves, hostile text is text, two builds are the same to the byte."""

from __future__ import annotations

import filecmp
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from duidu.model.anchor import ANCHOR
from tests.builds import build_site
from tests.projects import DOCUMENTS, ROOT, Project, copy_of_the_project
from tests.test_escaping import HOSTILE

BASE = "http://site/"
OPERATOR = {
    "SITE_OPERATOR": "某办公厅 <A&B>",
    "SITE_ICP": "某ICP备1号",
    "SITE_POLICE": "某公网安备2号",
    "SITE_REPORT": "mailto:a@example.org?subject={title}&body={url}",
    "SITE_OFFLINE": "offline.zip",
    "SITE_URL": "https://texts.example/a/",
}


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, BeautifulSoup]:
    """Every built page by its address."""
    site = built / "site"
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = str(file.relative_to(site)).removesuffix("index.html")
        found[address] = BeautifulSoup(file.read_text(), "html.parser")
    return found


@pytest.fixture(scope="module")
def operated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an operator who has given all that can be given."""
    root = copy_of_the_project(tmp_path_factory.mktemp("operated"))
    build_site(root, **OPERATOR)
    return root / "site"


def links(address: str, page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Path below the site and fragment of everything a page points to."""
    for tag, attribute in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
        for element in page.find_all(tag):
            value = str(element.get(attribute) or "")
            if value and not value.startswith(("data:", "mailto:")) and not _is_reference(element):
                target, fragment = urldefrag(urljoin(BASE + address, value))
                yield unquote(target.partition("?")[0]), unquote(fragment)


def _is_reference(element: Tag) -> bool:
    """The sources of a definition are the only links that lead elsewhere."""
    return element.name == "a" and element.find_parent(class_="entry") is not None and str(element["href"]).startswith("http")


def test_every_page_the_contract_names_is_there(pages: dict[str, BeautifulSoup]) -> None:
    wanted = {f"{document}/{page}" for document in DOCUMENTS for page in ("", "full/", *(f"{n}/" for n in range(1, 7)))}
    assert wanted | {"", "about/texts/", "404.html"} <= pages.keys()


def test_every_link_leads_to_a_file_and_an_id_of_this_site(built: Path, pages: dict[str, BeautifulSoup]) -> None:
    site = built / "site"
    for address, page in pages.items():
        if address == "404.html":
            continue
        for target, fragment in links(address, page):
            assert target.startswith(BASE), f"{address} points elsewhere: {target}"
            path = target.removeprefix(BASE)
            assert (site / path).is_file() or (site / path / "index.html").is_file(), f"{address} → {path}"
            if fragment and path in pages:
                assert pages[path].find(id=fragment), f"{address} → {path}#{fragment}"


def test_no_id_stands_twice_or_is_made_up(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        ids = [str(element["id"]) for element in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), address
        assert not [name for name in ids if re.fullmatch(r"_\d+", name)], address


def test_headings_go_down_one_step_at_a_time(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.select("article :is(h1,h2,h3,h4,h5,h6)")]
        assert levels[:1] == [1], address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_every_unit_stands_on_its_page_and_on_the_full_page(pages: dict[str, BeautifulSoup]) -> None:
    for document in DOCUMENTS:
        rows = (ROOT / "source" / document / "anchors.tsv").read_text().splitlines()
        anchors = [row.split("\t")[0] for row in rows]
        on_full = {str(element["id"]) for element in pages[f"{document}/full/"].select("article [id]")}
        elsewhere = {
            str(element["id"])
            for address, page in pages.items()
            if address.startswith(f"{document}/") and "full" not in address
            for element in page.select("article [id]")
        }
        assert set(anchors) <= on_full
        assert set(anchors) <= elsewhere
        assert all(ANCHOR.fullmatch(anchor) for anchor in anchors)


def test_titles_languages_and_contents_down_to_the_topic_sentences(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["sichuan-2024/2/"]
    assert page.html is not None
    assert page.html["lang"] == "zh"
    assert page.title is not None
    assert page.title.get_text() == "二、以创新为主导加快发展新质生产力 · 四川省委决定 - 省市决定对读"
    entries = {a.get_text() for a in page.select("details.contents a")}
    assert {"强化特色优势产业科技赋能", "实施人工智能重大科技专项", "（二）推动产业深度转型升级"} <= entries
    assert [a["href"] for a in page.select("nav.turn a")] == ["../1/", "../3/"]
    assert [a["href"] for a in page.select("nav.crumbs a")] == ["../../", "../"]


def test_the_page_about_the_texts_lists_every_dropped_line(pages: dict[str, BeautifulSoup]) -> None:
    text = pages["about/texts/"].get_text()
    for dropped in ("机构设置 · 党委办公室 · 学习交流 · 正文", "来源:本站 2024/6/5 16:00:36 浏览次数:[]", "【关闭】"):
        assert dropped in text
    assert "转录文本，以正式发布文本为准" in text


def test_two_builds_are_identical_to_the_byte_on_another_day_and_from_another_folder(built: Path, tmp_path: Path) -> None:
    again = copy_of_the_project(tmp_path / "again")
    later = tmp_path / "later"
    later.mkdir()
    (later / "sitecustomize.py").write_text("import time\nnow = time.time\ntime.time = lambda: now() + 40 * 86400\n")
    build_site(again, TZ="Pacific/Auckland", PYTHONPATH=str(later))
    difference = filecmp.dircmp(built / "site", again / "site")
    assert list(_different(difference)) == []


def _different(difference: filecmp.dircmp[str]) -> Iterator[str]:
    yield from difference.left_only + difference.right_only
    yield from filecmp.cmpfiles(difference.left, difference.right, difference.common_files, shallow=False)[1]
    for below in difference.subdirs.values():
        yield from _different(below)


def test_no_date_of_the_build_stands_in_the_site(built: Path) -> None:
    source = (ROOT / "build_tools/duidu/site/plugin.py").read_text()
    assert "SOURCE_DATE_EPOCH" in source
    assert not (built / "site" / "sitemap.xml").exists()


@pytest.mark.corpus
def test_with_an_address_there_are_canonical_links_and_a_sitemap(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path)
    build_site(root, SITE_URL="https://texts.example/a/")
    html = (root / "site/sichuan-2024/2/index.html").read_text()
    assert '<link rel="canonical" href="https://texts.example/a/sichuan-2024/2/">' in html
    assert "<loc>https://texts.example/a/sichuan-2024/2/</loc>" in (root / "site/sitemap.xml").read_text()


def test_faults_in_the_sources_end_mkdocs_build(real: Project) -> None:
    real.edit("suining-2024", "三、推动新型工业化", "四、推动新型工业化")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=real.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "text.txt:22:1: OUT002 编号跳号" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (real.root / "site").exists()


@pytest.mark.corpus
def test_hostile_text_is_built_as_text(project: Project, tmp_path: Path) -> None:
    copy_of_the_project(tmp_path)
    body = "".join(f"{line} 某事。\n" for line in HOSTILE)
    name = '某"市"</style>&lt;\\'
    project.add("hostile-2024", f"关于某事的决定\n一、甲<script>alert(1)</script>{{{{ 7*7 }}}}\n{body}", short_title=name)
    build_site(tmp_path)
    page = BeautifulSoup((tmp_path / "site/hostile-2024/1/index.html").read_text(), "html.parser")
    article = page.find("article")
    assert article is not None
    shown = "".join(article.get_text().split())
    for line in HOSTILE:
        assert "".join(line.split()) in shown
    assert article.select("script, img, [onerror], [onclick], [href^=javascript]") == []
    assert page.html is not None
    assert str(page.html["data-running"]).startswith(name), "the title of its printed head"
    assert str(page.html["data-colophon"]).startswith(name)
    assert project.run("check").status == 0


@pytest.mark.corpus
@pytest.mark.parametrize(("path", "up"), [("suining-2024/2/index.html", "../../"), ("404.html", "/a/")])
def test_what_the_operator_says_stands_in_the_footer(operated: Path, path: str, up: str) -> None:
    footer = BeautifulSoup((operated / path).read_text(), "html.parser").select_one("footer")
    assert footer is not None
    said = footer.select_one(".operator")
    assert said is not None
    assert " ".join(said.get_text().split()) == "某办公厅 <A&B> 某ICP备1号 某公网安备2号"
    links = {a.get_text(): str(a["href"]) for a in footer.select("a")}
    assert links["离线版"] == f"{up}offline.zip"
    assert links["某ICP备1号"] == "https://beian.miit.gov.cn/"
    assert links["某公网安备2号"] == "https://beian.mps.gov.cn/"
    assert links["报告错误"].startswith("mailto:a@example.org?subject=%E")
    assert links["报告错误"].endswith("&body=" + ("https%3A//texts.example/a/suining-2024/2/" if "suining" in path else ""))


def test_what_the_operator_does_not_say_leaves_nothing_in_the_footer(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        footer = page.select_one("footer")
        assert footer is not None, address
        assert footer.select(".operator, a[href*=beian], a[href^=mailto]") == []
        assert not {"离线版", "报告错误"} & {a.get_text() for a in footer.select("a")}
