"""The search: its index, and queries in a real browser through the theme's own box."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from build_tools.convert import Conversion, convert
from build_tools.read.make_traditional import table
from build_tools.read.synonyms import read_traditional
from build_tools.search.files import SEARCH, TOGETHER, search_files
from build_tools.search.folding import END, fold, pairs
from build_tools.search.postings import DIGITS, ENDING, number
from build_tools.search.sounds import syllables
from tests import browser as browsers
from tests.bench import corpus
from tests.browsing import in_view, serve, watched
from tests.conftest import build_site
from tests.projects import ROOT, SMALL, Project, copy_of_the_project

QUERIES = sorted((Path(__file__).parent / "search").glob("queries*.yml"))
BAD = [
    "", "   ", "、。“”", ".*+?^${}()|[]\\", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "😀🀄", "\ud83d", "\udc00低空",
    "低空" * 5000, "__proto__", "constructor", "'\"`", "%E4%BD%8E", "1", "a", "\u202e低空\u0000", "()(（【", "-", "第第第段段", "#", "h1-", "〇〇〇",
]  # fmt: skip
in_a_browser = pytest.mark.skipif(not browsers.wanted(), reason="BROWSER=none：没有运行浏览器测试")
INPUT, HITS = ".md-search__input", ".md-search-result__list a[href]"


@cache
def conversion() -> Conversion:
    return convert(ROOT)


@cache
def files() -> Mapping[str, Any]:
    """Name → data of every file of the search."""
    found = {page.path.stem: page.text for page in conversion().pages if page.path.is_relative_to(SEARCH)}
    return {name: json.loads(text.removeprefix(f'__edition_search("{name}",').removesuffix(")\n")) for name, text in found.items()}


def decoded(codes: str) -> Iterator[int]:
    """As search-engine.js reads them."""
    before, high = -1, 0
    for char in codes:
        digit = DIGITS.index(char)
        if digit >= ENDING:
            high = high * (len(DIGITS) - ENDING) + digit - ENDING + 1
        else:
            before += high * ENDING + digit + 1
            high = 0
            yield before


@cache
def entries_with(pair: str) -> frozenset[int]:
    """As search-index.js looks them up."""
    manifest = files()["manifest"]
    common = [one for one, _ in manifest["common"]]
    if pair in common:
        return frozenset(decoded(files()[f"h{common.index(pair)}"]))
    shard = max(0, bisect_right(manifest["shards"].split(" "), pair) - 1)
    block = files()[f"p{shard}"].get(pair[0], "")
    codes = next((one[1:] for one in block.split(" ") if one[:1] == pair[1]), "")
    return frozenset(decoded(codes))


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Id and text of every entry in the texts, by their numbers."""
    found: list[tuple[str, str]] = []
    names = [name for name, *_, size in files()["manifest"]["documents"] for _ in range(size)]
    for file in range(-(-len(names) // TOGETHER)):
        for anchor, *_, last in (row[:4] for row in files()[f"t{file}"] if len(row) > 1):
            for end, text in [["", last]] if isinstance(last, str) else last:
                found.append((f"{names[len(found)]}#{anchor}{end}", text))
    return tuple(found)


def test_every_sentence_and_head_is_an_entry() -> None:
    wanted = [
        (f"{document.id}#{anchor}", document.text(anchor))
        for document in conversion().documents
        for anchor, unit in document.units.items()
        if unit.kind == "sentence" or (unit.passage.text and not unit.sentences)
    ]
    assert list(sentences()) == wanted


def test_every_piece_of_two_to_ten_characters_finds_its_sentence() -> None:
    for entry, (identity, text) in enumerate(sentences()):
        folded = fold(text)
        for pair in pairs(folded):
            assert entry in entries_with(pair), (identity, pair)
        for length in range(2, 11):  # a piece has only pairs of its sentence, so what has its pairs is found
            for start in range(len(folded) - length + 1):
                piece = folded[start : start + length]
                assert [pair for pair in pairs(piece) if pair[1] != END and pair not in folded] == []


def test_a_pair_leads_to_nothing_that_lacks_it() -> None:
    for pair in {pair for _, text in sentences() for pair in pairs(fold(text)) if pair[1] != END}:
        assert all(pair in fold(sentences()[entry][1]) for entry in entries_with(pair))


@pytest.mark.parametrize("value", [0, 1, 63, 64, 1791, 1792, 50_000, 2_000_000])
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    assert list(decoded(number(value))) == [value]


def test_the_whole_search_is_small() -> None:
    sizes = {page.path.name: len(gzip.compress(page.text.encode(), 9)) for page in conversion().pages if page.path.is_relative_to(SEARCH)}
    assert sum(sizes.values()) <= 150_000, sizes


def test_a_page_loads_little_and_what_is_loaded_later_stands_in_one_attribute_of_the_box() -> None:
    assets = ROOT / "overrides/assets"
    parts = re.findall(r"\{\{ 'assets/(search-\w+\.js)' \| url \}\}", (ROOT / "overrides/partials/search.html").read_text())
    assert sorted(parts) == sorted(path.name for path in assets.glob("search-*.js"))
    for name in parts:
        assert (assets / name).read_text().count(f'__edition_search("@{name.removeprefix("search-").removesuffix(".js")}",') == 1
    assert len(gzip.compress((assets / "search.js").read_bytes(), 9)) <= 3_500
    assert all(len((assets / name).read_text().splitlines()) <= 250 for name in parts)


def test_the_index_is_the_same_every_time() -> None:
    first = {page.path: page.text for page in conversion().pages if page.path.is_relative_to(SEARCH)}
    again = {page.path: page.text for page in convert(ROOT).pages if page.path.is_relative_to(SEARCH)}
    assert first == again


def test_a_file_that_is_no_longer_made_is_removed(small: Project) -> None:
    stale = small.root / "docs/search/p99.js"
    stale.write_text("")
    assert "已删 docs/search/p99.js" in small.run("build").out


def test_folding() -> None:
    assert fold("“五良”融合，１+21+Ｎ　５Ｇ、\ud800〔2024〕") == "五良融合1+21+n5g2024"
    assert syllables("5G银行") == "5 g yin hang"


def test_traditional_characters_come_from_a_table() -> None:
    assert table("# 注\n經\t经\n乾\t干 乾\n一\t一\n").splitlines()[1] == "乾干 經经"
    assert read_traditional()["濟"] == "济"


def test_a_wrong_list_of_synonyms_is_a_fault(small: Project) -> None:
    (small.root / "source/synonyms.yml").write_text("楼市: [房地产]\n上网: 网\n")
    assert small.run("build").codes == ["2:DOC003"]


# In a browser.


@pytest.fixture
def found(page: Page, address: str) -> Page:
    """The home page with the search opened."""
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    return page


def ask(page: Page, query: str) -> list[str]:
    """Type a query, wait for its answer; the ids of the hits."""
    page.evaluate("delete document.querySelector('.md-search').dataset.answered")
    page.fill(INPUT, query)
    expect(page.locator(".md-search")).to_have_attribute("data-answered", f"={page.input_value(INPUT)}")
    return ids(page)


def ids(page: Page) -> list[str]:
    links = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
    return [
        f"{link.partition('#')[0].rstrip('/').rpartition('-2024')[0].rpartition('/')[2]}-2024#{link.partition('#')[2]}" for link in links
    ]


def status(page: Page) -> str:
    return page.locator(".md-search-result__meta").inner_text()


@in_a_browser
@pytest.mark.parametrize("queries", QUERIES, ids=lambda file: file.stem)
def test_recall_of_the_query_sets(found: Page, record_property: Callable[[str, object], None], queries: Path) -> None:
    """The sets were written by people who did not write the search; the later ones say how it did before anybody had seen them."""
    recall: dict[str, list[float]] = {"ordinary": [], "hard": []}
    missed: list[str] = []
    lengths: list[int] = []
    for query in yaml.safe_load(queries.read_text()):
        hits = ask(found, query["q"])[:10]
        share = len({*hits} & {*query["expect"]}) / min(10, len(query["expect"]))
        recall[query["kind"]].append(share)
        missed.extend([f"{query['q']} {share:.2f}"] if share < 1 else [])
        texts = dict(sentences())
        lengths.extend(len(texts[hit]) for hit in hits if hit in texts)
    means = {kind: sum(shares) / len(shares) for kind, shares in recall.items()}
    record_property(
        "figure",
        f"{queries.stem} 召回率@10：普通 {means['ordinary']:.3f}（{len(recall['ordinary'])} 问），难 {means['hard']:.3f}（{len(recall['hard'])} 问）；"
        f"一处平均 {sum(lengths) / len(lengths):.0f} 字；不全的：{'、'.join(missed) or '无'}",
    )
    assert means["ordinary"] >= 0.97
    assert means["hard"] >= 0.85
    assert sum(lengths) / len(lengths) <= 400


@in_a_browser
def test_pieces_of_sentences_find_them(found: Page) -> None:
    chance = random.Random(5)
    for identity, text in chance.sample(sentences(), 60):
        folded = fold(text)
        if len(folded) < 10:
            continue
        start = chance.randrange(len(folded) - 9)
        piece = folded[start : start + chance.randint(4, 10)]
        wanted = [one for one, other in sentences() if piece in fold(other)]
        hits = ask(found, piece)
        assert identity in hits, piece
        assert {*wanted[:50]} <= {*hits}, piece
        assert {*hits[: len(wanted)]} <= {*wanted}, piece


@in_a_browser
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("四川省委决定二（一）第2段", "sichuan-2024#h2-k1-p2"),
        ("《中共四川省委关于以发展新质生产力为重要着力点扎实推进高质量发展的决定》第二部分第（一）条第2段", "sichuan-2024#h2-k1-p2"),
        ("遂宁市委决定二（二）第4段第2句", "suining-2024#h2-k2-p4-t2"),
        ("四川省委决定二（一）第1点", "sichuan-2024#h2-k1-d1"),
        ("遂宁市委决定 五", "suining-2024#h5"),
        ("h2-k1-p2", "sichuan-2024#h2-k1-p2"),
        ("suining-2024#h5-k1-p1-t4", "suining-2024#h5-k1-p1-t4"),
        ("https://example.org/site/suining-2024/2/#h2-k2-p4-t9", "suining-2024#h2-k2-p4-t9"),
        ("遂寧市委決定二（二）第４段", "suining-2024#h2-k2-p4"),
    ],
)
def test_a_citation_jumps(found: Page, query: str, first: str) -> None:
    assert ask(found, query)[0] == first


