"""What programs and doubting readers take away: the page about the data, tables beside JSON, the raw file, the check against a file of one's own."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from duidu.project.conversion.convert import convert
from duidu.render.pages import data_files
from tests.html import parsed
from tests.projects import Project


def test_every_data_file_is_on_the_page_about_the_data_with_its_rows_and_size(small: Project) -> None:
    data = small.root / "docs/data"
    page = (small.root / "docs/about/data.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(\.\./data/([^)]+)\)", page))
    empty = {"terms.json", "terms.csv", "notes.json", "notes.csv", "targets.csv"}
    assert linked | empty == {str(file.relative_to(data)) for file in data.rglob("*") if file.is_file()} | empty
    units = json.loads((data / "mou-2024/units.json").read_text(encoding="utf-8"))
    assert f"（{len(units)} 行，" in page
    assert "各对文件" not in page


def test_many_documents_stand_on_pages_of_their_own_and_none_is_lost(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = linked_in([page.text for page in convert(pair.root).files if page.path == PurePosixPath("docs/about/data.md")])
    monkeypatch.setattr(data_files, "TOGETHER", 1)
    pages = {page.path.name: page.text for page in convert(pair.root).files if page.path.is_relative_to("docs/about/data")}
    (first,) = [page.text for page in convert(pair.root).files if page.path == PurePosixPath("docs/about/data.md")]
    assert set(re.findall(r'href="data/([^"]+)"', first)) == pages.keys()
    assert linked_in([first, *pages.values()]) == before


def linked_in(pages: Sequence[str]) -> set[str]:
    return {file for page in pages for file in re.findall(r"\]\((?:\.\./)+data/([^)]+)\)", page)}


def test_a_table_has_the_records_of_the_json_beside_it(small: Project) -> None:
    folder = small.root / "docs/data/mou-2024"
    units = json.loads((folder / "units.json").read_text(encoding="utf-8"))
    rows = list(csv.DictReader(io.StringIO((folder / "units.csv").read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == [unit["id"] for unit in units]
    assert [row["text"] for row in rows] == [unit["text"] for unit in units]


def test_every_page_of_a_pair_leads_to_the_files_of_the_pair(levels: Path) -> None:
    pages = sorted((levels / "site/compare/tongjiang").rglob("index.html"))
    assert len(pages) == 4
    for page in pages:
        links = [str(a.attributes["href"]) for a in parsed(page).css("article a[download]")]
        assert [(page.parent / link).resolve().relative_to(levels.resolve() / "site/data/tongjiang/yunling").name for link in links] == [
            "links.json", "links.csv", "coverage.json"
        ]  # fmt: skip
        assert all((page.parent / link).is_file() for link in links)


WEB = "<html><head><title>某事</title></head><body><script>alert(1)</script><p>关于某事的决定</p><p>一、做好某事。</p></body></html>"


@pytest.mark.parametrize(("file", "published"), [("text.txt", "text.txt"), ("page.html", "page.html.txt"), ("text.md", "text.md.txt")])
def test_the_raw_file_is_offered_byte_for_byte_and_never_as_a_page(project: Project, file: str, published: str) -> None:
    text = WEB if file == "page.html" else "关于某事的决定\r\n一、做好某事。\r\n"
    project.add("mou-2024", text, title="关于某事的决定")
    source = project.root / "source/mou-2024"
    (source / "text.txt").rename(source / file)
    described = (source / "document.yml").read_text(encoding="utf-8")
    (source / "document.yml").write_text(described.replace("file: text.txt", f"file: {file}"), encoding="utf-8")
    assert project.run("build").status == 0
    folder = project.root / "docs/data/mou-2024"
    assert (folder / published).read_bytes() == (source / file).read_bytes()
    assert not {one.suffix for one in folder.iterdir()} & {".html", ".md"}
    landing = (project.root / "docs/mou-2024/index.md").read_text(encoding="utf-8")
    assert f'{{ download="mou-2024-{published}" }}' in landing, (
        "the raw files of two documents do not lie beside each other by the same name"
    )
    assert f"certutil -hashfile mou-2024-{published} SHA256" in landing


def test_a_raw_file_that_is_not_to_be_had_is_nowhere_offered(project: Project) -> None:
    project.add("mou-2024", "关于某事的决定\n一、做好某事。\n")
    described = project.root / "source/mou-2024/document.yml"
    described.write_text(described.read_text(encoding="utf-8").replace("  sha256:", "  download: false\n  sha256:"), encoding="utf-8")
    assert project.run("build").status == 0
    assert not (project.root / "docs/data/mou-2024/text.txt").exists()
    pages = "".join(file.read_text(encoding="utf-8") for file in (project.root / "docs").rglob("*.md"))
    assert "data/mou-2024/text.txt" not in pages
    assert "certutil" not in pages


def test_what_reference_managers_read_is_in_the_head_of_a_text_and_nowhere_else(built: Path) -> None:
    page = (built / "site/suining-2024/2/index.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'<meta name="(citation_\w+)" content="([^"]*)">', page))
    assert found == {
        "citation_title": "中共遂宁市委关于以新型工业化为引领积极培育和发展新质生产力扎实推进高质量发展的决定",
        "citation_author": "中共遂宁市委",
        "citation_technical_report_institution": "中共遂宁市委",
        "citation_publication_date": "2024/06/23",
        "citation_language": "zh-CN",
    }
    assert "citation_" not in (built / "site/compare/index.html").read_text(encoding="utf-8")


def word(text: str) -> bytes:
    """A Word document of these lines, compressed as Word does it."""
    lines = "".join(f"<w:p><w:r><w:t>{line[:5]}</w:t></w:r><w:r><w:t>{line[5:]}</w:t></w:r></w:p>" for line in text.splitlines())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="urn:w"><w:body>{lines}</w:body></w:document>')
    return written.getvalue()


def test_a_reader_compares_a_file_of_his_own_and_nothing_leaves_the_device(page: Page, address: str, built: Path) -> None:
    text = (built / "source/suining-2024/text.txt").read_text(encoding="utf-8")
    page.goto(f"{address}/suining-2024/full/")
    asked: list[str] = []
    page.get_by_role("button", name="选择文件或粘贴文字").click()
    chosen, said = page.locator("#own-file-input"), page.locator("#about-own-file [role=status]")
    chosen.wait_for()
    page.on("request", lambda request: asked.append(request.url))
    for name, data in {"own.txt": text.encode("gb18030"), "own.docx": word(text)}.items():
        chosen.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
        expect(said).to_have_text(re.compile("^一致：.*都在您的文件里"))
        assert page.locator(".own-differs").count() == 0
        page.evaluate("document.querySelector('#about-own-file [role=status]').textContent = ''")
    changed = text.replace("2027年", "2028年", 1)
    assert changed != text
    page.get_by_label("或把全文粘贴在这里").fill(changed)
    page.get_by_role("button", name="核对").last.click()
    assert "文字不同 1 处" in said.inner_text()
    assert page.locator(".own-differs").count() == 1
    assert page.locator("#about-own-file mark").all_inner_texts().count("8") == 1
    chosen.set_input_files({"name": "own.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ..."})
    expect(said).to_contain_text("PDF 在浏览器里读不准")
    assert asked == []
