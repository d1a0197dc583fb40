"""Where the theme's own folder lies: shipped inside the wheel, beside the package in the repository."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def theme_folder() -> Path:
    """The folder of templates, styles and scripts over Material.

    In an editable install the package has no copy of it: it lies at the repository's top, two folders up.
    """
    shipped = _PACKAGE / "overrides"
    return shipped if shipped.is_dir() else _PACKAGE.parent.parent / "overrides"
