"""mkdocs.yml, as far as the tool itself needs it: the site's name, its description, where it is built."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from ..model.faults import CallError

CONFIG = "mkdocs.yml"


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
