"""Every word a reader sees stands in data/zh.toml; a corpus says it otherwise in source/words.yml."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from duidu.model.words import Words, gaps
from duidu.read.words import shipped_words
from duidu.render.exports.words import template_words
from tests.projects import ROOT, Project
from tests.some import some

RENDER = ROOT / "build_tools/duidu/render"
FOR_EDITORS = {"fault_codes.py", "press.py"}
TABLES_OF_CHARACTERS = {"to_unicode.py", "line_breaks.py"}
OF_THE_DATA = {"校勘", "两", "里", "上", "委", "政府", "全", "国", "级", "国家级"} | {
    "数字式概括", "口号", "规划与工程", "制度", "机构与平台", "经济技术术语",
}  # fmt: skip
"""Kinds that the sources write, parts of citations, what readers call a level in a query; the line that marks generated files is allowed too."""
_SCRIPTS = ROOT / "build_tools/scripts"
SCRIPTS = [path for path in sorted(_SCRIPTS.rglob("*.js")) if not {"node_modules", "tests"} & set(path.relative_to(_SCRIPTS).parts)]
OF_THE_LANGUAGE = {"query.js", "numerals.js", "citation_steps.js", "grammar.js"}
"""They read Chinese: particles, numbers, citations."""
_HAN = re.compile("[一-龥]")


def spoken(module: Path) -> Iterator[str]:
    """Strings of a module with Chinese characters in them, docstrings aside."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said and _HAN.search(node.value):
            yield node.value


@pytest.mark.parametrize("module", sorted(RENDER.rglob("*.py")), ids=lambda path: str(path.relative_to(RENDER)))
def test_no_word_stands_in_the_middle_of_the_code(module: Path) -> None:
    if module.name not in FOR_EDITORS | TABLES_OF_CHARACTERS:
        assert [words for words in spoken(module) if words not in OF_THE_DATA and "请勿手改" not in words] == []


def test_no_exception_is_left_that_nothing_needs() -> None:
    said = {module.name: set(spoken(module)) for module in RENDER.rglob("*.py")}
    assert [name for name in FOR_EDITORS | TABLES_OF_CHARACTERS if not said.get(name)] == []
    assert set().union(*said.values()) >= OF_THE_DATA
    in_scripts = {script.name for script in SCRIPTS if _HAN.search(GRAMMAR.sub("", script.read_text(encoding="utf-8")))}
    assert in_scripts >= OF_THE_LANGUAGE


def test_every_key_that_is_said_is_there() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in RENDER.rglob("*.py"))
    keys = set(re.findall(r"""\bsay\(\s*["']([a-z_.-]+)["']""", code))
    assert keys <= shipped_words().entries.keys()
    assert len(keys) > 150


def test_the_words_name_no_place_and_no_level() -> None:
    for key, words in some(shipped_words().entries.items()):
        assert not re.search("四川|遂宁|省|市委|省市|县级|决定", words), key


def test_a_corpus_says_it_otherwise(small: Project) -> None:
    (small.root / "source/words.yml").write_text('home.citing: 怎样引\ndocument.found: 来路\n"page.hash": "指纹{hash}"\n')
    assert small.run("build").status == 0
    assert "## 怎样引 {#citing .plain}" in (small.root / "docs/index.md").read_text()
    assert "| 来路 | 测试 |" in (small.root / "docs/mou-2024/index.md").read_text()
    (small.root / "source/words.yml").unlink()
    assert small.run("build").status == 0
    assert "## 引用与离线 " in (small.root / "docs/index.md").read_text()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("home.way: 由此进入\n", "1:1: DOC004 没有 home.way 这个用语。是不是 home.ways？"),
        ("home.level: '{count} 份，{place}'\n", "1:13: DOC003 home.level 里的 {place} 不合用。可用的是：{count}、{level}"),
        ("home.ways: '由{0}'\n", "1:12: DOC003 home.ways 里的 {0} 不合用。可用的是：没有"),
        ("home.ways: '由{'\n", "DOC003 home.ways 里的 {…} 不合用"),
        ("home.ways: '<script>'\n", "DOC003 home.ways 的值 '<script>' 不合要求。一行文字，不含尖括号、引号和反引号"),
        ("home.ways: '[去](javascript:alert(1))'\n", "链接只能通到本站的网页"),
        ("home.ways: '[去](//evil.example/)'\n", "链接只能通到本站的网页"),
        ('home.ways: "甲\\n乙"\n', "不合要求"),
        ("home.ways: 7\n", "DOC003 home.ways 的类型不对"),
    ],
)
def test_a_fault_in_the_words_has_its_place(small: Project, written: str, expected: str) -> None:
    (small.root / "source/words.yml").write_text(written)
    result = small.run("build")
    assert result.status == 1
    assert expected in result.err
    assert result.err.startswith("source/words.yml:")


