"""Slips that people make in YAML, told in Chinese at the line where they were made; the parser often stumbles lines later, and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at a place of the file (from 1), and what to write instead."""

    line: int
    column: int
    message: str
    remedy: str


_KEY = r"\s*(?:- +)*[A-Za-z_][\w-]*"
_LINES = (
    (re.compile(rf"({_KEY}\s*)：(.*)"), "冒号是全角的", "字段名后用半角冒号加一个空格，如 title: 某决定"),
    (re.compile(rf"({_KEY}: *[\[{{][^\]}}\"]*?)，[^\]}}\"]*?: "), "逗号是全角的", "用半角逗号加一个空格"),
    (re.compile(r"( *)\t"), "缩进里有制表符", "缩进只用空格，每层两个"),
    (re.compile(rf"({_KEY}):(?=[^\s/\d:\"'])"), "冒号后面缺空格", "冒号后加一个空格，如 title: 某决定"),
    (re.compile(r"(\s*)-(?=[^\s\-\d.])"), "横线后面缺空格", "横线后加一个空格，如 - suining-2024"),
    (re.compile(rf"({_KEY}: *)\"[^\"]*\"[^\S\n]*(?=[^\s#,}}\]:])"), "引号之后还有文字", "整段放进一对引号；文字里的引号用中文的“”"),
    (re.compile(rf"({_KEY}: *\"[^\"]*)[”“＂][^\S\n]*$"), "后一个引号是中文的", "两个都用半角引号，或都去掉"),
    (re.compile(rf"({_KEY}: *)\"[^\"]*$"), "引号没有配对", "补上另一个引号；文字里的引号用中文的“”"),
    (re.compile(rf"({_KEY}: *)[“”‘’][^\n]*[“”‘’]: "), "冒号前后的引号是中文的", "用半角引号"),
    (re.compile(rf"({_KEY}: *)[@`%]"), "文字以 @、` 或 % 开头，YAML 里另有用处", "整段加半角引号"),
    (re.compile(rf"({_KEY}: +)(?![\s\"'\[{{|>&*!])[^\n#]*?(?<=\S): "), "文字里有冒号加空格", "整段加半角引号，或换成全角冒号"),
)
"""Each pattern is tried at the start of a line; its first group ends where the slip is."""
TWICE = "写了两次"
"""In the words of our own reader for a key that stands twice, which say where."""
_PROBLEMS = (
    ("mapping values are not allowed", "这里不该有冒号：上一行的缩进不对，或文字里有冒号加空格", "检查缩进；文字里有冒号就整段加半角引号"),
    (TWICE, "", "只留一个，删去另一个"),
    ("could not find expected ':'", "这一行不是“字段: 值”", "补上半角冒号加空格，或检查上一行的引号"),
    ("did not find expected key", "缩进不齐，或引号、括号之后还有文字", "同一层的各行左边对齐；引号和括号要配对"),
    ("did not find expected '-'", "列表的缩进不齐", "同一列的横线左边对齐"),
    ("did not find expected ',' or", "方括号或花括号没有配对，或里面缺逗号", "里面用半角逗号分开，末尾补上半角括号"),
    ("found unexpected end of stream", "引号没有配对", "补上另一个引号"),
    ("cannot start any token", "这个符号不能放在开头", "整段加半角引号"),
    ("found undefined alias", "以 * 开头的文字，YAML 里另有用处", "整段加半角引号"),
    ("unknown escape character", "双引号里有反斜杠", "改用单引号"),
    ("special characters are not allowed", "含有不可见的控制字符", "删去这个字符"),
    ("control characters are not allowed", "含有不可见的控制字符", "删去这个字符"),
    ("found character that cannot", "这里有不能用的字符（多半是制表符）", "缩进只用空格"),
    ("could not determine a constructor", "感叹号开头的文字，YAML 里另有用处", "整段加半角引号"),
    ("expected a single document", "文件里有两份 YAML（--- 之后又一份）", "只留一份"),
    ("expected the node content", "缺值，或括号里多了逗号", "补上值"),
)
_OPENING_QUOTE = "while scanning a quoted scalar"


def slips(text: str, error: yaml.YAMLError) -> list[Slip]:
    """The slips in a text that cannot be read: those recognised line by line, else what the parser says, in Chinese."""
    ours = bool(re.search("[一-鿿]", str(getattr(error, "problem", None) or "")))
    return ([] if ours else list(_by_line(text))) or [_told(text, error)]


def _by_line(text: str) -> Iterator[Slip]:
    block = -1
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (not line.strip() or indent > block):
            # Inside | and > everything is text.
            continue
        block = indent if re.search(r":\s*[|>][+-]?\d?\s*(?:#.*)?$", line) else -1
        if line.lstrip().startswith("#"):
            continue
        for pattern, message, remedy in _LINES:
            if match := pattern.match(line):
                yield Slip(number, match.end(1) + 1, message, remedy)
                break


def _told(text: str, error: yaml.YAMLError) -> Slip:
    marked = error if isinstance(error, yaml.MarkedYAMLError) else None
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = str(getattr(error, "context", "") or "")
    mark = (marked.context_mark if context.startswith(_OPENING_QUOTE) else marked.problem_mark or marked.context_mark) if marked else None
    line, column = (mark.line + 1, mark.column + 1) if mark else _unprintable(text)
    for problem, message, remedy in _PROBLEMS:
        if problem in said or problem in context:
            return Slip(line, column, message or f"YAML 写法有误（{said}）", remedy)
    return Slip(line, column, f"YAML 写法有误（{said}）", "检查这一行及上一行的缩进、冒号和引号")


def _unprintable(text: str) -> tuple[int, int]:
    for number, line in enumerate(text.split("\n"), 1):
        if match := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            return number, match.start() + 1
    return 1, 1
