"""The words for those who cannot call Python: ``docs/assets/words.js`` for the scripts, ``partials/words.html`` for the templates."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from ...model.words import Words
from ..page import OutputFile
from ..wording import words

SCRIPT = PurePosixPath("docs/assets/words.js")
_FILL = "(key, filling = {}) => entries[key].replace(/\\{(\\w+)\\}/g, (_, name) => filling[name])"


def script_words() -> OutputFile:
    """A classic script that sets ``window.words``: ``words("copied", { what })``. It goes before the scripts that use it."""
    entries = json.dumps(words().group("script"), ensure_ascii=False, indent=1)
    return OutputFile(
        SCRIPT, f"/* 由 duidu 从 zh.toml 和 source/words.yml 生成，请勿手改 */\nwindow.words = ((entries) => {_FILL})({entries});\n"
    )


def template_words(chosen: Words) -> str:
    """A template that sets ``words``, for ``{% from "partials/words.html" import words %}``; nothing in it that MiniJinja has not."""
    entries = json.dumps(chosen.group("template"), ensure_ascii=False, indent=1)
    return f"{{#- 由 duidu 从 zh.toml 生成，请勿手改 -#}}\n{{%- set words = {entries} -%}}\n"
