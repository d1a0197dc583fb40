"""mkdocs.yml, as far as the tool itself needs it: the site's name, its description, where it is built."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from ..model.faults import CallError

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Values as MkDocs reads them; what only it can make of a tag (``!ENV``, ``!!python/name``) is nothing."""


_Loader.add_multi_constructor("", lambda *_: None)


def markdown_extensions(root: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The names and settings of the Markdown extensions that mkdocs.yml lists."""
    try:
        listed = (yaml.load((root / CONFIG).read_text(encoding="utf-8"), _Loader) or {}).get("markdown_extensions") or []
    except (OSError, ValueError, AttributeError, yaml.YAMLError):  # said by ``setting``, or by MkDocs itself
        return [], {}
    items = (
        listed.items()
        if isinstance(listed, dict)
        else (next(iter(one.items()), ("", None)) if isinstance(one, dict) else (one, None) for one in listed)
    )
    found = {str(name): settings for name, settings in items}
    return list(found), {name: settings for name, settings in found.items() if isinstance(settings, dict) and settings}


def setting(root: Path, name: str, otherwise: str) -> str:
    """A plain value of the project's mkdocs.yml, or one that it takes from the environment. Raises CallError where there is no such file."""
    try:
        read = yaml.load((root / CONFIG).read_text(encoding="utf-8"), yaml.BaseLoader)
    except FileNotFoundError:
        raise CallError(f"找不到 {CONFIG}。请在项目的文件夹里运行，或用 --root 指明它。") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CallError(f"{CONFIG} 不是合法的 YAML：{str(error).splitlines()[0]}") from None
    value = read.get(name, otherwise) if isinstance(read, dict) else otherwise
    if isinstance(value, list):  # !ENV [NAME, …, what otherwise]
        *variables, value = value or [otherwise]
        value = next((os.environ[one] for one in variables if one in os.environ), value)
    return str(value)
