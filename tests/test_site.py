"""The built site: strict, every link and anchor resolves, hostile text is text, two builds are the same to the byte."""

from __future__ import annotations

import filecmp
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from duidu.model.anchor import ANCHOR
from duidu.site.dates import document_date, iso_date, latest_date
from tests import html
from tests.builds import Builds, build_site, run_mkdocs, write_levels
from tests.html import parsed, values
from tests.projects import DOCUMENTS, ROOT, Project, copy_of_the_project
from tests.some import some
from tests.test_escaping import HOSTILE

BASE = "http://site/"
OPERATOR = {
    "SITE_OPERATOR": "某办公厅 <A&B>",
    "SITE_ICP": "某ICP备1号",
    "SITE_POLICE": "某公网安备2号",
    "SITE_REPORT": "mailto:a@example.org?subject={title}&body={url}",
    "SITE_OFFLINE": "offline.zip",
    "SITE_CHANGES": "about/changes/",
    "SITE_URL": "https://texts.example/a/",
}
Pages = Mapping[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def pages(built: Path) -> Pages:
    """Every built page by its address."""
    site = built / "site"
    return {str(file.relative_to(site)).removesuffix("index.html"): page for file, page in html.pages(site)}


@pytest.fixture(scope="module")
def operated(builds: Builds) -> Path:
    """The site of an operator who has given all that can be given."""
    return builds.levels(**OPERATOR) / "site"


def ids(page: LexborHTMLParser, within: str = "") -> list[str]:
    return values(page, f"{within} [id]", "id")


def links(address: str, page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Path below the site and fragment of everything a page points to."""
    for element in page.css("a[href], link[href], script[src], img[src]"):
        value = element.attributes.get("href") or element.attributes.get("src") or ""
        if value and not value.startswith(("data:", "mailto:")) and not _is_reference(element):
            target, fragment = urldefrag(urljoin(BASE + address, value))
            yield unquote(target.partition("?")[0]), unquote(fragment)


def _is_reference(element: LexborNode) -> bool:
    """The sources of a definition are the only links that lead elsewhere."""
    return element.tag == "a" and element.css_matches(".entry a[href^=http]")


def test_every_page_the_contract_names_is_there(pages: Pages) -> None:
    wanted = {f"{document}/{page}" for document in DOCUMENTS for page in ("", "full/", *(f"{n}/" for n in range(1, 7)))}
    assert wanted | {"", "about/texts/", "404.html"} <= pages.keys()


def test_every_link_leads_to_a_file_and_an_id_of_this_site(built: Path, pages: Pages) -> None:
    site = built / "site"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    there = {BASE + path.removesuffix("index.html") for path in files} | {BASE + path for path in files}
    anchors = {BASE + address: {"", *ids(page)} for address, page in pages.items()}
    for address in some(pages.keys() - {"404.html"}):
        found = set(links(address, pages[address]))
        assert {target for target, _ in found} <= there, address
        assert {(target, fragment) for target, fragment in found if target in anchors and fragment not in anchors[target]} == set(), address


def test_no_id_stands_twice_or_is_made_up(pages: Pages) -> None:
    for address, page in some(pages.items()):
        found = ids(page)
        assert len(found) == len(set(found)), address
        assert not [name for name in found if re.fullmatch(r"_\d+", name)], address


def test_headings_go_down_one_step_at_a_time(pages: Pages) -> None:
    for address, page in some(pages.items()):
        levels = [int(str(heading.tag)[1]) for heading in page.css("article :is(h1,h2,h3,h4,h5,h6)")]
        assert levels[:1] == [1], address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_every_unit_stands_on_its_page_and_on_the_full_page(pages: Pages) -> None:
    for document in DOCUMENTS:
        rows = (ROOT / "source" / document / "anchors.tsv").read_text().splitlines()
        anchors = [row.split("\t")[0] for row in rows]
        on_full = set(ids(pages[f"{document}/full/"], "article"))
        others = (page for address, page in pages.items() if address.startswith(f"{document}/") and "full" not in address)
        elsewhere = {anchor for page in others for anchor in ids(page, "article")}
        assert set(anchors) <= on_full
        assert set(anchors) <= elsewhere
        assert all(ANCHOR.fullmatch(anchor) for anchor in some(anchors))


def test_titles_languages_and_contents_down_to_the_topic_sentences(pages: Pages) -> None:
    page = pages["sichuan-2024/2/"]
    assert page.root is not None
    assert page.root.attributes["lang"] == "zh"
    assert [title.text() for title in page.css("head title")] == ["二、以创新为主导加快发展新质生产力 · 四川省委决定 - 省市决定对读"]
    entries = {a.text() for a in page.css("details.contents a")}
    assert {"强化特色优势产业科技赋能", "实施人工智能重大科技专项", "（二）推动产业深度转型升级"} <= entries
    assert values(page, "nav.turn a", "href") == ["../1/", "../3/"]
    assert values(page, "nav.crumbs a", "href") == ["../../", "../"]


def test_the_page_about_the_texts_lists_every_dropped_line(pages: Pages) -> None:
    text = pages["about/texts/"].css("main")[0].text()
    for dropped in ("机构设置 · 党委办公室 · 学习交流 · 正文", "来源:本站 2024/6/5 16:00:36 浏览次数:[]", "【关闭】"):
        assert dropped in text
    assert "转录文本，以正式发布文本为准" in text


def test_two_builds_are_identical_to_the_byte_on_another_day_and_from_another_folder(built: Path, tmp_path: Path) -> None:
    again = copy_of_the_project(tmp_path / "again")
    later = tmp_path / "later"
    later.mkdir()
    (later / "sitecustomize.py").write_text("import time\nnow = time.time\ntime.time = lambda: now() + 40 * 86400\n")
    run_mkdocs(again, TZ="Pacific/Auckland", PYTHONPATH=str(later))
    difference = filecmp.dircmp(built / "site", again / "site")
    assert list(_different(difference)) == []


def _different(difference: filecmp.dircmp[str]) -> Iterator[str]:
    yield from difference.left_only + difference.right_only
    yield from filecmp.cmpfiles(difference.left, difference.right, difference.common_files, shallow=False)[1]
    for below in difference.subdirs.values():
        yield from _different(below)


def test_without_an_address_there_is_no_sitemap(built: Path) -> None:
    assert not (built / "site" / "sitemap.xml").exists()
    assert (built / "site" / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_with_an_address_there_are_canonical_links_and_a_sitemap(operated: Path) -> None:
    (link,) = parsed(operated / "yunling/2/index.html").css("link[rel=canonical]")
    assert link.attributes["href"] == "https://texts.example/a/yunling/2/"
    assert "<loc>https://texts.example/a/yunling/2/</loc>" in (operated / "sitemap.xml").read_text()
    assert (operated / "robots.txt").read_text() == "User-agent: *\nAllow: /\nSitemap: https://texts.example/a/sitemap.xml\n"


def test_the_sitemap_dates_come_from_the_sources(operated: Path) -> None:
    """What a document's folder says of itself and its checks; of pages that people write nothing says when they changed."""
    source = operated.parent / "source"
    sitemap = (operated / "sitemap.xml").read_text()
    dates = dict(re.findall(r"<loc>https://texts.example/a/([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", sitemap))
    assert dates["yunling/2/"] == document_date(source, "yunling")
    assert dates["tongjiang/2/"] == document_date(source, "tongjiang")
    assert dates[""] == iso_date(latest_date(source)) == max(dates.values())
    assert dates["about/method/"] == ""


def test_the_date_of_a_document_is_the_latest_of_its_own_and_of_links_to_it(tmp_path: Path) -> None:
    (tmp_path / "a/links").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "a/document.yml").write_text("date: 2024-03-04\n")
    (tmp_path / "a/links/b.yml").write_text("links:\n- {from: h1, to: h1, checked: {by: 甲, on: 2025-01-02}}\n")
    (tmp_path / "b/document.yml").write_text("date: 2024-01-02\ntext: {on: 2026-13-45}\n")
    (tmp_path / "c").mkdir()
    assert [document_date(tmp_path, name) for name in "abc"] == ["2025-01-02", "2025-01-02", ""]


def test_faults_in_the_sources_end_mkdocs_build(tmp_path: Path) -> None:
    write_levels(tmp_path)
    Project(tmp_path).edit("tongjiang", "二、抓好建设", "三、抓好建设")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "text.txt:6:1: OUT002 编号跳号" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_hostile_text_is_built_as_text(tmp_path: Path) -> None:
    write_levels(tmp_path)
    project = Project(tmp_path)
    body = "".join(f"{line} 某事。\n" for line in HOSTILE)
    name = '某"市"</style>&lt;\\'
    project.add("hostile-2024", f"关于某事的决定\n一、甲<script>alert(1)</script>{{{{ 7*7 }}}}\n{body}", short_title=name)
    build_site(tmp_path)
    page = parsed(tmp_path / "site/hostile-2024/1/index.html")
    (article,) = page.css("article")
    shown = "".join(article.text().split())
    for line in HOSTILE:
        assert "".join(line.split()) in shown
    assert article.css("script, img, [onerror], [onclick], [href^=javascript]") == []
    assert page.root is not None
    assert str(page.root.attributes["data-running"]).startswith(name), "the title of its printed head"
    assert project.run("check").status == 0


@pytest.mark.parametrize(("path", "up"), [("tongjiang/2/index.html", "../../"), ("404.html", "/a/")])
def test_what_the_operator_says_stands_in_the_footer(operated: Path, path: str, up: str) -> None:
    (footer,) = parsed(operated / path).css("footer")
    (said,) = footer.css(".operator")
    assert " ".join(said.text().split()) == "某办公厅 <A&B> 某ICP备1号 某公网安备2号"
    links = {a.text(): str(a.attributes["href"]) for a in footer.css("a")}
    assert links["离线版"] == f"{up}offline.zip"
    assert links["与上一版相比的改动"] == f"{up}about/changes/"
    assert links["某ICP备1号"] == "https://beian.miit.gov.cn/"
    assert links["某公网安备2号"] == "https://beian.mps.gov.cn/"
    assert links["报告错误"].startswith("mailto:a@example.org?subject=%E")
    assert links["报告错误"].endswith("&body=" + ("https%3A//texts.example/a/tongjiang/2/" if "tongjiang" in path else ""))


def test_no_page_stands_twice_in_the_footer(pages: Pages) -> None:
    (footer,) = pages[""].css("footer")
    listed = [a.attributes["href"] or "" for a in footer.css("li a")]
    assert len(listed) > 5
    assert sorted(set(listed)) == sorted(listed)


def test_what_the_operator_does_not_say_leaves_nothing_in_the_footer(pages: Pages) -> None:
    for address, page in some(pages.items()):
        (footer,) = page.css("footer")
        assert footer.css(".operator, a[href*=beian], a[href^=mailto]") == [], address
        assert not {"离线版", "与上一版相比的改动", "报告错误"} & {a.text() for a in footer.css("a")}, address