@in_a_browser
def test_a_retired_address_leads_to_what_replaced_it_or_to_where_the_page_says_that_it_is_gone(page: Page, tmp_path: Path) -> None:
    project = Project(copy_of_the_project(tmp_path))
    project.add("mou-2024", SMALL)
    assert project.run("build").status == 0
    project.edit("mou-2024", "定期研究。", "")
    project.edit("mou-2024", "安排资金,完善政策。", "另行规定,不在此列。")
    registry = tmp_path / "source/mou-2024/anchors.tsv"
    rows = registry.read_text()
    rows = rows.replace("t2\t定期研究。\t", "t2\t定期研究。\th2-k1-p1-t1")
    rows = rows.replace("\t安排资金,完善政策。\t", "\t安排资金,完善政策。\t-")
    registry.write_text(rows)
    assert project.run("accept", "mou-2024").status == 0, registry.read_text()
    build_site(tmp_path)
    for base in serve(tmp_path / "site"):
        page.goto(base)
        page.click(INPUT)
        for typed in ("mou-2024#h2-k1-p1-t2", f"{base}mou-2024/2/#h2-k1-p1-t2", "mou-2024/full/#H2-K1-P1-T2"):
            assert ask(page, typed) == ["mou-2024#h2-k1-p1-t1"], typed
            assert "h2-k1-p1-t2 是旧地址，所指的文字改在这里" in status(page)
        assert ask(page, "mou-2024#h2-k2-p1-t1")[0] == "mou-2024#h2-k2-p1-t1"
        assert "所指的文字已不存在" in status(page)
        page.keyboard.press("Enter")
        page.wait_for_url("**/mou-2024/2/#h2-k2-p1-t1")
        expect(page.locator("[id='h2-k2-p1-t1'].retired")).to_contain_text("所指的文字已不存在")
        page.click(INPUT)
        assert ask(page, "mou-2024#h2-k1-p1-t1") == ["mou-2024#h2-k1-p1-t1"], "a live address is left alone"
        assert "旧地址" not in status(page)


