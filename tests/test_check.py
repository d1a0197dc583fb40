"""check: whatever hides, strikes out, alters or forges official text in any built file is found, even if the manifest was forged with it."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from duidu.commands.check import checked
from duidu.project.conversion.convert import Conversion, convert
from duidu.prove.extract import official_units
from duidu.prove.manifest import MANIFEST, manifest_faults, write_manifest
from duidu.prove.shape import shape_faults

READING = "yunling/2/index.html"
SENTENCE = '<span class="sentence" id="h2-k1-p1-t1">'
PARAGRAPH = '<p id="h2-k1-p1">'
NUM = '<a class="aid num" href="#h2-k1-p1"'


@pytest.fixture(scope="module")
def conversion(levels: Path) -> Conversion:
    return convert(levels)


@pytest.fixture
def site(levels: Path, tmp_path: Path) -> Path:
    """A copy of the built site."""
    return shutil.copytree(levels / "site", tmp_path / "site")


def forged(site: Path, file: str, old: str, new: str) -> None:
    """A change that its maker has entered in the manifest too."""
    path = site / file
    text = path.read_bytes().decode()
    assert old in text, old
    path.write_bytes(text.replace(old, new, 1).encode())
    write_manifest(site)


def faults(conversion: Conversion, site: Path) -> list[str]:
    return [str(fault) for fault in checked(conversion, site)]


def test_the_site_as_built_is_in_order(conversion: Conversion, site: Path) -> None:
    assert faults(conversion, site) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (SENTENCE, SENTENCE.replace(">", " hidden>"), "h2-k1-p1-t1"),
        (SENTENCE, SENTENCE.replace(">", ' style="display:none">'), "h2-k1-p1-t1"),
        (SENTENCE, SENTENCE.replace(">", ' aria-hidden="true">'), "h2-k1-p1-t1"),
        (SENTENCE, SENTENCE.replace(">", " inert>"), "h2-k1-p1-t1"),
        (SENTENCE, SENTENCE.replace('"sentence"', '"sentence none"'), "h2-k1-p1-t1"),
        (PARAGRAPH, PARAGRAPH.replace(">", " hidden>"), "h2-k1-p1"),
        (PARAGRAPH, f"<del>{PARAGRAPH}", "h2-k1-p1"),
        (PARAGRAPH, f"<details><summary></summary>{PARAGRAPH}", "h2-k1-p1"),
        (PARAGRAPH, f"<div hidden>{PARAGRAPH}", "h2-k1-p1"),
        (PARAGRAPH, f"<template>{PARAGRAPH}", "h2-k1-p1"),
        (PARAGRAPH, f"<svg><foreignObject>{PARAGRAPH}", "h2-k1-p1"),
        (PARAGRAPH, f"<noscript>{PARAGRAPH}", "h2-k1-p1"),
        (SENTENCE, f"<del>{SENTENCE}", "h2-k1-p1-t1"),
        (SENTENCE, f"{SENTENCE}<s>", "h2-k1-p1-t1"),
        (SENTENCE, f'<b class="aid">不</b>{SENTENCE}', "h2-k1-p1"),
        (SENTENCE, f'<a class="aid num" href="#h2-k1-p1">不</a>{SENTENCE}', "h2-k1-p1"),
        (SENTENCE, f'{SENTENCE}<span class="aid">不</span>', "h2-k1-p1-t1"),
        (SENTENCE, f'<img src="x.png" alt="不">{SENTENCE}', "h2-k1-p1"),
        (f"{NUM} ", f'{NUM.replace("#h2-k1-p1", "https://example.org/")} ', "h2-k1-p1"),
    ],
)  # fmt: skip
def test_hidden_and_smuggled_words_of_a_page(conversion: Conversion, site: Path, old: str, new: str, place: str) -> None:
    forged(site, READING, old, new)
    found = [fault for fault in faults(conversion, site) if fault.startswith(f"site/{READING}:")]
    assert any(place in fault for fault in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<article ", "<article hidden "),
        ("<main ", '<main style="display:none" '),
        ("<body ", '<body aria-hidden="true" '),
        ('<div class="md-content"', '<div class="md-content nowhere"'),
        ("<footer", '<p id="h2-k1-p9">伪造的一段。</p><footer'),
        ("<footer", "<article></article><footer"),
    ],
)
def test_what_stands_around_the_text(conversion: Conversion, site: Path, old: str, new: str) -> None:
    forged(site, READING, old, new)
    assert any(fault.startswith(f"site/{READING}:1:1: PRV002 ") for fault in faults(conversion, site))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("tongjiang/2/index.html", "<blockquote>", "<blockquote>不"),
        ("tongjiang/2/index.html", "<blockquote>", "<blockquote hidden>"),
        ("compare/tongjiang/yunling/by-tongjiang/index.html", "成立", "成長"),
        ("glossary/index.html", '<h1 id="', '<h1 hidden id="'),
        ("index.html", "</article>", "<p>添。</p></article>"),
        ("data/yunling/units.json", "成立", "不成立"),
        ("data/tongjiang/yunling/links.csv", "建成", "不建成"),
        ("data/tongjiang/yunling/links.json", '"adapt"', '"same"'),
        ("data/terms.json", "。", "！"),
    ],
)
def test_what_is_quoted_elsewhere_and_the_data(conversion: Conversion, site: Path, file: str, old: str, new: str) -> None:
    forged(site, file, old, new)
    found = faults(conversion, site)
    assert found
    assert all(fault.startswith(f"site/{file}:") and " PRV002 " in fault for fault in found)


def test_every_search_file(conversion: Conversion, site: Path) -> None:
    files = sorted(path for path in (site / "search").rglob("*") if path.is_file())
    assert files
    for file in files:
        file.write_bytes(file.read_bytes() + b" ")
    write_manifest(site)
    found = faults(conversion, site)
    assert {fault.partition(":")[0] for fault in found} == {f"site/{path.relative_to(site).as_posix()}" for path in files}


@pytest.mark.parametrize("file", ["yunling/7/index.html", "forged.html", "data/yunling/more.json"])
def test_a_forged_file(conversion: Conversion, site: Path, file: str) -> None:
    (site / file).parent.mkdir(exist_ok=True)
    (site / file).write_bytes((site / READING).read_bytes())
    write_manifest(site)
    (found,) = faults(conversion, site)
    assert found.startswith(f"site/{file}:1:1: PRV003 ")


@pytest.mark.parametrize("file", [READING, "compare/index.html", "about/use/index.html", "data/documents.json"])
def test_a_missing_file(conversion: Conversion, site: Path, file: str) -> None:
    (site / file).unlink()
    write_manifest(site)
    assert f"site/{file}:1:1: PRV003 网站缺这一页。先运行 duidu site。" in faults(conversion, site)


def test_any_file_is_compared_with_the_manifest(site: Path) -> None:
    style = next((site / "assets").glob("*.css"))
    style.write_text(style.read_text() + ".sentence{display:none}")
    (site / "assets/extra.js").write_text("")
    (site / "404.html").unlink()
    name = style.relative_to(site).as_posix()
    assert [str(fault).partition("。")[0] for fault in manifest_faults(site)] == [
        "site/404.html:1:1: PRV004 清单里有，网站里没有这个文件",
        "site/assets/extra.js:1:1: PRV004 清单里没有这个文件，不是生成网站时写的",
        f"site/{name}:1:1: PRV004 文件与生成时不同（sha256 与清单不符）",
    ]


@pytest.mark.parametrize("content", [None, "", "[]", '{"files": 3}'])
def test_a_manifest_that_is_none(site: Path, content: str | None) -> None:
    (site / MANIFEST).unlink() if content is None else (site / MANIFEST).write_text(content)
    (found,) = manifest_faults(site)
    assert "没有自己的文件清单" in found.message


def test_files_compressed_for_the_web_server_belong_to_the_site(site: Path) -> None:
    (site / "index.html.gz").write_bytes(gzip.compress((site / "index.html").read_bytes()))
    assert list(manifest_faults(site)) == []
    (site / "index.html.gz").write_bytes(gzip.compress(b"other"))
    assert [fault.path.name for fault in manifest_faults(site)] == ["index.html.gz"]


def test_the_manifest_lists_every_file_of_the_build(levels: Path) -> None:
    site = levels / "site"
    listed = json.loads((site / MANIFEST).read_text())["files"]
    assert set(listed) == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {MANIFEST}


def test_what_the_renderer_makes_is_on_the_list() -> None:
    html = (
        '<article class="md-typeset"><h2 id="h1"><span class="marker">一、</span>甲<wbr class="aid">乙'
        '<a class="aid ref" href="#note-a" aria-label="注1">1</a><a class="headerlink" href="#h1" title="本条链接">¶</a></h2>'
        '<p id="h1-p1" class="point"><span class="marker">——</span><span class="sentence" id="h1-p1-t1">丙<a class="term" '
        'href="../glossary/#term-x">丁</a>。</span><a class="aid num" href="#h1-p1" aria-label="本段">1</a></p>'
        '<div class="aid retired" id="h1-p2" role="note">旧</div><div class="aids"><details><b>注</b></details></div></article>'
    )
    assert list(shape_faults(html)) == []
    assert [unit.text for unit in official_units(html)] == ["甲乙", "丙丁。", "丙丁。"]
