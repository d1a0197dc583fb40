"""One corpus with something hostile in every field that takes free words, and which fields of the schemas these are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from duidu.read.schemas import SCHEMAS
from tests.builds import office
from tests.levels import CITY, PROVINCE, link
from tests.projects import Project

EVIL = "</script><img src=x onerror=alert(1)>\"'`{{7*7}}{%x%}\\input{y}[z](javascript:alert(1))@＝＋－＠"
BRIEF = "=<b>\"'`|"
"""For names that have no room for more."""
STRICT = ("enum", "format", "const")
NARROW = {r"^(?!待填$)", r"\S", r"\S{4}"}
"""Patterns that let any words through but empty ones."""
RESOLVED = {
    "document.implements[]", "glossary[].related[]", "glossary[].distinct_from[]", "glossary[].not_in[]", "glossary[].members[]", "links.links[].from",
    "links.links[].to", "links.rejected[].from", "links.rejected[].to", "notes[].unit",
}  # fmt: skip
"""Names of something else: what is not among those that are there is a fault (test_faults)."""
QUOTED = {"glossary[].forms[]", "links.links[].evidence[][]", "notes[].quote"}
"""Must stand in the official text, which has hostile words too."""


PICTURES = {"document.figures.*"}
"""Needs a text with a picture: tests/test_pictures.py has one."""


def evil(field: str) -> str:
    """Hostile words, and which field they stand in. They begin like a formula."""
    return f"=1+1|{field}{EVIL}"


def free_fields() -> set[str]:
    """The fields that take any words, by schema and path."""
    found = set()
    for file in SCHEMAS.glob("*.schema.json"):
        name = file.name.removesuffix(".schema.json")
        found |= {name + path for path, kind in _strings(json.loads(file.read_text()), "") if _is_free(kind)}
    return found


def _is_free(kind: Mapping[str, Any]) -> bool:
    return not any(name in kind for name in STRICT) and kind.get("pattern", r"\S") in NARROW


def _strings(node: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if not isinstance(node, Mapping):
        return
    kinds = node.get("type", ())
    if "string" in ([kinds] if isinstance(kinds, str) else kinds):
        yield path, node
    for name, below in node.get("properties", {}).items():
        yield from _strings(below, f"{path}.{name}")
    yield from _strings(node.get("additionalProperties"), f"{path}.*")
    yield from _strings(node.get("items"), f"{path}[]")
    for one in (*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())):
        yield from _strings(one, path)


def filled(root: Path) -> set[str]:
    """The fields in which hostile words stand in the files of a corpus, by schema and path."""
    found: set[str] = set()
    for file in (root / "source").rglob("*.yml"):
        name = "links" if file.parent.name == "links" else file.stem
        found |= {name + path for path, words in _values(yaml.safe_load(file.read_text()), "") if EVIL in words or BRIEF in words}
    return {re.sub(r"^(synonyms|questions)\.[^\[]+", r"\1.*", path) for path in found}


def _values(node: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for name, below in node.items():
            yield from _values(below, f"{path}.{name}")
    elif isinstance(node, list):
        for below in node:
            yield from _values(below, f"{path}[]")
    else:
        yield path, str(node)


def hostile_corpus(root: Path) -> Project:
    """The corpus, not built yet."""
    project = office(root)
    _settings(root)
    _documents(project)
    _words(root)
    _notes(root)
    return project


def _write(file: Path, data: object) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True))


def _settings(root: Path) -> None:
    operator = {**{name: evil(name) for name in ("name", "icp", "police", "licence")}, "report": f"mailto:a@example.org?{EVIL}"}
    settings = {
        "site_name": evil("name"),
        "site_description": evil("description"),
        "theme": {"name": "material", "language": "zh"},
        "plugins": ["duidu"],
        "extra": {"operator": operator},
    }
    _write(root / "mkdocs.yml", settings)


def _documents(project: Project) -> None:
    title = "关于加快清洁水源建设的决定" + EVIL
    project.add(
        "yunling", PROVINCE.replace("中共云岭省委关于加快清洁水源建设的决定", title), title=title, level="province",
        place="云岭" + EVIL, issuer="中共云岭省委" + EVIL, short_title=f"云岭{BRIEF}{{{{%",
        provenance={"found": evil("found"), "remark": evil("remark")},
    )  # fmt: skip
    lower = CITY.replace("办好桐江水节", f"办好桐江水节{EVIL}")
    project.add("tongjiang", lower, implements=["yunling"], place="桐江", issuer="中共桐江市委", short_title=f"桐江{BRIEF}")
    link(project, "tongjiang", "yunling")
    links = project.root / "source/tongjiang/links/yunling.yml"
    rejected = f"rejected:\n- {{from: h2-k2-p1-t1, to: h2-k1-p1-t2, note: {json.dumps(evil('rejected'))}}}\n"
    links.write_text(links.read_text().replace("relation: adapt,", f"relation: adapt, note: {json.dumps(evil('link'))},") + rejected)


def _words(root: Path) -> None:
    source = {"title": evil("source"), "url": "https://example.org/a?b=c"}
    terms = [
        {
            "id": "shuiyuan", "term": "水源" + EVIL, "kind": "口号", "forms": ["水源"], "definition": evil("definition"), "english": evil("english"),
            "aliases": [evil("alias")], "remark": evil("remark"), "sources": [source], "certainty": "sourced",
        },
        {
            "id": "shuijie", "term": "水节", "kind": "口号", "forms": [f"水节{EVIL}"], "definition": "每年一次的节日。", "english": "water day",
            "certainty": "common",
        },
    ]  # fmt: skip
    _write(root / "source/glossary.yml", terms)
    _write(root / "source/synonyms.yml", {"喝水": ["水源", evil("synonym")]})
    _write(root / "source/words.yml", {"relation.echo": "=1+1'{{7*7}}[z] (javascript:alert(1))@＝＋－＠"})


def _notes(root: Path) -> None:
    target = {"subject": evil("subject"), "value": "3" + EVIL, "unit": evil("unit"), "deadline": "2027", "region": evil("region")}
    notes = [
        {"id": "note-a", "unit": "h1-p1-t1", "quote": "保护水源", "kind": "释义", "certainty": "certain", "text": evil("note")},
        {"id": "note-b", "unit": "h2-k2-p1-t1", "quote": f"水节{EVIL}", "kind": "释义", "certainty": "certain", "text": evil("quoted")},
        {
            "id": "note-c",
            "unit": "h2-k2-p1-t2",
            "quote": "建成水库",
            "kind": "指标",
            "certainty": "certain",
            "text": "水库的座数。",
            "target": target,
        },
    ]
    _write(root / "source/tongjiang/notes.yml", notes)
    _write(root / "source/tongjiang/questions.yml", {"h1-p1-t1": [evil("question")]})
