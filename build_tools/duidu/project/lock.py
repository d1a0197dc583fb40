"""One command at a time in a folder: whoever comes second waits, and is told for whom.

The lock is the operating system's, on ``.duidu/lock``: it goes with its process, however that ends. Processes that a command starts
inherit it (``for_children``), so that what a killed command left running still keeps others out. Whoever ends removes the file, so a lock
counts only if the file is still there when it is got.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ..model.faults import CallError
from .stopping import uninterrupted

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HOME = ".duidu"
"""The tool's own folder in a project while a command runs: the lock, and what is being written."""
_INHERITED = "DUIDU_LOCKED"
"""In the environment of a process started under a lock: the folder that is locked already."""
_AWAY = 1 << 30
"""Windows locks bytes, and locked ones cannot be read: one far behind the words that say who has it."""
_LOOK_EVERY = 0.2
_held: dict[Path, tuple[int | None, int]] = {}
"""Folder → its lock, if there can be one, and how often it was taken in this process."""


@contextmanager
def alone(folder: Path, verb: str) -> Iterator[bool]:
    """No other command works in this folder meanwhile. Gives whether this is the first to say so, before all that it calls or starts.

    A folder that cannot be written to needs no lock.
    """
    folder = folder.resolve()
    if os.environ.get(_INHERITED) == str(folder):
        yield False
        return
    lock, count = _held[folder] if folder in _held else (_locked(folder, verb), 0)
    _held[folder] = lock, count + 1
    try:
        yield not count
    finally:
        if count:
            _held[folder] = lock, count
        else:
            with uninterrupted():
                del _held[folder]
                if lock is not None:
                    _release(folder, lock)


def for_children(folder: Path) -> dict[str, Any]:
    """What ``subprocess.Popen`` needs so that a process works under our lock and keeps it: additions to ``env``, and ``pass_fds``."""
    folder = folder.resolve()
    lock, _ = _held.get(folder, (None, 0))
    if lock is None:
        return {"env": {}}
    env = {_INHERITED: str(folder)}
    return {"env": env} if sys.platform == "win32" else {"env": env, "pass_fds": [lock]}


def _locked(folder: Path, verb: str) -> int | None:
    """The lock of a folder, as an open file; None where none can be. Raises CallError for one that would lie elsewhere."""
    told = False
    if (folder / HOME).is_symlink():
        raise CallError(f"{folder / HOME} 是一个链接，跟着它会写到别处去。删去它，再运行。")
    while folder.is_dir():
        try:
            (folder / HOME).mkdir(exist_ok=True)
            lock = os.open(folder / HOME / "lock", os.O_RDWR | os.O_CREAT, 0o666)
            while not _try(lock):
                if not told:
                    print(f"{_who(lock)}正在这里写，等它结束……", file=sys.stderr, flush=True)
                    told = True
                time.sleep(_LOOK_EVERY)
            if _is_still_there(folder, lock):
                _sign(lock, verb)
                return lock
            os.close(lock)
        except FileNotFoundError:  # whoever had it just ended
            continue
        except OSError:  # no right to write here, or a file system without locks
            return None
    return None


def _try(lock: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(lock, _AWAY, os.SEEK_SET)
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still_there(folder: Path, lock: int) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), (folder / HOME / "lock").stat())
    except FileNotFoundError:
        return False


def _sign(lock: int, verb: str) -> None:
    """Write down who has it, for those who wait."""
    with suppress(OSError):  # a full disk: they are told less
        said = {"verb": verb, "user": getpass.getuser(), "process": os.getpid(), "since": f"{datetime.now():%Y-%m-%d %H:%M:%S}"}
        os.ftruncate(lock, 0)
        os.lseek(lock, 0, os.SEEK_SET)
        os.write(lock, json.dumps(said, ensure_ascii=False).encode())


def _who(lock: int) -> str:
    try:
        os.lseek(lock, 0, os.SEEK_SET)
        said = json.loads(os.read(lock, 4096))
        return f"{said['verb']}（{said['user']}，进程 {said['process']}，自 {said['since']} 起）"
    except (OSError, ValueError, KeyError, TypeError):
        return "另一个命令"


def _release(folder: Path, lock: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(lock)
    with suppress(OSError):
        (folder / HOME / "lock").unlink()
        (folder / HOME).rmdir()
    if sys.platform != "win32":
        os.close(lock)
