"""The command line: one module of ``commands`` per verb. Exit 0 fine, 1 faults in the sources, 2 the call is wrong, 130 stopped by Ctrl-C."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from ..model.faults import CallError
from ..project.switch import reason
from .arguments import Command, called, in_chinese, verbs

VERBS = (
    "new",
    "build",
    "site",
    "serve",
    "check",
    "add",
    "accept",
    "retire",
    "align",
    "review",
    "confirm",
    "offline",
    "publish",
    "pdf",
    "migrate",
    "outline",
    "explain",
)
"""In the order of work."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why words cannot be written where standard output leads."""
_REFUSED: dict[int | None, str] = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘出错",
    errno.ESTALE: "它所在的网络盘断开了",
}
"""Why a file cannot be read, where nobody could do anything but say so: what could not be written is said where it is written."""
STOPPED = 130
"""128 + SIGINT, as shells have it."""


def command(verb: str) -> Command:
    """A verb's command. Its module is loaded only now, and with it what no other verb needs: a spreadsheet, a browser, the whole conversion."""
    found: Command = import_module(f".{verb}", __package__).COMMAND
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    try:
        status = called(verbs(VERBS, command), argv)
        sys.stdout.flush()
        return status
    except click.UsageError as error:
        print(error.ctx.get_usage() if error.ctx else "用法：duidu 命令 …", file=sys.stderr)
        print(f"命令写法不对：{in_chinese(error)}", file=sys.stderr)
        return 2
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, click.Abort):
        print("\n已停下。做完的是完整的，没有做完的没有留下。", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _say_no_more()
        return 0
    except OSError as error:
        said = _refused(error)
        if not said:
            raise
        with suppress(OSError):
            print(said, file=sys.stderr, flush=True)
        return 2


def _refused(error: OSError) -> str:
    """What the system refused, in a line; "" of what is a bug of ours."""
    if error.filename is not None:
        return f"读不了 {error.filename}：{_REFUSED[error.errno]}。" if error.errno in _REFUSED else ""
    if error.errno not in _FULL:
        return ""
    _say_no_more()
    return f"要说的话写不出来：{reason(error)}。做完的是完整的，没有做完的没有留下。"


def _say_no_more() -> None:
    """What is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
