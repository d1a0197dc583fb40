"""A room imports what its ``__init__`` says; only reading and writing modules touch files; only the plugin knows mkdocs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePath

import pytest
import yaml

from duidu.render.markdown import EXTENSIONS
from tests.projects import ROOT
from tests.some import some

PACKAGE = ROOT / "build_tools/duidu"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


TOP = {"__main__": "commands"}
"""What a module at the top may import; everything else lies in a room."""
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
MOST_ROOMS = 12
LONGEST_FUNCTION = 40


def room(parts: tuple[str, ...]) -> str:
    """The room of a module or a package, by its path: ``render/pages`` or ``align``; a module at the top is its own."""
    below = PACKAGE.joinpath(*parts[:2])
    return "/".join(parts[:2]) if len(parts) > 1 and below.is_dir() else parts[0].removesuffix(".py")


def stage(module: Path) -> str:
    return room(module.relative_to(PACKAGE).parts)


def imports(module: Path) -> Iterator[str]:
    """The rooms that a module imports from, and foreign packages as ``foreign:name``."""
    folder = module.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = folder[: len(folder) - node.level + 1]
            steps = (*base, *(node.module or "").split(".")) if node.module else base
            yield from [room(steps)] if node.module else [room((*steps, alias.name)) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            yield f"foreign:{(node.module or '').partition('.')[0]}"
        elif isinstance(node, ast.Import):
            yield from (f"foreign:{alias.name.partition('.')[0]}" for alias in node.names)


def may_import(name: str) -> set[str]:
    """What the room says of itself in its ``__init__``."""
    said = TOP.get(name)
    if said is None:
        found = re.search(
            r"^Imports: (.*)\.$", ast.get_docstring(ast.parse((PACKAGE / name / "__init__.py").read_text())) or "", re.MULTILINE
        )
        assert found, f"{name}/__init__.py does not say what it may import"
        said = found[1]
    return set(said.split(", ")) - {"nothing"} | {name}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_what_its_room_says(module: Path) -> None:
    assert {name for name in imports(module) if not name.startswith("foreign:")} <= may_import(stage(module))


ORDER = ("text", "model", "read", "parse", "anchors", "layers", "project", "render", "prove", "project/conversion", "site", "commands")
"""The stages as the data goes through them, and what stands below each; a room inside another has that one's place."""


def place(name: str) -> int:
    return ORDER.index(name if name in ORDER else name.partition("/")[0])


@pytest.mark.parametrize("folder", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_stage_reaches_back(folder: Path) -> None:
    """A reader least of all: what it would ask of ``parse`` is a role, and those are decided there."""
    name = str(folder.relative_to(PACKAGE))
    assert [one for one in may_import(name) if place(one) > place(name)] == []


@pytest.mark.parametrize("folder", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_names_no_room_that_it_does_not_need(folder: Path) -> None:
    name = str(folder.relative_to(PACKAGE))
    needed = {one for module in MODULES if stage(module) == name for one in imports(module)}
    assert may_import(name) - {name} <= needed


def modules_imported(module: Path) -> Iterator[Path]:
    """The modules of ours that a module imports from, by file."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (
                module.parents[node.level - 1].joinpath(*(node.module or "").split(".")) if node.module else module.parents[node.level - 1]
            )
            named = [base.with_suffix(".py"), *(base / f"{alias.name}.py" for alias in node.names)]
            yield from (file for file in named if file.is_file())


def test_every_module_lies_in_a_room_and_the_rooms_are_few() -> None:
    assert {module.stem for module in PACKAGE.glob("*.py")} == {"__init__", *TOP}
    assert len({folder.relative_to(PACKAGE).parts[0] for folder in ROOMS} | {"data"}) <= MOST_ROOMS


def test_neither_rooms_nor_the_modules_in_them_import_in_a_circle() -> None:
    rooms = {name: may_import(name) - {name} for name in (str(folder.relative_to(PACKAGE)) for folder in ROOMS)}
    for graph in (rooms, {module: set(modules_imported(module)) for module in MODULES}):
        TopologicalSorter(graph).prepare()


def test_a_circle_of_modules_is_seen() -> None:
    graph = {module: set(modules_imported(module)) for module in MODULES}
    official, annotator = PACKAGE / "render/official.py", PACKAGE / "render/annotator.py"
    assert annotator in graph[official]
    with pytest.raises(CycleError):
        TopologicalSorter(graph | {annotator: {official}}).prepare()


def test_only_the_plugin_and_what_hands_it_pages_import_mkdocs() -> None:
    found = [module.relative_to(PACKAGE).as_posix() for module in MODULES if "foreign:mkdocs" in imports(module)]
    assert found == ["site/files.py", "site/handover.py", "site/links.py", "site/plugin.py"]


def test_parsing_anchors_layers_and_typography_touch_no_files() -> None:
    pure = [module for module in MODULES if stage(module) in {"text", "model", "parse", "anchors", "layers/align", "layers"}]
    for module in some(pure):
        assert not {"foreign:os", "foreign:shutil", "foreign:io"} & set(imports(module)), module
        assert files_touched(module.read_text(encoding="utf-8")) == set(), module


OF_FILES = {"open", *(name for name in vars(Path) if not hasattr(PurePath, name) and not name.startswith("_"))}
"""What a path can do that its name alone can not: read_text, exists, glob and their like."""


def files_touched(source: str) -> set[str]:
    """The calls in a source that go to the disk."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    named = (call.id if isinstance(call, ast.Name) else call.attr for call in calls if isinstance(call, ast.Name | ast.Attribute))
    return OF_FILES & set(named) - {"replace", "group", "resolve"}  # also methods of strings, of matches, of the registry


@pytest.mark.parametrize("source", ["path.read_text()", "with open(name) as file: pass", "Path(name).exists()", "[*folder.glob('*')]"])
def test_a_call_that_goes_to_the_disk_is_noticed(source: str) -> None:
    assert files_touched(source)


def test_paths_as_names_and_strings_are_left_alone() -> None:
    assert files_touched("path.with_suffix('.md').name.replace('a', 'b'); PurePosixPath('a') / 'b'") == set()


def test_no_module_is_longer_than_one_reads_in_a_sitting() -> None:
    assert [path.name for path in MODULES if len(path.read_text().splitlines()) > 300] == []


def test_a_class_has_a_name_of_its_own() -> None:
    """One word for one thing: who reads ``Level`` or ``Row`` need not look where it comes from."""
    named = Counter(
        node.name for path in MODULES for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"
    )
    assert [name for name, count in named.items() if count > 1] == []


def test_no_function_is_longer_than_a_screen() -> None:
    functions = [(path, node) for path in MODULES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
    assert [(path.name, node.name) for path, node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION] == []


def test_the_proof_uses_the_markdown_of_the_site() -> None:
    text = (ROOT / "mkdocs.yml").read_text().replace("!ENV", "")
    named = [name if isinstance(name, str) else next(iter(name)) for name in yaml.safe_load(text)["markdown_extensions"]]
    assert tuple(named) == EXTENSIONS
