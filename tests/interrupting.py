"""A command ended at any step at which it writes: by the operating system, in a process of its own, so that nothing of it can tidy up.

What a command does to files Python reports to audit hooks before it does it; the n-th report is where it ends.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

WRITING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
NOBODY = 65534


def is_write(event: str, args: tuple[Any, ...]) -> bool:
    """Whether an audit event is a change of files."""
    if event == "open":
        return isinstance(args[2], int) and bool(args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) and args[0] != os.devnull
    return event in WRITING


def forked(work: Callable[[], int], said: Path) -> int:
    """Run something in a process of its own; its exit status, negative for a signal. What it prints goes to ``said``."""
    said.write_bytes(b"")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pytest's own threads hold no lock of ours
        child = os.fork()
    if not child:
        status = 70
        try:
            for number in (1, 2):
                os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            status = work()
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException:
            with suppress(OSError):
                traceback.print_exc()
                sys.stderr.flush()
        finally:
            os._exit(status)
    _, state = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(state)


def steps(work: Callable[[], int], said: Path) -> list[str]:
    """What a command does to files, in order: the kinds of change, each with the name of the file."""
    log = said.with_suffix(".steps")

    def watched() -> int:
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        sys.addaudithook(lambda event, args: is_write(event, args) and os.write(handle, f"{event} {args[0]}\n".encode()) and None)
        return work()

    status = forked(watched, said)
    assert status == 0, said.read_text()
    return log.read_text().splitlines()


def killed_at(step: int, work: Callable[[], int], said: Path, by: signal.Signals = signal.SIGKILL) -> int:
    """Run a command that gets a signal before its change number ``step``; its exit status."""
    left = [step]

    def count(event: str, args: tuple[Any, ...]) -> None:
        if is_write(event, args):
            left[0] -= 1
            if left[0] == -1:
                os.kill(os.getpid(), by)

    def watched() -> int:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.addaudithook(count)
        return work()

    return forked(watched, said)


def with_small_files(most: int, work: Callable[[], int], said: Path) -> int:
    """Run a command that can write no file longer than so many bytes, as on a full disk: each write stops in the middle."""

    def limited() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return work()

    return forked(limited, said)


def read_only(folder: Path, work: Callable[[], int], said: Path) -> int:
    """Run a command for which everything below a folder is on a disk that is read-only. Processes that it starts are not held to it."""
    inside = f"{folder}{os.sep}"

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if is_write(event, args) and not isinstance(args[0], int) and os.path.abspath(os.fsdecode(args[0])).startswith(inside):  # noqa: PTH100  (a Path would open files)
            raise OSError(errno.EROFS, "read-only", args[0])

    def refused() -> int:
        sys.addaudithook(refuse)
        return work()

    return forked(refused, said)


def as_nobody(work: Callable[[], int], said: Path) -> int:
    """Run a command without the rights of root, which is refused nothing."""

    def without_rights() -> int:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return forked(without_rights, said)
