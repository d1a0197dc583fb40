"""Scripts and styles: names that carry the content, a style sheet with what the pages can use, nothing that no page needs."""

from __future__ import annotations

import importlib.resources
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import tinycss2
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from duidu.project.kept import Kept
from duidu.site.assets.assembly import Assembly
from duidu.site.assets.finish import unneeded
from duidu.site.assets.naming import minified, published
from duidu.site.assets.page_needs import attributes, met, words
from duidu.site.assets.records import Asset, Vocabulary
from duidu.site.assets.reduce import asked, reduced
from duidu.site.assets.sheets import joined, together
from tests.browsing import KINDS, OWN
from tests.builds import build_site
from tests.html import parsed, values

THEME = Path(str(importlib.resources.files("material"))) / "templates"
HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:css|js)$")


def test_a_name_changes_with_the_content_and_with_nothing_else() -> None:
    one = published({"assets/a.js": "/* made of 1 */\nlet a = 1;"})["assets/a.js"]
    assert HASHED.search(one.path)
    assert published({"assets/a.js": "/* made of 2 */\nlet a = 1;"})["assets/a.js"] == one
    assert published({"assets/a.js": "let a = 2;"})["assets/a.js"].path != one.path


def test_a_script_that_names_another_gets_another_name_when_the_other_changes() -> None:
    loader = 'load(root + "assets/part.js")'
    before, after = (published({"assets/loader.js": loader, "assets/part.js": f"part({n})"}) for n in (1, 2))
    assert before["assets/part.js"].path in before["assets/loader.js"].text
    assert before["assets/loader.js"].path != after["assets/loader.js"].path


@pytest.mark.parametrize("text", ['"assets/part.json"', '"my-assets/part.js"', '"assets/part.js.map"'])
def test_a_longer_name_is_another_file(text: str) -> None:
    assert published({"assets/loader.js": text, "assets/part.js": "1"})["assets/loader.js"].text.strip() == text


def test_scripts_that_name_each_other_are_an_error() -> None:
    with pytest.raises(ValueError, match="互相引用"):
        published({"assets/a.js": '"assets/b.js"', "assets/b.js": '"assets/a.js"'})


def test_a_script_is_published_as_it_was_made() -> None:
    script = 'const a=`一 // 句  ${b&&`${b} `}话`,c=/[/"]\\/ /u;/* not the first line */\n'
    assert published({"assets/a.js": script})["assets/a.js"].text == script


# --- reducing

PAGE = '<body dir="ltr"><nav class="tabs active" id="top"><a\n\tclass="tab">一</a></nav><table><tr><td></table><p style="color:var(--ink)"></p></body>'


def on_page(css: str, html: str = PAGE, *scripts: str) -> str:
    question = asked(css)
    return minified("a.css", reduced(css, words(met(html, question, attributes(question)), scripts))).strip()


@pytest.mark.parametrize(
    "rule",
    [
        ".tabs{a:b}", "nav.tabs>.tab{a:b}", "#top{a:b}", "NAV{a:b}", "*{a:b}", ":root{a:b}", "tbody{a:b}", "[dir=ltr] .tab{a:b}", '[dir="ltr"]{a:b}',
        "[hidden]{a:b}", '[href^="#x"]{a:b}', ".tab:not(.gone){a:b}", ".tab:is(.gone,a){a:b}", ".tab::before{a:b}", "a:hover{a:b}",
        "@media print{.tab{a:b}}", "@supports (a:b){.tab{a:b}}", "@page{margin:25mm}", ".tab{&:hover{a:b}}", "@font-face{font-family:x}",
        ".tabs{a:x}@keyframes x{from{a:b}to{a:c}}", ":root{--a:1}a{b:var(--a)}", ":root{--ink:1}",
    ],
)  # fmt: skip
def test_what_a_page_can_use_stays(rule: str) -> None:
    assert on_page(rule).replace('"', "") == minified("a.css", rule).strip().replace('"', "")


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{a:b}", "nav.gone{a:b}", "#gone{a:b}", "video{a:b}", "[dir=rtl] .tab{a:b}", ".tab:is(.gone,video){a:b}", "@media print{.gone{a:b}}",
        "@keyframes x{from{a:b}}", ":root{--a:1}", ":root{--a:1;--b:var(--a)}", ".tab{.gone{a:b}}", ":root{--a:1}.gone{b:var(--a)}",
    ],
)  # fmt: skip
def test_what_no_page_can_use_goes(rule: str) -> None:
    assert on_page(rule) == ""


def test_of_a_list_of_selectors_those_stay_that_something_may_fit() -> None:
    assert on_page(".gone,.tab,video{a:b}") == ".tab{a:b}"


def test_one_makers_selector_voids_its_list_as_before() -> None:
    assert on_page(".tab,.gone::-moz-x{a:b}") == ".tab,.gone::-moz-x{a:b}"


