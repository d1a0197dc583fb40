"""The command line: one module of ``commands`` per verb. Exit 0 fine, 1 faults in the sources, 2 the call is wrong, 130 stopped by Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from ..model.faults import CallError
from . import accept, add, align, build, check, confirm, explain, migrate, new, offline, outline, pdf, publish, retire, review, serve, site
from .arguments import Command, called, in_chinese, verbs

COMMANDS: dict[str, Command] = {
    "new": new.COMMAND,
    "build": build.COMMAND,
    "site": site.COMMAND,
    "serve": serve.COMMAND,
    "check": check.COMMAND,
    "add": add.COMMAND,
    "accept": accept.COMMAND,
    "retire": retire.COMMAND,
    "align": align.COMMAND,
    "review": review.COMMAND,
    "confirm": confirm.COMMAND,
    "offline": offline.COMMAND,
    "publish": publish.COMMAND,
    "pdf": pdf.COMMAND,
    "migrate": migrate.COMMAND,
    "outline": outline.COMMAND,
    "explain": explain.COMMAND,
}
STOPPED = 130
"""128 + SIGINT, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    try:
        return called(verbs(COMMANDS), argv)
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
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be flushed goes nowhere
        return 0