def test_gaps_and_groups() -> None:
    assert gaps("{a}与{b}，{{c}}") == {"a", "b"}
    words = Words({"a.b": "甲{x}", "a.c": "乙", "ab.c": "丙"})
    assert words.group("a") == {"b": "甲{x}", "c": "乙"}
    assert words.say("a.b", x="丁") == "甲丁"
    with pytest.raises(KeyError):
        words.say("a.d")


def asked_by(scripts: Iterable[Path]) -> set[str]:
    said = "".join(path.read_text(encoding="utf-8") for path in scripts)
    asked = set(re.findall(r'(?<!\w)words\("(\w+)"', said))
    return asked | {key for two in re.findall(r'words\([^"\n]*? \? "(\w+)" : "(\w+)"', said) for key in two}


def test_scripts_and_templates_get_the_words_that_they_ask_for(small: Project) -> None:
    overrides = ROOT / "overrides"
    of_own_file = [path for path in SCRIPTS if path.parent.name == "own_file"]
    assert asked_by(of_own_file) == set(shipped_words().group("script_own_file"))
    assert asked_by(path for path in SCRIPTS if path not in of_own_file) == set(shipped_words().group("script"))
    templates = "".join(path.read_text(encoding="utf-8") for path in sorted(overrides.rglob("*.html")))
    assert set(re.findall(r"\{\{ words\.(\w+)", templates)) == set(shipped_words().group("template"))
    (small.root / "source/words.yml").write_text("script.gloss_more: 看术语\nscript_own_file.own_compare: 比一比\n")
    assert small.run("build").status == 0
    made = (small.root / "docs/assets/words.js").read_text()
    assert '"gloss_more": "看术语"' in made
    assert '"copied": "已复制{what}"' in made
    assert '"own_compare"' not in made
    assert '"own_compare": "比一比"' in (small.root / "docs/assets/own-file-words.js").read_text()


def test_no_word_of_the_templates_is_called_as_a_method_of_theirs() -> None:
    """``words.clear`` would be the method of a dict in Jinja."""
    assert not set(shipped_words().group("template")) & set(dir(dict))


def test_the_templates_words_are_those_of_the_file() -> None:
    assert (ROOT / "overrides/partials/words.html").read_text(encoding="utf-8") == template_words(shipped_words())


@pytest.mark.parametrize("file", sorted((ROOT / "overrides").rglob("*.html")), ids=lambda path: path.name)
def test_no_word_stands_in_a_template(file: Path) -> None:
    said = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert file.name == "words.html" or not _HAN.search(said)


GRAMMAR = re.compile(r"//.*|/\*.*?\*/|第\$\{[^}]+\}句", re.DOTALL)
"""Comments, and how a sentence is cited."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_word_stands_in_a_script_that_shows_some(script: Path) -> None:
    if script.name not in OF_THE_LANGUAGE:
        assert not _HAN.search(GRAMMAR.sub("", script.read_text(encoding="utf-8")))