@pytest.mark.parametrize("script", ['x.className="late"', "x.dataset.state='late'", "`la-te late`"])
def test_what_a_script_mentions_stays(script: str) -> None:
    assert on_page(".late{a:b}", PAGE, script) == ".late{a:b}"


def test_names_that_a_script_puts_together_stay() -> None:
    assert on_page(".hide-notes{a:b}.hidden{a:b}", PAGE, 'root.classList.add("hide-" + layer)') == ".hide-notes{a:b}"


def test_one_beginning_in_a_script_is_not_all() -> None:
    assert not words([], ["i--; a - b; x_"]).has(".gone")


def test_reducing_by_everything_changes_nothing_that_a_browser_reads() -> None:
    css = next((THEME / "assets/stylesheets").glob("main.*.css")).read_text(encoding="utf-8")
    question = asked(css)
    everything = Vocabulary(question.needs | set(re.findall(r"--[\w-]+", css)))
    whole = tinycss2.serialize(tinycss2.parse_stylesheet(css, skip_comments=True))
    same = re.compile(r"[\s;\"']")
    once = re.sub(r"@keyframes.*?\}\}", "", same.sub("", reduced(css, everything)))
    assert once == re.sub(r"@keyframes.*?\}\}", "", same.sub("", whole))


# --- joining

KNOWN = {"assets/a.css": "a{}", "assets/b.css": "b{}"}
HEAD = """<head>
<link rel="icon" href="../assets/logo.svg">
<link rel="stylesheet" href="../assets/a.css">
<link rel="stylesheet" href="../assets/print.css" media="print">
<link rel="stylesheet" href="https://example.com/assets/c.css">
<link href="../assets/b.css" rel="stylesheet">
</head><body><link rel="stylesheet" href="../assets/a.css"></body>"""


def test_style_sheets_of_a_page_become_one() -> None:
    html, sheets = joined(HEAD, KNOWN)
    head = BeautifulSoup(html, "html.parser").head
    assert sheets == ("assets/a.css", "assets/b.css")
    assert head
    links = [str(link["href"]) for link in head("link")]
    assert re.fullmatch(r"\.\./assets/styles\.[0-9a-f]{8}\.css", links[1])
    assert [links[0], *links[2:]] == ["../assets/logo.svg", "../assets/print.css", "https://example.com/assets/c.css"]


def test_a_page_without_known_style_sheets_stays_as_it_is() -> None:
    assert joined(HEAD, {}) == (HEAD, ())


def test_relative_addresses_are_right_after_joining() -> None:
    css = "a{b:url(pic.png)}c{d:url('../up.png')}e{f:url(data:x)}g{h:url(/root.png)}i{j:url(#id)}"
    assert together([Asset("assets/deep/a.css", '@charset "UTF-8";' + css)], "assets") == (
        "@charset \"UTF-8\";a{b:url(deep/pic.png)}c{d:url('up.png')}e{f:url(data:x)}g{h:url(/root.png)}i{j:url(#id)}"
    )


# --- references


def test_a_file_is_needed_if_a_page_or_a_needed_file_names_it() -> None:
    files: Mapping[str, str | None] = {
        "a/one.js": 'load("two.js")//# sourceMappingURL=one.js.map',
        "a/two.js": "",
        "a/one.js.map": None,
        "a/three.js": 'load("four.js")',
        "a/four.js": "",
        "a/pic.png": None,
    }
    assert unneeded(files, {"a/one.js", "a/elsewhere.js"}) == {"a/one.js.map", "a/three.js", "a/four.js", "a/pic.png"}


def test_a_folder_from_which_a_script_names_files_stays_whole() -> None:
    files = {"a/worker.js": "load(`../b/x.js`, `../b/${one}.js`)", "b/x.js": "", "b/y.js": "", "b/x.js.map": None}
    assert unneeded(files, {"a/worker.js"}) == {"b/x.js.map"}


# --- a whole small site


def test_a_site_gets_its_style_sheets_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/old.png").write_bytes(b"x")
    assembly = Assembly(
        {"assets/own.css": ".b { c: d } .late { c: d }"}, {"lib/theme.css": ".a{c:d}.gone{c:d}", "lib/old.png": None}, Kept(tmp_path)
    )
    links = f'<link rel="stylesheet" href="lib/theme.css"><link rel="stylesheet" href="{assembly.address("assets/own.css")}">'
    for name, body in (("one", '<p class="a">'), ("two", '<p class="b"><script>x.className="late"</script>')):
        file = tmp_path / f"{name}.html"
        file.write_text(assembly.page(file, f"<head>{links}</head>{body}"), encoding="utf-8")
    assembly.finish(tmp_path)
    (sheet,) = (tmp_path / "assets").iterdir()
    assert sheet.read_text() == '@charset "UTF-8";.a{c:d}.b{c:d}.late{c:d}\n'
    assert all(f"assets/{sheet.name}" in (tmp_path / f"{name}.html").read_text() for name in ("one", "two"))
    assert not (tmp_path / "lib").exists()


