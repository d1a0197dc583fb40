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
from ..project.collector import collect_rarely
from ..project.refusals import reason, reason_unread
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
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why words cannot be written where standard output leads."""
WHOLE = "做完的是完整的，没有做完的没有留下。"
STOPPED = 130
"""128 + SIGINT, as shells have it."""


def command(verb: str) -> Command:
    """A verb's command. Its module is loaded only now, and with it what no other verb needs: a spreadsheet, a browser, the whole conversion."""
    found: Command = import_module(f".{verb}", __package__).COMMAND
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    collect_rarely()
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
        print(f"\n已停下。{WHOLE}", file=sys.stderr)
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
        return f"读不了 {error.filename}：{why}。" if (why := reason_unread(error)) else ""
    if error.errno not in UNWRITABLE:
        return ""
    _say_no_more()
    return f"要说的话写不出来：{reason(error)}。{WHOLE}"


def _say_no_more() -> None:
    """What is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