@in_a_browser
def test_ranking(found: Page) -> None:
    assert ask(found, "深入推进城乡融合发展")[:2] == ["sichuan-2024#h3-k2", "suining-2024#h3-k2"]
    assert {hit.partition("#")[0] for hit in ask(found, "遂宁 低空经济")} == {"suining-2024"}
    assert ask(found, "suining 低空经济") == ask(found, "遂宁 低空经济")
    strict = ask(found, "“银发经济”")
    assert all("银发经济" in fold(dict(sentences())[hit]) for hit in strict)
    assert ask(found, "銀髮經濟")[: len(strict)] == strict


@in_a_browser
def test_what_was_tried_is_said(found: Page) -> None:
    ask(found, "营商换境")
    assert "没有“营商换境”，找的是“营商环境”" in status(found)
    assert ask(found, "qqqqqq") == []
    assert "没有找到" in status(found)
    assert ask(found, "低空 唢呐")
    assert "最接近" in status(found)


@in_a_browser
def test_terms_and_notes_have_a_list_of_their_own(found: Page, address: str) -> None:
    ask(found, "五良融合")
    aside = found.locator(".search-asides__list a").first
    assert "术语" in aside.inner_text()
    assert str(aside.get_attribute("href")).startswith(f"{address}glossary/#term-")
    assert found.locator(f"{HITS}[href*=glossary]").count() == 0


