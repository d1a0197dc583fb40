"""Stages import only what lies before them; only reading and writing modules touch files; only hooks know mkdocs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from duidu.render.markdown import EXTENSIONS
from tests.projects import ROOT

PACKAGE = ROOT / "build_tools/duidu"
ORDER = (
    "text",
    "model",
    "faults",
    "parse",
    "read",
    "anchors",
    "align",
    "layers",
    "render",
    "prove",
    "write",
    "convert",
    "report",
    "site",
    "commands",
    "__main__",
)
"""Each may import from itself and from those before it."""
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def stage(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """Top-level names below duidu that a module imports, and foreign packages."""
    depth = len(module.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if node.level == depth or name.startswith("duidu."):
                steps = name.removeprefix("duidu.").split(".")
                yield from [steps[0]] if steps[0] else [alias.name for alias in node.names]
            elif node.level == 0:
                yield f"foreign:{name.partition('.')[0]}"
        elif isinstance(node, ast.Import):
            yield from (f"foreign:{alias.name.partition('.')[0]}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_stage_reaches_back(module: Path) -> None:
    allowed = ORDER[: ORDER.index(stage(module)) + 1]
    ours = [name for name in imports(module) if not name.startswith("foreign:")]
    assert set(ours) <= set(allowed)


def test_only_the_plugin_imports_mkdocs() -> None:
    assert [stage(module) for module in MODULES if "foreign:mkdocs" in imports(module)] == ["site"]


def test_parsing_anchors_layers_and_typography_touch_no_files() -> None:
    pure = [module for module in MODULES if stage(module) in {"text", "model", "parse", "anchors", "align", "layers"}]
    for module in pure:
        assert not {"foreign:os", "foreign:shutil", "foreign:io"} & set(imports(module)), module
        assert "open(" not in module.read_text(), module


def test_no_module_is_longer_than_one_reads_in_a_sitting() -> None:
    assert [path.name for path in MODULES if len(path.read_text().splitlines()) > 300] == []


def test_the_proof_uses_the_markdown_of_the_site() -> None:
    text = (ROOT / "mkdocs.yml").read_text().replace("!ENV", "")
    named = [name if isinstance(name, str) else next(iter(name)) for name in yaml.safe_load(text)["markdown_extensions"]]
    assert tuple(named) == EXTENSIONS


def test_the_sites_name_is_the_corpus_name() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text().replace("!ENV", ""))
    assert config["site_name"] == yaml.safe_load((ROOT / "source/corpus.yml").read_text())["name"]
