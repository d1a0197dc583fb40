"""The command line: one module of ``commands`` per verb. Exit 0 fine, 1 faults in the sources, 2 the call is wrong."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from ..model.faults import CallError
from . import accept, add, align, build, check, confirm, explain, outline, pdf, retire

COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]] = {
    "build": ("把 source/ 转成 docs/ 里的页面和数据", build.configure, build.run),
    "check": ("核对：页面与原文、建成的网站与原文，逐字比对", check.configure, check.run),
    "add": ("加入一份新文件：认出题名、日期、机关等，认不准的留待填写", add.configure, add.run),
    "accept": ("认可改动过的原文：先列出哪些地址变动，再记下", accept.configure, accept.run),
    "retire": ("废去正文里已经没有的地址：登记、对应、注释一并改好", retire.configure, retire.run),
    "align": ("提出与上级文件的对应，供人判读；--score 与已判读的比较", align.configure, align.run),
    "confirm": ("认可待复核的对应：两端今天的文字仍然对应", confirm.configure, confirm.run),
    "pdf": ("印成 PDF：每份文件一本，每一对文件一本对照", pdf.configure, pdf.run),
    "outline": ("显示任何一份文本的结构，登记与否都可以", outline.configure, outline.run),
    "explain": ("说明一个代码的含义和处理办法", explain.configure, explain.run),
}


class _Help(argparse.HelpFormatter):
    """Help in Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse with its messages in Chinese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=_Help)
        # argparse has no public way to name its two groups.
        self._positionals.title = "要写的"
        self._optionals.title = "可以加的"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"命令写法不对：{_in_chinese(message)}\n")


def _in_chinese(message: str) -> str:
    if found := re.search(r"invalid choice: '(.*?)'", message):
        near = get_close_matches(found[1], COMMANDS, 1, 0.4)
        return f"没有 {found[1]} 这个命令。" + (f"是不是 {near[0]}？" if near else f"可用的有 {'、'.join(COMMANDS)}。")
    if found := re.search(r"required: (.*)", message):
        return f"还缺 {found[1]}。"
    if found := re.search(r"unrecognized arguments: (.*)", message):
        return f"不认识 {found[1]}。"
    return message


def parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    top = _Parser(prog="duidu", description="把规范性文件的原文转成逐句有地址的网页", add_help=False)
    _add_help(top)
    top.add_argument("--root", type=Path, default=Path(), help="项目的文件夹，默认为当前文件夹")
    verbs = top.add_subparsers(dest="command", required=True, metavar="命令", parser_class=_Parser)
    for name, (summary, configure, run) in COMMANDS.items():
        verb = verbs.add_parser(name, help=summary, description=summary, add_help=False)
        _add_help(verb)
        configure(verb)
        verb.set_defaults(run=run)
    return top


def _add_help(target: argparse.ArgumentParser) -> None:
    target.add_argument("-h", "--help", action="help", help="显示这份说明")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    args = parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return status
