"""What the plugin brings to a short mkdocs.yml, and what its options may be."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from duidu.render.markdown import EXTENSIONS
from duidu.site.theme import theme_folder


def configured(root: Path, plugins: str, theme: str = "{name: material}") -> MkDocsConfig:
    (root / "docs").mkdir()
    (root / "source").mkdir()
    (root / "own").mkdir()
    (root / "mkdocs.yml").write_text(f"site_name: 测试站\ntheme: {theme}\nextra_css: [assets/own.css]\nplugins: {plugins}\n")
    config = load_config(str(root / "mkdocs.yml"))
    return config.plugins.on_config(config)


def test_a_short_mkdocs_yml_gets_theme_styles_scripts_and_extensions(tmp_path: Path) -> None:
    config = configured(tmp_path, "[duidu]")
    assert config.theme.dirs[0] == str(theme_folder())
    assert config.extra_css == ["assets/edition.css", "assets/share.css", "assets/search.css", "assets/print.css", "assets/own.css"]
    assert set(EXTENSIONS) <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"]["permalink"] == "¶"


def test_the_projects_own_theme_folder_comes_before_ours(tmp_path: Path) -> None:
    config = configured(tmp_path, "[duidu]", "{name: material, custom_dir: own}")
    assert config.theme.dirs[:2] == [str(tmp_path / "own"), str(theme_folder())]


def test_a_corpus_may_do_without_our_theme(tmp_path: Path) -> None:
    config = configured(tmp_path, "[{duidu: {theme: false}}]")
    assert str(theme_folder()) not in config.theme.dirs
    assert config.extra_css == ["assets/own.css"]


def test_options_are_checked(tmp_path: Path) -> None:
    with pytest.raises(Abort):
        configured(tmp_path, "[{duidu: {theme: maybe}}]")
