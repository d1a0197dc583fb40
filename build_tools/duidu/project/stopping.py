"""Ctrl-C and SIGTERM: what takes a moment is finished first, so that nothing is half moved, and nothing half removed stays."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits the moment that this takes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[int] = []
    before = {number: signal.signal(number, lambda number, _: caught.append(number)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if caught:
        signal.raise_signal(caught[0])


def clear_away(place: Path) -> None:
    """Remove a file, a link or a folder that was needed only meanwhile, if it is there; what cannot be removed the next run meets."""
    with uninterrupted(), suppress(OSError):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)
