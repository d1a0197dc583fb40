"""The schemas of source/: editors' programs find them, they explain every field in Chinese, and every real file keeps to its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from duidu.commands.document_yml import NewDocument, document_yml
from duidu.commands.schemas import modeline
from duidu.commands.yaml_edit import with_values
from duidu.read.schemas import BLANK, SCHEMAS
from duidu.read.yamlfile import read_yaml
from duidu.render.pages.glossary_lists import KINDS as KINDS_OF_TERMS
from tests.projects import ROOT, Project

FILES = sorted((ROOT / "source").rglob("*.yml"))
KINDS = {
    "corpus": "*.yml",
    "document": "*/document.yml",
    "links": "*/links/*.yml",
    "notes": "*/notes.yml",
    "questions": "*/questions.yml",
    "glossary": "*.yml",
    "synonyms": "*.yml",
    "words": "words.yml",
}
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
_CHINESE = re.compile("[一-鿿]")
_MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


MODELINE = modeline(ROOT, "document", 1)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def parts(name: str, part: Any) -> Iterator[tuple[str, Any]]:
    """Every schema within a schema that speaks of a value a person writes."""
    yield name, part
    for field, inner in part.get("properties", {}).items():
        yield from parts(f"{name}.{field}", inner)
    for keyword in ("items", "additionalProperties"):
        if isinstance(part.get(keyword), dict):
            yield from parts(f"{name}[]", part[keyword])


PARTS = [pytest.param(part, id=place) for name in NAMES for place, part in parts(name, schema(name))]


def test_there_is_a_schema_for_every_kind_of_file_in_source() -> None:
    assert set(NAMES) == set(KINDS)
    found = {path for pattern in KINDS.values() for path in (ROOT / "source").glob(pattern)}
    assert found == set(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_first_line_leads_editors_programs_to_the_schema_by_a_relative_path(file: Path) -> None:
    first, *_ = file.read_text(encoding="utf-8").splitlines()
    match = _MODELINE.fullmatch(first)
    assert match, f"{file} 的第一行没有说明它的写法"
    led_to = (file.parent / match[1]).resolve()
    assert led_to.is_file()
    assert file.match(KINDS[led_to.name.removesuffix(".schema.json")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_real_file_keeps_to_its_schema(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    match = _MODELINE.match(text)
    assert match
    definition = json.loads((file.parent / match[1]).read_text(encoding="utf-8"))
    data = _plain(yaml.compose(text))
    assert [error.message for error in Draft7Validator(definition, format_checker=Draft7Validator.FORMAT_CHECKER).iter_errors(data)] == []


def _plain(node: yaml.Node | None) -> Any:
    """As a program of YAML 1.2 reads it: dates are words."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:int":
        return int(node.value)
    return node.value if node else None


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_of_the_draft_that_editors_programs_know(name: str) -> None:
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("part", PARTS)
def test_every_field_is_described_in_chinese(part: Any) -> None:
    assert _CHINESE.search(part.get("description", ""))
    for field, inner in part.get("properties", {}).items():
        assert _CHINESE.search(inner.get("title", "")), field


@pytest.mark.parametrize("part", PARTS)
def test_every_value_that_is_chosen_from_a_list_says_what_each_means(part: Any) -> None:
    assert len(part.get("enum", ())) == len(part.get("enumDescriptions", ()))
    assert all(_CHINESE.search(said) or said.startswith(("UTF", "GB")) for said in part.get("enumDescriptions", ()))


def test_the_list_of_terms_by_kind_has_the_kinds_of_the_schema_in_its_order() -> None:
    assert list(KINDS_OF_TERMS) == schema("glossary")["items"]["properties"]["kind"]["enum"]


@pytest.mark.parametrize("part", PARTS)
def test_a_form_that_words_must_have_is_told_in_chinese(part: Any) -> None:
    """Editors' programs would show the regular expression."""
    assert ("pattern" in part) == ("patternErrorMessage" in part)
    assert _CHINESE.search(part.get("patternErrorMessage", "没有"))


@pytest.mark.parametrize("part", PARTS)
def test_every_field_of_words_has_an_example_and_examples_keep_to_the_schema(part: Any) -> None:
    for field, inner in part.get("properties", {}).items():
        if inner.get("type") not in ("object", ["array", "null"]):
            assert inner.get("examples"), field
    for example in part.get("examples", ()):
        assert list(Draft7Validator(part).iter_errors(example)) == [], example


def test_the_fields_of_a_new_document_are_those_of_the_schema_in_its_order() -> None:
    values = dict.fromkeys(("title", "short_title", "issuer", "place", "level", "date", "found"), "")
    text = document_yml(NewDocument("mou-2024", values, (), "text.txt", "utf-8", "a" * 64), MODELINE)
    assert text.splitlines()[0] == MODELINE
    assert list(yaml.safe_load(text)) == [name for name in schema("document")["properties"] if name not in ("supplied", "figures")]


@pytest.mark.parametrize("field", ["title", "short_title", "issuer", "place", "level", "date", "provenance.found"])
def test_a_field_left_to_fill_in_is_refused_by_the_schema_and_named_by_the_build(tmp_path: Path, field: str) -> None:
    values = {
        "title": "关于某事的决定",
        "short_title": "某决定",
        "issuer": "某机关",
        "place": "某地",
        "level": "city",
        "date": "2024-01-02",
        "found": "某网",
    }
    values[field.removeprefix("provenance.")] = ""
    file = tmp_path / "document.yml"
    file.write_text(document_yml(NewDocument("mou-2024", values, (), "text.txt", "utf-8", "a" * 64), MODELINE), encoding="utf-8")
    _, faults = read_yaml(file, PurePosixPath("document.yml"), "document")
    assert {(fault.code, fault.message) for fault in faults} == {("DOC009", f"{field} 还没有填")}
    assert BLANK in file.read_text(encoding="utf-8").splitlines()[faults[0].line - 1]


def test_accepting_a_changed_text_keeps_the_first_line(small: Project) -> None:
    file = small.root / "source/mou-2024/document.yml"
    file.write_text(f"{MODELINE}\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    small.edit("mou-2024", "定期研究", "经常研究")
    assert small.run("accept", "mou-2024").status == 0
    assert file.read_text(encoding="utf-8").startswith(f"{MODELINE}\ntitle:")
    assert small.run("build").status == 0


def test_confirming_a_link_keeps_the_first_line() -> None:
    text = MODELINE + "\nlinks:\n- {from: h1, to: h1, relation: same}\n"
    changed = with_values(text, [(("links", 0, "checked"), "{from: a, to: b, on: 2024-01-02}")])
    assert changed.splitlines()[:2] == text.splitlines()[:2]


def test_the_settings_of_vs_code_ask_no_other_host_for_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False
