"""A conversion that reuses what is kept is the conversion that does not: after any change, in any order, with any number of processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest

from duidu.project.conversion.convert import Conversion, convert
from duidu.project.conversion.reuse import PAGES, PROPOSALS, TEXTS, Reuse
from duidu.project.kept import FOLDER, Kept
from duidu.project.workers import WORKERS
from duidu.prove.rendering import difference, is_the_same
from duidu.render.finished import whole_page, without_finished
from duidu.render.page import Page
from duidu.render.rendering import STOCK, body, examined, rendered
from tests.browsing import some_now
from tests.projects import SMALL, Project
from tests.test_finished import SITE, with_contents

NOTE = "- {id: note-a, unit: h1-p1-t1, quote: 某事, kind: 释义, certainty: certain, text: 某事指甲事。}\n"
TERM = (
    "- {id: tongchou, term: 统筹推进, forms: [统筹推进], kind: 口号, definition: 一并推进的意思。, english: together, certainty: common}\n"
)
LINK = "links:\n- {from: h2-k1-p1-t2, to: h2-k1-p1-t2, relation: same, checked: {from: 00000000, to: 00000000, on: 2026-01-01}}\n"


def fresh(project: Project) -> object:
    return seen(convert(project.root))


def seen(conversion: Conversion) -> object:
    """What a conversion comes to, wherever its texts lie."""
    files = [(file, file.document, file.anchors) if isinstance(file, Page) else (file,) for file in conversion.files]
    return [(one[0].path, one[0].content, one[0].sha256, one[0].size, *one[1:]) for one in files], conversion.faults


def reused(project: Project) -> object:
    reuse = Reuse(Kept(project.root))
    conversion = convert(project.root, reuse)
    found = seen(conversion)
    reuse.sweep()
    return found


def write(project: Project, name: str, text: str) -> None:
    file = project.root / "source" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def accept(project: Project, document: str, old: str, new: str) -> None:
    if old in (project.root / "source" / document / "text.txt").read_text(encoding="utf-8"):
        project.edit(document, old, new)
        assert project.run("accept", document).status == 0


CHANGES: list[Callable[[Project], object]] = [
    lambda project: accept(project, "jia-2024", "定期研究。", "每月研究。"),
    lambda project: accept(project, "jia-2024", "每月研究。", "定期研究。"),
    lambda project: accept(project, "shi-2024", "安排资金", "多安排资金"),
    lambda project: write(project, "jia-2024/notes.yml", NOTE),
    lambda project: write(project, "jia-2024/notes.yml", "[]\n"),
    lambda project: write(project, "glossary.yml", TERM),
    lambda project: write(project, "glossary.yml", "[]\n"),
    lambda project: write(project, "yi-2024/links/shi-2024.yml", LINK),
    lambda project: (project.root / "source/yi-2024/links/shi-2024.yml").unlink(missing_ok=True),
    lambda project: write(project, "words.yml", "relation.echo: 相关\n"),
    lambda project: write(project, "words.yml", "{}\n"),
]


@pytest.mark.parametrize("seed", some_now(range(3), (0,)))
def test_any_order_of_changes(three: Project, seed: int) -> None:
    assert reused(three) == fresh(three)
    order = random.Random(seed).sample(CHANGES, k=6)
    for change in order:
        change(three)
        assert reused(three) == fresh(three)


@pytest.mark.parametrize("kind", [TEXTS, PROPOSALS, PAGES])
def test_entries_that_were_damaged_are_made_anew(three: Project, kind: str) -> None:
    reused(three)
    files = sorted((three.root / FOLDER / kind).iterdir())
    assert files
    for number, file in enumerate(files):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if number % 2 else data.replace(b"\xe3\x80\x82", b"\xe3\x80\x81"))
    assert reused(three) == fresh(three)


def test_after_the_first_build_nothing_is_parsed_or_matched_again(three: Project) -> None:
    """It writes the registries that it read as empty: what it made counts for the texts with their addresses too."""
    assert three.run("build").status == 0
    first = {kind: made(three, kind) for kind in (TEXTS, PROPOSALS, PAGES)}
    write(three, "words.yml", "relation.echo: 相关\n")
    assert three.run("build").status == 0
    assert made(three, TEXTS) < first[TEXTS]
    assert made(three, PROPOSALS) == first[PROPOSALS]
    accept(three, "jia-2024", "定期研究。", "每月研究。")
    assert three.run("build").status == 0
    assert len(made(three, PROPOSALS) & first[PROPOSALS]) == 1


def made(project: Project, kind: str) -> set[str]:
    folder = project.root / FOLDER / kind
    return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def test_what_another_corpus_kept_says_nothing_of_this_one(three: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "other")
    other.root.mkdir()
    other.add("shi-2024", SMALL.replace("某事", "另一事"), short_title="某市委决定", level="city")
    reused(other)
    (other.root / ".duidu").rename(three.root / ".duidu")
    assert reused(three) == fresh(three)


def test_the_number_of_processes_changes_nothing(project: Project) -> None:
    """Nine documents are enough for a second one."""
    project.add("shi-2024", SMALL, short_title="某市委决定", level="city")
    for number in range(8):
        place = f"{'甲乙丙丁戊己庚辛'[number]}县"
        project.add(f"x{number}-2024", SMALL.replace("某市", place), short_title=f"{place}决定", place=place, level="county",
                    implements=["shi-2024"])  # fmt: skip
    made = [built(project, number) for number in ("1", "2", "3")]
    assert made[0] == made[1] == made[2]


def built(project: Project, processes: str) -> dict[str, bytes]:
    for path in sorted((project.root / "docs").rglob("*"), reverse=True) if (project.root / "docs").is_dir() else ():
        path.unlink() if path.is_file() else path.rmdir()
    subprocess.run(["rm", "-rf", str(project.root / ".duidu")], check=True)
    command = [sys.executable, "-m", "duidu", "--root", str(project.root), "build"]
    subprocess.run(command, env={**os.environ, WORKERS: processes}, check=True, capture_output=True)
    return project.snapshot()


def test_finished_blocks_come_through_as_markdown_hands_them_on(three: Project) -> None:
    reused(three)
    pages = [file for file in convert(three.root).files if file.path.suffix == ".md"]
    for page in pages:
        text = body(page.text)
        assert difference(examined("", as_markdown(text), ()), f"<article>{rendered(text, STOCK)[0]}</article>") is None, page.path
        if whole := whole_page(text, SITE.names, SITE.settings["toc"]):
            html, contents = with_contents(text)
            assert difference(examined("", html, ()), f"<article>{whole[0]}</article>") is None, page.path
            assert whole[1] == contents
    assert any(without_finished(body(page.text))[1] for page in pages)
    assert any(whole_page(body(page.text), SITE.names, SITE.settings["toc"]) for page in pages)


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n*甲*\n\n</div>",
        '<div markdown="1">\n*甲*\n</div>',
        "<p>甲</p>乙",
        "<div><div>甲</div>",
        "```\n\n<p>甲</p>\n\n```",
        "甲 <p>乙</p>",
        "- 甲\n\n    <p>乙</p>",
    ],
)
def test_what_is_no_finished_block_is_left_to_markdown(text: str) -> None:
    assert without_finished(text) == (text, [])


@pytest.mark.parametrize(
    "text",
    [
        "甲 &#42;乙&#42; &amp; 丙\n{: #p1 }",
        '<span class="marker">3.</span>甲\n{: #p1 .point }',
        '<span class="sentence" id="p1-t1">甲[乙&#95;](../glossary/index.md#term-b){ .term }丙。</span><a class="aid ref" href="#note-a">1</a>\n{: #p1 }',
        "甲。[注1](full.md#f1){ .aid .fnref }\n{: #p1 }\n\n# 乙 {#h1}\n\n丙\n{: #h1-p1 }",
    ],
)
def test_a_paragraph_of_ours_becomes_what_markdown_makes_of_it(text: str) -> None:
    assert without_finished(text)[1]
    assert rendered(text, STOCK)[0] == as_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲",
        "甲\n乙\n{: #p1 }",
        "甲 *乙*\n{: #p1 }",
        "甲 [乙][丙]\n{: #p1 }\n\n[丙]: d.md",
        "甲 ![乙](c.png)\n{: #p1 }",
        "甲 http://a/`b`\n{: #p1 }",
        "3. 甲\n{: #p1 }",
        "- 甲\n{: #p1 }",
        "    甲\n{: #p1 }",
        "# 甲\n{: #p1 }",
        "甲 <b>乙</b>\n{: #p1 }",
        "甲\n{: #p1 title=乙 }",
        "<div>\n\n甲\n{: #p1 }\n\n</div>",
        "<!-- 甲\n\n乙\n{: #p1 }\n\n-->",
    ],
)
def test_any_other_paragraph_is_left_to_markdown(text: str) -> None:
    assert without_finished(text) == (text, [])
    assert rendered(text, STOCK)[0] == as_markdown(text)


def test_another_extension_sees_every_paragraph() -> None:
    text = "甲...\n{: #p1 }"
    assert without_finished(text)[1]
    assert without_finished(text, [*STOCK.names, "smarty"]) == (text, [])


def as_markdown(text: str) -> str:
    return markdown.markdown(text, extensions=list(STOCK.names), extension_configs={k: dict(v) for k, v in STOCK.settings.items()})


@pytest.mark.parametrize(
    ("built", "same"),
    [
        ('<p id="h1"><a href="../x/#a">甲</a> 乙</p>', True),
        ('<p id="h1"><a href="y.md#a">甲</a>乙</p>', True),
        ('<p id="h1"><a href="https://a/#a">甲</a> 乙</p>', False),
        ('<p id="h1"><a href="../x/#b">甲</a> 乙</p>', False),
        ('<p id="h1" hidden=""><a href="../x/#a">甲</a> 乙</p>', False),
        ('<p id="h1"><a href="../x/#a">甲</a> 丙</p>', False),
        ('<p id="h1"><a href="../x/#a">甲<wbr class="aid"></a> 乙</p>', True),
        ('<p id="h1"><a href="../x/#a">甲 乙</a></p>', False),
    ],
)
def test_a_page_differs_from_what_it_was_made_from(built: str, same: bool) -> None:
    made = examined("", '<p id="h1"><a href="x.md#a">甲</a> 乙</p>', ())
    assert (difference(made, f"<article>{built}</article>") is None) is same
    assert same or not is_the_same(made, f"<article>{built}</article>")


@pytest.mark.parametrize(
    ("html", "built", "same"),
    [
        ('<p><a href="x.md#a" title="乙">甲</a></p>', '\n <p><a href="../x/#a" title="乙">甲<wbr class="aid"></a></p>\n', True),
        ('<p>甲 href="乙"</p>', '<p>甲 href="丙"</p>', False),
        ('<p>甲 href="<b>乙</b>"</p>', '<p>甲 href="<i>乙</i>"</p>', False),
        ('<p title="甲">乙</p>', '<p title="丙">乙</p>', False),
        ("<p>甲乙</p>", "<p>甲</p><p>乙</p>", False),
    ],
)
def test_a_page_that_is_the_same_is_seen_at_once(html: str, built: str, same: bool) -> None:
    assert is_the_same(examined("", html, ()), f"<article>{built}</article>") is same