def test_pages_with_other_style_sheets_do_not_keep_a_rule(tmp_path: Path) -> None:
    assembly = Assembly({"assets/own.css": ".a{c:d}.b{c:d}", "assets/more.css": ".b{e:f}"}, {}, Kept(tmp_path))
    for name, sheets, body in (("one", ("own",), '<p class="a">'), ("two", ("own", "more"), '<p class="b">')):
        links = "".join(f'<link rel="stylesheet" href="{assembly.address(f"assets/{sheet}.css")}">' for sheet in sheets)
        file = tmp_path / f"{name}.html"
        file.write_text(assembly.page(file, f"<head>{links}</head>{body}"), encoding="utf-8")
    assembly.finish(tmp_path)
    named = {name: values(parsed(tmp_path / f"{name}.html"), "link", "href") for name in ("one", "two")}
    read = {name: (tmp_path / path).read_text().removeprefix('@charset "UTF-8";') for name, (path,) in named.items()}
    assert read == {"one": ".a{c:d}\n", "two": ".b{c:d}.b{e:f}\n"}


# --- the built site


def local_references(site: Path, page: Path) -> set[Path]:
    """The files that a page loads, scripts named in data attributes included."""
    tree = parsed(page)
    addresses = values(tree, "script[src], img[src]", "src") + values(tree, "link[rel=stylesheet], link[rel=icon]", "href")
    parts = [value or "" for tag in tree.css("*") for name, value in tag.attributes.items() if name.startswith("data-")]
    addresses += [one for value in parts for one in re.findall(r"\S+\.js\b", value)]
    base = f"http://site/{page.relative_to(site).as_posix()}"
    return {site / urlsplit(urljoin(base, one)).path.lstrip("/") for one in addresses if urlsplit(urljoin(base, one)).netloc == "site"}


def test_every_script_and_style_that_a_page_loads_is_there_under_a_name_with_its_hash(built: Path) -> None:
    site = built / "site"
    for kind in (*KINDS, "404.html"):
        page = site / kind
        needed = local_references(site, page / "index.html" if page.is_dir() else page)
        assert [file for file in needed if not file.is_file()] == []
        assert [file.name for file in needed if file.suffix in {".css", ".js"} and not re.search(r"\.[0-9a-f]{8}\.", file.name)] == []


def test_our_files_are_published_under_no_other_name(built: Path) -> None:
    own = {path.name for path in (built / "overrides/assets").iterdir() if path.suffix in {".css", ".js"}}
    assert own
    assert own & {path.name for path in (built / "site").rglob("*")} == set()


def test_pages_have_one_style_sheet_for_the_screen(built: Path) -> None:
    for kind in KINDS:
        sheets = parsed(built / "site" / kind / "index.html").css("link[rel=stylesheet]")
        assert len([sheet for sheet in sheets if sheet.attributes.get("media", "all") != "print"]) == 1


def test_reading_pages_share_one_style_sheet_and_all_others_another(built: Path) -> None:
    sheets: dict[bool, set[str]] = {True: set(), False: set()}
    for kind in (*(f"{one}index.html" for one in KINDS), "404.html"):
        page = parsed(built / "site" / kind)
        is_text = page.css_first("meta[name=citation_title]") is not None
        sheets[is_text].update(value.rpartition("/")[2] for value in values(page, "link[rel=stylesheet]", "href"))
    assert [len(names) for names in sheets.values()] == [1, 1]
    reading, others = ((built / "site/assets" / name).read_text(encoding="utf-8") for names in sheets.values() for name in names)
    assert ".sentence" in reading
    assert "table.pairs" in others
    assert "table.pairs" not in reading


def test_nothing_of_the_theme_is_delivered_that_nothing_names(built: Path) -> None:
    site = built / "site"
    delivered = [path for path in site.rglob("*") if path.is_file() and (THEME / path.relative_to(site)).is_file()]
    texts = [
        path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js"} and "data" not in path.relative_to(site).parts
    ]
    named = {path for path in delivered if any(path.name in text for text in texts)}
    folders = {path.parent for path in named}
    assert [path for path in delivered if path not in named and path.parent not in folders] == []
    assert list(site.rglob("*.map")) == []


def test_the_same_sources_give_the_same_files_where_the_site_lies_already(levels: Path, tmp_path: Path) -> None:
    again = shutil.copytree(levels, tmp_path / "again")
    build_site(again)
    assert contents(again / "site") == contents(levels / "site")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_pages_load_nothing_from_elsewhere(page: Page, address: str) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(address)
    assert [url for url in seen if not url.startswith(OWN)] == []