@in_a_browser
@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_bad_input_does_no_harm(found: Page, query: str) -> None:
    typed = "text => { const i = document.querySelector('.md-search__input'); i.value = JSON.parse(text); i.dispatchEvent(new Event('input')); }"
    found.evaluate(typed, json.dumps(query))
    found.wait_for_timeout(200)
    assert status(found)
    assert found.locator(".md-search-result script, .md-search-result img").count() == 0
    assert ask(found, "低空经济")[:1] == ["sichuan-2024#h2-k2-p4-t3"]


@in_a_browser
def test_keys_and_address(page: Page, address: str) -> None:
    page.goto(f"{address}suining-2024/2/")
    page.keyboard.press("s")
    expect(page.locator(INPUT)).to_be_focused()
    ask(page, "稀土")
    assert "?q=" in page.url
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(HITS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(HITS).first).not_to_be_visible()
    assert "?q=" not in page.url
    page.keyboard.press("f")
    ask(page, "IP")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suining-2024/4/#h4-k4-p1-t8")
    assert in_view(page, "h4-k4-p1-t8")


@in_a_browser
@pytest.mark.parametrize(
    "query", ["楼市", "看病", "低空经济", "dkjj", "銀髮經濟", "suining baijiu", "营商换境", "三十九个县", "氢", "什么是新质生产力"]
)
def test_the_first_query_is_answered_like_every_later_one(browser: Browser, address: str, query: str) -> None:
    """Nothing that was asked before a file came may be remembered as standing nowhere."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}suining-2024/2/")
    page.keyboard.press("/")
    first = ask(page, query)
    ask(page, "发展")
    assert first == ask(page, query) != []
    context.close()


@in_a_browser
def test_an_address_with_a_query_opens_its_answer(page: Page, address: str) -> None:
    page.goto(f"{address}glossary/?q=耐心资本")
    expect(page.locator(HITS)).to_have_count(1)
    expect(page.locator(HITS).first).to_be_visible()
    page.wait_for_timeout(400)
    expect(page.locator(HITS).first).to_be_visible()
    page.locator(HITS).first.click()
    page.wait_for_url("**/sichuan-2024/2/#h2-k3-p1-t6")


@in_a_browser
def test_filters_count(found: Page) -> None:
    total = len(ask(found, "养殖")) or len(ask(found, "产业"))
    assert total
    ask(found, "氢")
    every = ids(found)
    found.get_by_label("文件").select_option(label=f"遂宁市委决定（{sum(one.startswith('suining') for one in every)}）")
    assert ids(found) == [one for one in every if one.startswith("suining")]


@in_a_browser
def test_nothing_is_loaded_before_the_search_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(300)
    assert [url for url in asked if re.search(r"/search/|/search-.*js", url)] == []
    page.locator(INPUT).click()
    expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    assert [url for url in asked if "/search/" in url]


@in_a_browser
@pytest.mark.parametrize("lost", ["p4", "t10", "names", "sounds", "d0", "manifest"])
def test_a_file_that_does_not_load_is_said_and_the_rest_works(browser: Browser, address: str, lost: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def abort(route: Route) -> None:
        route.abort()

    page.route(f"**/search/{lost}.js*", abort)
    page.goto(address)
    page.keyboard.press("/")
    for query in ("低空经济", "底空经济", "锂电"):
        ask(page, query)
    assert errors == []
    assert "没能载入" in status(page) or lost in ("sounds", "d0")
    if lost != "manifest":
        assert any(ask(page, query) for query in ("低空经济", "生猪", "稀土"))
    page.unroute(f"**/search/{lost}.js*")
    assert "sichuan-2024#h2-k2-p4-t3" in ask(page, "低空经济")
    assert "没能载入" not in status(page)
    page.close()


@in_a_browser
def test_it_works_from_a_folder(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    wrong = watched(page)
    page.goto((built / "site/sichuan-2024/2/index.html").as_uri())
    page.locator(INPUT).click()
    hits = ask(page, "耐心资本")
    assert hits
    page.locator(HITS).first.click()
    page.wait_for_url("**/sichuan-2024/2/index.html#h2-k3-p1-t6")
    assert [one for one in wrong if not one.startswith("file:")] == []
    page.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, built: Path) -> tuple[Path, Mapping[str, str]]:
    """The built site with the search of a corpus that is not loaded as a whole, and its sentences: address → text."""
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(built / "site", site, ignore=shutil.ignore_patterns("search"))
    (site / "search").mkdir()
    generated = tuple(corpus.documents(10))
    for path, text in search_files(generated, conversion().layers, conversion().corpus.synonyms, read_traditional()):
        (site / "search" / path.name).write_text(text, encoding="utf-8")
    texts = {
        document.url(unit.anchor): document.text(unit.anchor)
        for document in generated
        for unit in document.units.values()
        if unit.kind == "sentence"
    }
    return site, texts


@in_a_browser
def test_on_a_large_site_pieces_find_their_sentence_and_little_is_loaded(page: Page, large: tuple[Path, Mapping[str, str]]) -> None:
    site, texts = large
    chance = random.Random(3)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    for base in serve(site):
        page.goto(base)
        page.click(INPUT)
        ask(page, "发展")
        for url, text in chance.sample(sorted(texts.items()), 25):
            loaded.clear()
            start = chance.randrange(len(text) - 12)
            piece = text[start : start + chance.randint(6, 12)]
            wanted = {base + one for one, other in texts.items() if fold(piece) in fold(other)}
            ask(page, f"“{piece}”")
            hits = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
            assert {*hits[: len(wanted)]} <= wanted, piece
            assert base + url in hits or len(wanted) > len(hits), piece
            assert len([one for one in loaded if "/t" in one]) <= 10, "texts"
            assert len([one for one in loaded if "/p" in one]) <= 6, "the index"


@in_a_browser
def test_on_a_large_site_jumps_filters_and_words_apart_work(page: Page, large: tuple[Path, Mapping[str, str]]) -> None:
    site, texts = large
    for base in serve(site):
        page.goto(base)
        page.click(INPUT)
        ask(page, "d5-2024#h3-k2-p1-t2")
        assert page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)") == [f"{base}d5-2024/3/#h3-k2-p1-t2"]
        ask(page, "发展")
        assert "约" in status(page)
        page.get_by_label("文件", exact=True).select_option(index=3)
        expect(page.get_by_label("部分", exact=True)).to_be_visible()
        assert page.locator(HITS).count() > 0
        first, second = texts["d7-2024/2/#h2-k1-p1-t1"], texts["d7-2024/2/#h2-k1-p1-t2"]
        ask(page, f"“{first[2:12]}” “{second[2:12]}”")
        hits = page.eval_on_selector_all(HITS, "all => all.map((one) => one.href)")
        assert {f"{base}d7-2024/2/#h2-k1-p1-t1", f"{base}d7-2024/2/#h2-k1-p1-t2"} <= {*hits}


@in_a_browser
def test_on_a_phone_it_fills_the_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator(INPUT)).to_be_focused()
    ask(page, "养老")
    page.wait_for_timeout(400)
    box = page.locator(".md-search__inner").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (360, 780)
    page.locator(HITS).first.tap()
    page.wait_for_url("**/#h4*")
    context.close()
