"""YAML that hangs a parser, kills it, or breaks out of its line: a fault with its place, in every kind of file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from duidu.model.faults import CallError
from duidu.read.sitesettings import setting
from duidu.read.yamlfile import read_yaml

SCHEMAS = ("corpus", "document", "links", "notes", "glossary", "synonyms")
_LAYERS = [f"{name}: &{name} [{','.join(['*' + before] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
KILLERS = {
    "别名炸弹": "\n".join(["a: &a [x,x,x,x,x,x,x,x,x]", *_LAYERS]),
    "十万层方括号": "[" * 100_000,
    "九百层方括号": "[" * 900,
    "两千层花括号": "{a: " * 2000,
    "五千层短横": "- " * 5000 + "x",
    "指定的类型": "a: !!bool x",
    "指定的时间": "a: !!timestamp x",
    "任意对象": "a: !!python/object/apply:os.system [ls]",
    "五千位的数": "a: " + "9" * 5000,
}


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("name", KILLERS)
def test_what_would_hang_or_kill_is_a_fault_with_its_place(tmp_path: Path, schema: str, name: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(KILLERS[name], encoding="utf-8")
    read, faults = read_yaml(file, PurePosixPath("a.yml"), schema)
    assert read.data is None
    assert faults[0].code in ("DOC001", "DOC003", "DOC002", "DOC004")
    assert all(len(str(fault)) < 400 for fault in faults)


NOTE = "- {{id: note-a, unit: h1, quote: 甲, kind: 释义, certainty: certain, text: {text}}}\n"


@pytest.mark.parametrize("field", ["id", "quote"])
@pytest.mark.parametrize(
    "value",
    [
        '"甲\\n}*{display:none}"',
        '"甲\\u2028乙"',
        '"甲\\u0007"',
        '"甲\\u202e乙"',
        '"甲\\u2066乙"',
        '"甲\\u0085乙"',
        '"甲\\ufffe乙"',
        '"甲\\U000e0041乙"',
    ],
)
def test_a_value_of_one_line_by_nature_has_no_line_break_and_no_control(tmp_path: Path, field: str, value: str) -> None:
    file = tmp_path / "notes.yml"
    row = NOTE.format(text="乙").replace("note-a" if field == "id" else "甲", value, 1)
    file.write_text(row, encoding="utf-8")
    _, faults = read_yaml(file, PurePosixPath("notes.yml"), "notes")
    assert any(fault.code == "DOC003" and fault.line == 1 for fault in faults)


def test_a_text_may_have_several_lines_but_no_controls(tmp_path: Path) -> None:
    file = tmp_path / "notes.yml"
    file.write_text(NOTE.format(text='"第一行的话\\n第二行"'), encoding="utf-8")
    assert read_yaml(file, PurePosixPath("notes.yml"), "notes")[1] == []
    file.write_text(NOTE.format(text='"甲乙丙丁\\u0000"'), encoding="utf-8")
    assert [fault.code for fault in read_yaml(file, PurePosixPath("notes.yml"), "notes")[1]] == ["DOC003"]


@pytest.mark.parametrize("word", ["truehood", "true north", "falsehood", "false alarm"])
def test_a_word_that_begins_like_a_boolean_is_a_word(tmp_path: Path, word: str) -> None:
    file = tmp_path / "synonyms.yml"
    file.write_text(f"甲: [{word}]\n{word}: [乙丙]\n", encoding="utf-8")
    read, faults = read_yaml(file, PurePosixPath("synonyms.yml"), "synonyms")
    assert faults == []
    assert read.data == {"甲": [word], word: ["乙丙"]}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://x/ y", "https://x/\\n\\n<p>", "https://x/<script>", 'https://x/\\"onclick', "data:text/html,x"]
)
def test_an_address_of_a_source_has_no_space_no_markup_and_no_other_scheme(tmp_path: Path, url: str) -> None:
    file = tmp_path / "glossary.yml"
    file.write_text(
        "- {id: jia, term: 甲, forms: [甲], kind: 口号, definition: 乙, english: a, certainty: sourced, "
        f'sources: [{{title: 丙, url: "{url}"}}]}}\n',
        encoding="utf-8",
    )
    faults = read_yaml(file, PurePosixPath("glossary.yml"), "glossary")[1]
    assert any(fault.code == "DOC003" and "url" in fault.message for fault in faults)


SETTINGS = {
    "名称里有半个字符": 'site_name: "甲\\ud800"',
    "名称里有转向的记号": 'site_name: "甲\\u202e乙"',
    "运营者的话里有控制字符": 'site_name: 甲\nextra: {operator: [{name: "甲\\u0007"}]}',
    "深得读不完": f"site_name: 甲\nextra: {'[' * 5000}",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_of_the_site_are_refused_in_a_line_too(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS[name], encoding="utf-8")
    with pytest.raises(CallError, match=r"mkdocs\.yml (的 \w+ 里有看不见的控制字符|不是合法的 YAML)"):
        setting(tmp_path, "site_name", "")


def test_settings_of_many_aliases_are_read_at_once_and_what_is_no_words_of_ours_is_left_alone(tmp_path: Path) -> None:
    layers = "\n".join(f"  {name}: &{name} [{','.join(['*' + before] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    (tmp_path / "mkdocs.yml").write_text(f'site_name: "甲\\n"\nextra:\n  a: &a [x]\n{layers}\ntheme: {{x: "\\ufeff"}}', encoding="utf-8")
    assert setting(tmp_path, "site_name", "").strip() == "甲"
