"""mkdocs.yml, as far as the tool itself needs it: the site's name, its description, where it is built."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from ..model.faults import CallError
from ..text.controls import CONTROL_CHARACTERS

CONFIG = "mkdocs.yml"
SHOWN = ("site_name", "site_description", "site_author", "copyright", "extra")
"""What readers see of it."""


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
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CallError(f"{CONFIG} 不是合法的 YAML：{str(error).splitlines()[0]}") from None
    for shown in SHOWN:
        if isinstance(read, dict) and _has_controls(read.get(shown), set()):
            raise CallError(f"{CONFIG} 的 {shown} 里有看不见的控制字符。删去它：网页、文件名和 PDF 里都会有它。")
    value = read.get(name, otherwise) if isinstance(read, dict) else otherwise
    if isinstance(value, list):  # !ENV [NAME, …, what otherwise]
        *variables, value = value or [otherwise]
        value = next((os.environ[one] for one in variables if one in os.environ), value)
    return str(value)


def _has_controls(value: Any, known: set[int]) -> bool:
    """Whether any of its words has. ``known``: what was looked through, since YAML may say the same thing in a thousand places."""
    if isinstance(value, str):
        return CONTROL_CHARACTERS.search(value) is not None
    if id(value) in known or not isinstance(value, dict | list):
        return False
    known.add(id(value))
    return any(_has_controls(one, known) for one in ((*value, *value.values()) if isinstance(value, dict) else value))
