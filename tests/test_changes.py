"""What changed since the release before: sentences, links, notes and terms; in the release only, and nothing where nothing changed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from duidu.site.changes import Change, changes
from duidu.site.releases import release

OLD: dict[str, list[dict[str, Any]]] = {
    "documents": [{"id": "a", "short_title": "甲决定"}, {"id": "b", "short_title": "乙决定"}],
    "a/units": [
        {"id": "a#p1", "anchor": "p1", "parent": "", "marker": "", "text": "要办好。要办快。", "url": "a/#p1"},
        {"id": "a#p1-t1", "anchor": "p1-t1", "parent": "p1", "marker": "", "text": "要办好。", "url": "a/#p1-t1", "line": 3},
        {"id": "a#p1-t2", "anchor": "p1-t2", "parent": "p1", "marker": "", "text": "要办快。", "url": "a/#p1-t2"},
    ],
    "b/units": [{"id": "b#p1-t1", "anchor": "p1-t1", "parent": "p1", "marker": "", "text": "办好。", "url": "b/#p1-t1"}],
    "a/b/links": [
        {
            "from": "a#p1-t1",
            "to": "b#p1-t1",
            "relation": "same",
            "extent": "whole",
            "note": "",
            "evidence": [],
            "state": "confirmed",
            "score": None,
        }
    ],
    "notes": [{"id": "n1", "unit": "a#p1-t1", "quote": "办", "text": "处理。", "kind": "释义", "state": "confirmed"}],
    "terms": [{"id": "x", "term": "某词", "definition": "某义。", "forms": ["某词"], "occurrences": [1]}],
}


def site(folder: Path, changed: dict[str, list[dict[str, Any]]], pages: dict[str, str] | None = None) -> Path:
    """A built site of data files, and some pages."""
    files = {f"data/{name}.json": json.dumps(records) for name, records in {**OLD, **changed}.items()} | {"index.html": str(changed)}
    files |= pages or {}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    listed = {path: sha256(text.encode()).hexdigest() for path, text in files.items()}
    (folder / "data/manifest.json").write_text(json.dumps({"files": listed}))
    return folder


def said(found: list[Change]) -> list[tuple[str, str, str]]:
    return [(one.layer, one.id, "new" if one.before is None else "gone" if one.after is None else "changed") for one in found]


@pytest.mark.parametrize(
    ("file", "change", "expected"),
    [
        ("a/units", lambda rows: [*rows[:2], {**rows[2], "text": "要办稳。"}], [("texts", "a#p1-t2", "changed")]),
        ("a/units", lambda rows: rows[:2], [("texts", "a#p1-t2", "gone")]),
        ("b/units", lambda rows: [*rows, {**rows[0], "id": "b#p1-t2", "anchor": "p1-t2"}], [("texts", "b#p1-t2", "new")]),
        ("a/b/links", lambda rows: [{**rows[0], "relation": "adapt"}], [("links", "a#p1-t1 b#p1-t1", "changed")]),
        ("notes", lambda rows: [{**rows[0], "text": "办理。"}], [("notes", "n1", "changed")]),
        ("terms", lambda rows: rows[1:], [("terms", "x", "gone")]),
        ("a/units", lambda rows: [rows[0], {**rows[1], "line": 4}, rows[2]], []),
        ("a/b/links", lambda rows: [{**rows[0], "score": 0.5}], []),
        ("terms", lambda rows: [{**rows[0], "occurrences": [1, 2]}], []),
    ],
)
def test_a_change_is_of_what_a_reader_reads(tmp_path: Path, file: str, change: Any, expected: list[tuple[str, str, str]]) -> None:
    assert said(changes(site(tmp_path / "old", {}), site(tmp_path / "new", {file: change(OLD[file])}))) == expected


def test_the_new_release_says_what_changed_and_a_page_of_it_leads_there(tmp_path: Path) -> None:
    server = tmp_path / "srv"
    first = release(server, site(tmp_path / "old", {}))
    assert "这是第一版，没有上一版可比。" in (server / "current/about/changes/index.html").read_text()
    assert json.loads((server / "current/data/changes.json").read_text()) == {"since": "", "changes": []}
    hostile = "要<b>办</b>稳。"
    new = site(
        tmp_path / "new",
        {
            "a/units": [*OLD["a/units"][:2], {**OLD["a/units"][2], "text": hostile}],
            "a/b/links": [{**OLD["a/b/links"][0], "relation": "adapt"}],
        },
    )
    second = release(server, new)
    assert release(server, new) == second, "the same site is no new release"
    data = json.loads((server / "current/data/changes.json").read_text())
    assert data["since"] == first
    assert [(one["layer"], one["id"]) for one in data["changes"]] == [("texts", "a#p1-t2"), ("links", "a#p1-t1 b#p1-t1")]
    page = (server / "current/about/changes/index.html").read_text()
    assert (
        '<a href="../../a/#p1-t2">甲决定：要&lt;b&gt;办&lt;/b&gt;稳。</a><br><del>要办快。</del><br><ins>要&lt;b&gt;办&lt;/b&gt;稳。</ins>'
        in page
    )
    assert "<del>同文</del><br><ins>落实</ins>" in page
    assert "<h2>注释：0 处</h2>" in page
    assert not {"<script", "<style", " style="} & {word for word in ("<script", "<style", " style=") if word in page}


@pytest.mark.parametrize(
    ("file", "change", "shown"),
    [
        ("a/units", lambda rows: [*rows[:2], {**rows[2], "text": "要<办>稳。"}], "要<ins>&lt;</ins>办<del>快</del><ins>&gt;稳</ins>。"),
        (
            "a/b/links",
            lambda rows: [{**rows[0], "evidence": [["甲", "乙"]]}],
            "同文<br>（话没有变，变的是所附的：依据的词句、出处、写法等）",
        ),
        ("a/units", lambda rows: rows[:2], "<del>要办快。</del>"),
    ],
)
def test_of_a_changed_wording_only_what_changed_is_marked(tmp_path: Path, file: str, change: Any, shown: str) -> None:
    server = tmp_path / "srv"
    release(server, site(tmp_path / "old", {}))
    release(server, site(tmp_path / "new", {file: change(OLD[file])}))
    page = (server / "current/about/changes/index.html").read_text()
    assert f"<br>{shown}</li>" in page


def test_a_page_that_the_site_has_there_itself_stays(tmp_path: Path) -> None:
    server = tmp_path / "srv"
    release(server, site(tmp_path / "old", {}))
    new = site(tmp_path / "new", {"terms": []})
    own = new / "about/changes/index.html"
    own.parent.mkdir(parents=True)
    own.write_text("自己的")
    manifest = json.loads((new / "data/manifest.json").read_text())
    manifest["files"]["about/changes/index.html"] = sha256(own.read_bytes()).hexdigest()
    (new / "data/manifest.json").write_text(json.dumps(manifest))
    release(server, new)
    assert (server / "current/about/changes/index.html").read_text() == "自己的"
    assert (server / "current/data/changes.json").is_file()


def test_the_page_has_the_frame_of_the_page_beside_it_and_nothing_of_its_own(tmp_path: Path) -> None:
    server = tmp_path / "srv"
    release(server, site(tmp_path / "old", {}))
    frame = (
        '<html data-running="甲" lang="zh"><head><meta name="description" content="甲">\n<link rel="canonical" href="https://x/about/data/">'
        '<title>数据</title><link rel="stylesheet" href="../../assets/styles.css"></head><body><a href="#data" class="md-skip">x</a>'
        '<header><a href="../../glossary/" aria-current="true">术语</a></header><nav class="sisters"><a href="../data/">x</a></nav>'
        '<article class="md-content__inner md-typeset"><h1 id="data">数据</h1></article><footer>页脚</footer></body></html>'
    )
    new = site(tmp_path / "new", {"terms": []}, {"about/data/index.html": frame})
    release(server, new)
    page = (server / "current/about/changes/index.html").read_text()
    for kept in (
        'href="../../assets/styles.css"',
        "<footer>页脚</footer>",
        '<article class="md-content__inner md-typeset">',
        "<h2>术语：1 处</h2>",
    ):
        assert kept in page
    assert '<a href="#changes" class="md-skip">' in page
    assert "<title>与上一版相比的改动</title>" in page
    assert [own for own in ("canonical", "description", "sisters", "aria-current", "数据", "data-running") if own in page] == []


def test_a_release_whose_records_have_fewer_fields_changes_nothing_and_stops_nothing(tmp_path: Path) -> None:
    short = {
        "documents": [{"id": "a"}, {"title": "无编号"}],
        "a/units": [{"id": "a#p1-t1", "text": "要办好。"}, {"id": "a#p1-t2", "text": "要办快。"}],
        "a/b/links": [{"from": "a#p1-t1", "to": "b#p1-t1", "relation": "same"}, {"from": "a#p1-t1"}],
        "notes": [{"id": "n1"}],
        "terms": [{"id": "x"}],
    }
    assert said(changes(site(tmp_path / "old", short), site(tmp_path / "new", {}))) == [("texts", "b#p1-t1", "new")]
    server = tmp_path / "srv"
    release(server, site(tmp_path / "one", {}))
    release(server, site(tmp_path / "two", {**short, "notes": [{"id": "n2"}], "terms": [{"id": "y"}], "a/b/links": []}))
    assert "<h2>术语：2 处</h2>" in (server / "current/about/changes/index.html").read_text()
