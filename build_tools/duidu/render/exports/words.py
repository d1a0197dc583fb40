"""The words for those who cannot call Python: ``docs/assets/words.js`` for the scripts, ``partials/words.html`` for the templates.

What is said by a part that few readers open has a script of its own, loaded with that part (``docs/assets/own-file-words.js``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from ...model.words import Words
from ..page import OutputFile
from ..wording import words

SCRIPT = PurePosixPath("docs/assets/words.js")
OWN_FILE_SCRIPT = PurePosixPath("docs/assets/own-file-words.js")
WORD_SCRIPTS = (SCRIPT, OWN_FILE_SCRIPT)
"""The files of words that the site publishes as its own scripts, under names with their hashes."""
_HEAD = "/* 由 duidu 从 zh.toml 和 source/words.yml 生成，请勿手改 */"
_FILL = "(key, filling = {}) => entries[key].replace(/\\{(\\w+)\\}/g, (_, name) => filling[name])"


def script_words() -> Iterator[OutputFile]:
    """A classic script that sets ``window.words``: ``words("copied", { what })``, before the scripts that use it; and one that adds to its entries."""
    yield OutputFile(SCRIPT, f"{_HEAD}\nwindow.words = ((entries) => Object.assign({_FILL}, {{ entries }}))({_entries('script')});\n")
    yield OutputFile(OWN_FILE_SCRIPT, f"{_HEAD}\nObject.assign(window.words.entries, {_entries('script_own_file')});\n")


def _entries(group: str) -> str:
    return json.dumps(words().group(group), ensure_ascii=False, indent=1)


def template_words(chosen: Words) -> str:
    """A template that sets ``words``, for ``{% from "partials/words.html" import words %}``; nothing in it that MiniJinja has not."""
    entries = json.dumps(chosen.group("template"), ensure_ascii=False, indent=1)
    return f"{{#- 由 duidu 从 zh.toml 生成，请勿手改 -#}}\n{{%- set words = {entries} -%}}\n"
