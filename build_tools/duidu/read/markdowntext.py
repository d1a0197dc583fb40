"""A Markdown file → its lines without Markdown's own marks; line numbers and all words stay.

Only marks that Markdown itself does not show are taken off: heading signs, quote signs, bullets, emphasis, escapes, link targets. Numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

FRONT_MATTER = "文件头信息"

_OPENING = re.compile(r"^\s{0,3}(?:(?:#{1,6}(?=\s|$)|>|[-+*](?=\s))\s*)+")
_CLOSING_HEADING = re.compile(r"(?<=\S)\s+#+\s*$")
_RULE = re.compile(r"^\s{0,3}([-*_=])(?:\s*\1){2,}\s*$")
_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s\\])\*(?!\*)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>~-])"), r"\1"),
)


def markdown_lines(lines: Sequence[str]) -> tuple[tuple[str, ...], Mapping[int, str]]:
    """The lines as read, and the numbers of those that are the file's front matter."""
    front = _front_matter(lines)
    shown = tuple(line if number <= front else _plain(line) for number, line in enumerate(lines, 1))
    return shown, {number: FRONT_MATTER for number in range(1, front + 1) if lines[number - 1].strip()}


def _front_matter(lines: Sequence[str]) -> int:
    """The number of the line that closes the front matter, 0 if there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if line.strip() in ("---", "...")), 0)


def _plain(line: str) -> str:
    if _RULE.match(line):
        return ""
    heading = line.lstrip().startswith("#")
    line = _OPENING.sub("", line)
    if heading:
        line = _CLOSING_HEADING.sub("", line)
    for pattern, shown in _INLINE:
        line = pattern.sub(shown, line)
    return line
